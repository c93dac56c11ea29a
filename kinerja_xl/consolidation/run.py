"""Consolidates workbooks: find, read, check, score, reconcile. Returns a ``Konsolidasi``; writes nothing.

A file that cannot be read is listed and the rest goes on. The same input gives the same frames.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from kinerja_xl.checks import Examination, agreed_period, examine, is_ruled, rejected_files
from kinerja_xl.checks.gabungan import BELUM_MASUK, DI_LUAR_DAFTAR
from kinerja_xl.checks.penyesuaian import divided
from kinerja_xl.consolidation import recap, recap_unit, reconcile
from kinerja_xl.consolidation.result import Counts, Konsolidasi
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.findings import Finding, in_order
from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan, AturanRating, Peraturan, aturan_pada, bundled
from kinerja_xl.roster import RosterEntry
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Tables, columns_of


@dataclass(frozen=True)
class Checked:
    """Workbooks read and checked: what ``periksa`` shows and ``konsolidasi`` builds on. No period where no file was usable."""

    readings: list[Reading]
    tables: Tables
    findings: list[Finding]
    examination: Examination | None = None
    silent: Sequence[Finding] = ()
    """Findings of rules that the office switched off."""
    roster: Sequence[RosterEntry] | None = None
    """Who should be there, where the office gave a list."""
    on_roster: Sequence[Finding] = ()
    """Findings about that list, also those of rules that are switched off."""

    @cached_property
    def cells(self) -> int:
        """How many cells that people fill in hold something, in the files that could be read."""
        return sum(int((self.tables[table][list(columns_of(table))] != "").sum().sum()) for table in SHEET_NAMES)

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


def read_all(
    sources: Sequence[Source], *, workers: int = 2, progress: Callable[[str], None] | None = None
) -> list[Reading]:
    """Read every source, in order; ``progress`` is told each file's name when it is done."""

    def read(source: Source) -> Reading:
        reading = read_workbook(source.path, source.name)
        if progress:
            progress(source.name)
        return reading

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        return list(pool.map(read, sources))


def check_all(
    readings: list[Reading], lokal: Sequence[Peraturan] = (), roster: Sequence[RosterEntry] | None = None
) -> Checked:
    """Join the readings, run all rules for the period most of them name, hold the people against the ``roster``.

    ``lokal`` are the office's own settings.
    """
    readings = [r for r in readings if not r.own_output]
    tables = join(readings)
    on_reading = [f for r in readings for f in r.findings]
    agreed = agreed_period(tables)
    if agreed is None:
        return Checked(readings, tables, in_order([*on_reading, *_without_period(tables)]))
    tahun, periode = agreed
    aturan = aturan_periode(periode, tahun, lokal)
    found = examine(tables, periode, aturan)
    on_roster = reconcile.roster_findings(tables, found, [*on_reading, *found.findings], roster)
    told, silent = divided([*on_reading, *on_roster], aturan)
    findings = in_order([*told, *found.findings])
    return Checked(readings, tables, findings, found, [*silent, *found.silent], roster, on_roster)


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


def consolidate(checked: Checked, *, skipped: int = 0) -> Konsolidasi:
    """Scores, sums and frames of the master for workbooks already checked; ValueError where no workbook names a period."""
    examination = checked.examination
    if examination is None:
        raise ValueError("no workbook names a period")
    score = examination.penilaian
    findings = checked.findings
    people = recap.people(examination, findings)
    rejected = rejected_files(findings)
    frames = {
        "Rekap Pegawai": people,
        "Rekap Unit": recap_unit.units(checked.tables, examination, people, findings, rejected),
        "Distribusi": recap_unit.distribution(examination, people),
        "Temuan": recap.findings_frame(findings),
        "Berkas": recap_unit.files(checked.readings, findings),
        "Rekonsiliasi": reconcile.frame(checked.tables, examination, findings, checked.roster),
        "Tindak Lanjut": recap.follow_up(examination, people),
        "Angka Kredit": recap.credit_rows(examination, people),
    }
    counts, listed = counts_of(checked, skipped), checked.roster is not None
    return Konsolidasi(checked.tahun, score.periode, score.aturan, frames, tuple(findings), counts, listed)


def counts_of(checked: Checked, skipped: int = 0) -> Counts:
    """The sums of workbooks read and checked."""
    rejected = len(rejected_files(checked.findings))
    codes = [f.code for f in checked.on_roster]
    listed = len(reconcile.once(checked.roster or ()))
    entries = len(checked.tables.pegawai)
    found = checked.examination
    kept = found.penilaian.pegawai[~recap.is_blocked(found, found.penilaian.pegawai)] if found else None
    recapped = 0 if kept is None else len(kept)
    return Counts(
        files=len(checked.readings),
        files_accepted=len(checked.readings) - rejected,
        files_rejected=rejected,
        files_skipped=skipped,
        entries=entries,
        recapped=recapped,
        people_rejected=entries - recapped,
        missing=codes.count(BELUM_MASUK.code),
        outside_roster=codes.count(DI_LUAR_DAFTAR.code),
        roster=listed,
        roster_found=listed - codes.count(BELUM_MASUK.code),
        rated=0 if kept is None else int((kept["predikat"] != "").sum()),
    )
