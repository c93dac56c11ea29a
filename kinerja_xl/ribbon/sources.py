"""Writes the text sources of the add-in that follow from the list of buttons: the ribbon XML and the callbacks in VBA."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from kinerja_xl.ribbon.buttons import BUTTONS, TAB, Button

MODULE = "PitaKinerja"
"""Name of the VBA module; unique, because Excel looks for ``onAction`` in the modules of every open add-in."""
TAB_KEYTIP = "K"
NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"


def sub_name(button: Button) -> str:
    """Name of the Sub that the button calls: ``buka_kunci`` -> ``Kinerja_BukaKunci``."""
    return "Kinerja_" + button.name.title().replace("_", "")


def ribbon_xml() -> str:
    """The part ``customUI14.xml`` of the add-in."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
            f"<customUI xmlns={quoteattr(NAMESPACE)}>",
            "  <ribbon>",
            "    <tabs>",
            f"      <tab {_attributes(id=f'tab{TAB}', label=TAB, keytip=TAB_KEYTIP)}>",
            *_groups(),
            "      </tab>",
            "    </tabs>",
            "  </ribbon>",
            "</customUI>",
            "",
        ]
    )


def callbacks() -> str:
    """The VBA module with one callback a button."""
    head = [
        f'Attribute VB_Name = "{MODULE}"',
        "Option Explicit",
        "",
        "' Dibuat oleh python -m kinerja_xl.rebuild dari daftar tombol; jangan diubah di sini.",
        "' Setiap tombol hanya memanggil Python. Bila gagal, xlwings sudah menampilkan pesannya.",
        "",
    ]
    return "\n".join([*head, *(line for button in BUTTONS for line in _callback(button))])


def python_command(button: Button) -> str:
    """What Python runs for the button; no double quote may stand in it."""
    return f"from kinerja_xl.hosts import excel; excel.press('{button.name}')"


def _groups() -> Iterator[str]:
    for group, buttons in groupby(BUTTONS, key=lambda button: button.group):
        yield f"        <group {_attributes(id='grp' + group.replace(' ', ''), label=group.value)}>"
        yield from (f"          <button {_button(button)}/>" for button in buttons)
        yield "        </group>"


def _button(button: Button) -> str:
    sub = sub_name(button)
    return _attributes(
        id="btn" + sub.removeprefix("Kinerja_"),
        label=button.label,
        size="large" if button.large else "normal",
        imageMso=button.icon,
        keytip=button.keytip,
        screentip=button.screentip,
        supertip=button.supertip,
        onAction=f"{MODULE}.{sub}",
    )


def _attributes(**values: str) -> str:
    return " ".join(f"{name}={quoteattr(value)}" for name, value in values.items())


def _callback(button: Button) -> list[str]:
    return [
        f"Public Sub {sub_name(button)}(control As IRibbonControl)",
        f'    If RunPython("{python_command(button)}") <> 0 Then Exit Sub',
        "End Sub",
        "",
    ]
