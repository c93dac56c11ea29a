"""Buttons for the tests of hosts: each uses one part of what an xlwings Book can do. The worker runs them, not pytest."""

import datetime as dt
import os
import sys
import time
from collections.abc import Callable

import xlwings as xw


def isi(book: xw.Book) -> None:
    """Read, write, colour, a new sheet, the status bar."""
    book.app.status_bar = "Kinerja: sedang mengisi ..."
    sheet = book.sheets["Data"]
    rows = sheet.used_range.value
    sheet["C1"].value = ["Nilai", "Catatan"]
    sheet["C2"].value = [[row[1] * 2, "'=bukan rumus"] for row in rows[1:]]
    sheet["C1:D1"].font.bold = True
    sheet["C2:C4"].number_format = "0.00"
    sheet.range((2, 3), (4, 3)).color = (198, 239, 206)
    sheet["A2"].add_note("Periksa lagi")
    new = book.sheets.add("Hasil", after=sheet)
    new["A1"].value = "=SUM(Data!C2:C4)"
    new["A:A"].column_width = 30
    book.app.status_bar = False
    sheet.activate()


def baca(book: xw.Book) -> None:
    """Assert what an open book gives; a failed assertion shows in the log."""
    sheet = book.sheets["Data"]
    assert [s.name for s in book.sheets] == ["Data"]
    assert book.sheets.active.name == "Data"
    assert "Data" in [s.name for s in book.sheets]
    assert book.fullname.endswith("/buku.xlsx"), book.fullname
    assert book.name == "buku.xlsx", book.name
    assert sheet.used_range.address == "$A$1:$B$4", sheet.used_range.address
    assert sheet["A1"].expand().address == "$A$1:$B$4"
    assert sheet["B4"].end("up").address == "$B$1"
    assert sheet["A2:A4"].value == ["198501012010011001", "Budi", "Cici"]
    assert sheet["A2:B2"].value == ["198501012010011001", 1.5]
    assert sheet["F1"].value is None
    assert xw.__pro__ is False


def jenis(book: xw.Book) -> None:
    """What is written is read back, in its type."""
    sheet = book.sheets["Data"]
    given = [1.5, "teks", True, dt.datetime(2026, 7, 6, 8, 30), None, 10**12]  # noqa: DTZ001 cells have no time zone
    sheet["H1"].value = given
    assert sheet["H1:M1"].value == given, sheet["H1:M1"].value
    sheet["H2"].formula = "=IFERROR(SUM(B2:B4),0)"
    assert sheet["H2"].formula == "=IFERROR(SUM(B2:B4),0)", sheet["H2"].formula
    sheet["H3:H5"].formula = "=B2*10"
    assert [row[0] for row in sheet["H3:H5"].formula] == ["=B2*10", "=B3*10", "=B4*10"]
    assert sheet["H3:H5"].value == [15, 20, 25], sheet["H3:H5"].value
    cell = sheet["I3"]
    cell.value = 0.5
    cell.number_format, cell.font.size, cell.font.italic, cell.wrap_text = "0.0%", 14, True, True
    cell.color, cell.font.color, cell.column_width, cell.horizontal_alignment = "#FFEB9C", (255, 0, 0), 20, "center"
    assert (cell.number_format, cell.font.size, cell.font.italic, cell.wrap_text) == ("0.0%", 14, True, True)
    assert (cell.color, cell.font.color, cell.horizontal_alignment) == ((255, 235, 156), (255, 0, 0), "center")
    assert abs((cell.column_width or 0) - 20) < 0.1, cell.column_width
    cell.color = None
    assert cell.color is None
    sheet["I4:J5"].set_colors([["#FF0000", None], [..., (0, 0, 255)]])
    assert [c.color for c in sheet["I4:J5"]] == [(255, 0, 0), None, None, (0, 0, 255)]
    cell.add_note("satu")
    cell.note.text = "dua"  # type: ignore[union-attr]
    assert cell.note.text == "dua"  # type: ignore[union-attr]
    cell.note.delete()  # type: ignore[union-attr]
    assert cell.note is None
    sheet["H1:M5"].clear()
    assert sheet.used_range.address == "$A$1:$B$4", sheet.used_range.address


def lembar(book: xw.Book) -> None:
    """Sheets: added, hidden, protected, renamed, deleted."""
    new = book.sheets.add("Baru", after=book.sheets["Data"])
    assert book.sheets.active.name == "Baru"
    new.name = "Lain"
    new.visible = False
    assert new.visible is False
    new.impl.protected = True
    assert new.impl.protected is True
    new.impl.protected = False
    new["A1"].value = 1
    new.delete()
    assert [s.name for s in book.sheets] == ["Data"]
    book.sheets["Data"].activate()


def pilih(book: xw.Book) -> None:
    """Say which rows are selected."""
    chosen = book.selection
    assert chosen
    book.sheets["Data"]["F1"].value = [chosen.address, chosen.rows.count]


def tanya(book: xw.Book) -> None:
    """Ask, and write down the answer."""
    answer = book.app.alert("Lanjutkan?", "Kinerja", "yes_no")
    print("a print must not break the line to the office")
    book.sheets["Data"]["F1"].value = answer


def terlindung(book: xw.Book) -> None:
    """Write into a protected sheet, with and without its protection."""
    sheet = book.sheets["Data"]
    sheet.impl.protected = True
    sheet.impl.protected = False
    sheet["F1"].value = "tertulis"
    sheet.impl.protected = True


def banyak(book: xw.Book) -> None:
    """More steps than an undo step keeps unless told otherwise (100)."""
    sheet = book.sheets["Data"]
    for row in range(1, 151):
        sheet[row, 9].value = row


def simpan(book: xw.Book) -> None:
    """Change and save."""
    book.sheets["Data"]["F1"].value = "tersimpan"
    book.save()


def gagal(book: xw.Book) -> None:
    """A fault of the program."""
    book.sheets["Tidak Ada"].activate()


def mati(book: xw.Book) -> None:
    """The worker dies in the middle."""
    book.sheets["Data"]["F1"].value = "separuh"
    os._exit(3)


def macet(book: xw.Book) -> None:
    """The worker hangs."""
    book.sheets["Data"]["F1"].value = "separuh"
    time.sleep(600)


def panduan(book: xw.Book) -> None:
    """The button that the test with a screen clicks."""
    book.sheets["Data"]["A1"].value = "panduan"


def press(name: str, book: xw.Book) -> None:
    """Run the button of that name."""
    button: Callable[[xw.Book], None] = getattr(sys.modules[__name__], name)
    button(book)
