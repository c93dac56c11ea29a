"""The Buku Kerja Unit, version 1: its sheets in their order. Each is described once, in the module of its name.

Everything else asks here: the builder, the reader, the tables and the findings.
"""

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
    "unit_line",
]
