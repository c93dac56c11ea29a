"""What a consolidation is: one value that the master, the letters and the printed summary are made from."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kinerja_xl.consolidation.schema import Column, sheets_of
from kinerja_xl.consolidation.schema_trend import with_trend
from kinerja_xl.consolidation.trend_model import Trend
from kinerja_xl.findings import Finding
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.terms import Predikat


@dataclass(frozen=True)
class Counts:
    """The sums that must add up.

    files = accepted + rejected; entries (rows of Pegawai read) = recapped + people_rejected;
    roster = roster_found + missing, where a list of people was given.
    """

    files: int
    files_accepted: int
    files_rejected: int
    files_skipped: int
    entries: int
    recapped: int
    people_rejected: int
    missing: int
    outside_roster: int
    rated: int
    roster: int = 0
    """People on the list given; 0 without one."""
    roster_found: int = 0
    """Of these, how many stand in a workbook that was read."""

    @property
    def people(self) -> int:
        """Everybody who should be accounted for: in the recap, rejected, or missing."""
        return self.recapped + self.people_rejected + self.missing


@dataclass(frozen=True)
class Konsolidasi:
    """A consolidated period. ``frames`` holds one frame for each sheet of ``columns``, with exactly its columns."""

    tahun: int
    periode: Periode
    aturan: Aturan
    frames: Mapping[str, pd.DataFrame]
    findings: tuple[Finding, ...]
    counts: Counts
    roster_given: bool
    tren: Trend | None = None
    """How it compares with earlier masters, where some were given."""

    @property
    def columns(self) -> Mapping[str, tuple[Column, ...]]:
        """The data sheets of its master and their columns."""
        sheets = sheets_of(self.aturan)
        return sheets if self.tren is None else with_trend(sheets, self.words)

    @property
    def words(self) -> dict[Predikat, str]:
        """The word that the scheme of the period has for each of the five levels of predikat."""
        return skema_of(self.aturan).words

    @property
    def judul(self) -> str:
        """The period in words: ``Triwulan II Tahun 2026``."""
        return (
            f"{self.periode.label} Tahun {self.tahun}" if self.periode is not Periode.TAHUNAN else f"Tahun {self.tahun}"
        )
