"""The hidden sheet Referensi: lists behind the drop-downs, the predikat matrix and the pattern of the curve.

Filled from the regulations in force, so that the live formulas of the form and the Python scores stand on the same data.
"""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.description import Field
from kinerja_xl.forms.unit_workbook import TABLES, UNIT
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating

NAME = "Referensi"
CURVE_ORDER = tuple(reversed(Predikat))
"""Predikat in the order of the official curve: Sangat Kurang first."""


class Reference:
    """The sheet while it is built: hands out the range of each list."""

    def __init__(self, book: Workbook, aturan: AturanRating) -> None:
        self.sheet: Worksheet = book.create_sheet(NAME)
        self.sheet.sheet_state = "hidden"
        self.sheet.protection.sheet = True
        self._next = 1
        self._lists: dict[tuple[str, ...], str] = {}
        for field in (*UNIT.entries, *(f for table in TABLES for f in table.fields)):
            self.list_range(field)
        self.rating = self._put("Rating", [[rating] for rating in Rating])
        matrix = aturan.matriks_predikat.isi
        self.matriks = self._put(
            "Matriks predikat", [[matrix[hasil][perilaku] for perilaku in Rating] for hasil in Rating]
        )
        self.capaian = self._put("Capaian organisasi", [[capaian] for capaian in CapaianOrganisasi])
        pattern = aturan.pola_kurva.isi
        self.pola = self._put(
            "Pola kurva", [[pattern[capaian][i] for i in range(len(CURVE_ORDER))] for capaian in CapaianOrganisasi]
        )

    def list_range(self, field: Field) -> str:
        """Range of the choices of ``field``; empty where it has none."""
        if not field.choices:
            return ""
        if field.choices not in self._lists:
            self._lists[field.choices] = self._put(field.header, [[choice] for choice in field.choices])
        return self._lists[field.choices]

    def _put(self, title: str, rows: Sequence[Sequence[str | int]]) -> str:
        first, last = self._next, self._next + len(rows[0]) - 1
        self.sheet.cell(1, first, title)
        for r, row in enumerate(rows, start=2):
            for c, value in enumerate(row, start=first):
                self.sheet.cell(r, c, value)
        self._next = last + 2
        return f"{NAME}!${get_column_letter(first)}$2:${get_column_letter(last)}${len(rows) + 1}"
