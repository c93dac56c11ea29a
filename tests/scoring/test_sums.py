"""What a group comes to does not depend on the rows of others."""

import numpy as np
import pandas as pd
import pytest

from kinerja_xl.scoring.sums import means, sums

A = [684 / 670 * 100, 293 / 300 * 100, 476 / 450 * 100]
"""Three achievements of which another order of adding up, or a correction for rounding, changes the last digit."""


@pytest.mark.parametrize(
    ("other", "apart"), [([], False), ([np.nan], False), ([7.5, np.nan], False), ([7.5, np.nan], True)]
)
def test_a_group_is_added_up_in_its_order_whoever_stands_beside_it(other: list[float], apart: bool) -> None:
    rows = pd.DataFrame({"siapa": ["a"] * 3 + ["b"] * len(other), "angka": [*A, *other]})
    if apart:
        rows = rows.iloc[[3, 0, 4, 1, 2]]
    assert sums(rows, ["siapa"], "angka")["a"] == A[0] + A[1] + A[2]
    assert means(rows, ["siapa"], "angka")["a"] == (A[0] + A[1] + A[2]) / 3


def test_gaps_count_for_nothing() -> None:
    rows = pd.DataFrame({"siapa": ["b", "b", "a"], "angka": [1.5, np.nan, np.nan]})
    assert list(sums(rows, ["siapa"], "angka").items()) == [("b", 1.5), ("a", 0.0)]
    assert means(rows, ["siapa"], "angka")["b"] == 1.5
    assert np.isnan(means(rows, ["siapa"], "angka")["a"])


def test_no_rows() -> None:
    assert means(
        pd.DataFrame({"x": pd.Series([], dtype="str"), "angka": pd.Series([], dtype=float)}), ["x"], "angka"
    ).empty
