"""Numbers and dates as people in Indonesia write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.indonesian import date_text, listed, number_text, parse_date, parse_quantity, plain_number_text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("85,5", 85.5, 85.5, ""),
        ("1.250", 1250, 1250, ""),
        ("1.250,75", 1250.75, 1250.75, ""),
        ("80 - 90%", 80, 90, "%"),
        ("80% - 90%", 80, 90, "%"),
        ("80\u201390 %", 80, 90, "%"),
        ("80 s.d. 90 Persen", 80, 90, "Persen"),
        ("7 - 8 bulan", 7, 8, "bulan"),
        ("12 Bulan", 12, 12, "Bulan"),
        ("61,95%", 61.95, 61.95, "%"),
        ("Rp 1.250.000", 1_250_000, 1_250_000, ""),
        ("3 hari kerja", 3, 3, "hari kerja"),
        ("-5", -5, -5, ""),
        ("0", 0, 0, ""),
        ("90 - 80", 90, 80, ""),
        ("85.5", 85.5, 85.5, ""),
        ("80 s/d 90", 80, 90, ""),
        ("80 s/d. 90%", 80, 90, "%"),
        ("80s.d.90", 80, 90, ""),
        ("80 sd 90", 80, 90, ""),
        ("80 s. d. 90", 80, 90, ""),
        ("80 S.D. 90", 80, 90, ""),
        ("80 sampai dengan 90", 80, 90, ""),
        ("80 Sampai 90 bln.", 80, 90, "bln."),
        ("7 Bulan - 8 Bulan", 7, 8, "Bulan"),
        ("7 Bulan - 8", 7, 8, "Bulan"),
        ("80%-90%", 80, 90, "%"),
        ("80\u201490", 80, 90, ""),
        ("-5 - 5", -5, 5, ""),
        ("Rp 5.000.000 - Rp 6.000.000", 5_000_000, 6_000_000, ""),
        ("Rp5.000.000-Rp.6.000.000", 5_000_000, 6_000_000, ""),
        ("5.000.000 s.d. rp. 6.000.000", 5_000_000, 6_000_000, ""),
        ("\u00a0 12\t\u2003Bulan\n", 12, 12, "Bulan"),
        ("5 -", 5, 5, "-"),
        ("0,5", 0.5, 0.5, ""),
        ("0.25", 0.25, 0.25, ""),
        ("1.250.000,5 Rupiah", 1_250_000.5, 1_250_000.5, "Rupiah"),
        ("999.999.999.999.999", 999_999_999_999_999, 999_999_999_999_999, ""),
    ],
)
def test_quantities(text: str, low: float, high: float, unit: str) -> None:
    assert parse_quantity(text) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "n/a",
            "selesai",
            "31 Maret 2026",
            "1.5.2",
            "1,2,3",
            "1e5",
            "85,5,",
            "2026-08-07",
            "12/8",
            "#N/A",
            "TRUE",
        ),
        *("80. - 90", "80, - 90", "80 - 90.", "80 - 90,", "90.", "80/ - 90", "80 - 90/bulan", "90/bulan", "5-"),
        *("80 s/ 90", "80 90", "80 + 90", "80 -- 90", "80 - -90", "80 - Rp -90", "80 hari kerja - 90", "80 Rp 90"),
        *("12 m2", "80 - 90 m2", "80 m2 - 90", "7 - 8 - 9", "Rp", "Rp - 5", "Rp. . 5", "12_", "12\u00b0", "12\u0131"),
        *("0.125", "0.125 - 0.250", "012.500", "0.000", "1234.567", "1,250.75"),
        *("\u0661\u0662", "12\u0663", "1.000.000.000.000.000", "10000000000000000 - 5", "5 - 1000000000000000"),
    ],
)
def test_what_is_not_certain_is_not_read(text: str) -> None:
    assert parse_quantity(text) is None


@given(st.floats(min_value=0, max_value=1e12, allow_nan=False).map(lambda x: round(x, 2)))
def test_a_number_of_a_cell_is_read_back_without_loss(value: float) -> None:
    read = parse_quantity(plain_number_text(value))
    assert read is not None
    assert read.low == value


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_numbers_are_read_back(value: int) -> None:
    read = parse_quantity(number_text(value))
    assert read is not None
    assert read.low == value


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read = parse_quantity(text)
    assert read is None or isinstance(read.low, float)


@pytest.mark.parametrize("text", ["30/06/2026", "30-6-2026", "30.06.2026", "2026-06-30", "30 Juni 2026", "30 jun 2026"])
def test_dates(text: str) -> None:
    assert parse_date(text) == date(2026, 6, 30)


@pytest.mark.parametrize("text", ["31/06/2026", "06/30/2026", "Juni 2026", "46203", "30 Foo 2026", ""])
def test_no_dates(text: str) -> None:
    assert parse_date(text) is None


def test_words() -> None:
    assert date_text(date(2026, 1, 8)) == "8 Januari 2026"
    assert listed(["a", "b", "c"]) == "a, b, dan c"
    assert listed(["a", "b"], "atau") == "a atau b"
    assert number_text(1234.5, 2) == "1.234,50"
