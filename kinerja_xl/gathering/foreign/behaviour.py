"""The behaviours of a foreign form: for each value what the superior expects and the feedback; before 2022 a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from kinerja_xl.forms.behaviours import behaviours
from kinerja_xl.forms.columns import FIRST_RATING_YEAR
from kinerja_xl.forms.near import nearest
from kinerja_xl.gathering.foreign.headers import Header, cleaned, meaning_of
from kinerja_xl.gathering.foreign.pieces import Value, Values, added
from kinerja_xl.gathering.foreign.qualitative import measures
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table_words import ends_table
from kinerja_xl.indonesian import parse_number
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.terms import Nilai, squeezed

_EXPECTED = re.compile(r"^\W*ekspektasi\s+khusus(?:\s+pimpinan|\s+atasan)?\s*:?", re.IGNORECASE)
_TITLES = ("perilakukerja", "ukurankeberhasilan", "panduanperilaku")
_LEAST = 3
"""So many behaviours below each other make a table of them; one may stand in any text."""
_GUIDES_OF = date(2026, 1, 1)
_GROUP = {"ekspektasi", "umpan_balik"}


@dataclass
class Behaviours:
    """Rows by behaviour (``ekspektasi``, ``umpan_balik``, ``angka``), and the cells whose place is not known."""

    rows: dict[str, Values] = field(default_factory=dict)
    loose: list[Value] = field(default_factory=list)


def read_behaviours(sheet: Sheet, tahun: str, feedback: int | None) -> Behaviours:
    """The behaviours on a sheet; ``feedback`` is the column of the feedback in the table of results above, if there is one."""
    names = _names(tahun)
    starts = [(row, name) for row in range(len(sheet.grid)) if (name := _named(sheet, row, names))]
    found = Behaviours()
    if len(starts) < _LEAST:
        return found
    columns = _columns(sheet, starts[0][0], feedback)
    firsts = [row for row, _ in starts]
    ends = [*firsts[1:], _last(sheet, firsts)]
    for (row, name), end in zip(starts, ends, strict=True):
        _read(sheet, range(row, end), name, columns, found)
    return found


def _names(tahun: str) -> dict[str, str]:
    year = int(tahun) if tahun.isdigit() else FIRST_RATING_YEAR
    return {squeezed(name): name for name in behaviours(year) or tuple(Nilai)}


def _named(sheet: Sheet, row: int, names: dict[str, str]) -> str:
    """The behaviour that a row begins with: alone in its cell, or in the first line above its guides."""
    for _, text in sheet.filled(row):
        if re.fullmatch(r"\(?\d{1,2}\s*[.)]?", text):
            continue
        first = squeezed(cleaned(re.split(r"[\n:]", text.strip(), maxsplit=1)[0]))
        return names.get(first, "")
    return ""


def _columns(sheet: Sheet, first: int, feedback: int | None) -> dict[int, str]:
    """The columns with a header above the first behaviour; without one, that of the table of results."""
    for row in range(first - 1, max(first - 4, -1), -1):
        cells = ((c, meaning_of(Header(text))) for c, text in sheet.filled(row))
        found = {c: meaning for c, meaning in cells if meaning in _GROUP}
        if found:
            return found
    return {feedback: "umpan_balik"} if feedback is not None else {}


def _last(sheet: Sheet, firsts: list[int]) -> int:
    """The row after the last behaviour: where ratings or signatures follow, and not further than the longest before it."""
    longest = max(after - row for row, after in pairwise(firsts))
    rows = range(firsts[-1] + 1, min(firsts[-1] + longest + 1, len(sheet.grid)))
    return next((row for row in rows if ends_table([text for _, text in sheet.filled(row)])), rows.stop)


def _read(sheet: Sheet, rows: range, name: str, columns: dict[int, str], found: Behaviours) -> None:
    values: Values = {}
    expected: int | None = None
    for row in rows:
        for column, text in _content(sheet, row, name):
            value = sheet.value(row, column)
            if mark := _EXPECTED.match(text):
                expected = column
                _keep(values, "ekspektasi", value._replace(text=text[mark.end() :].strip()))
            elif column in columns:
                _keep(values, columns[column], value)
            elif column == expected:
                _keep(values, "ekspektasi", value)
            elif parse_number(text) is not None and name not in set(Nilai):
                values.setdefault("angka", value)
            elif not _is_guide(text, name):
                found.loose.append(value)
    if values:
        found.rows[name] = values | found.rows.get(name, {})


def _content(sheet: Sheet, row: int, name: str) -> Iterator[tuple[int, str]]:
    """The cells of a row without its number and the name of the behaviour."""
    for column, text in sheet.filled(row):
        first, _, rest = text.partition("\n")
        if re.fullmatch(r"\(?\d{1,2}\s*[.)]?", text) and not any(c < column for c, _ in sheet.filled(row)):
            continue
        if squeezed(cleaned(first)) == squeezed(name):
            if rest.strip():
                yield column, rest
        else:
            yield column, text


def _keep(values: Values, key: str, value: Value) -> None:
    if value.text:
        values[key] = added(values.get(key), value)


def _is_guide(text: str, name: str) -> bool:
    """Whether a cell only holds the printed guides of a behaviour, or a word for a number: ``(Baik)``."""
    if name not in set(Nilai):
        return re.fullmatch(r"\W*(?:sangat\s+)?(?:baik|cukup|kurang|buruk|sedang)\W*", text, re.IGNORECASE) is not None
    guides = aturan_pada(_GUIDES_OF, AturanRating).panduan_perilaku.isi[Nilai(name)]
    whole = squeezed("".join(guides))
    lines = [line for line in measures(text) if not squeezed(line).startswith(_TITLES)]
    return squeezed("".join(lines)) in whole or all(nearest([line], guides) for line in lines)
