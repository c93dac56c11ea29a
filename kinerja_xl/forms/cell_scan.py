"""Finds the filled cells of a sheet in its XML, all at once, working on its bytes as numbers.

A sheet of the form has tens of thousands of cells, and most are empty. Only XML as the usual programs write it is understood, to the
last tag; of anything else nothing is said, and ``sheet_scan`` and calamine look at it in their slower ways.
"""

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from kinerja_xl.forms.filled_cells import KEPT_TEXT, TEXT, Bytes, FilledCells, Flags, Numbers, Type, Unusual, is_utf8

_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_MOST_LETTERS, _MOST_DIGITS = 3, 7
_ALPHABET, _TEN = 26, 10


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
    INLINE = 11
    TEXT = 12
    END_OF_TEXT = 13
    END_OF_INLINE = 14


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
    b"is": Tag.INLINE,
    b"t>": Tag.TEXT,
    b"t ": Tag.TEXT,
    b"/t": Tag.END_OF_TEXT,
    b"/i": Tag.END_OF_INLINE,
}
"""By the first two bytes of their names."""
_TAG_OF = np.zeros(1 << 16, dtype=np.uint8)
for _start, _tag in _TAGS.items():
    _TAG_OF[_start[0] << 8 | _start[1]] = _tag
_TYPE_OF = np.full(1 << 8, -1, dtype=np.int64)
"""By the first letter of what the attribute ``t`` says; ``str`` begins as ``s`` does."""
for _letter, _type in {
    "n": Type.NUMBER,
    "s": Type.SHARED,
    "b": Type.TRUTH,
    "e": Type.ERROR,
    "i": Type.INLINE,
}.items():
    _TYPE_OF[ord(_letter)] = _type


def filled_cells(xml: bytes) -> FilledCells | None:
    """The filled cells of a sheet; None where its XML is not written as it usually is."""
    start = xml.find(_BEGIN)
    stop = xml.find(_END, start)
    if start < 0 or stop < 0 or xml.find(b"<!", 0, start) >= 0 or xml.find(b"\r", start, stop) >= 0 or not is_utf8(xml):
        return None
    try:
        return _Scan(xml, start + len(_BEGIN), stop).cells()
    except (Unusual, IndexError):
        return None


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
        """The cells with a value or a formula."""
        all_cells = np.flatnonzero(self.tags == Tag.CELL)
        after = self.tags[all_cells + 1]
        self._must_be_closed(all_cells, after)
        found = all_cells[(after == Tag.VALUE) | (after == Tag.FORMULA) | (after == Tag.INLINE)]
        computed, inline = self.tags[found + 1] == Tag.FORMULA, self.tags[found + 1] == Tag.INLINE
        start, end = np.empty_like(found), np.empty_like(found)
        start[~inline], end[~inline] = self._values(found[~inline], computed[~inline])
        start[inline], end[inline] = self._inline(found[inline])
        row, column, style, type_ = self._heads(found)
        _must((type_ == Type.INLINE) == inline)
        _must(np.diff(row * (1 << 16) + column) > 0)
        return FilledCells(self.xml, row, column, style, type_, start, end, computed)

    def _must_be_closed(self, cells: Numbers, after: npt.NDArray[np.uint8]) -> None:
        """Every cell ends, either at once or behind what is in it."""
        empty = (after == Tag.CELL) | (after == Tag.END_OF_ROW)
        _must(self._ends_itself(cells[empty]))
        _must(len(cells) - np.count_nonzero(empty) == np.count_nonzero(self.tags == Tag.END_OF_CELL))

    def _ends_itself(self, tags: Numbers) -> Flags:
        """Whether each of these tags is written as ``<f/>``."""
        return self._there(self.places[tags + 1] - len(b"/>"), b"/>")

    def _values(self, cells: Numbers, computed: Flags) -> tuple[Numbers, Numbers]:
        """Where the values lie, behind the formula where there is one."""
        at = cells + 1 + computed
        ended = self.tags[at] == Tag.END_OF_FORMULA
        _must(~computed | ended | self._ends_itself(cells + 1))
        at = at + ended
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

    def _inline(self, cells: Numbers) -> tuple[Numbers, Numbers]:
        """Where the texts lie that stand in their cells, each in one format."""
        inside = (Tag.INLINE, Tag.TEXT, Tag.END_OF_TEXT, Tag.END_OF_INLINE, Tag.END_OF_CELL)
        for step, tag in enumerate(inside, start=1):
            _must(self.tags[cells + step] == tag)
        _must(len(cells) == np.count_nonzero(self.tags == Tag.TEXT))
        text = self.places[cells + 2]
        plain, kept = self._there(text, TEXT), self._there(text, KEPT_TEXT)
        _must(plain | kept)
        return text + np.where(plain, len(TEXT), len(KEPT_TEXT)), self.places[cells + 3]

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
            more = letter < _ALPHABET
            number = np.where(more, number * _ALPHABET + letter + 1, number)
            at = at + more
        return number, at

    def _digits(self, at: Numbers) -> tuple[Numbers, Numbers]:
        number = np.zeros(len(at), dtype=np.int64)
        for _ in range(_MOST_DIGITS):
            digit = self._byte(at) - np.uint8(ord("0"))
            more = digit < _TEN
            if not more.any():
                break
            number = np.where(more, number * _TEN + digit, number)
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
        type_ = np.where(typed, _TYPE_OF[self._byte(begin)], Type.NUMBER)
        behind = begin + 1
        is_text = np.flatnonzero(typed & (type_ == Type.SHARED) & (self._byte(behind) == ord("t")))
        type_[is_text] = Type.TEXT
        behind[is_text] = self._behind(behind[is_text], b"tr")
        inline = np.flatnonzero(typed & (type_ == Type.INLINE))
        behind[inline] = self._behind(behind[inline], b"nlineStr")
        _must((type_ >= 0) & (~typed | (self._byte(behind) == ord('"'))))
        return type_, np.where(typed, behind + 1, at)
