"""Spellings met in real workbooks are read as what they mean, everything else is refused."""

import pytest

from kinerja_xl.terms import CapaianOrganisasi, FormatSkp, Predikat, Rating, read_term


@pytest.mark.parametrize(
    "text", ["DIATAS EKSPEKTASI", "Di Atas Ekspektasi", "di atas ekspetasi", "Diatas Ekspekstasi", "DI ATAS"]
)
def test_above(text: str) -> None:
    assert read_term(Rating, text) is Rating.DI_ATAS


@pytest.mark.parametrize("text", ["", "atas", "Baik", "1", "di atas rata-rata"])
def test_no_rating(text: str) -> None:
    assert read_term(Rating, text) is None


def test_synonyms() -> None:
    assert read_term(Predikat, "Kurang (Misconduct)") is Predikat.KURANG
    assert read_term(Predikat, "Cukup/Butuh Perbaikan") is Predikat.BUTUH_PERBAIKAN
    assert read_term(CapaianOrganisasi, "Sangat Baik") is CapaianOrganisasi.ISTIMEWA
    assert read_term(CapaianOrganisasi, "Cukup") is CapaianOrganisasi.BUTUH_PERBAIKAN
    assert read_term(FormatSkp, "JA JF") is FormatSkp.JA_JF
