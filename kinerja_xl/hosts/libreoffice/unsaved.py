"""The workbook as it stands in the window of LibreOffice, what is typed and not yet saved included, as an .xlsx package.

Saving a unit workbook takes LibreOffice longer than all the rest of a button: it writes out every formula. So the file on the
disk is taken, and the cells that differ from those in the window are set in it, also where nobody has typed: another program may have
changed the file under the window. Where that is not enough (other sheets), LibreOffice writes a copy; the person's own file is never
written here. Another format than Excel's is taken as it is saved: the reader refuses it and says what to do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import is_zipfile

from python_calamine import CalamineError

from kinerja_xl.forms import guard
from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.book import UNREAD_SHEETS
from kinerja_xl.forms.book import Book as SavedBook
from kinerja_xl.forms.cells import text_of
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.locate import find_header
from kinerja_xl.forms.set_cells import CellError, CellValue, Place, as_typed, same
from kinerja_xl.forms.sheet_scan import error_cells, formula_cells
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TABLES, TEMUAN
from kinerja_xl.hosts.libreoffice.values import NULL_DATE
from kinerja_xl.package import read_parts

if TYPE_CHECKING:
    from kinerja_xl.hosts.libreoffice.books import Book

PACKAGES = {".xlsx", ".xlsm"}
READ = {*SHEET_NAMES.values(), TEMUAN.name}
"""Sheets that buttons read; no other is compared."""
_UNREAD = set(UNREAD_SHEETS) - READ
Grid = Sequence[Sequence[Any]]


def package_of(book: "Book", path: Path) -> bytes:
    """The workbook of the window, whose file is at ``path``."""
    saved, state = path.read_bytes(), book.ask("book")
    if path.suffix.lower() not in PACKAGES or not is_zipfile(BytesIO(saved)):
        return saved
    try:
        saved_book = SavedBook(path, guard.inspect(path, _UNREAD))
        changed = _changed(saved_book, book, state["sheets"], modified=state["modified"])
        return as_typed(read_parts(saved), changed) if changed else saved
    except guard.Refusal:
        return saved
    except (CalamineError, CellError, LookupError, ValueError):
        return _written_by_office(book, path)


def _changed(
    saved: SavedBook, book: "Book", sheets: Sequence[str], *, modified: bool
) -> dict[str, dict[Place, CellValue]]:
    """The cells of the window that the file holds otherwise; raises CellError or the like where that cannot be said.

    Nothing where no more differs than what LibreOffice has computed in an untouched window.
    """
    if list(sheets) != saved.names:
        raise CellError("lembarnya lain")
    changed, touched = {}, modified
    for name in (name for name in sheets if name in READ):
        changed[name], typed = _of_sheet(book, name, _as_shown(saved, name), saved.xml(name))
        touched = touched or typed
    return {name: cells for name, cells in changed.items() if cells} if touched else {}


def _as_shown(saved: SavedBook, name: str) -> Grid:
    """The saved cells as the window gives them: an error is no value."""
    grid = [list(row) for row in saved.grid(name)]
    for cell in error_cells(saved.xml(name)):
        row, column = place(cell)
        grid[row - 1][column - 1] = ""
    return grid


def _of_sheet(book: "Book", name: str, before: Grid, xml: bytes) -> tuple[dict[Place, CellValue], bool]:
    """The cells of a sheet that differ in the window, and whether there are others among them than results of formulas."""
    results = _results(name, before)
    shown = book.ask("content", name, [column - 1 for column in sorted(results.shown)])
    if results.are_moved(before, shown["values"]):
        return differences(before, book.ask("content", name)["values"], lambda _: False), True
    formulas = _Formulas(frozenset(formula_cells(xml)), shown["formulas"])
    found = differences(before, shown["values"], lambda at: at[1] not in results.relied_on and formulas.hold(at))
    return found, not all(map(formulas.hold, found))


class _Results(NamedTuple):
    """Columns of formulas (numbers from 1): those whose saved results are read, and those that only show something."""

    header: int
    relied_on: frozenset[int]
    shown: frozenset[int]

    def are_moved(self, before: Grid, now: Grid) -> bool:
        """Whether other columns may stand there by now."""
        if self.header < 0:
            return False
        headers = zip_longest(before[self.header], now[self.header] if len(now) > self.header else (), fillvalue="")
        return any(was != shown for was, shown in headers)


def _results(sheet: str, before: Grid) -> _Results:
    """The columns of formulas of a sheet as saved, and the index of the row with their headers."""
    table = next((table for table in TABLES if table.name == sheet), None)
    if table is None:
        return _Results(-1, frozenset(), frozenset())
    header, places = find_header(table, before)
    formulas = [(f.read, places[f.key] + 1) for f in table.fields if f.kind is Kind.FORMULA and f.key in places]
    relied_on = frozenset(column for read, column in formulas if read)
    return _Results(header, relied_on, frozenset(column for _, column in formulas) - relied_on)


def differences(before: Grid, shown: Grid, computed: Callable[[Place], bool]) -> dict[Place, CellValue]:
    """The cells that show something else than before; those ``computed`` aside, whose saved results nobody relies on."""
    return {
        (row, column): value
        for row, (old, new) in enumerate(zip_longest(before, shown, fillvalue=()), start=1)
        if old != new
        for column, (was, cell) in enumerate(zip_longest(old, new, fillvalue=""), start=1)
        if was != cell and not _is_same(was, value := _plain(cell)) and not computed((row, column))
    }


@dataclass(frozen=True)
class _Formulas:
    """The cells that hold a formula in the file and in the window."""

    saved: frozenset[str]
    shown: Sequence[Sequence[int]]
    """Rectangles as the office counts: row, column, rows, columns."""

    def hold(self, at: Place) -> bool:
        """Whether a cell is one of them."""
        row, column = at
        if f"{letters(column)}{row}" not in self.saved:
            return False
        return any(r < row <= r + rows and c < column <= c + columns for r, c, rows, columns in self.shown)


def _is_same(was: object, value: CellValue) -> bool:
    return same(_plain(was), value)


def _plain(cell: Any) -> CellValue:  # noqa: ANN401 what a reader or the office gives
    """A cell as it can be set without a format: days and true/false as the text they are read as."""
    if isinstance(cell, dict):
        return text_of(NULL_DATE + timedelta(days=cell["d"]))
    if isinstance(cell, bool | date):
        return text_of(cell)
    return None if cell == "" else cell


def _written_by_office(book: "Book", path: Path) -> bytes:
    with TemporaryDirectory(prefix="kinerja-") as folder:
        copy = Path(folder) / path.with_suffix(".xlsx").name
        book.ask("export", str(copy))
        return copy.read_bytes()
