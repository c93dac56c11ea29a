"""Buttons Nilai and Distribusi: the scores into Penilaian; the curve in words, and who is to be talked about."""

from collections.abc import Iterator

import pandas as pd

from kinerja_xl.indonesian import listed
from kinerja_xl.regulations import AturanRating
from kinerja_xl.ribbon.opened import Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome
from kinerja_xl.score_cells import Plan, ScoreCellsError, plan
from kinerja_xl.scoring.curve import HasilKurva
from kinerja_xl.scoring.units import KurvaUnit, curves

DISTRIBUSI = "Distribusi"
MOST_NAMED = 5


def nilai(opened: Opened) -> Outcome:
    """The score of everybody without a galat, with its steps, in the result columns of Penilaian."""
    checked = opened.scored
    try:
        planned = plan(checked, opened.file)
    except ScoreCellsError as error:
        raise ButtonError(f"Hasil tidak dapat ditulis: {error}.") from error
    return Outcome(_told(planned), {planned.sheet: planned.cells}, show=planned.sheet)


def _told(planned: Plan) -> str:
    done = f"{planned.scored} pegawai dihitung, {len(planned.cells)} sel ditulis di lembar {planned.sheet}."
    if not planned.cells:
        done = f"{planned.scored} pegawai dihitung; lembar {planned.sheet} sudah sesuai."
    left = ""
    if planned.held_back:
        left += f" {planned.held_back} pegawai belum dapat dinilai karena ada galat (tekan Periksa)."
    if planned.unplaced:
        left += f" {planned.unplaced} pegawai belum punya baris Penilaian untuk periode ini."
    return f"{done}{left} Berikutnya: pilih kedua rating, lalu tekan Distribusi."


def distribusi(opened: Opened) -> Outcome:
    """Where the predikat of the unit differ from the curve of its result, who is nearest, and the reason if one is given."""
    checked = opened.scored
    score = checked.examination.penilaian if checked.examination else None
    if score is None or not isinstance(score.aturan, AturanRating):
        raise ButtonError("Kurva distribusi baru ada sejak penilaian tahun 2022.")
    units = curves(checked.tables, score.pegawai, score.periode, score.aturan)
    if not units:
        raise ButtonError(
            "Capaian kinerja organisasi periode ini belum diisi. Isi di lembar Unit, lalu tekan tombolnya lagi."
        )
    return Outcome("\n".join(_lines(units[0], score.pegawai)), show=DISTRIBUSI)


def _lines(unit: KurvaUnit, people: pd.DataFrame) -> Iterator[str]:
    counted = ", ".join(f"{predikat} {number}" for predikat, number in unit.jumlah.items() if number)
    yield f"Capaian organisasi {unit.capaian}: {counted or 'belum ada yang dinilai'}. {unit.status}."
    broken = [hasil for hasil in unit.hasil if not hasil.terpenuhi]
    for hasil in broken:
        yield f"- {hasil.penjelasan}."
        yield from _nearest(hasil, people)
    if not broken or unit.terlalu_kecil:
        yield "Berikutnya: tekan Surat, lalu sampaikan dalam dialog kinerja."
    elif unit.alasan:
        yield f"Alasan di lembar Unit: {unit.alasan}"
    else:
        yield "Berikutnya: bicarakan dengan pimpinan, atau tulis alasannya di lembar Unit. Kurva tidak menurunkan predikat siapa pun."


def _nearest(hasil: HasilKurva, people: pd.DataFrame) -> Iterator[str]:
    """Whom to talk about where too many have a predikat: those of lowest achievement among them."""
    if hasil.pindah > 0:
        return
    those = people[people["predikat"].isin([str(p) for p in hasil.aturan.predikat])]
    names = those.sort_values(["capaian", "nama"])["nama"].head(min(-hasil.pindah, MOST_NAMED))
    if len(names):
        yield f"  Capaian terendah di antaranya: {listed([str(name) for name in names])}."
