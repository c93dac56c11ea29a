"""The file kinerja.xlam: built from the sources, twice the same, with the parts and the shape that Excel expects."""

import io
import re
import struct
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path

import olefile
import pytest
from lxml.etree import fromstring
from oletools.olevba import VBA_Parser, decompress_stream

from kinerja_xl.ribbon import addin, sources

TOP = Path(__file__).parents[2]
SHIPPED = TOP / "workbooks/kinerja.xlam"
OURS = ("PitaKinerja", "KINERJA", "ThisWorkbook")
END_OF_DIR, VERSION, COMPATIBLE = 0x10, 0x09, 0x4A


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def _part(name: str) -> bytes:
    with zipfile.ZipFile(SHIPPED) as package:
        return package.read(name)


def _project(package: bytes) -> olefile.OleFileIO:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return olefile.OleFileIO(parts.read("xl/vbaProject.bin"))


def _records(project: olefile.OleFileIO) -> list[int]:
    """Kinds of the records in the dir stream (MS-OVBA 2.3.4.2), in their order."""
    data = bytes(decompress_stream(bytearray(project.openstream("VBA/dir").read())))
    kinds: list[int] = []
    at = 0
    while END_OF_DIR not in kinds:
        kind, size = struct.unpack_from("<HI", data, at)
        kinds.append(kind)
        at += 6 + (6 if kind == VERSION else size)
    return kinds


@pytest.fixture(scope="module")
def read_back() -> dict[str, str]:
    parser = VBA_Parser(str(SHIPPED))
    found = {name: code for _, _, name, code in parser.extract_macros()}
    parser.close()
    return {Path(name).stem: code for name, code in found.items()}


def test_the_shipped_addin_is_what_is_built_and_twice_the_same() -> None:
    """Rebuild it with: python -m kinerja_xl.rebuild"""
    first = addin.build()
    assert first == addin.build()
    assert _parts(first) == _parts(SHIPPED.read_bytes())  # another zlib may pack the same parts otherwise


def test_the_modules_are_read_back_as_they_were_written(read_back: dict[str, str]) -> None:
    written = addin.modules()
    assert set(read_back) == {*written, "ThisWorkbook", "Sheet1"}
    for name in ("PitaKinerja", "KINERJA", "xlwings"):
        assert read_back[name].splitlines() == written[name].splitlines(), name
    source = (TOP / "macros/ThisWorkbook.cls").read_text("utf-8")
    assert read_back["ThisWorkbook"].splitlines()[-3:] == source.splitlines()


def test_macros_are_in_the_code_page_with_line_ends_of_windows() -> None:
    for text in addin.modules().values():
        assert text.encode("cp1252").count(b"\n") == text.count("\r\n")


def test_a_class_has_the_base_that_excel_needs_and_no_export_header(read_back: dict[str, str]) -> None:
    code = read_back["Dictionary"]
    assert 'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"' in code
    assert not code.startswith("VERSION")


def test_xlwings_knows_the_addin_as_kinerja(read_back: dict[str, str]) -> None:
    assert 'Public Const PROJECT_NAME As String = "kinerja"' in read_back["xlwings"]
    assert "myaddin" not in read_back["xlwings"]


def test_the_project_has_another_name_than_its_modules(read_back: dict[str, str]) -> None:
    text = _project(SHIPPED.read_bytes()).openstream("PROJECT").read().decode("cp1252")
    named = re.search('^Name="(.*)"', text, re.MULTILINE)
    assert named
    assert named[1].strip().lower() not in {name.lower() for name in read_back}


def test_code_names_of_the_workbook_are_those_of_the_document_modules() -> None:
    assert b'<workbookPr codeName="ThisWorkbook"' in _part("xl/workbook.xml")
    assert b'codeName="Sheet1"' in _part("xl/worksheets/sheet1.xml")
    text = _project(SHIPPED.read_bytes()).openstream("PROJECT").read()
    assert re.findall(rb"^Document=(\w+)/", text, re.MULTILINE) == [b"ThisWorkbook", b"Sheet1"]


def test_the_project_is_shaped_as_the_addin_of_xlwings() -> None:
    ours = _project(SHIPPED.read_bytes())
    theirs = _project(resources.files("xlwings").joinpath("addin", "xlwings.xlam").read_bytes())
    fixed = [
        {"/".join(path) for path in project.listdir() if path[0] != "VBA" or path[1] in ("_VBA_PROJECT", "dir")}
        for project in (ours, theirs)
    ]
    assert fixed[0] == fixed[1]
    heads = [[kind for kind in _records(project) if kind != COMPATIBLE] for project in (ours, theirs)]
    until = [kinds.index(0x19) for kinds in heads]
    assert heads[0][: until[0]] == heads[1][: until[1]]
    assert {tuple(module) for module in _modules(heads[0])} == {tuple(module) for module in _modules(heads[1])}


def _modules(kinds: list[int]) -> list[list[int]]:
    starts = [at for at, kind in enumerate(kinds) if kind == 0x19]
    return [kinds[start:end] for start, end in zip(starts, [*starts[1:], -1], strict=True)]


def test_the_package_names_the_ribbon_and_the_macros() -> None:
    assert _part(addin.RIBBON_PART).decode() == sources.ribbon_xml()
    targets = {element.get("Type"): element.get("Target") for element in fromstring(_part("_rels/.rels"))}
    assert targets[addin.RIBBON_TYPE] == addin.RIBBON_PART
    book = {element.get("Type"): element.get("Target") for element in fromstring(_part("xl/_rels/workbook.xml.rels"))}
    assert book["http://schemas.microsoft.com/office/2006/relationships/vbaProject"] == "vbaProject.bin"


def test_the_package_has_the_content_types_of_an_addin() -> None:
    found = {
        e.get("Extension") or e.get("PartName"): e.get("ContentType") for e in fromstring(_part("[Content_Types].xml"))
    }
    assert found["/xl/workbook.xml"] == "application/vnd.ms-excel.addin.macroEnabled.main+xml"
    assert found["xml"] == "application/xml"
    assert "application/vnd.ms-office.vbaProject" in (found.get("bin"), found.get("/xl/vbaProject.bin"))


def test_the_properties_name_the_project_and_no_person() -> None:
    core = fromstring(_part("docProps/core.xml"))
    assert [element.text for element in core if "creator" in element.tag or "odified" in element.tag] == ["kinerja_xl"]
    assert [name for name, data in _parts(SHIPPED.read_bytes()) if b"<Manager>" in data or b"absPath" in data] == []


def test_nothing_of_xlwings_pro_is_inside(read_back: dict[str, str]) -> None:
    assert not {"License", "Remote", "Extensions"} & set(read_back)


def test_the_linter_finds_nothing() -> None:
    """Nothing at all in our own modules, no error in the whole add-in."""
    command = [sys.executable, "-m", "pyvbaanalysis"]
    ours = [argument for name in OURS for argument in ("--only", name)]
    for options in ([*ours, "--fail-level", "information"], ["--fail-level", "error"]):
        done = subprocess.run([*command, *options, SHIPPED], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
