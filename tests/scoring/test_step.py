"""A step as it is printed, and the sentences all traces share."""

from math import nan
from typing import Any

import pytest

from kinerja_xl.scoring.step import (
    ANGKA,
    PERSEN,
    POIN,
    Person,
    Step,
    behaviour_step,
    held_against,
    indicator_label,
    known,
    mean_of,
    rhk_label,
    short,
)


@pytest.mark.parametrize(
    ("step", "printed"),
    [
        (Step("L", "R", "1 + 1", 2.0, PERSEN), "R: 1 + 1 = 2,00%"),
        (Step("L", "R", "1 + 1", 1234.567, POIN), "R: 1 + 1 = 1.234,57 poin"),
        (Step("L", "R", "1 + 1", 2.0, ANGKA), "R: 1 + 1 = 2,00"),
        (Step("L", "R", "", 0.0), "R = 0,00"),  # nothing earned is a number
        (Step("L", "R", "", "Baik", "", "", "menurut matriks"), "R = Baik (menurut matriks)"),
        (Step("L", "R", "", None, POIN, "", "belum diisi"), "R = tidak ada angka (belum diisi)"),
    ],
)
def test_a_step_in_one_line(step: Step, printed: str) -> None:
    assert step.kalimat == printed


def test_what_a_step_does_not_say_is_empty() -> None:
    step = Step("L", "R", "", None)
    assert (step.satuan, step.dasar, step.catatan) == ("", "", "")


def test_numbers_inside_a_calculation() -> None:
    assert [short(value) for value in (80, 87.5, 102.2222, 0, 1250, 0.005, 100.10)] == [
        "80", "87,5", "102,22", "0", "1.250", "0,01", "100,1",
    ]  # fmt: skip
    assert mean_of([80, 100.5]) == "(80 + 100,5) / 2"
    assert mean_of([70]) == "(70) / 1"
    assert mean_of([]) == ""


def test_a_missing_number_is_none() -> None:
    assert [known(value) for value in (nan, None, 0, 2)] == [None, None, 0, 2]


def test_labels() -> None:
    row = {"no_rhk": "1", "no_iki": "2", "indikator": "Laporan selesai", "rhk": "Laporan"}
    assert indicator_label(row) == "Indikator 1.2 Laporan selesai"
    assert rhk_label(row) == "RHK 1 Laporan"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"target_triwulan": True, "target_periode": "80 - 90%", "realisasi": "92%"},
            "target triwulan 80 - 90%, realisasi 92%",
        ),
        ({"target_triwulan": False, "target_periode": "12", "realisasi": ""}, "target setahun 12, realisasi kosong"),
        ({"target_triwulan": False, "target_periode": "", "realisasi": "0"}, "target setahun kosong, realisasi 0"),
    ],
)
def test_target_and_result_as_typed(row: dict[str, Any], said: str) -> None:
    assert held_against(row) == said


def told(value: float, **behaviours: float) -> Step:
    rows = [{"perilaku": name, "angka": number} for name, number in behaviours.items()]
    return behaviour_step(Person({"nilai_perilaku": value}, [], [], rows), "PP 46/2011, perilaku kerja")


def test_the_mean_of_behaviours() -> None:
    assert told(82.25, Integritas=80, Disiplin=84.5) == Step(
        "Nilai perilaku",
        "rerata perilaku (Integritas 80, Disiplin 84,5)",
        "(80 + 84,5) / 2",
        82.25,
        "poin",
        "PP 46/2011, perilaku kerja",
        "",
    )


def test_behaviours_that_are_missing_are_named() -> None:
    step = told(nan, Integritas=80, Komitmen=nan, Disiplin=nan)
    assert step.rumus == "rerata perilaku (Integritas 80)"
    assert (step.hitungan, step.nilai) == ("", None)
    assert step.catatan == "belum ada nilai: Komitmen, Disiplin; tidak dihitung nol"
    assert told(nan, Integritas=nan).rumus == "rerata perilaku"
