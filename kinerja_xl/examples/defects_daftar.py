"""Defects of the roster beside the example workbooks: somebody on it who is in none of them, and the other way round."""

from collections.abc import Collection, Iterator, Sequence
from string import ascii_uppercase

from kinerja_xl.checks.gabungan import BELUM_MASUK, DI_LUAR_DAFTAR
from kinerja_xl.consolidation.reconcile import ROSTER
from kinerja_xl.examples.defects import DefectiveUnit, PlantedDefect
from kinerja_xl.forms.unit_workbook import PEGAWAI

Row = dict[str, str]
CODES = frozenset({BELUM_MASUK.code, DI_LUAR_DAFTAR.code})
STRANGER = {"nip": "199003142019031008", "nama": "Wulandari Belum Kirim"}


def plant_on_roster(
    people: list[Row], units: Sequence[DefectiveUnit], planted: Sequence[PlantedDefect], codes: Collection[str]
) -> list[PlantedDefect]:
    """Change the rows of the roster (``kode_unit``, ``nama_unit`` and the columns of Pegawai); returns what was done."""
    return [*_add(people, codes), *_leave_out(people, units, planted, codes)]


def _add(people: list[Row], codes: Collection[str]) -> Iterator[PlantedDefect]:
    if BELUM_MASUK.code in codes:
        people.append(
            dict.fromkeys(people[0], "") | {key: people[0][key] for key in ("kode_unit", "nama_unit")} | STRANGER
        )
        yield PlantedDefect(
            ROSTER, "", "", BELUM_MASUK.code, "Pegawai di daftar yang tidak ada di buku kerja mana pun."
        )


def _leave_out(
    people: list[Row], units: Sequence[DefectiveUnit], planted: Sequence[PlantedDefect], codes: Collection[str]
) -> Iterator[PlantedDefect]:
    """The last person of the first unit who carries no defect on the sheet Pegawai and is in no second workbook."""
    if DI_LUAR_DAFTAR.code not in codes:
        return
    first = units[0]
    everywhere = [row["nip"] for unit in units for row in unit.content.rows[PEGAWAI.key]]
    marked = {d.cell.lstrip(ascii_uppercase) for d in planted if (d.file, d.sheet) == (first.file_name, PEGAWAI.name)}
    for number, row in reversed(list(enumerate(first.content.rows[PEGAWAI.key], PEGAWAI.first_row))):
        if row["nip"] and everywhere.count(row["nip"]) == 1 and str(number) not in marked:
            people[:] = [person for person in people if person["nip"] != row["nip"]]
            yield PlantedDefect(
                first.file_name, PEGAWAI.name, f"A{number}", DI_LUAR_DAFTAR.code, "Pegawai terhapus dari daftar."
            )
            return
