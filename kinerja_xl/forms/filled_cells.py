"""The filled cells of a sheet as arrays: where each stands, of which type it is, where its value lies in the XML.

``cell_scan`` finds them, the guard looks how far they reach, ``cell_values`` says what they hold.
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
TEXT, KEPT_TEXT = b"<t>", b'<t xml:space="preserve">'
"""Before a text of its own: blanks around it are not meant, or are."""


class Type(IntEnum):
    """What the value of a cell is: a number, the number of a shared text, the text of a formula, true or false, an error, a text of its own."""

    NUMBER = 0
    SHARED = 1
    TEXT = 2
    TRUTH = 3
    ERROR = 4
    INLINE = 5


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


def is_utf8(xml: bytes) -> bool:
    """Whether a part is in UTF-8, by what it says itself."""
    declared = xml[: xml.find(b"?>") + 1].lower()
    return b"encoding" not in declared or b"utf-8" in declared
