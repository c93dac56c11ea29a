"""The live columns after people inserted rows above the first one and columns between the quarters."""

from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from kinerja_xl.forms.unit_workbook import form_of
from tests.forms.edited_live import Step, edited
from tests.workbooks import HEAD, TAHUN, Unit, nip, records

FORM = form_of(TAHUN)


def at(table: str, key: str, row: int, shift: int = 0) -> str:
    return f"{get_column_letter(FORM.table(table).column(key) + shift)}{row}"


def first_row(table: str, texts: dict[str, str], *, copied: tuple[str, ...] = ()) -> list[Step]:
    """A new row above the first one, with these texts and with formulas copied from the row below."""
    name, row = FORM.table(table).name, FORM.table(table).first_row
    typed: list[Step] = [(name, "type", at(table, key, row), text) for key, text in texts.items()]
    copies: list[Step] = [(name, "copy", at(table, key, row + 1), at(table, key, row)) for key in copied]
    return [(name, "row", row), *typed, *copies]


@pytest.mark.libreoffice
def test_a_row_above_the_first_counts_and_a_new_column_moves_no_quarter(tmp_path: Path) -> None:
    unit = Unit().person(HEAD, "Siti Penilai").person(nip(1)).iki(nip(1), 1, 1, "10", "9")
    key = {"nip": nip(2), "no_rhk": "1", "no_iki": "1"}
    steps = [
        *first_row("pegawai", {"nip": nip(2), "nama": "Ani Contoh"}, copied=("capaian", "bulan")),
        *first_row("rencana", key | {"indikator": "Berkas", "target": "10"}, copied=("nama",)),
        *first_row("realisasi", key | {"realisasi_tw2": "5"}, copied=("nama", "capaian")),
        ("Realisasi", "column", FORM.table("realisasi").column("realisasi_tw2")),
        ("Rencana", "column", FORM.table("rencana").column("target_tw2")),
    ]
    shown = edited(unit.write(tmp_path), tmp_path, steps)
    people = {row["NIP"]: row["Capaian (%)"] for row in records(shown, "Pegawai", "NIP")}
    assert (people[nip(2)], people[nip(1)]) == (50, 90)
    results = {row["NIP"]: (row["Nama"], row["Capaian (%)"]) for row in records(shown, "Realisasi", "NIP")}
    assert (results[nip(2)], results[nip(1)]) == (("Ani Contoh", 50), ("Budi Contoh", 90))
