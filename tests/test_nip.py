"""The NIP: vectors of the domain's rules, and what damage looks like."""

from datetime import date

import pytest

from kinerja_xl.nip import Masalah, fits_status, is_pppk, problem
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.terms import Status

ATURAN = aturan_pada(date(2026, 12, 31), AturanRating)


@pytest.mark.parametrize(
    ("nip", "expected"),
    [
        ("198609262015051001", None),  # PNS, born 26-09-1986, appointed 05-2015
        ("199009132025242014", None),  # PPPK, agreement 24
        ("198613262015051001", Masalah.LAHIR),  # month 13
        ("198602302015051001", Masalah.LAHIR),  # 30 February
        ("202709262015051001", Masalah.LAHIR),  # born after the year of the form
        ("198609262015131001", Masalah.ANGKAT),  # month 13 of appointment
        ("198609262000051001", Masalah.ANGKAT),  # appointed at 14
        ("198609262027051001", Masalah.ANGKAT),  # appointed after the year of the form
        ("199009132018212014", Masalah.ANGKAT),  # PPPK before there were any
        ("198609262015053001", Masalah.URUT),  # sex digit 3
        ("198609262015051000", Masalah.URUT),  # serial 000
        ("19860926201505100", Masalah.PANJANG),
        ("19860926201505100A", Masalah.PANJANG),
        ("", Masalah.PANJANG),
    ],
)
def test_problems(nip: str, expected: Masalah | None) -> None:
    assert problem(nip, 2026, ATURAN) is expected


def test_kind_follows_digits_13_and_14() -> None:
    assert not is_pppk("198609262015051001")
    assert is_pppk("199009132025242014")
    assert fits_status("198609262015051001", Status.CPNS)
    assert not fits_status("198609262015051001", Status.PPPK)
    assert fits_status("199009132025242014", Status.PPPK)
