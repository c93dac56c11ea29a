"""Cells of our own form that its formulas read otherwise than people: percent, dates, errors. Each is told with what to type."""

import io
from datetime import date, time, timedelta
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF, blank
from tests.gathering.test_own_form import CONTENT, EVALUATION, FIRST

TARGET, RESULT = f"F{FIRST}", f"G{EVALUATION.blocks[0].row}"
Value = str | float | date | time | timedelta
Cell = tuple[str, str, Value, str]
"""Sheet, cell, value and number format."""


def with_cells(folder: Path, *cells: Cell, kualitatif: bool = False) -> StaffForm:
    varian = JA_JF_KUALITATIF if kualitatif else JA_JF
    book: Workbook = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(varian), varian, CONTENT)))
    for sheet, place, value, look in cells:
        cell = book[sheet][place]
        cell.value, cell.number_format = value, look or cell.number_format
    path = folder / "formulir.xlsx"
    book.save(path)
    return read_form(path)


_EVALUATION = EVALUATION.blocks[0].row
ODD: dict[tuple[str, str], tuple[Value, str, str, str]] = {
    ("SKP", TARGET): (0.9, "0%", "rumus formulir membacanya 0,9, sedangkan yang dihimpun 90%", "lalu ketik 90%."),
    ("SKP", f"F{FIRST + 1}"): (12, "dd/mm/yyyy", "berisi tanggal (1900-01-12)", "lalu ketik 12."),
    ("SKP", f"F{FIRST + 2}"): (70, "dd/mm/yyyy", "berisi tanggal (1900-03-10)", "lalu ketik 70."),
    ("SKP", f"F{FIRST + 3}"): (timedelta(hours=36), "[h]:mm", "formulir membacanya 1,5.", "misalnya 12 Dokumen."),
    ("Evaluasi TW1", RESULT): (0.855, "0.00%", "membacanya 0,855, sedangkan yang dihimpun 85,5%", "lalu ketik 85,5%."),
    ("Evaluasi TW1", f"G{_EVALUATION + 1}"): (
        date(2026, 4, 1),
        "dd/mm/yyyy",
        "membacanya 46113.",
        "misalnya 12 Dokumen.",
    ),
    ("Evaluasi TW1", f"G{_EVALUATION + 2}"): (
        time(12),
        "hh:mm",
        "rumus formulir membacanya 0,5.",
        "misalnya 12 Dokumen.",
    ),
}


def test_a_format_that_hides_the_number_is_told(tmp_path: Path) -> None:
    form = with_cells(tmp_path, *((*place, value, look) for place, (value, look, _, _) in ODD.items()))
    found = {(f.sheet, f.cell): f for f in form.findings if f.code == "HMP046"}
    assert (form.accepted, len(form.findings), set(found)) == (True, len(ODD), set(ODD))
    for place, (_, _, what, fix) in ODD.items():
        assert what in found[place].message
        assert fix in found[place].fix


def test_other_formats_and_texts_are_as_they_look(tmp_path: Path) -> None:
    plain: list[tuple[Value, str]] = [("85%", ""), ("2026-04-01", ""), (12, '0" Surat"'), (12, "0.00")]
    cells = [("SKP", f"F{FIRST + n}", value, look) for n, (value, look) in enumerate(plain)]
    assert with_cells(tmp_path, *cells).findings == []


def test_a_date_may_be_the_target_of_a_qualitative_form(tmp_path: Path) -> None:
    form = with_cells(tmp_path, ("SKP", "E22", date(2026, 6, 30), "dd/mm/yyyy"), kualitatif=True)
    assert [f.code for f in form.findings if f.code == "HMP046"] == []


def test_an_error_is_told_and_not_gathered(tmp_path: Path) -> None:
    errors = [("SKP", f"C{FIRST}", "#REF!"), ("SKP", f"F{FIRST + 1}", "#DIV/0!"), ("Evaluasi TW1", RESULT, "#N/A")]
    errors += [("Evaluasi TW1", f"H{_EVALUATION}", "Err:502")]
    form = with_cells(tmp_path, *((*error, "") for error in errors), ("SKP", f"C{FIRST + 4}", "Rumus #REF! lama", ""))
    assert [(f.sheet, f.cell, f.value) for f in form.findings] == errors
    assert {f.code for f in form.findings} == {"HMP047"}
    assert [row.get("rhk") for row in form.rows["rencana"]] == [None, None, "Rumus #REF! lama"]
    assert form.rows["realisasi"][0] == {"no_rhk": "1", "no_iki": "1", "umpan_balik_tw1": "Baik"}


def test_an_error_for_a_nip_is_no_nip_and_one_for_the_unit_no_result(tmp_path: Path) -> None:
    nip, unit = f"B{IDENTITY.row('nip')}", f"G{EVALUATION.result_row}"
    form = with_cells(tmp_path, ("Identitas", nip, "#N/A", ""), ("Evaluasi TW1", unit, "#REF!", ""))
    assert [(f.code, f.cell) for f in form.findings] == [("HMP047", nip), ("HMP047", unit)]
    assert (form.nip, form.unit) == ("", {})
