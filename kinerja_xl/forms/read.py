"""Reads one unit workbook into rows of text, by its description; joins the readings of many into ``Tables``.

Sheets are found by name, tables by the text of their header row, entries by their label: blank rows, moved columns and rows
inserted above do no harm. ``read_workbook`` is the boundary: whatever is wrong with a file comes back as findings.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pandas as pd

from kinerja_xl.forms import alterations, arrangement, faults, guard, notes, seal
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import STAFF_SHEETS, UNREAD_SHEETS, Book, Grid, own_output
from kinerja_xl.forms.cells import Cell, number_marks, text_column
from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.forms.locate import FoundTable, find_table, find_values
from kinerja_xl.forms.near import nearest
from kinerja_xl.forms.reading import Columns, Reading
from kinerja_xl.forms.remote import at_hand, name_of
from kinerja_xl.forms.unit_workbook import ACCEPTED_VERSIONS, FORM, SHEET_NAMES, TABLE_BY_KEY, UNIT, Form, form_for
from kinerja_xl.tables import Layout, Tables, columns_of
from kinerja_xl.terms import squeezed

__all__ = ["Reading", "all_columns", "join", "read_workbook"]


def read_workbook(place: Path | str, berkas: str = "") -> Reading:
    """Read the unit workbook at ``place``, a path or a URL; ``berkas`` is the name used in findings (default: the file's own).

    Never raises for what is in the file; a file that cannot be read comes back with exactly one finding and no rows.
    """
    reading = Reading(berkas or name_of(place))
    try:
        with at_hand(place) as path:
            _read_file(path, reading)
    except guard.Refusal as refusal:
        reading.tell(refusal.fault, cell=refusal.cell, **refusal.words)
    except PermissionError:
        reading.tell(faults.NOT_ALLOWED)
    # The one boundary: a broken file is a finding. A panic of the reader is no Exception, so the net is wider here.
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reading.tell(faults.UNREADABLE)
    if not reading.accepted:
        reading.rows.clear()
    return reading


def join(readings: Iterable[Reading]) -> Tables:
    """One set of tables from the accepted readings, in their order."""
    accepted = [r for r in readings if r.accepted]
    frames = {table: _frame(table, accepted) for table in SHEET_NAMES}
    return Tables(**frames, layouts={r.berkas: Layout(r.cells) for r in accepted})


def _frame(table: str, readings: Sequence[Reading]) -> pd.DataFrame:
    data: dict[str, list[str] | list[int]] = {"berkas": [], "baris": []}
    known: dict[str, str] = {}  # equal texts as one object: less memory, and faster to compare
    for key in all_columns(table):
        texts = list(chain.from_iterable(r.rows[table][key] for r in readings))
        data[key] = list(map(known.setdefault, texts, texts))
    data["berkas"] = [r.berkas for r in readings for _ in r.rows[table]["baris"]]
    data["baris"] = [int(row) for r in readings for row in r.rows[table]["baris"]]
    return pd.DataFrame(data).astype({key: "str" for key in data if key != "baris"} | {"baris": "int64"})


def all_columns(table: str) -> tuple[str, ...]:
    """Columns of the frame of ``table`` besides its source, the marks of NIP columns included."""
    fields = UNIT.entries if table == UNIT.key else TABLE_BY_KEY[table].read_fields
    marks = tuple(f"{f.key}_angka" for f in fields if f.kind is Kind.NIP)
    return (*columns_of(table), *marks)


def _read_file(path: Path, reading: Reading) -> None:
    reading.size = path.stat().st_size
    with path.open("rb") as file:
        reading.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    package = guard.inspect(path, UNREAD_SHEETS)
    _read_sheets(package, Book(path, package), reading)


def _read_sheets(package: guard.Package, book: Book, reading: Reading) -> None:
    if not book.names:
        reading.tell(faults.NO_SHEETS)
        return
    if not book.has(UNIT.name):
        reading.own_output = own_output(book.names) is not None
        if not reading.own_output:
            _foreign(reading, book.names)
        return
    form = _read_unit(book.grid(UNIT.name), reading)
    if not reading.accepted:
        return
    tables = {table.key: find_table(table, book) for table in form.tables if book.has(table.name)}
    if not arrangement.tell_other_year(form, tuple(tables.values()), reading):
        _read_tables(form, book, tables, reading)
        whole = {key: found for key, found in tables.items() if not any(f.must for f in found.missing)}
        _tell_changes(package, book, form, whole, reading)


def _read_tables(form: Form, book: Book, tables: Mapping[str, FoundTable], reading: Reading) -> None:
    for table in form.tables:
        if table.key not in tables:
            near = nearest([table.name], book.other_sheets())
            reading.tell(faults.NO_SHEET, sheet=table.name, mirip=f"; mungkin lembar '{near}'" if near else "")
        elif any(f.must for f in tables[table.key].missing):
            arrangement.tell_missing(tables[table.key], reading)
        else:
            _read_table(tables[table.key], reading)


def _tell_changes(
    package: guard.Package, book: Book, form: Form, tables: Mapping[str, FoundTable], reading: Reading
) -> None:
    """What was changed in the tables that can be read: nothing of it keeps the file out.

    Beside what does, only that is told which the missing sheet or column does not explain.
    """
    alterations.tell_macro(package, reading)
    alterations.tell_links(package, book, form, reading)
    alterations.tell_uncalculated(book, form, tables, reading)
    arrangement.tell_lost_entries(form, reading)
    for found in tables.values():
        arrangement.tell_lost(found, reading)
        arrangement.tell_moved(found, reading)
        alterations.tell_merged(found, reading)
        notes.tell_notes(found, reading)
    if not reading.accepted:
        return
    for found in tables.values():
        alterations.tell_typed_over(found, reading)
    seal.tell_broken(reading, form)
    others = book.other_sheets()
    if others:
        reading.tell(faults.OTHER_SHEETS, semua=arrangement.listed([f"'{name}'" for name in others]))


def _foreign(reading: Reading, names: Sequence[str]) -> None:
    if set(STAFF_SHEETS) <= set(names):
        reading.tell(faults.STAFF_FORM)
        return
    shown = ", ".join(names[:4]) + (" ..." if len(names) > 4 else "")
    reading.tell(faults.FOREIGN, semua=shown)


def _read_unit(grid: Grid, reading: Reading) -> Form:
    """The entries of the sheet Unit; returns the form of the year that it names."""
    places = find_values(UNIT, grid)
    form = form_for(_text_at(grid, places, UNIT.field("tahun")))
    places = find_values(form.unit, grid)
    values: Columns = {key: [""] for key in all_columns(UNIT.key)}
    for entry in form.unit.entries:
        if entry.key in places:
            row, column = places[entry.key]
            reading.cells[UNIT.key, entry.key] = f"{letters(column)}{row}"
            values[entry.key] = [_text_at(grid, places, entry)]
            if entry.kind is Kind.NIP:
                values[f"{entry.key}_angka"] = number_marks([_cell_at(grid, places[entry.key])])
    reading.rows[UNIT.key] = {"baris": ["1"], **values}
    _check_form(form, values, reading)
    return form


def _text_at(grid: Grid, places: Mapping[str, tuple[int, int]], entry: Field) -> str:
    """The text of an entry; empty where its label is not on the sheet."""
    return text_column([_cell_at(grid, places[entry.key])], entry.kind)[0] if entry.key in places else ""


def _cell_at(grid: Grid, place: tuple[int, int]) -> Cell:
    row, column = place
    return next(iter(grid[row - 1][column - 1 : column]), "")


def _check_form(form: Form, values: Columns, reading: Reading) -> None:
    """Whose form, which version, complete: what must hold before the tables are worth reading."""
    if squeezed(values["formulir"][0]) != squeezed(FORM):
        _foreign(reading, [UNIT.name])
        return
    version = values["versi"][0]
    if version not in ACCEPTED_VERSIONS:
        cell = reading.cells.get((UNIT.key, "versi"), "")
        accepted = ", ".join(ACCEPTED_VERSIONS)
        reading.tell(faults.UNKNOWN_VERSION, sheet=UNIT.name, cell=cell, value=version, diterima=accepted)
    for entry in form.unit.entries:
        if entry.must and (UNIT.key, entry.key) not in reading.cells:
            reading.tell(faults.NO_LABEL, sheet=UNIT.name, field=entry.header)


def _read_table(found: FoundTable, reading: Reading) -> None:
    key = found.table.key
    reading.cells.update({(key, name): letters(column + 1) for name, column in found.places.items()})
    reading.rows[key] = _rows(found)


def _rows(found: FoundTable) -> Columns:
    """The rows of data below the header, column by column, with their row numbers.

    Columns that the form of the year does not have are empty.
    """
    table, places, used = found.table, found.places, notes.data_rows(found)
    across, empty = list(zip(*(cells for _, cells in used), strict=True)), [""] * len(used)
    columns: Columns = {"baris": [str(number) for number, _ in used]} | dict.fromkeys(all_columns(table.key), empty)
    for f in table.read_fields if used else ():
        cells = across[places[f.key]] if f.key in places else empty
        columns[f.key] = text_column(cells, f.kind)
        if f.kind is Kind.NIP:
            columns[f"{f.key}_angka"] = number_marks(cells)
    return columns
