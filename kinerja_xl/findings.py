"""A finding (temuan): what is wrong, where exactly, and what to do. Wrong user data is a value, never an exception.

Findings are made by the reader (a file that cannot be read) and by ``checks``; they are shown by the CLI, written into the
master and, later, into the unit workbook.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs."""

    GALAT = "galat"
    """Blocks: the person (or, without a person, the whole file) is not scored until it is mended."""
    PERINGATAN = "peringatan"
    """Should be looked at; the score is computed."""
    INFO = "info"
    """Worth knowing; nothing has to be done."""

    @property
    def rank(self) -> int:
        """Order for sorting: the heaviest first."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """One problem at one place. Texts are Bahasa Indonesia; ``cell`` is an A1 address or empty for a whole sheet or file."""

    severity: Severity
    code: str
    file: str
    sheet: str = ""
    cell: str = ""
    nip: str = ""
    nama: str = ""
    field: str = ""
    value: str = ""
    message: str = ""
    fix: str = ""

    @property
    def place(self) -> str:
        """Where it is, as people write it: ``kelurahan.xlsx, Rencana!H7``."""
        inside = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{self.file}, {inside}" if inside else self.file


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort for reading: by file, then severity, then sheet, row and code; equal findings only once."""
    return sorted(
        set(findings),
        key=lambda f: (
            f.file,
            f.severity.rank,
            f.sheet,
            _row_of(f.cell),
            f.cell,
            f.code,
            f.nip,
            f.field,
            f.value,
            f.message,
        ),
    )


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Number of findings of each severity, zeros included."""
    found = Counter(f.severity for f in findings)
    return {severity: found[severity] for severity in Severity}


def _row_of(cell: str) -> int:
    digits = "".join(c for c in cell if c.isdigit())
    return int(digits) if digits else 0
