"""Which behaviours (perilaku kerja) are appraised in a year: the words come from the law of each quarter.

Behind the choices of the sheet Perilaku, its prefilled rows and the guide. A quarter follows the law of its last day, so 2021
has two laws.
"""

from functools import cache
from itertools import groupby
from typing import NamedTuple

from kinerja_xl.forms.columns import FIRST_RATING_YEAR
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanAngka, RegulationError, aturan_pada
from kinerja_xl.terms import Nilai


class Behaviours(NamedTuple):
    """The behaviours asked of everybody, and those asked besides of who leads others."""

    everybody: tuple[str, ...]
    leaders: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """Both."""
        return (*self.everybody, *self.leaders)


@cache
def in_quarter(periode: Periode, tahun: int) -> Behaviours:
    """The behaviours of the law in force at the end of a period; none where no law is loaded."""
    if tahun >= FIRST_RATING_YEAR:
        return Behaviours(tuple(nilai.value for nilai in Nilai))
    try:
        aturan = aturan_pada(periode.span(tahun)[1], AturanAngka)
    except RegulationError:
        return Behaviours(())
    return Behaviours(aturan.perilaku.isi, aturan.perilaku_pimpinan.isi)


def behaviours(tahun: int, *, leading: bool = True) -> tuple[str, ...]:
    """All behaviours of a year in the order in which its laws name them; those of leaders only if asked."""
    quarters = [in_quarter(p, tahun) for p in TRIWULAN]
    return tuple(dict.fromkeys(name for q in quarters for name in (q.every if leading else q.everybody)))


def explained(tahun: int) -> str:
    """Which behaviours belong to which quarters, in words, for the guide of a year before the ratings."""
    groups = [(asked, list(quarters)) for asked, quarters in groupby(TRIWULAN, lambda p: in_quarter(p, tahun))]
    if len(groups) == 1:
        return f"Yang dinilai: {_listed(groups[0][0])}."
    return " ".join(f"{_quarters(quarters)}: {_listed(asked)}." for asked, quarters in groups)


def _quarters(quarters: list[Periode]) -> str:
    return f"Triwulan {' dan '.join(p.roman for p in quarters)}"


def _listed(asked: Behaviours) -> str:
    return f"{', '.join(asked.everybody)}; pejabat struktural juga {', '.join(asked.leaders)}"
