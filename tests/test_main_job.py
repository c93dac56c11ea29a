"""The main job as a person runs it: example workbooks in; one master, findings and letters out; and all of it adds up."""

import json
from pathlib import Path

import pytest

from kinerja_xl.examples.write import ROSTER
from tests.test_cli import kinerja
from tests.workbooks import grid, records

Place = tuple[str, str, str, str]


def _places(master: Path) -> set[Place]:
    rows = records(master, "Temuan", "No.")
    return {
        (str(r["Berkas"]), str(r["Lembar"]), "" if r["Sel"] == "buka" else str(r["Sel"]), str(r["Kode"]))
        for r in rows
        if r["Tingkat"] in ("galat", "peringatan")
    }


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with example workbooks with defects, their master and letters."""
    folder = tmp_path_factory.mktemp("kerja")
    consolidate = ("konsolidasi", folder / "d", "-o", folder / "m.xlsx", "--daftar", folder / "d" / ROSTER)
    assert kinerja("contoh", folder / "d", "--unit", 8, "--benih", 7, "--tahun", 2026, "--cacat").returncode == 0
    assert kinerja(*consolidate, "--surat", folder / "s").returncode == 1
    return folder


def test_every_planted_defect_is_found_and_none_invented(job: Path) -> None:
    planted = json.loads((job / "d" / "cacat.json").read_text("utf-8"))
    told_only = {"DIS004", "DIS005", "NIL013", "NIL015", "REA016", "PRL006", "PRL007", "FRM005", "FRM010"}
    assert len(planted) > 130
    assert {"GAB003", "GAB004"} < {d["code"] for d in planted}
    expected = {(d["file"], d["sheet"], d["cell"], d["code"]) for d in planted if d["code"] not in told_only}
    assert _places(job / "m.xlsx") == expected


def test_people_and_files_add_up(job: Path) -> None:
    recapped = records(job / "m.xlsx", "Rekap Pegawai", "No.")
    states = [r["Keadaan"] for r in records(job / "m.xlsx", "Rekonsiliasi", "Keadaan")]
    units = records(job / "m.xlsx", "Rekap Unit", "No.")
    files = records(job / "m.xlsx", "Berkas", "No.")
    read = sum(float(str(r["Pegawai"])) for r in files)
    assert read == len(recapped) + states.count("Ditolak")
    assert sum(float(str(r["Diterima"])) for r in units) == len(recapped)
    assert len(files) == len(list((job / "d").glob("*.xlsx")))
    assert [r["Status"] for r in files].count("Ditolak") == states.count("Berkas ditolak")
    summary = [str(cell) for row in grid(job / "m.xlsx", "Ringkasan") for cell in row]
    assert "PERIKSA" not in summary


def test_letters_equal_index_and_master(job: Path) -> None:
    rated = [r for r in records(job / "m.xlsx", "Rekap Pegawai", "No.") if r["Predikat Kinerja"]]
    index = records(job / "s" / "indeks-surat.xlsx", "Indeks Surat", "No.")
    assert len(list((job / "s").rglob("*.docx"))) == len(rated)
    assert {r["NIP"] for r in index if r["Status"] == "dibuat"} == {r["NIP"] for r in rated}
    assert len(index) == len(records(job / "m.xlsx", "Rekap Pegawai", "No."))


def test_the_same_set_without_defects_is_clean(tmp_path: Path) -> None:
    kinerja("contoh", tmp_path / "d", "--unit", 8, "--benih", 7, "--tahun", 2026)
    done = kinerja("konsolidasi", tmp_path / "d", "-o", tmp_path / "m.xlsx", "--daftar", tmp_path / "d" / ROSTER)
    assert done.returncode == 0
    assert "Tidak ada temuan" in done.stdout
    assert records(tmp_path / "m.xlsx", "Rekonsiliasi", "Keadaan") == []


def test_coba_ends_with_everything_and_says_what_to_open(tmp_path: Path) -> None:
    done = kinerja("coba", tmp_path / "hasil")
    assert done.returncode == 0
    assert "Buka dahulu" in done.stdout
    assert (tmp_path / "hasil" / "master.xlsx").is_file()
    assert len(list((tmp_path / "hasil" / "unit").glob("*.xlsx"))) == 9
    letters = list((tmp_path / "hasil" / "surat").rglob("*.docx"))
    assert f"{len(letters)} surat ditulis" in done.stdout
    again = kinerja("coba", tmp_path / "hasil")
    assert again.returncode == 2
    assert "sudah berisi" in again.stderr
