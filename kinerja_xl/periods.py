"""Periods of an appraisal: four quarters and the year (PermenPANRB 6/2022: evaluasi periodik dan tahunan).

Everything that belongs to "which quarter" is asked here: label, months, first and last day, column suffix in the workbook.
"""

import calendar
from datetime import date
from enum import StrEnum

from kinerja_xl.indonesian import MONTHS


class Periode(StrEnum):
    """An appraisal period as typed in the workbook and on the command line."""

    TW1 = "TW1"
    TW2 = "TW2"
    TW3 = "TW3"
    TW4 = "TW4"
    TAHUNAN = "TAHUNAN"

    @property
    def label(self) -> str:
        """The period in words: ``Triwulan II`` or ``Tahunan``."""
        return "Tahunan" if self is Periode.TAHUNAN else f"Triwulan {self.roman}"

    @property
    def roman(self) -> str:
        """The roman number of the quarter; the year is written like its last quarter."""
        return ("I", "II", "III", "IV")[self.quarter - 1]

    @property
    def quarter(self) -> int:
        """Number of the quarter whose column holds the result: the year is read from the fourth."""
        return 4 if self is Periode.TAHUNAN else int(self[2])

    @property
    def months(self) -> int:
        """Length in months: 3, or 12 for the year."""
        return 12 if self is Periode.TAHUNAN else 3

    @property
    def suffix(self) -> str:
        """Suffix of the quarter's columns in the tables: ``tw1`` to ``tw4``."""
        return f"tw{self.quarter}"

    def span(self, tahun: int) -> tuple[date, date]:
        """First and last day of the period in the year ``tahun``."""
        first = 1 if self is Periode.TAHUNAN else 3 * self.quarter - 2
        last = 3 * self.quarter
        return date(tahun, first, 1), date(tahun, last, calendar.monthrange(tahun, last)[1])

    def span_text(self, tahun: int) -> str:
        """The period as the official form prints it: ``1 APRIL S.D. 30 JUNI TAHUN 2026``."""
        first, last = self.span(tahun)
        return f"{first.day} {MONTHS[first.month]} s.d. {last.day} {MONTHS[last.month]} Tahun {tahun}".upper()


TRIWULAN = (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4)
