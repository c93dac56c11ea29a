"""An xlwings engine on a workbook that no program has open: the functions of the buttons run on it as in Excel.

What they write is kept until the book is saved (``closed_file_save``): then every other part of the package is as it was, or the
file is. Only the BSD part of xlwings is used (``base_classes``), and of it what the buttons need.
"""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, ClassVar

import xlwings as xw
from python_calamine import CalamineWorkbook
from xlwings import base_classes as bc

from kinerja_xl.forms.set_cells import Place
from kinerja_xl.hosts.closed_file_save import SheetChanges, save_changes


class Engine:
    """What ``xw.Engine`` asks of an implementation."""

    name, type = "berkas", "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def clean_value_data(
        data: list[list[Any]],
        datetime_builder: object,  # noqa: ARG004 the file's reader makes dates already
        empty_as: object,
        number_builder: Callable[[float], object] | None,
        err_to_str: bool,  # noqa: ARG004 an error is empty here
    ) -> list[list[Any]]:
        """The values as xlwings hands them out: numbers as floats, nothing for an empty cell."""
        number = number_builder or float
        return [
            [empty_as if cell in ("", None) else number(cell) if type(cell) in (int, float) else cell for cell in row]
            for row in data
        ]

    @staticmethod
    def prepare_xl_data_element(value: Any, _: Any) -> Any:  # noqa: ANN401 whatever Python values xlwings hands over
        """A value as a cell keeps it; an empty text empties the cell."""
        return None if isinstance(value, str) and not value else value


class Apps(bc.Apps):
    """The one program there is."""

    def __init__(self, engine: Engine) -> None:
        self._app = App(engine)

    def __iter__(self) -> "Iterator[App]":
        return iter([self._app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, _: int) -> "App":
        return self._app


class App(bc.App):
    """Answers questions with ``answer``, and keeps what it was told and asked in ``told``."""

    engine: Any = None
    pid: Any = None
    display_alerts = screen_updating = True
    status_bar: Any = False
    selection: "Range | None" = None

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.answer = "ok"
        self.told: list[str] = []

    def activate(self, steal_focus: bool = False) -> None:
        """Nobody sees it."""

    def alert(self, prompt: str, title: str, buttons: str | None, mode: str | None, callback: str | None) -> str:  # noqa: ARG002
        """Keep the text; the answer that was set beforehand."""
        self.told.append(prompt)
        return self.answer


class Book(bc.Book):
    """A workbook by its path; what is written to it is kept until it is saved."""

    app: Any = None

    def __init__(self, path: Path) -> None:
        self.app = ENGINE.apps[0]
        self.path = path
        self.changes: dict[str, SheetChanges] = {}
        with path.open("rb") as file:
            self.sheet_names = CalamineWorkbook.from_filelike(file).sheet_names

    name = property(lambda self: self.path.name)
    fullname = property(lambda self: str(self.path))

    @property
    def sheets(self) -> "Sheets":
        """Its sheets."""
        return Sheets(self)

    def of(self, sheet: str) -> SheetChanges:
        """What was written to a sheet so far."""
        return self.changes.setdefault(sheet, SheetChanges())

    def show_file(self, path: Path) -> None:
        """Nobody is there to see it."""

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Write the changes into the file; without any it stays as it is. Raises OSError or SaveError, the file as it was."""
        if path or password:
            raise ValueError("a closed file is saved under its own name, without a password")
        if self.changes:
            save_changes(self.path, self.changes)
            self.changes = {}


class Sheets(bc.Sheets):
    """The sheets of a workbook."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def __call__(self, key: str | int) -> "Sheet":
        """The sheet of that name, or of that number from 1."""
        name = self.book.sheet_names[key - 1] if isinstance(key, int) else key
        if name not in self.book.sheet_names:
            raise ValueError(f"no sheet {name!r}")
        return Sheet(self.book, name)

    def __len__(self) -> int:
        return len(self.book.sheet_names)

    def __iter__(self) -> "Iterator[Sheet]":
        return (Sheet(self.book, name) for name in self.book.sheet_names)

    def __contains__(self, key: str) -> bool:
        return key in self.book.sheet_names

    @property
    def active(self) -> "Sheet":
        """The first one: nobody has chosen another."""
        return Sheet(self.book, str(self.book.sheet_names[0]))


class Sheet(bc.Sheet):
    """One sheet; its protection stops nobody here, as nobody types."""

    book: Any = None
    api: Any = None
    protected: ClassVar[bool] = False

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name

    name = ""

    def range(self, first: "Place | Range", last: "Place | Range | None" = None) -> "Range":
        """The rectangle from one cell to another, or from the first cell of one range to the last of another."""
        start = first.first if isinstance(first, Range) else first
        end = first if last is None else last
        return Range(self, start, end.last if isinstance(end, Range) else end)

    def activate(self) -> None:
        """Which sheet is in front is the business of whoever opens the file next."""

    def scroll_to(self, row: int) -> None:
        """Nobody is there to see it."""


class Range(bc.Range):
    """A rectangle of cells."""

    api: Any = "berkas"
    """xlwings writes only where there is one."""

    def __init__(self, sheet: Sheet, first: Place, last: Place) -> None:
        self.sheet, self.options = sheet, dict[str, Any]()
        self.first, self.last = first, last

    row = property(lambda self: self.first[0])
    column = property(lambda self: self.first[1])
    shape = property(lambda self: (self.last[0] - self.first[0] + 1, self.last[1] - self.first[1] + 1))

    def __len__(self) -> int:
        rows, columns = self.shape
        return int(rows * columns)

    def __call__(self, row: int, column: int | None = None) -> "Range":
        """A cell by its row and column within the rectangle, from 1; by its number in reading order."""
        if column is None:
            row, column = (n + 1 for n in divmod(row - 1, self.shape[1]))
        place = (self.row + row - 1, self.column + column - 1)
        return Range(self.sheet, place, place)

    def _places(self) -> Iterator[tuple[Place, Place]]:
        """Row and column within the rectangle (from 0), and on the sheet."""
        rows, columns = self.shape
        for r, c in product(range(rows), range(columns)):
            yield (r, c), (self.row + r, self.column + c)

    @property
    def raw_value(self) -> list[list[Any]]:
        """The cells by rows, as they are in the file and were written since."""
        book, name = self.sheet.book, self.sheet.name
        with book.path.open("rb") as file:
            grid = CalamineWorkbook.from_filelike(file).get_sheet_by_name(name).to_python(skip_empty_area=False)
        rows, columns = self.shape
        found = [[None] * columns for _ in range(rows)]
        for (r, c), (row, column) in self._places():
            there = row <= len(grid) and column <= len(grid[row - 1])
            found[r][c] = book.of(name).values.get((row, column), grid[row - 1][column - 1] if there else None)
        return found

    @raw_value.setter
    def raw_value(self, data: Any) -> None:  # noqa: ANN401 a value or rows of values
        values = self.sheet.book.of(self.sheet.name).values
        for (r, c), place in self._places():
            values[place] = data[r][c] if isinstance(data, list) else data

    @property
    def color(self) -> None:
        """Not known of a closed file: nothing that reads colours runs on it."""
        raise NotImplementedError

    @color.setter
    def color(self, colour: tuple[int, int, int] | None) -> None:
        colours = self.sheet.book.of(self.sheet.name).colours
        colours.update({place: colour for _, place in self._places()})

    @property
    def locked(self) -> None:
        """Not known of a closed file, as colours."""
        raise NotImplementedError

    @locked.setter
    def locked(self, locked: bool) -> None:
        self.sheet.book.of(self.sheet.name).locks.update({place: locked for _, place in self._places()})


ENGINE = Engine()


def book_of(path: Path) -> xw.Book:
    """An xlwings Book on the file ``path``."""
    return xw.Book(impl=Book(path.resolve()))
