"""NIL015: feedback copied between people with ratings above or below expectation; and NIL006 beside results that are asked about."""

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.periods import Periode
from tests.checks.one_rule import OTHER, line, on_lines, told
from tests.tables import WHO

ABOVE, AS, BELOW = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
SAME = "Bekerja sangat baik dan menjadi contoh bagi rekan-rekannya."


def rated(first: tuple[str, str, str], second: tuple[str, str, str]) -> list[Finding]:
    """Findings on two people: rating of hasil, rating of perilaku, feedback at the value Kompeten."""
    people = [(WHO, "Budi Contoh", first), (OTHER, "Ani Contoh", second)]
    return told(
        "NIL015",
        pegawai=[{"nip": who, "nama": name} for who, name, _ in people],
        perilaku=[{"nip": who, "nilai": "Kompeten", "umpan_balik_tw2": said} for who, _, (_, _, said) in people],
        penilaian=[
            {"nip": who, "periode": "TW2", "rating_hasil": hasil, "rating_perilaku": perilaku, "tanggal": "2026-07-03"}
            for who, _, (hasil, perilaku, _) in people
        ],
    )


def test_copied_feedback_of_extreme_ratings_is_told_at_the_second_person() -> None:
    (finding,) = rated((ABOVE, AS, SAME), (ABOVE, AS, SAME.lower()))
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.INFO, "Penilaian", "D7")
    assert finding.message == (
        "Ani Contoh diberi Di Atas Ekspektasi dengan umpan balik yang sama persis dengan milik Budi Contoh."
    )


def test_it_stands_at_the_rating_that_is_extreme() -> None:
    (finding,) = rated((ABOVE, AS, SAME), (AS, BELOW, SAME))
    assert finding.cell == "E7"


def test_usual_ratings_other_words_and_silence_are_left_alone() -> None:
    assert rated((ABOVE, AS, SAME), (AS, AS, SAME)) == []
    assert rated((ABOVE, AS, SAME), (ABOVE, AS, SAME + " Lanjutkan.")) == []
    assert rated((ABOVE, AS, ""), (ABOVE, AS, "")) == []
    assert rated((ABOVE, AS, "Baik"), (ABOVE, AS, "Baik")) == []


def test_a_person_listed_twice_is_no_copy() -> None:
    row = {"nama": "Budi Contoh"}
    rating = {"periode": "TW2", "rating_hasil": ABOVE, "rating_perilaku": AS}
    perilaku = [{"nilai": "Kompeten", "umpan_balik_tw2": SAME}]
    assert told("NIL015", pegawai=[row, row], perilaku=perilaku, penilaian=[rating]) == []


def test_a_suggestion_spoilt_by_an_impossible_result_asks_for_no_reason() -> None:
    rating = [{"periode": "TW2", "rating_hasil": AS, "rating_perilaku": AS, "tanggal": "2026-07-03"}]
    for result, codes in (("480", {"REA011"}), ("11", {"NIL006"})):
        lines = [line("10", result, satuan="Dokumen")]
        found = {code for code in ("REA011", "NIL006") if on_lines(code, Periode.TW2, lines, penilaian=rating)}
        assert found == codes
