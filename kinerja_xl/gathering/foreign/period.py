"""Which period and year a sheet of a foreign form is about, by what it prints above its table and by its name."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kinerja_xl.gathering.foreign.headers import quarter_in
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.indonesian import MONTHS
from kinerja_xl.periods import Periode

_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if name} | {"pebruari": 2, "nopember": 11}
_MONTH = "|".join(_NUMBERS)
_SPAN = re.compile(
    rf"(?:\d{{1,2}}\s*)?(?P<first>{_MONTH})\s*(?:\d{{4}})?\s*(?:s\s*[./]?\s*d\s*\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*"
    rf"(?:\d{{1,2}}\s*)?(?P<last>{_MONTH})(?:\s*(?:tahun)?\s*(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"\b\d{1,2}[/.-](?P<first>\d{1,2})[/.-]20\d\d\s*(?:s\s*[./]?\s*d\s*\.?|sampai(?:\s+dengan)?|hingga|[-–—])\s*"
    r"\d{1,2}[/.-](?P<last>\d{1,2})[/.-](?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:tahun|thn|th)\.?\s*:?\s*(?P<year>20\d\d)\b", re.IGNORECASE)
_ABOUT_US = re.compile(r"periode|penilaian|sasaran|kinerja|skp|evaluasi|jangka waktu", re.IGNORECASE)
_LAW = re.compile(r"peraturan|undang|nomor|permenpan|\bpp\b", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"\btahunan\b|\bakhir tahun\b|\bsetahun\b", re.IGNORECASE)
_CHOICES = re.compile(r"\bI\s*/\s*II\b|\b1\s*/\s*2\b")
_ENDS = {3: Periode.TW1, 6: Periode.TW2, 9: Periode.TW3, 12: Periode.TW4}


class About(NamedTuple):
    """What a sheet says of its time; empty where it does not."""

    quarters: frozenset[Periode]
    whole_year: bool
    years: frozenset[str]

    @property
    def periode(self) -> Periode | None:
        """The period of the sheet; None where it names none, or more than one."""
        if self.quarters:
            return next(iter(self.quarters)) if len(self.quarters) == 1 else None
        return Periode.TAHUNAN if self.whole_year else None


def about(sheet: Sheet, last_row: int) -> About:
    """What the rows above ``last_row`` and the name of the sheet say."""
    lines = [" ".join(text for _, text in sheet.filled(row)) for row in range(min(last_row, len(sheet.grid)))]
    return of_texts([*lines, sheet.name])


def of_texts(lines: Sequence[str]) -> About:
    """What some lines of a form say of their time."""
    spans = [span for line in lines for pattern in (_SPAN, _DATES) for span in pattern.finditer(line)]
    found = {_periode(span) for span in spans}
    named = {
        Periode(suffix.upper()) for line in lines if not _CHOICES.search(line) and (suffix := quarter_in(_words(line)))
    }
    whole = Periode.TAHUNAN in found or any(_WHOLE_YEAR.search(_words(line)) for line in lines)
    quarters = frozenset(p for p in found | named if p and p is not Periode.TAHUNAN)
    return About(quarters, whole, frozenset(_years(lines, spans)))


def _words(line: str) -> str:
    """A name like ``EV_TW2`` with blanks between its words."""
    return line.replace("_", " ")


def _periode(span: "re.Match[str]") -> Periode | None:
    """The period of a span of months: the whole year, else the quarter at whose end it ends (results are cumulative)."""
    first, last = (_NUMBERS.get(month.lower()) or int(month) for month in span.group("first", "last"))
    if (first, last) == (1, 12):
        return Periode.TAHUNAN
    return _ENDS.get(last) if first % 3 == 1 and first < last else None


def _years(lines: Iterable[str], spans: Iterable["re.Match[str]"]) -> Iterable[str]:
    yield from (span["year"] for span in spans if span["year"])
    for line in lines:
        if (_ABOUT_US.search(line) or re.fullmatch(r"\W*tahun\W*20\d\d\W*", line, re.IGNORECASE)) and not _LAW.search(
            line
        ):
            yield from (found["year"] for found in _YEAR.finditer(line))
