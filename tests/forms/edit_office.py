"""Edits a workbook in a running LibreOffice step by step; run by the Python that has ``uno``, see ``tests.forms.edited_live``.

python3 edit_office.py PIPE IN.xlsx OUT.xlsx STEPS.json
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

Uno = Any
"""An object of LibreOffice: it has no types in Python."""


def desktop(pipe: str) -> Uno:
    """The desktop of the running LibreOffice."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.3)
    raise SystemExit("no LibreOffice")


def prop(name: str, value: object) -> Uno:
    """A setting of a call."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def step(sheet: Uno, what: str, *args: Any) -> None:
    """Insert a row or a column before the one with this number, type a text, or copy a cell."""
    if what == "row":
        sheet.Rows.insertByIndex(args[0] - 1, 1)
    elif what == "column":
        sheet.Columns.insertByIndex(args[0] - 1, 1)
    elif what == "type":
        sheet.getCellRangeByName(args[0]).setString(args[1])
    elif what == "copy":
        source, target = (sheet.getCellRangeByName(cell) for cell in args)
        sheet.copyRange(target.getCellAddress(), source.getRangeAddress())


def main() -> None:
    """Open, edit, save, end."""
    pipe, source, target, steps = sys.argv[1:]
    office = desktop(pipe)
    book = office.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (prop("Hidden", True),))
    for name in book.Sheets.ElementNames:
        book.Sheets.getByName(name).unprotect("")
    for sheet, what, *args in json.loads(Path(steps).read_text("utf-8")):
        step(book.Sheets.getByName(sheet), what, *args)
    book.calculateAll()
    book.storeToURL(Path(target).as_uri(), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    office.terminate()


if __name__ == "__main__":
    main()
