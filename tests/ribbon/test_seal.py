"""Buttons Kunci and Buka Kunci: what is locked stays as it is, and who changes it all the same is told."""

from pathlib import Path

from kinerja_xl.consolidation.run import check_all, consolidate
from kinerja_xl.examples.staff_forms import write_staff_forms
from kinerja_xl.examples.units import make_units
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.hosts.closed_file import ENGINE
from kinerja_xl.periods import Periode
from kinerja_xl.ribbon import press as pressing
from tests.ribbon.pressing import pressed, unit
from tests.workbooks import TAHUN, as_openpyxl, grid


def entries(path: Path) -> dict[object, object]:
    """Labels and values of the sheet Unit."""
    return {row[0]: row[1] for row in grid(path, "Unit") if len(row) > 1}


INPUTS = [("Rencana", "Target"), ("Pegawai", "NIP"), ("Penilaian", "Rating Hasil Kerja")]


def are_locked(path: Path) -> set[bool]:
    """Whether the inputs of two rows are locked: of all of them, or of some."""
    book = as_openpyxl(path)
    columns = [(book[sheet], next(c.column for c in book[sheet][5] if c.value == header)) for sheet, header in INPUTS]
    return {bool(sheet.cell(row, column).protection.locked) for sheet, column in columns for row in (6, 12)}


def test_what_is_locked_cannot_be_typed_over_until_it_is_opened(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    typed = {sheet: grid(path, sheet) for sheet in ("Pegawai", "Rencana", "Realisasi", "Perilaku", "Penilaian")}
    assert are_locked(path) == {False}
    assert pressed("kunci", path).startswith("Buku kerja dikunci untuk Triwulan II. Sidik isian: 1-")
    assert are_locked(path) == {True}
    assert as_openpyxl(path)["Rencana"].protection.sheet
    assert str(entries(path)["Dikunci sejak"]).count("pukul") == 1
    assert read_workbook(path).findings == []
    assert {sheet: grid(path, sheet) for sheet in typed} == typed
    assert "sudah dikunci sejak" in pressed("kunci", path)
    assert pressed("buka_kunci", path).startswith("Kunci dibuka.")
    assert are_locked(path) == {False}
    assert entries(path)["Dikunci sejak"] == entries(path)["Sidik isian"] == ""
    assert "tidak dikunci" in pressed("buka_kunci", path)


def test_a_change_after_locking_is_noticed(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    pressed("kunci", path)
    book = as_openpyxl(path)
    sheet = book["Rencana"]
    sheet.cell(6, next(c.column for c in sheet[5] if c.value == "Target")).value = "11"
    book.save(path)
    assert [f.code for f in read_workbook(path).findings] == ["FRM011"]
    assert "berubah sesudah itu" in pressed("kunci", path)


def test_results_and_the_order_of_rows_may_change_after_locking(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    pressed("kunci", path)
    assert "pegawai dihitung" in pressed("nilai", path)
    assert read_workbook(path).findings == []
    book = as_openpyxl(path)
    sheet = book["Perilaku"]
    first, second = ([cell.value for cell in sheet[row]] for row in (6, 7))
    assert first != second
    for column, (one, other) in enumerate(zip(first, second, strict=True), start=1):
        if not str(one).startswith("="):
            sheet.cell(6, column).value, sheet.cell(7, column).value = other, one
    book.save(path)
    assert read_workbook(path).findings == []


def test_the_master_says_since_when_a_workbook_is_locked(tmp_path: Path) -> None:
    path = unit().write(tmp_path)

    def shown() -> str:
        return str(consolidate(check_all([read_workbook(path)])).frames["Berkas"]["dikunci"].iloc[0])

    assert shown() == ""
    pressed("kunci", path)
    assert shown() == entries(path)["Dikunci sejak"] != ""


def test_faults_are_told_before_locking(tmp_path: Path) -> None:
    made = unit()
    made.rows["rencana"][1]["target"] = "banyak"
    path = made.write(tmp_path)
    ENGINE.apps[0].answer = "cancel"
    assert pressed("kunci", path) == pressing.NOTHING_DONE
    assert "Masih ada 1 galat" in ENGINE.apps[0].told[0]
    assert entries(path)["Sidik isian"] == ""


def test_forms_are_not_gathered_into_a_locked_workbook(tmp_path: Path) -> None:
    path = unit().write(tmp_path)
    pressed("kunci", path)
    example = make_units(tahun=TAHUN, periode=Periode.TW2, benih=3, unit=1, pegawai=5)[0]
    write_staff_forms(tmp_path / "formulir", [example], TAHUN, lambda _: None)
    before = path.read_bytes()
    assert "dikunci sejak" in pressed("himpun", path)
    assert path.read_bytes() == before
