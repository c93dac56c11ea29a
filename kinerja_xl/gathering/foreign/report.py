"""Tells what was found in a foreign form and not used: columns, texts, formulas, differences between its sheets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kinerja_xl.findings import Severity
from kinerja_xl.forms import faults as form_faults
from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.sheet_scan import uncalculated_cells
from kinerja_xl.forms.unit_workbook import PEGAWAI, PENILAIAN, PERILAKU, REALISASI, RENCANA
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.header_spellings import NO_PLACE
from kinerja_xl.gathering.foreign.join import Difference
from kinerja_xl.gathering.foreign.mapping import Unknown
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.gathering.foreign.rows import Block
from kinerja_xl.gathering.foreign.table import ForeignTable
from kinerja_xl.gathering.staff_form import Place, Row, StaffForm

_HEADERS = {f.key: f.header for t in (PENILAIAN, PERILAKU, PEGAWAI, REALISASI, RENCANA) for f in t.fields}
_HOMELESS = {**NO_PLACE, "ekspektasi": "Ekspektasi pada baris hasil kerja"}
_EXAMPLES = 3


@dataclass
class ForeignForm(StaffForm):
    """A form that is not ours, and the columns for which the office has to say what they mean."""

    unknown: list[Unknown] = field(default_factory=list)
    others: list["ForeignForm"] = field(default_factory=list)
    """The forms of further people whose rows stand in the same tables."""


def put_row(form: ForeignForm, table: str, keys: Row, values: Values) -> None:
    """Add a row with the places of its values."""
    rows = form.rows.setdefault(table, [])
    form.places.update({(table, len(rows), key): value.place for key, value in values.items()})
    rows.append(keys | {key: value.text for key, value in values.items()})


def mark_blank(form: ForeignForm, table: str) -> None:
    """Note which rows leave fields empty that others of the table have; a merged cell may say such a one for several rows."""
    known = set[str]().union(*form.rows[table])
    for index, row in enumerate(form.rows[table]):
        form.blank[table, index] = dict.fromkeys(sorted(known - row.keys()), Place("", ""))


def without_repeated(form: ForeignForm, first: ForeignForm) -> ForeignForm:
    """The form of a further person without what was told of the whole file before."""
    known = {(f.code, f.sheet, f.cell, f.field) for f in first.findings if f.severity is not Severity.GALAT}
    form.findings = [f for f in form.findings if (f.code, f.sheet, f.cell, f.field) not in known]
    form.unknown = []
    return form


def named(key: str) -> str:
    """A field as messages name it."""
    return _HEADERS.get(key) or _HEADERS.get(f"{key}_tw1", key).removesuffix(" TW I").removesuffix(" s.d.")


def tell_block(block: Block, form: ForeignForm) -> None:
    """What a table holds besides its results; headers that were read in spite of a typing mistake."""
    table = block.table
    for column in {c.cell: c for c in table.columns.values() if c.guessed}.values():
        form.tell(
            faults.READ_AS, sheet=table.sheet.name, cell=column.cell, kolom=named(column.meaning), value=column.label
        )
    for index, values in block.unknown.items():
        _tell_column(table, index, values, form)
    for meaning, values in block.homeless.items():
        where, what = values[0].place, f"{_HOMELESS[meaning]} ({len(values)} isian)"
        form.tell(faults.NO_PLACE, sheet=where.sheet, cell=where.cell, apa=what, tahun=form.tahun)
    tell_loose(block.loose, form)


def _tell_column(table: ForeignTable, index: int, values: Sequence[Value], form: ForeignForm) -> None:
    column = table.columns.get(index)
    label = column.label if column else f"tanpa judul (kolom {letters(index + 1)})"
    cell = column.cell if column else values[0].place.cell
    sheet = table.sheet.name
    form.unknown.append(Unknown(label, sheet, cell, len(values), tuple(v.text for v in values[:_EXAMPLES])))
    form.tell(faults.UNKNOWN_COLUMN, sheet=sheet, cell=cell, kolom=label, value=label, banyak=str(len(values)))


def tell_loose(values: Iterable[Value], form: StaffForm) -> None:
    """Texts that belong to nothing."""
    for value in values:
        form.tell(faults.UNKNOWN_TEXT, sheet=value.place.sheet, cell=value.place.cell, value=value.text)


def tell_differences(differences: Iterable[Difference], form: StaffForm) -> None:
    """Fields of which two sheets say different things, each once."""
    for key, kept, other in dict.fromkeys(differences):
        form.tell(
            faults.TWO_SHEETS,
            sheet=other.place.sheet,
            cell=other.place.cell,
            kolom=named(key),
            value=other.text,
            lama=shortened(kept.text),
            letak_lama=_at(kept.place),
            letak=_at(other.place),
        )


def tell_uncalculated(table: ForeignTable, form: StaffForm) -> None:
    """Formulas in a table that have no saved result: they are read as empty."""
    columns = {letters(c + 1): column for c, column in table.columns.items() if column.meaning}
    rows = range(table.first + 1, table.end + 1)
    cells = [cell for cell in uncalculated_cells(table.sheet.xml, columns) if place(cell)[0] in rows]
    if cells:
        kolom = columns[re.sub(r"\d", "", cells[0])].label
        form.tell(form_faults.NOT_CALCULATED, sheet=table.sheet.name, cell=cells[0], kolom=kolom)
    if cells[1:]:
        form.tell(form_faults.MORE_NOT_CALCULATED, sheet=table.sheet.name, lain=str(len(cells) - 1))


def _at(where: Place) -> str:
    return f"{where.sheet}!{where.cell}"
