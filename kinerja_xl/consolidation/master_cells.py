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

from kinerja_xl.consolidation.master_bulk import BulkSheet, styled
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
class Cells:
    """Makes the cells of one column of a sheet: ``look`` is their format, ``quoted`` that of text like ``=1+1``."""

    sheet: BulkSheet
    column: Column
    look: CellFormat
    quoted: CellFormat

    def of(self, values: list[Any], texts: list[str]) -> list[str]:
        """The XML of each cell behind its address; ``texts`` are the values as texts, empty for numbers and dates."""
        if self.column.format in NUMBERS:
            return self._numbers(values, _is_number, _plain)
        if self.column.format is Format.DATE:
            return self._numbers(values, _is_date, self._serial)
        known = {text: self._text(text) for text in dict.fromkeys(texts)}
        return [known[text] for text in texts]

    def texts(self, values: list[Any]) -> list[str]:
        """The values as texts where that is how the column is written; otherwise nothing."""
        if self.column.format in NUMBERS or self.column.format is Format.DATE:
            return []
        known = {value: clean(value) for value in dict.fromkeys(values) if isinstance(value, str)}
        return [known[value] if isinstance(value, str) else text_of(value) for value in values]

    def _numbers(self, values: list[Any], fits: Callable[[object], bool], number: Callable[[Any], str]) -> list[str]:
        style = styled(self.look)

        def cell(value: object) -> str:
            return f"{style}><v>{number(value)}</v></c>" if fits(value) else self._text(text_of(value))

        if len(set(map(type, values)) - {type(None)}) > 1:  # what is equal need not look alike: 1 and True
            return list(map(cell, values))
        known = {value: cell(value) for value in dict.fromkeys(values)}
        return [known[value] for value in values]

    def _serial(self, value: date) -> str:
        return _plain(self.sheet._convert_date_time(value))

    def _text(self, text: str) -> str:
        if not text:
            return f"{styled(self.look)}/>"
        return styled(self.quoted if text.startswith(FORMULA_STARTS) else self.look) + self.sheet.string(text)


def _plain(number: float) -> str:
    """A number as XlsxWriter writes it."""
    return f"{number:.16G}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_date(value: object) -> bool:
    return isinstance(value, date) and value.year >= _EXCEL_FIRST_YEAR
