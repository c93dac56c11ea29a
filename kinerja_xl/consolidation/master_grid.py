"""The grid that Ringkasan stands on: many narrow columns, so that cards, tables and charts can be aligned freely."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_cells import FORMULA_STARTS, clean
from kinerja_xl.consolidation.master_styles import Look

WIDTH, PIXELS = 60, 22
"""Columns of the grid, and the width of one."""

ROW_PIXELS = 18
"""Height of an ordinary row."""

PAGE_PIXELS = math.floor((8.27 - 1.05) / (11.69 - 0.8) * WIDTH * PIXELS)
"""Height that an A4 landscape page shows where the grid is fitted to its width, in the margins of ``master_sheets.page_set_up``."""

_HIGHEST_PIXELS = 500
"""Excel has no row higher than 409 points."""

Shape = Mapping[str, object]
"""Properties of a cell format as XlsxWriter names them."""

HEADER: Shape = {"bold": True, "font_size": 9, "bg_color": styles.PALE, "font_color": styles.NAVY}
LINE: Shape = {"font_size": 9, "bottom": 1, "bottom_color": styles.LINE}
CENTRED: Shape = {**LINE, "align": "center"}
WHOLE: Shape = {**CENTRED, "num_format": "#,##0"}
SHARE: Shape = {**CENTRED, "num_format": "0.0%"}
NOTE: Shape = {"font_size": 8, "font_color": styles.GREY, "italic": True, "shrink": True}
_HEADING: Shape = {"bold": True, "font_size": 11, "font_color": styles.NAVY, "bottom": 2, "bottom_color": styles.GOLD}
_LINK: Shape = {"font_color": styles.BLUE, "underline": 1, "font_size": 9, "shrink": True}


class Link(NamedTuple):
    """A text that leads to a cell of another sheet."""

    sheet: str
    text: str
    cell: str = "A1"


@dataclass
class Page:
    """The sheet, and the row to write next."""

    sheet: Worksheet
    look: Look
    row: int = 0
    heights: dict[int, int] = field(default_factory=dict)
    """Height of each row in pixels, where it is not an ordinary one."""

    def height(self, row: int, pixels: int) -> None:
        """Make a row ``pixels`` high."""
        self.sheet.set_row_pixels(row, pixels)
        self.heights[row] = pixels

    def pixels(self, first: int, last: int) -> int:
        """Height of the rows from ``first`` to before ``last``."""
        return sum(self.heights.get(row, ROW_PIXELS) for row in range(first, last))

    def fill(self) -> None:
        """Leave the rest of a printed page empty: a program that ignores the break that follows begins the next page there too."""
        while (left := PAGE_PIXELS - self.pixels(0, self.row)) > 0:
            self.next(min(left, _HIGHEST_PIXELS))

    def next(self, pixels: int = 0) -> int:
        """Take the next row, ``pixels`` high; as high as it was made before, or an ordinary one."""
        self.height(self.row, pixels or self.heights.get(self.row, ROW_PIXELS))
        self.row += 1
        return self.row - 1

    def put(self, row: int, place: int, width: int, value: object, shape: Shape, *, height: int = 1) -> None:
        """Write ``value`` over ``width`` grid columns and ``height`` rows."""
        if isinstance(value, str):
            value = clean(value)
            shape = {**shape, "quote_prefix": True} if value.startswith(FORMULA_STARTS) else shape
        self.sheet.merge_range(row, place, row + height - 1, place + width - 1, value, self.look(**shape))

    def link(self, row: int, place: int, width: int, link: Link, shape: Shape, *, height: int = 1) -> None:
        """Write a link to another sheet."""
        merged = {**shape, **_LINK}
        self.put(row, place, width, "", merged, height=height)
        self.sheet.write_url(row, place, f"internal:'{link.sheet}'!{link.cell}", self.look(**merged), link.text)

    def heading(self, row: int, place: int, width: int, text: str) -> None:
        """Write the heading of a table."""
        self.put(row, place, width, text, _HEADING)

    def cells(self, row: int, place: int, widths: Iterable[int], cells: Iterable[tuple[object, Shape]]) -> None:
        """Write the cells of a table's row side by side."""
        for width, (value, shape) in zip(widths, cells, strict=True):
            self.put(row, place, width, value, shape)
            place += width
