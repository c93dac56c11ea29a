"""Reads one unit workbook into rows of text, by its description; joins the readings of many into ``Tables``.

Sheets are found by name, tables by the text of their header row, entries by their label: blank rows, moved columns and rows
inserted above do no harm. ``read_workbook`` is the boundary: whatever is wrong with a file comes back as findings.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms import guard
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import Book, Grid, own_output
from kinerja_xl.forms.cells import Cell, number_marks, text_column
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.forms.locate import find_header, find_values, is_blank
from kinerja_xl.forms.unit_workbook import ACCEPTED_VERSIONS, FORM, SHEET_NAMES, TABLE_BY_KEY, UNIT, Form, form_for
from kinerja_xl.tables import Layout, Tables, columns_of
from kinerja_xl.terms import squeezed

Columns = dict[str, list[str]]


@dataclass
class Reading:
    """What came out of one file: its rows by table, where its fields stand, and what is wrong with the file itself."""

    berkas: str
    sha256: str = ""
    size: int = 0
    rows: dict[str, Columns] = field(default_factory=dict)
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    own_output: bool = False
    """The file is a master, an index or a list of findings that kinerja_xl wrote itself: no input, and no mistake."""

    @property
    def accepted(self) -> bool:
        """Whether the file's rows can be used: nothing that blocks was found on the file."""
        return not self.own_output and not any(f.severity is Severity.GALAT for f in self.findings)

    def reject(self, code: str, message: str, fix: str, *, sheet: str = "", cell: str = "", value: str = "") -> None:
        """Add a finding that keeps the file out."""
        self.findings.append(
            Finding(Severity.GALAT, code, self.berkas, sheet, cell, value=value, message=message, fix=fix)
        )


def read_workbook(path: Path, berkas: str = "") -> Reading:
    """Read the unit workbook at ``path``; ``berkas`` is the name used in findings (default: the file's own).

    Never raises for what is in the file; a file that cannot be read comes back with exactly one finding and no rows.
    """
    reading = Reading(berkas or path.name)
    try:
        reading.size = path.stat().st_size
        with path.open("rb") as file:
            reading.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        errors = guard.inspect(path)
        _read_sheets(Book(path, errors), reading)
    except guard.Refusal as refusal:
        reading.reject(refusal.code, refusal.message, refusal.fix, sheet=refusal.sheet, cell=refusal.cell)
    except PermissionError:
        reading.reject(
            "BRK001",
            "Berkas tidak boleh dibuka (izin ditolak atau sedang dipakai).",
            "Tutup berkas itu di Excel atau perbaiki izinnya, lalu ulangi.",
        )
    # The one boundary: a broken file is a finding. A panic of the reader is no Exception, so the net is wider here.
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reading.reject(
            "BRK001",
            "Berkas tidak dapat dibaca; isinya rusak.",
            "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx), atau minta kiriman ulang.",
        )
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
    for key in all_columns(table):
        data[key] = [text for r in readings for text in r.rows[table][key]]
    data["berkas"] = [r.berkas for r in readings for _ in r.rows[table]["baris"]]
    data["baris"] = [int(row) for r in readings for row in r.rows[table]["baris"]]
    return pd.DataFrame(data).astype({key: "str" for key in data if key != "baris"} | {"baris": "int64"})


def all_columns(table: str) -> tuple[str, ...]:
    """Columns of the frame of ``table`` besides its source, the marks of NIP columns included."""
    fields = UNIT.entries if table == UNIT.key else TABLE_BY_KEY[table].read_fields
    marks = tuple(f"{f.key}_angka" for f in fields if f.kind is Kind.NIP)
    return (*columns_of(table), *marks)


def _read_sheets(book: Book, reading: Reading) -> None:
    if not book.names:
        reading.reject(
            "BRK004",
            "Berkas ini tidak memiliki lembar yang dapat dibaca.",
            "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx).",
        )
        return
    if not book.has(UNIT.name):
        reading.own_output = own_output(book.names) is not None
        if not reading.own_output:
            _foreign(reading, book.names)
        return
    form = _read_unit(book.grid(UNIT.name), reading)
    if not reading.accepted:
        return
    for table in form.tables:
        if book.has(table.name):
            _read_table(table, book.grid(table.name), reading)
        else:
            reading.reject(
                "FRM002",
                f"Lembar {table.name} tidak ada.",
                f"Kembalikan lembar {table.name} dengan nama aslinya, atau salin isian ke formulir kosong.",
                sheet=table.name,
            )


def _foreign(reading: Reading, names: Sequence[str]) -> None:
    shown = ", ".join(names[:4]) + (" ..." if len(names) > 4 else "")
    reading.reject(
        "BRK003",
        f"Berkas ini bukan Buku Kerja Unit (lembarnya: {shown}).",
        "Keluarkan dari folder, atau pindahkan isinya ke formulir dari perintah: kinerja formulir unit.",
    )


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
        reading.reject(
            "FRM001",
            f"Versi formulir '{version}' tidak dikenal; yang diterima: {', '.join(ACCEPTED_VERSIONS)}.",
            "Salin isian ke formulir kosong versi terbaru (kinerja formulir unit); jangan mengubah sel versi.",
            sheet=UNIT.name,
            cell=reading.cells.get((UNIT.key, "versi"), ""),
            value=version,
        )
    for entry in form.unit.entries:
        if entry.must and (UNIT.key, entry.key) not in reading.cells:
            reading.reject(
                "FRM003",
                f"Label '{entry.header}' tidak ditemukan di lembar Unit.",
                "Kembalikan label aslinya atau salin isian ke formulir kosong.",
                sheet=UNIT.name,
            )


def _read_table(table: TableSheet, grid: Grid, reading: Reading) -> None:
    header, places = find_header(table, grid)
    missing = [f.header for f in table.fields if f.must and f.key not in places]
    if missing:
        what = "Judul kolom tidak ditemukan" if header < 0 else "Kolom wajib tidak ada"
        reading.reject(
            "FRM003",
            f"{what} di lembar {table.name}: {', '.join(missing)}.",
            f"Kembalikan judul kolom seperti pada formulir kosong (baris {table.header_row}).",
            sheet=table.name,
        )
        return
    reading.cells.update({(table.key, key): letters(column + 1) for key, column in places.items()})
    reading.rows[table.key] = _rows(table, grid, header, places)


def _rows(table: TableSheet, grid: Grid, header: int, places: dict[str, int]) -> Columns:
    """The rows below the header in which somebody typed something, column by column, with their row numbers.

    Columns that the form of the year does not have are empty.
    """
    inputs = [places[f.key] for f in table.inputs if f.key in places]
    used = [
        (i + 1, cells) for i, cells in enumerate(grid) if i > header and not all(is_blank(cells[c]) for c in inputs)
    ]
    empty = [""] * len(used)
    columns: Columns = {"baris": [str(number) for number, _ in used]} | dict.fromkeys(all_columns(table.key), empty)
    for f in table.read_fields:
        cells = [row[places[f.key]] for _, row in used] if f.key in places else empty
        columns[f.key] = text_column(cells, f.kind)
        if f.kind is Kind.NIP:
            columns[f"{f.key}_angka"] = number_marks(cells)
    return columns
