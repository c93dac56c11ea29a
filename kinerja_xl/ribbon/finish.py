"""Buttons Kunci and Buka Kunci: finish a workbook so that nobody changes it unnoticed, and open it again."""

from kinerja_xl.findings import Severity, counts
from kinerja_xl.forms import seal
from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.set_cells import CellValue, Place
from kinerja_xl.forms.unit_workbook import UNIT, Form, form_for
from kinerja_xl.ribbon.opened import Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome

SAVE = "simpan (Ctrl+S)"


def kunci(opened: Opened) -> Outcome:
    """Lock every input and write since when, with the digest of what is typed."""
    form, rows = _form(opened), opened.reading.rows
    if since := seal.since(rows):
        raise ButtonError(_already(opened, form, since))
    period = opened.periode.label
    faults = counts(opened.scored.findings)[Severity.GALAT]
    warning = f" Masih ada {faults} galat; orangnya tidak akan dinilai." if faults else ""
    code = seal.digest(rows, form)
    return Outcome(
        f"Buku kerja dikunci untuk {period}. Sidik isian: {code}. Berikutnya: {SAVE}, lalu kirim ke kepegawaian.",
        _entries(opened, seal.moment_text(opened.now), code),
        locks=_locks(opened, form, locked=True),
        show=_unit_name(opened),
        question=f"Kunci semua isian buku kerja ini untuk {period}?{warning} Sesudah itu isian hanya dapat diubah dengan Buka Kunci.",
    )


def buka_kunci(opened: Opened) -> Outcome:
    """Open every input again, and take the seal off."""
    form = _form(opened)
    since = seal.since(opened.reading.rows)
    if not since:
        raise ButtonError("Buku kerja ini tidak dikunci; isiannya dapat diubah.")
    return Outcome(
        f"Kunci dibuka. Berikutnya: ubah yang perlu, tekan Periksa dan Nilai, lalu tekan Kunci lagi dan {SAVE}.",
        _entries(opened, None, None),
        locks=_locks(opened, form, locked=False),
        question=f"Buku kerja ini dikunci sejak {since}. Buka kuncinya? Yang sudah dikirim ke kepegawaian tidak ikut berubah.",
    )


def _form(opened: Opened) -> Form:
    form = form_for(opened.reading.rows[UNIT.key]["tahun"][0])
    if not all((UNIT.key, key) in opened.reading.cells for key in (seal.SINCE, seal.DIGEST)):
        raise ButtonError(
            "Formulir ini belum punya tempat untuk kunci di lembar Unit. Buat formulir baru (kinerja formulir unit), lalu salin isinya."
        )
    return form


def _already(opened: Opened, form: Form, since: str) -> str:
    if seal.is_broken(opened.reading, form):
        return (
            f"Buku kerja ini dikunci sejak {since}, tetapi isiannya berubah sesudah itu. "
            "Tekan Buka Kunci, periksa isiannya, lalu tekan Kunci lagi."
        )
    return f"Buku kerja ini sudah dikunci sejak {since}, dan isiannya tidak berubah sejak itu."


def _entries(opened: Opened, since: CellValue, code: CellValue) -> dict[str, dict[Place, CellValue]]:
    places = {key: place(opened.reading.cells[UNIT.key, key]) for key in (seal.SINCE, seal.DIGEST)}
    return {_unit_name(opened): {places[seal.SINCE]: since, places[seal.DIGEST]: code}}


def _locks(opened: Opened, form: Form, *, locked: bool) -> dict[str, dict[Place, bool]]:
    found = seal.input_places(opened.book, form, opened.reading)
    return {sheet: dict.fromkeys(places, locked) for sheet, places in found.items()}


def _unit_name(opened: Opened) -> str:
    return opened.book.own_name(UNIT.name)
