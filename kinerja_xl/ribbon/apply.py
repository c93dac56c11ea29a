"""Writes an ``Outcome`` into an open workbook, in whole ranges: a call into Excel costs as much as a thousand cells."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from kinerja_xl.forms.cell_formats import Colour
from kinerja_xl.forms.set_cells import CellValue, Place
from kinerja_xl.hosts import content
from kinerja_xl.hosts.protection import lock, unprotected
from kinerja_xl.ribbon.outcome import Outcome

if TYPE_CHECKING:
    import xlwings as xw

T = TypeVar("T")
Block = tuple[Place, list[list[T]]]
"""First cell, and the values of a rectangle by rows."""


@contextmanager
def writable(book: "xw.Book", outcome: Outcome) -> Iterator[None]:
    """All sheets that an outcome writes, open together, so that one with a password stops it before anything is written."""
    with ExitStack() as all_open:
        for name in _sheets(outcome):
            all_open.enter_context(unprotected(book.sheets[name]))
        yield


def apply(book: "xw.Book", outcome: Outcome) -> None:
    """Write cells, colours and locks into sheets that are ``writable``."""
    for name in _sheets(outcome):
        sheet = book.sheets[name]
        _values(sheet, outcome.cells.get(name, {}))
        _colours(sheet, outcome.colours.get(name, {}))
        _locks(sheet, outcome.locks.get(name, {}))
    if outcome.show and outcome.show in [sheet.name for sheet in book.sheets]:
        # Not xlwings' own ``activate``, which looks for the program it takes for active: none in LibreOffice or on a closed file.
        book.sheets[outcome.show].impl.activate()
        if outcome.show_row:
            content.scroll_to(book.sheets[outcome.show], outcome.show_row)


def _sheets(outcome: Outcome) -> list[str]:
    """The sheets in which something is to be written."""
    kinds = (outcome.cells, outcome.colours, outcome.locks)
    return sorted({name for kind in kinds for name, cells in kind.items() if cells})


def _values(sheet: "xw.Sheet", cells: Mapping[Place, CellValue]) -> None:
    for (row, column), values in blocks(cells):
        last = (row + len(values) - 1, column + len(values[0]) - 1)
        sheet.range((row, column), last).value = values


def _colours(sheet: "xw.Sheet", colours: Mapping[Place, Colour]) -> None:
    for colour, cells in _of_one_kind(sheet, colours):
        cells.color = colour


def _locks(sheet: "xw.Sheet", locks: Mapping[Place, bool]) -> None:
    for locked, cells in _of_one_kind(sheet, locks):
        lock(cells, locked=locked)


def _of_one_kind(sheet: "xw.Sheet", wanted: Mapping[Place, T]) -> "Iterator[tuple[T, xw.Range]]":
    """Rectangles of cells for which the same is wanted."""
    for kind in set(wanted.values()):
        for (row, column), rows in blocks({place: each for place, each in wanted.items() if each == kind}):
            yield kind, sheet.range((row, column), (row + len(rows) - 1, column + len(rows[0]) - 1))


def blocks(cells: Mapping[Place, T]) -> Iterator[Block[T]]:
    """The cells as rectangles without gaps: runs of a row, joined with those of the same columns above."""
    open_blocks: dict[tuple[int, int], Block[T]] = {}
    for (row, first), values in _runs(cells):
        span = (first, first + len(values) - 1)
        above = open_blocks.get(span)
        if above and above[0][0] + len(above[1]) == row:
            above[1].append(values)
            continue
        if above:
            yield above
        open_blocks[span] = ((row, first), [values])
    yield from open_blocks.values()


def _runs(cells: Mapping[Place, T]) -> Iterator[tuple[Place, list[T]]]:
    """Neighbouring cells of each row."""
    start, values = (0, 0), list[T]()
    for place in sorted(cells):
        if values and place == (start[0], start[1] + len(values)):
            values.append(cells[place])
            continue
        if values:
            yield start, values
        start, values = place, [cells[place]]
    if values:
        yield start, values
