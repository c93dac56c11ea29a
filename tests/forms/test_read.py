"""A unit workbook is read by its texts, not by its addresses, and every cell keeps what was typed."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.resources import resource
from tests.workbooks import TAHUN, Unit, as_openpyxl, nip


def _edited(tmp_path: Path, change: Callable[[openpyxl.Workbook], object]) -> Reading:
    """A filled workbook changed by hand and read again."""
    unit = (
        Unit()
        .person(nip(1))
        .iki(nip(1), 1, 1, "80 - 90%", "85,5", satuan="Persen")
        .rate(nip(1), "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    )
    book = as_openpyxl(unit.bytes())
    change(book)
    path = tmp_path / "unit.xlsx"
    book.save(path)
    return read_workbook(path)


def _only(reading: Reading, table: str) -> dict[str, str]:
    rows = reading.rows[table]
    assert len(rows["baris"]) == 1
    return {key: texts[0] for key, texts in rows.items()}


def test_what_is_filled_is_what_is_read(tmp_path: Path) -> None:
    unit = Unit().person(nip(1), "A & B <C>", mulai="2026-03-01").iki(nip(1), 1, 1, "80 - 90%", "85,5", satuan="Persen")
    reading = read_workbook(unit.write(tmp_path))
    assert reading.findings == []
    assert _only(reading, "pegawai")["nama"] == "A & B <C>"
    assert _only(reading, "pegawai")["mulai"] == "2026-03-01"
    assert _only(reading, "pegawai")["baris"] == "6"
    assert _only(reading, "rencana")["target"] == "80 - 90%"
    assert _only(reading, "realisasi")["realisasi_tw2"] == "85,5"
    assert reading.rows["perilaku"]["baris"] == [str(row) for row in range(6, 13)]
    assert reading.cells["realisasi", "realisasi_tw2"] == "K"
    assert reading.cells["unit", "periode"] == "B17"


def test_moved_columns_and_inserted_rows_do_no_harm(tmp_path: Path) -> None:
    def shuffle(book: openpyxl.Workbook) -> None:
        sheet = book["Rencana"]
        sheet.delete_cols(2)
        sheet.insert_rows(1, 3)
        sheet.insert_cols(1, 2)
        sheet["A20"] = "catatan di luar tabel"

    reading = _edited(tmp_path, shuffle)
    row = _only(reading, "rencana")
    assert (row["target"], row["baris"], row["nip"]) == ("80 - 90%", "9", nip(1))
    assert reading.cells["rencana", "target"] == letters(9 + 2)


def test_blank_rows_between_people_keep_their_row_numbers(tmp_path: Path) -> None:
    def far_below(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["A30"], book["Pegawai"]["B30"] = nip(2), "Jauh di Bawah"

    reading = _edited(tmp_path, far_below)
    assert reading.rows["pegawai"]["baris"] == ["6", "30"]


def test_sheet_and_header_names_may_be_spelled_differently(tmp_path: Path) -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Rencana"]["E5"] = "Rencana Hasil Kerja Atasan yang Diintervensi"
        book["Rencana"]["I5"] = "INDKATOR KINERJA INDIVIDU"
        book["Rencana"].title = "RENCANA "

    row = _only(_edited(tmp_path, rename), "rencana")
    assert row["rhk_pimpinan"] == "Meningkatnya layanan"
    assert row["indikator"] == "Indikator 1.1"


def test_types_of_cells(tmp_path: Path) -> None:
    def type_freely(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["A6"] = 198609262015051001
        book["Pegawai"]["A6"].number_format = "General"
        book["Pegawai"]["Q6"] = "01/03/2026"
        book["Rencana"]["J6"] = 85.5
        book["Rencana"]["J6"].number_format = "General"
        book["Rencana"]["M6"] = date(2026, 8, 7)
        book["Realisasi"]["K6"] = True

    reading = _edited(tmp_path, type_freely)
    person, plan = _only(reading, "pegawai"), _only(reading, "rencana")
    assert person["nip_angka"] == "1"
    assert person["nip"] != "198609262015051001"
    assert person["mulai"] == "2026-03-01"
    assert plan["target"] == "85,5"
    assert plan["target_tw1"] == "2026-08-07"
    assert _only(reading, "realisasi")["realisasi_tw2"] == "TRUE"


@pytest.mark.parametrize(
    "written", ["19850101 201001 2 001", "198501012010012001 ", "'198501012010012001", "19850101.201001.2.001"]
)
def test_decoration_of_a_nip_is_not_part_of_it(tmp_path: Path, written: str) -> None:
    def decorate(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["A6"] = written

    assert _only(_edited(tmp_path, decorate), "pegawai")["nip"] == "198501012010012001"


@pytest.mark.parametrize(
    ("change", "code", "sheet", "told"),
    [
        (lambda b: b.remove(b["Perilaku"]), "FRM002", "Perilaku", "Perilaku"),
        (lambda b: b["Rencana"].__setitem__("J5", "Sasaran Angka"), "FRM003", "Rencana", "Target"),
        (lambda b: b["Pegawai"].delete_rows(5), "FRM003", "Pegawai", "NIP, Nama"),
        (lambda b: b["Unit"].__setitem__("B6", "9"), "FRM001", "Unit", "'9'"),
        (lambda b: b["Unit"].__setitem__("B5", "DAFTAR HADIR"), "BRK003", "", "Unit"),
        (lambda b: b["Unit"].__setitem__("A17", "Kuartal"), "FRM003", "Unit", "Periode penilaian"),
        (lambda b: b.remove(b["Unit"]), "BRK003", "", "Pegawai"),
    ],
)
def test_a_broken_form_gives_one_finding(
    tmp_path: Path, change: Callable[[openpyxl.Workbook], object], code: str, sheet: str, told: str
) -> None:
    reading = _edited(tmp_path, change)
    assert [(f.code, f.sheet) for f in reading.findings] == [(code, sheet)]
    assert told in reading.findings[0].message
    assert reading.findings[0].fix
    assert not reading.accepted
    assert reading.rows == {}


def test_a_form_too_small_for_its_content_is_refused_and_not_cut() -> None:
    people = [{"nip": nip(i), "nama": f"P {i}"} for i in range(40)]
    with pytest.raises(ValueError, match="lembar Pegawai"):
        fill_unit_workbook(blank_unit_workbook(10, TAHUN), UnitContent({}, {"pegawai": people}))


def test_joining_keeps_every_row_and_its_source(tmp_path: Path) -> None:
    first = Unit().person(nip(1)).person(nip(2)).write(tmp_path, "a.xlsx")
    second = Unit(kode="UJI-02").person(nip(3)).write(tmp_path, "b.xlsx")
    tables = join([read_workbook(first), read_workbook(second)])
    assert list(zip(tables.pegawai["berkas"], tables.pegawai["baris"], strict=True)) == [
        ("a.xlsx", 6),
        ("a.xlsx", 7),
        ("b.xlsx", 6),
    ]
    assert tables.only({"b.xlsx"}).pegawai["nip"].tolist() == [nip(3)]


cell_text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(cell_text, min_size=1, max_size=10))
def test_any_text_goes_in_and_comes_out(tmp_path: Path, texts: list[str]) -> None:
    """Round trip: what is typed into a text cell is read again, apart from blanks around it."""
    people = [{"nip": nip(i), "nama": text} for i, text in enumerate(texts)]
    path = tmp_path / "unit.xlsx"
    path.write_bytes(
        fill_unit_workbook(
            blank_unit_workbook(30, TAHUN),
            UnitContent({"tahun": "2026", "kode_unit": "x", "nama_unit": "X"}, {"pegawai": people}),
        )
    )
    assert read_workbook(path).rows["pegawai"]["nama"] == [text.strip() for text in texts]


def test_an_error_in_a_cell_is_seen_as_one(tmp_path: Path) -> None:
    def fail(book: openpyxl.Workbook) -> None:
        book["Realisasi"]["K6"] = "#N/A"
        book["Rencana"]["M6"] = "#DIV/0!"

    reading = _edited(tmp_path, fail)
    assert _only(reading, "realisasi")["realisasi_tw2"] == "#N/A"
    assert _only(reading, "rencana")["target_tw1"] == "#DIV/0!"


def test_a_copy_of_a_sheet_does_not_win_over_the_sheet(tmp_path: Path) -> None:
    def copy(book: openpyxl.Workbook) -> None:
        for name in ("Pegawai", "Unit"):
            backup = book.copy_worksheet(book[name])
            backup.title = f"{name}_"
            backup["B6"] = "LAIN"

    assert _only(_edited(tmp_path, copy), "pegawai")["nama"] == "Budi Contoh"


def test_blanks_are_not_a_person(tmp_path: Path) -> None:
    def type_blanks(book: openpyxl.Workbook) -> None:
        book["Pegawai"]["B20"], book["Rencana"]["C20"] = "  ", "\u00a0"

    reading = _edited(tmp_path, type_blanks)
    assert reading.rows["pegawai"]["baris"] == ["6"]
    assert reading.rows["rencana"]["baris"] == ["6"]


def test_a_remark_beside_an_entry_is_not_its_value(tmp_path: Path) -> None:
    def remark(book: openpyxl.Workbook) -> None:
        book["Unit"]["B14"], book["Unit"]["D14"] = None, "(tanyakan BKD)"

    assert _only(_edited(tmp_path, remark), "unit")["nip_kepala"] == ""


def test_a_form_with_sheets_of_ours_added_is_still_a_form(tmp_path: Path) -> None:
    reading = _edited(tmp_path, lambda book: book.create_sheet("Berkas"))
    assert reading.accepted
    assert not reading.own_output


def test_the_form_of_one_person_is_told_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "skp.xlsx"
    shutil.copy(resource("workbooks", "formulir-skp-ja-jf-kuantitatif-v1.xlsx"), path)
    (finding,) = read_workbook(path).findings
    assert (finding.code, "kinerja himpun" in finding.fix) == ("BRK003", True)
    assert "Formulir SKP seorang pegawai" in finding.message
