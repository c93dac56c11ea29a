"""PP 46/2011 where rows are many, targets nothing, or behaviours not asked of the post; its worked cases are in tests/cases."""

from datetime import date
from math import nan

import numpy as np
import pandas as pd
import pytest

from kinerja_xl.regulations import AturanPp46, aturan_pada
from kinerja_xl.scoring.pp_46_2011 import hemat, kegiatan, nilai_perilaku, rasio

ATURAN = aturan_pada(date(2020, 12, 31), AturanPp46)


def test_nothing_is_divided_by_a_target_of_nothing() -> None:
    nothing, some = np.array([0.0]), np.array([3.0])
    for result in (nothing, some):
        assert np.isnan(rasio(nothing, result)).all()
        assert np.isnan(hemat(nothing, result, ATURAN.pp46_hemat.isi)).all()


def activities(*rows: tuple[float, ...], index: list[int]) -> pd.DataFrame:
    """Results against targets of 10 reports, quality 100, 12 months; no cost."""
    columns = ["realisasi_kuantitas", "realisasi_kualitas", "realisasi_waktu"]
    targets = {"target_kuantitas": 10.0, "target_kualitas": 100.0, "target_waktu": 12.0}
    empty = {"target_biaya": nan, "realisasi_biaya": nan}
    return pd.DataFrame(rows, columns=columns, index=index, dtype="float64").assign(**targets, **empty)


def test_activities_keep_their_names() -> None:
    found = kegiatan(activities((10, nan, nan), (8, 84, 12), index=[5, 2]), ATURAN)
    assert found["belum"].to_dict() == {5: "kualitas, waktu", 2: ""}
    assert found.loc[2, "nilai"] == 80  # (8/10 x 100 + 84 + (1,76 x 12 - 12) / 12 x 100) / 3 = (80 + 84 + 76) / 3
    assert found["nilai"].isna().to_dict() == {5: True, 2: False}
    assert str(kegiatan(activities(index=[]), ATURAN)["belum"].dtype) == "str"


def test_every_behaviour_that_is_not_asked_of_the_post_is_named() -> None:
    given = {"Kepemimpinan": 80.0, "Keberanian": 75.0, "Disiplin": 90.0}
    with pytest.raises(ValueError, match=r"^Perilaku tidak dinilai pada jabatan ini: Keberanian, Kepemimpinan$"):
        nilai_perilaku(given, ATURAN, struktural=False)
    with pytest.raises(ValueError, match=r": Keberanian$"):
        nilai_perilaku(given, ATURAN, struktural=True)
