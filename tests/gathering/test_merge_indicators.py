"""Which row of a form belongs to which of the unit workbook: by number, by words, and never by number alone."""

import pytest

from kinerja_xl.findings import Severity
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import merge
from kinerja_xl.gathering.staff_form import Row
from tests.gathering.forms import form, placed, plan
from tests.gathering.merging import FORM_WINS, book, codes, only, person
from tests.workbooks import nip


def test_an_indicator_under_another_number_is_found_by_its_words() -> None:
    there = {"nip": nip(1), "no_rhk": "3", "no_iki": "1", "rhk": "Hasil 16", "indikator": "Indikator 16.1"}
    result = {"nip": nip(1), "no_rhk": "3", "no_iki": "1"}
    before = book(pegawai=[person()], rencana=[there], realisasi=[result])
    merged = merge([plan(plan(form(), 1, 1), 16, 1, bukti="")], before)
    assert merged.told == []
    assert merged.changes["rencana"] == {6: {"target": "10"}}
    assert merged.changes["realisasi"] == {6: {"realisasi_tw1": "5"}}
    assert [row["no_rhk"] for row in merged.added["rencana"]] == ["1"]


@pytest.mark.parametrize("words", [{"indikator": "Indikator 1.1"}, {"indikator": ""}])
def test_words_that_leave_a_doubt_do_not_join_indicators(words: Row) -> None:
    there = {"nip": nip(1), "no_rhk": "3", "no_iki": "1", "rhk": "Hasil 1"} | words
    sent = plan(plan(form(), 1, 1, **words), 1, 2, rhk="Hasil 1", **words)
    merged = merge([sent], book(pegawai=[person()], rencana=[there]))
    assert codes(merged) == [faults.LEFT_OVER.code]
    assert len(merged.added["rencana"]) == 2


@pytest.mark.parametrize("swapped", [True, False], ids=["changed places", "moved up"])
def test_results_never_go_to_another_indicator_of_the_same_number(swapped: bool) -> None:
    """In the workbook RHK 1 counts documents and RHK 2 measures days; the form has them the other way round, or only the second."""
    first, second = (
        {"indikator": "Jumlah dokumen musrenbang"},
        {"indikator": "Rata-rata waktu layanan", "target": "2 Hari"},
    )
    numbers = [{"nip": nip(1), "no_rhk": str(number), "no_iki": "1"} for number in (1, 2)]
    there = [numbers[0] | first | {"target": "10"}, numbers[1] | second]
    results = [row | {"realisasi_tw1": "5"} for row in numbers]
    sent = plan(form(), 1, 1, **second, target_tw1="1")
    sent = plan(sent, 2, 1, **first) if swapped else sent
    for row in sent.rows["realisasi"]:
        row["bukti_tw1"] = "laporan.pdf"
    merged = merge([placed(sent)], book(pegawai=[person()], rencana=there, realisasi=results))
    assert [row for table in ("rencana", "realisasi") for row in merged.changes[table].values() if row] == []
    assert not any(merged.added[table] for table in ("rencana", "realisasi"))
    told = [f for f in merged.told if f.code == faults.OTHER_INDICATOR.code]
    assert [f.severity for f in told] == [Severity.GALAT] * (2 if swapped else 1)
    assert "'Jumlah dokumen musrenbang', di formulir 'Rata-rata waktu layanan'" in told[0].message
    counts = merged.counts
    assert counts.entries == counts.written + counts.unchanged + counts.different + counts.homeless


@pytest.mark.parametrize(
    ("indikator", "target", "taken"),
    [
        ("Jumlah dokumen perencanaan", "10", True),
        ("Jumlah dokumen musrenbang", "12", True),
        ("Jumlah dokumen  Musrenbang.", "10", True),
        ("Jumlah dokumen musrembang", "12", False),
    ],
    ids=["another word", "another target", "other signs", "both"],
)
def test_a_wording_put_right_is_the_same_indicator(indikator: str, target: str, taken: bool) -> None:
    there = {"nip": nip(1), "no_rhk": "1", "no_iki": "1", "indikator": "Jumlah dokumen musrenbang", "target": "10"}
    merged = merge([plan(form(), 1, 1, indikator=indikator, target=target)], book(pegawai=[person()], rencana=[there]))
    assert bool(merged.added["realisasi"]) is taken
    assert (faults.OTHER_INDICATOR.code in codes(merged)) is not taken


def test_where_the_form_counts_its_plan_replaces_the_other_one() -> None:
    there = {"nip": nip(1), "no_rhk": "1", "no_iki": "1", "indikator": "Jumlah dokumen musrenbang", "target": "10"}
    merged = merge([plan(form(), 1, 1)], book(pegawai=[person()], rencana=[there]), FORM_WINS)
    assert merged.changes["rencana"][6]["indikator"] == "Indikator 1.1"


def test_rows_that_only_the_unit_workbook_has_are_left_and_told_once() -> None:
    old = person() | {"no_rhk": "2", "no_iki": "1"}
    sent = plan(form(), 1, 1)
    before = book(pegawai=[person()], rencana=[old], realisasi=[old, person() | {"no_rhk": "3", "no_iki": "1"}])
    merged = merge([sent], before)
    assert [f.message.split(" milik")[0] for f in merged.told] == [
        "Baris Realisasi (indikator 3.1)",
        "Baris Rencana (indikator 2.1)",
    ]
    assert {(f.file, f.sheet, f.cell) for f in merged.told} == {
        ("unit.xlsx", "Rencana", "A6"),
        ("unit.xlsx", "Realisasi", "A7"),
    }
    assert {f.code for f in merged.told} == {faults.LEFT_OVER.code}
    assert set(merged.changes) <= {"pegawai"}


def test_what_the_rater_wrote_into_the_unit_workbook_is_not_left_over() -> None:
    rated = person() | {"periode": "TW2", "rating_hasil": "Sesuai Ekspektasi"}
    assert merge([form()], book(pegawai=[person()], penilaian=[rated])).told == []


def test_rows_with_the_same_number_keep_the_form_out_where_they_differ() -> None:
    found = only(merge([plan(plan(form(), 1, 1), 1, 1, target="20")], book(pegawai=[person()])), faults.ROW_TWICE)
    assert found.message.startswith("Lembar Rencana: indikator 1.1 tertulis lebih dari satu kali di formulir Pegawai 1")
    merged = merge([plan(plan(form(), 1, 1), 1, 1)], book(pegawai=[person()]))
    assert (merged.told, len(merged.added["rencana"])) == ([], 1)
