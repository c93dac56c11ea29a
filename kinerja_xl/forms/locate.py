"""Finds the fields of the form in the cells of a sheet: entries by their label, tables by the text of their header row."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kinerja_xl.forms.book import Grid
from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.description import Field, FormSheet, TableSheet
from kinerja_xl.terms import squeezed

HEADER_SEARCH_ROWS = 40


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
