"""Files in other formats than .xlsx: what they are, and what to do with them. And workbooks that count days from 1904."""

import re
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.sources import find_forms
from kinerja_xl.package import read_parts, write_parts
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.gathering.test_own_form import CONTENT
from tests.libreoffice import converted
from tests.workbooks import HEAD, Unit

FORM = fill_skp(blank(JA_JF), JA_JF, CONTENT)


@pytest.mark.parametrize(
    ("name", "what"),
    [("kiriman.zip", "ekstrak"), ("skp.fods", "*.xlsx"), ("SKP.RAR", "ekstrak"), ("skp.numbers", "*.xlsx")],
)
@pytest.mark.parametrize("named", [False, True])
def test_what_cannot_be_a_form_is_named_with_what_to_do(tmp_path: Path, name: str, what: str, named: bool) -> None:
    (tmp_path / name).write_bytes(b"apa saja")
    found = find_forms([tmp_path / name if named else tmp_path])
    assert found.forms == ()
    ((passed, reason),) = found.passed
    assert (passed, what in reason) == (name, True)


def _with_opendocument(folder: Path) -> Path:
    path = folder / "skp.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office:document-content/>")
    return path


def test_an_opendocument_is_called_so(tmp_path: Path) -> None:
    path = _with_opendocument(tmp_path)
    (found,) = read_form(path).findings
    assert (found.code, "OpenDocument" in found.message, "*.xlsx" in found.fix) == ("BRK001", True, True)
    (found,) = read_workbook(path).findings
    assert "OpenDocument" in found.message


@pytest.mark.libreoffice
def test_a_real_opendocument(tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(FORM)
    (found,) = read_form(converted(tmp_path / "skp.xlsx", "ods", tmp_path)).findings
    assert "OpenDocument" in found.message


def since_1904(package: bytes) -> bytes:
    """The workbook with the setting of Excel for Mac that moves all its dates by four years and a day."""
    parts = read_parts(package)
    book = re.sub(rb"<workbookPr[^>]*?(/?)>", rb'<workbookPr date1904="1"\1>', parts["xl/workbook.xml"])
    return write_parts(parts | {"xl/workbook.xml": book})


def test_a_form_that_counts_from_1904_is_read_as_it_looks_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(since_1904(FORM))
    form = read_form(tmp_path / "skp.xlsx")
    assert form.rows["penilaian"][0]["tanggal"] == "2030-04-08"
    (found,) = form.findings
    assert (found.code, form.accepted, "1904" in found.message) == ("HMP052", True, True)


def test_a_unit_workbook_that_counts_from_1904_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(FORM)
    before = since_1904(Unit().person(HEAD).bytes())
    (tmp_path / "unit.xlsx").write_bytes(before)
    result = CliRunner().invoke(app, ["himpun", str(tmp_path / "skp.xlsx"), "-o", str(tmp_path / "unit.xlsx")])
    assert "sistem tanggal 1904" in str(result.exception)
    assert (tmp_path / "unit.xlsx").read_bytes() == before
