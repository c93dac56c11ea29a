"""Laws that hold for all numbers in the schemes before 2022: bounds, monotony, order of activities, nothing missing is zero."""

from datetime import date
from math import isnan, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.regulations import AturanPermenpan8, AturanPp30, AturanPp46, aturan_pada
from kinerja_xl.regulations.rungs import PredikatAngka, PredikatPp46
from kinerja_xl.scoring import permenpanrb_8_2021, pp_30_2019, pp_46_2011
from kinerja_xl.terms import Rating

PP46 = aturan_pada(date(2020, 12, 31), AturanPp46)
PP30 = aturan_pada(date(2021, 12, 31), AturanPp30)
P8 = aturan_pada(date(2021, 12, 31), AturanPermenpan8)

targets = st.floats(0.01, 1e6)
results = st.floats(0, 1e6)
points = st.floats(0, 120)
few = st.lists(points, min_size=1, max_size=8)


def hemat(target: float, result: float) -> float:
    return float(pp_46_2011.hemat(np.array([target]), np.array([result]), PP46.pp46_hemat.isi)[0])


def rasio(target: float, result: float) -> float:
    return float(pp_46_2011.rasio(np.array([target]), np.array([result]))[0])


def iki(capaian: float, *, maksimal: bool = False) -> float:
    return float(permenpanrb_8_2021.nilai_iki(np.array([capaian]), np.array([maksimal]), P8)["nilai"].iloc[0])


@given(targets, results, results)
def test_pp46_more_output_is_never_worse(target: float, first: float, second: float) -> None:
    small, large = sorted((first, second))
    assert 0 <= rasio(target, small) <= rasio(target, large)


@given(targets, results)
def test_pp46_time_is_between_0_and_100(target: float, result: float) -> None:
    assert 0 <= hemat(target, result) <= 100 + 1e-6


@given(targets, st.floats(0.761, 3), st.floats(0.761, 3))
def test_pp46_later_is_never_better_up_to_the_limit_of_savings(target: float, first: float, second: float) -> None:
    early, late = sorted((first, second))
    assert hemat(target, early * target) >= hemat(target, late * target) - 1e-6


@given(targets, st.floats(0, 0.759), st.floats(0, 0.759))
def test_pp46_saving_more_than_the_limit_is_never_better(target: float, first: float, second: float) -> None:
    early, late = sorted((first, second))
    assert hemat(target, early * target) <= hemat(target, late * target) + 1e-6


@given(few, st.randoms(use_true_random=False))
def test_pp46_order_of_activities_does_not_matter(values: list[float], random: "np.random.Generator") -> None:
    shuffled = values.copy()
    random.shuffle(shuffled)
    assert pp_46_2011.nilai_skp(shuffled, PP46) == pytest.approx(pp_46_2011.nilai_skp(values, PP46))


@given(st.lists(st.tuples(targets, results), min_size=1, max_size=6))
def test_pp46_each_activity_is_scored_alone_and_keeps_its_place(pairs: list[tuple[float, float]]) -> None:
    columns = {f"{what}_{a}": 1.0 for a in ("kualitas", "waktu", "biaya") for what in ("target", "realisasi")}
    rows = pd.DataFrame(pairs, columns=["target_kuantitas", "realisasi_kuantitas"]).assign(**columns)
    forward = pp_46_2011.kegiatan(rows, PP46)
    backward = pp_46_2011.kegiatan(rows[::-1], PP46)
    pd.testing.assert_frame_equal(forward, backward.loc[forward.index])


@given(points, points)
def test_pp46_predikat_is_total_and_rises(first: float, second: float) -> None:
    order = list(PredikatPp46)[::-1]
    low, high = (pp_46_2011.predikat(value, PP46) for value in sorted((first, second)))
    assert low is not None
    assert high is not None
    assert order.index(low) <= order.index(high)


@given(st.floats(-50, 300), st.floats(-50, 300))
def test_2021_value_rises_with_achievement_and_is_bounded(first: float, second: float) -> None:
    low, high = (iki(value) for value in sorted((first, second)))
    assert 0 <= low <= high <= 120


@given(st.floats(-50, 300))
def test_2021_every_achievement_has_one_category_and_a_full_target_never_costs(capaian: float) -> None:
    found = permenpanrb_8_2021.nilai_iki(np.array([capaian]), np.array([False]), P8).iloc[0]
    assert found["kategori"] in set(PredikatAngka)
    assert iki(capaian, maksimal=True) >= found["nilai"]


@given(few, few, st.randoms(use_true_random=False))
def test_2021_order_does_not_matter_and_additional_work_is_capped(
    main: list[float], extra: list[float], random: "np.random.Generator"
) -> None:
    whole = permenpanrb_8_2021.nilai_skp(main, extra, P8)
    assert np.mean(main) <= whole <= np.mean(main) + P8.tambahan_maksimal.isi
    random.shuffle(main)
    random.shuffle(extra)
    assert permenpanrb_8_2021.nilai_skp(main, extra, P8) == pytest.approx(whole)


@given(st.floats(-50, 300), st.floats(-50, 300), points, st.booleans())
def test_pp30_value_rises_and_is_capped(first: float, second: float, perilaku: float, pendapat: bool) -> None:
    low, high = (pp_30_2019.nilai_kinerja(skp, perilaku, PP30, pendapat=pendapat) for skp in sorted((first, second)))
    assert 0 <= low <= high <= PP30.batas_capaian.isi + 1e-9


@given(points, points, st.booleans())
def test_pp30_predikat_is_total_and_rises(first: float, second: float, gagasan: bool) -> None:
    order = list(PredikatAngka)[::-1]
    low, high = (pp_30_2019.predikat(value, PP30, gagasan=gagasan) for value in sorted((first, second)))
    assert low is not None
    assert high is not None
    assert order.index(low) <= order.index(high)


@given(st.lists(st.integers(0, 60), min_size=3, max_size=3))
def test_pp30_moving_the_people_told_meets_each_share(counts: list[int]) -> None:
    for held in pp_30_2019.distribusi(dict(zip(Rating, counts, strict=True)), PP30):
        assert held.mungkin or held.pindah == 0
        assert not held.mungkin or held.paling_sedikit <= held.jumlah + held.pindah <= held.paling_banyak


def test_missing_is_missing_in_every_scheme() -> None:
    assert isnan(rasio(10, nan))
    assert isnan(hemat(nan, 3))
    assert isnan(pp_46_2011.nilai_skp([90, nan], PP46))
    assert isnan(iki(nan))
    assert isnan(permenpanrb_8_2021.nilai_skp([90], [nan], P8))
    assert isnan(pp_30_2019.nilai_kinerja(nan, 90, PP30))
    assert pp_30_2019.predikat(nan, PP30) is None
    assert pp_46_2011.predikat(nan, PP46) is None


def test_pp46_refuses_unknown_points_and_behaviours() -> None:
    with pytest.raises(ValueError, match=r"tugas tambahan 4 tidak dikenal; yang ada: 0, 1, 2, 3$"):
        pp_46_2011.nilai_skp([90], PP46, tugas_tambahan=4)
    with pytest.raises(ValueError, match=r"kreativitas 5 tidak dikenal; yang ada: 0, 3, 6, 12$"):
        pp_46_2011.nilai_skp([90], PP46, kreativitas=5)
    with pytest.raises(ValueError, match="Kepemimpinan"):
        pp_46_2011.nilai_perilaku({"Kepemimpinan": 80}, PP46, struktural=False)


def test_what_is_not_said_adds_nothing() -> None:
    assert pp_46_2011.nilai_skp([90], PP46) == 90
    assert pp_30_2019.nilai_kinerja(100, 80, PP30) == pytest.approx(94)  # 70 + 24
    assert pp_30_2019.predikat(115, PP30) is PredikatAngka.BAIK
    assert [held.jumlah for held in pp_30_2019.distribusi({Rating.SESUAI: 5}, PP30)] == [0, 5, 0]
