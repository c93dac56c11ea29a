"""What travels: the wheel holds the forms, templates and regulations, and the shipped files are what the program builds."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.rebuild import standard_files
from kinerja_xl.resources import resource

TOP = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, TOP],
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_everything_the_program_reads(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for folder in ("workbooks", "macros", "templates"):
        for path in (p for p in (TOP / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"):
            assert f"kinerja_xl/_data/{path.relative_to(TOP).as_posix()}" in names
    for path in (TOP / "kinerja_xl").rglob("*.toml"):
        assert path.relative_to(TOP).as_posix() in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_no_tests_and_no_left_overs(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if name.startswith("tests/") or name.endswith((".pyc", ".tmp"))]


def _meaning(data: bytes) -> dict[str, object]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = {
        (s.title, c.coordinate): (c.value, c.number_format, c.protection.locked)
        for s in book
        for row in s.iter_rows()
        for c in row
        if c.value is not None
    }
    rules = {
        s.title: sorted((str(d.sqref), str(d.formula1), str(d.prompt)) for d in s.data_validations.dataValidation)
        for s in book
    }
    colours = {
        s.title: sorted(
            (str(area.sqref), str(rule.formula)) for area in s.conditional_formatting for rule in area.rules
        )
        for s in book
    }
    areas = {
        s.title: (s.print_area, s.print_title_rows, s.freeze_panes, s.protection.sheet, s.sheet_state) for s in book
    }
    return {"cells": cells, "rules": rules, "colours": colours, "areas": areas}


@pytest.mark.parametrize("name", [n for n in standard_files() if n.endswith(".xlsx")])
def test_shipped_workbooks_are_what_is_built(name: str) -> None:
    """Rebuild them with: python -m kinerja_xl.rebuild"""
    assert _meaning((TOP / name).read_bytes()) == _meaning(standard_files()[name])


def test_shipped_letters_are_what_is_built() -> None:
    for name, data in standard_files().items():
        if name.endswith(".docx"):
            assert (TOP / name).read_bytes() == data


def test_resources_are_found() -> None:
    assert resource("templates", "surat-hasil-evaluasi.docx").is_file()
    with pytest.raises(FileNotFoundError, match="pasang ulang"):
        resource("templates", "tidak-ada.docx")


def test_no_path_or_host_of_a_machine_in_the_project() -> None:
    wanted = re.compile(rb"/(?:work|root|home)/\w+/|/tmp/\w")
    listed = subprocess.run(["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=False).stdout.split()
    found = [
        name
        for name in listed
        if name.endswith((".py", ".md", ".toml", ".lock")) and wanted.search((TOP / name).read_bytes())
    ]
    assert [name for name in found if name != "tests/test_packaging.py"] == []
