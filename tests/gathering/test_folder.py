"""What else lies in a folder of forms: a roster, a pipe, a table far too large. Each is named for what it is, nothing waits."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.sources import find_forms
from tests.workbooks import Unit, nip

ROSTER = f"Kode Unit;Nama Unit;NIP;Nama\nUJI-01;KELURAHAN UJI;{nip(1)};Budi\n"
FORM = (
    f"SASARAN KINERJA PEGAWAI 2026\nNIP;{nip(1)};Nama;Budi\nUnit Kerja;UJI;Kode;1\n\nNo;RHK;Indikator;Target\n1;a;b;2\n"
)


def test_a_roster_is_passed_over_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "daftar-pegawai.csv").write_text(ROSTER, encoding="utf-8-sig")
    (tmp_path / "skp.csv").write_text(FORM, encoding="utf-8")
    found = find_forms([tmp_path])
    assert [source.name for source in found.forms] == ["skp.csv"]
    assert found.passed == (("daftar-pegawai.csv", "daftar pegawai, bukan formulir pegawai"),)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_no_file_to_wait_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")
    assert find_sources([tmp_path]).files == ()
    assert find_forms([tmp_path / "pipa.xlsx"]).forms == ()


TABLES = {
    "rows": ("1;2\n" * 20_001, "memuat 20.001 baris"),
    "columns": ("a;" * 300 + "\n", "memuat 301 kolom"),
    "a quote that never ends": ('"' + "x" * 200_000, "tanda kutip"),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_no_form_says_why(name: str, tmp_path: Path) -> None:
    text, what = TABLES[name]
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    (found,) = read_form(path).findings
    assert (found.code, what in found.message, "rusak" in found.message) == ("HMP048", True, False)


def test_only_unit_workbooks_to_carry_over_is_said(tmp_path: Path) -> None:
    (tmp_path / "lama").mkdir()
    Unit().person(nip(1)).write(tmp_path / "lama")
    (tmp_path / "daftar.csv").write_text(ROSTER, encoding="utf-8")
    command = [
        "formulir",
        "skp",
        "--daftar",
        tmp_path / "daftar.csv",
        "-o",
        tmp_path / "baru",
        "--lanjutan",
        tmp_path / "lama",
    ]
    result = CliRunner().invoke(app, [str(word) for word in command])
    assert result.exit_code == 0
    assert "Buku Kerja Unit, bukan formulir pegawai." in result.stderr
    assert "Tidak ada formulir lama" in result.stderr
