"""Which forms are gathered, whose rows they give, and who has sent none."""

from dataclasses import replace

import pytest

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import Wishes, merge
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import new_unit_book
from kinerja_xl.periods import Periode
from kinerja_xl.roster import RosterEntry
from kinerja_xl.terms import Nilai
from tests.gathering.forms import form, whole
from tests.gathering.merging import OWNER, book, codes, only, person
from tests.workbooks import nip


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
