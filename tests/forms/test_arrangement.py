"""A form whose sheets, columns or year were changed: what is meant is named, and what can be read is read."""

from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.findings import Severity
from kinerja_xl.forms.book import UNREAD_SHEETS
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.near import nearest
from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from tests.forms.edited import Change, edited, told
from tests.forms.old_unit import old_unit
from tests.workbooks import as_openpyxl, nip


@pytest.mark.parametrize("name", ["Perilaku (2)", "Perilaku Kerja", "Prilaku"])
def test_a_sheet_under_a_similar_name_is_named(tmp_path: Path, name: str) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Perilaku"].title = name

    reading = edited(tmp_path, rename)
    assert told(reading) == [("FRM002", "Perilaku", "")]
    assert reading.findings[0].message == f"Lembar Perilaku tidak ada; mungkin lembar '{name}'."


def test_a_sheet_under_quite_another_name_is_not_guessed(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Perilaku"].title = "Sheet1"

    assert edited(tmp_path, rename).findings[0].message == "Lembar Perilaku tidak ada."


def test_a_sheet_of_the_form_is_never_meant_by_another(tmp_path: Path) -> None:
    assert edited(tmp_path, lambda b: b.remove(b["Penilaian"])).findings[0].message == "Lembar Penilaian tidak ada."


def test_a_misspelled_header_is_named_with_its_cell(tmp_path: Path) -> None:
    def misspell(book: openpyxl.Workbook) -> None:
        book["Rencana"]["J5"] = "Targt"

    reading = edited(tmp_path, misspell)
    assert told(reading) == [("FRM003", "Rencana", "J5")]
    assert "sel J5 berjudul 'Targt', mungkin yang dimaksud 'Target'" in reading.findings[0].message


def test_a_renamed_column_is_told_and_the_file_is_read(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Rencana"]["K5"] = "Satuann"

    reading = edited(tmp_path, rename)
    assert told(reading) == [("FRM004", "Rencana", "K5")]
    assert reading.findings[0].severity is Severity.PERINGATAN
    assert reading.findings[0].value == "Satuann"
    assert reading.accepted
    assert reading.rows["rencana"]["satuan"] == ["", ""]


def test_lost_columns_of_a_sheet_are_told_once_with_the_headers_nobody_knows(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["E5"] = "Kepangkatan Terakhir"
        book["Pegawai"]["K5"] = None

    reading = edited(tmp_path, rename)
    assert told(reading) == [("FRM004", "Pegawai", "")]
    message = reading.findings[0].message
    assert "kolom Pangkat, kolom NIP Penilai" in message
    assert "'Kepangkatan Terakhir' (E5)" in message


def test_a_lost_label_of_the_sheet_unit_is_told(tmp_path: Path) -> None:
    def clear(book: openpyxl.Workbook) -> None:
        book["Unit"]["A14"] = None

    reading = edited(tmp_path, clear)
    assert told(reading) == [("FRM004", "Unit", "")]
    assert "label 'NIP kepala unit'" in reading.findings[0].message


@pytest.mark.parametrize(
    "harmless",
    [
        lambda b: b["Rencana"].__setitem__("K5", " SATUAN "),
        lambda b: b["Pegawai"].__setitem__("D5", "Golongan"),
        lambda b: b["Pengembangan"].__setitem__("K5", "Keterangan"),
        lambda b: b["Pengembangan"].__setitem__("F5", "Jam Pelajaran"),
    ],
)
def test_accepted_spellings_and_columns_of_ones_own_are_no_finding(tmp_path: Path, harmless: Change) -> None:
    assert told(edited(tmp_path, harmless)) == []


def test_a_sheet_that_moved_is_told_once_and_read(tmp_path: Path) -> None:
    def move(book: openpyxl.Workbook) -> None:
        book["Pengembangan"].insert_rows(1, 3)
        book["Pengembangan"].insert_cols(3)
        book["Pengembangan"].title = "PENGEMBANGAN "

    reading = edited(tmp_path, move)
    assert told(reading) == [("FRM005", "Pengembangan", "")]
    assert reading.findings[0].severity is Severity.INFO
    message = reading.findings[0].message
    assert "namanya tertulis 'PENGEMBANGAN '" in message
    assert "baris judul di baris 8, aslinya 5" in message
    assert "Bentuk (D), Nama Kegiatan (E), Penyelenggara/Mentor (F), JP (G), Mulai (H), dan 3 lainnya" in message
    assert reading.accepted


@pytest.mark.parametrize(
    ("typed", "form"), [(2020, "2022 atau sesudahnya"), (2021, "2022 atau sesudahnya"), (2016, "2022 atau sesudahnya")]
)
def test_an_old_year_on_a_form_of_today(tmp_path: Path, typed: int, form: str) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        book["Unit"]["B7"] = typed

    reading = edited(tmp_path, retype)
    assert told(reading) == [("FRM007", "Unit", "B7")]
    assert reading.findings[0].message == f"Tahun tertulis '{typed}', tetapi kolomnya dari formulir tahun {form}."
    assert not reading.accepted


@pytest.mark.parametrize(
    ("of_form", "typed", "told_year"),
    [(2020, 2026, "2020 atau sebelumnya"), (2020, 2021, "2020 atau sebelumnya"), (2021, 2020, "2021")],
)
def test_another_year_on_an_old_form(tmp_path: Path, of_form: int, typed: int, told_year: str) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        book["Unit"]["B7"] = typed

    reading = edited(tmp_path, retype, old_unit(of_form, "TAHUNAN"))
    assert told(reading) == [("FRM007", "Unit", "B7")]
    assert reading.findings[0].message.endswith(f"formulir tahun {told_year}.")


@pytest.mark.parametrize("typed", [2022, 2025, 2030])
def test_years_with_the_same_columns_cannot_be_told_apart(tmp_path: Path, typed: int) -> None:
    def retype(book: openpyxl.Workbook) -> None:
        book["Unit"]["B7"] = typed

    assert told(edited(tmp_path, retype)) == []


def test_lost_columns_alone_are_no_other_year(tmp_path: Path) -> None:
    def lose(book: openpyxl.Workbook) -> None:
        for cell in ("L5", "K5", "Q5"):
            book["Rencana"][cell] = None

    assert [code for code, _, _ in told(edited(tmp_path, lose))] == ["FRM004"]


def test_sheets_of_ones_own_are_named_once(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        for name in ("Konsep", "Rencana (2)"):
            book.create_sheet(name)["B3"] = "Hitungan"
        book.create_sheet("Sheet1")

    reading = edited(tmp_path, add)
    assert told(reading) == [("FRM010", "", "")]
    assert reading.findings[0].severity is Severity.INFO
    assert "'Konsep', 'Rencana (2)'." in reading.findings[0].message
    assert reading.rows["rencana"]["nip"] == [nip(1), nip(2)]


@pytest.mark.parametrize("tahun", [2020, 2021, 2026])
def test_the_sheets_of_the_form_are_known(tahun: int) -> None:
    built = as_openpyxl(blank_unit_workbook(10, tahun)).sheetnames
    assert set(built) <= {*SHEET_NAMES.values(), *UNREAD_SHEETS}


@pytest.mark.parametrize(
    ("text", "meant"), [("Targt", "Target"), ("target (%)", "Target"), ("Taget", "Target"), ("Tanggal", ""), ("", "")]
)
def test_what_is_near_enough(text: str, meant: str) -> None:
    assert nearest([text], ["Target", "Satuan"] if text else []) == meant
