"""Rows of a table told apart by columns of text: the first of each kind, those that stand in another table, how many are alike.

What pandas has for it numbers the texts first: for the tables of one workbook that takes several times as long as Python's own sets and
dicts, for those of a hundred about as long. A missing value is like no other one, so the columns are texts without gaps.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Flags = pd.Series | npt.NDArray[np.bool_] | Sequence[bool]
"""Which rows of a table."""


def keys_of(rows: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[Hashable, ...]]:
    """What stands in ``columns`` of each row."""
    return zip(*(rows[column].tolist() for column in columns), strict=True)


def are_among(rows: pd.DataFrame, columns: Sequence[str], known: Iterable[tuple[Hashable, ...]]) -> "pd.Series[bool]":
    """Which rows hold one of the ``known`` keys in ``columns``."""
    these = known if isinstance(known, set | frozenset) else set(known)
    return pd.Series([key in these for key in keys_of(rows, columns)], index=rows.index, dtype=bool)


def are_first(rows: pd.DataFrame, columns: Sequence[str]) -> "pd.Series[bool]":
    """Which rows are the first with what they hold in ``columns``."""
    places = dict(zip(reversed(list(keys_of(rows, columns))), range(len(rows) - 1, -1, -1), strict=True))
    flags = pd.Series(False, index=rows.index, dtype=bool)
    flags.iloc[list(places.values())] = True
    return flags


def firsts(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows that are the first with what they hold in ``columns``."""
    first = are_first(rows, columns)
    return rows.copy() if first.all() else rows[first]


def first_places(rows: pd.DataFrame, columns: Sequence[str]) -> npt.NDArray[np.int64]:
    """For each row the place, from 0, of the first row with the same ``columns``."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(key, place) for place, key in enumerate(keys_of(rows, columns))], dtype="int64")


def of_first(rows: pd.DataFrame, columns: Sequence[str], key: str) -> "pd.Series[Any]":
    """What the first row with the same ``columns`` holds in ``key``."""
    return pd.Series(rows[key].array[first_places(rows, columns)], index=rows.index)


def alike(rows: pd.DataFrame, columns: Sequence[str]) -> "pd.Series[int]":
    """How many rows hold the same in ``columns``."""
    keys = list(keys_of(rows, columns))
    counts = Counter(keys)
    return pd.Series([counts[key] for key in keys], index=rows.index, dtype="int64")
