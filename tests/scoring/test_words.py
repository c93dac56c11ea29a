"""Words of a closed list in a column: read as people spell them, anything else is no word."""

import pandas as pd

from kinerja_xl.scoring.words import is_term, no_term, terms
from kinerja_xl.terms import Predikat, Rating

TYPED = pd.Series(["DIATAS EKSPETASI", "", "bagus", "Sesuai Ekspektasi", "bagus"], index=[4, 2, 9, 1, 5])


def test_a_column_in_the_spelling_of_the_list() -> None:
    found = terms(TYPED, Rating)
    assert found.tolist() == ["Di Atas Ekspektasi", "", "", "Sesuai Ekspektasi", ""]
    assert found.index.tolist() == [4, 2, 9, 1, 5]
    assert terms(pd.Series(["Cukup"]), Predikat).tolist() == ["Butuh Perbaikan"]


def test_where_a_word_stands_and_where_none_stands() -> None:
    assert is_term(TYPED, Rating, Rating.DI_ATAS).tolist() == [True, False, False, False, False]
    assert no_term(TYPED, Rating).tolist() == [False, True, True, False, True]


def test_an_empty_column_stays_a_column_of_text() -> None:
    assert str(terms(pd.Series([], dtype="str"), Rating).dtype) == "str"
