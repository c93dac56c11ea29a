"""What a trend is made of: a period as a snapshot of its people, and what changed from one to the next.

``trend`` computes it, ``trend_read`` takes snapshots from earlier masters, ``master_trend`` draws it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.terms import Predikat

PEOPLE = ("nip", "nama", "kode_unit", "nama_unit", "capaian", "predikat")
"""Columns of a snapshot's people; ``capaian`` is NaN where missing."""

GOOD_LEVELS = (Predikat.SANGAT_BAIK, Predikat.BAIK)


@dataclass(frozen=True)
class Snapshot:
    """A period's people as its master has them; ``outside``: who was rejected or missing, None where that is not known."""

    tahun: int
    periode: Periode
    skema: str
    words: Mapping[Predikat, str]
    """The word that the scheme of the period has for each level."""
    people: pd.DataFrame
    outside: int | None

    @property
    def judul(self) -> str:
        """The period in words."""
        return (
            f"{self.periode.label} Tahun {self.tahun}" if self.periode is not Periode.TAHUNAN else f"Tahun {self.tahun}"
        )

    @property
    def order(self) -> tuple[object, ...]:
        """By its last day; the year after its last quarter."""
        return (self.periode.span(self.tahun)[1], self.periode.months)

    @cached_property
    def levels(self) -> list[Predikat | None]:
        """Level of predikat of each row; None where there is none."""
        found = {word: level for level, word in self.words.items()}
        return [found.get(word) for word in self.people["predikat"]]

    @cached_property
    def by_person(self) -> Mapping[str, "Held | None"]:
        """What each NIP held; None where it has several predikat in the period, so that none can be compared."""
        held: dict[str, Held | None] = {}
        rows = zip(*(self.people[key] for key in ("nip", "nama_unit", "capaian")), self.levels, strict=True)
        for nip, unit, capaian, level in rows:
            if nip and level is not None:
                same = nip not in held or ((before := held[nip]) is not None and before.level is level)
                held[nip] = Held(self, level, unit, capaian) if same else None
        return held


@dataclass(frozen=True)
class Held:
    """The predikat of a person in a period, where he was, and his achievement."""

    snapshot: Snapshot
    level: Predikat
    unit: str
    capaian: float

    @property
    def word(self) -> str:
        """The predikat in the words of its period."""
        return self.snapshot.words[self.level]


@dataclass(frozen=True)
class Move:
    """A person who can be compared: what he held then and holds now."""

    then: Held
    now: Held

    @property
    def steps(self) -> int:
        """By how many levels he rose (more than 0) or fell."""
        order = list(Predikat)
        return order.index(self.then.level) - order.index(self.now.level)


@dataclass(frozen=True)
class PeriodLine:
    """Sums of a period; ``jumlah`` from the best level down, ``outside`` None where it is not known."""

    judul: str
    direkap: int
    dinilai: int
    outside: int | None
    jumlah: tuple[int, ...]
    capaian: float | None

    @property
    def pegawai(self) -> int | None:
        """Everybody who should be there."""
        return None if self.outside is None else self.direkap + self.outside

    @property
    def rated_share(self) -> float | None:
        """The share of them who are rated."""
        return self.dinilai / self.pegawai if self.pegawai else None

    @property
    def good_share(self) -> float | None:
        """The share of the people rated who are Baik or better."""
        return sum(self.jumlah[: len(GOOD_LEVELS)]) / self.dinilai if self.dinilai else None


@dataclass(frozen=True)
class UnitMove:
    """A unit in the last period and the one before: mean achievement and share of Baik or better."""

    nama: str
    capaian: tuple[float, float]
    baik: tuple[float | None, float | None]

    @property
    def selisih(self) -> float:
        """By how many points the mean achievement moved."""
        return self.capaian[1] - self.capaian[0]


@dataclass(frozen=True)
class Moves:
    """People with a predikat now, by what became of it; all together they are everybody with one, by NIP."""

    naik: int
    turun: int
    tetap: int
    baru: int
    """No predikat in any earlier master."""
    tidak_dibandingkan: int
    """More than one predikat in a period, now or before."""


@dataclass(frozen=True)
class Trend:
    """The trend of a consolidation: its periods, the oldest first; what moved; what to know when reading it."""

    periods: tuple[PeriodLine, ...]
    moves: Moves
    units: tuple[UnitMove, ...]
    """The largest fall first."""
    notes: tuple[str, ...]

    @property
    def before(self) -> PeriodLine:
        """The period that the last one is compared with first."""
        return self.periods[-2]
