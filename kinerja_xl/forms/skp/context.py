"""What every builder of a sheet of the Formulir SKP needs: the variant, the law, lists to look up, what Hitung works out."""

from typing import NamedTuple

from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.skp.calculation import Calculation
from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.period_calculation import PeriodCalculation
from kinerja_xl.forms.skp.variant import Varian
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating


class Context(NamedTuple):
    """One form under construction."""

    varian: Varian
    aturan: AturanRating
    reference: Reference
    items: Calculation
    periods: PeriodCalculation

    @property
    def plan(self) -> Layout:
        """Geometry of the sheet SKP."""
        return self.items.plan

    @property
    def evaluation(self) -> Layout:
        """Geometry of the evaluation sheets."""
        return self.items.evaluation

    @property
    def year_text(self) -> str:
        """Address of the span of the year in words."""
        return self.periods.at("rentang", Periode.TAHUNAN)
