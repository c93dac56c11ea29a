"""Texts on our own form that stand where nothing of them is gathered: each is told at its cell."""

from pathlib import Path

import pytest

from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.variant import Varian
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.terms import Nilai
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF
from tests.gathering.test_own_form_moved import TW1, TW2, Change, changed, one_after_another, told, typed, unchanged

PLAN, EVALUATION = Layout(JA_JF, evaluation=False), Layout(JA_JF, evaluation=True)
BLOCK, RESULTS = PLAN.blocks[0], EVALUATION.blocks[0]
LOYAL = EVALUATION.value_row(Nilai.LOYAL)
YEAR = "Evaluasi Tahunan"

STRAYS: dict[str, tuple[str, str]] = {
    "a second RHK in the cells of the first": ("SKP", f"C{BLOCK.row + 2}"),
    "beside the paper": ("SKP", f"G{BLOCK.row}"),
    "in the row between the tables": ("SKP", f"B{PLAN.perilaku_row - 1}"),
    "over a guide": ("SKP", f"B{PLAN.value_row(Nilai.LOYAL) + 1}"),
    "over the label of the expectation": ("SKP", f"E{PLAN.value_row(Nilai.LOYAL)}"),
    "over a planned indicator": (TW1, f"E{RESULTS.row}"),
    "over an achievement": (TW1, f"K{RESULTS.row}"),
    "over a shown expectation": (TW1, f"F{LOYAL + 1}"),
    "feedback on a second indicator": (TW1, f"I{RESULTS.row + 1}"),
    "below the ratings": (TW2, f"G{EVALUATION.note_row + 1}"),
    "a result of the year": (YEAR, f"G{RESULTS.row}"),
    "a score of the year": (YEAR, f"K{LOYAL}"),
    "among the signatures": ("SKP", f"A{PLAN.signature_row + 2}"),
    "beside the entries": ("Identitas", "H20"),
    "below the entries": ("Identitas", "B60"),
    "over the completeness": ("SKP", "I7"),
}


@pytest.mark.parametrize("name", STRAYS)
def test_a_text_that_has_no_place_is_told(name: str, tmp_path: Path) -> None:
    sheet, cell = STRAYS[name]
    form = changed(JA_JF, typed(sheet, cell, "harus ikut"), tmp_path)
    assert told(form) == [("HMP014", sheet, cell)]


@pytest.mark.parametrize("number", ["3", "5"])
@pytest.mark.parametrize("name", [name for name, (_, cell) in STRAYS.items() if not cell.startswith("A")])
def test_a_number_of_the_forms_own_kind_is_told_as_well(name: str, number: str, tmp_path: Path) -> None:
    """The form prints ``(3)`` and ``5`` in many columns."""
    sheet, cell = STRAYS[name]
    assert told(changed(JA_JF, typed(sheet, cell, number), tmp_path)) == [("HMP014", sheet, cell)]


def test_a_number_on_the_qualitative_form_is_told(tmp_path: Path) -> None:
    row = Layout(JA_JF_KUALITATIF, evaluation=True).blocks[0].row + 1
    form = changed(JA_JF_KUALITATIF, typed(TW1, f"G{row}", "3"), tmp_path)
    assert told(form) == [("HMP014", TW1, f"G{row}")]


@pytest.mark.parametrize("varian", [JA_JF, JA_JF_KUALITATIF], ids=lambda varian: varian.slug)
def test_nothing_is_told_of_a_form_as_it_should_be(varian: Varian, tmp_path: Path) -> None:
    assert told(changed(varian, unchanged, tmp_path)) == []


def test_a_column_that_the_other_approach_has_is_no_place(tmp_path: Path) -> None:
    row = Layout(JA_JF_KUALITATIF, evaluation=False).blocks[0].items[0]
    form = changed(JA_JF_KUALITATIF, typed("SKP", f"I{row}", "4"), tmp_path)
    assert told(form) == [("HMP014", "SKP", f"I{row}")]


def test_after_the_first_ones_the_rest_is_counted(tmp_path: Path) -> None:
    form = changed(JA_JF, one_after_another(*(typed("SKP", f"P{row}", "catatan") for row in range(20, 32))), tmp_path)
    assert [f.code for f in form.findings] == ["HMP014"] * 6
    assert "7 isian lain" in form.findings[-1].message
    assert form.findings[-1].cell == "P25"
    assert "P31" in form.findings[-1].message


def predikat(text: str, *ratings: tuple[str, str]) -> Change:
    return one_after_another(
        typed(TW2, f"G{EVALUATION.predikat_row}", text), *(typed(TW2, cell, rating) for cell, rating in ratings)
    )


HASIL, PERILAKU = f"G{EVALUATION.rating_hasil_row}", f"G{EVALUATION.rating_perilaku_row}"
SESUAI = "Sesuai Ekspektasi"
PREDIKAT: dict[str, tuple[Change, list[str]]] = {
    "another than by the ratings": (predikat("Sangat Baik", (HASIL, SESUAI), (PERILAKU, SESUAI)), ["HMP015"]),
    "the one of the ratings": (predikat("Baik", (HASIL, SESUAI), (PERILAKU, SESUAI)), []),
    "without the ratings": (predikat("Baik", (HASIL, SESUAI)), ["HMP016"]),
}


@pytest.mark.parametrize("name", PREDIKAT)
def test_a_typed_predikat_is_held_against_its_ratings(name: str, tmp_path: Path) -> None:
    change, codes = PREDIKAT[name]
    form: StaffForm = changed(JA_JF, change, tmp_path)
    assert [f.code for f in form.findings] == codes
    assert all((f.sheet, f.cell) == (TW2, f"G{EVALUATION.predikat_row}") for f in form.findings)
