"""What the unit workbook still says of an indicator and the form leaves empty: taken out of the form, or never gathered from it.

It is told. The cell is cleared only where the form is to win, and only where the form's own cell is known to be empty.
"""

from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.unit_workbook import TABLE_BY_KEY
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.choose import RowKey, numbered
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.unit_book import UnitRow
from kinerja_xl.gathering.work import Spot, Work

_OF_RATER = "umpan_balik"
"""Beginning of the keys of what raters write, often into the unit workbook alone."""


def tell_withdrawn(work: Work, form: StaffForm, where: tuple[str, int], key: RowKey) -> None:
    """1. What a row of the unit workbook says, and the form has a cell for, is in the form."""
    table, _ = where
    there = work.rows.get(table, {}).get(form.nip, {}).get(key)
    if there is None:
        return
    for name, place in form.blank.get(where, {}).items():
        if there.values.get(name) and not name.startswith(_OF_RATER):
            cleared = work.wishes.prefer_form and bool(place.cell)
            if cleared:
                work.merged.changes[table][there.number][name] = ""
            _tell(work, form, (*where, name), there, cleared=cleared)


def _tell(work: Work, form: StaffForm, at: Spot, there: UnitRow, *, cleared: bool) -> None:
    table, index, name = at
    row, place, header = form.rows[table][index], form.blank[table, index][name], TABLE_BY_KEY[table].field(name).header
    found = faults.WITHDRAWN.finding(
        form.berkas,
        sheet=place.sheet,
        cell=place.cell,
        field=header,
        nama=form.nama or form.nip,
        baris=f" ({numbered(table, row)})",
        lama=shortened(there.values[name]),
        letak=work.book.place(table, name, there.number),
        keputusan="dikosongkan" if cleared else "tetap",
    )
    work.merged.findings.append(found._replace(nip=form.nip, nama=form.nama))
