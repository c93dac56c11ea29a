"""Ranges of the engine: cells, their formats and notes, each asked of the office.

Rows and columns count from 0 within (``r``, ``c``, ``nr``, ``nc``), as the office does, and from 1 as xlwings sees them.
"""

from collections.abc import Callable, Sequence
from types import EllipsisType
from typing import TYPE_CHECKING, Any, cast

from xlwings import base_classes, utils

from kinerja_xl.hosts.libreoffice.values import hex_colour, rgb_colour, to_json

if TYPE_CHECKING:
    from kinerja_xl.hosts.libreoffice.books import Sheet

AXES = {"r": "rows", "c": "columns"}


def _format(name: str, to: Callable[[Any], Any] = lambda v: v, back: Callable[[Any], Any] = lambda v: v) -> Any:  # noqa: ANN401 a property
    """A format that is read and written under its name in ``kinerja_office.formats``."""
    return property(
        lambda self: back(self.ask("get_format", name)),
        lambda self, value: self.ask("set_format", name, to(value)),
    )


class Range(base_classes.Range):
    """A rectangle of cells on a sheet."""

    has_array = False
    max_cells_per_read = max_cells_per_write = None
    options: dict[str, Any] | None = None

    def __init__(self, sheet: "Sheet", r: int, c: int, nr: int = 1, nc: int = 1) -> None:
        self._sheet = sheet
        self.r, self.c, self.nr, self.nc = r, c, nr, nc

    def ask(self, op: str, *args: object) -> Any:  # noqa: ANN401 what the office answers
        """An operation on these cells."""
        return self._sheet.ask(op, self.r, self.c, self.nr, self.nc, *args)

    def _at_cell(self, op: str, *args: object) -> Any:  # noqa: ANN401 what the office answers
        return self._sheet.ask(op, self.r, self.c, *args)

    api = property(lambda self: self)
    sheet = property(lambda self: self._sheet)
    coords = property(lambda self: (self.sheet.name, self.row, self.column, self.nr, self.nc))
    row = property(lambda self: self.r + 1)
    column = property(lambda self: self.c + 1)
    shape = property(lambda self: (self.nr, self.nc))
    address = property(lambda self: self.get_address(row_absolute=True, col_absolute=True, external=False))

    def __len__(self) -> int:
        return self.nr * self.nc

    def __call__(self, arg1: int, arg2: int | None = None) -> "Range":
        """The cell at a row and column within the range, or the n-th cell."""
        row, column = divmod(arg1 - 1, self.nc) if arg2 is None else (arg1 - 1, arg2 - 1)
        return Range(self._sheet, self.r + row, self.c + column)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """The address as Excel writes it."""
        row_mark, column_mark = "$" * row_absolute, "$" * col_absolute
        corners = [(self.row, self.column), (self.row + self.nr - 1, self.column + self.nc - 1)]
        texts = [f"{column_mark}{utils.col_name(column)}{row_mark}{row}" for row, column in corners]
        text = ":".join(texts if len(self) > 1 else texts[:1])
        return f"'[{self._sheet.book.name}]{self._sheet.name}'!{text}" if external else text

    # --- values
    @property
    def raw_value(self) -> list[list[object]]:
        """The values as the office gives them; ``clean_value_data`` makes them Python's."""
        errors = bool((self.options or {}).get("err_to_str"))
        return cast("list[list[object]]", self.ask("get_values", errors))

    @raw_value.setter
    def raw_value(self, value: object) -> None:
        if not isinstance(value, list | tuple):
            value = [[to_json(value)] * self.nc] * self.nr
        self._at_cell("set_values", value)

    @property
    def formula(self) -> object:
        """Formulas in Excel's syntax."""
        rows = self.ask("get_formulas")
        return rows[0][0] if len(self) == 1 else tuple(tuple(row) for row in rows)

    @formula.setter
    def formula(self, value: object) -> None:
        if isinstance(value, list | tuple):
            rows = value if isinstance(value[0], list | tuple) else [value]
            self._at_cell("set_formulas", [list(row) for row in rows])
        else:
            self.ask("fill_formula", value)

    formula2 = formula

    def end(self, direction: str) -> "Range":
        """Where Ctrl+arrow would go."""
        return Range(self._sheet, *self._at_cell("end", direction))

    current_region = property(lambda self: Range(self.sheet, *self.sheet.ask("current_region", self.r, self.c)))

    def clear(self) -> None:
        """Empty the cells and take off formats and notes."""
        self.ask("clear", "all")

    def clear_contents(self) -> None:
        """Empty the cells."""
        self.ask("clear", "contents")

    def clear_formats(self) -> None:
        """Take off formats."""
        self.ask("clear", "formats")

    def select(self) -> None:
        """Select the cells."""
        self.ask("select")

    # --- formats
    color = _format("color", hex_colour, rgb_colour)
    number_format = _format("number_format")
    wrap_text = _format("wrap_text")
    horizontal_alignment = _format("horizontal_alignment")
    vertical_alignment = _format("vertical_alignment")
    column_width = _format("column_width")
    row_height = _format("row_height")
    font = property(lambda self: Font(self))  # noqa: PLW0108 the class comes later
    locked = _format("locked", bool)
    """Whether the cells can be typed into on a protected sheet; beside xlwings' base classes, see ``hosts.protection``."""
    merge_cells = property(lambda self: self.ask("get_format", "merge_cells"))

    def set_colors(self, colors: Sequence[Sequence[object]]) -> None:
        """A colour for each cell; an ellipsis keeps the one it has."""
        rows = [["keep" if isinstance(v, EllipsisType) else hex_colour(v) for v in row] for row in colors]
        self._at_cell("set_colors", rows)

    def autofit(self, axis: str | None = None) -> None:
        """Fit widths and heights to what the cells hold."""
        self.ask("autofit", AXES.get(axis or "", axis))

    def merge(self, across: bool) -> None:
        """Merge the cells; ``across``: each row for itself."""
        rows = [Range(self._sheet, self.r + i, self.c, 1, self.nc) for i in range(self.nr)] if across else [self]
        for row in rows:
            row.ask("merge", True)

    def unmerge(self) -> None:
        """Part merged cells."""
        self.ask("merge", False)

    # --- notes
    @property
    def note(self) -> "Note | None":
        """The note of the cell."""
        return Note(self) if self._at_cell("get_note") else None

    def add_note(self, text: str) -> "Note":
        """Give the cell a note."""
        self._at_cell("set_note", text)
        return Note(self)


class Font(base_classes.Font):
    """The font of a range."""

    def __init__(self, cells: Range) -> None:
        self._cells = cells

    def ask(self, op: str, *args: object) -> Any:  # noqa: ANN401 what the office answers
        """An operation on the cells of the font."""
        return self._cells.ask(op, *args)

    api = property(lambda self: self)
    bold = _format("bold")
    italic = _format("italic")
    size = _format("size")
    name = _format("font_name")
    color = _format("font_color", hex_colour, rgb_colour)


class Note(base_classes.Note):
    """The note of a cell."""

    def __init__(self, cell: Range) -> None:
        self._cell = cell

    api = property(lambda self: self)
    location = property(lambda self: self._cell)

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._cell.sheet.ask("get_note", self._cell.r, self._cell.c) or "")

    @text.setter
    def text(self, value: str) -> None:
        self._cell.sheet.ask("set_note", self._cell.r, self._cell.c, value)

    def delete(self) -> None:
        """Take it off the cell."""
        self._cell.sheet.ask("delete_note", self._cell.r, self._cell.c)
