"""PP 30/2019: nilai kinerja from SKP and perilaku, its predikat, and the distribution of ratings in a unit (Pasal 41).

Values are points from 0 to the cap of 120, shares fractions of the people rated. The numbers of the distribution are general
knowledge (see the TOML file); it informs, it never changes a rating.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xl.regulations import AturanPp30
from kinerja_xl.regulations.rungs import PorsiRating, PredikatAngka
from kinerja_xl.scoring.ladder import reached
from kinerja_xl.terms import Rating

_ROUNDING = 1e-9


@dataclass(frozen=True)
class HasilPorsi:
    """People with a rating against the share allowed: ``paling_sedikit`` to ``paling_banyak`` people."""

    porsi: PorsiRating
    jumlah: int
    paling_sedikit: int
    paling_banyak: int

    @property
    def mungkin(self) -> bool:
        """Whether any whole number of people meets the share: a unit may be too small for it."""
        return self.paling_sedikit <= self.paling_banyak

    @property
    def pindah(self) -> int:
        """People to move, positive in, negative out; 0 where the share cannot be met at all."""
        if not self.mungkin:
            return 0
        return max(self.paling_sedikit - self.jumlah, 0) or min(self.paling_banyak - self.jumlah, 0)


def nilai_kinerja(skp: float, perilaku: float, aturan: AturanPp30, *, pendapat: bool = False) -> float:
    """Nilai kinerja by the weights 70/30, or 60/40 where the agency uses the opinions of peers and subordinates (``pendapat``).

    Each part counts between 0 and the cap (that the cap also holds for perilaku is deduced). NaN where one is missing.
    """
    bobot = (aturan.pp30_bobot_pendapat if pendapat else aturan.pp30_bobot).isi
    return bobot.skp * _capped(skp, aturan) + bobot.perilaku * _capped(perilaku, aturan)


def predikat(nilai: float, aturan: AturanPp30, *, gagasan: bool = False) -> PredikatAngka | None:
    """Predikat of a nilai kinerja; Sangat Baik only with ``gagasan``, an idea that helped. None where the value is missing."""
    return reached(nilai, aturan.pp30_predikat.isi, gagasan=gagasan)


def distribusi(jumlah: Mapping[Rating, int], aturan: AturanPp30) -> list[HasilPorsi]:
    """Each share of the distribution held against the people counted; empty where nobody is rated."""
    dinilai = sum(jumlah.values())
    return [_held(porsi, jumlah.get(porsi.rating, 0), dinilai) for porsi in aturan.pp30_distribusi.isi if dinilai]


def _held(porsi: PorsiRating, found: int, dinilai: int) -> HasilPorsi:
    at_least = math.ceil(porsi.minimal * dinilai - _ROUNDING)
    at_most = math.floor(porsi.maksimal * dinilai + _ROUNDING)
    return HasilPorsi(porsi, found, at_least, at_most)


def _capped(nilai: float, aturan: AturanPp30) -> float:
    return nilai if math.isnan(nilai) else min(max(nilai, 0.0), aturan.batas_capaian.isi)
