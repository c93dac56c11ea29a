"""Operations on how cells look: colours, fonts, number formats, widths, notes."""

from contextlib import contextmanager, nullcontext

from com.sun.star.table import CellAddress, CellRangeAddress
from com.sun.star.util import CellProtection

from .document import Document, enum

NONE = -1
"""No colour: transparent, or the automatic one of text."""
BOLD, NORMAL = 150.0, 100.0
PIXEL, POINT = 2540 / 96, 2540 / 72
"""Hundredths of a millimetre."""
HORIZONTAL = {"general": "STANDARD", "left": "LEFT", "center": "CENTER", "right": "RIGHT", "justify": "BLOCK"}
VERTICAL = {"top": 1, "center": 2, "bottom": 3, "justify": 4}


AS_HIGH = {"color", "font_color", "locked"}
"""Formats on which the height of a row does not depend."""


def _number(colour):
    return NONE if colour is None else int(colour.lstrip("#"), 16)


def _text(colour, automatic=None):
    return automatic if colour == NONE else "#%06X" % colour


class Formats(Document):
    """How cells look."""

    def op_set_format(self, sheet, row, column, rows, columns, name, value):
        """Give a range a format; ``SETTERS`` has the names."""
        target = self.cells(sheet, row, column, rows, columns)
        with self.rows_as_high() if name in AS_HIGH else nullcontext():
            SETTERS[name](self, target, value)

    def op_get_format(self, sheet, row, column, rows, columns, name):
        """A format of a range."""
        return GETTERS[name](self, self.cells(sheet, row, column, rows, columns))

    def op_set_colors(self, sheet, row, column, colours):
        """A colour for each cell ("keep": as it is); one call, and one step to undo, for each colour."""
        index, groups = self.sheet(sheet).RangeAddress.Sheet, {}
        for i, line in enumerate(colours):
            for first, last, colour in _runs(line):
                area = CellRangeAddress(index, column + first, row + i, column + last, row + i)
                groups.setdefault(colour, []).append(area)
        for colour, areas in groups.items():
            if colour != "keep":
                ranges = self.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
                ranges.addRangeAddresses(tuple(areas), False)
                with self.rows_as_high():
                    ranges.CellBackColor = _number(colour)

    @contextmanager
    def rows_as_high(self):
        """What is done here makes no row higher: after every format the office would measure the text of all its rows, for long."""
        before = self.doc.IsAdjustHeightEnabled
        self.doc.IsAdjustHeightEnabled = False
        try:
            yield
        finally:
            self.doc.IsAdjustHeightEnabled = before

    def op_autofit(self, sheet, row, column, rows, columns, axis):
        """Fit widths and heights to what the cells hold."""
        target = self.cells(sheet, row, column, *self.clipped(sheet, row, column, rows, columns))
        if axis != "rows":
            target.Columns.OptimalWidth = True
        if axis != "columns":
            target.Rows.OptimalHeight = True

    def op_merge(self, sheet, row, column, rows, columns, value):
        """Merge cells, or part them."""
        self.cells(sheet, row, column, rows, columns).merge(value)

    def op_get_note(self, sheet, row, column):
        """The note of a cell; None where it has none."""
        return self.cells(sheet, row, column).getCellByPosition(0, 0).Annotation.String or None

    def op_set_note(self, sheet, row, column, text):
        """Give a cell a note in place of the one it has."""
        where = CellAddress(self.sheet(sheet).RangeAddress.Sheet, column, row)
        self.op_delete_note(sheet, row, column)
        self.sheet(sheet).Annotations.insertNew(where, text)

    def op_delete_note(self, sheet, row, column):
        """Take the note off a cell."""
        notes = self.sheet(sheet).Annotations
        for i in range(notes.Count):
            place = notes.getByIndex(i).Position
            if (place.Row, place.Column) == (row, column):
                notes.removeByIndex(i)
                return


def _runs(line):
    """Neighbours of one colour: first, last, colour."""
    first = 0
    for i in range(1, len(line) + 1):
        if i == len(line) or line[i] != line[first]:
            yield first, i - 1, line[first]
            first = i


def _property(name, to=lambda value: value):
    return lambda _, target, value: setattr(target, name, to(value))


SETTERS = {
    "color": _property("CellBackColor", _number),
    "font_color": _property("CharColor", _number),
    "font_name": _property("CharFontName"),
    "size": _property("CharHeight", float),
    "bold": _property("CharWeight", lambda value: BOLD if value else NORMAL),
    "italic": _property("CharPosture", lambda value: enum("awt.FontSlant", "ITALIC" if value else "NONE")),
    "wrap_text": _property("IsTextWrapped", bool),
    "horizontal_alignment": _property("HoriJustify", lambda value: enum("table.CellHoriJustify", HORIZONTAL[value])),
    "vertical_alignment": _property("VertJustify", lambda value: VERTICAL[value]),
    "locked": _property("CellProtection", lambda value: CellProtection(value, False, False, False)),
    "number_format": lambda self, target, value: setattr(target, "NumberFormat", self.number_format(value)),
    # Excel counts characters of 7 pixels, and 5 pixels beside them
    "column_width": lambda _, target, value: setattr(target.Columns, "Width", int((value * 7 + 5) * PIXEL)),
    "row_height": lambda _, target, value: setattr(target.Rows, "Height", int(value * POINT)),
    "row_hidden": lambda _, target, value: setattr(target.Rows, "IsVisible", not value),
    "column_hidden": lambda _, target, value: setattr(target.Columns, "IsVisible", not value),
}

GETTERS = {
    "locked": lambda _, target: target.CellProtection.IsLocked,
    "color": lambda _, target: _text(target.CellBackColor),
    "font_color": lambda _, target: _text(target.CharColor, "#000000"),
    "font_name": lambda _, target: target.CharFontName,
    "size": lambda _, target: target.CharHeight,
    "bold": lambda _, target: target.CharWeight > NORMAL,
    "italic": lambda _, target: target.CharPosture.value == "ITALIC",
    "wrap_text": lambda _, target: target.IsTextWrapped,
    "horizontal_alignment": lambda _, target: _key_of(HORIZONTAL, target.HoriJustify.value, "general"),
    "vertical_alignment": lambda _, target: _key_of(VERTICAL, target.VertJustify, "bottom"),
    "number_format": lambda self, target: self.format_code(target.NumberFormat),
    "column_width": lambda _, target: round((target.Columns.Width / PIXEL - 5) / 7, 2),
    "row_height": lambda _, target: round(target.Rows.Height / POINT, 2),
    "row_hidden": lambda _, target: not target.Rows.IsVisible,
    "column_hidden": lambda _, target: not target.Columns.IsVisible,
    "merge_cells": lambda _, target: target.IsMerged,
}


def _key_of(table, value, default):
    return next((key for key, known in table.items() if known == value), default)
