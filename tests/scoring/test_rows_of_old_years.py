"""Rows of a unit workbook of 2020 and 2021 as people leave them: twice, without an aspect, with a range, with a weight of nothing."""

from collections.abc import Mapping
from datetime import date
from math import isnan

import pandas as pd
import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPp46, aturan_pada
from kinerja_xl.scoring.numeric import behaviours, leads
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from tests.tables import FILE, iki, tables

FOUR = {"Orientasi Pelayanan": "90", "Komitmen": "100", "Inisiatif Kerja": "110", "Kerja Sama": "100"}  # mean 100
FIVE = {"Orientasi Pelayanan": "80", "Integritas": "82", "Komitmen": "84", "Disiplin": "86", "Kerja Sama": "88"}  # 84
Pair = tuple[dict[str, str], dict[str, str]]
OTHER = "198601012010012002"


def score(
    tahun: int,
    plan: list[Pair],
    given: Mapping[str, str],
    rated: Mapping[str, str] | None = None,
    post: str = "Pelaksana",
) -> Penilaian:
    """The year's score (2020: PP 46/2011, 2021: PermenPANRB 8/2021) of one person."""
    found = tables(
        unit=[{"tahun": str(tahun)}],
        pegawai=[{"jenis_jabatan": post}],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in given.items()],
        penilaian=[{"periode": "TAHUNAN", **(rated or {})}],
    )
    return penilaian(found, Periode.TAHUNAN, aturan_periode(Periode.TAHUNAN, tahun))


BEST = [iki("1", "1", "10", "12")]  # 120%: Sangat Baik, 120; 0,7 x 120 + 0,3 x 100 = 114


@pytest.mark.parametrize(
    ("answer", "predikat"), [("Ya", "Sangat Baik"), ("ya", "Sangat Baik"), ("Tidak", "Baik"), ("belum", "Baik")]
)
def test_2021_an_idea_is_one_only_where_the_rater_says_yes(answer: str, predikat: str) -> None:
    assert score(2021, BEST, FOUR, {"gagasan": answer}).pegawai.iloc[0]["predikat"] == predikat


def test_2021_who_leads_is_judged_on_leading_too() -> None:
    assert isnan(score(2021, BEST, FOUR, post="Pengawas").pegawai.iloc[0]["nilai_perilaku"])
    led = score(2021, BEST, {**FOUR, "Kepemimpinan": "75"}, post="Administrator")
    assert led.pegawai.iloc[0]["nilai_perilaku"] == 95  # (90 + 100 + 110 + 100 + 75) / 5
    assert led.perilaku["perilaku"].tolist() == [*FOUR, "Kepemimpinan"]
    assert led.perilaku["angka"].tolist() == [90, 100, 110, 100, 75]
    assert led.periode is Periode.TAHUNAN


@pytest.mark.parametrize(
    ("weight", "points"),
    [
        ("0", 0),
        ("0,5", 0.5),
        ("20", 10),
        ("-1", None),
        ("", None),
        ("banyak", None),
    ],  # 100% x weight x 120/100, at most 10
)
def test_2021_additional_work_counts_by_the_weight_of_the_assignment(weight: str, points: float | None) -> None:
    extra = iki("2", "1", "10", "12", kategori="Tambahan", bobot_penugasan=weight)
    person = score(2021, [*BEST, extra], FOUR).pegawai.iloc[0]
    if points is None:
        assert isnan(person["nilai_skp"])  # a weight that is missing is not a weight of nothing
    else:
        assert person["nilai_skp"] == pytest.approx(120 + min(points * 1.2, 10))


WHOLE = [
    iki("1", "1", "10", "8", aspek="Kuantitas"),  # 80
    iki("1", "2", "100", "84", aspek="Kualitas"),  # 84
    iki("1", "3", "12", "12", aspek="Waktu"),  # (1,76 x 12 - 12) / 12 x 100 = 76
]  # (80 + 84 + 76) / 3 = 80


def test_2020_a_whole_activity() -> None:
    found = score(2020, WHOLE, FIVE)
    person = found.pegawai.iloc[0]
    assert person["capaian"] == pytest.approx(80)
    assert person["nilai"] == pytest.approx(81.6)  # 0,6 x 80 + 0,4 x 84
    assert found.periode is Periode.TAHUNAN
    assert found.indikator["capaian"].tolist() == pytest.approx([80, 84, 76])


def test_2020_an_activity_without_aspects_is_missing_and_not_left_out() -> None:
    lost = [iki("2", "1", "10", "8", aspek=""), iki("2", "2", "10", "8", aspek="Umum")]
    found = score(2020, [*WHOLE, *lost], FIVE)
    assert found.rhk["no_rhk"].tolist() == ["1", "2"]
    assert found.rhk["belum"].tolist() == ["", "kuantitas, kualitas, waktu"]
    assert isnan(found.pegawai.iloc[0]["nilai_skp"])
    assert found.indikator["ganda"].tolist() == [False] * 5  # no aspect is not the same aspect twice


def test_2020_an_aspect_that_stands_twice_is_marked_and_has_no_value_of_its_own() -> None:
    found = score(2020, [*WHOLE, iki("1", "4", "10", "10", aspek="kuantitas")], FIVE)
    assert found.indikator["ganda"].tolist() == [False, False, False, True]
    assert found.indikator["capaian"].isna().tolist() == [False, False, False, True]
    assert found.pegawai.iloc[0]["capaian"] == pytest.approx(80)


def test_2020_a_range_is_no_target() -> None:
    plan = [iki("1", "1", "8 - 10", "8", aspek="Kuantitas"), *WHOLE[1:]]
    assert score(2020, plan, FIVE).rhk["belum"].tolist() == ["kuantitas"]


def test_behaviours_of_people_and_rows_that_stand_twice() -> None:
    found = tables(
        pegawai=[{"nama": "Budi"}, {"nama": "Budi lagi"}, {"nip": OTHER, "jenis_jabatan": "jpt"}],
        perilaku=[
            {"nilai": "DISIPLIN", "angka_tw4": "80"},
            {"nilai": "Disiplin", "angka_tw4": "90"},
            {"nilai": "Kerja  Sama", "angka_tw4": "70 - 80"},
            {"nip": OTHER, "nilai": "Kepemimpinan", "angka_tw4": "75,5", "angka_tw3": "60"},
            {"nip": OTHER, "nilai": "Keberanian", "angka_tw4": "99"},
        ],
    )
    rows = behaviours(found, Periode.TAHUNAN, aturan_pada(date(2020, 12, 31), AturanPp46))
    assert rows["perilaku"].tolist() == [*FIVE, *FIVE, "Kepemimpinan"]
    nothing = [-1] * 5  # the first row counts; a range is no number
    assert rows["angka"].fillna(-1).tolist() == [-1, -1, -1, 80, -1, *nothing, 75.5]
    assert rows["berkas"].unique().tolist() == [FILE]
    assert rows.columns.tolist() == ["berkas", "nip", "perilaku", "angka"]


def test_who_leads() -> None:
    posts = pd.DataFrame(
        {"jenis_jabatan": ["JPT", "Administrator", "Pengawas", "Pelaksana", "Fungsional", ""]}, index=[6, 5, 4, 3, 2, 1]
    )
    assert leads(posts).to_dict() == {6: True, 5: True, 4: True, 3: False, 2: False, 1: False}
