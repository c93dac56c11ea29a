"""What the shape of a local setting alone does not say: numbers that make sense, texts that are not empty, one signer a day.

``faults_of(key, isi, usual)`` looks at one value of ``instansi.toml`` whose types are already right, beside the default.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from kinerja_xl.indonesian import TOO_LARGE, date_text
from kinerja_xl.regulations.local import AturanSurat, Kewajaran, PenandaTangan, Penyesuaian
from kinerja_xl.regulations.models import AmbangSaran, Ketentuan
from kinerja_xl.regulations.rungs import PredikatAngka, Rentang

Fault = tuple[tuple[int | str, ...], str]
"""Where inside ``isi``, and what is wrong there."""

EMPTY = "tidak boleh kosong."
NIP_DIGITS = 18
_RANGES: Mapping[str, tuple[float, float]] = {
    "saran_hasil": (0, 1000),
    "saran_perilaku": (1, 3),
    "unit_kecil": (0, 1000),
    "batas_keberatan": (1, 366),
}
"""Smallest and largest number of a setting: percent, helper scores, people, days."""
_NARROWED: Mapping[str, Callable[[Any], tuple[float, float]]] = {
    "batas_capaian": lambda usual: (1, usual),
    "jam_pelajaran_minimal": lambda usual: (usual, 1000),
}
"""Measures that the law sets and an office may only make stricter: a lower cap, more hours of training."""


def faults_of(key: str, isi: Any, usual: Ketentuan[Any]) -> Iterator[Fault]:  # noqa: ANN401 any value of the settings
    """What is wrong with ``isi`` as the value of ``key``, which is ``usual`` otherwise; nothing where it is in order."""
    if key in _NARROWED:
        fault = f", sebab {usual.dasar} hanya boleh diperketat"
        yield from _outside(isi, *_NARROWED[key](usual.isi), fault)
    if key in _RANGES:
        yield from _outside(isi, *_RANGES[key])
    if key in _CHECKS:
        yield from _CHECKS[key](isi)


def _outside(isi: float | AmbangSaran, low: float, high: float, why: str = "") -> Iterator[Fault]:
    numbers = {(name,): value for name, value in isi} if isinstance(isi, AmbangSaran) else {(): isi}
    for place, number in numbers.items():
        if not low <= number <= high:
            shown = f"{number:.10g}" if abs(number) < TOO_LARGE else "angka yang jauh lebih besar"
            yield place, f"harus antara {low:g} dan {high:g}{why}; tertulis {shown}."


def _ladder(rungs: Sequence[Rentang[PredikatAngka]]) -> Iterator[Fault]:
    """Every predikat has a rung, and the lowest begins at 0: nobody falls out of the ladder."""
    missing = set(PredikatAngka) - {rung.predikat for rung in rungs}
    if missing:
        yield (), f"belum memuat predikat {', '.join(p for p in PredikatAngka if p in missing)}."
    elif [rung.predikat for rung in rungs] != list(PredikatAngka):
        yield (), f"harus memuat setiap predikat satu kali, dari yang tertinggi: {', '.join(PredikatAngka)}."
    elif any(rung.gagasan for rung in rungs[1:]):
        yield (), f"gagasan hanya boleh menjadi syarat {PredikatAngka.SANGAT_BAIK}."
    elif rungs[-1].dari != 0 or not rungs[-1].termasuk:
        yield (len(rungs) - 1,), "harus dari = 0 dan termasuk = true, supaya setiap nilai mempunyai predikat."


def _letters(surat: AturanSurat) -> Iterator[Fault]:
    if not surat.sifat.strip():
        yield ("sifat",), EMPTY


def _signers(signers: Sequence[PenandaTangan]) -> Iterator[Fault]:
    for place, signer in enumerate(signers):
        for name in ("kode_unit", "nama", "jabatan"):
            if not getattr(signer, name).strip():
                yield (place, name), EMPTY
        if signer.nip and not (len(signer.nip) == NIP_DIGITS and signer.nip.isascii() and signer.nip.isdigit()):
            yield (place, "nip"), f"harus {NIP_DIGITS} angka di antara tanda kutip, atau dikosongkan."
    yield from _double(signers)


def _double(signers: Sequence[PenandaTangan]) -> Iterator[Fault]:
    """Two people who would sign for one unit on the same day."""
    for (_, one), (place, other) in combinations(enumerate(signers), 2):
        day = max(one.sejak or date.min, other.sejak or date.min)
        if unit_key(one.kode_unit) == unit_key(other.kode_unit) and one.on(day) and other.on(day):
            when = f" pada {date_text(day)}" if day > date.min else ""
            yield (place,), f"menandatangani untuk unit {other.kode_unit}, yang{when} sudah mempunyai {one.nama}."


def unit_key(kode: str) -> str:
    """A unit's code in the form in which codes are compared: the office's file and the sheet Unit are typed by different people."""
    return kode.strip().casefold()


def _reasons(rules: Mapping[str, Penyesuaian]) -> Iterator[Fault]:
    """A rule is adjusted for a reason that others can read."""
    for code, own in rules.items():
        if not own.alasan.strip():
            yield (code, "alasan"), EMPTY


def _words(kewajaran: Kewajaran) -> Iterator[Fault]:
    for place, word in enumerate(kewajaran.kata_kabur):
        if not word.strip():
            yield ("kata_kabur", place), EMPTY


_CHECKS: Mapping[str, Callable[[Any], Iterator[Fault]]] = {
    "pp30_predikat": _ladder,
    "surat": _letters,
    "penanda_tangan": _signers,
    "pemeriksaan": _reasons,
    "kewajaran": _words,
}
