"""Five workbooks that LibreOffice saved after a careless clerk (``edit.py``) was at them: what is told, where, and in which words."""

from pathlib import Path

import pytest

from kinerja_xl.checks import check
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada

FILES = Path(__file__).parent / "files"
ATURAN = aturan_pada(Periode.TW2.span(2026)[1], AturanRating)
EXPECTED = {
    "tempel-menimpa": [
        ("REA003", "Realisasi", "D9"),
        ("REN007", "Rencana", "J7"),
        ("REN001", "Rencana", "A9"),
        *[("REA013", "Realisasi", f"L{row}") for row in (6, 7, 8)],
    ],
    "baris-disisipkan": [("REN001", "Rencana", "A8")],
    "kolom-dipindah": [("FRM003", "Rencana", "K5"), ("FRM004", "Pegawai", "")],
    "lembar-ganti-nama": [("FRM002", "Realisasi", "")],
    "teks-gabung-catatan": [
        ("REN007", "Rencana", "J8"),
        ("FRM008", "Realisasi", "K6"),
        ("FRM009", "Realisasi", "A4999"),
        ("FRM008", "Rencana", "F6"),
        ("REN018", "Rencana", "J7"),
        ("FRM009", "Rencana", "Z8"),
        ("FRM009", "Rencana", "F5000"),
    ],
}
WORDS = {
    ("tempel-menimpa", "REN001"): "tersimpan sebagai angka, sehingga angka terakhirnya hilang",
    ("kolom-dipindah", "FRM003"): "sel K5 berjudul 'Targt', mungkin yang dimaksud 'Target'",
    ("lembar-ganti-nama", "FRM002"): "mungkin lembar 'Realisasi (2)'",
    ("teks-gabung-catatan", "FRM008"): "K6:K7",
    ("teks-gabung-catatan", "REN007"): "''90'",
}


def _findings(name: str) -> list[Finding]:
    reading = read_workbook(FILES / f"{name}.xlsx")
    found = [*reading.findings, *check(join([reading]), Periode.TW2, ATURAN)]
    return [finding for finding in found if finding.severity is not Severity.INFO]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_carelessness_is_told_where_it_is_and_nothing_else(name: str) -> None:
    found = [(finding.code, finding.sheet, finding.cell) for finding in _findings(name)]
    assert sorted(found) == sorted(EXPECTED[name])


@pytest.mark.parametrize(("name", "code"), WORDS)
def test_the_words_say_what_to_look_for(name: str, code: str) -> None:
    assert any(WORDS[name, code] in finding.message for finding in _findings(name) if finding.code == code)


def test_a_moved_table_keeps_its_rows() -> None:
    reading = read_workbook(FILES / "baris-disisipkan.xlsx")
    assert reading.cells["pegawai", "nama"] == "B"
    assert reading.rows["pegawai"]["baris"] == ["8", "9", "11", "12"]
