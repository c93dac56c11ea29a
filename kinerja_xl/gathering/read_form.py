"""Reads one staff form, ours or a foreign one. The boundary: whatever is wrong with a file comes back as findings."""

from pathlib import Path

from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms import guard
from kinerja_xl.forms.book import Book, Grid, own_output
from kinerja_xl.forms.unit_workbook import FORM as UNIT_FORM
from kinerja_xl.forms.unit_workbook import UNIT
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.csv_sheet import SUFFIXES
from kinerja_xl.gathering.foreign.form import read_csv, read_foreign
from kinerja_xl.gathering.foreign.mapping import NO_MAP, Map
from kinerja_xl.gathering.own_cells import tell_odd_cells
from kinerja_xl.gathering.own_traces import is_own, unnamed
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.struck import tell_struck
from kinerja_xl.terms import squeezed

OWN_SHEET, OWN_LABEL, OWN_FORM = "Identitas", "Formulir", "FORMULIR SKP"
"""Where our own form says what it is."""
_PACKAGES = (b"PK", bytes.fromhex("D0CF11E0"))
"""How workbooks begin, whatever their file is called."""


def read_form(path: Path, berkas: str = "", peta: Map = NO_MAP) -> StaffForm:
    """Read the staff form at ``path``; ``berkas`` is the name used in findings (default: the file's own).

    ``peta`` is the office's mapping of headers. Never raises for what is in the file; a file that cannot be read comes back with
    one finding and no rows.
    """
    name = berkas or path.name
    unread = StaffForm(name)
    try:
        return _read(path, name, peta)
    except guard.Refusal as refusal:
        unread.tell(refusal.fault, cell=refusal.cell, **refusal.words)
    except PermissionError:
        unread.tell(form_faults.NOT_ALLOWED)
    # The one boundary: a broken file is a finding. A panic of the reader is no Exception, so the net is wider here.
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        unread.tell(form_faults.UNREADABLE)
    return unread


def _read(path: Path, berkas: str, peta: Map) -> StaffForm:
    if path.suffix.lower() in SUFFIXES and not _is_package(path):
        return read_csv(path, berkas, peta)
    package = guard.inspect(path)
    book = Book(path, package)
    if not book.names:
        return _refused(berkas, form_faults.NO_SHEETS)
    form = _of_book(path, book, package, berkas, peta)
    if package.counts_from_1904 and form.accepted:
        form.tell(faults.SINCE_1904)
    return form


def _of_book(path: Path, book: Book, package: guard.Package, berkas: str, peta: Map) -> StaffForm:
    if _says(book, OWN_SHEET, OWN_LABEL, OWN_FORM):
        from kinerja_xl.gathering.own_form import read_own  # noqa: PLC0415 most forms are foreign

        form = read_own(book, package, berkas)
        tell_odd_cells(form, book, package)
        tell_struck(form, book, package)
        return form
    what = _other_workbook(book)
    if what:
        return _refused(berkas, faults.NOT_A_FORM, apa=what)
    if is_own(book):
        return unnamed(book, berkas)
    foreign = read_foreign(path, package, berkas, peta)
    for form in (foreign, *foreign.others):
        tell_struck(form, book, package)
    return foreign


def _is_package(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith(_PACKAGES)


def _refused(berkas: str, fault: faults.Fault, **words: str) -> StaffForm:
    form = StaffForm(berkas)
    form.tell(fault, **words)
    return form


def _other_workbook(book: Book) -> str:
    """Which other workbook of kinerja_xl this is, as a message calls it; empty where it is none."""
    if _says(book, UNIT.name, UNIT.field("formulir").header, UNIT_FORM):
        return "Buku Kerja Unit"
    output = own_output(book.names)
    return f"hasil kinerja_xl sendiri ({output})" if output else ""


def _says(book: Book, sheet: str, label: str, value: str) -> bool:
    """Whether a sheet has a row with this label and, behind it, this value."""
    grid: Grid = book.grid(sheet) if book.has(sheet) else []
    rows = ([squeezed(cell) for cell in row if isinstance(cell, str)] for row in grid)
    return any(squeezed(label) in texts and squeezed(value) in texts for texts in rows)
