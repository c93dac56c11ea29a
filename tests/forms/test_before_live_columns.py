"""Workbooks built before the live columns and the sheet Hitung came are read as before: nothing of what they lack is told."""

from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from tests.forms.edited import Change, told
from tests.workbooks import nip

OLD = Path(__file__).parent / "files" / "unit-v1-tanpa-hitung.xlsx"
"""Three people and five indicators, built and filled by the program as it was before."""


def changed(folder: Path, change: Change) -> Reading:
    book = openpyxl.load_workbook(OLD)
    change(book)
    book.save(folder / "unit.xlsx")
    return read_workbook(folder / "unit.xlsx")


def test_an_old_workbook_is_read_without_any_finding() -> None:
    reading = read_workbook(OLD)
    assert reading.findings == []
    people = penilaian(join([reading]), Periode.TW2, aturan_periode(Periode.TW2, 2026)).pegawai.set_index("nip")
    # 85,5 of 80 is 106,875%; 6 of 6 months is 100%: (106,875 + 100) / 2
    assert people["capaian"][nip(1)] == pytest.approx(103.4375)


def test_a_note_beside_an_old_table_is_told_as_before(tmp_path: Path) -> None:
    def note(book: openpyxl.Workbook) -> None:
        book["Realisasi"]["V7"] = "tanyakan lagi"

    assert told(changed(tmp_path, note)) == [("FRM009", "Realisasi", "V7")]


def test_columns_of_ones_own_under_the_new_headers_are_nobodys_fault(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        for sheet, column, header in (("Realisasi", "T", "Capaian (%)"), ("Pegawai", "T", "Bulan")):
            book[sheet][f"{column}5"] = header
            for row in (6, 7):
                book[sheet][f"{column}{row}"] = "sekitar 90"

    assert told(changed(tmp_path, add)) == []


def test_an_old_workbook_is_of_its_own_year(tmp_path: Path) -> None:
    def lose(book: openpyxl.Workbook) -> None:
        for cell in ("L5", "K5", "Q5"):
            book["Rencana"][cell] = None

    assert [code for code, _, _ in told(changed(tmp_path, lose))] == ["FRM004"]
