"""The domain's tables as pandas frames: what every check and every score works on.

A table holds the rows of one workbook or of ten thousand. Text columns hold what was typed, as text; an empty cell is ``""``
(missing is missing, never zero). Each row knows its source: ``berkas`` (file name) and ``baris`` (row number in the sheet).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TABLE_BY_KEY, UNIT

pd.options.mode.string_storage = "python"  # the same texts and the same patterns, whether or not pyarrow is installed

PERSON = ["berkas", "nip"]
"""Columns that name a person in one workbook."""


def columns_of(table: str) -> tuple[str, ...]:
    """Columns of a table besides its source, in form order; NIP columns have a twin ``*_angka`` ("1" where the cell held a number)."""
    return tuple(f.key for f in (UNIT.entries if table == UNIT.key else TABLE_BY_KEY[table].read_fields))


@dataclass(frozen=True)
class Layout:
    """Where each field stands in one workbook: sheet -> field -> column letters (tables) or cell address (sheet Unit)."""

    cells: Mapping[tuple[str, str], str]

    def address(self, table: str, key: str, row: int) -> str:
        """A1 address of a field; empty when the workbook has no such column."""
        place = self.cells.get((table, key), "")
        return place if not place or table == UNIT.key else f"{place}{row}"


@dataclass(frozen=True)
class Tables:
    """All tables of the workbooks read, and each workbook's layout by file name."""

    unit: pd.DataFrame
    pegawai: pd.DataFrame
    rencana: pd.DataFrame
    realisasi: pd.DataFrame
    perilaku: pd.DataFrame
    penilaian: pd.DataFrame
    pengembangan: pd.DataFrame
    layouts: Mapping[str, Layout] = field(default_factory=dict)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The frame of the table named ``table``."""
        frame: pd.DataFrame = getattr(self, table)
        return frame

    def only(self, files: set[str]) -> "Tables":
        """The same tables with the rows of ``files`` alone."""
        kept = {name: self[name][self[name]["berkas"].isin(files)].reset_index(drop=True) for name in SHEET_NAMES}
        return Tables(**kept, layouts={name: layout for name, layout in self.layouts.items() if name in files})
