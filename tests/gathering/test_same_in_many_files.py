"""The same unknown column in every form of an office is one thing to tell."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kinerja_xl.cli import app
from tests.gathering.foreign import JA_JF, NOMOR, Rows, kepala, tulis
from tests.workbooks import nip

HEADER = (*JA_JF[:4], "Indikator Kinerja Indvidu", "TARGET", "Output Antara")
ROWS: Rows = [
    ["A. UTAMA"],
    [1, "Layanan baik", "Surat dilayani", "Kuantitas", "Jumlah surat", "60 Surat", "draf"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "formulir"
    made.mkdir()
    for n in range(1, 6):
        tulis(made, {"SKP": [*kepala(nip=nip(n)), HEADER, (*NOMOR[:6], "(7)"), *ROWS]}, f"skp-{n}.xlsx")
    return made


def run(folder: Path, *words: str) -> Result:
    target = folder.parent / "unit.xlsx"
    return CliRunner().invoke(app, ["himpun", str(folder), "-o", str(target), "--uji-coba", *words])


def test_it_is_told_once_with_the_files(folder: Path) -> None:
    result = run(folder)
    told = result.stdout
    assert "satu per satu: --rinci" in result.stderr
    assert told.count("HMP013") == 1
    assert (
        "Kolom 'Output Antara' tidak dikenali di 5 formulir (skp-1.xlsx, skp-2.xlsx, skp-3.xlsx, dan 2 lainnya)" in told
    )
    assert told.count("HMP022") == 1
    assert "'Indikator Kinerja Indvidu' dibaca sebagai Indikator Kinerja Individu di 5 formulir" in told


def test_one_by_one_where_that_is_asked_for(folder: Path) -> None:
    assert run(folder, "--rinci").stdout.count("HMP013") == 5
    codes = [f["kode"] for f in json.loads(run(folder, "--format", "json").stdout)["temuan"]]
    assert (codes.count("HMP013"), codes.count("HMP022")) == (5, 5)


def test_in_one_form_it_is_told_with_its_cell(folder: Path) -> None:
    for n in range(2, 6):
        (folder / f"skp-{n}.xlsx").unlink()
    told = run(folder).stdout
    assert "SKP!G11: Kolom 'Output Antara' (G11, 1 isian) tidak dikenali" in told
