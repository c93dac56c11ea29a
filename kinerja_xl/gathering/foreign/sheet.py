"""A sheet of a foreign form: its cells as texts with their places, and which cells are merged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath

from lxml import etree
from python_calamine import CalamineError

from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.book import Book, Grid
from kinerja_xl.forms.cells import Cell, text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.sheet_scan import merged_ranges
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.gathering.cell_links import links_of
from kinerja_xl.gathering.foreign.number_formats import Formats, shown
from kinerja_xl.gathering.foreign.pieces import Value
from kinerja_xl.gathering.staff_form import Place

MOST_MERGED = 500_000
"""So many merged cells are looked at; no form has them, and a file must not hold up the program."""
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; indexes from 0."""


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet by row and column index (from 0)."""

    name: str
    grid: Grid
    merged: tuple[Area, ...] = ()
    xml: bytes = field(default=b"", repr=False)
    links: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Where cells lead to, by their addresses; see ``cell_links``."""

    @cached_property
    def texts(self) -> list[list[str]]:
        """The texts of all cells; empty where a cell is empty or blank."""
        return [text_column(row, Kind.TEXT) for row in self.grid]

    def text(self, row: int, column: int) -> str:
        """The text of a cell; empty outside the sheet."""
        if 0 <= row < len(self.texts) and 0 <= column < len(self.texts[row]):
            return self.texts[row][column]
        return ""

    def cell(self, row: int, column: int) -> Cell:
        """The cell itself; it must be on the sheet."""
        return self.grid[row][column]

    def value(self, row: int, column: int) -> Value:
        """The text of a cell with its place."""
        return Value(self.text(row, column), self.place(row, column))

    def link(self, row: int, column: int) -> str:
        """Where a cell leads to; empty where it leads nowhere."""
        return self.links.get(self.place(row, column).cell, "")

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        return Place(self.name, f"{letters(column + 1)}{row + 1}")

    def filled(self, row: int) -> Iterator[tuple[int, str]]:
        """Column index and text of the filled cells of a row."""
        return ((column, text) for column, text in enumerate(self.texts[row]) if text)

    def top_of(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds what a merged cell shows; the cell itself where it is not merged."""
        return self._tops.get((row, column), (row, column))

    @cached_property
    def _tops(self) -> dict[tuple[int, int], tuple[int, int]]:
        cells = (
            ((row, column), (first, left))
            for first, left, last, right in self._within
            for row in range(first, last + 1)
            for column in range(left, right + 1)
        )
        return dict(islice(cells, MOST_MERGED))

    @property
    def _within(self) -> Iterator[Area]:
        """The merged areas, as far as the sheet has cells."""
        rows, columns = len(self.grid), max(map(len, self.grid), default=0)
        return ((first, left, min(last, rows - 1), min(right, columns - 1)) for first, left, last, right in self.merged)


def sheets_of(book: Book, package: Package) -> list[Sheet]:
    """The sheets of a workbook that have cells, in their order, numbers as their format shows them."""
    formats = Formats.of(package.xml)
    relations = _relations(package)
    return [sheet for name in book.names if (sheet := _sheet(book, name, formats, relations.get(name, b""))).grid]


def _relations(package: Package) -> dict[str, bytes]:
    """What the sheets refer to outside themselves; nothing where the package does not say which is which."""
    try:
        parts = {name: PurePosixPath(part) for name, part in sheet_parts(package.xml).items()}
    except (KeyError, etree.XMLSyntaxError):
        return {}
    places = {name: str(part.parent / "_rels" / f"{part.name}.rels") for name, part in parts.items()}
    return {name: package.xml[where] for name, where in places.items() if where in package.xml}


def _sheet(book: Book, name: str, formats: Formats, relations: bytes) -> Sheet:
    xml = book.xml(name)
    try:
        grid = [list(row) for row in book.grid(name)]
    except CalamineError:
        return Sheet(name, [])
    for address, style in formats.styled(xml):
        row, column = place(address)
        if row <= len(grid) and column <= len(grid[row - 1]):
            grid[row - 1][column - 1] = shown(grid[row - 1][column - 1], style)
    return Sheet(name, grid, tuple(map(_area, merged_ranges(xml))), xml, links_of(xml, relations))


def _area(text: str) -> Area:
    (first, left), (last, right) = (place(address) for address in text.split(":"))
    return first - 1, left - 1, last - 1, right - 1
