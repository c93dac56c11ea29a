"""Sums and means of groups of rows by which a number depends on the rows of its own group alone, added up in their order.

pandas adds up another way as soon as any row of the column has a gap, or rows of a group are apart; the last digit of a person's
number would then depend on who else is looked at, and on how workbooks are divided into batches.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd


def sums(rows: pd.DataFrame, by: Sequence[str], key: str) -> "pd.Series[float]":
    """The sum of the numbers ``key`` of each group, in order of appearance; 0 where none is there."""
    total, _ = _added(rows, by, key)
    return total


def means(rows: pd.DataFrame, by: Sequence[str], key: str) -> "pd.Series[float]":
    """The mean of the numbers ``key`` of each group, in order of appearance; NaN where none is there."""
    total, count = _added(rows, by, key)
    return total / count.where(count > 0)


def _added(rows: pd.DataFrame, by: Sequence[str], key: str) -> "tuple[pd.Series[float], pd.Series[int]]":
    groups = rows.groupby(list(by), sort=False)
    values = rows[key].to_numpy("float64")
    known = ~np.isnan(values)
    codes = groups.ngroup().to_numpy()[known]
    index = groups.size().index
    total = pd.Series(np.bincount(codes, values[known], len(index)), index=index, name=key)
    return total, pd.Series(np.bincount(codes, minlength=len(index)), index=index)
