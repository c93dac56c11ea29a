"""What merging came to: the cells and rows to write, what was found, and sums that must add up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja_xl.findings import Finding, in_order
from kinerja_xl.forms.blank import DEFAULTS, head_of, prefilled
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.gathering.choose import row_key
from kinerja_xl.gathering.staff_form import Row
from kinerja_xl.gathering.unit_book import UnitBook


@dataclass
class Counts:
    """The sums. Forms: read = gathered + alike + rejected. People: all = sent + missing.

    Entries of the gathered forms: all = written + unchanged + different (the unit workbook's stays) + homeless.
    """

    forms: int = 0
    gathered: int = 0
    alike: int = 0
    """Sent twice with the same content, beside the one that was gathered."""
    rejected: int = 0
    outside: int = 0
    """Forms of other people than those asked for; not among the forms above."""
    people: int = 0
    sent: int = 0
    refused: int = 0
    """Of those who sent a form: of whom none was gathered."""
    missing: int = 0
    entries: int = 0
    written: int = 0
    replaced: int = 0
    """Of those written: which took the place of a different text."""
    unchanged: int = 0
    different: int = 0
    homeless: int = 0
    """Entries that have no place in the unit workbook, or do not fit into a cell."""


@dataclass
class Merged:
    """Changes of a unit workbook: entries of the sheet Unit, cells of rows that are there, new rows; all as text by field key."""

    unit: dict[str, str] = field(default_factory=dict)
    changes: dict[str, dict[int, dict[str, str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    """Table -> row number -> field key -> text."""
    added: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Table -> rows, complete with NIP."""
    findings: list[Finding] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)

    @property
    def cells(self) -> int:
        """How many cells are set."""
        changed = sum(len(row) for rows in self.changes.values() for row in rows.values())
        return len(self.unit) + changed + sum(len(row) for rows in self.added.values() for row in rows)

    @property
    def rows(self) -> int:
        """How many rows are new."""
        return sum(map(len, self.added.values()))

    @property
    def told(self) -> list[Finding]:
        """The findings in reading order."""
        return in_order(self.findings)


def prefill(book: UnitBook, added: dict[str, list[dict[str, str]]], newcomers: Sequence[Row]) -> None:
    """Give ``newcomers`` the rows that a blank workbook has for its people; those they bring stand in their places."""
    mine = {row["nip"] for row in newcomers}
    added["pegawai"] = [defaults(book) | row for row in added["pegawai"]]
    for table, blank in prefilled(newcomers, book.year).items():
        if table == "pegawai":
            continue
        there = {_key(book, table, row.values) for row in book.rows.get(table, ())}
        others = [row for row in added[table] if row["nip"] not in mine]
        own = {_key(book, table, row): row for row in added[table] if row["nip"] in mine}
        rows = [
            own.pop(_key(book, table, row), _typed(book, table, row))
            for row in blank
            if _key(book, table, row) not in there
        ]
        added[table] = [*others, *rows, *own.values()]


def defaults(book: UnitBook) -> dict[str, str]:
    """What a new row of Pegawai says where the form does not, as far as the workbook has the columns."""
    return {key: text for key, text in DEFAULTS.items() if book.has("pegawai", key)}


def _key(book: UnitBook, table: str, row: Row) -> tuple[str, ...]:
    return row.get("nip", ""), *row_key(book, table, row)


def _typed(book: UnitBook, table: str, row: Row) -> dict[str, str]:
    """The row without what formulas show."""
    return {key: text for key, text in row.items() if (f := book.field(table, key)) and f.kind.typed}


def content(book: UnitBook, merged: Merged) -> UnitContent:
    """The whole content of a workbook that is yet to be built; the formula that shows a name shows it at once."""
    changes = merged.changes["pegawai"]
    listed = [defaults(book) | row.values | changes.get(row.number, {}) for row in book.rows["pegawai"]]
    people = [*listed, *merged.added["pegawai"]]
    names = {row.get("nip", ""): row.get("nama", "") for row in people}
    rows = {
        table.key: [row | {"nama": names.get(row["nip"], "")} for row in merged.added[table.key]]
        for table in book.form.tables
        if any(f.key == "nama" for f in table.fields)
    }
    return UnitContent(head_of(people) | book.unit | merged.unit, rows | {"pegawai": people})
