"""Consolidates workbooks: find, read, check, score, reconcile. Returns a ``Konsolidasi``; writes nothing.

A file that cannot be read is listed and the rest goes on. The same input gives the same frames, whether the workbooks are looked at
together (``check_all``) or in batches by several processes (``check_files``).
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context

from kinerja_xl.checks import agreed_period, examine, rejected_files
from kinerja_xl.checks.gabungan import BELUM_MASUK, DI_LUAR_DAFTAR
from kinerja_xl.consolidation import recap, recap_unit, reconcile
from kinerja_xl.consolidation.batch import Agreed, Part, Task, Workers, work
from kinerja_xl.consolidation.cache import Cache
from kinerja_xl.consolidation.checked import (
    Checked,
    Read,
    checked_with,
    checked_without_period,
    filled_cells,
    indicator_counts,
)
from kinerja_xl.consolidation.merge import merge
from kinerja_xl.consolidation.result import Counts, Konsolidasi
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.findings import Finding
from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.regulations import Peraturan
from kinerja_xl.roster import RosterEntry
from kinerja_xl.scoring.scheme import aturan_periode

__all__ = ["Checked", "check_all", "check_files", "consolidate", "counts_of", "read_all"]

BATCH = 100
"""Workbooks of a task at most: enough for what a batch costs by itself, few enough for the memory of a process."""
WORTH_PROCESSES = 40
"""With fewer workbooks, starting processes takes longer than they save."""


def _silent(_: str) -> None:
    """Progress nobody listens to."""


def read_all(sources: Sequence[Source], progress: Callable[[str], None] = _silent) -> list[Reading]:
    """Read every source, in order; ``progress`` is told each file's name when it is done."""
    readings = []
    for source in sources:
        readings.append(read_workbook(source.place, source.name))
        progress(source.name)
    return readings


def check_all(
    readings: list[Reading],
    lokal: Sequence[Peraturan] = (),
    roster: Sequence[RosterEntry] | None = None,
    *,
    blocking_only: bool = False,
) -> Checked:
    """Join the readings, run all rules for the period most of them name, hold the people against the ``roster``.

    ``lokal`` are the office's own settings. The tables of the outcome are whole, with every plan and result. ``blocking_only``: see
    ``checks.examine``.
    """
    readings = [r for r in readings if not r.own_output]
    tables = join(readings)
    read = Read(readings, tables, indicator_counts(tables), filled_cells(tables))
    agreed = agreed_period(tables)
    if agreed is None:
        return checked_without_period(read)
    tahun, periode = agreed
    found = examine(tables, periode, aturan_periode(periode, tahun, lokal), blocking_only=blocking_only)
    return checked_with(read, found, roster)


def check_files(  # noqa: PLR0913 - how it is done, beside what is done
    sources: Sequence[Source],
    lokal: Sequence[Peraturan] = (),
    roster: Sequence[RosterEntry] | None = None,
    *,
    workers: int = 2,
    batch: int = 0,
    executor: Workers | None = None,
    cache: Cache | None = None,
    progress: Callable[[str], None] = _silent,
) -> tuple[Checked, list[str]]:
    """Read and check in batches of bounded memory, as ``check_all`` does; also gives the names of our own results among the files.

    ``executor`` is any that can pickle a ``batch.Task``; without one, ``workers`` processes where there are enough workbooks. What
    ``cache`` remembers is not read again. The tables of the outcome hold what ``batch.slim`` keeps.
    """
    by_name = {source.name: source for source in sources}
    known = cache.recall(sources) if cache else []
    remembered = {file for part in known for file in part.files}
    unknown = [name for name in by_name if name not in remembered]
    hands = workers if executor is not None or len(unknown) >= WORTH_PROCESSES else 1

    def judge(files: Sequence[str], agreed: Agreed | None, across: Mapping[str, Sequence[Finding]]) -> Iterator[Part]:
        size = batch or even_batch(len(files), hands)
        pieces = [[by_name[file] for file in files[start : start + size]] for start in range(0, len(files), size)]
        yield from mapped(work, [Task(piece, lokal, agreed, _of(piece, across)) for piece in pieces])

    def again(files: Mapping[str, Sequence[Finding]], agreed: Agreed) -> list[Part]:
        parts = judge(list(files), agreed, files)
        return cache.again(files, agreed, parts) if cache else list(parts)

    with _mapping(executor, hands) as mapped:
        parts = []
        for part in chain(known, judge(unknown, None, {})):
            parts.append(part)
            for name in part.files:
                progress(name)
        if cache:
            cache.keep(parts)
        order = {name: place for place, name in enumerate(by_name)}
        checked = merge(parts, lokal, roster, order, again)
    own = {r.berkas for r in checked.readings}
    return checked, [name for name in by_name if name not in own]


def _of(piece: Sequence[Source], across: Mapping[str, Sequence[Finding]]) -> list[Finding]:
    """What was found in these files."""
    return [finding for source in piece for finding in across.get(source.name, ())]


def even_batch(files: int, workers: int) -> int:
    """How many workbooks make a task, so that all workers are busy to the end."""
    if not files:
        return 1
    turns = max(1, math.ceil(files / (BATCH * workers)))
    return max(1, math.ceil(files / (turns * workers)))


Mapped = Callable[[Callable[[Task], Part], Sequence[Task]], Iterator[Part]]
"""Works tasks off and gives the results in their order."""


@contextmanager
def _mapping(executor: Workers | None, workers: int) -> Iterator[Mapped]:
    """How tasks are worked off: by the executor, by processes of our own, or one after another here."""
    if executor is not None:
        yield executor.map
    elif workers <= 1:
        yield map
    else:
        with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
            yield pool.map


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
