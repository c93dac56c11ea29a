"""Finds the filled cells of a sheet in its XML, all at once: where each stands, of which type it is, where its value lies.

Works on the bytes as numbers, for a sheet of the form has tens of thousands of cells and most are empty. Only XML as the usual
programs write it is understood, to the last tag; of anything else nothing is said, and ``sheet_scan`` and calamine look at it
in their slower ways.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from kinerja_xl.forms.addresses import letters, place

Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_MOST_LETTERS, _MOST_DIGITS = 3, 7


class Tag(IntEnum):
    """The tags between which cells are written; nothing else may stand there."""

    ROW = 1
    CELL = 2
    FORMULA = 3
    VALUE = 4
    NO_VALUE = 5
    END_OF_FORMULA = 6
    END_OF_VALUE = 7
    END_OF_CELL = 8
    END_OF_ROW = 9
    END = 10


_TAGS = {
    b"ro": Tag.ROW,
    b"c ": Tag.CELL,
    b"f>": Tag.FORMULA,
    b"f ": Tag.FORMULA,
    b"f/": Tag.FORMULA,
    b"v>": Tag.VALUE,
    b"v/": Tag.NO_VALUE,
    b"/f": Tag.END_OF_FORMULA,
    b"/v": Tag.END_OF_VALUE,
    b"/c": Tag.END_OF_CELL,
    b"/r": Tag.END_OF_ROW,
    b"/s": Tag.END,
}
"""By the first two bytes of their names."""
_TAG_OF = np.zeros(1 << 16, dtype=np.uint8)
for _start, _tag in _TAGS.items():
    _TAG_OF[_start[0] << 8 | _start[1]] = _tag


class Type(IntEnum):
    """What the value of a cell is: the number of a shared text, a number, a text, true or false, an error."""

    NUMBER = 0
    SHARED = 1
    TEXT = 2
    TRUTH = 3
    ERROR = 4


_TYPES = {b's"': Type.SHARED, b'n"': Type.NUMBER, b'st': Type.TEXT, b'b"': Type.TRUTH, b'e"': Type.ERROR}
"""By the first two bytes after ``t="``."""


class Unusual(Exception):  # noqa: N818 it is an answer: the XML is not written as it usually is
    """Something is not where the usual programs write it."""


@dataclass(frozen=True)
class FilledCells:
    """The cells with a value or a formula, row by row: each array has one entry a cell."""

    xml: bytes
    row: Numbers
    column: Numbers
    """Both from 1."""
    style: Numbers
    type: Numbers
    """One of ``Type``."""
    start: Numbers
    end: Numbers
    """Where the value lies in the XML; no value where both are equal."""
    computed: Flags
    """Whether the cell holds a formula."""

    @property
    def has_value(self) -> Flags:
        """Whether there is anything in the cell besides a formula."""
        return self.end > self.start

    def reaches_beyond(self, row: int, column: str) -> bool:
        """Whether a cell stands further out."""
        return bool((self.row > row).any() or (self.column > _number(column)).any())

    def uncalculated(self, columns: Collection[str], below: int) -> list[str]:
        """Addresses of formulas in ``columns`` (letters), further down than row ``below``, without a saved result."""
        wanted = np.isin(self.column, list(map(_number, columns)))
        found = wanted & (self.row > below) & self.computed & ~self.has_value & (self.type != Type.TEXT)
        return [f"{letters(int(self.column[i]))}{self.row[i]}" for i in np.flatnonzero(found)]


def _number(column: str) -> int:
    return place(f"{column}1")[1]


def filled_cells(xml: bytes) -> FilledCells | None:
    """The filled cells of a sheet; None where its XML is not written as it usually is."""
    start = xml.find(_BEGIN)
    stop = xml.find(_END, start)
    if start < 0 or stop < 0 or b"<!" in xml[:start] or b"\r" in xml[start:stop] or not is_utf8(xml):
        return None
    try:
        return _Scan(xml, start + len(_BEGIN), stop).cells()
    except (Unusual, IndexError):
        return None


def is_utf8(xml: bytes) -> bool:
    """Whether a part is in UTF-8, by what it says itself."""
    """Whether the text of a part is in UTF-8, by what it says itself."""
    declared = xml[: xml.find(b"?>") + 1].lower()
    return b"encoding" not in declared or b"utf-8" in declared


def _must(condition: Flags | bool) -> None:
    if not np.all(condition):
        raise Unusual


class _Scan:
    """The region of the cells while it is looked through."""

    def __init__(self, xml: bytes, start: int, stop: int) -> None:
        self.xml = xml
        self.text = np.frombuffer(xml, dtype=np.uint8)
        self.places = np.flatnonzero(self.text[start : stop + 1] == ord("<")) + start
        self.tags = _TAG_OF[self.text[self.places + 1].astype(np.uint16) << 8 | self.text[self.places + 2]]
        _must(self.tags > 0)

    def cells(self) -> FilledCells:
        """What is in the region."""
        all_cells = np.flatnonzero(self.tags == Tag.CELL)
        after = self.tags[all_cells + 1]
        self._must_be_closed(all_cells, after)
        found = all_cells[(after == Tag.VALUE) | (after == Tag.FORMULA)]
        computed = self.tags[found + 1] == Tag.FORMULA
        start, end = self._values(found, computed)
        row, column, style, type_ = self._heads(found)
        _must(np.diff(row * (1 << 16) + column) > 0)
        return FilledCells(self.xml, row, column, style, type_, start, end, computed)

    def _must_be_closed(self, cells: Numbers, after: npt.NDArray[np.uint8]) -> None:
        """Every cell ends, either at once or behind what is in it."""
        empty = (after == Tag.CELL) | (after == Tag.END_OF_ROW)
        ends = self.places[cells[empty] + 1]
        _must((self.text[ends - 2] == ord("/")) & (self.text[ends - 1] == ord(">")))
        _must(len(cells) - np.count_nonzero(empty) == np.count_nonzero(self.tags == Tag.END_OF_CELL))

    def _values(self, cells: Numbers, computed: Flags) -> tuple[Numbers, Numbers]:
        """Where the values lie, behind the formula where there is one."""
        at = cells + 1
        at = at + computed
        at = at + (self.tags[at] == Tag.END_OF_FORMULA)
        has_value = self.tags[at] == Tag.VALUE
        _must(has_value | (self.tags[at] == Tag.NO_VALUE) | (self.tags[at] == Tag.END_OF_CELL))
        _must(np.count_nonzero(has_value) == np.count_nonzero(self.tags == Tag.VALUE))
        values = at[has_value]
        _must((self.tags[values + 1] == Tag.END_OF_VALUE) & (self.tags[values + 2] == Tag.END_OF_CELL))
        start = self.places[at]
        end = start.copy()
        start[has_value] += len(b"<v>")
        end[has_value] = self.places[values + 1]
        return start, end

    def _heads(self, cells: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Row, column, style and type, as the attributes r, s and t say in this order."""
        at = self._behind(self.places[cells], b'<c r="')
        column, at = self._letters(at)
        row, at = self._digits(at)
        _must((column > 0) & (row > 0))
        at = self._behind(at, b'"')
        style, at = self._style(at)
        type_, at = self._type(at)
        at = self._behind(at, b">")
        _must(at == self.places[cells + 1])
        return row, column, style, type_

    def _byte(self, at: Numbers) -> Bytes:
        return self.text.take(at, mode="clip")

    def _behind(self, at: Numbers, what: bytes) -> Numbers:
        """The places behind ``what``, which must stand there."""
        _must(self._there(at, what))
        return at + len(what)

    def _there(self, at: Numbers, what: bytes) -> Flags:
        found = np.ones(len(at), dtype=bool)
        for step, byte in enumerate(what):
            found &= self._byte(at + step) == byte
        return found

    def _letters(self, at: Numbers) -> tuple[Numbers, Numbers]:
        number = np.zeros(len(at), dtype=np.int64)
        for _ in range(_MOST_LETTERS):
            letter = self._byte(at) - np.uint8(ord("A"))
            more = letter < len("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            number = np.where(more, number * 26 + letter + 1, number)
            at = at + more
        return number, at

    def _digits(self, at: Numbers, most: int = _MOST_DIGITS) -> tuple[Numbers, Numbers]:
        number = np.zeros(len(at), dtype=np.int64)
        for _ in range(most):
            digit = self._byte(at) - np.uint8(ord("0"))
            more = digit < len("0123456789")
            if not more.any():
                break
            number = np.where(more, number * 10 + digit, number)
            at = at + more
        return number, at

    def _style(self, at: Numbers) -> tuple[Numbers, Numbers]:
        styled = self._there(at, b' s="')
        number, behind = self._digits(at + len(b' s="'))
        _must(~styled | (self._byte(behind) == ord('"')))
        return np.where(styled, number, 0), np.where(styled, behind + 1, at)

    def _type(self, at: Numbers) -> tuple[Numbers, Numbers]:
        typed = self._there(at, b' t="')
        begin = at + len(b' t="')
        type_ = np.full(len(at), -1, dtype=np.int64)
        type_[~typed] = Type.NUMBER
        for start, known in _TYPES.items():
            type_[typed & self._there(begin, start)] = known
        _must(type_ >= 0)
        is_text = typed & (type_ == Type.TEXT)
        _must(~is_text | self._there(begin, b'str"'))
        return type_, np.where(typed, begin + np.where(is_text, len(b'str"'), len(b's"')), at)
