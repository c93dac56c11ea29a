"""The workbook as it stands in the window of LibreOffice, what is typed and not yet saved included, as an .xlsx package.

Saving a unit workbook takes LibreOffice longer than all the rest of a button: it writes out every formula. So the file on the
disk is taken, and the cells that differ from those in the window are set in it, also where nobody has typed: another program may have
changed the file under the window. Where that is not enough (other sheets), LibreOffice writes a copy; the person's own file is never
written here. Another format than Excel's is taken as it is saved: the reader refuses it and says what to do.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zipfile import is_zipfile

from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.cells import text_of
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.locate import HEADER_SEARCH_ROWS
from kinerja_xl.forms.set_cells import CellError, CellValue, Place, as_typed, same
from kinerja_xl.forms.sheet_scan import formula_cells
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TABLES, TEMUAN
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.hosts.libreoffice.values import NULL_DATE
from kinerja_xl.package import read_parts

if TYPE_CHECKING:
    from kinerja_xl.hosts.libreoffice.books import Book

PACKAGES = {".xlsx", ".xlsm"}
READ = {*SHEET_NAMES.values(), TEMUAN.name}
"""Sheets that buttons read; no other is compared."""
RELIED_ON = {f.header for table in TABLES for f in table.read_fields if f.kind is Kind.FORMULA}
"""Columns of formulas whose result is read."""
Grid = Sequence[Sequence[Any]]


def package_of(book: "Book", path: Path) -> bytes:
    """The workbook of the window, whose file is at ``path``."""
    saved, state = path.read_bytes(), book.ask("book")
    if path.suffix.lower() not in PACKAGES or not is_zipfile(BytesIO(saved)):
        return saved
    try:
        return _brought_up(saved, book, state["sheets"], modified=state["modified"])
    except (CalamineError, CellError, KeyError, ValueError):
        return _written_by_office(book, path)


def _brought_up(saved: bytes, book: "Book", sheets: Sequence[str], *, modified: bool) -> bytes:
    """The saved package with the cells of the window; raises CellError or the like where it cannot say what the window says.

    Where no more differs than what LibreOffice has computed in an untouched window, it is the saved package.
    """
    parts, reader = read_parts(saved), CalamineWorkbook.from_filelike(BytesIO(saved))
    if list(sheets) != list(reader.sheet_names):
        raise CellError("lembarnya lain")
    where, changed, touched = sheet_parts(parts), {}, modified
    for name in (name for name in sheets if name in READ):
        shown = book.ask("content", name)
        before = reader.get_sheet_by_name(name).to_python(skip_empty_area=False)
        both = {place(cell) for cell in formula_cells(parts[where[name]])} & set(_places(shown["formulas"]))
        relied_on = _columns(before, RELIED_ON)
        changed[name] = differences(before, shown["values"], {at for at in both if at[1] not in relied_on})
        touched = touched or not both.issuperset(changed[name])
    changed = {name: cells for name, cells in changed.items() if cells}
    return as_typed(parts, changed) if changed and touched else saved


def _columns(grid: Grid, headers: Collection[str]) -> set[int]:
    """Numbers of the columns with one of these headers."""
    return {column for row in grid[:HEADER_SEARCH_ROWS] for column, cell in enumerate(row, start=1) if cell in headers}


def differences(before: Grid, shown: Grid, computed: set[Place]) -> dict[Place, CellValue]:
    """The cells that show something else than before; those in ``computed`` aside, whose saved results nobody relies on."""
    return {
        (row, column): value
        for row, (old, new) in enumerate(zip_longest(before, shown, fillvalue=()), start=1)
        for column, (was, cell) in enumerate(zip_longest(old, new, fillvalue=""), start=1)
        if was != cell and (row, column) not in computed and not _is_same(was, value := _plain(cell))
    }


def _is_same(was: object, value: CellValue) -> bool:
    return same(_plain(was), value)


def _plain(cell: Any) -> CellValue:  # noqa: ANN401 what a reader or the office gives
    """A cell as it can be set without a format: days and true/false as the text they are read as."""
    if isinstance(cell, dict):
        return text_of(NULL_DATE + timedelta(days=cell["d"]))
    if isinstance(cell, bool | date):
        return text_of(cell)
    return None if cell == "" else cell


def _places(areas: Sequence[Sequence[int]]) -> Iterator[Place]:
    """Every cell of rectangles given as the office counts."""
    for row, column, rows, columns in areas:
        for r in range(row + 1, row + rows + 1):
            yield from ((r, c) for c in range(column + 1, column + columns + 1))


def _written_by_office(book: "Book", path: Path) -> bytes:
    with TemporaryDirectory(prefix="kinerja-") as folder:
        copy = Path(folder) / path.with_suffix(".xlsx").name
        book.ask("export", str(copy))
        return copy.read_bytes()
