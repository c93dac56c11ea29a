"""Workbook and sheets of the engine, each asked of the office."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlwings as xw
from xlwings import base_classes, utils

from kinerja_xl.hosts.libreoffice.channel import Call
from kinerja_xl.hosts.libreoffice.ranges import Range
from kinerja_xl.hosts.libreoffice.unsaved import package_of

if TYPE_CHECKING:
    from kinerja_xl.hosts.libreoffice.engine import Books

MAX_ROWS, MAX_COLUMNS = 1_048_576, 1024
"""The grid of LibreOffice 7."""


class Book(base_classes.Book):
    """The workbook whose button was pressed."""

    def __init__(self, books: "Books", call: Call) -> None:
        self._books, self._call = books, call

    def ask(self, op: str, *args: object) -> Any:  # noqa: ANN401 what the office answers
        """An operation on the workbook."""
        return self._call(op, *args)

    api = property(lambda self: self)
    app = property(lambda self: self._books.app)
    name = property(lambda self: self.ask("book")["name"])
    fullname = property(lambda self: self.ask("book")["fullname"])
    sheets = property(lambda self: Sheets(self))  # noqa: PLW0108 the class comes later

    def activate(self) -> None:
        """Nothing to do: it is the one in front."""

    def package(self) -> bytes:
        """What the workbook holds just now, as an .xlsx; beside xlwings' base classes, see ``hosts.content``."""
        if self.ask("book")["readonly"]:
            raise PermissionError("dibuka hanya untuk dibaca")
        return package_of(self, Path(self.fullname))

    def show_file(self, path: Path) -> None:
        """Open another workbook in a window of its own; beside xlwings' base classes, as ``package``."""
        self.ask("show_file", str(path))

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save in the format it has, or under another name; LibreOffice sets no password here."""
        if password is not None:
            raise NotImplementedError("password")
        self.ask("save", path)


class Sheets(base_classes.Sheets):
    """The sheets of a workbook."""

    def __init__(self, book: Book) -> None:
        self._book = book

    api = property(lambda self: self)

    def names(self) -> list[str]:
        """Their names, in order."""
        return list(self._book.ask("book")["sheets"])

    @property
    def active(self) -> "Sheet":
        """The sheet that is shown."""
        return Sheet(self._book, self._book.ask("book")["active"])

    def __call__(self, name_or_index: str | int) -> "Sheet":
        """A sheet by name or number (from 1)."""
        names = self.names()
        if isinstance(name_or_index, int):
            return Sheet(self._book, names[name_or_index - 1])
        for name in names:
            if name.casefold() == name_or_index.casefold():
                return Sheet(self._book, name)
        raise xw.NoSuchObjectError(f"Sheet {name_or_index!r} doesn't exist")

    def __len__(self) -> int:
        return len(self.names())

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self._book, name) for name in self.names())

    def __contains__(self, name: str) -> bool:
        return name in self.names()

    def add(self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None) -> "Sheet":
        """A new sheet, shown."""
        names = self.names()
        name = name or next(text for i in range(1, MAX_COLUMNS) if (text := f"Sheet{i}") not in names)
        place = names.index(before.name) if before else names.index(after.name) + 1 if after else 0
        self._book.ask("sheet_add", name, place)
        sheet = Sheet(self._book, name)
        sheet.activate()
        return sheet


class Sheet(base_classes.Sheet):
    """A sheet."""

    def __init__(self, book: Book, name: str) -> None:
        self._book, self._name = book, name

    def ask(self, op: str, *args: object) -> Any:  # noqa: ANN401 what the office answers
        """An operation on the sheet."""
        return self._book.ask(op, self._name, *args)

    api = property(lambda self: self)
    book = property(lambda self: self._book)
    index = property(lambda self: Sheets(self._book).names().index(self._name) + 1)
    cells = property(lambda self: Range(self, 0, 0, MAX_ROWS, MAX_COLUMNS))
    used_range = property(lambda self: Range(self, *self.ask("used_range")))

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        self.ask("sheet_rename", value)
        self._name = value

    @property
    def visible(self) -> bool:
        """Whether it is shown among the tabs."""
        return bool(self.ask("sheet_visible"))

    @visible.setter
    def visible(self, value: bool) -> None:
        self.ask("sheet_visible", bool(value))

    @property
    def protected(self) -> bool:
        """Whether locked cells cannot be written; beside xlwings' base classes, see ``hosts.protection``."""
        return bool(self.ask("protected"))

    @protected.setter
    def protected(self, value: bool) -> None:
        self.ask("protected", bool(value))

    def range(self, arg1: Any, arg2: Any = None) -> Range:  # noqa: ANN401 an address, a pair of numbers, a range
        """Cells by address (``A1:B2``), by row and column, or from one range to another."""
        first = self._corners(arg1)
        last = first if arg2 is None else self._corners(arg2)
        top, left = min(first[0], last[0]), min(first[1], last[1])
        bottom, right = max(first[2], last[2]), min(max(first[3], last[3]), MAX_COLUMNS)
        return Range(self, top - 1, left - 1, bottom - top + 1, right - left + 1)

    @staticmethod
    def _corners(arg: Any) -> tuple[int, int, int, int]:  # noqa: ANN401 an address, a pair of numbers, a range
        """First row and column, last row and column, counted from 1."""
        if isinstance(arg, Range):
            return arg.row, arg.column, arg.row + arg.nr - 1, arg.column + arg.nc - 1
        if not isinstance(arg, str):
            return arg[0], arg[1], arg[0], arg[1]
        first, last = utils.a1_to_tuples(arg.replace("$", ""))
        if not first:
            raise xw.NoSuchObjectError(f"The address/named range {arg!r} doesn't exist.")
        return *first, *(last or first)

    def activate(self) -> None:
        """Show it."""
        self.ask("sheet_activate")

    select = activate

    def scroll_to(self, row: int) -> None:
        """Show it, once in front, from a row on (from 1); beside xlwings' base classes, see ``hosts.content``."""
        self.ask("sheet_scroll", row - 1)

    def autofit(self, axis: str | None = None) -> None:
        """Fit widths and heights to what the cells hold."""
        self.used_range.autofit(axis)

    def clear(self) -> None:
        """Empty it and take off formats and notes."""
        self.used_range.clear()

    def clear_contents(self) -> None:
        """Empty it."""
        self.used_range.clear_contents()

    def clear_formats(self) -> None:
        """Take off formats."""
        self.used_range.clear_formats()

    def delete(self) -> None:
        """Delete it."""
        self.ask("sheet_delete")
