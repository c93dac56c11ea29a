"""The seal of a finished unit workbook: since when its inputs are locked, and a digest by which a later change is noticed.

The button Kunci sets it, Buka Kunci takes it off, the reader looks at it. It tells changes that nobody meant to hide; it is no
signature.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from kinerja_xl.forms import faults
from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.locate import find_table
from kinerja_xl.forms.reading import Columns, Reading
from kinerja_xl.forms.set_cells import Place
from kinerja_xl.forms.sheet_scan import last_built
from kinerja_xl.forms.unit_workbook import UNIT, Form
from kinerja_xl.indonesian import date_text

SINCE, DIGEST = "dikunci", "sidik"
"""Keys of the entries of the sheet Unit."""
KIND = "1"
"""First part of every digest; another number where a text is made of the inputs in another way."""
PARTS, LETTERS = 8, 4


def digest(rows: Mapping[str, Columns], form: Form) -> str:
    """The digest of everything typed into a workbook, whatever the order of the rows."""
    content = [[key, sorted(_typed_rows(rows[key], fields))] for key, fields in _typed(form) if key in rows]
    code = hashlib.sha256(json.dumps(content, ensure_ascii=False).encode("utf-8")).hexdigest()
    return "-".join([KIND, *(code[i * LETTERS : (i + 1) * LETTERS] for i in range(PARTS))])


def _typed(form: Form) -> Iterator[tuple[str, list[Field]]]:
    """Each table with the fields that people type."""
    yield UNIT.key, [f for f in form.unit.entries if f.kind.typed]
    yield from ((table.key, list(table.inputs)) for table in form.tables)


def _typed_rows(columns: Columns, fields: list[Field]) -> list[tuple[str, ...]]:
    return list(zip(*(columns[f.key] for f in fields), strict=True))


def since(rows: Mapping[str, Columns]) -> str:
    """Since when a workbook is locked, as people read it; empty where it is not."""
    return rows[UNIT.key][SINCE][0]


def moment_text(moment: datetime) -> str:
    """A moment as the seal names it: ``26 November 2026 pukul 08.15``."""
    return f"{date_text(moment.date())} pukul {moment:%H.%M}"


def is_broken(reading: Reading, form: Form) -> bool:
    """Whether a locked workbook holds something else than when it was locked."""
    sealed = reading.rows[UNIT.key][DIGEST][0]
    return bool(since(reading.rows) or sealed) and sealed != digest(reading.rows, form)


def tell_broken(reading: Reading, form: Form) -> None:
    """1. What is typed in a locked workbook is what it was when it was locked."""
    if is_broken(reading, form):
        cell = reading.cells.get((UNIT.key, DIGEST), "")
        sealed = reading.rows[UNIT.key][DIGEST][0]
        when = since(reading.rows) or "(waktunya tidak tertulis)"
        reading.tell(faults.CHANGED_SINCE_LOCKED, sheet=UNIT.name, cell=cell, value=sealed, sejak=when)


def input_places(book: Book, form: Form, reading: Reading) -> dict[str, list[Place]]:
    """Every cell that people may type into while the workbook is not locked, by the name of its sheet."""
    found = {book.own_name(UNIT.name): [_place(reading, e) for e in form.unit.entries if _is_open(reading, e)]}
    for table in form.tables:
        if book.has(table.name):
            there = find_table(table, book)
            rows = range(there.header + 2, last_built(there.xml) + 1)
            found[there.name] = [(row, column + 1) for row in rows for _, column in there.inputs]
    return found


def _is_open(reading: Reading, entry: Field) -> bool:
    return not entry.locked and (UNIT.key, entry.key) in reading.cells


def _place(reading: Reading, entry: Field) -> Place:
    return place(reading.cells[UNIT.key, entry.key])
