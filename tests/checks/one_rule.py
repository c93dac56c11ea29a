"""The findings of one rule, less what another rule explains, on tables written row by row."""

from collections.abc import Mapping, Sequence

from kinerja_xl.checks import RULES
from kinerja_xl.checks.rule import Scope
from kinerja_xl.findings import Finding
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import aturan_periode
from tests.tables import Rows, iki, tables
from tests.workbooks import PERSON, TAHUN

OTHER = "199001012015012002"
Line = tuple[Mapping[str, str], Mapping[str, str]]


def told(code: str, periode: Periode = Periode.TW2, **rows: Rows) -> list[Finding]:
    """Findings of the rule ``code`` in 2026 on a unit whose period is ``periode``; Budi Contoh is one of its people."""
    return told_in(TAHUN, code, periode, **rows)


def told_in(tahun: int, code: str, periode: Periode, **rows: Rows) -> list[Finding]:
    """Findings of the rule ``code`` in the year ``tahun``."""
    unit = {"tahun": str(tahun), "periode": periode.value, "kode_unit": "U", "nama_unit": "UJI"}
    made = tables(**{"unit": [unit], "pegawai": [PERSON], **rows})
    scope = Scope(made, periode, aturan_periode(periode, tahun))
    rule = RULES[code]
    explained = {(f.file, f.nip) for cause in rule.silent_after for f in RULES[cause].findings(scope)}
    return [f for f in rule.findings(scope) if (f.file, f.nip) not in explained]


def on_lines(code: str, periode: Periode, lines: Sequence[Line], **rows: Rows) -> list[Finding]:
    """Findings of the rule ``code`` on planned indicators with their results."""
    made = {"rencana": [plan for plan, _ in lines], "realisasi": [result for _, result in lines]}
    return told(code, periode, **made, **rows)


def line(target: str, realisasi: str = "", *, rhk: str = "1", number: str = "1", nip: str = "", **columns: str) -> Line:
    """An indicator with its result of TW2; columns with a quarter behind their name other than targets go to the result."""
    own = {key: text for key, text in columns.items() if key.startswith(("realisasi_", "bukti_", "umpan_balik_"))}
    planned = {key: text for key, text in columns.items() if key not in own} | ({"nip": nip} if nip else {})
    plan, result = iki(rhk, number, target, realisasi, "tw2", **planned)
    return plan, result | own


def cells(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Sheet and cell of each finding."""
    return [(f.sheet, f.cell) for f in findings]
