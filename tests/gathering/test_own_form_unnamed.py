"""Our own form that no longer says what it is: it is refused by name, never read as the form of another office."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.gathering.foreign import EVALUASI, TW2, Rows, kepala, tulis
from tests.gathering.test_own_form import CONTENT, set_cell
from tests.workbooks import nip


def edited(change: Callable[[Workbook], None], folder: Path) -> StaffForm:
    book = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(JA_JF), JA_JF, CONTENT)))
    change(book)
    path = folder / f"skp-{nip(1)}.xlsx"
    book.save(path)
    return read_form(path)


def renamed(book: Workbook) -> None:
    book["Identitas"].title = "Data Diri"


def only(*names: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        for name in set(book.sheetnames) - set(names):
            del book[name]

    return change


LOST: dict[str, tuple[Callable[[Workbook], None], str, str]] = {
    "renamed": (renamed, "lembar Identitas tidak ada; mungkin yang sekarang bernama 'Data Diri'", ""),
    "deleted": (lambda book: book.remove(book["Identitas"]), "lembar Identitas tidak ada", ""),
    "another word": (set_cell("Identitas", "B5", "SKP SAYA"), "sel B5 lembar Identitas berisi 'SKP SAYA'", "B5"),
    "no word": (set_cell("Identitas", "B5", ""), "sel B5 lembar Identitas kosong", "B5"),
    "another label": (set_cell("Identitas", "A5", "Berkas"), "label 'Formulir' tidak ada di sel A5", "A5"),
    "the plan alone": (only("SKP"), "lembar Identitas tidak ada", ""),
    "sheets copied": (only("SKP", "Evaluasi TW1"), "lembar Identitas tidak ada", ""),
}


@pytest.mark.parametrize("name", LOST)
def test_it_is_refused_and_says_what_to_restore(name: str, tmp_path: Path) -> None:
    change, what, cell = LOST[name]
    form = edited(change, tmp_path)
    assert [(f.code, f.cell) for f in form.findings] == [("HMP045", cell)]
    assert what in form.findings[0].message
    assert (form.accepted, form.rows) == (False, {})


RESULT = (1, None, "Layanan", "Kuantitas", "Jumlah surat", "12 Surat", "3 Surat")


def test_a_label_is_no_rating(tmp_path: Path) -> None:
    rows: Rows = [
        *kepala(TW2),
        EVALUASI,
        RESULT,
        ["RATING HASIL KERJA*", "Alasan bila berbeda dari saran"],
        ["RATING PERILAKU KERJA*", "Saran rating perilaku"],
        ["PREDIKAT KINERJA PEGAWAI*", "Tanggal penilaian:"],
        ["TANGGAL PENILAIAN", "Nama"],
    ]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert "penilaian" not in form.rows
    told = ["Alasan bila berbeda dari saran", "Saran rating perilaku"]
    assert [(f.code, f.value) for f in form.findings] == [("HMP014", text) for text in told]


def test_a_sentence_beside_a_rating_is_told_and_not_taken(tmp_path: Path) -> None:
    told = "menurut kami kinerjanya sudah amat memuaskan"
    rows: Rows = [*kepala(TW2), EVALUASI, RESULT, ["RATING HASIL KERJA*", told]]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert "penilaian" not in form.rows
    assert [(f.code, f.value) for f in form.findings] == [("HMP014", told)]


def test_a_word_is_no_nip(tmp_path: Path) -> None:
    rows: Rows = [*kepala(TW2, nip="Yang masih kurang 2"), EVALUASI, RESULT]
    form = read_form(tulis(tmp_path, {"EV": rows}))
    assert "nip" not in form.pegawai
    assert [f.message for f in form.findings if f.code == "HMP002"] == ["NIP pegawai tidak ada pada formulir."]
