"""Rules on the file and the form: every fault of the reader has its rule, and only a galat keeps a file out."""

from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.checks import RULES, rejected_files
from kinerja_xl.checks.berkas import RULES as FILE_RULES
from kinerja_xl.consolidation.run import check_all, consolidate
from kinerja_xl.findings import Severity
from kinerja_xl.forms import faults
from kinerja_xl.forms.faults import Fault, shortened
from kinerja_xl.forms.read import read_workbook
from tests.forms.edited import edited, two_people, with_parts
from tests.workbooks import Unit, nip

FAULTS = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.pesan[:20]}")
def test_what_is_told_belongs_to_a_rule_of_the_same_weight(fault: Fault) -> None:
    assert RULES[fault.code].severity is fault.severity
    assert fault.pesan.endswith(".")
    assert fault.saran.endswith(".")


def test_a_rule_says_what_is_told() -> None:
    words = {(fault.pesan, fault.saran) for fault in FAULTS}
    assert all((rule.pesan, rule.saran) in words for rule in FILE_RULES)
    assert all(rule.contoh for rule in FILE_RULES)
    assert {rule.code for rule in FILE_RULES} == {fault.code for fault in FAULTS}


def test_only_a_galat_is_about_the_whole_file() -> None:
    assert {rule.code for rule in FILE_RULES if not rule.whole_file} == {
        "BRK007",
        "BRK008",
        "BRK009",
        "FRM004",
        "FRM005",
        "FRM006",
        "FRM008",
        "FRM009",
        "FRM010",
        "FRM011",
    }


def test_a_changed_form_is_consolidated_with_its_warnings(tmp_path: Path) -> None:
    other = Unit(kode="UJI-02", nama="KELURAHAN DUA").person(nip(3)).iki(nip(3), 1, 1, "10", "10")
    other.rate(nip(3), "Sesuai Ekspektasi", "Sesuai Ekspektasi").write(tmp_path, "lain.xlsx")
    changed = with_parts(two_people().write(tmp_path), {"xl/vbaProject.bin": b"x"})
    checked = check_all([read_workbook(changed), read_workbook(tmp_path / "lain.xlsx")])
    result = consolidate(checked)
    assert [f.code for f in checked.findings if f.code in {rule.code for rule in FILE_RULES}] == ["BRK007"]
    assert rejected_files(checked.findings) == set()
    assert (result.counts.files_accepted, result.counts.files_rejected, result.counts.recapped) == (2, 0, 3)
    row = next(r for r in result.frames["Berkas"].to_dict("records") if r["berkas"] == "unit.xlsx")
    assert (row["status"], row["galat"]) == ("Diterima", 0)
    assert row["peringatan"] >= 1


def test_a_rejected_file_is_told_only_what_keeps_it_out(tmp_path: Path) -> None:
    def break_and_add(book: openpyxl.Workbook) -> None:
        book["Rencana"]["J5"] = book["Rencana"]["K5"] = None
        book.create_sheet("Konsep")["A1"] = "x"

    reading = edited(tmp_path, break_and_add)
    assert [(f.code, f.severity) for f in reading.findings] == [("FRM003", Severity.GALAT)]
    assert not reading.accepted
    assert reading.rows == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [("pendek", "pendek"), ("dua\nbaris", "dua baris"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 57 + "...")],
)
def test_a_long_text_is_quoted_short(text: str, shown: str) -> None:
    assert shortened(text) == shown
