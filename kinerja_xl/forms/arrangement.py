"""Looks at how the form itself is arranged: columns renamed, lost or moved, a year that is not that of the columns.

What a sheet must have and has not keeps the file out; everything else is told, and the rest is read.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kinerja_xl.forms import faults
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.description import NEWEST, Field, Kind
from kinerja_xl.forms.locate import FoundTable
from kinerja_xl.forms.near import nearest
from kinerja_xl.forms.reading import Reading
from kinerja_xl.forms.unit_workbook import TABLES, UNIT, Form, form_of
from kinerja_xl.terms import squeezed

SHOWN = 5
"""So many columns are named in one message."""
YEAR_MARGIN = 3
"""By so many headers another year's form must fit better before the year is called wrong: a lost column or two is no proof."""


def listed(texts: Sequence[str]) -> str:
    """The first texts, and how many more there are."""
    more = len(texts) - SHOWN
    return ", ".join(texts[:SHOWN]) + (f", dan {more} lainnya" if more > 0 else "")


def tell_missing(found: FoundTable, reading: Reading) -> None:
    """1. Every column without which the sheet cannot be read has its header; a similar header is named with its cell."""
    missing = [f for f in found.missing if f.must]
    if not missing:
        return
    near = _near(found, missing)
    cells = [_header_cell(found, column) for column in near.values()]
    named = [
        f"sel {_header_cell(found, column)} berjudul '{_header(found, column)}', mungkin yang dimaksud '{f.header}'"
        for f in missing
        if (column := near.get(f.key)) is not None
    ]
    reading.tell(
        faults.NO_COLUMN,
        sheet=found.table.name,
        cell=cells[0] if len(cells) == 1 else "",
        field=", ".join(f.header for f in missing),
        apa="Judul kolom tidak ditemukan" if found.header < 0 else "Kolom wajib tidak ada",
        mirip="".join(f"; {text}" for text in named),
        baris=str(found.table.header_row),
    )


def tell_lost(found: FoundTable, reading: Reading) -> None:
    """1. Every column that people type into has its header. 2. A similar header is told as renamed, one finding each."""
    missing = [f for f in found.missing if f.kind.typed]
    near = _near(found, missing)
    for f in missing:
        if (column := near.get(f.key)) is not None:
            cell, text = _header_cell(found, column), _header(found, column)
            reading.tell(faults.RENAMED_COLUMN, sheet=found.table.name, cell=cell, field=f.header, value=text)
    lost = [f.header for f in missing if f.key not in near]
    if lost:
        unknown = [
            f"'{text}' ({_header_cell(found, i)})" for text, i in found.strange.items() if i not in near.values()
        ]
        asked = f"; judul yang tidak dikenal: {listed(unknown)}" if unknown else ""
        reading.tell(
            faults.LOST_COLUMN, sheet=found.table.name, field=listed([f"kolom {h}" for h in lost]), asing=asked
        )


def tell_lost_entries(form: Form, reading: Reading) -> None:
    """1. Every entry of the sheet Unit that people type has its label."""
    lost = [e.header for e in form.unit.entries if e.kind.typed and (UNIT.key, e.key) not in reading.cells]
    if lost:
        labels = listed([f"label '{header}'" for header in lost])
        reading.tell(faults.LOST_COLUMN, sheet=UNIT.name, field=labels, asing="")


def tell_moved(found: FoundTable, reading: Reading) -> None:
    """1. Name of the sheet, header row and columns are where the form has them; one finding for each sheet."""
    table = found.table
    moved = [
        f"{f.header} ({letters(found.places[f.key] + 1)})"
        for column, f in enumerate(table.fields)
        if not f.late and found.places.get(f.key, column) != column
    ]
    parts = [f"namanya tertulis '{found.name}'"] if found.name != table.name else []
    if found.header + 1 != table.header_row:
        parts.append(f"baris judul di baris {found.header + 1}, aslinya {table.header_row}")
    if moved:
        parts.append(f"kolom yang bergeser: {listed(moved)}")
    if parts:
        reading.tell(faults.MOVED, sheet=table.name, apa="; ".join(parts))


def tell_other_year(form: Form, tables: Sequence[FoundTable], reading: Reading) -> bool:
    """1. No other year's form fits the headers clearly better than that of the year typed. Returns whether one does."""
    if not any(found.lost or found.strange for found in tables):
        return False
    forms = _forms()
    own = _misfit(form, tables)
    words, best = min(((words, _misfit(other, tables)) for words, other in forms.items()), key=lambda pair: pair[1])
    if own - best < YEAR_MARGIN:
        return False
    reading.tell(
        faults.OTHER_YEAR,
        sheet=UNIT.name,
        cell=reading.cells.get((UNIT.key, "tahun"), ""),
        field=UNIT.field("tahun").header,
        value=reading.rows[UNIT.key]["tahun"][0],
        tahun_formulir=words,
    )
    return True


@cache
def _forms() -> dict[str, Form]:
    """A form for each span of years with the same columns, by the span in words."""
    starts = sorted({year for table in TABLES for f in table.fields for year in _changes(f)})
    spans = zip([0, *starts], [*(start - 1 for start in starts), NEWEST], strict=True)
    return {_span(first, last): form_of(min(last, NEWEST)) for first, last in spans}


def _changes(field: Field) -> Iterator[int]:
    """Years from which on the field is there, or is there no more, or reads differently."""
    for each in (field, *field.past):
        yield from (year for year in (each.first_year, each.last_year + 1) if 0 < year <= NEWEST)


def _span(first: int, last: int) -> str:
    if not first:
        return f"{last} atau sebelumnya"
    if last == NEWEST:
        return f"{first} atau sesudahnya"
    return str(first) if first == last else f"{first} sampai {last}"


def _misfit(form: Form, tables: Sequence[FoundTable]) -> int:
    """How many headers of the form are not there, and how many are there that only other years' forms have."""
    return sum(_misfit_of(form, found) for found in tables)


def _misfit_of(form: Form, found: FoundTable) -> int:
    cells = found.grid[found.header] if found.header >= 0 else ()
    there = {squeezed(cell) for cell in cells if isinstance(cell, str)} - {""}
    wanted = [f.spellings for f in form.table(found.table.key).fields if _tells_year(f)]
    foreign = _spellings(found.table.key) - {text for spellings in wanted for text in spellings}
    return sum(not spellings & there for spellings in wanted) + len(foreign & there)


@cache
def _spellings(key: str) -> frozenset[str]:
    """All spellings of all headers of a table, in the forms of all years."""
    fields = (f for form in _forms().values() for f in form.table(key).fields if _tells_year(f))
    return frozenset(text for f in fields for text in f.spellings)


def _tells_year(field: Field) -> bool:
    """Whether the header says of which year a form is: some columns are not in every workbook of their years."""
    return field.kind is not Kind.RESULT and not field.late


def _near(found: FoundTable, missing: Sequence[Field]) -> dict[str, int]:
    """The column whose unknown header is most like that of a missing field; each column for one field only."""
    free = dict(found.strange)
    near: dict[str, int] = {}
    for f in missing:
        text = nearest((f.header, *f.aliases), free)
        if text:
            near[f.key] = free.pop(text)
    return near


def _header(found: FoundTable, column: int) -> str:
    return str(found.grid[found.header][column])


def _header_cell(found: FoundTable, column: int) -> str:
    return f"{letters(column + 1)}{found.header + 1}"
