"""The text of the ribbon and of the macros behind it, made from the list of buttons; ``rebuild`` keeps it in ``macros/``.

A macro does nothing but name the Python function of its button; what went wrong there, Python has told already.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from kinerja_xl.ribbon.buttons import BUTTONS, TAB, Button

MODULE = "PitaKinerja"
"""No other add-in has a module of that name: Excel looks callbacks up among the modules of all add-ins."""
RIBBON_NS = "http://schemas.microsoft.com/office/2009/07/customui"
_KEYTIP = "KJ"
_HEAD = f'''Attribute VB_Name = "{MODULE}"
Option Explicit

' The buttons of the tab {TAB}. Made from kinerja_xl/ribbon/buttons.py by: python -m kinerja_xl.rebuild

'''
_TAIL = f'''
Private Sub Tekan(ByVal nama As String)
    Dim hasil As Variant
    If ActiveWorkbook Is Nothing Then
        MsgBox "Buka dahulu Buku Kerja Unit, lalu tekan tombolnya lagi.", vbInformation, "{TAB}"
        Exit Sub
    End If
    Application.Cursor = xlWait
    hasil = RunPython("from kinerja_xl.hosts import excel; excel.press('" & nama & "')")
    Application.Cursor = xlDefault
    If Not IsEmpty(hasil) Then
        If hasil <> 0 Then
            Application.StatusBar = "{TAB}: tombol tidak selesai; pasang ulang dengan perintah: kinerja pasang excel"
        End If
    End If
End Sub
'''


def ribbon_xml() -> str:
    """The ribbon: one tab, its groups in the order of the work."""
    return "\n".join(_ribbon_lines()) + "\n"


def _ribbon_lines() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    yield f'<customUI xmlns="{RIBBON_NS}">'
    yield "  <ribbon>"
    yield "    <tabs>"
    yield f'      <tab id="tab{TAB}" label="{TAB}" keytip="{_KEYTIP}">'
    for group, buttons in groupby(BUTTONS, lambda button: button.group):
        yield f'        <group id="grp{group.name.title().replace("_", "")}" label={quoteattr(group)}>'
        yield from (f"          {_button_xml(button)}" for button in buttons)
        yield "        </group>"
    yield "      </tab>"
    yield "    </tabs>"
    yield "  </ribbon>"
    yield "</customUI>"


def _button_xml(button: Button) -> str:
    says = {
        "id": f"btn{_title(button)}",
        "label": button.label,
        "size": "large" if button.large else "normal",
        "imageMso": button.icon,
        "onAction": f"{MODULE}.{callback(button)}",
        "keytip": button.keytip,
        "screentip": button.screentip,
        "supertip": button.supertip,
    }
    return f"<button {' '.join(f'{name}={quoteattr(text)}' for name, text in says.items())}/>"


def callback(button: Button) -> str:
    """The Sub of a button."""
    return f"{TAB}_{_title(button)}"


def _title(button: Button) -> str:
    return button.name.title().replace("_", "")


def callbacks() -> str:
    """The module with a Sub for each button."""
    subs = (
        f'Public Sub {callback(button)}(control As IRibbonControl)\n    Tekan "{button.name}"\nEnd Sub\n'
        for button in BUTTONS
    )
    return _HEAD + "\n".join(subs) + _TAIL
