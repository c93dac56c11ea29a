"""Ratings, predikat, result of the organisation, notes and date of an evaluation sheet: beside, below or behind their labels."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from kinerja_xl.gathering.foreign.headers import cleaned
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.foreign.table_words import PLACE_AND_DATE, ends_table, heading
from kinerja_xl.indonesian import parse_date
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating, read_term, squeezed

_LABELS: dict[str, tuple[str, ...]] = {
    "rating_hasil": ("Rating Hasil Kerja", "Rating Hasil", "Rating Hasil Kerja Pegawai"),
    "rating_perilaku": ("Rating Perilaku Kerja", "Rating Perilaku", "Rating Perilaku Kerja Pegawai"),
    "predikat": ("Predikat Kinerja Pegawai", "Predikat Kinerja", "Predikat"),
    "capaian": ("Capaian Kinerja Organisasi", "Predikat Kinerja Organisasi", "Capaian Organisasi"),
    "rekomendasi": ("Catatan/Rekomendasi", "Catatan", "Rekomendasi", "Catatan dan Rekomendasi"),
    "tanggal": ("Tanggal Penilaian", "Tanggal Evaluasi"),
}
_LABEL = {squeezed(text): key for key, texts in _LABELS.items() for text in texts}
_WORDS: dict[str, type[StrEnum]] = {
    "rating_hasil": Rating,
    "rating_perilaku": Rating,
    "predikat": Predikat,
    "capaian": CapaianOrganisasi,
}
_OF_LABELS = re.compile(
    r":\s*$|\b(?:alasan|saran|catatan|rating|predikat|kinerja|kerja|perilaku|hasil|organisasi|pegawai|penilai|penilaian|nama|nip|"
    r"jabatan|unit|tanggal|periode|kelengkapan|capaian|target|realisasi|bulan|masih|bila)\b",
    re.IGNORECASE,
)
"""Words of which no rating is made, but labels are."""
_LONGEST = 4
"""Words of the longest rating, and one more: beyond that it is a sentence."""
_BELOW = 2
"""So many rows below a label its value may stand."""
_SIGNS = ("pejabatpenilai", "pejabatpenilaikinerja")
_SIGNED_WITHIN = 3


class Ratings(NamedTuple):
    """What a sheet rates, in the words of the forms, and what stands there instead: printed choices, labels, sentences."""

    values: Values
    open: list[Value]


def ratings(sheet: Sheet, rows: Iterable[int]) -> Ratings:
    """What these rows of a sheet rate; a text that is none of the words stays as typed."""
    found: Values = {}
    open_: list[Value] = []
    for row, column, text in [(r, *cell) for r in rows for cell in sheet.filled(r)]:
        key = _LABEL.get(heading(text))
        if key and key not in found and (value := _value(sheet, row, column, key, open_)):
            found[key] = value
    signed = _signed(sheet)
    return Ratings(found | ({"tanggal": signed} if signed and found and "tanggal" not in found else {}), open_)


def _value(sheet: Sheet, row: int, column: int, key: str, open_: list[Value]) -> Value | None:
    """The value of a label; none where printed choices, a label or a sentence stand there, which are kept in ``open_``.

    Behind or beside the label any word is the value, as typed; below it only a word of the list, for anything may follow there.
    """
    near, below = list(_candidates(sheet, row, column)), _below(sheet, row, column)
    words = _WORDS.get(key)
    if key == "tanggal":
        dated = next((value for value in near if re.search(r"\d", value.text)), None)
        return dated._replace(text=_date_or_text(dated.text)) if dated else None
    if words is None:
        return next(iter(near), below)
    for value in (*near, *([below] if below else [])):
        word = read_term(words, cleaned(value.text))
        if word:
            return value._replace(text=str(word))
        if _is_choice(words, value.text) or (value is not below and _is_no_rating(value.text)):
            open_.append(value)
        elif value is not below:
            return value
    return None


def _date_or_text(text: str) -> str:
    day = parse_date(text)
    return day.isoformat() if day else text


def _candidates(sheet: Sheet, row: int, column: int) -> Iterator[Value]:
    """Texts behind a label and beside it."""
    behind = re.split(r"[:\n]", sheet.text(row, column), maxsplit=1)[1:]
    if behind and behind[0].strip(" :*\n"):
        yield Value(behind[0].strip(" :*\n"), sheet.place(row, column))
    beside = next((c for c, text in sheet.filled(row) if c > column and text.strip(" :")), None)
    if beside is not None and not _is_label(sheet.text(row, beside)):
        yield _clean(sheet.value(row, beside))


def _below(sheet: Sheet, row: int, column: int) -> Value | None:
    """The text below a label, where no other label follows."""
    rows = range(row + 1, min(row + 1 + _BELOW, len(sheet.grid)))
    first = next((r for r in rows if sheet.text(r, column)), None)
    if first is None or _is_label(sheet.text(first, column)) or ends_table([sheet.text(first, column)]):
        return None
    return _clean(sheet.value(first, column))


def _clean(value: Value) -> Value:
    return value._replace(text=value.text.strip().removeprefix(":").strip())


def _is_label(text: str) -> bool:
    return heading(text) in _LABEL


def _is_choice(words: type[StrEnum], text: str) -> bool:
    """Whether a text is the printed list of choices: nobody has chosen."""
    return len(re.split(r"[/|\n]", text)) >= len(words) - 1


def _is_no_rating(text: str) -> bool:
    """Whether a text beside a label cannot be its rating, be it misspelt: a sentence, or another label."""
    return len(text.split()) > _LONGEST or _OF_LABELS.search(text) is not None


def is_sentence(text: str) -> bool:
    """Whether somebody wrote it: no form prints so much beside a rating, save its choices."""
    return len(text.split()) > _LONGEST and not _OF_LABELS.search(text) and not re.search(r"[/|\n]", text)


def _signed(sheet: Sheet) -> Value | None:
    """The date above the rater's signature; where only one date is written, that one."""
    dates = [(row, c, sheet.value(row, c)) for row in range(len(sheet.grid)) for c, text in sheet.filled(row)]
    found = [(row, c, day, value) for row, c, value in dates if (day := _date(value.text))]
    of_rater = [item for item in found if _is_above_rater(sheet, item[0], item[1])]
    chosen = of_rater or found
    if len({day for _, _, day, _ in chosen}) != 1:
        return None
    return chosen[0][3]._replace(text=chosen[0][2])


def _date(text: str) -> str:
    found = PLACE_AND_DATE.match(text)
    day = parse_date(" ".join(found["date"].split())) if found else None
    return day.isoformat() if day else ""


def _is_above_rater(sheet: Sheet, row: int, column: int) -> bool:
    below = range(row, min(row + _SIGNED_WITHIN + 1, len(sheet.grid)))
    return any(heading(line) in _SIGNS for r in below for line in sheet.text(r, column).splitlines())
