"""A workbook whose cells are read by the formulas of ``quantity_formulas``, recalculated by LibreOffice."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.skp.quantity_formulas import LISTS, STEPS, Step, resolved
from tests.libreoffice import converted
from tests.workbooks import grid

Value = str | float | bool
Ends = tuple[object, object]
NAMES = tuple(step.name for step in STEPS)
LOW, HIGH = (NAMES.index(name) + 2 for name in ("low", "high"))
"""Columns of the ends of a quantity; the cell itself stands in column 1."""


def new_book() -> tuple[Workbook, dict[str, str]]:
    """A workbook whose hidden-sheet lists are in place, and the range of each."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Daftar"
    for column, words in enumerate(LISTS.values(), start=1):
        for row, word in enumerate(words, start=1):
            sheet.cell(row, column, word)
    ranges = {
        name: f"Daftar!${letter}$1:${letter}${len(words)}"
        for (name, words), letter in zip(LISTS.items(), "AB", strict=True)
    }
    return book, ranges


def type_into(sheet: Worksheet, row: int, column: int, value: Value) -> str:
    """Put a value into a cell of format text, as typed (never a formula), and return its address.

    LibreOffice knows TRUE from 1 by its format alone, so that TRUE keeps the one it has.
    """
    if value != "":
        cell = sheet.cell(row, column, value)
        cell.number_format = "General" if isinstance(value, bool) else "@"
        if isinstance(value, str) and not value.startswith("#N/A"):
            cell.data_type = "s"
    return f"${get_column_letter(column)}${row}"


def add_quantity(
    sheet: Worksheet, row: int, column: int, value: Value, lists: Mapping[str, str], steps: Sequence[Step] = STEPS
) -> dict[str, str]:
    """Put a value into ``column`` and the steps that read it into the columns behind it; return their addresses."""
    places = {name: f"${get_column_letter(column + i)}${row}" for i, name in enumerate(NAMES, start=1)}
    cell = type_into(sheet, row, column, value)
    for name, formula in resolved(steps, lambda step: places[step], sel=cell, **lists).items():
        sheet[places[name].replace("$", "")] = formula
    return {"sel": cell, **places}


def add_quantities(book: Workbook, title: str, values: Iterable[Value], steps: Sequence[Step], **lists: str) -> None:
    """A sheet with a row for each value."""
    sheet = book.create_sheet(title)
    for row, value in enumerate(values, start=1):
        add_quantity(sheet, row, 1, value, lists, steps)


def recalculated(book: Workbook, folder: Path, locale: str) -> Path:
    """The workbook as LibreOffice computes it under a locale."""
    out = folder / "keluar"
    out.mkdir()
    book.save(folder / "rumus.xlsx")
    return converted(folder / "rumus.xlsx", "xlsx", out, locale)


def ends(path: Path, title: str, rows: int) -> list[Ends]:
    """Low and high of each row of a sheet; ``""`` where there is none."""
    cells = [[*row, *[""] * HIGH] for row in grid(path, title)]
    cells += [[""] * HIGH for _ in range(rows - len(cells))]
    return [(row[LOW - 1], row[HIGH - 1]) for row in cells[:rows]]


def differences(values: Sequence[Value], found: Sequence[Ends], expected: Sequence[Ends]) -> list[str]:
    """Each value that was read otherwise than expected."""
    rows = zip(values, found, expected, strict=True)
    return [f"{value!r}: {got} instead of {wanted}" for value, got, wanted in rows if got != wanted]
