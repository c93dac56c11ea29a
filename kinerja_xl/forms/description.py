"""The language in which a workbook is described: sheets, the columns of a table, the entries of a form.

A description covers all years; ``of_year`` gives the sheet of one, which is what is built, filled and read. One description
serves the builder (look, help, limits), the filler, the reader (headers, kinds) and the findings (addresses).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import takewhile
from typing import ClassVar

from kinerja_xl.terms import squeezed

NEWEST = 9999
"""Stands for the year of the newest form."""


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
    RESULT = "hasil"
    """Written by ``kinerja nilai``: neither typed by anybody nor a formula, and never read as an input."""

    @property
    def typed(self) -> bool:
        """Whether people type into such a cell; the others are grey and locked."""
        return self not in (Kind.FORMULA, Kind.RESULT)


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
    long: bool = False
    """A long text for the formula bar: one line high, cut at the edge of its cell, not printed."""
    late: bool = False
    """Whether it came when workbooks of this version had been given out: one without it is whole."""
    on_paper: bool = True
    """Whether the column is printed; behind one that is not, none is."""
    number_format: str = ""
    """How the number of a formula is shown, such as ``0.00``; empty: as the kind says."""
    first_year: int = 0
    last_year: int = NEWEST
    """Years whose form has the field; the law of other years has no such thing."""
    past: tuple["Field", ...] = ()
    """The same field as the forms of other years have it, each with its years."""
    choices_in: Callable[[int], tuple[str, ...]] | None = None
    """Gives the choices where they depend on the year."""

    @cached_property
    def spellings(self) -> frozenset[str]:
        """All accepted header texts, squeezed for comparison."""
        return frozenset(squeezed(text) for text in (self.header, *self.aliases))

    def of_year(self, tahun: int) -> "Field | None":
        """The field as the form of ``tahun`` has it; None where that form has no such field."""
        found = next((f for f in (*self.past, self) if f.first_year <= tahun <= f.last_year), None)
        return replace(found, choices=found.choices_in(tahun)) if found and found.choices_in else found


@dataclass(frozen=True)
class Past:
    """What a sheet or a section says up to ``last_year`` instead of its own title and hint."""

    last_year: int
    title: str
    hint: str = ""


def _said(past: Iterable[Past], tahun: int, now: Past) -> Past:
    """The words of ``tahun``: the first of ``past`` (oldest first) that reaches it, else those of ``now``."""
    return next((words for words in past if tahun <= words.last_year), now)


def _fields(fields: Iterable[Field], tahun: int) -> tuple[Field, ...]:
    return tuple(found for field in fields if (found := field.of_year(tahun)))


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
    past: tuple[Past, ...] = ()
    header_row: ClassVar[int] = 5

    def of_year(self, tahun: int) -> "TableSheet":
        """The sheet as the form of ``tahun`` has it: its fields, its words."""
        words = _said(self.past, tahun, Past(tahun, self.title, self.hint))
        fields = _fields(self.fields, tahun)
        return replace(self, title=words.title, hint=words.hint, fields=fields, past=())

    @property
    def first_row(self) -> int:
        """Row number of the first row of data."""
        return self.header_row + 1

    def field(self, key: str) -> Field:
        """The field named ``key``."""
        return next(f for f in self.fields if f.key == key)

    def column(self, key: str) -> int:
        """Column number (from 1) of the field ``key`` in the form as it is built, for the sheet of a year."""
        return 1 + next(i for i, f in enumerate(self.fields) if f.key == key)

    @property
    def inputs(self) -> tuple[Field, ...]:
        """The fields people type into."""
        return tuple(f for f in self.fields if f.kind.typed)

    @property
    def results(self) -> tuple[Field, ...]:
        """The fields that ``kinerja nilai`` fills."""
        return tuple(f for f in self.fields if f.kind is Kind.RESULT)

    @property
    def printed(self) -> tuple[Field, ...]:
        """The fields on paper: all up to the first that is long or stays off it."""
        return tuple(takewhile(lambda f: f.on_paper and not f.long, self.fields))

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
    past: tuple[Past, ...] = ()

    def of_year(self, tahun: int) -> "Section":
        """The block as the form of ``tahun`` has it; it may be left without entries."""
        title = _said(self.past, tahun, Past(tahun, self.title)).title
        return Section(title, _fields(self.entries, tahun))


@dataclass(frozen=True)
class FormSheet:
    """A sheet of labels (column A) and values (column B), read by label."""

    key: str
    name: str
    title: str
    sections: tuple[Section, ...]
    first_row: ClassVar[int] = 4

    def of_year(self, tahun: int) -> "FormSheet":
        """The sheet as the form of ``tahun`` has it, without blocks that are empty in that year."""
        sections = (section.of_year(tahun) for section in self.sections)
        return replace(self, sections=tuple(section for section in sections if section.entries))

    @property
    def entries(self) -> tuple[Field, ...]:
        """All entries in order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    def field(self, key: str) -> Field:
        """The entry named ``key``."""
        return next(entry for entry in self.entries if entry.key == key)

    def row(self, key: str) -> int:
        """Row number of the entry ``key`` in the form as it is built, for the sheet of a year.

        Each section has a title row and a blank row after it.
        """
        row = self.first_row
        for section in self.sections:
            for offset, entry in enumerate(section.entries, start=1):
                if entry.key == key:
                    return row + offset
            row += len(section.entries) + 2
        raise KeyError(key)


PLACEHOLDER = re.compile(r"\{(?:(?P<table>\w+)\.)?(?P<key>\w+)\}")
