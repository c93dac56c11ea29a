"""The sheet Rencana of the examples: planned results, indicators and cumulative targets of each person."""

from dataclasses import dataclass, replace
from random import Random

from kinerja_xl.examples.catalogue import Iki, Jabatan, Rhk, Uraian, data, extra_results
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.indonesian import number_text, parse_quantity
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.terms import Arah, Aspek, Kategori

Row = dict[str, str]
PERCENT, MONTH, RUPIAH = "Persen", "Bulan", "Rupiah"
_QUARTERS = len(TRIWULAN)
_MONTH_STEPS = (3, 6, 9, 12)
_SHARE_OF_EXTRA = 0.3


@dataclass(frozen=True)
class Target:
    """What an indicator is held against: bounds for each quarter, and how its numbers are written.

    ``penuh``: the target is all there can be, such as the months gone by.
    """

    batas: tuple[tuple[float, float], ...]
    teks: str
    triwulan: tuple[str, ...]
    kumulatif: bool
    akhiran: str
    desimal: int
    penuh: bool = False


@dataclass(frozen=True)
class Indikator:
    """A planned indicator of a person with its target; ``uraian`` instead of ``iki`` in the qualitative approach."""

    nip: str
    no_rhk: int
    no_iki: int
    kategori: Kategori
    rhk: str
    tema: str
    indikator: str
    target: Target | None
    iki: Iki | None = None
    uraian: Uraian | None = None
    perspektif: str = ""
    rhk_pimpinan: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """What joins plan and result."""
        return self.nip, self.no_rhk, self.no_iki

    @property
    def turun(self) -> bool:
        """Whether less is better."""
        return self.iki is not None and self.iki.turun

    @property
    def satuan(self) -> str:
        """Unit of the target; empty in the qualitative approach."""
        return self.iki.satuan if self.iki else ""


def plan(person: Pegawai, wilayah: str, rng: Random) -> list[Indikator]:
    """All planned indicators of a person in the place ``wilayah``."""
    if person.kualitatif:
        return [_told(person, number, told, wilayah) for number, told in enumerate(person.post.kualitatif, start=1)]
    chosen = [(rhk, Kategori.UTAMA) for rhk in person.post.rhk]
    if not person.kepala and rng.random() < _SHARE_OF_EXTRA:
        chosen.append((rng.choice(extra_results()), Kategori.TAMBAHAN))
    return [
        _counted(person, (number, place), rhk, kategori, wilayah, rng)
        for number, (rhk, kategori) in enumerate(chosen, start=1)
        for place in range(len(rhk.iki))
    ]


def _told(person: Pegawai, number: int, told: Uraian, wilayah: str) -> Indikator:
    return Indikator(
        person.nip,
        number,
        1,
        Kategori.UTAMA,
        told.rhk.format(wilayah=wilayah),
        told.tema,
        told.indikator,
        None,
        uraian=told,
        rhk_pimpinan=_supported(person.post_penilai, told.tema, wilayah),
    )


def _counted(
    person: Pegawai, place: tuple[int, int], rhk: Rhk, kategori: Kategori, wilayah: str, rng: Random
) -> Indikator:
    number, index = place
    iki = rhk.iki[index]
    supported = "" if person.kepala or kategori is Kategori.TAMBAHAN else rhk.tema
    return Indikator(
        person.nip,
        number,
        index + 1,
        kategori,
        rhk.rhk.format(wilayah=wilayah),
        rhk.tema,
        iki.indikator,
        _target(iki, rng),
        iki=iki,
        perspektif=rhk.perspektif if person.kepala else "",
        rhk_pimpinan=_supported(person.post_penilai, supported, wilayah) if supported else "",
    )


def _supported(superior: Jabatan | None, tema: str, wilayah: str) -> str:
    """The superior's planned result on the same subject or the nearest one, else the superior's first."""
    if superior is None:
        return ""
    by_subject = {rhk.tema: rhk for rhk in reversed(superior.rhk)}
    near = (tema, *data("unit")["serumpun"].get(tema, ()), superior.rhk[0].tema)
    return next(by_subject[t] for t in near if t in by_subject).rhk.format(wilayah=wilayah)


def _target(iki: Iki, rng: Random) -> Target:
    quantity = parse_quantity(iki.target)
    if quantity is None:
        raise ValueError(f"target katalog tidak terbaca: {iki.target}")
    low, high, unit = quantity
    suffix = "%" if unit == "%" else f" {unit}" if unit else ""
    if unit == MONTH or iki.tw:
        return replace(_stepped(iki.tw or _MONTH_STEPS, suffix), penuh=not iki.turun)
    if iki.aspek == Aspek.KUANTITAS or iki.satuan == RUPIAH:
        total = _scaled(low, rng)
        return _stepped(tuple(round(total * quarter / _QUARTERS) for quarter in range(1, _QUARTERS + 1)), suffix)
    if low == high and iki.satuan == PERCENT:
        low = high = low + rng.choice((-2, -1, 0, 0, 1))
    text = iki.target if low < high else f"{number_text(low)}{suffix}"
    return Target(((low, high),) * _QUARTERS, text, ("",) * _QUARTERS, kumulatif=False, akhiran=suffix, desimal=1)


def _stepped(steps: tuple[int, ...], suffix: str) -> Target:
    texts = tuple(f"{number_text(step)}{suffix}" for step in steps)
    return Target(tuple((s, s) for s in steps), texts[-1], texts, kumulatif=True, akhiran=suffix, desimal=0)


def _scaled(value: float, rng: Random) -> int:
    """A target of about that size which can be divided into quarters, as round as people choose them."""
    wanted = value * rng.uniform(0.75, 1.25)
    for limit, step in ((60, 4), (400, 12), (5_000, 20), (100_000, 100)):
        if wanted < limit:
            return max(step * round(wanted / step), 4)
    return 1_000_000 * max(round(wanted / 1_000_000), 4)


def plan_row(item: Indikator, nama: str, *, kepala: bool) -> Row:
    """The row of the sheet Rencana."""
    row = {
        "nip": item.nip,
        "nama": nama,
        "no_rhk": str(item.no_rhk),
        "kategori": item.kategori.value,
        "rhk_pimpinan": item.rhk_pimpinan,
        "rhk": item.rhk,
        "no_iki": str(item.no_iki),
        "indikator": item.indikator,
        "perspektif": item.perspektif,
    }
    if item.iki is None or item.target is None:
        return row | {"target": item.uraian.target if item.uraian else ""}
    quarters = {f"target_{p.suffix}": text for p, text in zip(TRIWULAN, item.target.triwulan, strict=True)}
    direction = Arah.TURUN if item.iki.turun else Arah.NAIK
    counted = {"target": item.target.teks, "satuan": item.iki.satuan, "arah": direction.value}
    return row | counted | quarters | {"aspek": "" if kepala else item.iki.aspek}
