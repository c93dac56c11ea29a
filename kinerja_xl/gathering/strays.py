"""Texts on a sheet of our own form that are not gathered: typed beside its cells, into its gaps, over its texts or its formulas."""

from collections.abc import Collection, Mapping, Set
from functools import cache
from typing import NamedTuple

from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms import guard
from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.sheet_scan import uncalculated_cells
from kinerja_xl.forms.skp.variant import VERSION, Varian
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.own_page import Page
from kinerja_xl.gathering.sheet_formulas import formulas_of
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.resources import resource
from kinerja_xl.terms import squeezed

_TOLD = 5
"""How many stray texts of a sheet are told one by one."""
_LISTED = 20
"""How many cells of the others are listed."""


class Printed(NamedTuple):
    """What the blank form has on a sheet, by column index: its texts, its numbers as they are written, where it computes something."""

    texts: Mapping[int, Set[str]]
    numbers: Mapping[int, Set[str]]
    computed: Set[int]

    def has(self, text: str, column: int, beside: str) -> bool:
        """Whether the form prints ``text`` in that column; ``beside`` is the text to its right.

        A bare number is one of the form's (a NO) only in the first column or before one of its labels: rows may have moved, so
        that its own place says nothing.
        """
        short = squeezed(text)
        if not short.isdigit():
            return short in self.texts.get(column, ())
        bare = text.strip()
        before_label = column == 0 or squeezed(beside) in self.texts.get(column + 1, ())
        return bare in self.numbers.get(column, ()) and (bare.startswith("(") or before_label)


@cache
def printed(varian: Varian) -> dict[str, Printed]:
    """What the blank form of a variant has on its sheets, by their names as compared."""
    path = resource("workbooks", f"formulir-skp-{varian.slug}-v{VERSION}.xlsx")
    book = Book(path, guard.inspect(path))
    return {squeezed(name): _printed(Sheet(name, book.grid(name), xml=book.xml(name))) for name in book.names}


def _printed(sheet: Sheet) -> Printed:
    texts: dict[int, set[str]] = {}
    numbers: dict[int, set[str]] = {}
    for row in range(len(sheet.texts)):
        for column, text in sheet.filled(row):
            if (short := squeezed(text)).isdigit():
                numbers.setdefault(column, set()).add(text.strip())
            else:
                texts.setdefault(column, set()).add(short)
    return Printed(texts, numbers, frozenset(place(cell)[1] - 1 for cell in formulas_of(sheet.xml)))


def tell_strays(
    sheet: Sheet, varian: Varian, formulas: Mapping[str, str], used: Collection[tuple[int, int]], form: StaffForm
) -> None:
    """Tell every text that is none of the ``used`` cells (from 1), no formula of the form and nothing that it prints."""
    own = printed(varian).get(squeezed(sheet.name), Printed({}, {}, frozenset()))
    stray = [
        (cell, text)
        for row in range(len(sheet.texts))
        for column, text in sheet.filled(row)
        if (row + 1, column + 1) not in used
        and (cell := f"{letters(column + 1)}{row + 1}")
        and not (cell in formulas and column in own.computed)
        and squeezed(text)
        and not own.has(text, column, _beside(sheet, row, column))
    ]
    for cell, text in stray[:_TOLD]:
        form.tell(faults.UNKNOWN_TEXT, sheet=sheet.name, cell=cell, value=text)
    if rest := [cell for cell, _ in stray[_TOLD:]]:
        cells = ", ".join(rest[:_LISTED]) + (", ..." if len(rest) > _LISTED else "")
        form.tell(faults.UNKNOWN_TEXTS, sheet=sheet.name, cell=rest[0], banyak=str(len(rest)), semua=cells)


def _beside(sheet: Sheet, row: int, column: int) -> str:
    """The text to the right of a cell."""
    return next(iter(sheet.texts[row][column + 1 : column + 2]), "")


def tell_uncalculated(page: Page, form: StaffForm) -> None:
    """Formulas in typed cells that have no saved result: they are read as empty."""
    addresses = {f"{letters(column)}{row}" for row, column in page.used}
    columns = {letters(column) for _, column in page.used}
    for cell in (cell for cell in uncalculated_cells(page.sheet.xml, columns) if cell in addresses):
        form.tell(form_faults.NOT_CALCULATED, sheet=page.sheet.name, cell=cell)
