"""Merging staff forms into the content of a unit workbook: each fault has its case, and the laws hold for any content."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.unit_workbook import PENILAIAN, PERILAKU, RENCANA
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.compare import LONGEST, canonical, meaning
from kinerja_xl.gathering.merge import Wishes, merge
from kinerja_xl.gathering.merged import Merged
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import UnitBook, UnitRow, new_unit_book
from kinerja_xl.periods import Periode
from kinerja_xl.roster import RosterEntry
from kinerja_xl.terms import Nilai
from tests.gathering.forms import form, placed, plan, whole
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


def test_only_those_named_are_gathered() -> None:
    before = book(pegawai=[person(1), person(2), person(3)])
    merged = merge([form(1, jabatan="A"), form(2, jabatan="B")], before, Wishes(only=frozenset({nip(2), nip(3)})))
    assert merged.changes["pegawai"] == {7: {"jabatan": "B"}}
    assert (merged.counts.forms, merged.counts.outside, merged.counts.people) == (1, 1, 2)
    assert only(merged, faults.MISSING).nip == nip(3)


def test_a_new_person_gets_all_rows_and_is_told() -> None:
    merged = merge([whole(2)], book(pegawai=[person(1)]))
    assert sorted(codes(merged)) == [faults.MISSING.code, faults.STRANGER.code]
    assert [row["nilai"] for row in merged.added["perilaku"]] == list(Nilai)
    assert merged.added["perilaku"][1] == {"nip": nip(2), "nilai": "Akuntabel", "umpan_balik_tw1": "Teliti"}
    assert [row["periode"] for row in merged.added["penilaian"]] == list(Periode)
    assert merged.added["pegawai"][0]["pendekatan"] == "Kuantitatif"
    assert merged.rows == 1 + 2 + 2 + 7 + 5


def test_a_known_person_gets_no_rows_he_did_not_have() -> None:
    merged = merge([whole(1)], book({"capaian_tw1": "Baik"}, pegawai=[person(1)]))
    assert (len(merged.added["perilaku"]), len(merged.added["penilaian"])) == (1, 1)


def test_rows_come_in_the_order_of_the_sheet_pegawai() -> None:
    before = book(pegawai=[person(3), person(1)])
    merged = merge([whole(1), whole(2), whole(3)], before)
    assert [row["nip"] for row in merged.added["rencana"]] == [nip(3)] * 2 + [nip(1)] * 2 + [nip(2)] * 2


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


def test_who_sent_nothing_is_missing() -> None:
    found = only(merge([form(1)], book(pegawai=[person(1), person(2)])), faults.MISSING)
    assert (found.file, found.sheet, found.cell, found.nip) == ("unit.xlsx", "Pegawai", "A7", nip(2))


def test_the_roster_says_who_is_missing() -> None:
    roster = [RosterEntry(n, "UJI-01", "KELURAHAN UJI", {"nip": nip(n), "nama": f"Pegawai {n}"}) for n in (1, 5)]
    roster.append(RosterEntry(3, "UJI-02", "KELURAHAN LAIN", {"nip": nip(7), "nama": "Orang Lain"}))
    merged = merge([form(1)], book(pegawai=[person(1), person(2)]), Wishes(roster=roster))
    assert (only(merged, faults.MISSING).nip, only(merged, faults.MISSING).file) == (nip(5), "(daftar pegawai)")
    assert (merged.counts.people, merged.counts.sent, merged.counts.missing) == (2, 1, 1)


def test_who_sent_a_form_that_is_kept_out_is_not_missing_as_well() -> None:
    merged = merge([replace(form(1), tahun="2025"), form(2)], book(pegawai=[person(1), person(2)]))
    assert codes(merged) == [faults.OTHER_YEAR.code]
    assert (merged.counts.sent, merged.counts.missing, merged.counts.rejected) == (2, 0, 1)


def test_the_same_form_twice_is_gathered_once() -> None:
    merged = merge([whole(1), whole(1, "salinan.xlsx")], book({"capaian_tw1": "Baik"}, pegawai=[person(1)]))
    found = only(merged, faults.TWICE_ALIKE)
    assert (
        found.message
        == "Pegawai 1 mengirim 2 formulir yang isinya sama: salinan.xlsx, skp-001.xlsx. Dihimpun satu kali."
    )
    assert (merged.counts.gathered, merged.counts.alike, merged.counts.rejected) == (1, 1, 0)
    assert len(merged.added["rencana"]) == 2


def test_two_different_forms_of_a_person_are_both_kept_out() -> None:
    merged = merge([form(1), form(1, "revisi.xlsx", jabatan="Lain"), form(2)], book(pegawai=[person(1), person(2)]))
    assert only(merged, faults.TWICE).message.endswith("berbeda: revisi.xlsx, skp-001.xlsx. Tidak satu pun dihimpun.")
    assert (merged.counts.gathered, merged.counts.rejected, merged.counts.missing) == (1, 2, 0)
    assert merged.cells == 0


@pytest.mark.parametrize(
    ("kode", "nama", "foreign"),
    [
        ("uji 01", "Nama Lain", False),
        ("UJI-02", "KELURAHAN UJI", True),
        ("", "Kelurahan  Uji", False),
        ("", "KELURAHAN LAIN", True),
        ("KELURAHAN UJI", "KELURAHAN UJI", False),
        ("", "", False),
        ("UJI-01", "", False),
    ],
)
def test_forms_of_other_units_are_kept_out(kode: str, nama: str, foreign: bool) -> None:
    merged = merge([replace(form(), kode_unit=kode, nama_unit=nama)], book(pegawai=[person()]))
    assert codes(merged) == ([faults.OTHER_UNIT.code] if foreign else [])
    assert merged.counts.gathered == (not foreign)


def test_a_form_of_another_year_is_kept_out_and_one_without_a_year_is_not() -> None:
    assert only(merge([replace(form(), tahun="2025")], book(pegawai=[person()])), faults.OTHER_YEAR).value == "2025"
    assert merge([replace(form(), tahun="")], book(pegawai=[person()])).told == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"nip": ""}, "NIP pegawai tidak diisi."),
        ({"nip": nip(1)[:17]}, f"NIP pegawai '{nip(1)[:17]}' bukan 18 angka (terbaca 17 karakter)."),
        ({"nip": nip(1)[:17] + "O"}, "bukan 18 angka"),
        ({"nip": nip(1)[:15] + "000", "nip_angka": "1"}, "tersimpan sebagai angka"),
    ],
)
def test_a_form_without_a_sound_nip_is_kept_out(row: Row, reason: str) -> None:
    sent = StaffForm("a.xlsx", rows={"pegawai": [row]})
    assert reason in only(merge([sent], book()), faults.NO_NIP).message


def test_a_form_that_the_reader_refused_is_counted_and_its_findings_are_told_once() -> None:
    sent = form()
    sent.tell(faults.NO_FORM, semua="Daftar Hadir")
    merged = merge([sent], book(pegawai=[person()]))
    assert only(merged, faults.NO_FORM).nip == nip(1)
    assert (merged.counts.rejected, merged.cells) == (1, 0)


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


def test_rows_with_the_same_number_keep_the_form_out_where_they_differ() -> None:
    found = only(merge([plan(plan(form(), 1, 1), 1, 1, target="20")], book(pegawai=[person()])), faults.ROW_TWICE)
    assert found.message.startswith("Lembar Rencana: indikator 1.1 tertulis lebih dari satu kali di formulir Pegawai 1")
    merged = merge([plan(plan(form(), 1, 1), 1, 1)], book(pegawai=[person()]))
    assert (merged.told, len(merged.added["rencana"])) == ([], 1)


def test_a_text_that_no_cell_can_hold_is_told() -> None:
    merged = merge([form(jabatan="x" * (LONGEST + 1))], book(pegawai=[person()]))
    assert only(merged, faults.TOO_LONG).field == "Jabatan"
    assert merged.cells == 0


def capaian(*texts: str) -> list[StaffForm]:
    made = [form(serial) for serial, _ in enumerate(texts, start=1)]
    for sent, text in zip(made, texts, strict=True):
        sent.unit["capaian_tw1"] = text
    return [placed(sent) for sent in made]


PEOPLE = [person(1), person(2), person(3)]


def test_an_entry_of_the_unit_is_taken_where_all_forms_agree() -> None:
    merged = merge(capaian("Baik", "BAIK", ""), book(pegawai=PEOPLE))
    assert (merged.unit, merged.told) == ({"capaian_tw1": "Baik"}, [])


@pytest.mark.parametrize(
    ("texts", "there", "told", "written"),
    [
        (("Baik", "Baik", "Kurang"), "", ["Baik", "Kurang"], {}),
        (("Baik", "Baik", "Kurang"), "Baik", ["Kurang"], {}),
        (("Baik", "Baik", ""), "Kurang", ["Baik"], {}),
        (("Baik", "baik", "Baik"), "Baik", [], {}),
    ],
)
def test_entries_of_the_unit_that_differ_are_told(
    texts: Sequence[str], there: str, told: list[str], written: Row
) -> None:
    merged = merge(capaian(*texts), book({"capaian_tw1": there}, pegawai=PEOPLE))
    assert [f.value for f in merged.told] == told
    assert {f.code for f in merged.told} <= {faults.DIFFERENT.code}
    assert all(f.nama == "" or "KELURAHAN UJI" in f.message for f in merged.told)
    assert merged.unit == written


def test_agreeing_forms_replace_an_entry_of_the_unit_where_they_win() -> None:
    before = book({"capaian_tw1": "Kurang"}, pegawai=PEOPLE)
    assert merge(capaian("Baik", "Baik", ""), before, FORM_WINS).unit == {"capaian_tw1": "Baik"}
    assert merge(capaian("Baik", "Istimewa", ""), before, FORM_WINS).unit == {}


def test_a_new_workbook_has_everybody_and_calls_nobody_a_stranger() -> None:
    merged = merge([whole(2), whole(1)], new_unit_book("unit.xlsx", OWNER, []))
    assert codes(merged) == [faults.PERIOD_CHOSEN.code]
    assert [row["nip"] for row in merged.added["pegawai"]] == [nip(1), nip(2)]
    assert len(merged.added["perilaku"]) == 14
    assert [row["periode"] for row in merged.added["penilaian"]] == [p for p in Periode for _ in range(2)]


def test_a_new_workbook_with_a_roster_has_its_people_and_tells_strangers() -> None:
    roster = [RosterEntry(2, "UJI-01", "KELURAHAN UJI", {"nip": nip(3), "nama": "Pegawai 3"})]
    new = new_unit_book("unit.xlsx", OWNER, [roster[0].pegawai])
    merged = merge([whole(1)], new, Wishes(roster=roster))
    assert sorted(codes(merged)) == [faults.MISSING.code, faults.STRANGER.code, faults.PERIOD_CHOSEN.code]
    assert {row["nip"] for row in merged.added["perilaku"]} == {nip(1), nip(3)}


@pytest.mark.parametrize(
    ("rated", "results", "period"),
    [(("TW1", "TW3"), ("tw4",), "TW3"), ((), ("tw1", "tw2"), "TW2"), (("TAHUNAN",), (), "TAHUNAN"), ((), (), "")],
)
def test_a_new_workbook_appraises_the_last_period_of_the_forms(
    rated: tuple[str, ...], results: tuple[str, ...], period: str
) -> None:
    made = form(1)
    made.rows["penilaian"] = [{"periode": p, "rating_hasil": "Sesuai Ekspektasi"} for p in rated]
    made.rows["penilaian"].append({"periode": "TW4", "rekomendasi": "belum dinilai"})
    made.rows["realisasi"] = [{"no_rhk": "1", "no_iki": "1"} | {f"realisasi_{p}": "5" for p in results}]
    merged = merge([placed(made)], new_unit_book("unit.xlsx", OWNER, []))
    assert merged.unit.get("periode", "") == period
    assert [f.value for f in merged.told if f.code == faults.PERIOD_CHOSEN.code] == ([period] if period else [])


def test_a_workbook_made_of_blank_forms_gets_its_period_from_the_first_that_say_something() -> None:
    there = book({"periode": ""}, pegawai=[person()])
    assert merge([form()], there).unit == {}
    merged = merge([plan(form(), 1, 1)], there)
    assert merged.unit == {"periode": "TW1"}
    assert faults.PERIOD_CHOSEN.code in codes(merged)
    assert merge([plan(form(), 1, 1)], book({"periode": "TW3"}, pegawai=[person()])).unit == {}


def test_a_second_time_there_are_as_many_entries() -> None:
    sent = whole()
    sent.office = {"instansi": "KOTA UJI", "tempat": "Uji"}
    before = book(pegawai=[person()])
    first = merge([sent], before)
    second = merge([sent], applied(before, first))
    assert second.counts.entries == first.counts.entries
    assert (second.counts.written, second.counts.unchanged) == (0, second.counts.entries)


def test_what_all_forms_print_of_the_office_fills_what_is_empty() -> None:
    first, second = form(1), form(2)
    first.office = {"instansi": "KOTA UJI", "tempat": "Uji"}
    second.office = {"instansi": "KOTA UJI", "tempat": "Ujung"}
    new = new_unit_book("unit.xlsx", OWNER, [])
    assert {k: t for k, t in merge([first, second], new).unit.items() if k in first.office} == {"instansi": "KOTA UJI"}
    named = new_unit_book("unit.xlsx", OWNER | {"instansi": "Pemerintah Kota Uji"}, [])
    merged = merge([first, second], named)
    assert "instansi" not in merged.unit
    assert faults.DIFFERENT.code not in codes(merged)


_WORDS = st.sampled_from(["", "10", "12 Bulan", "Baik", "a  b", "=A1", " x", "\x01", "baris\r\ndua", "_x000D_"])
_SHEETS = {RENCANA.key: RENCANA, PERILAKU.key: PERILAKU, PENILAIAN.key: PENILAIAN}


def _row(keys: dict[str, st.SearchStrategy[str]], *columns: str) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(keys, optional=dict.fromkeys(columns, _WORDS))


_NUMBER = st.sampled_from(["1", "2"])
_PLAN = {"no_rhk": _NUMBER, "no_iki": _NUMBER}
_TABLES: dict[str, st.SearchStrategy[Row]] = {
    "rencana": _row(_PLAN, "rhk", "indikator", "target", "aspek"),
    "realisasi": _row(_PLAN, "realisasi_tw1", "bukti_tw1"),
    "perilaku": _row({"nilai": st.sampled_from(["Loyal", "loyal", "Harmonis"])}, "ekspektasi", "skor_tw1"),
    "penilaian": _row({"periode": st.sampled_from(["TW1", "TAHUNAN"])}, "rating_hasil", "rekomendasi"),
}
_UNIT = st.fixed_dictionaries({}, optional={"capaian_tw1": _WORDS, "instansi": _WORDS})


@st.composite
def _forms(draw: st.DrawFn) -> list[StaffForm]:
    made = []
    for serial, berkas in draw(
        st.lists(st.tuples(st.integers(1, 4), st.uuids().map(str)), max_size=5, unique_by=lambda p: p[1])
    ):
        sent = form(serial, berkas, **draw(_row({}, "jabatan", "status")))
        sent.rows |= {table: draw(st.lists(rows, max_size=3)) for table, rows in _TABLES.items()}
        sent.unit = draw(_UNIT)
        sent.tahun = draw(st.sampled_from(["2026", "2026", "", "2025"]))
        made.append(sent)
    return made


@st.composite
def _books(draw: st.DrawFn) -> UnitBook:
    people = [
        person(serial, **draw(_row({}, "jabatan")))
        for serial in draw(st.lists(st.integers(1, 5), max_size=4, unique=True))
    ]
    who = st.sampled_from([row["nip"] for row in people] or [nip(9)])
    rows = {
        table: draw(st.lists(rows.flatmap(lambda row: who.map(lambda n: {"nip": n} | row)), max_size=4))
        for table, rows in _TABLES.items()
    }
    stored = {table: [_stored(table, row) for row in there] for table, there in rows.items()}
    unit = {key: text for key, text in draw(_UNIT).items() if text.strip() == text and text.isprintable()}
    return book(unit, pegawai=people, **stored)


def _stored(table: str, row: Row) -> Row:
    """A row as the reader returns it."""
    fields = {key: book().field(table, key) for key in row}
    return {key: canonical(f, text) if f else text for key, text in row.items() if (f := fields[key])}


LAWS = settings(max_examples=150, deadline=None)


@LAWS
@given(_forms(), _books(), st.booleans())
def test_a_second_merge_changes_nothing_and_finds_nothing_new(
    sent: list[StaffForm], before: UnitBook, wins: bool
) -> None:
    wishes = Wishes(prefer_form=wins)
    first = merge(deepcopy(sent), before, wishes)
    second = merge(deepcopy(sent), applied(before, first), wishes)
    assert (second.cells, second.rows) == (0, 0)
    assert {_said(f) for f in second.findings} <= {_said(f) for f in first.findings}


def _said(finding: Finding) -> tuple[str, ...]:
    """What a finding says, but for the number of a row of the unit workbook."""
    return finding.code, finding.file, finding.nip, finding.field, finding.value


@LAWS
@given(_forms(), _books(), st.randoms())
def test_the_order_of_the_forms_does_not_matter(sent: list[StaffForm], before: UnitBook, chance: object) -> None:
    shuffled = deepcopy(sent)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = merge(deepcopy(sent), before), merge(shuffled, before)
    assert (one.unit, one.changes, one.added, one.told, one.counts) == (
        two.unit,
        two.changes,
        two.added,
        two.told,
        two.counts,
    )


@LAWS
@given(_forms(), _books())
def test_nothing_of_the_unit_workbook_is_lost(sent: list[StaffForm], before: UnitBook) -> None:
    after = applied(before, merge(sent, before))
    assert all(after.unit[key] == text for key, text in before.unit.items() if text)
    for table, rows in before.rows.items():
        for old, new in zip(rows, after.rows[table], strict=False):
            assert all(new.values[key] == text for key, text in old.values.items() if text)


@LAWS
@given(_forms(), _books(), st.booleans())
def test_sums_add_up(sent: list[StaffForm], before: UnitBook, wins: bool) -> None:
    merged = merge(sent, before, Wishes(prefer_form=wins))
    c = merged.counts
    assert c.forms == len(sent) == c.gathered + c.alike + c.rejected
    assert c.people == c.sent + c.missing
    assert c.entries == c.written + c.unchanged + c.different + c.homeless
    assert codes(merged).count(faults.MISSING.code) == c.missing
    blocked = {f.file for f in merged.findings if f.severity is Severity.GALAT}
    assert (c.rejected > 0) == bool(blocked)


@LAWS
@given(_forms(), _books())
def test_every_entry_of_a_gathered_form_stands_in_the_workbook_where_it_wins(
    sent: list[StaffForm], before: UnitBook
) -> None:
    for row in (row for made in sent for row in made.rows["rencana"]):
        row.pop("indikator", None)  # without it no indicator is found again under another number
    merged = merge(sent, before, FORM_WINS)
    after = applied(before, merged)
    kept_out = {f.file for f in merged.findings if f.severity is Severity.GALAT or f.code == faults.TWICE_ALIKE.code}
    twice = {s.nip for s in sent if [o.nip for o in sent].count(s.nip) > 1}
    for made in (s for s in sent if s.berkas not in kept_out and s.nip not in twice):
        for table, rows in made.rows.items():
            mine = [row.values for row in after.rows[table] if row.values["nip"] == made.nip]
            assert all(_stands(after, table, row, mine) for row in rows), (table, rows, mine)


def _stands(after: UnitBook, table: str, row: Row, mine: Sequence[Row]) -> bool:
    def said(key: str, text: str) -> str:
        return meaning(f, text) if (f := after.field(table, key)) else ""

    return any(
        all(said(key, text) in ("", said(key, there.get(key, ""))) for key, text in row.items()) for there in mine
    )
