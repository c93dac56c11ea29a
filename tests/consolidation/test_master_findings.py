from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation.master import MasterError
from kinerja_xl.consolidation.master_findings import write_findings
from kinerja_xl.consolidation.run import Checked, check_all
from kinerja_xl.consolidation.schema import BERKAS, TEMUAN
from kinerja_xl.forms.read import read_workbook
from tests.workbooks import Unit, nip


def checked(folder: Path) -> tuple[Checked, dict[str, Path]]:
    """A sound workbook, and one that is none."""
    sound, broken = Unit().person(nip(1)).write(folder, "kelurahan uji.xlsx"), folder / "rusak.xlsx"
    broken.write_bytes(b"bukan buku kerja")
    return check_all([read_workbook(sound), read_workbook(broken)]), {path.name: path for path in (sound, broken)}


def test_the_list_has_the_sheets_of_the_master(tmp_path: Path) -> None:
    found, sources = checked(tmp_path)
    write_findings(found, tmp_path / "temuan.xlsx", sources)
    book = CalamineWorkbook.from_path(tmp_path / "temuan.xlsx")
    assert book.sheet_names == ["Temuan", "Berkas"]
    title, _, _, headers, *rows = book.get_sheet_by_name("Temuan").to_python(skip_empty_area=False)
    assert title[0] == "TEMUAN - TRIWULAN II TAHUN 2026"
    assert headers == [column.header for column in TEMUAN]
    assert [(row[2], row[3], row[10]) for row in rows] == [
        (f.code, f.file, f.message)
        for weight in ("galat", "peringatan", "info")
        for f in found.findings
        if f.severity == weight
    ]
    files = book.get_sheet_by_name("Berkas").to_python(skip_empty_area=False)
    assert files[3] == [column.header for column in BERKAS]
    assert [row[1:3] for row in files[4:]] == [["kelurahan uji.xlsx", "Diterima"], ["rusak.xlsx", "Ditolak"]]


def test_same_findings_give_same_bytes(tmp_path: Path) -> None:
    found, sources = checked(tmp_path)
    for name in ("a.xlsx", "b.xlsx"):
        write_findings(found, tmp_path / name, sources)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_without_a_period_the_findings_are_still_written(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    write_findings(check_all([read_workbook(tmp_path / "rusak.xlsx")]), tmp_path / "temuan.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "temuan.xlsx").get_sheet_by_name("Temuan").to_python()
    assert rows[0][0] == "TEMUAN"
    assert len(rows) == 5


def test_no_findings_say_how_much_was_looked_at(tmp_path: Path) -> None:
    write_findings(check_all([]), tmp_path / "temuan.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "temuan.xlsx").get_sheet_by_name("Temuan").to_python()
    assert rows[1][0] == "Tidak ada temuan: 0 baris pegawai pada 0 berkas diperiksa."


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(MasterError, match="tidak ada"):
        write_findings(check_all([]), tmp_path / "hilang" / "temuan.xlsx")
