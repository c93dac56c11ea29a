"""The live formulas and colours of a unit workbook of an old year, computed by LibreOffice."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formula.translate import Translator

from tests.forms.old_unit import PP_46, old_unit
from tests.libreoffice import converted
from tests.workbooks import HEAD, grid, nip, records

TABLE_NAMES = ("Pegawai", "Rencana", "Realisasi", "Perilaku", "Penilaian", "Pengembangan")


@pytest.fixture(scope="module", params=[(2020, "TAHUNAN"), (2021, "TW3")], ids=["2020", "2021"])
def recalculated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An old workbook without any computed value, opened and saved by LibreOffice; column Z of Perilaku tells what is yellow in D to K.

    One person has an appraisal of the period without a date, one of another period, and a row without any.
    """
    tahun, periode = request.param
    folder = tmp_path_factory.mktemp("lama")
    unit = old_unit(tahun, periode).appraise(nip(1), tanggal="").appraise(nip(1), periode="TW1", tanggal="")
    unit.appraise(nip(1), periode="")
    book = openpyxl.load_workbook(io.BytesIO(unit.bytes()))
    sheet = book["Perilaku"]
    rules = {
        str(area.sqref).split(":")[0]: rule.formula[0] for area in sheet.conditional_formatting for rule in area.rules
    }
    for row in range(6, 19):
        asked = [
            Translator(f"={rules[f'{c}6']}", f"{c}6").translate_formula(f"{c}{row}")[1:] for c in ("D", "F", "H", "J")
        ]
        sheet[f"Z{row}"] = "=" + "&".join(f'IF({formula},"{n}","")' for n, formula in enumerate(asked, start=1))
    book.save(folder / "unit.xlsx")
    (folder / "keluar").mkdir()
    return converted(folder / "unit.xlsx", "xlsx", folder / "keluar")


@pytest.mark.libreoffice
def test_no_cell_of_an_old_workbook_shows_an_error(recalculated: Path) -> None:
    shown = [str(cell) for sheet in TABLE_NAMES for row in grid(recalculated, sheet) for cell in row]
    assert [text for text in shown if re.match(r"Err:|#[A-Z/0]+[?!]?$", text)] == []
    book = openpyxl.load_workbook(recalculated, data_only=True)
    assert [c.coordinate for s in book.worksheets for row in s.iter_rows() for c in row if c.data_type == "e"] == []


@pytest.mark.libreoffice
def test_an_old_appraisal_lacks_its_date_or_its_period(recalculated: Path) -> None:
    missing = [row["Yang Masih Kurang"] for row in records(recalculated, "Penilaian", "NIP") if row["NIP"]]
    assert missing == ["", "", "tanggal; ", "", "periode; "]
    named = [row["Nama"] for row in records(recalculated, "Perilaku", "NIP") if row["NIP"]]
    assert named[0] == "Siti Penilai"


@pytest.mark.libreoffice
def test_a_number_is_asked_for_in_the_quarter_of_its_law(recalculated: Path) -> None:
    rows = grid(recalculated, "Perilaku")[5:]
    found = [(str(row[0]), str(row[2]), str(row[25])) for row in rows if row[0]]
    asked = {(who, word): quarter for who, word, quarter in found}
    if "2020" in str(grid(recalculated, "Unit")[6][1]):
        # the year is read from the fourth quarter; both numbers that are there are not yellow
        expected = {(HEAD, word): "4" for word in PP_46[:5]} | {(nip(1), word): "4" for word in PP_46[:4]}
    else:
        # quarter III of 2021: PermenPANRB 8/2021 asks neither for Integritas nor for Disiplin
        words = ["Orientasi Pelayanan", "Komitmen", "Inisiatif Kerja"]
        expected = {(HEAD, word): "3" for word in (*words, "Kerja Sama")} | {(nip(1), word): "3" for word in words}
    assert {key: quarter for key, quarter in asked.items() if quarter} == expected
