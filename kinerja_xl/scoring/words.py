"""Columns of text: in the form in which they are compared, and words of a closed list; each distinct spelling is read once."""

from enum import StrEnum

import pandas as pd

from kinerja_xl.terms import Term, read_term, squeezed


def squeezed_texts(texts: "pd.Series[str]") -> "pd.Series[str]":
    """The column in the form in which texts are compared, see ``terms.squeezed``."""
    return texts.map({text: squeezed(text) for text in texts.unique()}).astype("str")


def terms(texts: "pd.Series[str]", words: type[StrEnum]) -> "pd.Series[str]":
    """The column in the list's own spelling; ``""`` where a text is none of its words."""
    return texts.map({text: str(read_term(words, text) or "") for text in texts.unique()}).astype("str")


def is_term(texts: "pd.Series[str]", words: type[Term], word: Term) -> "pd.Series[bool]":
    """Where a text spells ``word``."""
    return terms(texts, words) == str(word)


def no_term(texts: "pd.Series[str]", words: type[StrEnum]) -> "pd.Series[bool]":
    """Where a text is none of the list's words, empty ones included."""
    return terms(texts, words) == ""
