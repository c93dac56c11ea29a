"""The ribbon and its callbacks: what is committed follows from the buttons, and each part finds its counterpart."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml.etree import fromstring
from pyopenvba.interpreter import NOTHING, Interpreter

from kinerja_xl.ribbon import sources
from kinerja_xl.ribbon.buttons import BUTTONS, Button, Group

TOP = Path(__file__).parents[2]
RIBBON = (TOP / "macros/customUI14.xml").read_text("utf-8")
CALLBACKS = (TOP / "macros/PitaKinerja.bas").read_text("utf-8")
NS = f"{{{sources.NAMESPACE}}}"
TREE = fromstring(RIBBON.encode())
DRAWN = list(TREE.iter(f"{NS}button"))

STUB = """
Public Dikirim As String
Public Hasil As Variant
Public Function RunPython(PythonCommand As String)
    Dikirim = Dikirim & PythonCommand & vbLf
    RunPython = Hasil
End Function
Public Function Terkirim() As String
    Terkirim = Dikirim
End Function
Public Sub Gagalkan()
    Hasil = -1
End Sub
"""


def _with_stub() -> Interpreter:
    vba = Interpreter()
    vba.add_module(STUB, name="xlwings")
    vba.add_module(CALLBACKS, name=sources.MODULE)
    return vba


def test_committed_sources_are_what_the_buttons_give() -> None:
    """Rebuild them with: python -m kinerja_xl.rebuild"""
    assert sources.ribbon_xml() == RIBBON
    assert sources.callbacks() == CALLBACKS


def test_groups_stand_in_the_order_of_the_work() -> None:
    assert [group.get("label") for group in TREE.iter(f"{NS}group")] == [group.value for group in Group]
    assert [tab.get("label") for tab in TREE.iter(f"{NS}tab")] == ["Kinerja"]


def test_ids_are_unique() -> None:
    ids = Counter(element.get("id") for element in TREE.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []


def test_keytips_differ_and_none_begins_another() -> None:
    tips = [button.get("keytip", "") for button in DRAWN]
    assert all(re.fullmatch("[A-Z0-9]{1,3}", tip) for tip in tips)
    assert [(a, b) for i, a in enumerate(tips) for j, b in enumerate(tips) if i != j and b.startswith(a)] == []


@pytest.mark.parametrize("attribute", ["label", "imageMso", "screentip", "supertip", "onAction", "size"])
def test_every_button_says_what_it_is(attribute: str) -> None:
    assert [button.get("id") for button in DRAWN if not button.get(attribute, "").strip()] == []


def test_texts_are_within_what_office_shows() -> None:
    """MS-CUSTOMUI2: a label, a screentip and a supertip have at most 1024 characters, a keytip 3."""
    assert all(len(value) <= 1024 for button in DRAWN for value in button.attrib.values())


def test_each_button_has_its_sub_and_each_sub_its_button() -> None:
    subs = re.findall(r"^Public Sub (\w+)\(control As IRibbonControl\)$", CALLBACKS, re.MULTILINE)
    assert [button.get("onAction") for button in DRAWN] == [f"{sources.MODULE}.{sub}" for sub in subs]
    assert len(subs) == len(BUTTONS)


def test_a_sub_is_named_after_its_button() -> None:
    assert sources.sub_name(BUTTONS[0]._replace(name="buka_kunci")) == "Kinerja_BukaKunci"


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_a_press_runs_the_python_of_its_button(button: Button) -> None:
    vba = _with_stub()
    vba.run(sources.sub_name(button), [NOTHING])
    sent = str(vba.run("Terkirim", []))
    assert sent == f"from kinerja_xl.hosts import excel; excel.press('{button.name}')\n"
    assert '"' not in sent
    ast.parse(sent)


def test_after_a_failure_nothing_more_is_done() -> None:
    vba = _with_stub()
    vba.run("Gagalkan", [])
    vba.run("Kinerja_Periksa", [NOTHING])
    assert str(vba.run("Terkirim", [])).count("\n") == 1
