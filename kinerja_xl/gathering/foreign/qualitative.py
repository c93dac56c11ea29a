"""A qualitative form writes a result, who assigned it and how it is measured into one cell; here it is taken apart, losslessly."""

import re
from typing import NamedTuple

from kinerja_xl.terms import squeezed

_MARK = re.compile(r"ukuran\s+keberhasilan[^\n:]*:?", re.IGNORECASE)
_ASSIGNED = re.compile(r"\(\s*(?P<who>penugasan\s+(?:dari|oleh)\b[^()]*)\)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–—•·*●▪‣◦o]\s+|[-–—•·●▪‣◦]|(?:\d{1,2}|[a-z])[.)]\s+)(?=\S)")


class Parts(NamedTuple):
    """What a cell holds: the result, who assigned it, one text for each measure."""

    rhk: str
    pimpinan: str
    measures: tuple[str, ...]
    opens: bool
    """The measures begin here, in this cell or in the rows below it."""


def has_measures(text: str) -> bool:
    """Whether a cell holds measures, or announces them."""
    return bool(_MARK.search(text))


def taken_apart(text: str) -> Parts:
    """The parts of a cell of a qualitative form."""
    mark = _MARK.search(text)
    before, after = (text[: mark.start()], text[mark.end() :]) if mark else (text, "")
    assigned = _ASSIGNED.search(before)
    rhk = _ASSIGNED.sub("\n", before, count=1) if assigned else before
    who = " ".join(assigned["who"].split()) if assigned else ""
    return Parts(_tidy(rhk), who, measures(after), bool(mark))


def measures(text: str) -> tuple[str, ...]:
    """One text for each bullet; without bullets one for each line."""
    lines = [line.strip() for line in text.splitlines() if squeezed(line)]
    if not any(_BULLET.match(line) for line in lines):
        return tuple(lines)
    found: list[str] = []
    for line in lines:
        if _BULLET.match(line) or not found:
            found.append(_BULLET.sub("", line))
        else:
            found[-1] = f"{found[-1]} {line}"
    return tuple(found)


def is_list(text: str) -> bool:
    """Whether a cell holds several bullets."""
    return sum(bool(_BULLET.match(line)) for line in text.splitlines()) > 1


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
