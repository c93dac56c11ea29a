"""The period picks the scheme; the years that can be scored."""

import pytest

from kinerja_xl.forms.columns import FIRST_IKI_YEAR, FIRST_RATING_YEAR
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import RegulationError
from kinerja_xl.scoring.scheme import SKEMA, aturan_periode, first_year, is_scored_year, skema_of

PP_46, PERMENPAN_8, RATING = "PP 46/2011", "PermenPANRB 8/2021 dengan PP 30/2019", "PermenPANRB 6/2022"


@pytest.mark.parametrize(
    ("periode", "tahun", "nama"),
    [
        (Periode.TAHUNAN, 2014, PP_46),
        (Periode.TAHUNAN, 2020, PP_46),
        (Periode.TW1, 2021, PP_46),
        (Periode.TW2, 2021, PP_46),
        (Periode.TW3, 2021, PERMENPAN_8),
        (Periode.TW4, 2021, PERMENPAN_8),
        (Periode.TAHUNAN, 2021, PERMENPAN_8),
        (Periode.TW1, 2022, RATING),
        (Periode.TAHUNAN, 2026, RATING),
    ],
)
def test_the_period_picks_the_scheme(periode: Periode, tahun: int, nama: str) -> None:
    aturan = aturan_periode(periode, tahun)
    assert skema_of(aturan).nama == nama
    assert aturan.tanggal == periode.span(tahun)[1]


def test_years_before_the_first_are_refused() -> None:
    assert first_year() == 2014
    assert is_scored_year(2014)
    assert not is_scored_year(2013)
    with pytest.raises(RegulationError, match="Tahunan 2013; tahun paling awal adalah 2014"):
        aturan_periode(Periode.TAHUNAN, 2013)


def test_each_scheme_has_five_words_from_the_best_down() -> None:
    assert [len(skema.predikat) for skema in SKEMA] == [5, 5, 5]
    assert {next(iter(skema.predikat)).value for skema in SKEMA} == {"Sangat Baik"}


def test_the_forms_change_in_the_years_in_which_the_law_does() -> None:
    years = range(first_year(), FIRST_RATING_YEAR + 1)
    schemes = {year: skema_of(aturan_periode(Periode.TAHUNAN, year)).nama for year in years}
    assert min(year for year, nama in schemes.items() if nama == RATING) == FIRST_RATING_YEAR
    assert min(year for year, nama in schemes.items() if nama == PERMENPAN_8) == FIRST_IKI_YEAR
