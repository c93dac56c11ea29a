"""Puts what was merged into a unit workbook: cells of one that is there, or a new one. Nothing is written to a file here."""

import math
from collections.abc import Iterator, Mapping, Sequence

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.blank import MOST_PEOPLE, room_for
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import cell_value, fill_unit_workbook
from kinerja_xl.forms.recalculate import recalculated
from kinerja_xl.forms.set_cells import CellError, CellValue, Place, with_cells
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, UNIT
from kinerja_xl.gathering.merged import Merged, content
from kinerja_xl.gathering.owner import GatherError
from kinerja_xl.gathering.unit_book import UnitBook
from kinerja_xl.regulations import Peraturan

Cells = Mapping[str, Mapping[Place, CellValue]]
"""Sheet (as the workbook spells it) -> place -> value."""


def changed(package: bytes, cells: Cells) -> bytes:
    """The workbook ``package`` with ``cells`` set and every other sheet as it was; raises GatherError where a cell cannot be set."""
    for sheet, values in cells.items():
        try:
            package = with_cells(package, sheet, values)
        except CellError as error:
            raise GatherError(f"lembar {sheet}: {error}") from error
    return recalculated(package)


def planned(book: UnitBook, merged: Merged) -> dict[str, dict[Place, CellValue]]:
    """The cells to set in the workbook; raises GatherError where a sheet has no room for the new rows."""
    check_room(book, merged)
    cells: dict[str, dict[Place, CellValue]] = {}
    for table, address, key, text in _texts(book, merged):
        if field := book.field(table, key):
            cells.setdefault(book.sheets[table], {})[place(address)] = cell_value(field, text) if text else None
    return cells


def check_room(book: UnitBook, merged: Merged) -> None:
    """Refuse more new rows than a sheet was built for."""
    for table, rows in merged.added.items():
        free = len(book.free.get(table, ()))
        if len(rows) > free and not book.new:
            raise GatherError(
                f"lembar {SHEET_NAMES[table]} hanya punya {free} baris kosong, sedangkan {len(rows)} baris baru perlu tempat. "
                "Hapus baris yang tidak dipakai, atau buat buku kerja baru yang lebih besar dengan nama lain (-o)"
            )


def _texts(book: UnitBook, merged: Merged) -> Iterator[tuple[str, str, str, str]]:
    """Table, address, field key and text of every cell to set."""
    for key, text in merged.unit.items():
        yield UNIT.key, book.layout.address(UNIT.key, key, 0), key, text
    for table, rows in merged.changes.items():
        for number, row in rows.items():
            yield from ((table, book.layout.address(table, key, number), key, text) for key, text in row.items())
    for table, new in merged.added.items():
        for number, values in zip(book.free[table], new, strict=False):
            yield from ((table, book.layout.address(table, key, number), key, text) for key, text in values.items())


def built(book: UnitBook, merged: Merged, lokal: Sequence[Peraturan] = ()) -> bytes:
    """A new unit workbook under the office's rules ``lokal`` with everything in it and room for its people; raises GatherError where they are too many."""
    filled = content(book, merged)
    needed = [
        math.ceil((len(filled.rows.get(table.key, ())) - table.spare_rows) / table.rows_a_person)
        for table in book.form.tables
    ]
    people = max(len(filled.rows["pegawai"]), *needed)
    if people > MOST_PEOPLE:
        raise GatherError(
            f"Isinya lebih banyak daripada yang muat untuk {MOST_PEOPLE} pegawai. Bagi menjadi beberapa unit."
        )
    return fill_unit_workbook(blank_unit_workbook(room_for(people), book.year, lokal), filled)
