"""Tells rows of a table from notes that people leave below it or beside it.

A note is no row of data, and nobody gets findings for it; but it is named, for it may have been meant as an entry.
"""

from collections.abc import Iterator, Sequence

from kinerja_xl.forms import faults
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.cells import Cell, text_column
from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.forms.locate import FoundTable, Row, is_blank
from kinerja_xl.forms.reading import Reading
from kinerja_xl.forms.sheet_scan import is_typed
from kinerja_xl.indonesian import parse_date, parse_quantity
from kinerja_xl.terms import squeezed

NAMED = 5
"""So many notes of a sheet are named one by one; how many more there are is told once."""
MOST_NEEDED = 1
"""A note may stand in this many of the columns that every row needs; a row that fills more was meant as one."""


def data_rows(found: FoundTable) -> list[Row]:
    """The rows in which somebody typed something, without those that are notes."""
    notes = {number for number, _ in _note_rows(found)}
    return [row for row in found.used_rows if row[0] not in notes]


def tell_notes(found: FoundTable, reading: Reading) -> None:
    """1. No text stands below the table in a row that is clearly none of its rows. 2. None stands beside it without a header."""
    notes = sorted([*_below(found), *_beside(found)])
    for row, column, text in notes[:NAMED]:
        reading.tell(faults.NOTE, sheet=found.table.name, cell=f"{letters(column + 1)}{row}", value=text)
    if len(notes) > NAMED:
        reading.tell(faults.MORE_NOTES, sheet=found.table.name, lain=str(len(notes) - NAMED))


def _note_rows(found: FoundTable) -> list[Row]:
    """Rows with a blank row between them and the table that hold nothing a row of data has."""
    last, notes = found.header + 1, []
    for row in found.used_rows:
        if row[0] > last + 1 and _is_note(found, row[1]):
            notes.append(row)
        else:
            last = row[0]
    return notes


def _is_note(found: FoundTable, cells: Sequence[Cell]) -> bool:
    """No NIP, no number, no date, no word of a list, and hardly one of the columns that a row needs."""
    filled = [(f, cells[column]) for f, column in found.inputs if not is_blank(cells[column])]
    needed = sum(f.needed for f, _ in filled)
    return needed <= MOST_NEEDED and not any(_is_data(f, cell) for f, cell in filled)


def _is_data(field: Field, cell: Cell) -> bool:
    """Whether a cell holds what its column asks for, told from a remark by more than being a text."""
    if not isinstance(cell, str):
        return True
    text = cell.strip()
    if field.kind is Kind.NIP:
        return any(c.isdigit() for c in text) and not text[0].isalpha()
    if field.kind is Kind.INTEGER:
        return any(c.isdigit() for c in text)
    if field.kind is Kind.QUANTITY:
        return parse_quantity(text) is not None
    if field.kind is Kind.DATE:
        return parse_date(text) is not None
    return squeezed(text) in {squeezed(choice) for choice in field.choices}


def _below(found: FoundTable) -> Iterator[tuple[int, int, str]]:
    """Row, column and texts of each note below the table, those in the columns of formulas included."""
    columns = [column for _, column in found.inputs]
    for number, cells in _note_rows(found):
        filled = [c for c in columns if not is_blank(cells[c])]
        yield number, filled[0], " | ".join(text_column([cells[c] for c in filled], Kind.TEXT))
    formulas = [
        found.places[f.key]
        for f in found.table.fields
        if f.kind is Kind.FORMULA and not f.late and f.key in found.places
    ]
    used = {number for number, _ in found.used_rows}
    for number, cells in enumerate(found.grid[found.header + 1 :], start=found.header + 2):
        texts = [(c, str(cells[c]).strip()) for c in formulas if cells[c] != ""] if number not in used else ()
        yield from ((number, c, t) for c, t in texts if t and is_typed(found.xml, f"{letters(c + 1)}{number}"))


def _beside(found: FoundTable) -> Iterator[tuple[int, int, str]]:
    """Row, column and text of each cell right of the form under no header; not where a column of the form is lost."""
    header = found.grid[found.header]
    free = [c for c in range(max(found.places.values()) + 1, len(header)) if is_blank(header[c])]
    if found.lost or not free:
        return
    for number, cells in enumerate(found.grid[found.header + 1 :], start=found.header + 2):
        for c in free:
            text = cells[c]
            if isinstance(text, str) and not is_blank(text) and not _shows_result(found, f"{letters(c + 1)}{number}"):
                yield number, c, text.strip()


def _shows_result(found: FoundTable, cell: str) -> bool:
    """Whether a cell may be a formula of the form whose header is lost."""
    return bool(found.missing) and not is_typed(found.xml, cell)
