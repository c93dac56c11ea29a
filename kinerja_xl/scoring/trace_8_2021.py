"""The trace of a score by PermenPANRB 8/2021 with PP 30/2019: capaian, category and value of each IKI, SKP, perilaku, predikat."""

import math
from collections.abc import Iterator, Sequence

from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanPermenpan8
from kinerja_xl.regulations.rungs import TingkatIki
from kinerja_xl.scoring.achievement import FULL, Rumus
from kinerja_xl.scoring.step import (
    FORMULAS,
    PERSEN,
    POIN,
    Person,
    Record,
    Step,
    achievement_sum,
    behaviour_step,
    held_against,
    indicator_label,
    known,
    mean_of,
    rhk_label,
    short,
)


def steps(person: Person, aturan: AturanPermenpan8) -> list[Step]:
    """All steps of one person."""
    return [
        *(step for row in person.indikator for step in _indicator(row, aturan)),
        *(_rhk(row, person.indikator) for row in person.rhk if not row["tambahan"]),
        *_skp(person, aturan),
        behaviour_step(person, aturan.perilaku.dasar),
        *_result(person.pegawai, aturan),
    ]


def _indicator(row: Record, aturan: AturanPermenpan8) -> Iterator[Step]:
    label = indicator_label(row)
    if not row["kuantitatif"]:
        yield Step(label, "pendekatan kualitatif: tidak ada angka", "", None)
        return
    words = f"{held_against(row)}: {FORMULAS[Rumus(str(row['rumus']))]}"
    yield Step(label, words, achievement_sum(row, math.inf), known(row["capaian"]), PERSEN, aturan.rumus_capaian.dasar)
    if known(row["nilai_iki"]) is not None:
        yield _category(row, aturan)
    if row["tambahan"]:
        yield _assignment(row, aturan)


def _category(row: Record, aturan: AturanPermenpan8) -> Step:
    label, persen = f"Nilai indikator {row['no_rhk']}.{row['no_iki']}", int(row["persen"])
    words = f"capaian dibulatkan {persen}%: {row['kategori_iki']}"
    full, value = aturan.iki_target_maksimal, float(row["nilai_iki"])
    if row["maksimal"] and persen == full.isi.capaian:
        return Step(label, f"{words} (target sudah maksimal)", short(value), value, POIN, full.dasar)
    ladder = [(rung, aturan.iki_tingkat.dasar) for rung in aturan.iki_tingkat.isi]
    ladder.append((aturan.iki_tingkat_lebih.isi, aturan.iki_tingkat_lebih.dasar))
    rung, dasar = next((r, d) for r, d in ladder if r.dari <= persen <= (r.sampai if r.sampai is not None else persen))
    return Step(label, words, _between(rung, persen), value, POIN, dasar)


def _between(rung: TingkatIki, persen: int) -> str:
    """The value on a rung that rises between its two ends."""
    low, high = number_text(rung.nilai_dari), number_text(rung.nilai_sampai)
    if rung.sampai is None or rung.sampai == rung.dari:
        return low
    return f"{low} + ({high} - {low}) / ({rung.sampai} - {rung.dari}) x ({persen} - {rung.dari})"


def _assignment(row: Record, aturan: AturanPermenpan8) -> Step:
    label, value = f"Kinerja tambahan {row['no_rhk']}.{row['no_iki']}", known(row["tertimbang"])
    words = "persentase kategori x bobot lingkup penugasan x nilai / 100"
    if value is None:
        return Step(label, words, "", None, POIN, "", "bobot lingkup penugasan atau nilainya belum ada")
    shares = {name.value: share for name, share in aturan.tambahan_persen.isi.items()}
    share = number_text(FULL * shares[row["kategori_iki"]])
    counted = f"{share}% x {short(row['bobot'])} x {short(row['nilai_iki'])} / {number_text(FULL)}"
    return Step(label, words, counted, value, POIN, aturan.tambahan_persen.dasar)


def _rhk(row: Record, indicators: Sequence[Record]) -> Step:
    own = [known(i["nilai_iki"]) for i in indicators if i["no_rhk"] == row["no_rhk"]]
    numbers = [value for value in own if value is not None]
    missing = len(own) - len(numbers)
    said = (
        f"{missing} dari {len(own)} indikator belum bernilai; bobotnya tidak dibagikan kepada yang lain"
        if missing
        else ""
    )
    return Step(
        rhk_label(row),
        "rerata nilai indikatornya (disimpulkan)",
        "" if missing else mean_of(numbers),
        known(row["nilai"]),
        POIN,
        "",
        said,
    )


def _skp(person: Person, aturan: AturanPermenpan8) -> Iterator[Step]:
    own = [known(row["nilai"]) for row in person.rhk if not row["tambahan"]]
    more = [known(row["tertimbang"]) for row in person.rhk if row["tambahan"]]
    numbers, extra = ([v for v in values if v is not None] for values in (own, more))
    counted = mean_of(numbers)
    if more:
        cap = number_text(aturan.tambahan_maksimal.isi)
        counted += f" + terkecil dari ({' + '.join(short(v) for v in extra)}; {cap})"
    complete = len(numbers) == len(own) and len(extra) == len(more)
    said = ("" if complete else "ada hasil kerja yang belum bernilai") if own else "belum ada hasil kerja utama"
    words = "rerata nilai hasil kerja utama" + (" + kinerja tambahan" if more else "")
    dasar = aturan.tambahan_maksimal.dasar if more else ""
    value = known(person.pegawai["nilai_skp"])
    yield Step("Nilai SKP", words, "" if said else counted, value, POIN, dasar, said)


def _result(row: Record, aturan: AturanPermenpan8) -> Iterator[Step]:
    weights = aturan.pp30_bobot_pendapat if row["pendapat"] else aturan.pp30_bobot
    share, rest = (f"{number_text(FULL * part)}%" for part in (weights.isi.skp, weights.isi.perilaku))
    cap, parts = number_text(aturan.batas_capaian.isi), [known(row[key]) for key in ("nilai_skp", "nilai_perilaku")]
    held = [
        None if v is None else f"terkecil dari ({short(v)}; {cap})" if v > aturan.batas_capaian.isi else short(v)
        for v in parts
    ]
    counted = "" if None in held else f"{share} x {held[0]} + {rest} x {held[1]}"
    said = "" if counted else "salah satu unsur belum bernilai; bobotnya tidak dibagikan kepada yang lain"
    if "terkecil" in counted:
        said = f"dibatasi {cap}: {aturan.batas_capaian.dasar}"
    yield Step(
        "Nilai kinerja", f"{share} SKP + {rest} perilaku", counted, known(row["nilai"]), POIN, weights.dasar, said
    )
    yield Step("Predikat", _rungs(row, aturan), "", row["predikat"] or "belum dinilai", "", aturan.pp30_predikat.dasar)


def _rungs(row: Record, aturan: AturanPermenpan8) -> str:
    words = ", ".join(
        f"{'mulai' if rung.termasuk else 'di atas'} {number_text(rung.dari)} {rung.predikat}"
        + (" bila ada gagasan baru" if rung.gagasan else "")
        for rung in aturan.pp30_predikat.isi
    )
    return f"{words} ({'ada' if row['gagasan'] else 'tidak ada'} gagasan baru)"
