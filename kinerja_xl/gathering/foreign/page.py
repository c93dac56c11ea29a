"""A sheet that belongs to a foreign form: its tables, whose it is, which period it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja_xl.gathering.foreign.identity import has_panes, identity
from kinerja_xl.gathering.foreign.mapping import Map
from kinerja_xl.gathering.foreign.period import About, about, of_texts
from kinerja_xl.gathering.foreign.pieces import Values
from kinerja_xl.gathering.foreign.rows import Block, read_rows
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table import ForeignTable, find_tables
from kinerja_xl.periods import Periode

_TITLE_ROWS = 12
"""Where there is no table, the time of a sheet is looked for in so many rows."""
RESULTS = ("realisasi", "bukti", "umpan_balik")


@dataclass
class Page:
    """A sheet of the form and its tables."""

    sheet: Sheet
    tables: list[ForeignTable]

    @cached_property
    def blocks(self) -> list[Block]:
        """What its tables hold."""
        return [read_rows(table) for table in self.tables]

    @cached_property
    def about(self) -> About:
        """Period and year that it names."""
        return about(self.sheet, self.tables[0].header if self.tables else _TITLE_ROWS)

    @cached_property
    def identity(self) -> Values:
        """Whose form it says it is."""
        return identity(self.sheet, self.tables[0].header if self.tables else len(self.sheet.grid))

    @property
    def title(self) -> str:
        """All that is printed above its table."""
        rows = range(self.tables[0].header if self.tables else _TITLE_ROWS)
        return "\n".join(text for row in rows if row < len(self.sheet.grid) for _, text in self.sheet.filled(row))

    @property
    def has_results(self) -> bool:
        """Whether a table has a column of results."""
        return any(meaning.startswith(RESULTS) for table in self.tables for meaning in table.meanings)

    @property
    def evaluates(self) -> bool:
        """Whether ratings may stand on it: not on a sheet that only plans."""
        return self.has_results or not self.tables

    @property
    def has_entries(self) -> bool:
        """Whether anybody has filled in a result; without any, printed choices are those of an empty form."""
        values = (v for block in self.blocks for rhk in block.rhks for v in rhk.indicators)
        return any(key.startswith(RESULTS) for indicator in values for key in indicator)

    @property
    def feedback(self) -> int | None:
        """The column of the feedback in its last table."""
        places = (c for table in self.tables for c, column in table.columns.items() if column.meaning == "umpan_balik")
        return next(places, None)

    def outside(self) -> Iterator[int]:
        """Indexes of the rows outside its tables."""
        inside = {row for table in self.tables for row in range(table.header, table.end)}
        return (row for row in range(len(self.sheet.grid)) if row not in inside)


def pages_of(sheets: Sequence[Sheet], peta: Map) -> list[Page]:
    """The sheets that have a table of results, or the panes that say whose form it is."""
    pages = (Page(sheet, find_tables(sheet, peta)) for sheet in sheets)
    return [page for page in pages if page.tables or has_panes(page.sheet)]


def period_of(page: Page, pages: Sequence[Page], file_name: str) -> Periode | None:
    """The period of a page: its own, else the only one that the other pages and the name of the file mention."""
    if page.about.quarters or page.about.whole_year:
        return page.about.periode
    named = of_texts([file_name])
    quarters = named.quarters.union(*(other.about.quarters for other in pages))
    if len(quarters) == 1:
        return next(iter(quarters))
    return Periode.TAHUNAN if named.whole_year and not quarters else None
