"""Protection of sheets, which xlwings leaves to each program: our own engines have methods for it, Excel its own model."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw


@contextmanager
def unprotected(sheet: "xw.Sheet") -> Iterator[None]:
    """Take the protection off a sheet, and put it back as the form has it (without a password, lists may be filtered)."""
    if not is_protected(sheet):
        yield
        return
    protect(sheet, on=False)
    try:
        yield
    finally:
        protect(sheet, on=True)


def is_protected(sheet: "xw.Sheet") -> bool:
    """Whether locked cells of the sheet cannot be written."""
    impl = sheet.impl
    return bool(impl.protected) if hasattr(impl, "protected") else bool(sheet.api.ProtectContents)


def protect(sheet: "xw.Sheet", *, on: bool) -> None:
    """Protect a sheet, or take the protection off; a password that somebody set makes the program ask for it."""
    impl = sheet.impl
    if hasattr(impl, "protected"):
        impl.protected = on
    elif on:
        sheet.api.Protect(AllowFiltering=True, AllowFormattingColumns=True, AllowFormattingRows=True)
    else:
        sheet.api.Unprotect()
