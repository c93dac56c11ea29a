"""Notes that people leave on a sheet are named, but they are no rows; a row whose NIP was forgotten is one."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import Reading
from tests.forms.edited import edited, told
from tests.workbooks import nip


def _with(tmp_path: Path, sheet: str, cells: Mapping[str, str | int]) -> Reading:
    def type_in(book: openpyxl.Workbook) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return edited(tmp_path, type_in)


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("Pegawai", "A5000"), ("Pegawai", "B20"), ("Rencana", "F500"), ("Perilaku", "D300"), ("Realisasi", "Q400")],
)
def test_a_note_below_the_table_is_named_and_is_no_row(tmp_path: Path, sheet: str, cell: str) -> None:
    reading = _with(tmp_path, sheet, {cell: "Catatan: lihat lampiran"})
    assert told(reading) == [("FRM009", sheet, cell)]
    assert reading.findings[0].value == "Catatan: lihat lampiran"
    assert reading.findings[0].severity is Severity.PERINGATAN
    assert len(reading.rows["pegawai"]["baris"]) == len(reading.rows["rencana"]["baris"]) == 2


def test_a_block_for_signatures_is_a_note_for_each_line(tmp_path: Path) -> None:
    lines = {
        "H11": "Palembang, 30 Juni 2026",
        "E12": "Mengetahui,",
        "H12": "Lurah Uji",
        "H16": "NIP. 197501012000031001",
    }
    reading = _with(tmp_path, "Pegawai", lines)
    assert told(reading) == [("FRM009", "Pegawai", "H11"), ("FRM009", "Pegawai", "E12"), ("FRM009", "Pegawai", "H16")]
    assert reading.findings[1].value == "Mengetahui, | Lurah Uji"
    assert reading.rows["pegawai"]["nip"] == [nip(1), nip(2)]


def test_a_note_in_a_column_of_formulas_is_named(tmp_path: Path) -> None:
    assert told(_with(tmp_path, "Rencana", {"B1500": "selesai sampai di sini"})) == [("FRM009", "Rencana", "B1500")]


def test_very_many_notes_are_counted_at_the_end(tmp_path: Path) -> None:
    reading = _with(tmp_path, "Pegawai", {f"B{row}": "menyusul" for row in range(100, 109)})
    assert [code for code, _, _ in told(reading)] == ["FRM009"] * 6
    assert reading.findings[-1].message.startswith("Masih ada 4 catatan lain")


def test_a_text_beside_the_table_is_named(tmp_path: Path) -> None:
    reading = _with(tmp_path, "Rencana", {"T7": "tanyakan ke BKPSDM"})
    assert told(reading) == [("FRM009", "Rencana", "T7")]
    assert reading.rows["rencana"]["nip"] == [nip(1), nip(2)]


@pytest.mark.parametrize(
    "cells",
    [
        {"T5": "Keterangan Sendiri", "T7": "tanyakan ke BKPSDM"},
        {"T7": 12},
        {"T2": "di atas judul"},
        {"T7": "  "},
    ],
)
def test_what_is_no_note_beside_the_table(tmp_path: Path, cells: dict[str, str | int]) -> None:
    assert told(_with(tmp_path, "Rencana", cells)) == []


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        ("Pegawai", {"B8": "Rina Tanpa Nip"}),
        ("Pegawai", {"B30": "Rina Tanpa Nip", "F30": "Pengelola Arsip"}),
        ("Pegawai", {"A30": "1985010120100"}),
        ("Pegawai", {"A30": 198501012010011001}),
        ("Rencana", {"C30": 2, "F30": "Terlaksananya arsip"}),
        ("Rencana", {"F30": "Terlaksananya arsip", "I30": "Jumlah arsip"}),
        ("Rencana", {"J30": "12 Dokumen"}),
        ("Perilaku", {"C40": "Akuntabel"}),
        ("Pengembangan", {"G40": "01/03/2026"}),
    ],
)
def test_a_row_whose_nip_was_forgotten_is_a_row(tmp_path: Path, sheet: str, cells: dict[str, str | int]) -> None:
    reading = _with(tmp_path, sheet, cells)
    row = next(iter(cells))[1:]
    assert told(reading) == []
    assert reading.rows[sheet.lower()]["baris"][-1] == row


def test_people_below_a_note_are_read(tmp_path: Path) -> None:
    reading = _with(tmp_path, "Pegawai", {"B20": "pegawai pindahan:", "A21": nip(3), "B21": "Rina Pindah"})
    assert told(reading) == [("FRM009", "Pegawai", "B20")]
    assert reading.rows["pegawai"]["nip"] == [nip(1), nip(2), nip(3)]
