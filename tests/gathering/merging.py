"""What tests of merging share: a unit workbook that is there, what became of it, what was told."""

from dataclasses import replace

from kinerja_xl.findings import Finding
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import Wishes
from kinerja_xl.gathering.merged import Merged
from kinerja_xl.gathering.staff_form import Row
from kinerja_xl.gathering.unit_book import UnitBook, UnitRow, new_unit_book
from tests.workbooks import nip

OWNER = {"tahun": "2026", "kode_unit": "UJI-01", "nama_unit": "KELURAHAN UJI"}
FORM_WINS = Wishes(prefer_form=True)


def book(unit: Row | None = None, **rows: list[Row]) -> UnitBook:
    """A unit workbook that is there, with these rows."""
    empty = replace(new_unit_book("unit.xlsx", OWNER | {"periode": "TW1"} | (unit or {}), []), new=False)
    numbered = {
        t.key: [UnitRow(n, row) for n, row in enumerate(rows.get(t.key, []), start=t.first_row)]
        for t in empty.form.tables
    }
    return replace(empty, rows=numbered)


def person(serial: int = 1, **columns: str) -> Row:
    return {"nip": nip(serial), "nama": f"Pegawai {serial}"} | columns


def applied(before: UnitBook, merged: Merged) -> UnitBook:
    """The workbook after the merge."""
    rows = {
        table: [UnitRow(row.number, row.values | merged.changes[table].get(row.number, {})) for row in there]
        for table, there in before.rows.items()
    }
    for table, new in merged.added.items():
        first = max((row.number for row in rows[table]), default=5) + 1
        rows[table] += [UnitRow(number, row) for number, row in enumerate(new, start=first)]
    return replace(before, unit=before.unit | merged.unit, rows=rows, new=False)


def codes(merged: Merged) -> list[str]:
    return [f.code for f in merged.told]


def only(merged: Merged, fault: faults.Fault) -> Finding:
    (found,) = merged.told
    assert (found.code, found.severity) == (fault.code, fault.severity)
    return found
