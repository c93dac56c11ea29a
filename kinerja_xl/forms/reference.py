"""The hidden sheet Referensi: lists behind the drop-downs, and what the live formulas look up.

Since 2022 the predikat matrix and the pattern of the curve, before it the behaviours of each quarter. Filled from the
regulations in force, so that the formulas of the form and the Python scores stand on the same data.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.description import Field
from kinerja_xl.forms.formula_sheet import Value
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating

NAME = "Referensi"
CURVE_ORDER = tuple(reversed(Predikat))
"""Predikat in the order of the official curve: Sangat Kurang first."""


class Lists:
    """Named lists side by side on a sheet, from a column on: writes them and hands out their ranges."""

    def __init__(self, name: str, put: Callable[[int, int, Value], object], first_column: int = 1) -> None:
        self._name, self._put_cell = name, put
        self._next = first_column
        self._ranges: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """Range of the list ``name``, for every sheet."""
        return self._ranges[name]

    def add(self, name: str, rows: Sequence[Sequence[Value]]) -> None:
        """Add the list ``name`` with these rows."""
        self._ranges[name] = self._put(name, rows)

    def _put(self, title: str, rows: Sequence[Sequence[Value]]) -> str:
        first, last = self._next, self._next + len(rows[0]) - 1
        self._put_cell(1, first, title)
        for r, row in enumerate(rows, start=2):
            for c, value in enumerate(row, start=first):
                self._put_cell(r, c, value)
        self._next = last + 2
        return f"{self._name}!${get_column_letter(first)}$2:${get_column_letter(last)}${len(rows) + 1}"


class Reference(Lists):
    """The sheet while it is built; ``fields`` are those with choices."""

    def __init__(self, book: Workbook, fields: Iterable[Field]) -> None:
        self.sheet: Worksheet = book.create_sheet(NAME)
        self.sheet.sheet_state = "hidden"
        self.sheet.protection.sheet = True
        super().__init__(NAME, self.sheet.cell)
        self._lists: dict[tuple[str, ...], str] = {}
        for field in fields:
            self.list_range(field)

    def add_ratings(self, aturan: AturanRating) -> None:
        """Add ``rating``, ``matriks``, ``capaian`` and ``pola``: what the ratings of today stand on."""
        matrix, pattern = aturan.matriks_predikat.isi, aturan.pola_kurva.isi
        self._ranges["rating"] = self._put("Rating", [[rating] for rating in Rating])
        self._ranges["matriks"] = self._put(
            "Matriks predikat", [[matrix[hasil][perilaku] for perilaku in Rating] for hasil in Rating]
        )
        self._ranges["capaian"] = self._put("Capaian organisasi", [[capaian] for capaian in CapaianOrganisasi])
        self._ranges["pola"] = self._put(
            "Pola kurva", [[pattern[capaian][i] for i in range(len(CURVE_ORDER))] for capaian in CapaianOrganisasi]
        )

    def add_behaviours(self, quarters: Mapping[str, Sequence[str]]) -> None:
        """Add ``perilaku_tw1`` to ``perilaku_tw4``: the behaviours whose number each quarter asks for."""
        for suffix, names in quarters.items():
            self._ranges[f"perilaku_{suffix}"] = self._put(f"Perilaku {suffix.upper()}", [[name] for name in names])

    def list_range(self, field: Field) -> str:
        """Range of the choices of ``field``; empty where it has none."""
        if not field.choices:
            return ""
        if field.choices not in self._lists:
            self._lists[field.choices] = self._put(field.header, [[choice] for choice in field.choices])
        return self._lists[field.choices]
