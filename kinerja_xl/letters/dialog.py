"""What stands on each person's sheet for the dialogue: results, their course over the year, feedback, and what to talk about.

Pure data from workbooks already checked; ``dialog_book`` lays it out. Feedback is part of every quarter's evaluation (PermenPANRB 6/2022).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.run import Checked, consolidate
from kinerja_xl.letters.wording import day_text, lines_of, percent_text, text_of
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import read_term

NOT_RATED = "belum dinilai"
MOST_LOW = 3
"""So many indicators below their target are brought up; the lowest first."""
Record = Mapping[str, Any]
Rows = Mapping[tuple[str, str], list[Record]]


@dataclass(frozen=True)
class Indicator:
    """One indicator: its number ``1.2``, what it is about, target and result as typed, achievement in percent."""

    nomor: str
    uraian: str
    target: str
    realisasi: str
    capaian: float | None
    umpan_balik: str


@dataclass(frozen=True)
class Dialog:
    """The sheet of one person."""

    nip: str
    nama: str
    jabatan: str
    penilai: str
    hasil: tuple[tuple[str, str], ...]
    """Label and value of the results of the period."""
    riwayat: tuple[tuple[str, str, str, str], ...]
    """The year so far: period, rating of results, rating of behaviour, predikat."""
    indikator: tuple[Indicator, ...]
    perilaku: tuple[tuple[str, str, str], ...]
    """Value of conduct, what is expected, feedback."""
    rekomendasi: tuple[str, ...]
    pengembangan: tuple[tuple[str, str, str, str], ...]
    """Form, activity, when, status."""
    bahan: tuple[str, ...]
    """Questions for the talk."""
    predikat: str
    capaian: float | None


def dialogs(checked: Checked, people: Collection[str] = ()) -> list[Dialog]:
    """The sheets of everybody whom no galat blocks, or of those of the NIPs ``people``; ValueError where no period is named."""
    recap = consolidate(checked).frames["Rekap Pegawai"]
    found = checked.examination
    if found is None:
        raise ValueError("no workbook names a period")
    tables, periode = found.tables, found.penilaian.periode
    indicators = _by_person(found.penilaian.indikator)
    behaviours, ratings, training = map(_by_person, (tables.perilaku, tables.penilaian, tables.pengembangan))
    return [
        _dialog(row, indicators.get(who, []), behaviours.get(who, []), ratings.get(who, []), training.get(who, []), periode)
        for row in _records(recap)
        if (who := (row["berkas"], row["nip"])) and (not people or row["nip"] in people)
    ]  # fmt: skip


def _dialog(
    row: Record,
    indicators: list[Record],
    behaviours: list[Record],
    ratings: list[Record],
    training: list[Record],
    periode: Periode,
) -> Dialog:
    told = tuple(_indicator(each) for each in indicators)
    return Dialog(
        nip=row["nip"],
        nama=row["nama"],
        jabatan=row["jabatan"],
        penilai=row["nama_penilai"],
        hasil=tuple(_results(row)),
        riwayat=tuple(_history(ratings)),
        indikator=told,
        perilaku=tuple(_behaviour(each, periode) for each in behaviours),
        rekomendasi=tuple(lines_of(row["rekomendasi"])),
        pengembangan=tuple(_activity(each) for each in training),
        bahan=tuple(topics(told, has_training=bool(training))),
        predikat=text_of(row["predikat"]) or NOT_RATED,
        capaian=_number(row["capaian"]) if "capaian" in row else None,
    )


def _results(row: Record) -> Iterator[tuple[str, str]]:
    """What the year's way of rating has; the number of years before 2022 stands for the ratings."""
    if "capaian" in row:
        yield "Rerata capaian indikator", percent_text(row["capaian"]) or "belum ada"
    for key, label in (("rating_hasil", "Rating hasil kerja"), ("rating_perilaku", "Rating perilaku kerja")):
        if key in row:
            yield label, text_of(row[key]) or NOT_RATED
    if "nilai" in row:
        yield "Nilai", text_of(row["nilai"]) or NOT_RATED
    yield "Predikat kinerja", text_of(row["predikat"]) or NOT_RATED


def _history(ratings: list[Record]) -> Iterator[tuple[str, str, str, str]]:
    """The rated periods of the year in their order, each once."""
    named = {p: row for row in reversed(ratings) if (p := read_term(Periode, row["periode"]))}
    for periode in Periode:
        row = named.get(periode)
        if row and text_of(row["predikat"]):
            yield (
                periode.label,
                text_of(row.get("rating_hasil", "")),
                text_of(row.get("rating_perilaku", "")),
                text_of(row["predikat"]),
            )


def _indicator(row: Record) -> Indicator:
    return Indicator(
        nomor=".".join(part for part in (row["no_rhk"], row["no_iki"]) if part),
        uraian=text_of(row["indikator"]) or text_of(row["rhk"]),
        target=" ".join(part for part in (text_of(row["target_periode"]), _unit(row)) if part),
        realisasi=text_of(row["realisasi"]),
        capaian=_number(row["capaian"]),
        umpan_balik=text_of(row["umpan_balik"]),
    )


def _unit(row: Record) -> str:
    """The unit of measurement where the target does not name one itself."""
    return "" if text_of(row["satuan_target"]) else text_of(row["satuan"])


def _behaviour(row: Record, periode: Periode) -> tuple[str, str, str]:
    return (
        text_of(row["nilai"]),
        text_of(row["ekspektasi"]),
        text_of(row[f"umpan_balik_{periode.suffix}"]),
    )


def _activity(row: Record) -> tuple[str, str, str, str]:
    when = " s.d. ".join(dict.fromkeys(day for key in ("mulai", "selesai") if (day := day_text(row[key]))))
    return text_of(row["bentuk"]), text_of(row["kegiatan"]), when, text_of(row["status"])


def topics(indicators: Collection[Indicator], *, has_training: bool) -> Iterator[str]:
    """What to talk about: the lowest, what has no result, what went best, development, what comes next."""
    numbered = [each for each in indicators if each.capaian is not None]
    low = sorted((each for each in numbered if (each.capaian or 0) < FULL), key=lambda each: each.capaian or 0)
    for each in low[:MOST_LOW]:
        yield f"Indikator {each.nomor} baru mencapai {percent_text(each.capaian)}: apa hambatannya, dan dukungan apa yang diperlukan?"
    missing = [each.nomor for each in indicators if not each.realisasi]
    if missing:
        yield f"Indikator {', '.join(missing)} belum ada realisasinya: apa kendalanya, dan kapan selesai?"
    best = max(numbered, key=lambda each: each.capaian or 0, default=None)
    if best and (best.capaian or 0) > FULL:
        yield f"Indikator {best.nomor} mencapai {percent_text(best.capaian)}: apa yang membuatnya berhasil, dan siapa yang dapat belajar darinya?"
    if not has_training:
        yield "Belum ada rencana pengembangan: pelatihan, coaching, atau mentoring apa yang dibutuhkan?"
    yield "Apa yang disepakati untuk periode berikut, dan siapa mengerjakan apa?"


def _by_person(frame: pd.DataFrame) -> Rows:
    found: dict[tuple[str, str], list[Record]] = {}
    for row in _records(frame):
        found.setdefault((row[PERSON[0]], row[PERSON[1]]), []).append(row)
    return found


def _records(frame: pd.DataFrame) -> list[Record]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
