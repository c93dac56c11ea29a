"""A new unit workbook computes with the numbers of the office's own file, and names the office."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from kinerja_xl.cli import app
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.skp.fill import fill_skp
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.libreoffice import converted
from tests.regulations.instansi import entry, lokal, write
from tests.test_formulir_skp import HEADER, LAST_YEAR, ROWS
from tests.workbooks import HEAD, Unit, records

OWN = (
    entry("batas_capaian", "110.0"),
    entry("bobot_kategori", "{ utama = 2.0, tambahan = 1.0 }"),
    entry("arah_bawaan", '{ "Waktu" = "Makin kecil makin baik" }'),
)
ENTRIES = dict(LAST_YEAR.entries) | {"kode_unit": "UJI-01", "nama_unit": "KELURAHAN UJI", "instansi": ""}
FORM = fill_skp(blank(JA_JF), JA_JF, replace(LAST_YEAR, entries=ENTRIES))


def listed(book: Workbook) -> dict[str, object]:
    """The first value of each list on the sheet Hitung."""
    sheet = book["Hitung"]
    return {str(title.value): value.value for title, value in zip(sheet[1], sheet[2], strict=True) if title.value}


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The office's file in a folder of its own."""
    (tmp_path / "kantor").mkdir()
    return write(tmp_path / "kantor", *OWN)


def test_a_blank_workbook_has_the_numbers_and_the_name_of_the_office(own: Path, tmp_path: Path) -> None:
    (tmp_path / "daftar.csv").write_text("\n".join((HEADER, ROWS[0])), "utf-8")
    words = ("formulir", "unit", "--daftar", tmp_path / "daftar.csv", "--tahun", "2026", "--instansi", own)
    run(*words, "-o", tmp_path / "unit")
    book = openpyxl.load_workbook(tmp_path / "unit" / "kelurahan-uji-2026.xlsx")
    numbers = listed(book)
    assert (numbers["batas"], numbers["bobot_utama"], numbers["aspek_turun"]) == (110, 2, "Waktu")
    assert "PEMERINTAH KOTA CONTOH" in [row[1].value for row in book["Unit"].iter_rows()]


def test_a_workbook_made_of_forms_has_them_as_well(own: Path, tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(FORM)
    run("himpun", tmp_path / "skp.xlsx", "-o", tmp_path / "unit.xlsx", "--instansi", own)
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "unit.xlsx").read_bytes()))
    assert (listed(book)["batas"], listed(book)["aspek_turun"]) == (110, "Waktu")
    assert "PEMERINTAH KOTA CONTOH" in [row[1].value for row in book["Unit"].iter_rows()]


def test_a_workbook_that_is_there_keeps_its_numbers_and_that_is_said(own: Path, tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(FORM)
    words = ("himpun", tmp_path / "skp.xlsx", "-o", tmp_path / "unit.xlsx")
    run(*words)
    assert "tidak dipakai" in run(*words, "--instansi", own).stderr
    assert listed(openpyxl.load_workbook(tmp_path / "unit.xlsx"))["batas"] != 110


CAPS = (
    entry("batas_capaian", "110.0", sampai="2026-06-30"),
    entry("batas_capaian", "100.0", sejak="2026-07-01"),
    entry("arah_bawaan", '{ "Kualitas" = "Makin kecil makin baik" }', sejak="2026-07-01"),
)


@pytest.mark.libreoffice
@pytest.mark.parametrize(("periode", "shown"), [("TW2", 110), ("TW3", 50)])
def test_a_quarter_has_the_numbers_of_its_last_day(tmp_path: Path, periode: str, shown: float) -> None:
    """12 of 10 is 120%, of which 110 count; from July on the indicator falls, and 15 of 10 is (20 - 15) / 10."""
    unit = Unit(periode=periode).person(HEAD).iki(HEAD, 1, 1, "10", "12" if periode == "TW2" else "15")
    path = tmp_path / "unit.xlsx"
    content = UnitContent({"tahun": "2026", "periode": periode}, unit.rows)
    path.write_bytes(fill_unit_workbook(blank_unit_workbook(10, 2026, lokal(tmp_path, *CAPS)), content))
    (tmp_path / "keluar").mkdir()
    (row, *_) = records(converted(path, "xlsx", tmp_path / "keluar"), "Pegawai", "NIP")
    assert row["Capaian (%)"] == shown
