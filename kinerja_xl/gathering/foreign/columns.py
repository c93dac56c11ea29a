"""The columns below a header of a foreign form, which has one row or two: what each means, where its header stands."""

from collections.abc import Mapping
from typing import NamedTuple

from kinerja_xl.forms.addresses import letters
from kinerja_xl.gathering.foreign.header_spellings import COMPUTED, IGNORED, NO_PLACE
from kinerja_xl.gathering.foreign.headers import Header, group_of, is_below, meaning_of, near_meaning
from kinerja_xl.gathering.foreign.mapping import Map
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table_words import is_numbers

_ALIKE = {"waktu": "target_waktu"}
"""Meanings that are the same thing in another unit."""
_REPEATED = {"", "no", IGNORED, COMPUTED, *NO_PLACE}
"""Meanings that several columns may have."""


class Column(NamedTuple):
    """A column of a table: its header, where that stands, what it means (empty: unknown), and its place under that header."""

    label: str
    cell: str
    meaning: str
    part: int = 0
    guessed: bool = False
    """The header has a typing mistake; the meaning is the only one near to it."""


def columns_of(sheet: Sheet, top: int, last: int, peta: Map) -> dict[int, Column]:
    """The columns below the header rows ``top`` to ``last``, by their index; those without a header are unknown."""
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
    known = known_meaning(header, sheet, peta)
    guess = "" if known else near_meaning(header)
    return Column(header.label, cell, known or guess, part, bool(guess))


def known_meaning(header: Header, sheet: Sheet, peta: Map) -> str:
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


def is_group_row(sheet: Sheet, above: int, row: int) -> bool:
    """Whether the row above holds groups (TARGET, TRIWULAN I) over the columns of a header row."""
    if above < 0:
        return False
    groups = [c for c, text in sheet.filled(above) if group_of(text)]
    return bool(groups) and all(sheet.text(row, c) for c in groups) and len(groups) == len(list(sheet.filled(above)))


def is_sub_row(sheet: Sheet, row: int) -> bool:
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
