"""The Buku Kerja Unit, version 1: its sheets in their order. Each is described once, in the module of its name.

Everything else asks here: the builder, the reader, the tables and the findings. The sheets named here hold the fields of all
years (the schema of the tables); a workbook has the sheets of its year, see ``Form``.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kinerja_xl.forms.behaviours import behaviours
from kinerja_xl.forms.description import NEWEST, Field, FormSheet, TableSheet
from kinerja_xl.forms.sheet_pegawai import PEGAWAI
from kinerja_xl.forms.sheet_pengembangan import PENGEMBANGAN
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_perilaku import PERILAKU
from kinerja_xl.forms.sheet_realisasi import REALISASI
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.sheet_temuan import TEMUAN
from kinerja_xl.forms.sheet_unit import UNIT

FORM = "BUKU KERJA UNIT"
VERSION = "1"
ACCEPTED_VERSIONS = ("1",)
"""Versions of the form that can be read; an old one stays here as long as its columns are understood."""

TABLES = (PEGAWAI, RENCANA, REALISASI, PERILAKU, PENILAIAN, PENGEMBANGAN)
"""The sheets that are read, in the order of the work."""


def unit_line(nama: str, tahun: str) -> str:
    """Second line of every sheet with a table: whose it is."""
    return f"Unit: {nama}   |   Tahun: {tahun}"


@dataclass(frozen=True)
class Form:
    """The sheets of the workbook of one year."""

    unit: FormSheet
    tables: tuple[TableSheet, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """All entries and columns."""
        return (*self.unit.entries, *(f for table in self.tables for f in table.fields))

    def table(self, key: str) -> TableSheet:
        """The sheet named ``key``."""
        return next(table for table in self.tables if table.key == key)

    @property
    def is_live(self) -> bool:
        """Whether it has columns that show what the hidden sheet Hitung works out."""
        return any(f.late for f in self.fields)

    def without_live(self) -> "Form":
        """The form without those columns."""
        tables = (replace(t, fields=tuple(f for f in t.fields if not f.late)) for t in self.tables)
        return Form(self.unit, tuple(tables))


@lru_cache(maxsize=32)
def form_of(tahun: int) -> Form:
    """The form of the year ``tahun``."""
    return Form(UNIT.of_year(tahun), tuple(table.of_year(tahun) for table in TABLES))


def form_for(tahun: str) -> Form:
    """The form of a year as typed; the newest one where it is no year that people were appraised in by a law we have."""
    known = re.fullmatch(r"[1-9][0-9]{3}", tahun) and behaviours(int(tahun))
    return form_of(int(tahun) if known else NEWEST)


TABLE_BY_KEY = {table.key: table for table in TABLES}
SHEET_NAMES = {UNIT.key: UNIT.name, **{table.key: table.name for table in TABLES}}

__all__ = [
    "ACCEPTED_VERSIONS",
    "FORM",
    "PEGAWAI",
    "PENGEMBANGAN",
    "PENILAIAN",
    "PERILAKU",
    "REALISASI",
    "RENCANA",
    "SHEET_NAMES",
    "TABLES",
    "TABLE_BY_KEY",
    "TEMUAN",
    "UNIT",
    "VERSION",
    "Form",
    "form_for",
    "form_of",
    "unit_line",
]
