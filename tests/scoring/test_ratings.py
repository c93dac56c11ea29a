"""Suggested ratings at their bounds, and the predikat of columns of ratings."""

from math import nan

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.ratings import predikat, saran_hasil, saran_perilaku
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.terms import Rating

ABOVE, AS_EXPECTED, BELOW = (rating.value for rating in Rating)


def rules() -> AturanRating:
    aturan = aturan_periode(Periode.TW2, 2026)
    assert isinstance(aturan, AturanRating)
    return aturan


def test_achievement_suggests_above_100_and_from_90() -> None:
    values = {
        120.0: ABOVE,
        100.00001: ABOVE,
        100.0000004: AS_EXPECTED,  # rounding noise of the computer, not an achievement
        100.0: AS_EXPECTED,
        90.0: AS_EXPECTED,
        89.9999996: AS_EXPECTED,  # noise as well
        89.99: BELOW,
        0.0: BELOW,
        nan: "",
    }
    assert saran_hasil(pd.Series(list(values)), rules()).tolist() == list(values.values())


def test_helper_scores_suggest_from_2_5_and_from_1_5() -> None:
    values = {3.0: ABOVE, 2.5: ABOVE, 2.4999996: ABOVE, 2.49: AS_EXPECTED, 1.5: AS_EXPECTED, 1.49: BELOW, nan: ""}
    assert saran_perilaku(pd.Series(list(values)), rules()).tolist() == list(values.values())


def test_rows_keep_their_names() -> None:
    names = [7, 2]
    suggested = saran_hasil(pd.Series([95.0, nan], index=names), rules())
    given = pd.Series([AS_EXPECTED, ""], index=names)
    both = predikat(given, pd.Series([ABOVE, ABOVE], index=names), rules())
    assert suggested.index.tolist() == both.index.tolist() == names
    assert both.tolist() == ["Baik", ""]
    assert predikat(pd.Series([ABOVE]), pd.Series([""]), rules()).tolist() == [""]


def test_nobody_is_a_column_of_text_too() -> None:
    nobody, nothing = pd.Series(["x"]).iloc[:0], pd.Series([1.0]).iloc[:0]
    assert str(predikat(nobody, nobody, rules()).dtype) == "str"
    assert str(saran_hasil(nothing, rules()).dtype) == "str"
