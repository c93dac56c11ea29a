"""How a workbook of the master's kind is packed: quickly, by a setting of XlsxWriter that it has for nobody else."""

import zipfile
import zlib
from pathlib import Path

import xlsxwriter.workbook
from xlsxwriter import Workbook

from kinerja_xl.consolidation.master_book import write_book

SHEET = "xl/worksheets/sheet1.xml"


def fill(book: Workbook) -> None:
    sheet = book.add_worksheet("Lembar")
    for row in range(500):
        sheet.write_row(row, 0, [f"teks {row * row}", row, row / 7])


def test_packed_as_quickly_as_zlib_can(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_book(path, {}, fill)
    with zipfile.ZipFile(path) as package:
        data, packed = package.read(SHEET), package.getinfo(SHEET).compress_size
    quick, usual = (len(zlib.compress(data, level, wbits=-zlib.MAX_WBITS)) for level in (1, 6))
    assert packed == quick > usual


def test_xlsxwriter_is_left_as_it_was(tmp_path: Path) -> None:
    write_book(tmp_path / "buku.xlsx", {}, fill)
    assert xlsxwriter.workbook.ZipFile is zipfile.ZipFile
