"""Every button in the real LibreOffice, pressed through the extension: the cells are those that it leaves in a closed file."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kinerja_xl.examples.staff_forms import write_staff_forms
from kinerja_xl.examples.units import make_units
from kinerja_xl.examples.write import unit_bytes
from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.unit_workbook import form_of
from kinerja_xl.hosts.closed_file import book_of
from kinerja_xl.package import read_parts
from kinerja_xl.periods import Periode
from kinerja_xl.ribbon.buttons import BUTTONS
from kinerja_xl.ribbon.press import NOTHING_DONE, press
from kinerja_xl.ribbon.send import NOT_SAVED
from tests.hosts.office import Office
from tests.hosts.screen import needs_screen, screen
from tests.workbooks import HEAD, TAHUN, Unit, grid, nip

pytestmark = [pytest.mark.libreoffice, pytest.mark.xdist_group("libreoffice-host"), needs_screen]
S = "Sesuai Ekspektasi"
RED, AMBER = "#FF9C9C", "#FFD966"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with screen() as display:
        made = Office(tmp_path_factory.mktemp("kantor-tombol"), display=display, buttons="")
        yield made
        made.close()


def unit() -> Unit:
    """Three people; the target of the second one (Rencana row 7) cannot be read."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(nip(1)).person(nip(2), "Ani Contoh")
    for who in (HEAD, nip(1), nip(2)):
        made.iki(who, 1, 1, "10", "9", aspek="" if who == HEAD else "Kualitas").rate(who, S, S)
    made.rows["rencana"][1]["target"] = "banyak"
    return made


def in_office(office: Office, path: Path, button: str, answer: str = "OK") -> list[str]:
    """Open a workbook in the office, press a button and answer its boxes; what they say. Nothing may be told as a fault."""
    before = len(office.log())
    office.ask("open", str(path))
    told: list[str] = office.ask("press", button, answer)
    assert office.log()[before:] == ""
    return told


def shown(office: Office, sheet: str, like: list[list[object]]) -> list[list[object]]:
    """The cells of a sheet in the office, as many as in ``like``."""
    found: list[list[object]] = office.cells(0, 0, len(like), len(like[0]), sheet=sheet)
    return found


def plain(cell: object) -> object:
    """A cell without the way in which a program shows a day."""
    if isinstance(cell, dict):
        return cell["d"]
    return serial(cell) if isinstance(cell, date) else cell


def closed(path: Path, button: str) -> Path:
    """A copy of the workbook on which the button was pressed with nothing open."""
    copy = path.with_name("tertutup") / path.name
    copy.parent.mkdir()
    shutil.copy(path, copy)
    book = book_of(copy)
    press(button, book)
    book.save()
    return copy


def test_findings_stand_in_cells_and_colours_and_one_undo_takes_them_back(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    wanted = grid(closed(path, "periksa"), "Temuan")
    in_office(office, path, "periksa")
    assert shown(office, "Temuan", wanted) == wanted
    column = grid(path, "Rencana")[4].index("Target")
    assert office.ask("op", "get_format", "Rencana", 6, column, 1, 1, "color") == RED
    assert office.ask("op", "protected", "Temuan") is True
    office.ask("undo")
    assert office.ask("op", "get_format", "Rencana", 6, column, 1, 1, "color") is None
    assert not any("REN007" in row for row in shown(office, "Temuan", wanted))


def test_scores_are_those_of_the_closed_file(office: Office, tmp_path: Path) -> None:
    made = unit()
    made.rows["penilaian"] = [{**row, "periode": "TW1"} for row in made.rows["penilaian"]] + made.rows["penilaian"]
    path = made.write(tmp_path)
    wanted = grid(closed(path, "nilai"), "Penilaian")
    in_office(office, path, "nilai")
    first = next(number for number, row in enumerate(wanted, start=1) if row[2] == "TW2")
    assert (office.ask("op", "book")["active"], office.ask("first_row")) == ("Penilaian", first)
    results = [i for i, name in enumerate(wanted[4]) if name in ("Capaian (%)", "Saran Rating Hasil", "Rincian Nilai")]
    assert len(results) == 3
    found = shown(office, "Penilaian", wanted)
    assert [[row[i] for i in results] for row in found] == [[row[i] for i in results] for row in wanted]
    assert any("Ada galat" in str(cell) for row in found for cell in row)


def test_forms_are_gathered_as_into_the_closed_file(office: Office, tmp_path: Path) -> None:
    example = make_units(tahun=TAHUN, periode=Periode.TW2, benih=3, unit=1, pegawai=5)[0]
    write_staff_forms(tmp_path / "contoh", [example], TAHUN, lambda _: None)
    folder = next(p for p in (tmp_path / "contoh").iterdir() if p.is_dir())
    rows = {table: rows if table == "pegawai" else [] for table, rows in example.content.rows.items()}
    entries = {key: text for key, text in example.content.unit.items() if not key.startswith("capaian_")}
    path = tmp_path / "unit.xlsx"
    path.write_bytes(unit_bytes(UnitContent(entries, rows), TAHUN))
    shutil.copytree(folder, tmp_path / "formulir")
    shutil.copytree(folder, tmp_path / "tertutup-formulir")
    made = tmp_path / "tertutup"
    made.mkdir()
    shutil.move(tmp_path / "tertutup-formulir", made / "formulir")
    shutil.copy(path, made / "unit.xlsx")
    book = book_of(made / "unit.xlsx")
    press("himpun", book)
    book.save()
    in_office(office, path, "himpun")
    for key in ("rencana", "realisasi", "perilaku", "penilaian"):
        table = form_of(TAHUN).table(key)
        typed = [table.column(field.key) - 1 for field in table.inputs]
        wanted = grid(made / "unit.xlsx", table.name)
        found = shown(office, table.name, wanted)
        assert [[plain(row[i]) for i in typed] for row in found] == [
            [plain(row[i]) for i in typed] for row in wanted
        ], key


@pytest.mark.parametrize(("button", "sheet"), [("distribusi", "Distribusi"), ("panduan", "Panduan")])
def test_a_sheet_is_brought_to_the_front(office: Office, button: str, sheet: str, tmp_path: Path) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "10"
    in_office(office, made.write(tmp_path), button)
    assert office.ask("op", "book")["active"] == sheet


def parts(path: Path) -> dict[str, bytes]:
    return read_parts(path.read_bytes())


def test_letters_are_those_of_the_closed_file(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    shut = closed(path, "surat")
    question, told = in_office(office, path, "surat")
    assert question.startswith("Tulis surat hasil evaluasi bagi semua pegawai")
    assert told.startswith("2 surat ditulis di folder surat-unit.")
    wanted = {p.relative_to(shut.parent): p for p in (shut.parent / "surat-unit").rglob("*") if p.is_file()}
    assert len(wanted) == 3
    for name, letter in wanted.items():
        assert parts(tmp_path / name) == parts(letter), name


def test_the_master_is_that_of_the_closed_file(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    shut = tmp_path.with_name(f"{tmp_path.name}-tertutup")
    closed(path, "konsolidasi").parent.rename(shut)
    _, told = in_office(office, path, "konsolidasi")
    assert told.startswith("1 berkas, 0 ditolak: 2 pegawai direkap di master.xlsx.")
    assert parts(tmp_path / "master.xlsx") == parts(shut / "master.xlsx")


def test_a_master_is_not_made_of_less_than_the_window_shows(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    office.ask("open", str(path))
    name = grid(path, "Pegawai")[4].index("Nama")
    office.ask("op", "set_values", "Pegawai", 5, name, [["Nama Baru"]])
    assert office.ask("press", "konsolidasi", "OK") == [NOT_SAVED]
    assert not (tmp_path / "master.xlsx").exists()
    office.ask("op", "save")
    assert office.ask("press", "konsolidasi", "OK")[-1].startswith("1 berkas, 0 ditolak: 2 pegawai direkap")
    assert any("Nama Baru" in row for row in grid(tmp_path / "master.xlsx", "Rekap Pegawai"))


def test_sheets_for_the_dialogue_are_those_of_the_closed_file_and_are_shown(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    shut = closed(path, "umpan_balik")
    _, told = in_office(office, path, "umpan_balik")
    assert told.startswith("2 lembar dialog disiapkan di umpan-balik-unit.xlsx.")
    assert parts(tmp_path / "umpan-balik-unit.xlsx") == parts(shut.with_name("umpan-balik-unit.xlsx"))
    assert "umpan-balik-unit.xlsx" in office.ask("others")


def test_inputs_are_locked_and_opened_as_in_the_closed_file(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    column = grid(path, "Rencana")[4].index("Target")

    def is_locked(row: int) -> object:
        return office.ask("op", "get_format", "Rencana", row, column, 1, 1, "locked")

    sealed = grid(closed(path, "kunci"), "Unit")
    _, told = in_office(office, path, "kunci")
    found = shown(office, "Unit", sealed)
    digest = [row[1] for row in found if row[0] == "Sidik isian"]
    assert digest == [row[1] for row in sealed if row[0] == "Sidik isian"] != [""]
    assert str(digest[0]) in told
    assert [is_locked(row) for row in (5, 11)] == [True, True]
    assert office.ask("op", "protected", "Rencana") is True
    office.ask("press", "buka_kunci", "OK")
    assert [is_locked(row) for row in (5, 11)] == [False, False]
    assert [row[1] for row in shown(office, "Unit", sealed) if row[0] == "Sidik isian"] == [""]
    office.ask("undo")
    assert [is_locked(row) for row in (5, 11)] == [True, True]


def test_where_nothing_is_written_there_is_nothing_to_undo(office: Office, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    (tmp_path / "formulir").mkdir()
    in_office(office, path, "distribusi")
    for button in ("himpun", "surat", "panduan"):
        office.ask("press", button, "OK")
    assert office.ask("undo_titles") == []
    for _ in range(2):
        office.ask("press", "nilai", "OK")
    assert office.ask("undo_titles") == ["Kinerja: nilai"]
    office.ask("press", "kunci", "OK")
    for button in ("himpun", "kunci"):
        office.ask("press", button, "OK")
    assert office.ask("undo_titles") == ["Kinerja: kunci", "Kinerja: nilai"]


@pytest.mark.parametrize("button", ["surat", "konsolidasi", "umpan_balik", "kunci"])
def test_without_a_yes_nothing_is_written(office: Office, button: str, tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    before = path.read_bytes()
    assert in_office(office, path, button, "Cancel")[1:] == [NOTHING_DONE]
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["unit.xlsx"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("button", ["periksa", "nilai", "kunci"])
def test_a_sheet_with_a_password_is_told_before_anything_is_written(
    office: Office, button: str, tmp_path: Path
) -> None:
    path = unit().write(tmp_path)
    office.ask("open", str(path))
    office.ask("op", "protected", "Penilaian", False)
    office.ask("op", "protected", "Penilaian", True, "rahasia")
    before = [office.ask("op", "content", sheet) for sheet in ("Unit", "Temuan", "Penilaian")]
    told = office.ask("press", button, "OK")[-1]
    assert told.startswith("Lembar Penilaian dilindungi dengan kata sandi")
    assert [office.ask("op", "content", sheet) for sheet in ("Unit", "Temuan", "Penilaian")] == before
    assert office.ask("op", "protected", "Temuan") is True
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["unit.xlsx"]


def test_the_buttons_tried_here_are_all_of_them() -> None:
    tried = {"periksa", "nilai", "himpun", "distribusi", "panduan", "surat", "konsolidasi"}
    assert {button.name for button in BUTTONS} == tried | {"kunci", "buka_kunci", "umpan_balik"}
