"""The trace of a score by PP 46/2011: aspects, activities, SKP with its points, perilaku, prestasi kerja, predikat."""

from collections.abc import Iterator

import numpy as np

from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanPp46
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.scoring.numeric_pp_46 import ASPECTS
from kinerja_xl.scoring.pp_46_2011 import within
from kinerja_xl.scoring.step import (
    POIN,
    Person,
    Record,
    Step,
    behaviour_step,
    held_against,
    indicator_label,
    known,
    mean_of,
    rhk_label,
    short,
)
from kinerja_xl.terms import Aspek

_SAVING = (Aspek.WAKTU.lower(), Aspek.BIAYA.lower())


def steps(person: Person, aturan: AturanPp46) -> list[Step]:
    """All steps of one person."""
    return [
        *(_aspect(row, aturan) for row in person.indikator),
        *(_activity(row) for row in person.rhk),
        _skp(person, aturan),
        behaviour_step(person, aturan.perilaku.dasar),
        *_result(person.pegawai, aturan),
    ]


def _aspect(row: Record, aturan: AturanPp46) -> Step:
    label = f"{indicator_label(row)} ({row['aspek'] or 'tanpa aspek'})"
    value = known(row["capaian"])
    if value is None:
        return Step(label, held_against(row), "", None, POIN, "", _why_not(row))
    words, counted = _saving(row, aturan) if row["aspek_dibaca"] in _SAVING else _ratio(row)
    floor = f"terbesar dari ({counted}; 0)" if value == 0 else counted
    dasar = (aturan.pp46_hemat if row["aspek_dibaca"] in _SAVING else aturan.rumus_capaian).dasar
    return Step(label, f"{held_against(row)}: {words}", floor, value, POIN, dasar)


def _why_not(row: Record) -> str:
    """Why a row has no value."""
    if not row["kuantitatif"]:
        return "pendekatan kualitatif: tidak ada angka"
    if not row["aspek_dibaca"]:
        return "aspek kosong atau tidak dikenal"
    if row["ganda"]:
        return "aspek ini sudah ada dalam kegiatan yang sama; baris ini tidak dihitung"
    if known(row["low"]) is not None and row["low"] != row["high"]:
        return "target berupa rentang, yang tidak dikenal PP 46/2011"
    return "target atau realisasi belum terbaca sebagai angka; tidak dihitung nol"


def _ratio(row: Record) -> tuple[str, str]:
    return "realisasi / target x 100", f"{number_text(row['angka'])} / {number_text(row['low'])} x 100"


def _saving(row: Record, aturan: AturanPp46) -> tuple[str, str]:
    """Time and cost: the words and the sum, by how much was saved."""
    rule, target, result = aturan.pp46_hemat.isi, float(row["low"]), float(row["angka"])
    saved, limit = FULL - result / target * FULL, number_text(rule.batas)
    plain = (
        f"({number_text(rule.faktor)} x {number_text(target)} - {number_text(result)}) / {number_text(target)} x 100"
    )
    if within(np.array(saved), rule):
        return f"hemat {short(saved)}%, tidak lebih dari {limit}%", plain
    return f"hemat {short(saved)}%, lebih dari {limit}%", f"{number_text(rule.puncak)} - ({plain} - 100)"


def _activity(row: Record) -> Step:
    label = rhk_label(row)
    if row["tambahan"]:
        return Step(label, "tugas tambahan: dihitung dengan poin, bukan sebagai kegiatan", "", None, POIN)
    values = [value for aspek in ASPECTS if (value := known(row[aspek])) is not None]
    if row["belum"]:
        return Step(
            label, "rerata aspeknya", "", None, POIN, "", f"belum ada angka: {row['belum']}; tidak dihitung nol"
        )
    return Step(label, "rerata aspeknya", mean_of(values), known(row["capaian"]), POIN)


def _skp(person: Person, aturan: AturanPp46) -> Step:
    own = [(row["no_rhk"], known(row["capaian"])) for row in person.rhk if not row["tambahan"]]
    missing = [str(number) for number, value in own if value is None]
    values = [value for _, value in own if value is not None]
    points = [person.pegawai["poin_tugas_tambahan"], person.pegawai["poin_kreativitas"]]
    rules = (aturan.pp46_poin_tugas_tambahan, aturan.pp46_poin_kreativitas)
    unknown = any(known(point) is None for point in points)
    said = (
        [f"kegiatan {', '.join(missing)} belum bernilai; bobotnya tidak dibagikan kepada yang lain"] if missing else []
    )
    said += ["poin tugas tambahan atau kreativitas tidak dikenal"] if unknown else []
    said += [] if own else ["belum ada kegiatan"]
    counted = "" if said else f"{mean_of(values)} + {short(points[0])} + {short(points[1])}"
    return Step(
        "Nilai SKP",
        "rerata kegiatan + poin tugas tambahan + poin kreativitas",
        counted,
        known(person.pegawai["nilai_skp"]),
        POIN,
        "; ".join(rule.dasar for rule, point in zip(rules, points, strict=True) if point),
        "; ".join(said),
    )


def _result(row: Record, aturan: AturanPp46) -> Iterator[Step]:
    bobot, value = aturan.pp46_bobot, known(row["nilai"])
    skp, perilaku = known(row["nilai_skp"]), known(row["nilai_perilaku"])
    share, rest = (f"{number_text(FULL * part)}%" for part in (bobot.isi.skp, bobot.isi.perilaku))
    counted = "" if skp is None or perilaku is None else f"{share} x {short(skp)} + {rest} x {short(perilaku)}"
    said = "" if counted else "salah satu unsur belum bernilai; bobotnya tidak dibagikan kepada yang lain"
    yield Step("Nilai prestasi kerja", f"{share} SKP + {rest} perilaku", counted, value, POIN, bobot.dasar, said)
    rungs = ", ".join(f"mulai {number_text(rung.dari)} {rung.predikat}" for rung in aturan.pp46_predikat.isi)
    yield Step("Predikat", rungs, "", row["predikat"] or "belum dinilai", "", aturan.pp46_predikat.dasar)
