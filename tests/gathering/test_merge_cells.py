"""One cell of a form against one of the unit workbook: what is taken, what means the same, what is told."""

from dataclasses import replace

import pytest

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.compare import LONGEST
from kinerja_xl.gathering.merge import merge
from tests.gathering.forms import form, plan, whole
from tests.gathering.merging import FORM_WINS, book, codes, only, person
from tests.workbooks import nip


def test_an_empty_cell_takes_what_the_form_says() -> None:
    merged = merge([form(jabatan="Arsiparis")], book(pegawai=[person()]))
    assert merged.changes == {"pegawai": {6: {"jabatan": "Arsiparis"}}}
    assert (merged.told, dict(merged.added)["pegawai"], merged.unit) == ([], [], {})


def test_what_the_form_leaves_empty_stays() -> None:
    merged = merge([form(jabatan="", pangkat=" ")], book(pegawai=[person(jabatan="Arsiparis", pangkat="Penata")]))
    assert (merged.cells, merged.told) == (0, [])


@pytest.mark.parametrize(
    ("table", "key", "there", "typed"),
    [
        ("pegawai", "status", "PPPK", "p3k"),
        ("pegawai", "mulai", "2026-02-01", "1 Februari 2026"),
        ("pegawai", "jabatan", "Pengelola  Data", " Pengelola\nData "),
        ("pegawai", "nip_penilai", nip(9), f"{nip(9)[:8]} {nip(9)[8:]}"),
        ("rencana", "target", "12 Bulan", "12  bulan"),
        ("rencana", "target", "85,5", "85.5"),
        ("penilaian", "rating_hasil", "Di Atas Ekspektasi", "DIATAS EKSPETASI"),
        ("rencana", "perspektif", "Proses Bisnis", "proses bisnis"),
    ],
)
def test_what_means_the_same_is_no_difference(table: str, key: str, there: str, typed: str) -> None:
    keys = {"rencana": {"no_rhk": "1", "no_iki": "1"}, "penilaian": {"periode": "TW1"}, "pegawai": {}}[table]
    sent = form()
    sent.rows.setdefault(table, [{**keys}])[0][key] = typed
    before = book(None, **{"pegawai": [person()], table: [person() | keys | {key: there}]})
    assert merge([sent], before).cells == 0
    assert merge([sent], before).told == []


def test_numbers_of_rows_are_compared_as_numbers() -> None:
    sent = plan(form(), 1, 1)
    before = book(pegawai=[person()], rencana=[{"nip": nip(1), "no_rhk": "01", "no_iki": "1", "target": "10"}])
    assert merge([sent], before).changes["rencana"] == {6: {"rhk": "Hasil 1", "indikator": "Indikator 1.1"}}


def test_a_quantity_may_repeat_the_unit_of_its_row() -> None:
    there = person() | {"no_rhk": "1", "no_iki": "1", "target": "12 Bulan", "target_tw1": "3 Bulan", "satuan": "Bulan"}
    sent = plan(form(), 1, 1, target="12", target_tw1="3 Hari")
    told = only(merge([sent], book(pegawai=[person()], rencana=[there])), faults.DIFFERENT)
    assert (told.field, told.value) == ("Target s.d. TW I", "3 Hari")


def test_two_different_texts_are_told_and_the_unit_workbook_stays() -> None:
    before = book(pegawai=[person()], rencana=[person() | {"no_rhk": "1", "no_iki": "1", "target": "12"}])
    merged = merge([plan(form(), 1, 1)], before)
    found = only(merged, faults.DIFFERENT)
    assert found.message == (
        "Target milik Pegawai 1 (indikator 1.1) berbeda: di buku kerja '12', di formulir '10'. "
        "Isian buku kerja (Rencana!J6) tetap."
    )
    assert (found.file, found.sheet, found.cell, found.field, found.value) == (
        "skp-001.xlsx",
        "SKP",
        "A5",
        "Target",
        "10",
    )
    assert "target" not in merged.changes["rencana"][6]
    assert (merged.counts.different, merged.counts.replaced) == (1, 0)


def test_the_form_wins_where_it_is_asked_to_and_that_is_told_too() -> None:
    before = book(pegawai=[person()], rencana=[person() | {"no_rhk": "1", "no_iki": "1", "target": "12"}])
    merged = merge([plan(form(), 1, 1)], before, FORM_WINS)
    assert only(merged, faults.DIFFERENT).message.endswith("(Rencana!J6) diganti dengan isian formulir.")
    assert merged.changes["rencana"][6]["target"] == "10"
    assert (merged.counts.different, merged.counts.replaced) == (0, 1)


def test_words_of_a_list_are_written_as_the_workbook_spells_them() -> None:
    sent = form(status="p3k", mulai="1 Februari 2026", nip_penilai=f" {nip(9)}")
    merged = merge([sent], book(pegawai=[person()]))
    assert merged.changes["pegawai"][6] == {"status": "PPPK", "mulai": "2026-02-01", "nip_penilai": nip(9)}


def test_fields_that_the_year_does_not_have_are_told() -> None:
    before = book({"tahun": "2020"}, pegawai=[person()])
    sent = replace(whole(), tahun="2020")
    places = {
        f.message.split(" pada formulir")[0] for f in merge([sent], before).told if f.code == faults.NO_PLACE.code
    }
    assert places == {
        "Rating Hasil Kerja (lembar Penilaian)",
        "Capaian kinerja organisasi Triwulan I (lembar Unit)",
    }


def test_a_table_that_is_not_gathered_and_a_column_that_was_deleted_are_told() -> None:
    before = book(pegawai=[person()])
    del before.layout.cells["pegawai", "jabatan"]  # type: ignore[attr-defined]
    sent = form(jabatan="Arsiparis")
    sent.rows["pengembangan"] = [{"bentuk": "Pelatihan"}]
    merged = merge([sent], before)
    assert codes(merged) == [faults.NO_PLACE.code] * 2
    assert (merged.counts.homeless, merged.cells) == (2, 0)


def test_what_formulas_show_needs_no_place() -> None:
    sent = form()
    sent.rows["penilaian"] = [{"periode": "TW1", "nama": "X", "predikat": "Baik"}]
    before = book(pegawai=[person(nip_penilai=nip(2))], penilaian=[person() | {"periode": "TW1"}])
    sent.rows["pegawai"][0]["nip_penilai_angka"] = "1"
    assert merge([sent], before).told == []


def test_a_text_that_no_cell_can_hold_is_told() -> None:
    merged = merge([form(jabatan="x" * (LONGEST + 1))], book(pegawai=[person()]))
    assert only(merged, faults.TOO_LONG).field == "Jabatan"
    assert merged.cells == 0
