"""What an open workbook holds just now, as the bytes of its file, and what of it is shown: each program has its own way."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw


def package(book: "xw.Book") -> bytes:
    """The workbook as an .xlsx package. Excel saves it first; LibreOffice, which takes long to save, tells what has changed."""
    impl = book.impl
    if hasattr(impl, "package"):
        return bytes(impl.package())
    book.save()
    return Path(book.fullname).read_bytes()


def show_file(book: "xw.Book", path: Path) -> None:
    """Open another workbook in the same program; on closed files nobody is there to see it."""
    impl = book.impl
    if hasattr(impl, "show_file"):
        impl.show_file(path)
    else:
        book.app.books.open(path)


def scroll_to(sheet: "xw.Sheet", row: int) -> None:
    """Show the sheet in front from ``row`` on, below its frozen rows; what is selected stays."""
    impl = sheet.impl
    if hasattr(impl, "scroll_to"):
        impl.scroll_to(row)
        return
    with suppress(Exception):  # whatever Excel says where its window cannot: the work is done, only the view stays
        if sys.platform == "darwin":
            sheet.book.app.api.active_window.scroll_row.set(row)
        else:
            sheet.book.app.api.ActiveWindow.ScrollRow = row
