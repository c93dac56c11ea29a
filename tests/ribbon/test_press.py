"""The buttons on a closed file: the same cells as the commands leave, told in a sentence, and no other part of the file touched."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.examples.staff_forms import staff_forms, write_staff_forms
from kinerja_xl.examples.units import make_units
from kinerja_xl.examples.write import unit_bytes
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.hosts.closed_file import ENGINE, book_of
from kinerja_xl.package import read_parts
from kinerja_xl.periods import Periode
from kinerja_xl.replace import is_backup
from kinerja_xl.ribbon import press as pressing
from kinerja_xl.ribbon.buttons import BUTTONS
from kinerja_xl.ribbon.press import MODULES, function_of, press
from tests.ribbon.pressing import S, pressed, unit
from tests.workbooks import HEAD, TAHUN, Unit, as_openpyxl, grid, nip

RED = "FFFF9C9C"


def test_every_button_has_its_function() -> None:
    assert list(MODULES) == [button.name for button in BUTTONS]
    assert all(callable(function_of(name)) for name in MODULES)


def test_findings_are_listed_and_coloured_until_they_are_mended(tmp_path: Path) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "banyak"  # Rencana row 7: the second row under the header in row 5
    path = made.write(tmp_path)
    before = read_parts(path.read_bytes())
    assert "galat" in pressed("periksa", path)
    sheet = as_openpyxl(path)["Rencana"]
    column = next(c.column for c in sheet[5] if c.value == "Target")
    assert sheet.cell(7, column).fill.fgColor.rgb == RED
    listed = [row for row in grid(path, "Temuan") if "REN007" in row]
    assert [row[2:4] for row in listed] == [["Rencana", sheet.cell(7, column).coordinate]]
    after = read_parts(path.read_bytes())
    changed = {name for name, data in before.items() if after[name] != data}
    assert {name for name in changed if not name.startswith("xl/worksheets/")} <= {"xl/styles.xml", "xl/calcChain.xml"}
    assert "xl/charts/chart1.xml" in before

    book = as_openpyxl(path)
    book["Rencana"].cell(7, column).value = "12"
    book.save(path)
    pressed("periksa", path)
    assert as_openpyxl(path)["Rencana"].cell(7, column).fill.fgColor.rgb != RED
    assert not [row for row in grid(path, "Temuan") if "REN007" in row]


def test_nilai_leaves_the_cells_of_the_command(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    command = tmp_path / "perintah.xlsx"
    shutil.copy(path, command)
    told = pressed("nilai", path)
    assert told.startswith("3 pegawai dihitung")
    assert "Cadangan: unit.cadangan-" in told
    assert CliRunner().invoke(app, ["nilai", str(command)]).exit_code == 0
    assert grid(path, "Penilaian") == grid(command, "Penilaian")
    assert [p.name for p in tmp_path.iterdir() if is_backup(p) and p.name.startswith("unit")] != []
    assert "sudah sesuai" in pressed("nilai", path)


def test_himpun_leaves_the_cells_of_the_command(tmp_path: Path) -> None:
    example = make_units(tahun=TAHUN, periode=Periode.TW2, benih=3, unit=1, pegawai=6)[0]
    assert len(list(staff_forms(example.content))) == 6
    write_staff_forms(tmp_path / "contoh", [example], TAHUN, lambda _: None)
    only = {table: rows if table == "pegawai" else [] for table, rows in example.content.rows.items()}
    empty = type(example.content)({k: v for k, v in example.content.unit.items() if not k.startswith("capaian_")}, only)
    path, command = tmp_path / "unit.xlsx", tmp_path / "perintah" / "unit.xlsx"
    command.parent.mkdir()
    for target in (path, command):
        target.write_bytes(unit_bytes(empty, TAHUN))
    folder = next(p for p in (tmp_path / "contoh").iterdir() if p.is_dir())
    shutil.move(folder, tmp_path / "formulir")
    for mark in ("~$unit.xlsx", ".~lock.unit.xlsx#"):  # a workbook whose button is pressed is open
        (tmp_path / mark).touch()
    told = pressed("himpun", path)
    assert told.startswith("6 formulir di folder formulir: 6 dihimpun, 0 ditolak; 0 pegawai belum mengirim.")
    CliRunner().invoke(app, ["himpun", str(tmp_path / "formulir"), "-o", str(command)])
    for sheet in ("Unit", "Rencana", "Realisasi", "Perilaku", "Penilaian"):
        assert grid(path, sheet) == grid(command, sheet), sheet
    assert "0 sel ditulis" in pressed("himpun", path)


def test_forms_of_another_unit_are_named_before_those_who_are_missing(tmp_path: Path) -> None:
    mine, other = make_units(tahun=TAHUN, periode=Periode.TW2, benih=3, unit=2, pegawai=7)
    write_staff_forms(tmp_path / "contoh", [other], TAHUN, lambda _: None)
    shutil.move(next(p for p in (tmp_path / "contoh").iterdir() if p.is_dir()), tmp_path / "formulir")
    path = tmp_path / "unit.xlsx"
    path.write_bytes(unit_bytes(mine.content, TAHUN))
    said, *named = pressed("himpun", path).splitlines()
    assert said == "Tidak satu pun formulir dapat dihimpun; lihat temuannya."
    assert len(named) == 7
    assert all(line.startswith("- skp-") and "belum mengirim" not in line for line in named[:6])
    assert named[-1].startswith("- dan ")


def test_letters_and_master_are_written_beside_the_workbook_when_asked(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    ENGINE.apps[0].answer = "cancel"
    assert pressed("surat", path) == pressing.NOTHING_DONE
    assert pressed("konsolidasi", path) == pressing.NOTHING_DONE
    assert [p.name for p in tmp_path.iterdir()] == ["unit.xlsx"]
    ENGINE.apps[0].answer = "ok"
    assert pressed("surat", path).startswith("3 surat ditulis di folder surat-unit.")
    assert len(list((tmp_path / "surat-unit").rglob("*.docx"))) == 3
    assert pressed("konsolidasi", path).startswith("1 berkas, 0 ditolak: 3 pegawai direkap di master.xlsx.")
    (tmp_path / "master.xlsx").write_bytes(path.read_bytes())
    assert "bukan master kinerja_xl sehingga tidak ditimpa" in pressed("konsolidasi", path)


def test_only_those_selected_get_a_letter(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    ENGINE.apps[0].selection = book_of(path).sheets["Pegawai"].range((7, 1), (7, 2)).impl  # the second person
    pressed("surat", path)
    assert "1 pegawai yang dipilih" in ENGINE.apps[0].told[0]
    assert len(list((tmp_path / "surat-unit").rglob("*.docx"))) == 1


def test_the_curve_is_told_with_those_to_talk_about(tmp_path: Path) -> None:
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan")
    made.iki(HEAD, 1, 1, "10", "10", aspek="").rate(HEAD, S, S)
    for number in range(1, 11):  # all eleven Baik: for the result Baik at most 70 % (7,7 people) may be
        made.person(nip(number), f"Pegawai {number:02d}").iki(nip(number), 1, 1, "100", str(80 + number))
        made.rate(nip(number), S, S)
    told = pressed("distribusi", made.write(tmp_path))
    assert told.startswith("Capaian organisasi Baik: Baik 11. Tidak sesuai.")
    assert "Capaian terendah di antaranya: Pegawai 01" in told
    assert told.endswith("Kurva tidak menurunkan predikat siapa pun.")


@pytest.mark.parametrize(("periode", "tahun"), [("", str(TAHUN)), ("TW2", "2030"), ("TW2", "1999")])
def test_a_workbook_without_a_period_is_examined_too(tmp_path: Path, periode: str, tahun: str) -> None:
    path = Unit(periode=periode).person(HEAD).write(tmp_path)
    row = next(number for number, cells in enumerate(grid(path, "Unit"), start=1) if cells[0] == "Tahun")
    written(path, "Unit", {f"B{row}": tahun})
    told = pressed("periksa", path)
    assert "sel isian diperiksa: 1 galat" in told
    assert any("galat" in row for row in grid(path, "Temuan"))


def written(path: Path, sheet: str, cells: Mapping[str, str | int]) -> None:
    """Somebody types into a workbook."""
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def test_whatever_stands_in_an_earlier_list_is_replaced(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    odd: list[str | int] = ["bukan sel", 3, "A0", "A1:B2", "XFD9999999"]
    written(
        path, "Temuan", {f"{c}{6 + i}": x for i, cell in enumerate(odd) for c, x in (("C", "Rencana"), ("D", cell))}
    )
    assert "sel isian diperiksa" in pressed("periksa", path)
    assert not {cell for row in grid(path, "Temuan") for cell in row} & set(odd)


@pytest.mark.parametrize(
    ("sheet", "name", "button", "told"),
    [
        ("Temuan", "Catatan", "periksa", "Lembar Temuan tidak ada"),
        ("Rencana", "Rencana ", "periksa", "1 galat"),
        ("Panduan", "Cara", "panduan", "Lembar Panduan tidak ada lagi"),
        ("Distribusi", "Kurva", "distribusi", "Capaian organisasi Baik"),
    ],
)
def test_a_sheet_of_another_name_is_no_fault_of_the_program(
    tmp_path: Path, sheet: str, name: str, button: str, told: str
) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "banyak"
    path = made.write(tmp_path)
    book = openpyxl.load_workbook(path)
    book[sheet].title = name
    book.save(path)
    assert told in pressed(button, path)
    if name == "Rencana ":
        assert RED in {cell.fill.fgColor.rgb for cell in openpyxl.load_workbook(path)[name][7]}


def test_what_cannot_be_worked_on_is_told_and_left(tmp_path: Path) -> None:
    path = Unit(periode="").person(HEAD).write(tmp_path)
    assert pressed("nilai", path).startswith("Periode penilaian belum dipilih. Isi di lembar Unit")
    foreign = tmp_path / "lain.xlsx"
    openpyxl.Workbook().save(foreign)
    before = foreign.read_bytes()
    assert pressed("periksa", foreign).startswith("Buku kerja yang terbuka bukan Buku Kerja Unit")
    assert foreign.read_bytes() == before
    assert "Folder 'formulir' tidak ada" in pressed("himpun", path)


def test_on_a_staff_form_the_way_into_the_unit_workbook_is_told(tmp_path: Path) -> None:
    example = make_units(tahun=TAHUN, periode=Periode.TW2, benih=3, unit=1, pegawai=5)[0]
    write_staff_forms(tmp_path, [example], TAHUN, lambda _: None)
    told = pressed("periksa", next(tmp_path.rglob("*.xlsx")))
    assert told.startswith("Ini Formulir SKP seorang pegawai")
    assert "folder 'formulir' di sebelah Buku Kerja Unit" in told
    assert told.endswith("tekan Himpun Formulir di Buku Kerja Unit itu.")
    assert "kinerja himpun" not in told


@pytest.mark.parametrize(
    ("fullname", "told"),
    [
        ("Book1", "belum pernah disimpan"),
        ("https://contoh.sharepoint.com/Dokumen/unit.xlsx", "OneDrive atau SharePoint"),
    ],
)
def test_a_workbook_without_a_file_is_told(
    fullname: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = book_of(unit().write(tmp_path))
    monkeypatch.setattr(type(book.impl), "fullname", fullname)
    press("periksa", book)
    assert told in ENGINE.apps[0].told[-1]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_fault_of_the_program_is_a_box_and_a_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "function_of", lambda _: 1 / 0)
    told = pressed("periksa", unit().write(tmp_path))
    assert "Program berhenti karena kesalahan di dalamnya (ZeroDivisionError)" in told
    log = Path(told.rpartition(": ")[2])
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()


def test_sheets_for_the_dialogue_lie_beside_the_workbook(tmp_path: Path) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "banyak"  # one of the three has a galat
    path = made.write(tmp_path)
    before = path.read_bytes()
    told = pressed("umpan_balik", path)
    assert told.startswith(
        "2 lembar dialog disiapkan di umpan-balik-unit.xlsx. 1 pegawai tanpa lembar karena ada galat"
    )
    book = openpyxl.load_workbook(tmp_path / "umpan-balik-unit.xlsx")
    assert book.sheetnames == ["Daftar Dialog", "Siti Penilai", "Ani Contoh"]
    texts = [str(cell.value) for row in book["Ani Contoh"].iter_rows() for cell in row if cell.value is not None]
    assert {nip(2), "Siti Penilai", S, "90%", "Baik", "Indikator 1.1"} <= set(texts)  # 9 of 10
    assert any(text.startswith("1. Indikator 1.1 baru mencapai 90%") for text in texts)
    assert path.read_bytes() == before
    assert read_workbook(tmp_path / "umpan-balik-unit.xlsx").own_output
    assert told.endswith("lalu tekan Surat di buku kerja unit.")
    told = pressed("surat", tmp_path / "umpan-balik-unit.xlsx")
    assert told.endswith("bukan Buku Kerja Unit. Buka Buku Kerja Unit, lalu tekan tombolnya lagi.")
    (tmp_path / ".~lock.umpan-balik-unit.xlsx#").touch()
    assert "sedang dibuka" in pressed("umpan_balik", path)


def test_what_was_changed_between_two_buttons_is_examined_anew(tmp_path: Path) -> None:
    made = unit()
    path = made.write(tmp_path)
    assert pressed("nilai", path).startswith("3 pegawai dihitung")
    made.rows["rencana"][1]["target"] = "banyak"
    made.write(tmp_path)
    assert "1 pegawai belum dapat dinilai" in pressed("nilai", path)
    assert "Di Bawah Ekspektasi" not in suggestions(path)
    (tmp_path / "instansi.toml").write_text(
        'instansi = "UJI"\ndiperiksa = 2026-11-24\n[[ketentuan.saran_hasil]]\nberlaku_sejak = 2026-01-01\n'
        'dasar = "Keputusan Uji"\nisi = { di_atas = 100.0, sesuai = 95.0 }\n'
    )
    pressed("nilai", path)
    assert "Di Bawah Ekspektasi" in suggestions(path)  # 9 of 10 is less than 95 percent


def test_a_row_without_nip_is_counted_by_both_buttons(tmp_path: Path) -> None:
    made = unit().person("", "Dedi Contoh").person(nip(3), "Cici Contoh")
    made.rows["rencana"][1]["target"] = "banyak"
    made.iki(nip(3), 1, 1, "10", "9")  # Cici has no row in Penilaian
    path = made.write(tmp_path)
    told = pressed("nilai", path)
    assert told.startswith("2 pegawai dihitung")
    assert "2 pegawai belum dapat dinilai karena ada galat" in told  # the one whose target cannot be read, and Dedi
    assert "1 pegawai belum punya baris Penilaian" in told
    assert pressed("umpan_balik", path).startswith("3 lembar dialog disiapkan")
    assert "2 pegawai tanpa lembar karena ada galat" in ENGINE.apps[0].told[-1]


def suggestions(path: Path) -> set[object]:
    rows = grid(path, "Penilaian")
    return {row[rows[4].index("Saran Rating Hasil")] for row in rows[5:]}
