"""The sheet Panduan: what the buttons do, in their own words, and every colour that a cell can have."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.marks import COLOURS
from kinerja_xl.forms.styles import AMBER, GREY
from kinerja_xl.ribbon.buttons import BUTTONS


def guide(tahun: int) -> Worksheet:
    found = openpyxl.load_workbook(BytesIO(blank_unit_workbook(3, tahun)))["Panduan"]
    assert isinstance(found, Worksheet)
    return found


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    return guide(2026)


def lines(sheet: Worksheet) -> dict[str, str]:
    return {str(label or ""): str(text or "") for label, text in sheet.iter_rows(3, max_col=2, values_only=True)}


def test_each_button_stands_there_with_what_it_does(sheet: Worksheet) -> None:
    told = lines(sheet)
    for button in BUTTONS:
        if button.name != "panduan":
            assert button.supertip.startswith(told[f"Tombol {button.label}"]), button.label
    assert "tab Kinerja" in told["Di mana"]
    assert "LibreOffice" in told["Di mana"]


def test_each_colour_is_shown_and_explained(sheet: Worksheet) -> None:
    fills = {
        str(cell.fill.fgColor.rgb)[-6:]: str(sheet.cell(cell.row, 2).value)
        for cell in sheet["A"]
        if cell.fill.fill_type and sheet.cell(cell.row, 2).value
    }
    assert set(fills) == {AMBER, GREY, *(colour[-6:] for colour in COLOURS.values())}
    for severity, colour in COLOURS.items():
        assert fills[colour[-6:]].lower().startswith(str(severity.value))
    assert "Excel" not in fills[GREY]


def test_before_2022_there_are_no_letters_and_no_curve() -> None:
    told = lines(guide(2020))
    assert "Tombol Nilai" in told
    assert not {"Tombol Surat", "Tombol Distribusi"} & set(told)
    assert "rating" not in told["Tombol Nilai"]
