"""Finds the tables of planned results on a sheet of a foreign form: the header by its words, the columns, the last row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kinerja_xl.gathering.foreign.columns import Column, columns_of, is_group_row, is_sub_row, known_meaning
from kinerja_xl.gathering.foreign.headers import ASPECTS, LONGEST, Header
from kinerja_xl.gathering.foreign.mapping import NO_MAP, Map
from kinerja_xl.gathering.foreign.pieces import Value
from kinerja_xl.gathering.foreign.qualitative import has_measures
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table_words import ends_table, is_numbers, section_in
from kinerja_xl.terms import squeezed

_ANCHORS = {"rhk", "indikator"}
"""One of these stands in the header of every table of planned results."""
_BY_ASPECT = {f"target_{aspek}" for aspek in ASPECTS}
_MEASURES_WITHIN = 12
"""So many rows below a header without further columns the measures of a qualitative form begin."""


@dataclass(frozen=True)
class ForeignTable:
    """A table on its sheet; ``first`` and ``end`` are the indexes of the first row of data and of the row after the last."""

    sheet: Sheet
    header: int
    first: int
    end: int
    columns: Mapping[int, Column]
    kategori: Value | None
    """The kind of results that a title above the table names."""
    labels: frozenset[str] = frozenset()
    """All texts of its header, squeezed."""

    @cached_property
    def meanings(self) -> set[str]:
        """What the columns mean."""
        return {column.meaning for column in self.columns.values()} - {""}

    @property
    def by_aspect(self) -> bool:
        """Whether the targets stand in a column for each aspect and the activity is all there is to measure (PP 46/2011)."""
        return "indikator" not in self.meanings and bool(_BY_ASPECT & self.meanings)


Head = tuple[int, int, dict[int, Column]]
"""Index of the header row, of the first row of data, and the columns."""


def find_tables(sheet: Sheet, peta: Map = NO_MAP) -> list[ForeignTable]:
    """All tables of planned results on a sheet, from the top."""
    heads = _heads(sheet, peta)
    ends = [*(header for header, _, _ in heads[1:]), len(sheet.grid)][: len(heads)]
    return [part for head, limit in zip(heads, ends, strict=True) for part in _parts(sheet, head, limit)]


def _parts(sheet: Sheet, head: Head, limit: int) -> Iterator[ForeignTable]:
    """The table below a header; it goes on after ratings or notes where another section title (B. TAMBAHAN) stands there."""
    header, first, columns = head
    kategori = _kategori_above(sheet, header)
    labels = frozenset(squeezed(text) for row in range(header, first) for _, text in sheet.filled(row))
    start: int | None = first
    while start is not None:
        end = _end(sheet, start, limit)
        yield ForeignTable(sheet, header, start, end, columns, kategori, labels)
        start = next((row for row in range(end, limit) if _section(sheet, row)), None)
        kategori = None


def _heads(sheet: Sheet, peta: Map) -> list[Head]:
    """Header row, first row of data and columns of each table; a header printed again for the next page is no new one."""
    heads: list[Head] = []
    row, ended = 0, True
    while row < len(sheet.grid):
        head = _head(sheet, row, peta)
        if head and (ended or not _is_alike(heads[-1], head)):
            heads.append(head)
        ended = not head and (ended or _ends(sheet, row))
        row = head[1] if head else row + 1
    return heads


def _is_alike(before: Head, head: Head) -> bool:
    """Whether two headers have the same columns."""
    first, second = ({c: column.meaning for c, column in each[2].items()} for each in (before, head))
    return first == second


def _ends(sheet: Sheet, row: int) -> bool:
    return ends_table([text for _, text in sheet.filled(row)])


def _head(sheet: Sheet, row: int, peta: Map) -> Head | None:
    texts = [text for _, text in sheet.filled(row) if len(text) <= LONGEST]
    if not texts or len({known_meaning(Header(text), sheet, peta) for text in texts} - {""}) < min(2, len(texts)):
        return None
    top = row - 1 if is_group_row(sheet, row - 1, row) else row
    last = row + 1 if top == row and is_sub_row(sheet, row) else row
    columns = columns_of(sheet, top, last, peta)
    first = _after_numbers(sheet, last + 1)
    found = {column.meaning for column in columns.values()} - {"", "no"}
    if not found & _ANCHORS or found & {"rhk", "ekspektasi"} == {"ekspektasi"}:
        return None
    return (top, first, columns) if len(found) > 1 else _bare(sheet, row, first, columns)


def _bare(sheet: Sheet, row: int, first: int, columns: dict[int, Column]) -> Head | None:
    """The head of a qualitative form, which has one column of texts with their measures inside, and numbers beside it."""
    if not any(column.meaning == "rhk" for column in columns.values()):
        return None
    for r in range(first, min(first + _MEASURES_WITHIN, len(sheet.grid))):
        measured = next((c for c, text in sheet.filled(r) if has_measures(text)), None)
        if measured is not None:
            source = next(column for column in columns.values() if column.meaning == "rhk")
            numbers = {c: Column("No", "", "no") for c in range(measured)}
            return row, first, numbers | {measured: source._replace(part=0)}
    return None


def _after_numbers(sheet: Sheet, row: int) -> int:
    """The row after the printed column numbers, where there are any."""
    after = row
    while after < len(sheet.grid) and not any(sheet.texts[after]):
        after += 1
    numbers = after < len(sheet.grid) and is_numbers([text for _, text in sheet.filled(after)])
    return after + 1 if numbers else row


def _end(sheet: Sheet, first: int, limit: int) -> int:
    rows = range(first, limit)
    return next((row for row in rows if _ends(sheet, row)), limit)


def _kategori_above(sheet: Sheet, header: int) -> Value | None:
    """The kind of results named by a title above a table, with nothing but titles between them."""
    for row in range(header - 1, -1, -1):
        kind = _section(sheet, row)
        if kind or len({text for _, text in sheet.filled(row)}) > 1:
            return kind
    return None


def _section(sheet: Sheet, row: int) -> Value | None:
    cells = list(sheet.filled(row))
    kind = section_in([text for _, text in cells])
    return Value(str(kind), sheet.place(row, cells[0][0])) if kind else None
