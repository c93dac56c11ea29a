"""Cells of our own form that its formulas read otherwise than they look: percentages, dates and times, errors.

What looks like ``90%`` is 0,9 to a formula; a date is a large number. Each is told with what to type instead.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.cells import Cell, serial
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.unit_workbook import TABLE_BY_KEY
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.number_formats import Formats
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.indonesian import plain_number_text
from kinerja_xl.terms import Pendekatan, read_term

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_DAY, _SMALL = 86_400, 10_000
"""Seconds of a day; numbers below the second that look like a date were never meant as one."""
_QUANTITIES = ("rencana", "realisasi")
Spot = tuple[str, int, str]
"""Table, index of the row and field key of a value."""


def tell_odd_cells(form: StaffForm, book: Book, package: Package) -> None:
    """1. No typed cell holds an error; such a one is read as empty. 2. The formats of quantities show what formulas see."""
    _drop_errors(form)
    if read_term(Pendekatan, form.pegawai.get("pendekatan", "")) is not Pendekatan.KUALITATIF:
        _tell_percent(form, book, package)
        _tell_dates(form, book)


def _drop_errors(form: StaffForm) -> None:
    tables: dict[str, list[Row]] = form.rows | {"unit": [form.unit]}
    errors = [
        (table, index, key)
        for table, rows in tables.items()
        for index, row in enumerate(rows)
        for key, text in row.items()
        if _ERROR.fullmatch(text)
    ]
    for table, index, key in errors:
        text = tables[table][index].pop(key)
        if (table, index, key) in form.places:
            _tell(form, faults.ERROR_CELL, (table, index, key), text)


def _tell_percent(form: StaffForm, book: Book, package: Package) -> None:
    spots = [(spot, text) for spot, text in _quantities(form) if text.endswith("%")]
    formats = Formats.of(package.xml) if spots else Formats({})
    sheets = {form.place(*spot).sheet for spot, _ in spots}
    percent = {(name, cell) for name in sheets for cell, style in formats.styled(book.xml(name)) if style.percent}
    for spot, text in spots:
        if form.place(*spot) in percent and (stored := _hundredth(text)):
            _tell(form, faults.PERCENT_CELL, spot, text, simpan=stored)


def _tell_dates(form: StaffForm, book: Book) -> None:
    spots = [(spot, text) for spot, text in _quantities(form) if re.search(r"\d[-:]\d\d", text)]
    grids = {name: book.grid(name) for name in {form.place(*spot).sheet for spot, _ in spots}}
    for spot, text in spots:
        where = form.place(*spot)
        row, column = place(where.cell)
        stored = _stored(grids[where.sheet][row - 1][column - 1])
        if stored is not None:
            whole = stored.is_integer() and stored < _SMALL
            wanted = plain_number_text(stored) if whole else "angkanya, misalnya 12 Dokumen"
            _tell(form, faults.DATE_CELL, spot, text, simpan=plain_number_text(stored), isi=wanted)


def _quantities(form: StaffForm) -> Iterator[tuple[Spot, str]]:
    """The quantities that have a cell of their own."""
    for table in _QUANTITIES:
        kinds = {field.key: field.kind for field in TABLE_BY_KEY[table].fields}
        for index, row in enumerate(form.rows.get(table, ())):
            for key, text in row.items():
                if kinds.get(key) is Kind.QUANTITY and (table, index, key) in form.places:
                    yield (table, index, key), text


def _tell(form: StaffForm, fault: faults.Fault, spot: Spot, text: str, **words: str) -> None:
    table, _, key = spot
    known = TABLE_BY_KEY[table].fields if table in TABLE_BY_KEY else ()
    header = next((field.header for field in known if field.key == key), key)
    where = form.place(*spot)
    form.tell(fault, sheet=where.sheet, cell=where.cell, kolom=header, value=text, **words)


def _hundredth(text: str) -> str:
    """What a cell holds that looks like ``90%``; empty where that is no plain number."""
    try:
        return plain_number_text(float(Decimal(text.removesuffix("%").replace(",", ".")) / 100))
    except InvalidOperation:
        return ""


def _stored(cell: Cell) -> float | None:
    """The number by which a spreadsheet keeps a day or a time; None for anything else."""
    if isinstance(cell, datetime):
        return _number(cell.date()) + _of_day(cell.time())
    if isinstance(cell, date):
        return float(_number(cell))
    if isinstance(cell, timedelta):
        return round(cell.total_seconds() / _DAY, 6)
    return _of_day(cell) if isinstance(cell, time) else None


def _number(day: date) -> int:
    """The number of a day; for spreadsheets the year 1900 has a 29 February, days before that are one lower."""
    return serial(day) - (day < date(1900, 3, 1))


def _of_day(clock: time) -> float:
    return round((clock.hour * 3600 + clock.minute * 60 + clock.second) / _DAY, 6)
