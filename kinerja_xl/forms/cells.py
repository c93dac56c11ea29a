"""Turns the cells of a sheet into the text of the tables, by what the field holds.

The one place where a cell's own type matters: a NIP stored as a number is marked, a date becomes ISO text, a number keeps all
its digits. Nothing is repaired and nothing is lost.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeGuard

from kinerja_xl.forms.description import Kind
from kinerja_xl.indonesian import parse_date, plain_number_text

Cell = int | float | str | bool | date | datetime | time | timedelta

EPOCH = date(1899, 12, 30)
_NIP_DECORATION = re.compile(r"[\s.'\u2019\u00a0-]")


def text_column(cells: Sequence[Cell], kind: Kind) -> list[str]:
    """The texts of one column, in order; ``""`` where a cell is empty."""
    if _are_texts(cells):
        return list(map(_OF_TEXTS.get(kind, str.strip), cells))
    convert = _CONVERTERS[kind]
    if convert is text_of:
        return [_number(cell) if type(cell) is float else text_of(cell) for cell in cells]
    return [convert(cell) if cell != "" else "" for cell in cells]


def _are_texts(cells: Sequence[Cell]) -> TypeGuard[Sequence[str]]:
    """Whether all cells are texts or empty, as in most columns: these are converted much faster."""
    return set(map(type, cells)) <= {str}


def number_marks(cells: Sequence[Cell]) -> list[str]:
    """``"1"`` for each cell that holds a number where text is expected (a NIP that has lost digits), else ``""``."""
    return ["1" if isinstance(cell, int | float) else "" for cell in cells]


def serial(day: date) -> int:
    """The number by which a spreadsheet keeps a day."""
    return (day - EPOCH).days


def text_of(cell: Cell) -> str:
    """The text of a cell of a field that holds words or numbers."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


_number = lru_cache(1 << 14)(plain_number_text)
"""The same few numbers stand in most cells with numbers."""


def _nip(cell: Cell) -> str:
    if isinstance(cell, int | float):
        return format(Decimal(f"{cell:.14e}"), "f")
    return _undecorated(text_of(cell))


@lru_cache(1 << 14)
def _undecorated(text: str) -> str:
    """A NIP without blanks and the like; each stands in many rows."""
    return _NIP_DECORATION.sub("", text)


def _date(cell: Cell) -> str:
    return _typed_date(cell) if isinstance(cell, str) else text_of(cell)


def _typed_date(text: str) -> str:
    found = parse_date(text.strip())
    return found.isoformat() if found else text.strip()


_CONVERTERS: dict[Kind, Callable[[Cell], str]] = {
    Kind.TEXT: text_of,
    Kind.QUANTITY: text_of,
    Kind.INTEGER: text_of,
    Kind.CHOICE: text_of,
    Kind.FORMULA: text_of,
    Kind.RESULT: text_of,
    Kind.NIP: _nip,
    Kind.DATE: _date,
}
_OF_TEXTS: dict[Kind, Callable[[str], str]] = {Kind.NIP: _undecorated, Kind.DATE: _typed_date}
"""What a text becomes; ``str.strip`` for all other kinds."""
