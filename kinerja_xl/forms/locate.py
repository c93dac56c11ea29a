"""Finds the fields of the form in the cells of a sheet: entries by their label, tables by the text of their header row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from kinerja_xl.forms.book import Book, Grid
from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.description import Field, FormSheet, TableSheet
from kinerja_xl.terms import squeezed

HEADER_SEARCH_ROWS = 40
Row = tuple[int, Sequence[Cell]]
"""A row's number and its cells."""


@dataclass(frozen=True)
class FoundTable:
    """A table found on its sheet: the index of its header row (-1: none), the column index of each field found in it."""

    table: TableSheet
    name: str
    """Name of the sheet as it is spelled in the workbook."""
    grid: Grid
    xml: bytes
    header: int
    places: dict[str, int]

    @cached_property
    def missing(self) -> list[Field]:
        """The fields that stand nowhere in the header row."""
        return [f for f in self.table.fields if f.key not in self.places]

    @cached_property
    def lost(self) -> list[Field]:
        """The missing fields that every workbook of the form has had from the first day on."""
        return [f for f in self.missing if not f.late]

    @cached_property
    def strange(self) -> dict[str, int]:
        """Texts of the header row that are no header of the form, and their column indexes."""
        known = set(self.places.values())
        cells = self.grid[self.header] if self.header >= 0 else ()
        texts = [(c, i) for i, c in enumerate(cells) if i not in known and isinstance(c, str) and not is_blank(c)]
        return dict(reversed(texts))

    @cached_property
    def used_rows(self) -> list[Row]:
        """The rows below the header in which somebody typed something."""
        columns = [column for _, column in self.inputs]
        below = enumerate(self.grid[self.header + 1 :], start=self.header + 2)
        if not columns:
            return []
        picked, empty = itemgetter(*columns, columns[0]), ("",) * (len(columns) + 1)
        filled = (row for row in below if picked(row[1]) != empty)
        return [(number, cells) for number, cells in filled if not all(is_blank(cells[c]) for c in columns)]

    @property
    def inputs(self) -> list[tuple[Field, int]]:
        """The fields found that people type into, with their column indexes."""
        return [(f, self.places[f.key]) for f in self.table.inputs if f.key in self.places]


def find_table(table: TableSheet, book: Book) -> FoundTable:
    """The table on its sheet, which must be there."""
    grid = book.grid(table.name)
    return FoundTable(table, book.own_name(table.name), grid, book.xml(table.name), *find_header(table, grid))


def is_blank(cell: Cell) -> bool:
    """Whether nobody typed anything: empty, or blanks of any kind."""
    return cell == "" or (isinstance(cell, str) and not cell.strip())


def find_values(form: FormSheet, grid: Grid) -> dict[str, tuple[int, int]]:
    """Row and column number of the value of each entry whose label stands on the sheet.

    A value stands as far to the right of its label as most values do (next to it, as built).
    """
    labels = _labels(form, grid)
    offset = _usual_offset(grid, labels.values())
    return {key: (row, column + offset) for key, (row, column) in labels.items()}


def _labels(form: FormSheet, grid: Grid) -> dict[str, tuple[int, int]]:
    entries = {spelling: entry for entry in form.entries for spelling in entry.spellings}
    places: dict[str, tuple[int, int]] = {}
    for row, cells in enumerate(grid, start=1):
        for column, cell in enumerate(cells, start=1):
            entry = entries.get(squeezed(cell)) if isinstance(cell, str) and cell else None
            if entry is not None and entry.key not in places:
                places[entry.key] = (row, column)
                break
    return places


def _usual_offset(grid: Grid, places: Iterable[tuple[int, int]]) -> int:
    """Distance from a label to the first filled cell beside it, as most labels have it."""
    firsts = (
        next((i for i, cell in enumerate(grid[row - 1][column:], start=1) if not is_blank(cell)), 0)
        for row, column in places
    )
    found = Counter(offset for offset in firsts if offset)
    return max(found, key=lambda offset: (found[offset], -offset), default=1)


def find_header(table: TableSheet, grid: Grid) -> tuple[int, dict[str, int]]:
    """Index of the row that holds most of the table's headers, and the column index of each field found in it."""
    best, places = -1, dict[str, int]()
    for i, cells in enumerate(grid[:HEADER_SEARCH_ROWS]):
        found = _fields_in(table.fields, cells)
        if len(found) > max(len(places), 1):
            best, places = i, found
        if len(places) == len(table.fields):
            break
    return best, places


def _fields_in(fields: Sequence[Field], cells: Sequence[Cell]) -> dict[str, int]:
    """Column index of each field whose header stands in the row; of equal headers the first counts."""
    columns: dict[str, int] = {}
    for i, cell in enumerate(cells):
        if isinstance(cell, str) and cell:
            columns.setdefault(squeezed(cell), i)
    return {f.key: columns[text] for f in fields for text in f.spellings if text in columns}
