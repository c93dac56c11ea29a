"""What is typed on the sheets of our own form that are only printed: the lists of the Lampiran, the boxes of an objection.

It has no place in the unit workbook and stays with the form. The lists, which nearly everybody fills, are for next year's form, which
takes them over; an objection is told.
"""

from collections.abc import Mapping

from kinerja_xl.forms.skp.build_documents import LISTS, OBJECTION
from kinerja_xl.forms.skp.variant import DOKUMEN, LAMPIRAN, LISTED, Varian
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.sheet import Sheet
from kinerja_xl.gathering.sheet_formulas import formulas_of
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.strays import tell_strays
from kinerja_xl.terms import squeezed

_LINES = 1
"""Column index of the lines of a list."""


def read_lists(sheets: Mapping[str, Sheet], varian: Varian, form: StaffForm) -> None:
    """Put the lines of the Lampiran into the form; tell what stands beside them, and an objection."""
    lists, document = sheets.get(squeezed(LAMPIRAN)), sheets.get(squeezed(DOKUMEN))
    if lists:
        used = set[tuple[int, int]]()
        for key, heading, _ in LISTS:
            rows = _rows(lists, squeezed(heading))
            form.lists[key] = [lists.text(row, _LINES) for row in rows]
            used |= {(row + 1, _LINES + 1) for row in rows}
        tell_strays(lists, varian, formulas_of(lists.xml), used, form)
    if document and (boxes := [row for row in _boxes(document) if document.text(row, _LINES)]):
        cell = document.place(boxes[0], _LINES).cell
        form.tell(faults.KEPT_IN_FORM, sheet=document.name, cell=cell, banyak=str(len(boxes)))


def _rows(sheet: Sheet, heading: str) -> list[int]:
    """The filled lines below a heading, down to the last number of the list."""
    first = [squeezed(sheet.text(row, 0)) for row in range(len(sheet.texts))]
    if heading not in first:
        return []
    start = first.index(heading) + 1
    end = next((row for row in range(start, len(first)) if first[row] == str(LISTED)), start - 1)
    return [row for row in range(start, end + 1) if sheet.text(row, _LINES)]


def _boxes(sheet: Sheet) -> list[int]:
    """The rows (index) of what is typed below the headings of an objection."""
    headings = {squeezed(heading) for heading, _ in OBJECTION}
    return [row + 1 for row in range(len(sheet.texts)) if squeezed(sheet.text(row, 1)) in headings]
