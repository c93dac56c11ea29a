"""``Addons.xcu``: toolbar, menu and the tab "Extension" of the notebookbar, made from the list of buttons."""

from xml.sax.saxutils import escape

from kinerja_xl.hosts.libreoffice.icons import SIZES
from kinerja_xl.ribbon.buttons import BUTTONS, TAB, Button

PROTOCOL = "id.go.kinerja.xl:"
CALC = "com.sun.star.sheet.SpreadsheetDocument"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="Addons" oor:package="org.openoffice.Office">
"""


def addons() -> str:
    """The whole file."""
    menu = _node("id.go.kinerja.menu", _prop("Title", f"~{TAB}") + _prop("Context", CALC), f'<node oor:name="Submenu">\n{_entries()}</node>\n')  # fmt: skip
    parts = (
        ("OfficeMenuBar", menu),
        ("OfficeToolBar", _node("id.go.kinerja.toolbar", _entries())),
        ("OfficeNotebookBar", _node("id.go.kinerja.notebookbar", _entries(_prop("Style", "text")))),
        ("Images", "".join(_images(button) for button in BUTTONS)),
    )
    nodes = "".join(f'<node oor:name="{name}">\n{content}</node>\n' for name, content in parts)
    return f'{HEAD}<node oor:name="AddonUI">\n{nodes}</node>\n</oor:component-data>\n'


def _entries(more: str = "") -> str:
    """One entry a button; a line between the groups."""
    lines: list[str] = []
    for i, button in enumerate(BUTTONS):
        if i and button.group != BUTTONS[i - 1].group:
            lines.append(_node(f"m{i:02d}garis", _prop("URL", "private:separator")))
        said = _prop("URL", PROTOCOL + button.name) + _prop("Title", button.label) + _prop("Target", "_self")
        lines.append(_node(f"m{i:02d}tombol", said + _prop("Context", CALC) + more))
    return "".join(lines)


def _images(button: Button) -> str:
    small, big = (_prop(f"Image{name}URL", f"%origin%/icons/{button.name}_{size}.png") for name, size in zip(("Small", "Big"), SIZES, strict=True))  # fmt: skip
    pictures = f'<node oor:name="UserDefinedImages">{small}{big}</node>'
    return _node(f"id.go.kinerja.img.{button.name}", _prop("URL", PROTOCOL + button.name), pictures)


def _node(name: str, *content: str) -> str:
    return f'<node oor:name="{name}" oor:op="replace">{"".join(content)}</node>\n'


def _prop(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:type="xs:string"><value>{escape(value)}</value></prop>'
