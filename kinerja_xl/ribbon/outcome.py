"""What a button works out, as a value: what to write into the open workbook, and what to say. ``apply`` carries it out.

So the work of a button is a function from a file to an ``Outcome``, the same whatever program has the workbook open.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_xl.forms.cell_formats import Colour
from kinerja_xl.forms.set_cells import Cells, Place


class ButtonError(Exception):
    """A button cannot do its work; the message (Bahasa Indonesia) says why and what to do. The workbook is as it was."""


@dataclass(frozen=True)
class Outcome:
    """What a button leaves behind.

    ``told`` says in a sentence what happened and what comes next; ``question`` is asked before anything is written.
    """

    told: str
    cells: Cells = field(default_factory=dict)
    colours: Mapping[str, Mapping[Place, Colour]] = field(default_factory=dict)
    locks: Mapping[str, Mapping[Place, bool]] = field(default_factory=dict)
    """Cells that are to be locked, or opened."""
    show: str = ""
    """Sheet to bring to the front."""
    show_row: int = 0
    """Row of that sheet to scroll to. It is not selected: who is selected there gets letters."""
    question: str = ""
    work: Callable[[], str] | None = None
    """What is done beside the workbook once the question is answered with yes; returns what to say in place of ``told``."""

    opens: Path | None = None
    """File to open when that is done."""

    @property
    def changes(self) -> bool:
        """Whether the workbook is to be written."""
        return any(any(of_sheet.values()) for of_sheet in (self.cells, self.colours, self.locks))
