"""Protection of sheets and cells, which xlwings leaves to each program: our own engines have methods for it, Excel its own model.

In Excel for Windows that model is COM's, in Excel for macOS appscript's, with other names.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlwings as xw

ON_MAC = sys.platform == "darwin"


class PasswordError(Exception):
    """A sheet cannot be written because of its password; the message (Bahasa Indonesia) says what to do. It is as it was."""


_NOT_OPENED = (
    "Lembar {0} dilindungi dengan kata sandi sehingga tidak dapat ditulisi. Buka perlindungan lembar itu dengan kata sandinya, "
    "lalu tekan tombolnya lagi. Tidak ada yang ditulis."
)


@contextmanager
def unprotected(sheet: "xw.Sheet") -> Iterator[None]:
    """Take the protection off a sheet, and put it back as the form has it (without a password, lists may be filtered).

    Raises PasswordError where the program does not take it off.
    """
    if not is_protected(sheet):
        yield
        return
    try:
        protect(sheet, on=False)
    except Exception as error:  # each program has one of its own for a password
        raise PasswordError(_NOT_OPENED.format(sheet.name)) from error
    try:
        yield
    finally:
        protect(sheet, on=True)


def is_protected(sheet: "xw.Sheet") -> bool:
    """Whether locked cells of the sheet cannot be written."""
    if hasattr(type(sheet.impl), "protected"):
        return bool(sheet.impl.protected)
    return bool(sheet.api.protect_contents.get() if ON_MAC else sheet.api.ProtectContents)


def protect(sheet: "xw.Sheet", *, on: bool) -> None:
    """Protect a sheet, or take the protection off; a password that somebody set makes the program ask for it."""
    if hasattr(type(sheet.impl), "protected"):
        sheet.impl.protected = on
    elif ON_MAC and on:
        sheet.api.protect_worksheet(allow_filtering=True, allow_formatting_columns=True, allow_formatting_rows=True)
    elif ON_MAC:
        sheet.api.unprotect()
    elif on:
        sheet.api.Protect(AllowFiltering=True, AllowFormattingColumns=True, AllowFormattingRows=True)
    else:
        sheet.api.Unprotect()


def lock(cells: "xw.Range", *, locked: bool) -> None:
    """Whether cells can be typed into while their sheet is protected; the sheet must be open for that."""
    if hasattr(type(cells.impl), "locked"):
        cells.impl.locked = locked
    elif ON_MAC:
        cells.api.locked.set(locked)
    else:
        cells.api.Locked = locked
