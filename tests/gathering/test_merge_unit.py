"""Entries of the sheet Unit that forms know: the achievement of the unit, the period, what they print of the office."""

from collections.abc import Sequence

import pytest

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import merge
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import new_unit_book
from tests.gathering.forms import form, placed, plan, whole
from tests.gathering.merging import FORM_WINS, OWNER, applied, book, codes, person


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
