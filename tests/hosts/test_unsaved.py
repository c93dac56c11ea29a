"""What is typed in LibreOffice and not yet saved is seen by the buttons; the person's own file is not written for that."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kinerja_xl.forms import guard
from kinerja_xl.forms.book import Book as SavedBook
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.set_cells import CellValue, Place
from kinerja_xl.hosts.libreoffice import unsaved
from kinerja_xl.hosts.libreoffice.books import Book
from kinerja_xl.hosts.libreoffice.engine import Engine
from kinerja_xl.hosts.libreoffice.unsaved import Grid, differences, package_of
from kinerja_xl.replace import is_backup
from tests.forms.bare_workbook import SHEET, bare_workbook
from tests.hosts.office import Office
from tests.workbooks import HEAD, Unit, grid, nip

S = "Sesuai Ekspektasi"


@pytest.mark.parametrize(
    ("before", "shown", "found"),
    [
        ([["a", 1.0]], [["a", 1]], {}),
        ([["a"]], [["b"]], {(1, 1): "b"}),
        ([["a", "b"]], [["a"]], {(1, 2): None}),
        ([["a"]], [["a"], ["", "b"]], {(2, 2): "b"}),
        ([[date(2026, 5, 4)]], [[{"d": 46146.0}]], {}),
        ([[""]], [[{"d": 46146.0}]], {(1, 1): "2026-05-04"}),  # 4 May 2026 is day 46146 from 30 December 1899
        ([[datetime.fromisoformat("2026-05-04 12:00")]], [[{"d": 46146.5}]], {}),
        ([[True]], [[True]], {}),
        ([[""]], [[False]], {(1, 1): "FALSE"}),
        ([["1"]], [[1.0]], {(1, 1): 1.0}),
    ],
)
def test_only_cells_that_say_something_else_differ(before: Grid, shown: Grid, found: dict[Place, CellValue]) -> None:
    assert differences(before, shown, lambda _: False) == found


def test_results_of_formulas_are_not_compared() -> None:
    assert differences([["lama", "lama"]], [["baru", "baru"]], lambda at: at == (1, 1)) == {(1, 2): "baru"}


def test_an_error_is_no_value_in_the_window(tmp_path: Path) -> None:
    cells = '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>'
    path = bare_workbook(tmp_path / "buku.xlsx", f'<row r="1">{cells}</row>')
    saved = SavedBook(path, guard.inspect(path))
    assert saved.grid(SHEET) == [["#N/A", "a"]]
    assert unsaved._as_shown(saved, SHEET) == [["", "a"]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = Office(tmp_path_factory.mktemp("kantor-isian"), buttons="")
    yield made
    made.close()


def unit(folder: Path) -> Path:
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(nip(1)).person(nip(2), "Ani Contoh")
    for who in (HEAD, nip(1), nip(2)):
        made.iki(who, 1, 1, "10", "9", aspek="" if who == HEAD else "Kualitas").rate(who, S, S)
    return made.write(folder)


def book_of(office: Office) -> Book:
    return Book(Engine().apps[0].books, lambda op, *args: office.ask("op", op, *args))


def column(path: Path, sheet: str, header: str) -> int:
    """Number of a column from 0; its header is in row 5."""
    return grid(path, sheet)[4].index(header)


def rows_as(package: bytes, path: Path) -> dict[str, dict[str, list[str]]]:
    path.write_bytes(package)
    reading = read_workbook(path)
    assert reading.accepted, reading.findings
    return reading.rows


def _typed(office: Office, path: Path) -> None:
    office.ask("op", "set_values", "Rencana", 6, column(path, "Rencana", "Target"), [["banyak"]])


def _withdrawn(office: Office, path: Path) -> None:
    office.ask("op", "clear", "Rencana", 5, column(path, "Rencana", "Target"), 1, 1, "contents")


def _numeric(office: Office, path: Path) -> None:
    office.ask("op", "set_values", "Pegawai", 6, column(path, "Pegawai", "NIP"), [[198501012010011001.0]])


def _dated(office: Office, path: Path) -> None:
    office.ask("op", "set_values", "Penilaian", 5, column(path, "Penilaian", "Tanggal Penilaian"), [[{"d": 46146.0}]])


def _typed_over_a_formula(office: Office, path: Path) -> None:
    office.ask("op", "protected", "Realisasi", False)
    office.ask("op", "set_values", "Realisasi", 5, column(path, "Realisasi", "Nama"), [["Bukan Namanya"]])


def _formula_typed(office: Office, path: Path) -> None:
    office.ask("op", "set_values", "Rencana", 6, column(path, "Rencana", "Target"), [["=30+5"]])


def _columns_moved(office: Office, path: Path) -> None:
    """Where a column stood that only shows something, there is now one that people type into, and it holds a formula."""
    office.ask("op", "protected", "Rencana", False)
    for name, header in (("Nama", "Satuan"), ("Satuan", "Nama")):
        office.ask("op", "set_values", "Rencana", 4, column(path, "Rencana", name), [[header]])
    office.ask("op", "clear", "Rencana", 5, column(path, "Rencana", "Satuan"), 20, 1, "contents")
    office.ask("op", "set_values", "Rencana", 5, column(path, "Rencana", "Nama"), [['="Buku"']] * 3)


def _other_sheets(office: Office, path: Path) -> None:
    office.ask("op", "sheet_add", "Catatan", 0)
    _typed(office, path)


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice-host")
@pytest.mark.parametrize(
    "change",
    [_typed, _withdrawn, _numeric, _dated, _typed_over_a_formula, _formula_typed, _columns_moved, _other_sheets],
)
def test_the_content_is_what_the_office_itself_would_save(
    office: Office, change: Callable[[Office, Path], None], tmp_path: Path
) -> None:
    path = unit(tmp_path)
    saved = path.read_bytes()
    office.ask("open", str(path))
    assert package_of(book_of(office), path) == saved
    change(office, path)
    office.ask("op", "export", str(tmp_path / "oleh-kantor.xlsx"))
    wanted = read_workbook(tmp_path / "oleh-kantor.xlsx").rows
    found = rows_as(package_of(book_of(office), path), tmp_path / "isi.xlsx")
    assert found == wanted != rows_as(saved, tmp_path / "lama.xlsx")
    assert path.read_bytes() == saved


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice-host")
def test_a_file_changed_under_an_untouched_window_is_not_taken_for_it(office: Office, tmp_path: Path) -> None:
    """As a synchronised folder does it: what the button writes must fit what the person sees."""
    path = unit(tmp_path)
    office.ask("open", str(path))
    office.ask("op", "export", str(tmp_path / "oleh-kantor.xlsx"))
    shown = read_workbook(tmp_path / "oleh-kantor.xlsx").rows
    other = Unit().person(nip(3), "Orang Lain").iki(nip(3), 1, 1, "10", "3")
    (tmp_path / "lain").mkdir()
    path.write_bytes(other.write(tmp_path / "lain").read_bytes())
    assert rows_as(package_of(book_of(office), path), tmp_path / "isi.xlsx") == shown


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice-host")
def test_only_what_needs_it_is_written_by_the_office(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = unit(tmp_path)
    office.ask("open", str(path))
    _typed(office, path)
    monkeypatch.setattr(unsaved, "_written_by_office", lambda *_: pytest.fail("LibreOffice was asked for a copy"))
    assert package_of(book_of(office), path) != path.read_bytes()


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice-host")
def test_a_button_sees_what_is_not_saved_and_the_copy_keeps_it(office: Office, tmp_path: Path) -> None:
    path = unit(tmp_path)
    saved = path.read_bytes()
    office.ask("open", str(path))
    _typed(office, path)
    office.ask("press", "periksa")
    target = column(path, "Rencana", "Target")
    assert any("REN007" in row for row in office.cells(0, 0, 20, 8, sheet="Temuan"))
    assert path.read_bytes() == saved
    (backup,) = (p for p in tmp_path.iterdir() if is_backup(p))
    assert grid(backup, "Rencana")[6][target] == "banyak"


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice-host")
def test_another_format_is_taken_as_it_is_saved_and_refused(office: Office, tmp_path: Path) -> None:
    """What would be read of a copy could not be kept in the person's own format."""
    path = unit(tmp_path)
    office.ask("open", str(path))
    office.ask("op", "save", str(tmp_path / "unit.ods"))
    _typed(office, path)
    assert package_of(book_of(office), tmp_path / "unit.ods") == (tmp_path / "unit.ods").read_bytes()
    office.ask("press", "periksa")
    assert not [p for p in tmp_path.iterdir() if "cadangan" in p.name]
