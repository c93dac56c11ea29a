"""The unit workbook as gathering sees it: what it holds, where each field stands, which rows are free.

It is read from a file (``read_unit_book``) or stands for one that is yet to be built (``new_unit_book``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kinerja_xl.forms import guard, notes
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.description import NEWEST, Field
from kinerja_xl.forms.locate import FoundTable, find_table
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.reading import Reading
from kinerja_xl.forms.sheet_scan import last_built
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, UNIT, Form, form_for
from kinerja_xl.gathering.staff_form import Row
from kinerja_xl.tables import Layout


class UnitRow(NamedTuple):
    """A row of a table: its number in the sheet, its texts by field key."""

    number: int
    values: Row


@dataclass(frozen=True)
class UnitBook:
    """What a unit workbook holds, and where."""

    berkas: str
    unit: Row
    rows: Mapping[str, Sequence[UnitRow]]
    layout: Layout
    sheets: Mapping[str, str] = field(default_factory=lambda: SHEET_NAMES)
    """Names of its sheets as they are spelled in it, by table."""
    free: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Numbers of the rows of each table that new rows may take, in their order."""
    new: bool = False
    """It is yet to be built: with room for whatever comes."""
    sha256: str = ""
    counts_from_1904: bool = False

    @property
    def tahun(self) -> str:
        """The year of the form."""
        return self.unit.get("tahun", "")

    @property
    def year(self) -> int:
        """The year as a number; the newest form's where it is none."""
        return int(self.tahun) if self.tahun.isascii() and self.tahun.isdigit() else NEWEST

    @property
    def form(self) -> Form:
        """The form of that year."""
        return form_for(self.tahun)

    def field(self, table: str, key: str) -> Field | None:
        """The field of the form of that year; None where it has none of that key."""
        fields = self.form.unit.entries if table == UNIT.key else self._fields(table)
        return next((f for f in fields if f.key == key), None)

    def _fields(self, table: str) -> tuple[Field, ...]:
        return next((found.fields for found in self.form.tables if found.key == table), ())

    def has(self, table: str, key: str) -> bool:
        """Whether the workbook has the column (or entry)."""
        return bool(self.layout.address(table, key, 1))

    @cached_property
    def numeric_nips(self) -> dict[str, str]:
        """The NIPs that are kept as numbers, and so have lost digits, each with the first cell where."""
        return {
            row.values["nip"]: self.place(table, "nip", row.number)
            for table, rows in reversed(list(self.rows.items()))
            for row in reversed(rows)
            if row.values.get("nip_angka")
        }

    def place(self, table: str, key: str, row: int) -> str:
        """Where a value stands, as people write it: ``Rencana!H7``."""
        return f"{SHEET_NAMES[table]}!{self.layout.address(table, key, row)}"


def read_unit_book(path: Path) -> tuple[Reading, UnitBook | None]:
    """The reading of the workbook at ``path``, and its content; none where it is not accepted."""
    reading = read_workbook(path)
    if not reading.accepted:
        return reading, None
    package = guard.inspect(path)
    book, form = Book(path, package), form_for(reading.rows[UNIT.key]["tahun"][0])
    content = {key: texts[0] for key, texts in reading.rows[UNIT.key].items()}
    return reading, UnitBook(
        reading.berkas,
        content,
        {table.key: _rows(reading, table.key) for table in form.tables},
        Layout(reading.cells),
        {key: book.own_name(name) for key, name in SHEET_NAMES.items() if book.has(name)},
        {table.key: _free_rows(find_table(table, book)) for table in form.tables},
        sha256=reading.sha256,
        counts_from_1904=package.counts_from_1904,
    )


def _rows(reading: Reading, table: str) -> list[UnitRow]:
    columns = reading.rows[table]
    keys = [key for key in columns if key != "baris"]
    texts = zip(*(columns[key] for key in keys), strict=True)
    numbers = map(int, columns["baris"])
    return [UnitRow(number, dict(zip(keys, row, strict=True))) for number, row in zip(numbers, texts, strict=True)]


def _free_rows(found: FoundTable) -> list[int]:
    """The empty rows the sheet was built with: those after the last used one, then the gaps between rows.

    A gap right above a note stays empty: the note would become a row of data.
    """
    used = {number for number, _ in found.used_rows}
    remarks = used - {number for number, _ in notes.data_rows(found)}
    first, last = found.header + 2, max(used, default=found.header + 1)
    gaps = (number for number in range(first, last) if number not in used and number + 1 not in remarks)
    return [*range(last + 1, last_built(found.xml) + 1), *gaps]


def new_unit_book(berkas: str, unit: Row, people: Sequence[Row]) -> UnitBook:
    """A unit workbook of the newest make that is yet to be built, with ``people`` on its sheet Pegawai."""
    form = form_for(unit["tahun"])
    cells = {(UNIT.key, e.key): f"B{form.unit.row(e.key)}" for e in form.unit.entries}
    cells |= {(t.key, f.key): letters(t.column(f.key)) for t in form.tables for f in t.fields}
    rows = {t.key: list[UnitRow]() for t in form.tables}
    rows["pegawai"] = [UnitRow(number, row) for number, row in enumerate(people, start=form.table("pegawai").first_row)]
    return UnitBook(berkas, unit, rows, Layout(cells), new=True)
