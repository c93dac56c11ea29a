"""Says of the XML of a sheet, quickly, that something is certainly not in it; where it may be, ``sheet_scan`` looks closely.

Works on the bytes as numbers, all at once: a sheet of the form has tens of thousands of cells, and nearly none is worth a look.
"""

import re
from collections.abc import Collection

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_MARGIN = 16
"""Bytes at both ends that are left to the close look, so that neighbours can be looked at without asking."""
_FIRST_FAR, _ALPHABET = 6, 26
"""Two letters are a far column from ``GA`` on."""
_ROW_DIGITS = 5
_OWNER = re.compile(rb"(?:(?P<last>\S)\s*=|[^\s=])\s*[\"'][A-Za-z]*[0-9]*$")
_REACH = 80
"""Bytes before the end of an address within which its attribute is looked for."""
_MOST_CLOSE = 20_000
"""So many suspects are looked at one by one; with more of them the whole sheet is."""


def may_have_far_cell(xml: bytes) -> bool:
    """Whether an attribute ``r`` may name a row of five digits or more, or a column of three letters (two from GA on)."""
    if len(xml) <= 2 * _MARGIN:
        return True
    text = np.frombuffer(xml, dtype=np.uint8)
    digit = _digits(text)
    ends = np.concatenate([_far_rows(text, digit), _far_columns(text, digit)])
    return len(ends) > _MOST_CLOSE or any(_may_be_address(xml, end) for end in ends.tolist())


def _far_rows(text: Bytes, digit: Flags) -> Places:
    """Last digits of long numbers before a quote."""
    ends = np.flatnonzero(digit[:-1] & _quotes(text[1:]))
    ends = ends[ends >= _ROW_DIGITS]
    for back in range(1, _ROW_DIGITS):
        ends = ends[digit[ends - back]]
    return ends


def _far_columns(text: Bytes, digit: Flags) -> Places:
    """Last digits of what may be an address with letters of a far column: two only just behind a quote."""
    letter = _letters(text) < _ALPHABET
    second = np.flatnonzero(letter[1:-2] & letter[2:-1] & digit[3:]) + 2
    before = second - 2
    far = letter[before] | (_quotes(text[before]) & (_letters(text[second - 1]) >= _FIRST_FAR))
    at, ends = second[far], [np.empty(0, dtype=np.intp)]
    while len(at):
        following = at + 1
        following = following[following < len(text)]
        ends.append(following[_quotes(text[following])] - 1)
        at = following[digit[following]]
    return np.concatenate(ends)


def _may_be_address(xml: bytes, end: int) -> bool:
    owner = _OWNER.search(xml[max(end + 1 - _REACH, 0) : end + 1])
    return owner is None or owner["last"] == b"r"


def may_have_formula(xml: bytes, columns: Collection[str], below: int = 0) -> bool:
    """Whether a cell of one of the ``columns`` (letters) may hold a formula in a row further down than the row ``below``."""
    if b"<f" not in xml or len(xml) <= 2 * _MARGIN:
        return b"<f" in xml
    text = np.frombuffer(xml, dtype=np.uint8)
    tags = np.flatnonzero(text[:-_MARGIN] == ord("<"))
    kind = text[tags + 1]
    cells, formulas = tags[kind == ord("c")], tags[kind == ord("f")]
    owners = np.searchsorted(cells, formulas) - 1
    with_formula = cells[owners[owners >= 0]] + len('<c r="')
    row = text[with_formula + 1] - ord("0")
    with_formula = with_formula[~((row <= min(below, 9)) & _quotes(text[with_formula + 2]))]
    seen = np.zeros((256, 256), dtype=bool)
    seen[text[with_formula], text[with_formula + 1]] = True
    return any(seen[_first_two(column)].any() for column in columns)


def _first_two(column: str) -> tuple[int, slice | int]:
    """Where cells of the column stand in a table of the first two bytes of addresses."""
    first, second = ord(column[0]), column[1:2]
    return (first, ord(second)) if second else (first, slice(ord("0"), ord("9") + 1))


def _digits(text: Bytes) -> Flags:
    return np.asarray((text - ord("0")) < 10)


def _letters(text: Bytes) -> Bytes:
    """Place in the alphabet, capitals aside; 26 or more for what is no letter."""
    return np.asarray((text | 0x20) - ord("a"), dtype=np.uint8)


def _quotes(text: Bytes) -> Flags:
    return np.asarray((text == ord('"')) | (text == ord("'")))
