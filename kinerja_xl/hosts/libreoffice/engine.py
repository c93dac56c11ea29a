"""The xlwings engine ``libreoffice``: one application, the office, and the workbook whose button was pressed.

Of type "desktop": what is read after a write is what the sheet then holds.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import xlwings as xw
from xlwings import base_classes

from kinerja_xl.hosts.libreoffice import values
from kinerja_xl.hosts.libreoffice.books import Book, Sheet
from kinerja_xl.hosts.libreoffice.channel import Call
from kinerja_xl.hosts.libreoffice.ranges import Range


class Engine:
    """What xlwings asks of an engine."""

    name, type = "libreoffice", "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def clean_value_data(
        data: Sequence[Sequence[object]],
        datetime_builder: Callable[..., object],
        empty_as: object,
        number_builder: Callable[[float], object] | None,
        err_to_str: bool,  # noqa: ARG004 the office has done it
    ) -> list[list[object]]:
        """Values of cells in the types the caller wants."""
        return values.from_json(data, datetime_builder, empty_as, number_builder)

    @staticmethod
    def prepare_xl_data_element(x: object, _options: dict[str, Any]) -> object:
        """A value to be written as JSON can say it."""
        return values.to_json(x)


class Apps(base_classes.Apps):
    """The one application."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._app = App(self)

    def keys(self) -> list[int]:
        """Its number."""
        return [self._app.pid]

    def __iter__(self) -> Iterator["App"]:
        return iter([self._app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> "App":
        return self._app


class App(base_classes.App):
    """The office."""

    pid, visible, calculation = 1, True, "automatic"
    display_alerts = enable_events = screen_updating = True
    """Settings that have no meaning here: the office paints when the button is done."""

    def __init__(self, apps: Apps) -> None:
        self._apps, self._books = apps, Books(self)
        self._status: str | bool = False

    api = property(lambda self: self)
    engine = property(lambda self: self._apps.engine)
    books = property(lambda self: self._books)

    def activate(self, steal_focus: bool = False) -> None:
        """Nothing to do: it is in front."""

    @property
    def selection(self) -> Range | None:
        """The selected cells; None where something else is selected."""
        book = self._books.active
        where = book.ask("selection")
        return Range(Sheet(book, where[0]), *where[1:]) if where else None

    @property
    def status_bar(self) -> str | bool:
        """The text of the status bar; False where the office has it for itself."""
        return self._status

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self._status = value or False
        self._books.active.ask("status_bar", value or None)

    def calculate(self) -> None:
        """Calculate all formulas anew."""
        self._books.active.ask("calculate")

    def alert(self, prompt: str, title: str | None, buttons: str, mode: str | None, callback: str | None) -> str:  # noqa: ARG002 xlwings' own list
        """A message box; the button that was pressed."""
        return str(self._books.active.ask("alert", prompt, title, buttons or "ok", mode))


class Books(base_classes.Books):
    """The workbook whose button was pressed."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._book: Book | None = None

    api = property(lambda self: self)
    app = property(lambda self: self._app)

    @property
    def active(self) -> Book:
        """The workbook."""
        if self._book is None:
            raise xw.XlwingsError("no button was pressed")
        return self._book

    def attach(self, call: Call) -> Book:
        """The workbook that ``call`` reaches is the one from now on."""
        self._book = Book(self, call)
        return self._book

    def __iter__(self) -> Iterator[Book]:
        return iter([self._book] if self._book else [])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __call__(self, name_or_index: str | int) -> Book:
        """The workbook by number or name."""
        for book in self:
            if name_or_index in {1, book.name, book.fullname}:
                return book
        raise KeyError(name_or_index)


_ENGINE = Engine()


def attached(call: Call) -> xw.Book:
    """An xlwings Book over ``call``; the engine becomes xlwings' active one."""
    if _ENGINE.name not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=_ENGINE))
    xw.engines[_ENGINE.name].activate()
    return xw.Book(impl=_ENGINE.apps[1].books.attach(call))
