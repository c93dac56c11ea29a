"""The language in which a workbook is described: sheets, the columns of a table, the entries of a form.

One description serves the builder (look, help, limits), the filler, the reader (headers, kinds) and the findings (addresses).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from kinerja_xl.terms import squeezed


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "teks"
    NIP = "nip"
    QUANTITY = "jumlah"
    """Number, range or number with unit, kept as typed: ``85,5``, ``80 - 90%``, ``12 Bulan``."""
    INTEGER = "bilangan"
    DATE = "tanggal"
    CHOICE = "pilihan"
    FORMULA = "rumus"
    """Computed in the cell for the person typing; Python never reads it as an input unless the field says ``read``."""


@dataclass(frozen=True)
class Field:
    """A column of a table, or an entry of a form.

    ``header`` is the printed text by which the column is found again; ``aliases`` are further accepted spellings.
    ``formula`` is a template: ``{nip}`` is the cell of that field in the same row, ``{pegawai.nama}`` the whole column of another
    table. ``must`` marks a column without which the sheet cannot be read; ``needed`` a cell that is coloured while it is empty, ``needed_when`` the condition
    (a formula template without ``=``) under which it is.
    """

    key: str
    header: str
    width: float
    kind: Kind = Kind.TEXT
    help: str = ""
    choices: tuple[str, ...] = ()
    formula: str = ""
    group: str = ""
    aliases: tuple[str, ...] = ()
    must: bool = False
    needed: bool = False
    needed_when: str = ""
    read: bool = True
    locked: bool = False

    @cached_property
    def spellings(self) -> frozenset[str]:
        """All accepted header texts, squeezed for comparison."""
        return frozenset(squeezed(text) for text in (self.header, *self.aliases))


@dataclass(frozen=True)
class TableSheet:
    """A sheet with one table: a header row, then one row for each thing. ``rows`` is its capacity for each person."""

    key: str
    name: str
    title: str
    hint: str
    fields: tuple[Field, ...]
    rows_a_person: float
    spare_rows: int
    frozen: str
    """Key of the first field that scrolls; those before it stay in sight, and are repeated on every printed page."""
    pages_wide: int = 1
    """On how many A4 pages side by side the sheet is printed."""
    header_row: ClassVar[int] = 5

    @property
    def first_row(self) -> int:
        """Row number of the first row of data."""
        return self.header_row + 1

    def field(self, key: str) -> Field:
        """The field named ``key``."""
        return next(f for f in self.fields if f.key == key)

    def column(self, key: str) -> int:
        """Column number (from 1) of the field ``key`` in the form as it is built."""
        return 1 + next(i for i, f in enumerate(self.fields) if f.key == key)

    @property
    def inputs(self) -> tuple[Field, ...]:
        """The fields people type into."""
        return tuple(f for f in self.fields if f.kind is not Kind.FORMULA)

    @property
    def read_fields(self) -> tuple[Field, ...]:
        """The fields the reader brings home: the inputs, and formulas whose typed-over value matters."""
        return tuple(f for f in self.fields if f.read)

    def capacity(self, people: int) -> int:
        """How many rows the table has room for in a unit of ``people``."""
        return round(self.rows_a_person * people) + self.spare_rows


@dataclass(frozen=True)
class Section:
    """A titled block of entries on a form sheet."""

    title: str
    entries: tuple[Field, ...]


@dataclass(frozen=True)
class FormSheet:
    """A sheet of labels (column A) and values (column B), read by label."""

    key: str
    name: str
    title: str
    sections: tuple[Section, ...]
    first_row: ClassVar[int] = 4

    @property
    def entries(self) -> tuple[Field, ...]:
        """All entries in order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    def row(self, key: str) -> int:
        """Row number of the entry ``key`` in the form as it is built: each section has a title row and a blank row after it."""
        row = self.first_row
        for section in self.sections:
            for offset, entry in enumerate(section.entries, start=1):
                if entry.key == key:
                    return row + offset
            row += len(section.entries) + 2
        raise KeyError(key)


PLACEHOLDER = re.compile(r"\{(?:(?P<table>\w+)\.)?(?P<key>\w+)\}")
