"""The rules, and running them: ``check`` looks at the tables of any number of workbooks and returns findings.

Each family of rules is a module named by its word; ``RULES`` is the registry of all. Files that fail a rule on the file as a
whole are not looked at further: first whose and which, then what is in it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

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
from kinerja_xl.checks.penyesuaian import divided, severity
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


def examine(tables: Tables, periode: Periode, aturan: Aturan) -> Examination:
    """Run all rules: first those on whole files, then on their contents, then those that need the scores."""
    on_files = _run((r for r in RULES.values() if r.whole_file), Scope(tables, periode, aturan))
    scope = Scope(tables.only(set(tables.unit["berkas"]) - rejected_files(on_files)), periode, aturan)
    first = _run((r for r in RULES.values() if not r.whole_file and not r.second_round), scope)
    scope.blocked = frozenset((f.file, f.nip) for f in first if severity(f, aturan) is Severity.GALAT)
    second = _run((r for r in RULES.values() if r.second_round), scope)
    told, silent = divided([*on_files, *_causes([*first, *second])], aturan)
    return Examination(in_order(told), scope.tables, scope.penilaian, scope.blocked, in_order(silent))


def _causes(findings: list[Finding]) -> list[Finding]:
    """The findings without those that only follow from another one on the same person (``Rule.silent_after``)."""
    told = {(f.file, f.nip, f.code) for f in findings}
    return [f for f in findings if not any((f.file, f.nip, code) in told for code in RULES[f.code].silent_after)]


def rejected_files(findings: Iterable[Finding]) -> set[str]:
    """Files that a galat on the file as a whole keeps out."""
    return {f.file for f in findings if f.severity is Severity.GALAT and RULES[f.code].whole_file}


def _run(rules: Iterable[Rule], scope: Scope) -> list[Finding]:
    return [finding for rule in rules for finding in rule.findings(scope)]
