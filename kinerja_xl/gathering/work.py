"""What the parts of a merge share: the unit workbook with its rows by person, what is wished, and what has come of it so far."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja_xl.forms.faults import Fault
from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from kinerja_xl.gathering.choose import KEYS, RowKey, row_key, told
from kinerja_xl.gathering.merged import Merged
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.unit_book import UnitBook, UnitRow
from kinerja_xl.roster import RosterEntry

Spot = tuple[str, int, str]
"""Table, index of the row and field key of a value in a form."""


@dataclass(frozen=True)
class Wishes:
    """How to merge: whose text is taken where both have one, and (if any are named) only for whom."""

    prefer_form: bool = False
    only: frozenset[str] = frozenset()
    roster: Sequence[RosterEntry] | None = None
    """Who should send a form; without it those on the sheet Pegawai."""


@dataclass(frozen=True)
class Work:
    """One merge while it goes on."""

    book: UnitBook
    wishes: Wishes
    merged: Merged

    @cached_property
    def rows(self) -> dict[str, dict[str, dict[RowKey, UnitRow]]]:
        """Table -> NIP -> key -> row of the unit workbook; of rows with the same key the first counts."""
        found: dict[str, dict[str, dict[RowKey, UnitRow]]] = {table: defaultdict(dict) for table in KEYS}
        for table, people in found.items():
            for row in self.book.rows.get(table, ()):
                people[row.values.get("nip", "")].setdefault(row_key(self.book, table, row.values), row)
        return found

    def tell(self, form: StaffForm, fault: Fault, at: Spot, *, kolom: str = "", value: str = "", **words: str) -> None:
        """Add a finding at a value of a form."""
        self.merged.findings.append(told(form, fault, at, kolom=kolom, value=value, **words))

    def tell_row(self, fault: Fault, person: tuple[str, str], table: str, row: UnitRow, **words: str) -> None:
        """Add a finding at a row of the unit workbook about ``person`` (NIP, name)."""
        nip, nama = person
        cell = self.book.layout.address(table, "nip", row.number)
        words |= {"nip": nip or "kosong", "nama": nama or nip or "(tanpa nama)"}
        found = fault.finding(self.book.berkas, sheet=SHEET_NAMES[table], cell=cell, field="NIP", value=nip, **words)
        self.merged.findings.append(found._replace(nip=nip, nama=nama))
