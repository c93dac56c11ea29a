"""Rows and columns of an openpyxl workbook inserted and deleted as Excel does it: merged cells and all formulas follow.

openpyxl itself moves the cells alone; what a spreadsheet program leaves behind is what people send.
"""

import re
from collections.abc import Callable

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange

_REFERENCE = re.compile(
    r"(?:(?P<sheet>'[^']+'|[A-Za-z_]+)!)?\$?(?P<first>[A-Z]{1,2}\$?[0-9]+)(?::\$?(?P<last>[A-Z]{1,2}\$?[0-9]+))?(?![\w(])"
)
Move = Callable[[int], int]
"""The new number of a row or column; 0 where it is gone."""


def insert_row(book: Workbook, name: str, row: int) -> None:
    """Insert an empty row above ``row``."""
    book[name].insert_rows(row)
    _follow(book, name, lambda old: old + (old >= row), rows=True)


def delete_row(book: Workbook, name: str, row: int) -> None:
    """Delete a row."""
    book[name].delete_rows(row)
    _follow(book, name, lambda old: 0 if old == row else old - (old > row), rows=True)


def insert_column(book: Workbook, name: str, column: int) -> None:
    """Insert an empty column before ``column``."""
    book[name].insert_cols(column)
    _follow(book, name, lambda old: old + (old >= column), rows=False)


def delete_column(book: Workbook, name: str, column: int) -> None:
    """Delete a column."""
    book[name].delete_cols(column)
    _follow(book, name, lambda old: 0 if old == column else old - (old > column), rows=False)


def rename(book: Workbook, old: str, new: str) -> None:
    """Give a sheet another name, which the formulas follow."""
    book[old].title = new
    for sheet in book:
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = re.sub(rf"'?{re.escape(old)}'?!", f"'{new}'!", cell.value)


def _follow(book: Workbook, name: str, move: Move, *, rows: bool) -> None:
    for sheet in book:
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    cell.value = _moved(cell.value, name, sheet.title, move, rows=rows)
    ranges = book[name].merged_cells.ranges
    kept = [_stretched(area, move, rows=rows) for area in ranges]
    ranges.clear()
    ranges.update(area for area in kept if area is not None and area.size != {"rows": 1, "columns": 1})


def _stretched(area: CellRange, move: Move, *, rows: bool) -> CellRange | None:
    low, high = (area.min_row, area.max_row) if rows else (area.min_col, area.max_col)
    left = [new for old in range(low, high + 1) if (new := move(old))]
    if not left:
        return None
    if rows:
        return CellRange(min_col=area.min_col, max_col=area.max_col, min_row=left[0], max_row=left[-1])
    return CellRange(min_col=left[0], max_col=left[-1], min_row=area.min_row, max_row=area.max_row)


def _moved(formula: str, name: str, own: str, move: Move, *, rows: bool) -> str:
    def replaced(found: "re.Match[str]") -> str:
        sheet = (found["sheet"] or own).strip("'")
        if sheet != name:
            return found[0]
        prefix = f"{found['sheet']}!" if found["sheet"] else ""
        first = _address(found["first"], move, rows=rows)
        if not found["last"]:
            return prefix + (first or "#REF!")
        last = _address(found["last"], move, rows=rows)
        return f"{prefix}{first}:{last}" if first and last else f"{prefix}#REF!"

    return _REFERENCE.sub(replaced, formula)


def _address(text: str, move: Move, *, rows: bool) -> str:
    letters, number = re.sub(r"[^A-Z]", "", text), int(re.sub(r"\D", "", text))
    column = column_index_from_string(letters)
    row, column = (move(number), column) if rows else (number, move(column))
    return f"${get_column_letter(column)}${row}" if row and column else ""
