"""Puts the parts of a consolidation together: what all of them say of the period, and what only all of them together can tell.

Parts judged by another period than the whole, and files in which a rule across workbooks found what blocks, are judged again. The
outcome is the same as if all workbooks had been looked at together, however they were divided.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from kinerja_xl.checks import Examination, agreed_period, find_across, unexplained
from kinerja_xl.checks.penyesuaian import divided, severity
from kinerja_xl.consolidation.batch import Agreed, Part
from kinerja_xl.consolidation.checked import Checked, Read, checked_with, checked_without_period
from kinerja_xl.findings import Finding, Severity, in_order
from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from kinerja_xl.regulations import Aturan, Peraturan
from kinerja_xl.roster import RosterEntry
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Tables

Again = Callable[[Mapping[str, Sequence[Finding]], Agreed], list[Part]]
"""Judges files again, by that year and period, knowing the findings of the rules across workbooks in each."""


def merge(
    parts: Sequence[Part],
    lokal: Sequence[Peraturan],
    roster: Sequence[RosterEntry] | None,
    order: Mapping[str, int],
    again: Again,
) -> Checked:
    """The whole of the ``parts``; ``order`` is the place of each file."""
    read = _read(parts, order)
    agreed = agreed_period(read.tables)
    if agreed is None:
        return checked_without_period(read)
    tahun, periode = agreed
    aturan = aturan_periode(periode, tahun, lokal)
    judged = _by_one_period(parts, agreed, again)
    accepted = {file for part in judged if part.examination for file in part.examination.tables.unit["berkas"]}
    plans = _frame(part.plans for part in judged)
    across = find_across(read.tables, accepted, plans, periode, aturan)
    blocking = {f.file for f in across if severity(f, aturan) is Severity.GALAT}
    concerned = {file: [f for f in across if f.file == file] for file in sorted(blocking)}
    if concerned:
        judged = [*(without(part, blocking) for part in judged), *again(concerned, agreed)]
    found = _examination(judged, order, aturan)
    return checked_with(read, _with(found, [f for f in across if f.file not in blocking], aturan), roster)


def _by_one_period(parts: Sequence[Part], agreed: Agreed, again: Again) -> list[Part]:
    """The parts, those that were judged by another period judged again."""
    other = [part for part in parts if part.agreed != agreed]
    files: dict[str, Sequence[Finding]] = {r.berkas: () for part in other for r in part.read.readings if r.accepted}
    return [*(part for part in parts if part.agreed == agreed), *(again(files, agreed) if files else ())]


def without(part: Part, files: set[str]) -> Part:
    """The part without what was found in some files, which are judged again."""
    found = part.examination
    if found is None or files.isdisjoint(found.tables.unit["berkas"]):
        told = found and any(f.file in files for f in (*found.findings, *found.silent))
        if not found or not told:
            return part
    score = found.penilaian
    left = replace(
        found,
        findings=[f for f in found.findings if f.file not in files],
        silent=[f for f in found.silent if f.file not in files],
        tables=found.tables.only(set(found.tables.unit["berkas"]) - files),
        penilaian=replace(score, pegawai=score.pegawai[~score.pegawai["berkas"].isin(files)]),
        blocked=frozenset(who for who in found.blocked if who[0] not in files),
        causes=frozenset(cause for cause in found.causes if cause[0] not in files),
    )
    return replace(part, examination=left)


def _read(parts: Sequence[Part], order: Mapping[str, int]) -> Read:
    readings = sorted((r for part in parts for r in part.read.readings), key=lambda r: order[r.berkas])
    tables = _ordered(_tables([part.read.tables for part in parts]), order)
    indicators = {file: count for part in parts for file, count in part.read.indicators.items()}
    return Read(readings, tables, indicators, {file: n for part in parts for file, n in part.read.cells.items()})


def _examination(parts: Sequence[Part], order: Mapping[str, int], aturan: Aturan) -> Examination:
    """The examinations of the parts as one, in the order of the files."""
    found = [part.examination for part in parts if part.examination]
    first = found[0].penilaian
    people = _in_order(_frame(each.penilaian.pegawai for each in found), order)
    return Examination(
        in_order(f for each in found for f in each.findings),
        _ordered(_tables([each.tables for each in found]), order),
        Penilaian(first.periode, aturan, people, first.rhk, first.indikator, first.perilaku),
        frozenset(who for each in found for who in each.blocked),
        in_order(f for each in found for f in each.silent),
        frozenset(cause for each in found for cause in each.causes),
    )


def _with(found: Examination, across: Sequence[Finding], aturan: Aturan) -> Examination:
    """The examination with findings of the rules across workbooks that block nobody."""
    told, silent = divided(unexplained(across, found.causes), aturan)
    return replace(found, findings=in_order([*found.findings, *told]), silent=in_order([*found.silent, *silent]))


def _tables(several: Sequence[Tables]) -> Tables:
    frames = {name: _frame(tables[name] for tables in several) for name in SHEET_NAMES}
    layouts = {file: layout for tables in several for file, layout in tables.layouts.items()}
    return Tables(**frames, layouts=layouts)


def _ordered(tables: Tables, order: Mapping[str, int]) -> Tables:
    return Tables(**{name: _in_order(tables[name], order) for name in SHEET_NAMES}, layouts=tables.layouts)


def _frame(several: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The frames below each other; those without rows only give the columns, not their types."""
    frames = list(several)
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0].reset_index(drop=True)


def _in_order(frame: pd.DataFrame, order: Mapping[str, int]) -> pd.DataFrame:
    """The rows by the place of their file, otherwise as they are."""
    return frame.sort_values("berkas", key=lambda files: files.map(order), kind="stable").reset_index(drop=True)
