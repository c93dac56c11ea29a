"""PGB006 to PGB008: activities outside the year, hours that do not fit into their days, activities recorded twice."""

import pytest

from kinerja_xl.findings import Severity
from tests.checks.one_rule import OTHER, cells, told
from tests.workbooks import PERSON

BASE = {"bentuk": "Pelatihan", "kegiatan": "Pelatihan arsip", "jp": "16", "status": "Selesai"}


def activity(mulai: str = "", selesai: str = "", **columns: str) -> dict[str, str]:
    return BASE | {"mulai": mulai, "selesai": selesai} | columns


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (activity("12/05/2025", "16/05/2025"), "H6"),
        (activity("12/05/2025"), "G6"),
        (activity("", "2025-05-16"), "H6"),
        (activity("04/01/2027", "06/01/2027"), "G6"),
        (activity("", "06/01/2027"), "H6"),
    ],
)
def test_an_activity_of_another_year_is_asked_about(row: dict[str, str], cell: str) -> None:
    (finding,) = told("PGB006", pengembangan=[row])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Pengembangan", cell)
    assert "di luar tahun 2026" in finding.message


@pytest.mark.parametrize(
    "row",
    [
        activity("29/12/2025", "02/01/2026"),
        activity("30/12/2026", "02/01/2027"),
        activity("04/01/2027", "06/01/2027", status="Rencana"),
        activity("01/01/2026", "31/12/2026"),
        activity(),
        activity("belum ditentukan"),
        activity("12/05/2026", "16/05/2025"),  # the wrong way round: PGB004
    ],
)
def test_activities_over_new_year_plans_and_unread_dates_are_left_alone(row: dict[str, str]) -> None:
    assert told("PGB006", pengembangan=[row]) == []


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (activity("12/05/2026", "12/05/2026", jp="17"), 1),
        (activity("12/05/2026", "12/05/2026", jp="16"), 0),
        (activity("12/05/2026", "16/05/2026", jp="80"), 0),  # 5 days
        (activity("12/05/2026", "16/05/2026", jp="81 JP"), 1),
        (activity("12/05/2026", "", jp="80"), 0),
        (activity("", "", jp="900"), 0),
        (activity("16/05/2026", "12/05/2026", jp="80"), 0),
        (activity("12/05/2026", "12/05/2026", jp="banyak"), 0),
    ],
)
def test_hours_fit_into_their_days(row: dict[str, str], count: int) -> None:
    assert cells(told("PGB007", pengembangan=[row])) == [("Pengembangan", "F6")] * count


def test_hours_that_do_not_fit_are_told_with_the_days() -> None:
    (finding,) = told("PGB007", pengembangan=[activity("12/05/2026", "13/05/2026", jp="40")])
    assert "40 JP pada kegiatan 'Pelatihan arsip' milik Budi Contoh" in finding.message
    assert "dalam 2 hari (16 JP sehari paling banyak)" in finding.message


DATED = activity("12/05/2026", "13/05/2026")


@pytest.mark.parametrize(
    "again",
    [
        DATED,
        activity("2026-05-12", "2026-05-13", status="Berjalan"),
        activity("12/05/2026", "13/05/2026", kegiatan="PELATIHAN ARSIP ", bukti="sertifikat.pdf"),
    ],
)
def test_the_same_activity_twice_is_told_at_the_second_row(again: dict[str, str]) -> None:
    (finding,) = told("PGB008", pengembangan=[DATED, again])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Pengembangan", "D7")
    assert "sudah ada di baris 6" in finding.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DATED, activity("12/06/2026", "13/06/2026")),
        (DATED, activity("12/05/2026", "13/05/2026", bentuk="Coaching")),
        (DATED, DATED | {"nip": OTHER}),
        (activity(bukti="a.pdf"), activity(bukti="b.pdf")),
        (activity(), activity(jp="8")),
        (activity(kegiatan=""), activity(kegiatan="")),
    ],
)
def test_sessions_on_other_days_other_people_and_undated_ones_that_differ_are_left_alone(
    first: dict[str, str], second: dict[str, str]
) -> None:
    people = [PERSON, PERSON | {"nip": OTHER, "nama": "Ani Contoh"}]
    assert told("PGB008", pegawai=people, pengembangan=[first, second]) == []


def test_undated_rows_alike_in_everything_are_the_same() -> None:
    assert len(told("PGB008", pengembangan=[activity(), activity()])) == 1
