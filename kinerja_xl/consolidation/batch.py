"""The step for a batch of workbooks: read, check, score, and keep only what the whole needs. Runs in any process, on any machine.

A task and its result can be pickled, and the result depends on nothing but the task: batches may be of any size and finish in any
order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import pandas as pd

from kinerja_xl.checks import Examination, agreed_period, examine
from kinerja_xl.consolidation.checked import Read, filled_cells, indicator_counts
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.findings import Finding
from kinerja_xl.forms.read import Reading, join, read_workbook
from kinerja_xl.forms.unit_workbook import PEGAWAI, PENGEMBANGAN, SHEET_NAMES, UNIT
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Peraturan
from kinerja_xl.rows import firsts
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Layout, Tables

KEPT = (UNIT.key, PEGAWAI.key, PENGEMBANGAN.key)
"""Tables of which the whole needs every row; the others are large, and done with when their batch is scored."""
PLAN = ["berkas", "nip", "no_rhk", "rhk", "rhk_pimpinan"]
"""What the rules across workbooks look at in the plans; of each text of an RHK the first row."""

Agreed = tuple[int, Periode]


@dataclass(frozen=True)
class Task:
    """Workbooks to read and judge.

    ``agreed`` is the year and period of the whole where it is known already (otherwise that of the batch is tried), ``across`` what
    the rules across workbooks found in these files.
    """

    sources: Sequence[Source]
    lokal: Sequence[Peraturan] = ()
    agreed: Agreed | None = None
    across: Sequence[Finding] = ()


@dataclass(frozen=True)
class Part:
    """What a batch of ``files`` comes to; ``agreed`` is the year and period it was judged by (None: no workbook named one)."""

    files: Sequence[str]
    read: Read
    agreed: Agreed | None = None
    examination: Examination | None = None
    plans: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*PLAN, "baris"]))


class Workers(Protocol):
    """Whoever works tasks off and gives the results in their order: an Executor of the standard library, a cluster."""

    def map(self, do: Callable[[Task], Part], tasks: Sequence[Task], /) -> Iterator[Part]:
        """Work the tasks off."""


def work(task: Task) -> Part:
    """Read the workbooks, look at them by all rules that need no others, score them."""
    readings = [reading for s in task.sources if not (reading := read_workbook(s.place, s.name)).own_output]
    files, tables = [s.name for s in task.sources], join(readings)
    agreed = task.agreed or agreed_period(tables)
    read = Read(_slim_readings(readings), slim(tables), indicator_counts(tables), filled_cells(tables))
    if agreed is None:
        return Part(files, read)
    tahun, periode = agreed
    found = examine(tables, periode, aturan_periode(periode, tahun, task.lokal), task.across)
    plans = firsts(found.penilaian.indikator[[*PLAN, "baris"]], PLAN)
    return Part(files, read, agreed, _slim_examination(found), plans)


def slim(tables: Tables) -> Tables:
    """The tables without the rows that only the batch itself needs."""
    kept = {name: tables[name] if name in KEPT else tables[name].iloc[:0] for name in SHEET_NAMES}
    return Tables(**kept, layouts=_shared(tables.layouts))


def _shared(layouts: Mapping[str, Layout]) -> dict[str, Layout]:
    """The layouts, equal ones as one object: most workbooks are arranged alike."""
    known: dict[frozenset[tuple[tuple[str, str], str]], Layout] = {}
    return {file: known.setdefault(frozenset(layout.cells.items()), layout) for file, layout in layouts.items()}


def _slim_examination(found: Examination) -> Examination:
    score = found.penilaian
    none = {key: getattr(score, key).iloc[:0] for key in ("rhk", "indikator", "perilaku")}
    return replace(found, tables=slim(found.tables), penilaian=replace(score, **none))


def _slim_readings(readings: Iterable[Reading]) -> list[Reading]:
    """The readings with the entries of the unit, and of the tables no more than how many rows they have."""
    return [replace(r, rows=_slim_rows(r), cells={}) for r in readings]


def _slim_rows(reading: Reading) -> dict[str, dict[str, list[str]]]:
    return {
        table: columns if table == UNIT.key else {"baris": [""] * len(columns["baris"])}
        for table, columns in reading.rows.items()
    }
