"""What happens when a button is pressed: the work, a question if need be, a copy of the old file, the changes, one sentence.

The one boundary of the buttons: whatever goes wrong becomes a box that can be read; details of faults of the program go to a log.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from kinerja_xl.cli_failures import explained
from kinerja_xl.hosts import content
from kinerja_xl.hosts.protection import PasswordError
from kinerja_xl.replace import backed_up
from kinerja_xl.ribbon.apply import apply, writable
from kinerja_xl.ribbon.buttons import BUTTONS, TAB
from kinerja_xl.ribbon.opened import Opened, opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome

if TYPE_CHECKING:
    import xlwings as xw

NOTHING_DONE = "Dibatalkan; tidak ada yang diubah."
YES = "ok"


MODULES = {
    "periksa": "check",
    "himpun": "gather",
    "nilai": "score",
    "distribusi": "score",
    "kunci": "finish",
    "buka_kunci": "finish",
    "umpan_balik": "dialog",
    "surat": "send",
    "konsolidasi": "send",
    "panduan": "send",
}
"""The module of ``ribbon`` with the function of each button; only that of the button pressed is loaded."""


def function_of(name: str) -> Callable[[Opened], Outcome]:
    """What a button does."""
    function: Callable[[Opened], Outcome] = getattr(import_module(f"kinerja_xl.ribbon.{MODULES[name]}"), name)
    return function


def press(name: str, book: "xw.Book") -> None:
    """Press the button ``name`` (see ``buttons``) on an open workbook; never raises for what a person can mend."""
    label = next(button.label for button in BUTTONS if button.name == name)
    try:
        with _progress(book, f"{TAB}: {label} ..."), opened(book, datetime.now().astimezone()) as now_open:
            outcome = function_of(name)(now_open)
            told = _done(outcome, book, now_open)
    except (ButtonError, PasswordError) as error:
        _tell(book, label, str(error))
    except Exception as error:  # noqa: BLE001 the boundary between the program and the person who pressed a button
        _tell(book, label, explained(error))
    else:
        if told:
            _tell(book, label, told)
        if outcome.opens and told != NOTHING_DONE:
            content.show_file(book, outcome.opens)


def _done(outcome: Outcome, book: "xw.Book", before: Opened) -> str:
    """Carry out an outcome; what there is to say of it."""
    if outcome.question and book.app.alert(outcome.question, TAB, "ok_cancel") != YES:
        return NOTHING_DONE
    told = outcome.work() if outcome.work else outcome.told
    kept = ""
    with writable(book, outcome):
        if outcome.changes:
            kept = f"\nCadangan: {backed_up(before.path, before.package, before.now).name}"
        apply(book, outcome)
    return told + kept


def _tell(book: "xw.Book", label: str, text: str) -> None:
    book.app.alert(text, f"{TAB} - {label}", "ok")


@contextmanager
def _progress(book: "xw.Book", text: str) -> Iterator[None]:
    """Say in the status bar what is going on."""
    book.app.status_bar = text
    try:
        yield
    finally:
        book.app.status_bar = False
