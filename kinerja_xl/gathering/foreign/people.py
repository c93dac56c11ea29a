"""Tables that name the person in each row (a column NIP): exports of many people in one file, taken apart by person.

For each person the sheets are those of the file with only that person's rows in them, at their places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja_xl.forms.cells import Cell
from kinerja_xl.gathering.foreign.headers import Header, meaning_of
from kinerja_xl.gathering.foreign.identity import label_of, said
from kinerja_xl.gathering.foreign.pieces import Values
from kinerja_xl.gathering.foreign.sheet import Sheet

MOST_PEOPLE = 300
"""More people in one table are no unit's, and would take too long to take apart."""
_NIP = ("nip", "")
_FEWEST = 2
"""Headers of a plan or of results that stand beside the NIP in the header row of such a table."""


@dataclass(frozen=True)
class _Table:
    """A sheet whose table names people: its header row, the columns that say who (of whom they say what), whose each row is."""

    sheet: Sheet
    header: int
    columns: Mapping[int, tuple[str, str]]
    rows: dict[str, list[int]] = field(default_factory=dict)
    people: dict[str, Values] = field(default_factory=dict)

    def of(self, nip: str) -> Sheet:
        """The sheet with the rows of one person; the columns that say who are empty."""
        own = self.rows.get(nip, [])
        grid: list[Sequence[Cell]] = [*self.sheet.grid[: self.header], self._bare(self.header)]
        grid += [()] * (max(own, default=self.header) - self.header)
        for row in own:
            grid[row] = self._bare(row)
        return replace(self.sheet, grid=grid)

    def _bare(self, row: int) -> list[Cell]:
        return ["" if c in self.columns else cell for c, cell in enumerate(self.sheet.grid[row])]


@dataclass(frozen=True)
class Person:
    """Somebody named in the rows of tables: what they say of this person."""

    nip: str
    values: Values
    _sheets: Sequence[Sheet]
    _tables: Mapping[str, _Table]

    def sheets(self) -> list[Sheet]:
        """The sheets of the file with the rows of this person alone."""
        return [self._tables[s.name].of(self.nip) if s.name in self._tables else s for s in self._sheets]


def people_of(sheets: Sequence[Sheet]) -> list[Person]:
    """The people whom tables name in their rows, in the order of the file; nobody where no table does."""
    tables = {sheet.name: table for sheet in sheets if (table := _table(sheet))}
    known: dict[str, Values] = {}
    for table in tables.values():
        for nip, values in table.people.items():
            known[nip] = values | known.get(nip, {})
    return [Person(nip, values, sheets, tables) for nip, values in known.items()]


def _table(sheet: Sheet) -> _Table | None:
    """The table of a sheet, if its header has a column NIP and somebody stands below it."""
    for row in range(len(sheet.grid)):
        texts = list(sheet.filled(row))
        columns = {c: label for c, text in texts if (label := label_of(text))}
        if _NIP in columns.values() and sum(bool(meaning_of(Header(text))) for _, text in texts) >= _FEWEST:
            table = _Table(sheet, row, columns)
            _put_rows(table)
            return table if table.people else None
    return None


def _put_rows(table: _Table) -> None:
    """Whose each row below the header is: the one it names, else the one of the row above."""
    nip = ""
    for row in range(table.header + 1, len(table.sheet.grid)):
        values = _whose(table, row)
        nip = values["nip"].text if "nip" in values else nip
        if nip:
            table.rows.setdefault(nip, []).append(row)
            table.people[nip] = values | table.people.get(nip, {})


def _whose(table: _Table, row: int) -> Values:
    """What a row says of its person."""
    found: Values = {}
    for column, (key, pane) in table.columns.items():
        if table.sheet.text(row, column):
            found |= said(key, pane, table.sheet.cell(row, column), table.sheet.place(row, column))
    return found
