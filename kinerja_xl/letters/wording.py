"""How the values of the recap are worded in a letter: numbers, dates, numbers in words, posts.

Pure text; ``context`` and ``signature`` build the letter from it. Missing values (NaN, None, NaT) become ``""``.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kinerja_xl.indonesian import date_text, number_text, parse_date, plain_number_text

_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def text_of(value: object) -> str:
    """A value of the recap as text, without blanks around it; line ends are plain newlines."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return ""
    return plain_number_text(float(value)) if isinstance(value, int | float) else str(value)


def decimal_text(value: object) -> str:
    """A number with at most two decimals, rounded half up as Excel shows it: ``97,25``; ``""`` where there is none."""
    if not isinstance(value, int | float) or pd.isna(value):
        return ""
    return number_text(float(Decimal(repr(float(value))).quantize(Decimal("0.01"), ROUND_HALF_UP)))


def percent_text(value: object) -> str:
    """A number in percent: ``97,25%``."""
    number = decimal_text(value)
    return f"{number}%" if number else ""


def day_text(value: object) -> str:
    """A date of the recap, typed or real, as a letter writes it; what is no date stays as it was typed."""
    if isinstance(value, date) and not pd.isna(value):
        return date_text(value)
    typed = text_of(value)
    found = parse_date(typed)
    return date_text(found) if found else typed


def lines_of(value: object) -> list[str]:
    """The lines of a cell that hold something."""
    return [line.strip() for line in text_of(value).split("\n") if line.strip()]


def in_words(number: int) -> str:
    """A number from 0 to 999 in words, as letters put it behind the digits: 14 is ``empat belas``."""
    if not 0 <= number <= 999:
        raise ValueError(f"Bilangan {number} di luar 0 sampai 999")
    return _in_words(number) or "nol"


def _in_words(number: int) -> str:
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return f"{_ONES[number // 10]} puluh {_in_words(number % 10)}".rstrip()
    head = "seratus" if number < 200 else f"{_ONES[number // 100]} ratus"
    return f"{head} {_in_words(number % 100)}".rstrip()


def joined(separator: str, *parts: str) -> str:
    """The parts that hold something, joined."""
    return separator.join(part for part in parts if part)


def labelled(label: str, value: str) -> str:
    """``label value``, or nothing where there is no value."""
    return f"{label} {value}" if value else ""
