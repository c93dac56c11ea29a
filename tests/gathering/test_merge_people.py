"""Who a merge counts: nobody twice, nobody left out, whatever became of their form."""

from dataclasses import replace

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import merge
from kinerja_xl.gathering.unit_book import new_unit_book
from tests.gathering.forms import form, whole
from tests.gathering.merging import OWNER, book, codes, only, person
from tests.gathering.test_himpun_cli import Forms, forms  # noqa: F401 the fixture
from tests.workbooks import nip

DAMAGED = f"{nip(1)[:15]}000"


def test_a_nip_that_the_workbook_keeps_as_a_number_makes_nobody_twice() -> None:
    before = book(pegawai=[person(1) | {"nip": DAMAGED, "nip_angka": "1"}, person(2)])
    merged = merge([form(1, jabatan="Arsiparis"), form(2)], before)
    found = only(merged, faults.DAMAGED_NIP)
    assert (found.code, found.nip, found.cell) == ("HMP049", nip(1), "A1")
    assert f"Pegawai!A6 tersimpan sebagai angka ({DAMAGED})" in found.message
    assert nip(1) in found.fix
    assert (merged.added["pegawai"], merged.counts.gathered, merged.counts.missing) == ([], 1, 0)


def test_a_nip_kept_as_a_number_on_another_sheet_is_told_too() -> None:
    row = {"nip": DAMAGED, "nip_angka": "1", "no_rhk": "1", "no_iki": "1"}
    merged = merge([whole(1)], book(pegawai=[person(1)], rencana=[row]))
    assert "Rencana!A6" in only(merged, faults.DAMAGED_NIP).message


def test_everybody_whose_form_was_kept_out_counts_as_one_who_sent_it() -> None:
    refused = form(3)
    refused.tell(faults.MOVED_FORM, sheet="SKP", apa="kolom TARGET berpindah")
    stranger = replace(form(4), kode_unit="LAIN-9")
    merged = merge([form(1), form(2, "a.xlsx"), form(2, "b.xlsx", jabatan="Lain"), refused, stranger], book())
    c = merged.counts
    assert (c.people, c.sent, c.missing, c.refused) == (3, 3, 0, 2)
    assert (c.forms, c.gathered, c.rejected) == (5, 1, 4)


def test_the_period_of_a_new_workbook_is_no_entry_of_a_form() -> None:
    new = new_unit_book("unit.xlsx", OWNER, [])
    sent = form(1)
    sent.rows["penilaian"] = [{"periode": "TW1", "rating_hasil": "Sesuai Ekspektasi"}]
    merged = merge([sent], new)
    assert merged.unit["periode"] == "TW1"
    typed = [text for table in ("pegawai", "penilaian") for row in sent.rows[table] for text in row.values()]
    assert (codes(merged), merged.counts.entries) == ([faults.PERIOD_CHOSEN.code], len(typed))


def test_people_whose_form_was_kept_out_are_shown(forms: Forms) -> None:  # noqa: F811
    refused = form(2)
    refused.tell(faults.MOVED_FORM, sheet="SKP", apa="kolom TARGET berpindah")
    _, told, _ = forms.put(whole(1), refused).run()
    assert "2 = 1 dihimpun + 0 sama + 1 ditolak" in told
    assert "2 = 2 mengirim formulir (1 di antaranya ditolak) + 0 belum" in told
