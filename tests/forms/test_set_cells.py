"""Setting cells in a package: what is written is read by others, and nothing else changes by a byte."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.styles import Font
from python_calamine import CalamineWorkbook

from kinerja_xl.forms.set_cells import CellError, with_cells
from kinerja_xl.package import read_parts, write_parts, xml_safe
from tests.workbooks import Unit, nip

SHEET = "xl/worksheets/sheet1.xml"


def package() -> bytes:
    """Cells A1, C1 and C3 (bold), a formula in B3, another sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Isi"
    sheet["A1"], sheet["C1"], sheet["C3"], sheet["B3"] = "nama", "akhir", 5, "=1+1"
    sheet["C3"].font = Font(bold=True)
    book.create_sheet("Lain")["A1"] = "tetap"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [list(row) for row in book.get_sheet_by_name("Isi").to_python(skip_empty_area=False)]


def addresses(data: bytes) -> list[list[str | None]]:
    """Row number and addresses of the cells of each row, in the order of the file."""
    rows = etree.fromstring(read_parts(data)[SHEET]).iter("{*}row")
    return [[row.get("r"), *(cell.get("r") for cell in row.iter("{*}c"))] for row in rows]


def test_cells_are_set_made_and_cleared_in_their_order() -> None:
    made = with_cells(package(), "Isi", {(1, 2): "di antara", (2, 1): 1.5, (3, 3): None, (4, 30): "jauh"})
    assert addresses(made) == [["1", "A1", "B1", "C1"], ["2", "A2"], ["3", "B3", "C3"], ["4", "AD4"]]
    rows = read(made)
    assert rows[0][:3] == ["nama", "di antara", "akhir"]
    assert (rows[1][0], rows[2][2], rows[3][29]) == (1.5, "", "jauh")


def test_everything_else_is_the_same_to_the_byte() -> None:
    before, after = read_parts(package()), read_parts(with_cells(package(), "Isi", {(3, 3): "lima"}))
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {SHEET}


def test_a_cell_keeps_its_style_and_text_is_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(with_cells(package(), "Isi", {(3, 3): "=2+2"})))
    cell = book["Isi"]["C3"]
    assert cell.font.b
    assert cell.value == "=2+2"
    part = read_parts(with_cells(package(), "Isi", {(3, 3): "=2+2"}))[SHEET]
    assert part.count(b"<f>") == 1


def test_a_formula_is_never_replaced() -> None:
    with pytest.raises(CellError, match="B3 berisi rumus"):
        with_cells(package(), "Isi", {(3, 2): "x"})


def test_addresses_may_be_left_out() -> None:
    parts = read_parts(package())
    bare = b'<sheetData><row><c t="inlineStr"><is><t>satu</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>'
    start, end = parts[SHEET].index(b"<sheetData>"), parts[SHEET].index(b"</sheetData>") + len(b"</sheetData>")
    parts[SHEET] = parts[SHEET][:start] + bare + parts[SHEET][end:]
    assert read(with_cells(write_parts(parts), "Isi", {(1, 2): 7.0, (2, 1): None}))[:1] == [["satu", 7]]


def test_a_new_cell_takes_the_style_of_its_column() -> None:
    parts = read_parts(package())
    parts[SHEET] = parts[SHEET].replace(b"<sheetData>", b'<cols><col min="4" max="6" style="1"/></cols><sheetData>')
    made = read_parts(with_cells(write_parts(parts), "Isi", {(1, 5): "x"}))[SHEET]
    assert b'<c r="E1" s="1" t="inlineStr">' in made


@given(text=st.text(min_size=1, max_size=60))
@example(text="_x0041_ bukan A")
@example(text=" baris\nbaru ")
def test_any_text_comes_back(text: str) -> None:
    data = with_cells(package(), "Isi", {(2, 1): text})
    found = read(data)[1][0]
    assert found == xml_safe(text)


def test_a_unit_workbook_keeps_all_but_the_cell(tmp_path: Path) -> None:
    data = Unit().person(nip(1)).iki(nip(1), 1, 1, "10", "9").write(tmp_path).read_bytes()
    before, after = read_parts(data), read_parts(with_cells(data, "Penilaian", {(6, 14): "rincian"}))
    assert sum(before[name] != after[name] for name in before) == 1
