"""What an office makes of the rules: another severity, or silence (``pemeriksaan`` in ``instansi.toml``, with the reason).

Applied when all rules have spoken, so that a rule that was switched off still keeps its consequences from being told. What is not
told is kept and counted: nothing disappears without a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Rule
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.regulations import Aturan, Peraturan
from kinerja_xl.regulations.local import Tingkat

COUNTED_TWICE = frozenset(
    {"GAB001", "PEG007", "REN010", "REN016", "REA003", "REA009", "NIL008"}
    | {*NIP_BROKEN, "REN001", "PRL005", "NIL012", "PGB001"}
)
"""Galat without which somebody, or a row, would be counted twice or not at all; like those on whole files they stay galat."""

_ORDER = (Tingkat.MATI, Tingkat.INFO, Tingkat.PERINGATAN, Tingkat.GALAT)


def severity(finding: Finding, aturan: Aturan) -> Severity | None:
    """The severity of a finding for this office; None where its rule is switched off."""
    own = aturan.pemeriksaan.isi.get(finding.code)
    if own is None:
        return finding.severity
    return None if own.tingkat is Tingkat.MATI else Severity(own.tingkat)


def blocks(rule: Rule, aturan: Aturan) -> bool:
    """Whether a finding of the rule keeps somebody from being scored: those of the office's own severities, and of its own."""
    own = aturan.pemeriksaan.isi.get(rule.code)
    return Severity.GALAT in {rule.severity, own.tingkat if own else None}


def divided(findings: Iterable[Finding], aturan: Aturan) -> tuple[list[Finding], list[Finding]]:
    """The findings to tell, with the office's severities, and those of rules that are switched off."""
    told: list[Finding] = []
    silent: list[Finding] = []
    for finding in findings:
        level = severity(finding, aturan)
        if level is None:
            silent.append(finding)
        else:
            told.append(finding if level is finding.severity else finding._replace(severity=level))
    return told, silent


def faults(lokal: Sequence[Peraturan], rules: dict[str, Rule]) -> Iterator[str]:
    """What is wrong with the office's entries: codes that are no rule, rules that must stay as they are."""
    for peraturan in lokal:
        entry = peraturan.ketentuan.get("pemeriksaan")
        for code, own in entry.isi.items() if entry else ():
            yield from _fault(code, own.tingkat, rules)


def _fault(code: str, tingkat: Tingkat, rules: dict[str, Rule]) -> Iterator[str]:
    rule = rules.get(code)
    if rule is None:
        near = get_close_matches(code.upper(), rules, 1)
        hint = f" Maksudnya '{near[0]}'?" if near else ""
        yield f"kunci 'ketentuan.pemeriksaan.isi.{code}' bukan kode aturan pemeriksaan.{hint} Semua kode: kinerja jelaskan."
    elif is_fixed(rule) and _ORDER.index(tingkat) < _ORDER.index(Tingkat(rule.severity)):
        yield (
            f"kunci 'ketentuan.pemeriksaan.isi.{code}' ({rule.title}) harus tetap {rule.severity}: "
            "tanpa itu pegawai atau baris dapat hilang atau terhitung dua kali."
        )


def is_fixed(rule: Rule) -> bool:
    """Whether a rule may not be made lighter."""
    return rule.severity is Severity.GALAT and (rule.whole_file or rule.code in COUNTED_TWICE)
