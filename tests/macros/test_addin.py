"""The add-in holds what the texts say, in the shape in which xlwings' own add-in holds it; ribbon, macros and functions agree."""

import io
import re
import zipfile
from pathlib import Path

import olefile
import pytest
import xlwings
from lxml import etree
from oletools.olevba import VBA_Parser

from kinerja_xl.hosts.excel_addin import addin, xlwings_text
from kinerja_xl.rebuild import macro_texts
from kinerja_xl.resources import resource
from kinerja_xl.ribbon.buttons import BUTTONS, Group
from kinerja_xl.ribbon.macro_text import RIBBON_NS
from kinerja_xl.ribbon.press import MODULES, function_of

TOP = Path(__file__).parents[2]
MACROS = TOP / "macros"
ADDIN = TOP / "workbooks" / "kinerja.xlam"
OFFICE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@pytest.fixture(scope="module")
def ribbon() -> etree._Element:
    return etree.fromstring((MACROS / "customUI14.xml").read_bytes())


@pytest.fixture(scope="module")
def modules() -> dict[str, str]:
    """The modules of the shipped add-in as another program reads them."""
    parser = VBA_Parser(str(ADDIN))
    try:
        return {name: code for _, _, name, code in parser.extract_all_macros()}
    finally:
        parser.close()


def subs(text: str) -> dict[str, str]:
    """The public callbacks of a module and the button that each names."""
    found = re.findall(
        r'^Public Sub (\w+)\(control As IRibbonControl\)\n    Tekan "(\w+)"\nEnd Sub$', text, re.MULTILINE
    )
    return dict(found)


def test_the_texts_are_those_of_the_list_of_buttons() -> None:
    """Make them again with: python -m kinerja_xl.rebuild"""
    for name, data in macro_texts().items():
        assert (TOP / name).read_bytes() == data


def test_the_shipped_addin_is_what_is_built() -> None:
    first = addin(MACROS)
    assert first == addin(MACROS)
    assert ADDIN.read_bytes() == first
    assert resource("workbooks", "kinerja.xlam") == ADDIN


def test_the_ribbon_is_well_formed_for_excel(ribbon: etree._Element) -> None:
    assert ribbon.tag == f"{{{RIBBON_NS}}}customUI"
    ids = [element.get("id") for element in ribbon.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [group.get("label") for group in ribbon.iter(f"{{{RIBBON_NS}}}group")] == [str(group) for group in Group]
    buttons = list(ribbon.iter(f"{{{RIBBON_NS}}}button"))
    assert [button.get("label") for button in buttons] == [button.label for button in BUTTONS]
    for button in buttons:
        assert re.fullmatch(r"[A-Z]\w+", button.get("imageMso", ""))
        assert button.get("size") in ("large", "normal")
        assert 0 < len(button.get("screentip", "")) <= 1024
        assert button.get("supertip", "").endswith(".")
    keys = [button.get("keytip", "") for button in buttons]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[A-Z0-9]{1,3}", key) for key in keys)


def test_ribbon_macros_and_functions_agree_both_ways(ribbon: etree._Element) -> None:
    actions = [button.get("onAction", "") for button in ribbon.iter(f"{{{RIBBON_NS}}}button")]
    found = subs((MACROS / "PitaKinerja.bas").read_text("cp1252"))
    assert [f"PitaKinerja.{name}" for name in found] == actions
    assert list(found.values()) == list(MODULES)
    assert all(callable(function_of(name)) for name in found.values())


def test_another_program_reads_the_modules_back(modules: dict[str, str]) -> None:
    def plain(text: str) -> str:
        return "\n".join(line for line in text.splitlines() if not line.startswith("Attribute VB_")).strip()

    assert plain(modules["PitaKinerja.bas"]) == plain((MACROS / "PitaKinerja.bas").read_text("cp1252"))
    assert plain(modules["ThisWorkbook.cls"]) == plain((MACROS / "ThisWorkbook.cls").read_text("cp1252"))
    assert plain(modules["xlwings.bas"]) == plain(xlwings_text())
    assert 'PROJECT_NAME As String = "kinerja"' in modules["xlwings.bas"]
    assert f'XLWINGS_VERSION As String = "{xlwings.__version__}"' in modules["xlwings.bas"]


def streams(package: Path) -> tuple[set[str], list[str]]:
    """The streams of a VBA project without those of its own modules, and the keys of its project file in order."""
    with zipfile.ZipFile(package) as file:
        project = olefile.OleFileIO(io.BytesIO(file.read("xl/vbaProject.bin")))
    names = {"/".join(path) for path in project.listdir()}
    lines = project.openstream("PROJECT").read().decode("cp1252").splitlines()
    keys = [line.partition("=")[0] for line in lines]
    own = {
        line.partition("=")[2].partition("/")[0]
        for line in lines
        if line.startswith(("Module=", "Class=", "Document="))
    }
    project.close()
    return {name for name in names if name.removeprefix("VBA/") not in own}, [
        key for key in dict.fromkeys(keys) if key not in own
    ]


def test_the_project_has_the_shape_of_the_addin_of_xlwings() -> None:
    theirs = Path(xlwings.__file__).parent / "addin" / "xlwings.xlam"
    assert streams(ADDIN) == streams(theirs)


def test_the_package_says_what_it_holds() -> None:
    with zipfile.ZipFile(ADDIN) as file:
        types = file.read("[Content_Types].xml").decode()
        relations = etree.fromstring(file.read("_rels/.rels"))
        workbook = file.read("xl/workbook.xml").decode()
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        assert file.read("customUI/customUI14.xml") == (MACROS / "customUI14.xml").read_bytes()
    assert "application/vnd.ms-excel.addin.macroEnabled.main+xml" in types
    assert 'Extension="bin" ContentType="application/vnd.ms-office.vbaProject"' in types
    ui = [
        r.get("Target")
        for r in relations
        if (r.get("Type") or "").endswith("office/2007/relationships/ui/extensibility")
    ]
    assert ui == ["customUI/customUI14.xml"]
    assert 'codeName="ThisWorkbook"' in workbook
    assert 'codeName="Sheet1"' in sheet
