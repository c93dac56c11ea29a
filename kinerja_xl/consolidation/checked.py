"""Workbooks read and checked, as one value, and how it comes about once all rules have spoken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kinerja_xl.checks import Examination, examine, is_ruled, rejected_files
from kinerja_xl.checks.penyesuaian import divided
from kinerja_xl.consolidation import reconcile
from kinerja_xl.findings import Finding, in_order
from kinerja_xl.forms.read import Reading
from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan, AturanRating, aturan_pada, bundled
from kinerja_xl.roster import RosterEntry
from kinerja_xl.tables import Tables, columns_of


@dataclass(frozen=True)
class Read:
    """What was read: the files, the tables of those that can be used, how many indicators and filled cells these hold.

    Of very many workbooks the tables keep only the units, the people and their development (``batch.slim``).
    """

    readings: list[Reading]
    tables: Tables
    indicators: Mapping[str, int]
    cells: Mapping[str, int]
    """By file."""


@dataclass(frozen=True)
class Checked:
    """Workbooks read and checked: what ``periksa`` shows and ``konsolidasi`` builds on. No period where no file was usable."""

    read: Read
    findings: list[Finding]
    examination: Examination | None = None
    silent: Sequence[Finding] = ()
    """Findings of rules that the office switched off."""
    roster: Sequence[RosterEntry] | None = None
    """Who should be there, where the office gave a list."""
    on_roster: Sequence[Finding] = ()
    """Findings about that list, also those of rules that are switched off."""

    @property
    def readings(self) -> list[Reading]:
        """The files."""
        return self.read.readings

    @property
    def tables(self) -> Tables:
        """The tables of those that could be read."""
        return self.read.tables

    @property
    def indicators(self) -> int:
        """How many planned indicators these hold."""
        return sum(self.read.indicators.values())

    @property
    def cells(self) -> int:
        """How many cells that people fill in hold something in them."""
        return sum(self.read.cells.values())

    @property
    def periode(self) -> Periode | None:
        """The period most of the workbooks name."""
        return self.examination.penilaian.periode if self.examination else None

    @property
    def aturan(self) -> Aturan | None:
        """The rules by which it is scored."""
        return self.examination.penilaian.aturan if self.examination else None

    @property
    def tahun(self) -> int:
        """Its year; 0 where there is no period."""
        return self.examination.penilaian.aturan.tanggal.year if self.examination else 0


def indicator_counts(tables: Tables) -> dict[str, int]:
    """How many planned indicators each file holds."""
    return _by_file(tables.rencana["berkas"].value_counts())


def filled_cells(tables: Tables) -> dict[str, int]:
    """How many cells that people fill in hold something, in each file."""
    counts = [
        (tables[table][list(columns_of(table))] != "").sum(axis=1).groupby(tables[table]["berkas"]).sum()
        for table in SHEET_NAMES
    ]
    return _by_file(pd.concat(counts).groupby(level=0).sum())


def _by_file(counts: "pd.Series[int]") -> dict[str, int]:
    return {str(file): int(count) for file, count in counts.items()}


def checked_with(read: Read, found: Examination, roster: Sequence[RosterEntry] | None) -> Checked:
    """The value where there is a period: findings of the reader and on the roster join those of the rules."""
    on_reading = [f for r in read.readings for f in r.findings]
    on_roster = reconcile.roster_findings(read.tables, found, [*on_reading, *found.findings], roster)
    told, silent = divided([*on_reading, *on_roster], found.penilaian.aturan)
    findings = in_order([*told, *found.findings])
    return Checked(read, findings, found, [*silent, *found.silent], roster, on_roster)


def checked_without_period(read: Read) -> Checked:
    """The value where no workbook names a period."""
    on_reading = [f for r in read.readings for f in r.findings]
    return Checked(read, in_order([*on_reading, *_without_period(read.tables)]))


def _without_period(tables: Tables) -> list[Finding]:
    """Findings on the files as such when none of them names a year and period that can be used."""
    latest = Periode.TW1
    on_files = examine(tables, latest, aturan_pada(latest.span(_newest_year())[1], AturanRating)).findings
    told = [
        f
        for f in on_files
        if rejected_files([f]) and f.code != "UNT004" and not (f.code == "UNT005" and is_ruled(f.value))
    ]
    return [_without_comparison(f) for f in told]


def _without_comparison(finding: Finding) -> Finding:
    """A finding about the year where there is no other year to differ from."""
    if finding.code != "UNT005":
        return finding
    return finding._replace(message=f"Tahun '{finding.value}' tidak terbaca atau belum ada peraturannya.")


def _newest_year() -> int:
    return max(p.berlaku_sejak.year for p in bundled()) + 1
