"""Text that somebody struck through instead of deleting it: it is read all the same, so it is told, with its cell."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.package import read_parts, write_parts
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.gathering.foreign import EVALUASI, NOMOR, TW2, Rows, kepala, tulis
from tests.gathering.test_own_form import CONTENT, EVALUATION
from tests.libreoffice import converted

RESULT = f"G{EVALUATION.blocks[0].row}"
CORRECTED = CellRichText(TextBlock(InlineFont(strike=True), "12"), TextBlock(InlineFont(b=True), " 15"))
ROWS: Rows = [["A. UTAMA"], [1, "Layanan", "Surat", "Kuantitas", "Jumlah surat", "60 Surat", "30", "Baik"]]


def corrected(folder: Path) -> Path:
    """Our own form with a result in which the old number is struck through."""
    book = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(JA_JF), JA_JF, CONTENT)))
    book["Evaluasi TW1"][RESULT] = CORRECTED
    book.save(folder / "skp.xlsx")
    return folder / "skp.xlsx"


def told(path: Path) -> list[tuple[str, str, str]]:
    form = read_form(path)
    assert form.accepted
    return [(f.sheet, f.cell, f.value) for f in form.findings if f.code == "HMP051"]


def test_a_correction_beside_what_it_corrects(tmp_path: Path) -> None:
    path = corrected(tmp_path)
    assert told(path) == [("Evaluasi TW1", RESULT, "12 15")]
    (found,) = (f for f in read_form(path).findings if f.code == "HMP051")
    assert found.message.startswith(
        f"Sel {RESULT} di lembar Evaluasi TW1 (Realisasi s.d. TW I) memuat teks yang dicoret"
    )


@pytest.mark.libreoffice
def test_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    (tmp_path / "keluar").mkdir()
    assert told(converted(corrected(tmp_path), "xlsx", tmp_path / "keluar")) == [("Evaluasi TW1", RESULT, "12 15")]


@pytest.mark.parametrize("strike", [True, False])
def test_a_whole_cell_of_a_form_of_others(tmp_path: Path, strike: bool) -> None:
    path = tulis(tmp_path, {"EVALUASI": [*kepala(TW2), EVALUASI, NOMOR, *ROWS]})
    book, cell = openpyxl.load_workbook(path), f"G{len(kepala(TW2)) + 4}"
    book["EVALUASI"][cell].font = Font(strike=strike)
    book["EVALUASI"]["A1"].font = Font(strike=True)
    book.save(path)
    assert told(path) == ([("EVALUASI", cell, "30")] if strike else [])


def test_an_empty_cell_before_it_hides_nothing(tmp_path: Path) -> None:
    rows: Rows = [["A. UTAMA"], [1, None, "Surat", "Kuantitas", "Jumlah surat", "60 Surat", "30", "Baik"]]
    path = tulis(tmp_path, {"EVALUASI": [*kepala(TW2), EVALUASI, NOMOR, *rows]})
    book, row = openpyxl.load_workbook(path), len(kepala(TW2)) + 4
    book["EVALUASI"][f"B{row}"].font = book["EVALUASI"][f"C{row}"].font = Font(strike=True)
    book.save(path)
    parts = read_parts(path.read_bytes())
    name = "xl/worksheets/sheet1.xml"
    path.write_bytes(write_parts(parts | {name: re.sub(rb"(<c [^<>]*)></c>", rb"\1/>", parts[name])}))
    assert told(path) == [("EVALUASI", f"C{row}", "Surat")]
