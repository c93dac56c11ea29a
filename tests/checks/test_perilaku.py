"""PRL006 and PRL007: feedback and helper scores that are the same for a whole unit. They only inform."""

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Nilai
from tests.checks.one_rule import cells, told, told_in
from tests.tables import Rows
from tests.workbooks import nip

SAME = "Pertahankan sikap kerja yang sudah baik selama ini."
OWN = "Cekatan melayani warga di loket dan sabar menjelaskan syarat"


def feedback(people: int, *texts: str) -> list[Finding]:
    """Findings where the first people have these texts at one of the values."""
    rows = [{"nip": nip(n), "nilai": "Kompeten", "umpan_balik_tw2": text} for n, text in enumerate(texts, start=1)]
    return told("PRL006", pegawai=unit_of(people), perilaku=rows)


def unit_of(people: int) -> Rows:
    return [{"nip": nip(n), "nama": f"Orang {n}"} for n in range(1, people + 1)]


def test_the_same_feedback_for_most_people_is_told_once() -> None:
    (finding,) = feedback(6, OWN, SAME, SAME, SAME.upper(), SAME, SAME)
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.INFO, "Perilaku", "J7")
    assert "sama persis untuk 5 dari 6 pegawai" in finding.message


def test_small_units_short_words_and_a_part_of_a_unit_are_left_alone() -> None:
    assert feedback(4, *[SAME] * 4) == []
    assert feedback(6, *["Sudah baik."] * 6) == []
    assert feedback(8, *[SAME] * 5) == []


def test_one_person_s_seven_values_are_one_person() -> None:
    rows = [{"nip": nip(1), "nilai": nilai.value, "umpan_balik_tw2": SAME} for nilai in Nilai]
    assert told("PRL006", pegawai=unit_of(6), perilaku=rows) == []


def scores(*values: str, column: str = "skor_tw2") -> list[Finding]:
    """Findings where each person has one score at all seven values."""
    rows = [
        {"nip": nip(n), "nilai": nilai.value, column: value}
        for n, value in enumerate(values, start=1)
        for nilai in Nilai
    ]
    return told("PRL007", pegawai=unit_of(len(values)), perilaku=rows)


def test_one_score_for_everybody_is_told_once_a_unit() -> None:
    found = scores("2", "2", "2", "2", "2")
    assert cells(found) == [("Perilaku", "H6")]
    assert found[0].severity is Severity.INFO
    assert "5 pegawai unit ini semuanya 2" in found[0].message


def test_a_difference_a_small_unit_or_no_scores_are_left_alone() -> None:
    assert scores("2", "2", "2", "2", "3") == []
    assert scores("2", "2", "2", "2") == []
    assert scores("", "", "", "", "") == []
    assert scores("2", "2", "2", "2", "2", column="skor_tw1") == []


def test_years_with_numbers_have_no_helper_scores() -> None:
    rows = [{"nip": nip(n), "nilai": "Disiplin", "skor_tw2": "2"} for n in range(1, 7)]
    assert told_in(2020, "PRL007", Periode.TW2, pegawai=unit_of(6), perilaku=rows) == []
