"""What somebody took out of the form and the unit workbook still has: it is told, and it goes only where that is asked for."""

import io
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from kinerja_xl.cli import app
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.unit_workbook import form_of
from kinerja_xl.gathering.merge import Wishes, merge
from kinerja_xl.gathering.read_form import read_form
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.gathering.foreign import EVALUASI, NIP, NOMOR, TW2, Rows, kepala, tulis
from tests.gathering.merging import FORM_WINS, book, codes
from tests.gathering.test_own_form import CONTENT, EVALUATION
from tests.workbooks import TAHUN, as_openpyxl

PROOF = f"H{EVALUATION.blocks[0].row}"


class Office:
    """A form and the unit workbook that was made of it."""

    def __init__(self, folder: Path) -> None:
        self.form, self.target = folder / "skp.xlsx", folder / "unit.xlsx"
        self.form.write_bytes(fill_skp(blank(JA_JF), JA_JF, CONTENT))

    def gather(self, *words: str) -> Result:
        return CliRunner().invoke(app, ["himpun", str(self.form), "-o", str(self.target), *words])

    def withdraw(self, *cells: tuple[str, str]) -> None:
        sheets = openpyxl.load_workbook(io.BytesIO(self.form.read_bytes()))
        for sheet, cell in cells:
            sheets[sheet][cell] = None
        sheets.save(self.form)

    def proof(self) -> object:
        table = form_of(TAHUN).table("realisasi")
        sheet = as_openpyxl(self.target)[table.name]
        return sheet.cell(table.first_row, table.column("bukti_tw1")).value


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    assert made.gather().exit_code == 0
    made.withdraw(("Evaluasi TW1", PROOF))
    return made


def test_it_is_told_with_its_cell_and_stays(office: Office) -> None:
    result = office.gather()
    assert "HMP050" in result.stdout
    assert f"Evaluasi TW1!{PROOF}" in result.stdout
    assert "Bukti Dukung TW I" in result.stdout
    assert "'laporan.pdf'" in result.stdout
    assert office.proof() == "laporan.pdf"


def test_where_the_form_wins_it_goes(office: Office) -> None:
    result = office.gather("--utamakan", "formulir")
    assert "HMP050" in result.stdout
    assert "1 sel" in result.stdout
    assert not office.proof()
    assert "HMP050" not in office.gather().stdout


def test_feedback_of_the_rater_in_the_unit_workbook_alone_is_no_withdrawal(tmp_path: Path) -> None:
    made = Office(tmp_path)
    made.gather()
    made.withdraw(("Evaluasi TW1", f"I{EVALUATION.blocks[0].row}"))
    assert "HMP050" not in made.gather().stdout


FOREIGN: Rows = [
    ["A. UTAMA"],
    [1, "Layanan baik", "Surat dilayani", "Kuantitas", "Jumlah surat", "60 Surat", "30", "Baik"],
    [2, "Layanan baik", "Arsip tertata", "Kuantitas", "Jumlah arsip", "60 Arsip", None, "Baik"],
]


def test_a_form_of_others_that_has_the_column_is_asked_about_and_never_clears_a_cell(tmp_path: Path) -> None:
    form = read_form(tulis(tmp_path, {"EVALUASI": [*kepala(TW2), EVALUASI, NOMOR, *FOREIGN]}))
    rows = [{"nip": NIP, "no_rhk": str(n), "no_iki": "1", "realisasi_tw1": "9", "realisasi_tw2": "30"} for n in (1, 2)]
    plan = [{"nip": NIP, "no_rhk": str(n), "no_iki": "1", "target": "60"} for n in (1, 2)]
    form.kode_unit = form.nama_unit = ""
    for wishes in (Wishes(), FORM_WINS):
        merged = merge([form], book(pegawai=[{"nip": NIP}], rencana=plan, realisasi=rows), wishes)
        assert [f.message for f in merged.told if f.code == "HMP050"] == [
            "Realisasi s.d. TW II milik Budi Contoh (indikator 2.1) kosong di formulir, tetapi di buku kerja terisi '30'. Isian buku kerja (Realisasi!K7) tetap."
        ]
        assert "realisasi_tw2" not in merged.changes["realisasi"].get(7, {})
    assert "HMP012" not in codes(merged)
