"""Finds the tables of planned results on a sheet of a foreign form: the header by its words, the columns, the last row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kinerja_xl.forms.addresses import letters
from kinerja_xl.gathering.foreign_sheet import Sheet
from kinerja_xl.gathering.header_spellings import COMPUTED, IGNORED, NO_PLACE
from kinerja_xl.gathering.headers import ASPECTS, LONGEST, Header, group_of, is_below, meaning_of, near_meaning
from kinerja_xl.gathering.mapping import NO_MAP, Map
from kinerja_xl.gathering.pieces import Value
from kinerja_xl.gathering.qualitative import has_measures
from kinerja_xl.gathering.table_words import ends_table, is_numbers, section_in

_ANCHORS = {"rhk", "indikator"}
"""One of these stands in the header of every table of planned results."""
_ALIKE = {"waktu": "target_waktu"}
_REPEATED = {"", "no", IGNORED, COMPUTED, *NO_PLACE}
"""Meanings that several columns may have."""
_BY_ASPECT = tuple(f"target_{aspek}" for aspek in ASPECTS)
_MEASURES_WITHIN = 12
"""So many rows below a header without further columns the measures of a qualitative form begin."""


class Column(NamedTuple):
    """A column of a table: its header, where that stands, what it means (empty: unknown), and its place under that header."""

    label: str
    cell: str
    meaning: str
    part: int = 0
    guessed: bool = False
    """The header has a typing mistake; the meaning is the only one near to it."""


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

    @property
    def meanings(self) -> set[str]:
        """What the columns mean."""
        return {column.meaning for column in self.columns.values()} - {""}

    @property
    def by_aspect(self) -> bool:
        """Whether the targets stand in a column for each aspect and the activity is all there is to measure (PP 46/2011)."""
        return "indikator" not in self.meanings and any(m in self.meanings for m in _BY_ASPECT)


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
    start: int | None = first
    while start is not None:
        end = _end(sheet, start, limit)
        yield ForeignTable(sheet, header, start, end, columns, kategori)
        start = next((row for row in range(end, limit) if _section(sheet, row)), None)
        kategori = None


def _heads(sheet: Sheet, peta: Map) -> list[Head]:
    """Header row, first row of data and columns of each table; a header printed again for the next page is no new one."""
    heads: list[Head] = []
    row = 0
    while row < len(sheet.grid):
        head = _head(sheet, row, peta)
        if head and not (heads and _is_again(sheet, heads[-1], head)):
            heads.append(head)
        row = head[1] if head else row + 1
    return heads


def _is_again(sheet: Sheet, before: Head, head: Head) -> bool:
    """Whether a header repeats the one before for the next page of the same table."""
    same = {c: column.meaning for c, column in before[2].items()} == {
        c: column.meaning for c, column in head[2].items()
    }
    return same and _end(sheet, before[1], head[0]) == head[0]


def _head(sheet: Sheet, row: int, peta: Map) -> Head | None:
    texts = [text for _, text in sheet.filled(row) if len(text) <= LONGEST]
    if not texts or len({_known(Header(text), sheet, peta) for text in texts} - {""}) < min(2, len(texts)):
        return None
    top = row - 1 if _is_group_row(sheet, row - 1, row) else row
    last = row + 1 if top == row and _is_sub_row(sheet, row) else row
    columns = _columns(sheet, top, last, peta)
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


def _is_group_row(sheet: Sheet, above: int, row: int) -> bool:
    """Whether the row above holds groups (TARGET, TRIWULAN I) over the columns of a header row."""
    if above < 0:
        return False
    groups = [c for c, text in sheet.filled(above) if group_of(text)]
    return bool(groups) and all(sheet.text(row, c) for c in groups) and len(groups) == len(list(sheet.filled(above)))


def _is_sub_row(sheet: Sheet, row: int) -> bool:
    """Whether the next row belongs to the header: all its texts stand under a group, and some are known there."""
    if row + 1 >= len(sheet.grid):
        return False
    below = list(sheet.filled(row + 1))
    headers = [Header(_over(sheet, row, c, row + 1), text) for c, text in below]
    if not below or is_numbers([text for _, text in below]) or not all(group_of(h.top) for h in headers):
        return False
    return any(is_below(header) for header in headers)


def _over(sheet: Sheet, row: int, column: int, below: int) -> str:
    """The header over a column: its own, that of the merged cell, or of the group to the left under which it stands."""
    top = sheet.text(*sheet.top_of(row, column))
    while not top and column > 0 and sheet.text(below, column):
        column -= 1
        top = sheet.text(*sheet.top_of(row, column))
    return top


def _columns(sheet: Sheet, top: int, last: int, peta: Map) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for c in range(max(len(sheet.texts[top]), len(sheet.texts[last]))):
        source = _source(sheet, top, last, c)
        if source is None:
            columns[c] = _nameless(sheet, last, c, peta)
        else:
            header = _header(sheet, top, last, *source)
            columns[c] = _column(sheet, header, sheet.place(*source).cell, c - source[1], peta)
    return _unique(columns)


def _nameless(sheet: Sheet, row: int, column: int, peta: Map) -> Column:
    """A column without a header; a mapping calls it by its letters."""
    label = f"tanpa judul (kolom {letters(column + 1)})"
    return Column(label, sheet.place(row, column).cell, peta.meaning(sheet.name, label))


def _source(sheet: Sheet, top: int, last: int, column: int) -> tuple[int, int] | None:
    """The header cell of a column, the lower one where there are two; None where it has no header."""
    below = sheet.top_of(last, column)
    if sheet.text(*below) and below[0] >= top:
        return below
    above = sheet.top_of(top, column)
    is_group = top != last and _has_below(sheet, above, last)
    return above if sheet.text(*above) and above[0] == top and not is_group else None


def _has_below(sheet: Sheet, place: tuple[int, int], last: int) -> bool:
    """Whether a header stands over others: one of them stands below it, or below the empty cells to its right."""
    row, column = place
    while True:
        if sheet.text(last, column):
            return bool(group_of(sheet.text(*place)))
        column += 1
        if column >= len(sheet.texts[row]) or sheet.text(row, column):
            return False


def _header(sheet: Sheet, top: int, last: int, row: int, column: int) -> Header:
    own = sheet.text(row, column)
    if top in (last, row):
        return Header(own)
    return Header(_over(sheet, top, column, last), own)


def _column(sheet: Sheet, header: Header, cell: str, part: int, peta: Map) -> Column:
    known = _known(header, sheet, peta)
    guess = "" if known else near_meaning(header)
    return Column(header.label, cell, known or guess, part, bool(guess))


def _known(header: Header, sheet: Sheet, peta: Map) -> str:
    """What the office's mapping says of the header, else what it usually means."""
    return peta.meaning(sheet.name, header.label) or meaning_of(header)


def _unique(columns: dict[int, Column]) -> dict[int, Column]:
    """Of two headers with the same meaning the first counts; the other is unknown, so that nothing is mixed up."""
    first: dict[str, str] = {}
    for column in sorted(columns.values(), key=lambda c: c.guessed):
        first.setdefault(_ALIKE.get(column.meaning, column.meaning), column.cell)
    of_first = set(first.values())
    return {
        c: column if column.meaning in _REPEATED or column.cell in of_first else _second(columns, c)
        for c, column in columns.items()
    }


def _second(columns: Mapping[int, Column], index: int) -> Column:
    """A header said once more: the unit beside a result belongs to it, anything else is unknown."""
    column, left = columns[index], columns.get(index - 1)
    if column.meaning == "satuan" and left and left.meaning.startswith("realisasi"):
        return column._replace(meaning=left.meaning, part=1)
    return column._replace(meaning="", guessed=False)


def _after_numbers(sheet: Sheet, row: int) -> int:
    """The row after the printed column numbers, where there are any."""
    after = row
    while after < len(sheet.grid) and not any(sheet.texts[after]):
        after += 1
    numbers = after < len(sheet.grid) and is_numbers([text for _, text in sheet.filled(after)])
    return after + 1 if numbers else row


def _end(sheet: Sheet, first: int, limit: int) -> int:
    rows = range(first, limit)
    return next((row for row in rows if ends_table([text for _, text in sheet.filled(row)])), limit)


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
