"""One interface to all schemes: the period picks the rules, the rules pick how people are scored and how it is told.

Newest first: ratings (PermenPANRB 6/2022), PermenPANRB 8/2021 with the weights of PP 30/2019, PP 46/2011.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import (
    Aturan,
    AturanPermenpan8,
    AturanPp46,
    AturanRating,
    Peraturan,
    RegulationError,
    aturan_pada,
    bundled,
)
from kinerja_xl.regulations.rungs import PredikatAngka, PredikatPp46
from kinerja_xl.scoring import numeric_8_2021, numeric_pp_46, rating, trace_8_2021, trace_pp_46, trace_rating
from kinerja_xl.scoring.aspects import with_aspects
from kinerja_xl.scoring.indicators import indicators
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.step import Person, Step
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Predikat


@dataclass(frozen=True)
class Skema:
    """A way of scoring: its name, its rules, its words of predikat from the best down; how it scores, how it tells a score."""

    nama: str
    aturan: type[Aturan]
    predikat: type[StrEnum]
    nilai: Callable[[Tables, pd.DataFrame, Periode, Any], Penilaian]
    langkah: Callable[[Person, Any], list[Step]]

    @property
    def words(self) -> dict[Predikat, str]:
        """The word of the scheme for each of the five levels of predikat."""
        return dict(zip(Predikat, self.predikat, strict=True))


SKEMA = (
    Skema("PermenPANRB 6/2022", AturanRating, Predikat, rating.penilaian, trace_rating.steps),
    Skema(
        "PermenPANRB 8/2021 dengan PP 30/2019",
        AturanPermenpan8,
        PredikatAngka,
        numeric_8_2021.penilaian,
        trace_8_2021.steps,
    ),
    Skema("PP 46/2011", AturanPp46, PredikatPp46, numeric_pp_46.penilaian, trace_pp_46.steps),
)

_OLDEST = "pp46_bobot"
"""A key that only the oldest scheme has."""


def aturan_periode(periode: Periode, tahun: int, lokal: Sequence[Peraturan] = ()) -> Aturan:
    """The rules by which ``periode`` of ``tahun`` is scored: those in force on its last day, of the newest scheme.

    Raises RegulationError for years no scheme is loaded for.
    """
    day = periode.span(tahun)[1]
    for skema in SKEMA:
        try:
            return aturan_pada(day, skema.aturan, lokal)
        except RegulationError:
            continue
    raise RegulationError(
        f"Belum ada peraturan yang dimuat untuk {periode.label} {tahun}; tahun paling awal adalah {first_year()}."
    )


@cache
def is_scored_year(tahun: int) -> bool:
    """Whether the periods of ``tahun`` can be scored."""
    try:
        aturan_periode(Periode.TAHUNAN, tahun)
    except RegulationError:
        return False
    return True


def first_year() -> int:
    """The earliest year that can be scored."""
    return min(p.berlaku_sejak.year for p in bundled() if _OLDEST in p.ketentuan)


def skema_of(aturan: Aturan) -> Skema:
    """The scheme that the rules belong to."""
    return next(skema for skema in SKEMA if isinstance(aturan, skema.aturan))


def penilaian(tables: Tables, periode: Periode, aturan: Aturan, indikator: pd.DataFrame | None = None) -> Penilaian:
    """Score everybody in ``tables`` for ``periode`` under the rules ``aturan``, whatever their scheme.

    ``indikator`` are the ``indicators`` of the period where they are known already.
    """
    rows = indicators(tables, periode) if indikator is None else indikator
    score = skema_of(aturan).nilai(tables, rows, periode, aturan)
    return replace(score, pegawai=with_aspects(score.pegawai, score.indikator))
