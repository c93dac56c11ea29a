"""How numbers, dates and lists are written and read in Bahasa Indonesia.

Reading is strict: ``85,5`` is 85.5, ``1.250`` is one thousand two hundred and fifty, and what cannot be read for certain is
reported as unreadable instead of guessed. Used by the reader, the scores, the master and the letters alike.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

MONTHS = (
    "",
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_NUMBER = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))"
_RUPIAH = r"(?:Rp\.? ?)?"
_UNTIL = r"(?:[-–—]|s\.? ?d\.?|s/d\.?|sampai(?: dengan)?)"
_BEGINS_UNIT = r"(?=[ %A-Z])"
_QUANTITY = re.compile(
    rf"{_RUPIAH}(?P<first>[+-]?{_NUMBER})"
    rf"(?:(?P<unit1>(?:{_BEGINS_UNIT} ?[^0-9 –—-]*)?) ?{_UNTIL} ?{_RUPIAH}(?P<second>{_NUMBER}))?"
    rf"(?P<unit>(?:{_BEGINS_UNIT}[^0-9]*)?)",
    re.IGNORECASE | re.ASCII,
)


class Quantity(NamedTuple):
    """A number or a range as typed into a cell, with the unit that was typed behind it (``""`` where none was)."""

    low: float
    high: float
    unit: str


TOO_LARGE = 1e15
"""From here on a spreadsheet no longer holds every digit: such a number is most likely two numbers run together."""


def parse_number(text: str) -> float | None:
    """Read one number written the Indonesian way; None where it is not certain what is meant, or too large to be exact."""
    if not re.fullmatch(rf"[+-]?{_NUMBER}", text):
        return None
    if "," in text or re.fullmatch(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+", text):
        text = text.replace(".", "").replace(",", ".")
    number = float(text)
    return number if abs(number) < TOO_LARGE else None


def parse_quantity(text: str) -> Quantity | None:
    """Read ``12 Bulan``, ``85,5``, ``80 - 90%``, ``80 s.d. 90`` or ``Rp 1.250.000``; None where it is no number.

    A unit begins with a blank, a percent sign or a letter and has no digit. A range written the wrong way round keeps its
    order, so that a check can say so. ``forms.skp.quantity_formulas`` reads the same in cells.
    """
    found = _QUANTITY.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    low, high = parse_number(found["first"]), parse_number(found["second"] or found["first"])
    if low is None or high is None:
        return None
    return Quantity(low, high, (found["unit"] or found["unit1"] or "").strip())


_DATE_ORDERS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]+)\s+(?P<year>\d{4})"),
)
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}


@lru_cache(maxsize=1 << 14)
def parse_date(text: str) -> date | None:
    """Read ``30/06/2026`` (day first), ``2026-06-30`` or ``30 Juni 2026``; None where it is no date."""
    for order in _DATE_ORDERS:
        found = order.fullmatch(text.strip())
        if found:
            month = (
                _MONTH_NUMBERS.get(found["month"][:3].lower(), 0) if found["month"].isalpha() else int(found["month"])
            )
            try:
                return date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                return None
    return None


def number_text(value: float, decimals: int | None = None) -> str:
    """Write a number the Indonesian way: ``1.234,5``; as many decimals as needed, or exactly ``decimals``, halves upwards."""
    text = f"{_rounded(value, decimals):,f}" if decimals is not None else f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _rounded(value: float, decimals: int) -> Decimal:
    """As people round: 107,945 is 107,95, although a computer holds 107,94499999999999."""
    exact = Decimal(repr(round(float(value), 9)))
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def plain_number_text(value: float) -> str:
    """Write the number of a cell without grouping and without loss: ``85,5``, ``2026``; used where text is read again."""
    text = str(int(value)) if float(value).is_integer() else format(Decimal(repr(float(value))), "f")
    return text.replace(".", ",")


def date_text(value: date) -> str:
    """Write a date for a letter: ``8 Januari 2026``."""
    return f"{value.day} {MONTHS[value.month]} {value.year}"


def cut(text: str, most: int) -> str:
    """A text of at most ``most`` characters; the last three are dots where something was left out."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def some_of(names: Sequence[str], most: int) -> str:
    """Write a list that says so where it is cut: ``a, b, dan 4 lainnya``."""
    more = f", dan {len(names) - most} lainnya" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def listed(items: Sequence[str], last: str = "dan") -> str:
    """Write a list as a sentence does: ``a, b, dan c``."""
    if len(items) < 3:
        return f" {last} ".join(items)
    return f"{', '.join(items[:-1])}, {last} {items[-1]}"
