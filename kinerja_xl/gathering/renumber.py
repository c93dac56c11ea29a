"""Finds planned indicators again that stand in the unit workbook under other numbers.

Numbers count rows: they change when one is put in between, and our own form counts additional results apart. What is planned in
the same words is the same indicator, and keeps the numbers it has in the unit workbook.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.gathering.choose import KEYS, RowKey, row_key
from kinerja_xl.gathering.compare import meaning
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.work import Work

_SAID = ("rhk", "indikator")
_NUMBERS = KEYS[RENCANA.key]


def renumbered(work: Work, form: StaffForm) -> StaffForm:
    """The form with the numbers of the unit workbook where those differ and the words leave no doubt."""
    rows = form.rows.get(RENCANA.key, ())
    mine = {row_key(work.book, RENCANA.key, row): row for row in rows}
    theirs = {key: row.values for key, row in work.rows[RENCANA.key].get(form.nip, {}).items()}
    new = _by_words(((k, r) for k, r in mine.items() if k not in theirs), mine.values())
    old = _by_words(((k, r) for k, r in theirs.items() if k not in mine), theirs.values())
    numbers = {new[words]: {key: theirs[old[words]][key] for key in _NUMBERS} for words in new.keys() & old.keys()}
    if not numbers:
        return form
    changed = {table: [_with(work, table, row, numbers) for row in rows] for table, rows in form.rows.items()}
    return replace(form, rows=changed)


def _by_words(rows: Iterable[tuple[RowKey, Row]], everything: Iterable[Row]) -> dict[tuple[str, ...], RowKey]:
    """Words -> key of the rows whose words are complete and said only once among ``everything``."""
    times = Counter(map(_words, everything))
    return {words: key for key, row in rows if all(words := _words(row)) and times[words] == 1}


def _words(row: Row) -> tuple[str, ...]:
    return tuple(meaning(RENCANA.field(key), row.get(key, "")).casefold() for key in _SAID)


def _with(work: Work, table: str, row: Row, numbers: dict[RowKey, Row]) -> Row:
    known = numbers.get(row_key(work.book, table, row)) if KEYS.get(table) == _NUMBERS else None
    return row | known if known else row
