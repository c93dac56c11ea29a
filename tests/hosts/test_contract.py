"""What our engine takes from xlwings: a private-ish interface, so a new version that changes it is to be noticed here."""

import inspect
import subprocess
import sys

import pytest
from xlwings import base_classes

from kinerja_xl.hosts.libreoffice import books, engine, ranges

CLASSES = (engine.Apps, engine.App, engine.Books, books.Book, books.Sheets, books.Sheet, ranges.Range, ranges.Font, ranges.Note)  # fmt: skip
OWN = {  # what our classes have beside xlwings' base classes
    "App": {"engine"},
    "Apps": {"engine"},
    "Book": {"ask", "package", "show_file"},
    "Books": {"app", "attach"},
    "Font": {"ask"},
    "Note": set(),
    "Range": {"ask", "locked", "options", "sheet", "max_cells_per_read", "max_cells_per_write", "formula2"},
    "Sheet": {"ask", "protected", "scroll_to"},
    "Sheets": {"add", "names"},  # main.py hands ``add`` a name too
}
ASKED = {  # what main.py calls; a name that comes or goes means reading its change
    "App": {"alert", "books", "calculate", "engine", "pid", "screen_updating", "selection", "status_bar", "visible"},
    "Book": {"activate", "app", "fullname", "name", "save", "sheets"},
    "Sheets": {"active", "add"},
    "Sheet": {"activate", "autofit", "book", "cells", "clear", "clear_contents", "clear_formats", "delete", "index", "name", "range", "select", "used_range", "visible"},
    "Range": {"add_note", "address", "autofit", "clear", "clear_contents", "clear_formats", "color", "column", "column_width", "current_region", "end", "font", "formula", "get_address", "has_array", "merge", "note", "number_format", "raw_value", "row", "row_height", "select", "set_colors", "shape", "sheet", "unmerge", "wrap_text"},
    "Font": {"bold", "color", "italic", "name", "size"},
    "Note": {"delete", "location", "text"},
}  # fmt: skip


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_every_method_is_one_of_xlwings(ours: type) -> None:
    theirs = getattr(base_classes, ours.__name__)
    names = {name for name in vars(ours) if not name.startswith("_")}
    assert {name for name in names if not hasattr(theirs, name)} <= OWN[ours.__name__]
    for name in names - OWN[ours.__name__]:
        base, own = inspect.getattr_static(theirs, name), inspect.getattr_static(ours, name)
        if inspect.isfunction(own) and inspect.isfunction(base):
            assert list(inspect.signature(own).parameters) == list(inspect.signature(base).parameters), name
        else:
            assert not inspect.isfunction(base) or not isinstance(own, property), name


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_what_xlwings_asks_is_there(ours: type) -> None:
    for name in ASKED.get(ours.__name__, set()):
        assert name in vars(ours), name
        assert name in OWN[ours.__name__] or hasattr(getattr(base_classes, ours.__name__), name), name


def test_the_paid_part_of_xlwings_stays_outside() -> None:
    """Its ``pro.utils`` alone is imported by xlwings itself, to ask whether there is a licence."""
    code = (
        "import sys, xlwings, kinerja_xl.hosts.libreoffice.worker;"
        "print(xlwings.__pro__, [m for m in sys.modules if m.startswith('xlwings.pro.') and m != 'xlwings.pro.utils'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False []\n"
