"""The rules, and running them: ``check`` looks at the tables of any number of workbooks and returns findings.

Each family of rules is a module named by its word; ``RULES`` is the registry of all. Files that fail a rule on the file as a
whole are not looked at further: first whose and which, then what is in it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from kinerja_xl.checks import (
    berkas,
    bukti,
    distribusi,
    gabungan,
    himpun,
    isian_dini,
    jabatan,
    kata_kabur,
    keselarasan,
    kewajaran_hasil,
    masa_tugas,
    nilai_lama,
    nip,
    nip_mirip,
    pegawai,
    pengembangan,
    penilaian,
    perilaku,
    realisasi,
    rencana,
    rencana_rangkap,
    salinan,
    satuan,
    target,
    unit,
)
from kinerja_xl.checks.penyesuaian import blocks, divided, severity
from kinerja_xl.checks.rule import Rule, Scope
from kinerja_xl.findings import Finding, Severity, in_order
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import is_scored_year
from kinerja_xl.tables import Tables

_FAMILIES = (
    unit,
    gabungan,
    nip,
    pegawai,
    jabatan,
    masa_tugas,
    nip_mirip,
    rencana,
    keselarasan,
    rencana_rangkap,
    target,
    satuan,
    kata_kabur,
    realisasi,
    isian_dini,
    kewajaran_hasil,
    bukti,
    salinan,
    perilaku,
    penilaian,
    distribusi,
    pengembangan,
    nilai_lama,
)
RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (*berkas.RULES, *(r for family in _FAMILIES for r in family.registry.rules), *himpun.RULES)
}
"""Every rule by its code, in the order of the families."""


@dataclass(frozen=True)
class Examination:
    """Tables looked at by all rules: the findings, the tables of the files that stay in, their scores, and who is blocked."""

    findings: list[Finding]
    tables: Tables
    penilaian: Penilaian
    blocked: frozenset[tuple[str, str]]
    """(file, NIP) of everybody whom a galat keeps from being scored; an empty NIP stands for the rows without one."""
    silent: list[Finding]
    """Findings of rules that the office switched off."""
    causes: frozenset[tuple[str, str, str]] = frozenset()
    """(file, NIP, code) of whatever explains a finding of the rules across workbooks away."""


def agreed_period(tables: Tables) -> tuple[int, Periode] | None:
    """Year and period of most of the workbooks (of equals the latest); None where no workbook names a usable one."""
    pairs = zip(tables.unit["tahun"], tables.unit["periode"], strict=True)
    usable = [(int(tahun), p) for tahun, text in pairs if (p := unit.read_periode(text)) and is_ruled(tahun)]
    found = Counter(usable)
    return max(found, key=lambda pair: (found[pair], pair[0], list(Periode).index(pair[1])), default=None)


def is_ruled(tahun: str) -> bool:
    """Whether a year as typed is one for which regulations are loaded, and not further ahead than next year."""
    if not (tahun.isascii() and tahun.isdigit() and len(tahun) == 4):
        return False
    if int(tahun) > datetime.now().astimezone().year + 1:
        return False
    return is_scored_year(int(tahun))


def check(tables: Tables, periode: Periode, aturan: Aturan) -> list[Finding]:
    """Findings of all rules on ``tables`` for ``periode`` of the year in which ``aturan`` is in force, in reading order."""
    return examine(tables, periode, aturan).findings


def examine(
    tables: Tables,
    periode: Periode,
    aturan: Aturan,
    across: Sequence[Finding] | None = None,
    *,
    blocking_only: bool = False,
) -> Examination:
    """Run all rules: first those on whole files, then on their contents, then those that need the scores.

    Where ``tables`` are only some of the workbooks, ``across`` is what ``find_across`` found in these files; the rules across
    workbooks do not run then. With ``blocking_only`` those rules alone run that decide who is scored: scores and who is blocked are
    the same, and so are the galat.
    """
    given = across or ()
    needed = _deciding(aturan) if blocking_only else RULES.keys()
    on_files = _run(
        _rules(lambda r: r.whole_file and (across is None or not r.across), needed), Scope(tables, periode, aturan)
    )
    on_files += [f for f in given if RULES[f.code].whole_file]
    scope = Scope(tables.only(set(tables.unit["berkas"]) - rejected_files(on_files)), periode, aturan)
    first = _run(_rules(lambda r: _is_first(r) and (across is None or not r.across), needed), scope)
    first += [f for f in given if _is_first(RULES[f.code])]
    scope.blocked = frozenset((f.file, f.nip) for f in first if severity(f, aturan) is Severity.GALAT)
    found = [*first, *_run(_rules(lambda r: r.second_round, needed), scope)]
    causes = frozenset((f.file, f.nip, f.code) for f in found)
    told, silent = divided([*on_files, *unexplained(found, causes)], aturan)
    wanted = {code for rule in _rules(lambda r: r.across) for code in rule.silent_after}
    kept = frozenset(cause for cause in causes if cause[2] in wanted)
    return Examination(in_order(told), scope.tables, scope.penilaian, scope.blocked, in_order(silent), kept)


def find_across(
    tables: Tables, accepted: set[str], plans: pd.DataFrame, periode: Periode, aturan: Aturan
) -> list[Finding]:
    """What the rules across workbooks find, with their own severities.

    ``tables`` need no more than the units and the people of all workbooks; ``accepted`` are the files that no other rule keeps out;
    ``plans`` are the rows of ``indicators`` with the first of each RHK text.
    """
    on_files = _run(_rules(lambda r: r.across and r.whole_file), Scope(tables, periode, aturan))
    accepted = accepted - rejected_files(on_files)
    scope = Scope(tables.only(accepted), periode, aturan)
    scope.indikator = plans[plans["berkas"].isin(accepted)]
    return [*on_files, *_run(_rules(lambda r: r.across and not r.whole_file), scope)]


def unexplained(findings: Iterable[Finding], causes: Collection[tuple[str, str, str]]) -> list[Finding]:
    """The findings without those that only follow from another one on the same person (``Rule.silent_after``)."""
    return [f for f in findings if not any((f.file, f.nip, code) in causes for code in RULES[f.code].silent_after)]


def _rules(wanted: Callable[[Rule], bool], among: Collection[str] = RULES.keys()) -> list[Rule]:
    return [rule for code, rule in RULES.items() if code in among and wanted(rule)]


def _deciding(aturan: Aturan) -> set[str]:
    """Codes of the rules that keep somebody from being scored, and of those that explain one of them away."""
    blocking = {code for code, rule in RULES.items() if blocks(rule, aturan)}
    return blocking.union(*(RULES[code].silent_after for code in blocking))


def _is_first(rule: Rule) -> bool:
    return not rule.whole_file and not rule.second_round


def rejected_files(findings: Iterable[Finding]) -> set[str]:
    """Files that a galat on the file as a whole keeps out."""
    return {f.file for f in findings if f.severity is Severity.GALAT and RULES[f.code].whole_file}


def _run(rules: Iterable[Rule], scope: Scope) -> list[Finding]:
    return [finding for rule in rules for finding in rule.findings(scope)]
