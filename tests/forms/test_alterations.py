"""Formulas typed over or never calculated, merged cells, macros and links: told, and never in the way of reading."""

from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.sheet_scan import is_typed, linked_cell, merged_ranges, uncalculated_cells
from tests.forms.edited import Change, edited, told, two_people, with_parts
from tests.workbooks import as_openpyxl, nip

LINK = "xl/externalLinks/externalLink1.xml"
RELATIONS = (
    b'<Relationships><Relationship Id="rId1" Target="file:///D:\\Data%20Unit\\Rekap%20Juni.xlsx" TargetMode="External"/>'
    b"</Relationships>"
)


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_a_macro_is_told_and_the_file_is_read(tmp_path: Path, part: str) -> None:
    reading = read_workbook(with_parts(two_people().write(tmp_path), {part: b"<x/>"}))
    assert told(reading) == [("BRK007", "", "")]
    assert reading.findings[0].severity is Severity.PERINGATAN
    assert reading.rows["pegawai"]["nip"] == [nip(1), nip(2)]


@pytest.mark.parametrize("part", ["xl/printerSettings/printerSettings1.bin", "docProps/makro.xml"])
def test_other_parts_are_no_macro(tmp_path: Path, part: str) -> None:
    assert told(read_workbook(with_parts(two_people().write(tmp_path), {part: b"<x/>"}))) == []


def _linked(tmp_path: Path, sheet: str, cell: str, formula: str) -> Path:
    book = as_openpyxl(two_people().bytes())
    book[sheet][cell] = formula
    book.save(tmp_path / "unit.xlsx")
    return tmp_path / "unit.xlsx"


def test_a_formula_into_another_workbook_is_told_with_its_name(tmp_path: Path) -> None:
    path = _linked(tmp_path, "Realisasi", "B6", "='[1]Juni'!$C$4")
    parts = {LINK: b"<externalLink/>", "xl/externalLinks/_rels/externalLink1.xml.rels": RELATIONS}
    reading = read_workbook(with_parts(path, parts))
    assert told(reading) == [("BRK008", "Realisasi", "B6")]
    assert ": 'Rekap Juni.xlsx'." in reading.findings[0].message
    assert reading.accepted


def test_a_link_that_no_formula_of_the_form_uses_does_no_harm(tmp_path: Path) -> None:
    path = _linked(tmp_path, "Panduan", "A1", "='[1]Juni'!$C$4")
    assert told(read_workbook(with_parts(path, {LINK: b"<externalLink/>"}))) == []


def test_a_link_in_evidence_is_no_other_workbook(tmp_path: Path) -> None:
    def link(book: openpyxl.Workbook) -> None:
        book["Realisasi"]["L6"].hyperlink = "https://contoh.example/bukti[1].xlsx"

    assert told(edited(tmp_path, link)) == []


def test_inputs_that_were_never_calculated_are_told_cell_by_cell(tmp_path: Path) -> None:
    def compute(book: openpyxl.Workbook) -> None:
        book["Unit"]["B14"] = "=Pegawai!A6"
        book["Pegawai"]["A8"], book["Pegawai"]["B8"] = "=TRIM(A6)", '=UPPER("siti")'

    reading = edited(tmp_path, compute)
    assert told(reading) == [("BRK009", "Unit", "B14"), ("BRK009", "Pegawai", "A8"), ("BRK009", "Pegawai", "B8")]
    assert [f.field for f in reading.findings] == ["NIP kepala unit", "NIP", "Nama"]
    assert reading.rows["pegawai"]["nip"] == [nip(1), nip(2)]


def test_very_many_of_them_are_counted_at_the_end(tmp_path: Path) -> None:
    def compute(book: openpyxl.Workbook) -> None:
        for row in range(6, 29):
            book["Pengembangan"][f"D{row}"] = "=A1"

    reading = edited(tmp_path, compute)
    assert len(reading.findings) == 21
    assert reading.findings[-1].message.startswith("Masih ada 3 sel lain")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (b'<c r="A6"><f>B1</f></c>', ["A6"]),
        (b'<c r="A6" s="3"><f>B1</f><v/></c>', ["A6"]),
        (b'<c r="A6"><f>B1</f><v></v></c>', ["A6"]),
        (b'<c r="A6"><f t="shared" si="0"/></c>', ["A6"]),
        (b'<c r="A6"><f>B1</f><v>0</v></c>', []),
        (b'<c r="A6" t="str"><f>B1</f><v></v></c>', []),
        (b'<c r="A6" t="str"><f>B1</f><v>x</v></c>', []),
        (b'<c r="A6" s="1"/><c r="C6"><f>B1</f></c>', []),
        (b'<c r="AA6"><f>B1</f></c>', []),
        (b'<c r="A6"><v>1</v></c>', []),
    ],
)
def test_which_cells_were_never_calculated(cell: bytes, found: list[str]) -> None:
    assert uncalculated_cells(cell, {"A", "B"}) == found


def test_merged_rows_are_told_once_a_sheet(tmp_path: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        book["Rencana"].merge_cells("F6:F7")
        book["Rencana"].merge_cells("A6:A7")

    reading = edited(tmp_path, merge)
    assert [(f.code, f.sheet) for f in reading.findings] == [("FRM008", "Rencana")]
    assert "A6:A7" in reading.findings[0].message
    assert "F6:F7" in reading.findings[0].message
    assert reading.rows["rencana"]["nip"] == [nip(1), ""]


@pytest.mark.parametrize("span", ["A1:H1", "A3:R3", "B8:E8", "C30:D32", "T6:U6"])
def test_merged_titles_and_cells_outside_the_rows_do_no_harm(tmp_path: Path, span: str) -> None:
    assert told(edited(tmp_path, lambda book: book["Rencana"].merge_cells(span))) == []


def test_another_name_typed_over_the_formula_is_told_once_a_column(tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        for row in (6, 7):
            book["Rencana"][f"B{row}"] = "Agus Lain"

    reading = edited(tmp_path, retype)
    assert told(reading) == [("FRM006", "Rencana", "B6")]
    message = reading.findings[0].message
    assert "tertimpa isian lain pada 2 sel, mulai B6: tertulis 'Agus Lain', seharusnya 'Budi Contoh, S.E.'" in message


def test_another_target_in_realisasi_is_told(tmp_path: Path) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        book["Realisasi"]["F7"] = "60"

    reading = edited(tmp_path, retype)
    assert told(reading) == [("FRM006", "Realisasi", "F7")]
    assert "lembar Rencana" in reading.findings[0].fix


def test_a_remark_in_the_column_of_what_is_missing_is_told(tmp_path: Path) -> None:
    def remark(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["S6"] = "sudah lengkap"

    assert told(edited(tmp_path, remark)) == [("FRM006", "Pegawai", "S6")]


@pytest.mark.parametrize(
    "careful",
    [
        lambda b: b["Rencana"].__setitem__("B6", "Budi Contoh, S.E."),
        lambda b: b["Rencana"].__setitem__("B6", "BUDI CONTOH"),
        lambda b: b["Rencana"].__setitem__("B6", "Drs. Budi Contoh, M.M."),
        lambda b: b["Realisasi"].__setitem__("F6", 80),
        lambda b: b["Realisasi"].__setitem__("F6", "80 Persen"),
        lambda b: b["Realisasi"].__setitem__("E6", "indikator  1.1"),
        lambda b: b["Pegawai"].__setitem__("S6", "penilai; jenjang; "),
        lambda b: b["Rencana"].__setitem__("B6", None),
        lambda b: b["Penilaian"].__setitem__("F6", "Baik"),
        lambda b: b["Penilaian"].__setitem__("K6", "dari kinerja nilai"),
    ],
)
def test_the_same_text_pasted_over_a_formula_is_no_finding(tmp_path: Path, careful: Change) -> None:
    assert told(edited(tmp_path, careful)) == []


def test_a_name_typed_into_a_row_below_the_form_is_no_finding_unless_it_is_another(tmp_path: Path) -> None:
    def below(book: openpyxl.Workbook) -> None:
        sheet = book["Pengembangan"]
        for row, nama in ((200, "Siti Misal"), (201, "Budi Contoh")):
            sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"], sheet[f"D{row}"] = nip(2), nama, "Coaching", "Arsip"

    assert told(edited(tmp_path, below)) == [("FRM006", "Pengembangan", "B201")]


def test_what_the_xml_of_a_sheet_says_of_its_cells() -> None:
    xml = (
        b'<row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6"><f>A6</f><v>1</v></c>'
        b'<c r="C6"><f>[2]Juni!A1+1</f><v>3</v></c></row>'
        b'<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A6:A9"/></mergeCells>'
    )
    assert [is_typed(xml, cell) for cell in ("A6", "B6", "C6", "D6")] == [True, False, False, False]
    assert linked_cell(xml) == "C6"
    assert merged_ranges(xml) == ["A1:C1", "A6:A9"]
    assert merged_ranges(b"<sheetData/>") == []
