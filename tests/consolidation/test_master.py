import os
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation import master_parquet, master_sheets
from kinerja_xl.consolidation.master import MasterError, write_master
from kinerja_xl.consolidation.schema import SHEETS, Column, Format
from tests.consolidation.master_example import Row, empty, frame, konsolidasi, with_frames

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")  # openpyxl: solid data bars
NUMBERS = {Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL}
HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "{=1}",
    "https://contoh.go.id",
    "0081",
    "1e5",
    "TRUE",
    "_x0041_",
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("master") / "master.xlsx"
    write_master(konsolidasi(), path)
    return path


def rows_of(path: Path, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def written(tmp_path: Path, sheet: str, rows: list[Row]) -> Path:
    path = tmp_path / "master.xlsx"
    write_master(with_frames(konsolidasi(), {sheet: frame(sheet, rows)}), path)
    return path


def expected(value: object, column: Column) -> object:
    if value is None or value != value:  # noqa: PLR0124 - not a number
        return ""
    return pytest.approx(value) if column.format in NUMBERS else value


def test_sheets_stand_in_order(book: Path) -> None:
    assert CalamineWorkbook.from_path(book).sheet_names == ["Ringkasan", *SHEETS]


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_holds_its_frame(book: Path, name: str) -> None:
    title, help_text, _, headers, *data = rows_of(book, name)
    assert title[0] == f"{name} - Triwulan II Tahun 2026".upper()
    assert help_text[0].endswith(".")
    assert headers == [column.header for column in SHEETS[name]]
    values = konsolidasi().frames[name].to_dict("records")
    assert len(data) == len(values)
    for row, record in zip(data, values, strict=True):
        assert row == [expected(record[c.key], c) for c in SHEETS[name]]


def test_nip_and_dates_keep_their_types(book: Path) -> None:
    row = rows_of(book, "Rekap Pegawai")[4]
    keys = [column.key for column in SHEETS["Rekap Pegawai"]]
    assert row[keys.index("nip")] == "198501012010011001"
    assert row[keys.index("tanggal")] == date(2026, 7, 1)


def test_same_consolidation_gives_same_bytes(book: Path, tmp_path: Path) -> None:
    again = tmp_path / "lain.xlsx"
    write_master(konsolidasi(), again)
    assert again.read_bytes() == book.read_bytes()


def test_made_on_the_last_day_of_the_period(book: Path) -> None:
    properties = load_workbook(book).properties
    assert properties.created is not None
    assert properties.created.date() == date(2026, 6, 30)
    assert properties.title == "Master Kinerja Pegawai - Triwulan II Tahun 2026"
    assert properties.subject == "Rekap evaluasi kinerja pegawai, 1 APRIL S.D. 30 JUNI TAHUN 2026"
    assert properties.description == "119 pegawai dari 8 berkas; lembar Ringkasan menjelaskan isinya."


def test_headers_stay_in_sight_and_repeat_in_print(book: Path) -> None:
    for sheet in load_workbook(book).worksheets[1:]:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("5")
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.auto_filter.ref is not None
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"


def test_text_of_a_workbook_stays_text(tmp_path: Path) -> None:
    keys = ("nama", "umpan_balik_hasil", "capaian")
    path = written(tmp_path, "Rekap Pegawai", [{"no": 1, "nip": "1", **dict.fromkeys(keys, text)} for text in HOSTILE])
    cells = load_workbook(path)["Rekap Pegawai"]
    places = [number for number, column in enumerate(SHEETS["Rekap Pegawai"]) if column.key in keys]
    for row, text in enumerate(HOSTILE, start=4):
        assert [rows_of(path, "Rekap Pegawai")[row][place] for place in places] == [text] * 3
        for cell in (cells.cell(row + 1, place + 1) for place in places):
            assert (cell.data_type, cell.hyperlink, cell.quotePrefix) == ("s", None, text.startswith(tuple("=+-@")))


def test_text_on_the_summary_stays_text(tmp_path: Path) -> None:
    k = konsolidasi(1, 2)
    units = k.frames["Rekap Unit"].assign(nama_unit="=1+1", instansi="@x", kurva="+y", capaian_organisasi="-z")
    write_master(with_frames(k, {"Rekap Unit": units}), tmp_path / "master.xlsx")
    with zipfile.ZipFile(tmp_path / "master.xlsx") as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    cells = [cell for row in load_workbook(tmp_path / "master.xlsx")["Ringkasan"] for cell in row]
    assert [cell.quotePrefix for cell in cells if cell.value in ("=1+1", "+y", "-z")] == [True] * 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("dua\x00\x0b\x1f kata", "dua kata"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("rusak\ud800\ufffe", "rusak"),
        ("  tepi  ", "  tepi  "),
        ("Ærø 😀 <b>&amp;", "Ærø 😀 <b>&amp;"),
    ],
)
def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path, text: str, shown: str) -> None:
    path = written(tmp_path, "Tindak Lanjut", [{"no": 1, "nip": "1", "rekomendasi": text}])
    assert rows_of(path, "Tindak Lanjut")[4][7] == shown


@pytest.mark.parametrize(("text", "length"), [("x" * 40_000, "40.000"), ("😀" * 20_000, "20.000")])
def test_text_longer_than_a_cell_is_cut_visibly(tmp_path: Path, text: str, length: str) -> None:
    path = written(tmp_path, "Tindak Lanjut", [{"no": 1, "nip": "1", "rekomendasi": text}])
    shown = rows_of(path, "Tindak Lanjut")[4][7]
    assert shown.endswith(f" … [dipotong dari {length} karakter]")
    assert 32_700 < len(shown.encode("utf-16-le")) // 2 <= 32_767


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT, ""])
def test_missing_is_an_empty_cell(tmp_path: Path, missing: object) -> None:
    row = {"no": 1, "nip": "1", "capaian": missing, "tanggal": missing, "nama": missing}
    cells = load_workbook(written(tmp_path, "Rekap Pegawai", [row]))["Rekap Pegawai"]
    assert [cells.cell(5, place).value for place in (5, 16, 22)] == [None, None, None]


def test_an_infinite_number_does_not_break_the_master(tmp_path: Path) -> None:
    path = written(tmp_path, "Rekap Pegawai", [{"no": 1, "nip": "1", "capaian": float("inf")}])
    assert rows_of(path, "Rekap Pegawai")[4][15] == "inf"


@pytest.mark.parametrize("name", SHEETS)
def test_an_empty_sheet_says_so_with_numbers(tmp_path: Path, name: str) -> None:
    path = tmp_path / "master.xlsx"
    write_master(with_frames(konsolidasi(), {name: frame(name, [])}), path)
    rows = rows_of(path, name)
    assert len(rows) == 4
    assert rows[1][0].startswith(("Tidak ada", "Belum ada"))
    assert rows[3] == [column.header for column in SHEETS[name]]


def test_no_findings_tells_how_much_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    write_master(with_frames(konsolidasi(people=1_233), {"Temuan": frame("Temuan", [])}), path)
    assert rows_of(path, "Temuan")[1][0] == "Tidak ada temuan: 1.234 baris pegawai pada 9 berkas diperiksa."


def test_nothing_at_all_is_still_a_master(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    write_master(empty(), path)
    assert CalamineWorkbook.from_path(path).sheet_names == ["Ringkasan", *SHEETS]


def test_too_many_rows_are_refused_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_parquet, "MOST_ROWS", 118)
    monkeypatch.setattr(master_parquet, "find_spec", lambda _: None)
    with pytest.raises(
        MasterError, match=r"Lembar Rekap Pegawai akan berisi 119 baris; .* 118\. Konsolidasikan per bagian"
    ):
        write_master(konsolidasi(), tmp_path / "master.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_failing_write_leaves_the_old_master_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "master.xlsx"
    path.write_bytes(b"lama")

    def fail(_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(master_sheets.DataSheet, "write", fail)
    with pytest.raises(RuntimeError):
        write_master(konsolidasi(), path)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_master_open_in_excel_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "master.xlsx"
    path.write_bytes(b"lama")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MasterError, match=r"^master\.xlsx tidak dapat diganti, mungkin sedang dibuka di Excel\. .*$"):
        write_master(konsolidasi(), path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"lama"


def test_a_missing_folder_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(MasterError, match=r"^Folder .*hilang tidak ada\. Buat dahulu foldernya"):
        write_master(konsolidasi(), tmp_path / "hilang" / "master.xlsx")


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_still_leads_to_the_master(tmp_path: Path) -> None:
    """Who opens the file itself must not find the one of yesterday."""
    there, link = tmp_path / "bersama" / "master.xlsx", tmp_path / "master.xlsx"
    there.parent.mkdir()
    there.write_bytes(b"lama")
    link.symlink_to(there)
    write_master(konsolidasi(), link)
    assert link.is_symlink()
    assert there.read_bytes() != b"lama"
    assert [p.name for p in there.parent.iterdir()] == ["master.xlsx"]


def test_an_old_master_is_replaced(tmp_path: Path, book: Path) -> None:
    path = tmp_path / "master.xlsx"
    path.write_bytes(b"lama")
    write_master(konsolidasi(), path)
    assert path.read_bytes() == book.read_bytes()
