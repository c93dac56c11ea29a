"""The form around the live columns: where they are not, what stays off paper, and what they show where nothing can be said."""

import io
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.forms.build import LIVE_PEOPLE, blank_unit_workbook
from kinerja_xl.forms.calculation_sheet import NAME
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.unit_workbook import form_of
from tests.libreoffice import converted
from tests.workbooks import HEAD, TAHUN, Unit, nip, records

HEADERS = [f.header for table in form_of(TAHUN).tables for f in table.fields if f.late]


def headers(book: openpyxl.Workbook) -> list[object]:
    return [cell.value for sheet in ("Pegawai", "Realisasi") for cell in book[sheet][5]]


@pytest.mark.parametrize(("people", "tahun"), [(10, 2021), (LIVE_PEOPLE + 1, TAHUN)])
def test_old_years_and_very_large_units_compute_nothing_live(people: int, tahun: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank_unit_workbook(people, tahun)))
    assert NAME not in book.sheetnames
    assert not set(HEADERS) & set(headers(book))


def test_they_stay_off_paper_and_their_sheet_out_of_sight() -> None:
    book = openpyxl.load_workbook(io.BytesIO(blank_unit_workbook(10, TAHUN)))
    assert set(HEADERS) <= set(headers(book))
    assert book["Pegawai"].print_area.endswith("$S$25")
    assert book["Realisasi"].print_area.endswith("$S$165")
    assert book[NAME].sheet_state == "hidden"
    assert book[NAME].protection.sheet


def test_a_live_workbook_is_read_without_any_finding(tmp_path: Path) -> None:
    unit = Unit().person(HEAD, "Siti Penilai").person(nip(1)).iki(nip(1), 1, 1, "10", "9")
    assert read_workbook(unit.write(tmp_path)).findings == []


@pytest.mark.libreoffice
def test_nothing_is_shown_where_nothing_can_be_said(tmp_path: Path) -> None:
    unit = Unit(entries={"periode": ""}).person(HEAD, "Siti Penilai").person(nip(1), mulai="awal Mei")
    unit.iki(nip(1), 1, 1, "10", "9")
    (tmp_path / "keluar").mkdir()
    shown = converted(unit.write(tmp_path), "xlsx", tmp_path / "keluar")
    rows = [*records(shown, "Pegawai", "NIP")[:2], *records(shown, "Realisasi", "NIP")[:1]]
    assert {row[header] for row in rows for header in HEADERS if header in row} == {""}
