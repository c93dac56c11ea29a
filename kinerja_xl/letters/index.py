"""The index of letters ``indeks-surat.xlsx``: who got which letter, who got none and why; the counts at the top add up."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

NAME = "indeks-surat.xlsx"
SHEET = "Indeks Surat"
_COLUMNS = (
    ("No.", 6),
    ("Nomor Surat", 28),
    ("Unit", 28),
    ("NIP", 20),
    ("Nama", 30),
    ("Predikat", 14),
    ("Berkas", 14),
    ("Status", 36),
)
_HEADER_ROW = 7
_FILE, _STATUS = 6, 7
LINK_TEXT = "Buka surat"
_LINK_LIMIT = 65_000
"""Excel keeps at most 65,530 links on a sheet; beyond, the path stands there as text."""

_FONT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_BOX = {**_FONT, "border": 1, "border_color": "#BFBFBF"}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {**_FONT, "font_size": 14, "bold": True, "font_color": "#1F3864"},
    "label": _FONT,
    "count": {**_FONT, "bold": True, "align": "left", "num_format": "#,##0"},
    "header": {
        **_BOX,
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#1F3864",
        "align": "center",
        "text_wrap": True,
    },
    "number": {**_BOX, "align": "center"},
    "text": {**_BOX, "num_format": "@", "text_wrap": True},
    "link": {**_BOX, "font_color": "#0563C1", "underline": 1, "align": "center"},
    "missing": {**_BOX, "num_format": "@", "text_wrap": True, "bg_color": "#FFF2CC"},
}


@dataclass(frozen=True)
class Entry:
    """One line: a person, the letter's file (path within the folder, ``""`` where there is none), why it was not made."""

    nomor: str
    unit: str
    nip: str
    nama: str
    predikat: str
    file: str
    reason: str = ""

    @property
    def status(self) -> str:
        """What became of the letter, in words."""
        return f"tidak dibuat: {self.reason}" if self.reason else "dibuat"


def index_workbook(judul: str, tanggal: date, entries: Sequence[Entry]) -> bytes:
    """The index of the letters of ``tanggal``; the same entries make the same bytes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": judul,
                "author": "kinerja_xl",
                "created": datetime(tanggal.year, tanggal.month, tanggal.day),  # noqa: DTZ001 (a date on paper)
            }
        )
        formats = {name: book.add_format(properties) for name, properties in _FORMATS.items()}
        sheet = book.add_worksheet(SHEET)
        _page(sheet, len(entries))
        _top(sheet, formats, judul, entries)
        for number, entry in enumerate(entries, 1):
            _line(sheet, formats, number, entry)
    return out.getvalue()


def _page(sheet: Worksheet, lines: int) -> None:
    for column, (_, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + max(lines, 1), len(_COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_footer("&L&8Indeks surat hasil evaluasi kinerja&R&8Halaman &P dari &N")


def _top(sheet: Worksheet, formats: Mapping[str, Format], judul: str, entries: Sequence[Entry]) -> None:
    written = sum(not entry.reason for entry in entries)
    counts = (
        ("Surat dibuat", written),
        ("Tidak dibuat", len(entries) - written),
        ("Pegawai seluruhnya", len(entries)),
    )
    sheet.write_string(0, 0, judul, formats["title"])
    sheet.write_string(
        1,
        0,
        "Setiap pegawai tercatat satu baris: surat yang dibuat ditambah yang tidak dibuat.",
        formats["label"],
    )
    for row, (label, count) in enumerate(counts, 3):
        sheet.write_string(row, 0, label, formats["label"])
        sheet.write_number(row, 2, count, formats["count"])
    for column, (header, _) in enumerate(_COLUMNS):
        sheet.write_string(_HEADER_ROW, column, header, formats["header"])


def _line(sheet: Worksheet, formats: Mapping[str, Format], number: int, entry: Entry) -> None:
    row = _HEADER_ROW + number
    linked = bool(entry.file) and number <= _LINK_LIMIT
    file = LINK_TEXT if linked else entry.file
    values = ("", entry.nomor, entry.unit, entry.nip, entry.nama, entry.predikat, file, entry.status)
    sheet.set_row(row, _height(values))
    sheet.write_number(row, 0, number, formats["number"])
    for column, value in enumerate(values[1:], 1):
        sheet.write_string(row, column, value, formats["missing" if entry.reason and column == _STATUS else "text"])
    if linked:
        sheet.write_url(row, _FILE, f"external:{entry.file}", formats["link"], LINK_TEXT, entry.file)


def _height(values: Sequence[str]) -> float:
    """Room for the longest wrapped text of a line: not every program fits rows by itself."""
    lines = max(1, *(-(-len(value) // width) for value, (_, width) in zip(values, _COLUMNS, strict=True)))
    return 13.5 * lines + 1.5
