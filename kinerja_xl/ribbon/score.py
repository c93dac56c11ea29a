"""Buttons Nilai and Distribusi: the scores into Penilaian; the curve in words, and who is to be talked about."""

from collections.abc import Iterator

import pandas as pd

from kinerja_xl.indonesian import listed
from kinerja_xl.regulations import AturanRating
from kinerja_xl.ribbon.opened import SEND, Opened
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
    told = f"{_told(planned)} Berikutnya: {_following(opened, planned)}."
    return Outcome(told, {planned.sheet: planned.cells}, show=planned.sheet, show_row=planned.first_row)


def _told(planned: Plan) -> str:
    done = f"{planned.scored} pegawai dihitung, {len(planned.cells)} sel ditulis di lembar {planned.sheet}."
    if not planned.cells:
        done = f"{planned.scored} pegawai dihitung; lembar {planned.sheet} sudah sesuai."
    left = ""
    if planned.held_back:
        left += f" {planned.held_back} pegawai belum dapat dinilai karena ada galat (tekan Periksa)."
    if planned.unplaced:
        left += f" {planned.unplaced} pegawai belum punya baris Penilaian untuk periode ini."
    return f"{done}{left}"


def _following(opened: Opened, planned: Plan) -> str:
    """The next step: of those who can be rated before those who cannot yet; where nothing can be typed, another one."""
    if opened.locked_since:
        return "tekan Buka Kunci, lalu Periksa, dan perbaiki yang merah" if planned.held_back else SEND
    score = opened.scored.examination.penilaian if opened.scored.examination else None
    rates = score is not None and isinstance(score.aturan, AturanRating)
    if rates and planned.unrated:
        return f"pilih kedua rating bagi {planned.unrated} pegawai, lalu tekan Distribusi"
    if planned.held_back:
        return "tekan Periksa, perbaiki yang merah, lalu tekan Nilai lagi"
    if planned.unplaced:
        return "isi baris Penilaian mereka, lalu tekan Nilai lagi"
    return "tekan Distribusi" if rates else f"baca hasilnya, lalu tekan Kunci dan {SEND}"


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
    lines = _lines(units[0], score.pegawai, locked=bool(opened.locked_since))
    return Outcome("\n".join(lines), show=DISTRIBUSI)


def _lines(unit: KurvaUnit, people: pd.DataFrame, *, locked: bool) -> Iterator[str]:
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
        reason = "tekan Buka Kunci untuk menulis alasannya" if locked else "tulis alasannya"
        yield f"Berikutnya: bicarakan dengan pimpinan, atau {reason} di lembar Unit. Kurva tidak menurunkan predikat siapa pun."


def _nearest(hasil: HasilKurva, people: pd.DataFrame) -> Iterator[str]:
    """Whom to talk about where too many have a predikat: those of lowest achievement among them."""
    if hasil.pindah > 0:
        return
    those = people[people["predikat"].isin([str(p) for p in hasil.aturan.predikat])]
    names = those.sort_values(["capaian", "nama"])["nama"].head(min(-hasil.pindah, MOST_NAMED))
    if len(names):
        yield f"  Capaian terendah di antaranya: {listed([str(name) for name in names])}."
