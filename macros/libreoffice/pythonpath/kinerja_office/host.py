"""All operations on one document, called by name: what a worker may ask of the office."""

from contextlib import contextmanager

from .books import Books
from .formats import Formats
from .values import Values

LEAVE_AS_IS = {
    "alert", "book", "calculate", "content", "current_region", "end", "export", "get_format", "get_formulas", "get_note",
    "get_values", "save", "select", "selection", "sheet_activate", "sheet_scroll", "show_file", "status_bar", "used_range",
}  # fmt: skip
"""Operations that change nothing in the document that could be undone."""
ASKING = {"protected", "sheet_visible"}
"""Operations that change something only where they are given a value beside the name of the sheet."""


class Host(Books, Values, Formats):
    """The operations; each takes and gives what JSON can say."""

    _step, _entered = "", False

    def call(self, name, *args):
        """Run the operation ``name``."""
        if self._step and not self._entered and not _leaves_as_is(name, args):
            self.doc.getUndoManager().enterUndoContext(self._step)
            self._entered = True
        return getattr(self, "op_" + name)(*args)

    @contextmanager
    def one_step(self, title):
        """Whatever is called here is one step to undo.

        It begins with the first change: a step in which controllers are unlocked, as they are for a message box, stays in the
        office's list even where nothing was changed.
        """
        self._step, self._entered = title, False
        try:
            yield
        finally:
            if self._entered:
                self.doc.getUndoManager().leaveUndoContext()
            self._step, self._entered = "", False


def _leaves_as_is(name, args):
    return name in LEAVE_AS_IS or (name in ASKING and len(args) == 1)
