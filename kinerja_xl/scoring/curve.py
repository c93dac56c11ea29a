"""The curve of a unit: does the distribution of predikat follow SE MenPANRB 3/2023, and how many people would have to move?

It informs and asks for a reason; it never changes a predikat.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja_xl.indonesian import listed, number_text
from kinerja_xl.regulations import AturanKurva, AturanRating
from kinerja_xl.terms import CapaianOrganisasi, Predikat

_ROUNDING = 1e-9


@dataclass(frozen=True)
class HasilKurva:
    """One rule applied to one unit: people counted, people allowed, and how many to move (positive: in, negative: out)."""

    aturan: AturanKurva
    jumlah: int
    dinilai: int
    pindah: int

    @property
    def terpenuhi(self) -> bool:
        """Whether nobody has to move."""
        return self.pindah == 0

    @property
    def penjelasan(self) -> str:
        """The rule, what was counted and what would meet it, in one sentence."""
        share = number_text(100 * self.jumlah / self.dinilai, 1) if self.dinilai else "0"
        found = f"{rule_text(self.aturan)}: terdapat {self.jumlah} dari {self.dinilai} pegawai ({share}%)"
        if self.terpenuhi:
            return f"{found}, sesuai"
        return f"{found}, {'kurang' if self.pindah > 0 else 'lebih'} {abs(self.pindah)} orang"


def rule_text(aturan: AturanKurva) -> str:
    """A rule of the curve in words: ``Baik paling banyak dan maksimal 70%``."""
    parts = []
    if aturan.terbanyak:
        parts.append("paling banyak")
    if aturan.minimal is not None:
        parts.append(f"minimal {_percent(aturan.minimal)}")
    if aturan.maksimal is not None:
        parts.append(f"maksimal {_percent(aturan.maksimal)}" if aturan.maksimal else "tidak boleh ada")
    if aturan.minimal_orang is not None:
        parts.append(f"minimal {aturan.minimal_orang} orang")
    return f"{listed(list(aturan.predikat), 'dan/atau')} {listed(parts)}"


def curve(jumlah: Mapping[Predikat, int], capaian: CapaianOrganisasi, aturan: AturanRating) -> list[HasilKurva]:
    """Each rule for a unit with that result, applied to its counts; empty where no rule is in force or nobody is rated."""
    dinilai = sum(jumlah.values())
    if aturan.kurva is None or not dinilai:
        return []
    return [_apply(rule, jumlah, dinilai) for rule in aturan.kurva.isi[capaian]]


def _apply(rule: AturanKurva, jumlah: Mapping[Predikat, int], dinilai: int) -> HasilKurva:
    found = sum(jumlah.get(p, 0) for p in rule.predikat)
    others = [jumlah.get(p, 0) for p in Predikat if p not in rule.predikat]
    at_least = max(_required(rule, dinilai), found + _to_be_most(found, others) if rule.terbanyak else 0)
    at_most = dinilai if rule.maksimal is None else math.floor(rule.maksimal * dinilai + _ROUNDING)
    move = max(at_least - found, 0) or min(at_most - found, 0)
    return HasilKurva(rule, found, dinilai, move)


def _to_be_most(found: int, others: Sequence[int]) -> int:
    """Fewest people to move in so that no other predikat has more: whoever moves in leaves one that has too many."""
    return next(m for m in range(found + sum(others) + 1) if sum(max(0, other - found - m) for other in others) <= m)


def _required(rule: AturanKurva, dinilai: int) -> int:
    share = 0 if rule.minimal is None else math.ceil(rule.minimal * dinilai - _ROUNDING)
    return max(share, rule.minimal_orang or 0)


def _percent(fraction: float) -> str:
    return f"{number_text(100 * fraction)}%"
