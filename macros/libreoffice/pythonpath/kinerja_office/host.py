"""All operations on one document, called by name: what a worker may ask of the office."""

from .books import Books
from .formats import Formats
from .values import Values


class Host(Books, Values, Formats):
    """The operations; each takes and gives what JSON can say."""

    def call(self, name, *args):
        """Run the operation ``name``."""
        return getattr(self, "op_" + name)(*args)


READING = {
    "book",
    "used_range",
    "selection",
    "content",
    "get_values",
    "get_formulas",
    "get_format",
    "get_note",
    "end",
    "current_region",
}
SHOWING = {"select", "sheet_activate", "show_file", "alert", "status_bar", "export", "save"}
"""Operations that change nothing in the cells."""


class OneStep:
    """The operations on a document, all that write as one step to undo; where none writes, there is no step."""

    def __init__(self, host, title):
        self._host, self._title, self._begun = host, title, False

    def call(self, name, *args):
        """Run the operation ``name``."""
        asks = name == "protected" and len(args) == 1
        if not (self._begun or asks or name in READING | SHOWING):
            self._host.doc.getUndoManager().enterUndoContext(self._title)
            self._begun = True
        return self._host.call(name, *args)

    def end(self):
        """The step is complete."""
        if self._begun:
            self._host.doc.getUndoManager().leaveUndoContext()
