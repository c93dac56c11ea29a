"""Edits a unit workbook in a running LibreOffice as a careless clerk does, five times; run by the Python that has ``uno``.

    soffice --headless --accept='pipe,name=kinerja;urp;' &
    python3 edit.py BASE.xlsx FOLDER

The results lie in ``files``; they were made once from ``base.unit_workbook`` and are what ``test_careless`` reads.
"""

import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.CellDeleteMode import LEFT
from com.sun.star.table import CellRangeAddress

Uno = Any
"""An object of LibreOffice: it has no types in Python."""


def desktop() -> Uno:
    """The desktop of the running LibreOffice."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(100):
        try:
            context = resolver.resolve("uno:pipe,name=kinerja;urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.3)
    raise SystemExit("no LibreOffice")


def prop(name: str, value: object) -> Uno:
    """A setting of a call."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def area(sheet: Uno, first: str, last: str) -> Uno:
    """The address of a block of cells."""
    found = sheet.getCellRangeByName(f"{first}:{last}").getRangeAddress()
    made = CellRangeAddress()
    for name in ("Sheet", "StartColumn", "StartRow", "EndColumn", "EndRow"):
        setattr(made, name, getattr(found, name))
    return made


def type_in(sheet: Uno, cell: str, text: str) -> None:
    """Type a text into a cell."""
    sheet.getCellRangeByName(cell).setFormula(text)


def pasted_over(sheets: Uno) -> None:
    """Rows of another list pasted over the plan: the names become values, NIPs become numbers, a heading comes along."""
    plan = sheets.getByName("Rencana")
    for row in (6, 7, 8):
        plan.getCellRangeByName(f"B{row}").setString(plan.getCellRangeByName(f"B{row}").getString())
    plan.getCellRangeByName("A9").setValue(198501012010012002.0)
    plan.getCellRangeByName("A9").NumberFormat = 0
    plan.getCellRangeByName("J7").setString("lihat lampiran")
    result = sheets.getByName("Realisasi")
    for row in range(6, 10):
        result.getCellRangeByName(f"L{row}").setString("ada")


def rows_inserted(sheets: Uno) -> None:
    """Two rows for a logo above the table, an empty row between people, a row on the sheet Unit."""
    people = sheets.getByName("Pegawai")
    people.Rows.insertByIndex(0, 2)
    type_in(people, "A1", "KECAMATAN PLAJU")
    people.Rows.insertByIndex(9, 1)
    unit = sheets.getByName("Unit")
    unit.Rows.insertByIndex(10, 1)
    type_in(unit, "A11", "Nama operator")
    type_in(unit, "B11", "Dewi Operator")
    plan = sheets.getByName("Rencana")
    plan.Rows.insertByIndex(7, 1)
    type_in(plan, "F8", "Terlaksananya layanan tambahan")


def columns_moved(sheets: Uno) -> None:
    """The unit of measurement before the target, a heading typed anew, a column thrown away."""
    plan = sheets.getByName("Rencana")
    plan.Columns.insertByIndex(9, 1)
    plan.moveRange(plan.getCellRangeByName("J5").getCellAddress(), area(plan, "L5", "L60"))
    plan.removeRange(area(plan, "L1", "L60"), LEFT)
    type_in(plan, "K5", "Targt")
    people = sheets.getByName("Pegawai")
    people.removeRange(area(people, "E1", "E60"), LEFT)


def sheet_renamed(sheets: Uno) -> None:
    """A copy of the sheet was worked on and the old one deleted; another sheet got a blank behind its name."""
    sheets.getByName("Realisasi").setName("Realisasi (2)")
    sheets.getByName("Perilaku").setName("PERILAKU ")
    sheets.insertNewByName("Rekap saya", sheets.getCount())
    type_in(sheets.getByName("Rekap saya"), "A1", "Rekap triwulan II")


def text_merged_notes(sheets: Uno) -> None:
    """Numbers as text, cells merged to look tidy, notes beside and far below the table."""
    plan = sheets.getByName("Rencana")
    for row, text in ((6, " 12 "), (7, "1.500,50"), (8, "'90")):
        plan.getCellRangeByName(f"J{row}").setString(text)
    plan.getCellRangeByName("F6:F7").merge(True)
    result = sheets.getByName("Realisasi")
    result.getCellRangeByName("K6:K7").merge(True)
    type_in(plan, "F5000", "tolong dicek lagi oleh Bu Lurah")
    type_in(plan, "Z8", "sudah ditanyakan")
    type_in(result, "A4999", "jangan dihapus")


EDITS = {
    "tempel-menimpa": pasted_over,
    "baris-disisipkan": rows_inserted,
    "kolom-dipindah": columns_moved,
    "lembar-ganti-nama": sheet_renamed,
    "teks-gabung-catatan": text_merged_notes,
}


def main() -> None:
    """Open, edit, save, five times."""
    base, folder = (Path(name).absolute() for name in sys.argv[1:3])
    office = desktop()
    for name, edit in EDITS.items():
        book = office.loadComponentFromURL(base.as_uri(), "_blank", 0, (prop("Hidden", True),))
        for sheet in (book.Sheets.getByIndex(i) for i in range(book.Sheets.getCount())):
            sheet.unprotect("")
        book.unprotect("")
        edit(book.Sheets)
        book.calculateAll()
        book.storeToURL((folder / f"{name}.xlsx").as_uri(), (prop("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
        print(name)


if __name__ == "__main__":
    main()
