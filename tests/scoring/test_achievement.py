"""Achievement of one indicator: the regulation's own examples, boundaries, and laws that hold for all numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.scoring.achievement import Rumus, capaian

CAP = 120.0


def score(low: float, high: float, result: float, *, naik: bool, cap: float = CAP) -> float:
    frame = capaian(np.array([low]), np.array([high]), np.array([result]), np.array([naik]), cap)
    return float(frame["capaian"].iloc[0])


def raw(low: float, high: float, result: float, *, naik: bool) -> float:
    frame = capaian(np.array([low]), np.array([high]), np.array([result]), np.array([naik]), CAP)
    return float(frame["mentah"].iloc[0])


@pytest.mark.parametrize(
    ("low", "high", "result", "naik", "expected"),
    [
        (100, 100, 80, True, 80),  # 80/100
        (10, 10, 8, False, 120),  # (20-8)/10
        (10, 10, 12, False, 80),  # (20-12)/10
        (80, 90, 92, True, 102.2222),  # 92/90
        (80, 90, 70, True, 87.5),  # 70/80
        (80, 90, 85, True, 100),  # inside
        (80, 90, 80, True, 100),
        (80, 90, 90, True, 100),
        (7, 8, 6.5, False, 107.142857),  # (14-6.5)/7
        (7, 8, 9, False, 87.5),  # (16-9)/8
        (0, 0, 5, True, 100),  # nothing wanted yet, something there already
        (10, 10, -5, False, 0),  # a negative result is no result
        (0, 0, 0, False, 100),  # nothing wanted, nothing there
        (0, 0, 3, False, 0),
        (100, 100, 0, True, 0),
        (10, 10, 0, False, 120),  # 200% before the cap
        (10, 10, 25, False, 0),  # (20-25)/10 is below zero
        (100, 100, -5, True, 0),
        (100, 100, 130, True, 120),
    ],
)
def test_vectors(low: float, high: float, result: float, naik: bool, expected: float) -> None:
    assert score(low, high, result, naik=naik) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("low", "high", "result"),
    [(float("nan"), float("nan"), 5), (100, 100, float("nan")), (-5, -5, 3), (90, 80, 85)],
)
def test_what_cannot_be_computed_is_missing_and_not_zero(low: float, high: float, result: float) -> None:
    assert np.isnan(score(low, high, result, naik=True))


def test_the_cap_is_a_setting_and_the_raw_value_is_kept() -> None:
    assert score(100, 100, 130, naik=True, cap=110) == 110
    assert raw(100, 100, 130, naik=True) == 130


def test_the_formula_used_is_named() -> None:
    frame = capaian(
        np.array([80.0, 10, 80, 0, 5]),
        np.array([80.0, 10, 90, 0, 5]),
        np.array([40.0, 12, 85, 2, np.nan]),
        np.array([True, False, True, False, True]),
        CAP,
    )
    assert list(frame["rumus"]) == [Rumus.NAIK, Rumus.TURUN, Rumus.RENTANG, Rumus.TARGET_NOL, Rumus.KOSONG]


@pytest.mark.parametrize(
    ("low", "high", "result", "naik", "rumus", "expected"),
    [
        (1, 1, 1, True, Rumus.NAIK, 100),  # a target of one
        (1, 1, 1, False, Rumus.TURUN, 100),
        (1, 2, 1, True, Rumus.RENTANG, 100),
        (0.5, 0.5, 0.25, True, Rumus.NAIK, 50),  # 0,25 / 0,5
        (0.5, 0.5, 0.5, True, Rumus.NAIK, 100),
        (0.5, 0.5, 0.75, False, Rumus.TURUN, 50),  # (1 - 0,75) / 0,5
        (0, 0, 0, True, Rumus.RENTANG, 100),  # nothing is divided by a target of 0
        (0, 0, 0, False, Rumus.RENTANG, 100),
        (0, 0, 1, False, Rumus.TARGET_NOL, 0),
        (0, 0, 0.5, False, Rumus.TARGET_NOL, 0),
        (0, 0, 0.5, True, Rumus.ADA_HASIL, 100),
        (0, 5, 0, True, Rumus.RENTANG, 100),
        (0, 5, 6, False, Rumus.TURUN, 80),  # (10 - 6) / 5
        (10, 10, -1, False, Rumus.NEGATIF, 0),
        (90, 80, 85, True, Rumus.TIDAK_DAPAT, np.nan),
        (-5, -5, 3, True, Rumus.TIDAK_DAPAT, np.nan),
        (np.nan, np.nan, 3, True, Rumus.TIDAK_DAPAT, np.nan),
    ],
)
def test_each_formula_where_it_applies(
    low: float, high: float, result: float, naik: bool, rumus: Rumus, expected: float
) -> None:
    found = capaian(np.array([low]), np.array([high]), np.array([result]), np.array([naik]), CAP).iloc[0]
    assert found["rumus"] == rumus
    assert found["mentah"] == pytest.approx(expected, nan_ok=True)


def test_the_bound_used_is_the_nearest() -> None:
    low, high, results = np.full(3, 80.0), np.full(3, 90.0), np.array([70.0, 85.0, 95.0])
    found = capaian(low, high, results, np.full(3, True), CAP)
    assert found["acuan"].tolist()[::2] == [80, 90]
    assert found.columns.tolist() == ["acuan", "mentah", "capaian", "rumus"]


numbers = st.floats(min_value=0.01, max_value=1e6, allow_nan=False)


@given(numbers, numbers, numbers, st.booleans())
def test_within_bounds(low: float, width: float, result: float, naik: bool) -> None:
    assert 0 <= score(low, low + width, result, naik=naik) <= CAP


@given(numbers, numbers, numbers, numbers)
def test_more_is_better_never_falls_with_the_result(low: float, width: float, first: float, second: float) -> None:
    small, large = sorted((first, second))
    assert score(low, low + width, small, naik=True) <= score(low, low + width, large, naik=True) + 1e-9


@given(numbers, numbers, numbers, numbers)
def test_less_is_better_never_rises_with_the_result(low: float, width: float, first: float, second: float) -> None:
    small, large = sorted((first, second))
    assert score(low, low + width, small, naik=False) >= score(low, low + width, large, naik=False) - 1e-9


@given(numbers, st.booleans())
def test_meeting_a_single_target_is_exactly_full(target: float, naik: bool) -> None:
    assert score(target, target, target, naik=naik) == 100
