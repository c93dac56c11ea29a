"""Cells of the master: a column of a frame becomes a column of a sheet, and text stays text.

Nothing a person typed becomes a formula, a link or broken XML; missing values become empty cells. Used by ``master_sheets``.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation.schema import Column, Format
from kinerja_xl.indonesian import date_text, number_text, plain_number_text
from kinerja_xl.package import xml_safe

CELL_LIMIT = 32_767
"""Longest text of a cell in Excel, in UTF-16 units."""

NUMBERS = {Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL}
FORMULA_STARTS = tuple("=+-@")
"""Text that begins so is marked as text, so that it does not become a formula when somebody edits its cell."""

_EXCEL_FIRST_YEAR = 1900


def clean(text: str) -> str:
    """Text without characters that XML cannot hold, cut visibly where it is longer than a cell."""
    if text.isprintable() and len(text) <= CELL_LIMIT // 2:
        return text
    text = xml_safe(text.replace("\r\n", "\n").replace("\r", "\n"))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    mark = f" … [dipotong dari {number_text(len(text))} karakter]"
    return units[: 2 * (CELL_LIMIT - len(mark))].decode("utf-16-le", "ignore") + mark


def plain_values(series: "pd.Series[Any]") -> list[Any]:
    """The values of a column as Python objects, None where one is missing."""
    values = series.astype(object)
    return list(values.where(values.notna(), None))


def text_of(value: object) -> str:
    """A value as the text of a cell; empty where it is missing."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value):
        return plain_number_text(value)
    return clean(date_text(value) if isinstance(value, date) else str(value))


@dataclass(frozen=True)
class Writer:
    """Writes one column of a sheet: ``look`` is the format of its cells, ``quoted`` that of text like ``=1+1``."""

    sheet: Worksheet
    column: Column
    place: int
    look: CellFormat
    quoted: CellFormat

    def write(self, first_row: int, values: list[Any]) -> list[str]:
        """Write the values downwards; gives the texts written, so that the rows can be made high enough."""
        if self.column.format in NUMBERS:
            return self._write(first_row, values, _is_number, self.sheet.write_number)
        if self.column.format is Format.DATE:
            return self._write(first_row, values, _is_date, self.sheet.write_datetime)
        texts = [text_of(value) for value in values]
        for row, text in enumerate(texts, start=first_row):
            self._text(row, text)
        return texts

    def _write(
        self, first_row: int, values: list[Any], fits: Callable[[object], bool], write: Callable[..., Any]
    ) -> list[str]:
        for row, value in enumerate(values, start=first_row):
            if fits(value):
                write(row, self.place, value, self.look)
            else:
                self._text(row, text_of(value))
        return []

    def _text(self, row: int, text: str) -> None:
        if text:
            look = self.quoted if text.startswith(FORMULA_STARTS) else self.look
            self.sheet.write_string(row, self.place, text, look)
        else:
            self.sheet.write_blank(row, self.place, None, self.look)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_date(value: object) -> bool:
    return isinstance(value, date) and value.year >= _EXCEL_FIRST_YEAR
