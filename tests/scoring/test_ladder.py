"""Means in which nothing missing is zero, and the rung that a value has reached."""

from math import isnan, nan

import pytest

from kinerja_xl.regulations.rungs import PredikatAngka, Rentang
from kinerja_xl.scoring.ladder import mean, reached

GOOD, FAIR, POOR = PredikatAngka.BAIK, PredikatAngka.CUKUP, PredikatAngka.KURANG
RUNGS = (
    Rentang(predikat=PredikatAngka.SANGAT_BAIK, dari=110, termasuk=True, gagasan=True),
    Rentang(predikat=GOOD, dari=90, termasuk=False),
    Rentang(predikat=FAIR, dari=70, termasuk=True),
    Rentang(predikat=POOR, dari=50, termasuk=False),
)


def test_mean() -> None:
    assert mean([80, 100, 90]) == 90
    assert mean([70]) == 70
    assert isnan(mean([80, nan]))
    assert isnan(mean([]))


@pytest.mark.parametrize(
    ("value", "idea", "expected"),
    [
        (110, True, PredikatAngka.SANGAT_BAIK),
        (110, False, GOOD),  # without an idea the rung below
        (109.99, True, GOOD),
        (90, False, FAIR),  # exactly 90 does not earn Baik
        (90.00000000000001, False, FAIR),  # noise of the computer
        (90.0000000004, False, FAIR),  # less than half a billionth above
        (90.00000001, False, GOOD),
        (70, False, FAIR),  # exactly 70 earns Cukup
        (69.99999999999999, False, FAIR),
        (69.99, False, POOR),
        (50, False, None),  # below all rungs
        (nan, True, None),
    ],
)
def test_reached(value: float, idea: bool, expected: PredikatAngka | None) -> None:
    assert reached(value, RUNGS, gagasan=idea) is expected


def test_nobody_is_asked_for_an_idea_that_was_not_mentioned() -> None:
    assert reached(115, RUNGS) is GOOD
