"""Turns the filled cells of a sheet into its grid: shared texts, numbers, dates, truth, errors as what they say.

Gives what calamine gives, which reads a sheet wherever something here is not certain: an odd format, an odd number.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from kinerja_xl.forms.cells import EPOCH, Cell
from kinerja_xl.forms.filled_cells import KEPT_TEXT, Bytes, FilledCells, Numbers, Type, Unusual
from kinerja_xl.forms.shared_parts import Format, SharedParts, meant

_PLAIN_NUMBER = frozenset(b"0123456789.-+eE")
_TRUTHS = {b"1": True, b"0": False, b"true": True, b"false": False}
_TEN, _MOST_DIGITS = 10, 9
_FIRST_DAY, _LAST_DAY = 61, 2_958_465
"""Numbers of the days between which no spreadsheet disagrees: 1 March 1900 to the end of 9999."""


def grid_of(cells: FilledCells, shared: SharedParts) -> list[list[Cell]] | None:
    """All cells from A1 to the last one with a value, ``""`` where a cell is empty; None where something is not certain."""
    filled = np.flatnonzero(cells.has_value)
    if not len(filled):
        return []
    values = np.empty(len(filled), dtype=object)
    try:
        for type_, read in _READERS.items():
            of_type = np.flatnonzero(cells.type[filled] == type_)
            if len(of_type):
                values[of_type] = read(cells, filled[of_type], shared)
    except (Unusual, UnicodeDecodeError):
        return None
    rows, columns = cells.row[filled], cells.column[filled]
    grid = np.full((rows[-1], columns.max()), "", dtype=object)
    grid[rows - 1, columns - 1] = values
    found: list[list[Cell]] = grid.tolist()
    return found


def _shared_texts(cells: FilledCells, which: Numbers, shared: SharedParts) -> Sequence[Cell]:
    numbers = _whole_numbers(np.frombuffer(cells.xml, dtype=np.uint8), cells.start[which], cells.end[which])
    if numbers.max() >= len(shared.texts):
        raise Unusual
    texts: list[Cell] = shared.texts[numbers].tolist()
    return texts


def _whole_numbers(text: Bytes, start: Numbers, end: Numbers) -> Numbers:
    numbers, longest = np.zeros(len(start), dtype=np.int64), int((end - start).max())
    if longest > _MOST_DIGITS:
        raise Unusual
    for step in range(longest):
        inside = start + step < end
        digits = text.take(start + step, mode="clip") - np.uint8(ord("0"))
        if (digits[inside] >= _TEN).any():
            raise Unusual
        numbers = np.where(inside, numbers * _TEN + digits, numbers)
    return numbers


def _numbers(cells: FilledCells, which: Numbers, shared: SharedParts) -> Sequence[Cell]:
    raw, styles = _raw(cells, which), cells.style[which].tolist()
    if not _PLAIN_NUMBER.issuperset(b"".join(raw)):
        raise Unusual
    try:
        numbers = list(map(float, raw))
        formats = {style: shared.formats[style] for style in set(styles)}
    except (ValueError, IndexError) as error:
        raise Unusual from error
    return [
        n if formats[style] is Format.PLAIN else _day(n, formats[style], shared)
        for n, style in zip(numbers, styles, strict=True)
    ]


def _day(number: float, how: Format, shared: SharedParts) -> date:
    whole = number.is_integer() and _FIRST_DAY <= number <= _LAST_DAY
    if how is not Format.DATE or shared.from_1904 or not whole:
        raise Unusual
    return EPOCH + timedelta(days=int(number))


def _texts(cells: FilledCells, which: Numbers, _: SharedParts) -> Sequence[Cell]:
    return [meant(text.decode()) for text in _raw(cells, which)]


def _own_texts(cells: FilledCells, which: Numbers, _: SharedParts) -> Sequence[Cell]:
    kept = [cells.xml.endswith(KEPT_TEXT, 0, start) for start in cells.start[which].tolist()]
    texts = [text.decode() for text in _raw(cells, which)]
    return [meant(text, keep=keep) for text, keep in zip(texts, kept, strict=True)]


def _truths(cells: FilledCells, which: Numbers, _: SharedParts) -> Sequence[Cell]:
    raw = _raw(cells, which)
    if not _TRUTHS.keys() >= set(raw):
        raise Unusual
    return [_TRUTHS[text] for text in raw]


def _errors(cells: FilledCells, which: Numbers, _: SharedParts) -> Sequence[Cell]:
    return [text.decode() for text in _raw(cells, which)]


def _raw(cells: FilledCells, which: Numbers) -> list[bytes]:
    return [cells.xml[a:b] for a, b in zip(cells.start[which].tolist(), cells.end[which].tolist(), strict=True)]


_READERS = {
    Type.NUMBER: _numbers,
    Type.SHARED: _shared_texts,
    Type.TEXT: _texts,
    Type.TRUTH: _truths,
    Type.ERROR: _errors,
    Type.INLINE: _own_texts,
}
