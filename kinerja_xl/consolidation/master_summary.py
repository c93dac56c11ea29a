"""The numbers of the sheet Ringkasan, computed from a consolidation; ``master_page`` only draws them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kinerja_xl.checks import RULES
from kinerja_xl.consolidation.master_cells import plain_values, text_of
from kinerja_xl.consolidation.master_units import ProgressLine, UnitLine, finite, progress_lines, unit_lines
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.findings import Finding, Severity, counts
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import CapaianOrganisasi, Predikat, read_term

CURVE_ORDER = tuple(reversed(Predikat))
"""Predikat as the curve of the official form shows them: the weakest first."""

REWARDED = (Predikat.SANGAT_BAIK,)
COACHED = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)
UNITS_SHOWN = 20
"""Units that the page and its charts have room for."""

CODES_SHOWN = 6
PROGRESS_SHOWN = 10
"""Kinds of finding, and units that are not complete, that the page has room for."""


@dataclass(frozen=True)
class CodeLine:
    """A kind of finding: how often it occurs, in how many files, and what to do about it."""

    severity: Severity
    code: str
    count: int
    files: int
    title: str
    fix: str


@dataclass(frozen=True)
class Balance:
    """A sum that must add up, in words."""

    text: str
    holds: bool


@dataclass(frozen=True)
class Summary:
    """Everything the page shows."""

    instansi: str
    units: tuple[UnitLine, ...]
    """The weakest mean achievement first; not more than ``UNITS_SHOWN``."""
    unit_count: int
    progress: tuple[ProgressLine, ...]
    """The least complete unit first; all of them."""
    sebaran: dict[Predikat, int]
    """People of each level of predikat."""
    words: dict[Predikat, str]
    """What the scheme calls each level."""
    pola: dict[Predikat, float] | None
    """Shares that the pattern of the curve would give the people rated, after each unit's result."""
    capaian: float | None
    capaian_known: int
    severities: dict[Severity, int]
    codes: tuple[CodeLine, ...]
    balances: tuple[Balance, ...]

    @property
    def rewarded(self) -> int:
        """People to be rewarded."""
        return sum(self.sebaran[p] for p in REWARDED)

    @property
    def coached(self) -> int:
        """People to be coached."""
        return sum(self.sebaran[p] for p in COACHED)

    @property
    def rated(self) -> int:
        """People with a predikat."""
        return sum(self.sebaran.values())

    @property
    def most_common(self) -> Predikat | None:
        """The predikat most people have, of equals the better; None where nobody is rated."""
        return max(Predikat, key=lambda p: self.sebaran[p]) if self.rated else None


def summarise(k: Konsolidasi) -> Summary:
    """Compute the page's numbers."""
    people, units = k.frames["Rekap Pegawai"], k.frames["Rekap Unit"]
    known = [value for value in finite(people["capaian"]) if value is not None]
    found = Counter(people["predikat"].dropna())
    sebaran = {p: found[word] for p, word in k.words.items()}
    return Summary(
        instansi=_most_common_text(units["instansi"]),
        units=unit_lines(k.frames)[:UNITS_SHOWN],
        unit_count=len(units),
        progress=progress_lines(k.frames),
        sebaran=sebaran,
        words=k.words,
        pola=_pattern(k),
        capaian=sum(known) / len(known) if known else None,
        capaian_known=len(known),
        severities=counts(k.findings),
        codes=tuple(_code_lines(k.findings)),
        balances=tuple(_balances(k, sum(sebaran.values()))),
    )


def _most_common_text(series: "pd.Series[Any]") -> str:
    found = Counter(text for value in plain_values(series) if (text := text_of(value).strip()))
    return min(found, key=lambda text: (-found[text], text), default="")


def _pattern(k: Konsolidasi) -> dict[Predikat, float] | None:
    units = k.frames["Rekap Unit"]
    if not isinstance(k.aturan, AturanRating):
        return None
    people = dict.fromkeys(CURVE_ORDER, 0.0)
    for text, rated in zip(plain_values(units["capaian_organisasi"]), plain_values(units["dinilai"]), strict=True):
        result = read_term(CapaianOrganisasi, text or "")
        if result and rated:
            pattern = k.aturan.pola_kurva.isi[result]
            for predikat, part in zip(CURVE_ORDER, pattern, strict=True):
                people[predikat] += rated * part / sum(pattern)
    total = sum(people.values())
    return {p: count / total for p, count in people.items()} if total else None


def _code_lines(findings: Iterable[Finding]) -> list[CodeLine]:
    by_code: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        by_code.setdefault((finding.severity, finding.code), []).append(finding)
    order = sorted(by_code, key=lambda key: (key[0].rank, -len(by_code[key]), key[1]))
    return [_code_line(*key, by_code[key]) for key in order[:CODES_SHOWN]]


def _code_line(severity: Severity, code: str, findings: list[Finding]) -> CodeLine:
    fixes = Counter(f.fix for f in findings)
    fix = min(fixes, key=lambda text: (-fixes[text], text))
    rule = RULES.get(code)
    files = len({f.file for f in findings})
    return CodeLine(severity, code, len(findings), files, rule.title if rule else findings[0].field, fix)


def _balances(k: Konsolidasi, rated: int) -> Iterable[Balance]:
    """The sums that must add up, each held against the sheets or against each other."""
    c = k.counts
    in_sheets = len(k.frames["Rekap Pegawai"]) == c.recapped and rated == c.rated
    people = f"Pegawai {_n(c.people)} = direkap {_n(c.recapped)} + ditolak {_n(c.people_rejected)} + belum masuk {_n(c.missing)}"
    yield Balance(people, c.entries == c.recapped + c.people_rejected and in_sheets)
    if k.roster_given:
        outside = f"; di luar daftar {_n(c.outside_roster)}" if c.outside_roster else ""
        roster = (
            f"Daftar pegawai {_n(c.roster)} = sudah masuk {_n(c.roster_found)} + belum masuk {_n(c.missing)}{outside}"
        )
        yield Balance(roster, c.roster == c.roster_found + c.missing)
    files = f"Berkas {_n(c.files)} = diterima {_n(c.files_accepted)} + ditolak {_n(c.files_rejected)}"
    if c.files_skipped:
        files += f"; dilewati {_n(c.files_skipped)}"
    yield Balance(files, c.files == c.files_accepted + c.files_rejected)


def _n(value: int) -> str:
    return number_text(value)
