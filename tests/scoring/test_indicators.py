"""Planned indicators with their results: joined by number, held against the quarter's or the year's target, read as numbers."""

import pandas as pd
import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.scoring.achievement import Rumus
from kinerja_xl.scoring.indicators import indicators, quantities, scored
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Arah, Aspek
from tests.tables import FILE, WHO, Rows, iki, tables

OTHER = "198601012010012002"
PERSON_ROW = {"pendekatan": "Kuantitatif"}


def plan(*pairs: tuple[dict[str, str], dict[str, str]], people: Rows = (PERSON_ROW,)) -> Tables:
    return tables(pegawai=people, rencana=[row for row, _ in pairs], realisasi=[row for _, row in pairs])


def test_results_are_joined_by_number_and_the_order_of_the_plan_stays() -> None:
    found = indicators(
        tables(
            pegawai=[PERSON_ROW],
            rencana=[
                {"no_rhk": "2", "no_iki": "1", "target": "10"},
                {"no_rhk": "1", "no_iki": "2", "target": "20"},
                {"no_rhk": "1", "no_iki": "1", "target": "30"},
            ],
            realisasi=[  # rows 6 and 7 of the sheet
                {
                    "no_rhk": "1",
                    "no_iki": "1",
                    "realisasi_tw2": "29",
                    "bukti_tw2": "a.pdf",
                    "umpan_balik_tw2": "tinggal satu",
                    "realisasi_tw1": "9",
                },
                {"no_rhk": "2", "no_iki": "1", "realisasi_tw2": "8"},
            ],
        ),
        Periode.TW2,
    )
    assert found["target"].tolist() == ["10", "20", "30"]
    assert found["realisasi"].tolist() == ["8", "", "29"]
    assert found["bukti"].tolist() == ["", "", "a.pdf"]
    assert found["umpan_balik"].tolist() == ["", "", "tinggal satu"]
    assert found["baris_realisasi"].tolist() == [7, 0, 6]  # 0: no row
    assert found["baris_realisasi"].dtype == "int64"


def test_of_a_result_that_stands_twice_the_first_counts() -> None:
    row, result = iki("1", "1", "10", "8")
    found = indicators(
        tables(pegawai=[PERSON_ROW], rencana=[row], realisasi=[result, {**result, "realisasi_tw4": "9"}]),
        Periode.TAHUNAN,
    )
    assert found["realisasi"].tolist() == ["8"]


def test_results_of_another_file_or_person_are_not_taken() -> None:
    row, result = iki("1", "1", "10", "8")
    foreign = [{**result, "berkas": "lain.xlsx"}, {**result, "nip": OTHER}]
    found = indicators(tables(pegawai=[PERSON_ROW], rencana=[row], realisasi=foreign), Periode.TAHUNAN)
    assert found["realisasi"].tolist() == [""]


@pytest.mark.parametrize(
    ("periode", "held", "own"),
    [
        (Periode.TW1, "100", False),  # no target of its own: the year's
        (Periode.TW2, "50", True),
        (Periode.TAHUNAN, "100", False),  # the year is never held against its fourth quarter
        (Periode.TW4, "90", True),
    ],
)
def test_a_quarter_is_held_against_its_own_target_where_it_has_one(periode: Periode, held: str, own: bool) -> None:
    found = indicators(plan(iki("1", "1", "100", "45", target_tw2="50", target_tw4="90")), periode).iloc[0]
    assert (found["target_periode"], found["target_triwulan"]) == (held, own)
    assert found["low"] == found["high"] == float(held)


def test_numbers_are_read_with_their_units() -> None:
    found = indicators(
        plan(
            iki("1", "1", "80 - 90%", "85,5%"),
            iki("1", "2", "12 Bulan", "11"),
            iki("1", "3", "tertib", "belum"),
            iki("1", "4", "10", "8 - 9"),
        ),
        Periode.TAHUNAN,
    )
    assert found["low"].tolist()[:2] == [80, 12]
    assert found["high"].tolist()[:2] == [90, 12]
    assert found["angka"].tolist()[:2] == [85.5, 11]
    assert found["satuan_target"].tolist()[:2] == ["%", "Bulan"]
    assert found["satuan_realisasi"].tolist()[:2] == ["%", ""]
    assert found.loc[2, ["low", "high", "angka"]].isna().all()
    assert (found.loc[3, "low"], found.loc[3, "high"]) == (10, 10)
    assert found["angka"].isna().tolist()[3]  # a result is one number, not a range


def test_who_plans_qualitatively_has_no_numbers() -> None:
    people = [
        {"pendekatan": "KUALITATIF"},
        {"pendekatan": "Kuantitatif", "berkas": "lain.xlsx"},
        {"pendekatan": "", "nip": OTHER},
    ]
    rows = [
        iki("1", "1", "10", "8"),
        iki("1", "1", "10", "8", berkas="lain.xlsx"),
        iki("1", "1", "10", "8", nip=OTHER),
    ]
    rows[1][1]["berkas"] = "lain.xlsx"
    found = scored(indicators(plan(*rows, people=people), Periode.TAHUNAN), 120, {})
    assert found["kuantitatif"].tolist() == [False, True, True]
    assert found["capaian"].isna().tolist()[0]
    assert found["capaian"].tolist()[1:] == [80, 80]
    assert found.loc[0, "angka"] == 8  # what was typed stays readable


def test_texts_of_an_rhk_are_taken_from_its_first_row() -> None:
    def row(rhk: str, number: str, kategori: str, leader: str, text: str) -> dict[str, str]:
        return {"no_rhk": rhk, "no_iki": number, "kategori": kategori, "rhk_pimpinan": leader, "rhk": text}

    found = indicators(
        tables(
            pegawai=[PERSON_ROW],
            rencana=[
                row("2", "1", "Tambahan", "P2", "Hasil dua"),
                row("2", "2", "", "", ""),
                row("1", "1", "", "", ""),
                row("1", "2", "Utama", "P1", "Hasil satu"),
                row("2", "3", "Utama", "P9", "Lain"),
                row("3", "1", "", "", ""),
            ],
        ),
        Periode.TAHUNAN,
    )
    assert found["kategori"].tolist() == ["Tambahan", "Tambahan", "Utama", "Utama", "Utama", ""]
    assert found["rhk_pimpinan"].tolist() == ["P2", "P2", "P1", "P1", "P9", ""]
    assert found["rhk"].tolist() == ["Hasil dua", "Hasil dua", "Hasil satu", "Hasil satu", "Lain", ""]


def test_texts_are_not_taken_from_another_file() -> None:
    rows = [
        {"no_rhk": "1", "no_iki": "1", "rhk": "Hasil"},
        {"no_rhk": "1", "no_iki": "1", "rhk": "", "berkas": "lain.xlsx"},
    ]
    assert indicators(tables(pegawai=[PERSON_ROW], rencana=rows), Periode.TAHUNAN)["rhk"].tolist() == ["Hasil", ""]


LESS = Arah.TURUN.value


@pytest.mark.parametrize(
    ("typed", "aspek", "defaults", "rising"),
    [
        ("", "Kuantitas", {}, True),
        (LESS, "Kuantitas", {}, False),
        ("minimalkan", "Kuantitas", {}, False),
        ("", "Waktu", {Aspek.WAKTU: Arah.TURUN}, False),
        ("", "waktu", {Aspek.WAKTU: Arah.TURUN}, False),
        ("", "Biaya", {Aspek.WAKTU: Arah.TURUN, Aspek.BIAYA: Arah.NAIK}, True),
        ("Makin besar makin baik", "Waktu", {Aspek.WAKTU: Arah.TURUN}, True),  # what is typed comes first
        (LESS, "Waktu", {Aspek.WAKTU: Arah.NAIK}, False),
        ("", "", {Aspek.WAKTU: Arah.TURUN}, True),
    ],
)
def test_direction(typed: str, aspek: str, defaults: dict[Aspek, Arah], rising: bool) -> None:
    found = scored(
        indicators(plan(iki("1", "1", "10", "8", arah=typed, aspek=aspek)), Periode.TAHUNAN), 120, defaults
    ).iloc[0]
    assert found["naik"] == rising
    # 8 / 10 = 80; (2 x 10 - 8) / 10 = 120
    assert found["capaian"] == (80 if rising else 120)


def test_scores_stand_beside_the_row_they_belong_to() -> None:
    found = scored(indicators(plan(iki("2", "1", "10", "13"), iki("1", "1", "10", "5")), Periode.TAHUNAN), 110, {})
    assert found["capaian"].tolist() == [110, 50]  # 130 under a cap of 110
    assert found["mentah"].tolist() == [130, 50]
    assert found["acuan"].tolist() == [10, 10]
    assert found["rumus"].tolist() == [Rumus.NAIK, Rumus.NAIK]
    assert found["berkas"].unique().tolist() == [FILE]
    assert found["nip"].unique().tolist() == [WHO]


def test_quantities_keep_the_rows_and_are_numbers_even_where_nothing_can_be_read() -> None:
    found = quantities(pd.Series(["5 hari", "", "banyak"], index=[7, 3, 9]))
    assert found.index.tolist() == [7, 3, 9]
    assert found["low"].tolist()[0] == found["high"].tolist()[0] == 5
    assert found["unit"].tolist() == ["hari", "", ""]
    assert found.loc[[3, 9], ["low", "high"]].isna().all(axis=None)
    empty = quantities(pd.Series([], dtype="str"))
    assert [str(kind) for kind in empty.dtypes] == ["float64", "float64", "str"]
