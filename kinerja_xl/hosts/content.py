"""What an open workbook holds just now, as the bytes of its file, and how another is opened: each program has its own way."""

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
