"""Ratings: what the percentages suggest (a local suggestion, never a rule) and the predikat the two ratings give by the matrix."""

import pandas as pd

from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.models import AmbangSaran
from kinerja_xl.terms import Rating

NOISE = 6
"""Decimals beyond which a mean is only rounding noise of the computer: 100,00000000000001 is 100."""


def saran_hasil(capaian: "pd.Series[float]", aturan: AturanRating) -> "pd.Series[str]":
    """Suggested rating of hasil kerja from mean achievement in percent; ``""`` where there is none."""
    ambang = aturan.saran_hasil.isi
    return _suggested(capaian, capaian.round(NOISE) > ambang.di_atas, ambang)


def saran_perilaku(skor: "pd.Series[float]", aturan: AturanRating) -> "pd.Series[str]":
    """Suggested rating of perilaku from the mean of the helper scores (1 to 3); ``""`` where there is none."""
    ambang = aturan.saran_perilaku.isi
    return _suggested(skor, skor.round(NOISE) >= ambang.di_atas, ambang)


def predikat(
    rating_hasil: "pd.Series[str]", rating_perilaku: "pd.Series[str]", aturan: AturanRating
) -> "pd.Series[str]":
    """Predikat of each person by the 3x3 matrix; ``""`` until both ratings are set. Ratings are given as words of ``Rating``."""
    matrix = {
        (hasil.value, perilaku.value): found.value
        for hasil, row in aturan.matriks_predikat.isi.items()
        for perilaku, found in row.items()
    }
    pairs = zip(rating_hasil.tolist(), rating_perilaku.tolist(), strict=True)
    return pd.Series([matrix.get(pair, "") for pair in pairs], index=rating_hasil.index, dtype="str")


def _suggested(values: "pd.Series[float]", above: "pd.Series[bool]", ambang: AmbangSaran) -> "pd.Series[str]":
    found = pd.Series("", index=values.index, dtype="str")
    values = values.round(NOISE)
    found[values < ambang.sesuai] = Rating.DI_BAWAH.value
    found[values >= ambang.sesuai] = Rating.SESUAI.value
    found[above] = Rating.DI_ATAS.value
    return found
