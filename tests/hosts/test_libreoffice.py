"""Buttons in the real LibreOffice, headless: from the command of the toolbar to the worker and back into the cells."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.hosts.office import Office

pytestmark = [pytest.mark.libreoffice, pytest.mark.xdist_group("libreoffice-host")]
PATIENCE = 6


@pytest.fixture(scope="module")
def _office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("kantor"), patience=PATIENCE)
    yield office
    office.close()


@pytest.fixture
def office(_office: Office, tmp_path: Path) -> Office:
    """The office with a small workbook open: three people and a number each."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Data"
    for row in (["NIP", "Angka"], ["198501012010011001", 1.5], ["Budi", 2], ["Cici", 2.5]):
        sheet.append(row)
    book.save(tmp_path / "buku.xlsx")
    _office.ask("open", str(tmp_path / "buku.xlsx"))
    return _office


def _press(office: Office, button: str) -> str:
    """Press a button; what the extension has logged about it."""
    before = len(office.log())
    office.ask("press", button)
    return office.log()[before:]


def test_a_button_writes_cells_colours_a_note_and_a_sheet(office: Office) -> None:
    assert _press(office, "isi") == ""
    assert office.cells(0, 0, 4, 4) == [
        ["NIP", "Angka", "Nilai", "Catatan"],
        ["198501012010011001", 1.5, 3.0, "=bukan rumus"],
        ["Budi", 2.0, 4.0, "=bukan rumus"],
        ["Cici", 2.5, 5.0, "=bukan rumus"],
    ]
    assert office.ask("op", "get_format", "Data", 1, 2, 3, 1, "color") == "#C6EFCE"
    assert office.ask("op", "get_format", "Data", 0, 2, 1, 2, "bold") is True
    assert office.ask("op", "get_note", "Data", 1, 0) == "Periksa lagi"
    assert office.ask("op", "book")["sheets"] == ["Data", "Hasil"]
    assert office.cells(0, 0, sheet="Hasil") == [[12.0]]


def test_one_undo_takes_the_whole_button_back(office: Office) -> None:
    before = office.cells(0, 0, 6, 8)
    _press(office, "isi")
    assert office.ask("undo_titles") == ["Kinerja: isi"]
    office.ask("undo")
    assert office.cells(0, 0, 6, 8) == before
    assert office.ask("op", "get_format", "Data", 1, 2, 3, 1, "color") is None
    assert office.ask("op", "get_note", "Data", 1, 0) is None
    assert office.ask("op", "book")["sheets"] == ["Data"]


@pytest.mark.parametrize("button", ["baca", "gagal"])
def test_a_button_that_changes_nothing_leaves_no_step(office: Office, button: str) -> None:
    _press(office, button)
    assert office.ask("undo_titles") == []


def test_a_button_of_many_steps_is_undone_whole(office: Office) -> None:
    assert _press(office, "banyak") == ""
    assert office.cells(1, 9, 150, 1) == [[float(row)] for row in range(1, 151)]
    office.ask("undo")
    assert office.cells(1, 9, 150, 1) == [[""]] * 150


@pytest.mark.parametrize("button", ["baca", "jenis", "lembar"])
def test_the_book_is_as_in_excel(office: Office, button: str) -> None:
    assert _press(office, button) == ""


def test_the_selection_is_known(office: Office) -> None:
    office.ask("op", "select", "Data", 1, 0, 2, 2)
    assert _press(office, "pilih") == ""
    assert office.cells(0, 5, 1, 2) == [["$A$2:$B$3", 2.0]]


def test_a_question_has_an_answer(office: Office) -> None:
    assert _press(office, "tanya") == ""
    assert office.cells(0, 5) != [[""]]


def test_a_protected_sheet_is_written_and_protected_again(office: Office) -> None:
    assert _press(office, "terlindung") == ""
    assert office.cells(0, 5) == [["tertulis"]]
    assert office.ask("op", "protected", "Data") is True
    office.ask("undo")
    assert office.cells(0, 5) == [[""]]


def test_a_button_saves_the_file_it_was_pressed_on(office: Office, tmp_path: Path) -> None:
    assert _press(office, "simpan") == ""
    assert openpyxl.load_workbook(tmp_path / "buku.xlsx")["Data"]["F1"].value == "tersimpan"


def test_a_fault_of_the_program_is_logged_and_the_next_click_works(office: Office) -> None:
    assert "NoSuchObjectError" in _press(office, "gagal")
    assert _press(office, "isi") == ""


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("mati", "Kinerja berhenti mendadak (kode 3)."),
        ("macet", f"Kinerja tidak menjawab selama {PATIENCE} detik dan dihentikan."),
    ],
)
def test_the_office_outlives_its_worker(office: Office, button: str, told: str) -> None:
    assert _press(office, button).startswith(f"{told} Yang sudah telanjur ditulis dapat dibatalkan dengan Ctrl+Z.")
    assert office.cells(0, 5) == [["separuh"]]
    office.ask("undo")
    assert office.cells(0, 5) == [[""]]
    assert office.alive()
    assert _press(office, "isi") == ""
    assert office.cells(1, 2) == [[3.0]]


def test_without_an_installed_python_a_message_says_what_to_do(office: Office) -> None:
    _press(office, "mati")
    office.configure(python="/nowhere/python", batas_detik=PATIENCE)
    try:
        assert "kinerja pasang libreoffice" in _press(office, "isi")
    finally:
        office.configure(batas_detik=PATIENCE)
    assert _press(office, "isi") == ""
