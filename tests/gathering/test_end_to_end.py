"""The whole way: forms for 30 people, typed, gathered, checked, consolidated; the master is that of typing into the unit workbook."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.examples.staff_forms import staff_forms
from kinerja_xl.examples.units import ExampleUnit, make_units
from kinerja_xl.examples.write import ROSTER, roster, roster_rows, unit_bytes
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.set_cells import with_cells
from kinerja_xl.forms.skp.fill import typed_cells
from kinerja_xl.periods import Periode
from tests.workbooks import TAHUN, grid

PEOPLE = 30
OF_SUPERVISOR = ("pegawai", "pengembangan")
"""What is no part of a staff form: the list of people comes from the roster, training is the supervisor's."""
OWN = {"Berkas": ("SHA-256", "Ukuran (byte)")}
"""Columns of the master that differ with every file."""


def run(*command: str | Path) -> str:
    result = CliRunner().invoke(app, [str(word) for word in command])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def unit() -> ExampleUnit:
    return make_units(tahun=TAHUN, periode=Periode.TW2, benih=7, unit=1, pegawai=PEOPLE)[0]


@pytest.fixture(scope="module")
def folder(unit: ExampleUnit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two ways to the same unit: ``langsung`` typed into the unit workbook, ``dihimpun`` from the staff's forms."""
    top = tmp_path_factory.mktemp("tiga-puluh")
    (top / ROSTER).write_bytes(roster(roster_rows([unit])))
    (top / "langsung").mkdir()
    (top / "langsung" / "unit.xlsx").write_bytes(unit_bytes(unit.content, TAHUN))
    run("formulir", "skp", "--daftar", top / ROSTER, "-o", top / "formulir", "--tahun", str(TAHUN))
    _type(unit, top / "formulir")
    (top / "dihimpun").mkdir()
    entries = {key: text for key, text in unit.content.unit.items() if not key.startswith("capaian_")}
    rows = {table: unit.content.rows[table] for table in OF_SUPERVISOR}
    blank = fill_unit_workbook(blank_unit_workbook(PEOPLE, TAHUN), UnitContent(entries, rows))
    (top / "dihimpun" / "unit.xlsx").write_bytes(blank)
    return top


def _type(unit: ExampleUnit, forms: Path) -> None:
    """Type everybody's work into their form, cell by cell, as another program does."""
    files = {path.stem.rsplit("-", 1)[-1]: path for path in forms.rglob("*.xlsx")}
    assert len(files) == PEOPLE
    for who, varian, content in staff_forms(unit.content):
        package = files[who].read_bytes()
        for sheet, values in typed_cells(varian, content).items():
            if values:
                package = with_cells(package, sheet, values)
        files[who].write_bytes(package)


def cells(master: Path, sheet: str) -> list[list[object]]:
    """The cells of a sheet of a master without what differs with every file."""
    rows = grid(master, sheet)
    header = next((row for row in rows if "SHA-256" in row), [])
    left_out = {i for i, text in enumerate(header) if text in OWN.get(sheet, ())}
    return [[cell for i, cell in enumerate(row) if i not in left_out] for row in rows]


@pytest.fixture(scope="module")
def told(folder: Path) -> str:
    """What the first gathering said."""
    return run("himpun", folder / "formulir", "-o", folder / "dihimpun" / "unit.xlsx")


def test_the_master_is_that_of_typing_into_the_unit_workbook(folder: Path, told: str) -> None:
    assert "30 = 30 dihimpun + 0 sama + 0 ditolak" in told
    assert "0 berbeda + 0 tanpa tempat" in told
    assert "Tidak ada temuan" in told
    for way in ("langsung", "dihimpun"):
        assert "Tidak ada temuan" in run("periksa", folder / way / "unit.xlsx")
        run("konsolidasi", folder / way / "unit.xlsx", "-o", folder / f"{way}.xlsx")
    sheets = (
        "Ringkasan",
        "Rekap Pegawai",
        "Rekap Unit",
        "Distribusi",
        "Temuan",
        "Rekonsiliasi",
        "Tindak Lanjut",
        "Angka Kredit",
        "Berkas",
    )
    found = {sheet: cells(folder / "dihimpun.xlsx", sheet) for sheet in sheets}
    expected: Mapping[str, list[list[object]]] = {sheet: cells(folder / "langsung.xlsx", sheet) for sheet in sheets}
    assert len(expected["Rekap Pegawai"]) > PEOPLE
    assert found == expected


@pytest.mark.usefixtures("told")
def test_a_second_gathering_changes_nothing(folder: Path) -> None:
    target = folder / "dihimpun" / "unit.xlsx"
    before = target.read_bytes()
    assert "sudah sesuai, tidak ditulis" in run("himpun", folder / "formulir", "-o", target)
    assert target.read_bytes() == before
