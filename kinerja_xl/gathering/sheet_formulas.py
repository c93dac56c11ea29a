"""The formulas of a sheet as its XML has them: which cells hold one, and which rows it names."""

import re
from html import unescape

from kinerja_xl.terms import squeezed

_CELL = re.compile(
    rb"<c\s[^<>]*?\br=\"(?P<cell>[A-Z]+[0-9]+)\"[^<>]*>\s*<f\b[^<>]*?(?:/>|>(?P<text>[^<]*)</f>)",
)
_REFERENCE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?(?P<first>[0-9]+)(?::\$?[A-Z]{1,3}\$?(?P<last>[0-9]+))?(?![\w(!])"
)
LOST = "#REF!"
"""Stands in a formula for a cell that was deleted."""


def formulas_of(xml: bytes) -> dict[str, str]:
    """Formula by address; empty where its text is shared with another cell."""
    if b"<f" not in xml:
        return {}
    return {
        found["cell"].decode("ascii"): unescape((found["text"] or b"").decode("utf-8", "replace"))
        for found in _CELL.finditer(xml)
    }


def rows_named(formula: str, sheet: str, *, own: bool = False) -> set[int]:
    """The rows of ``sheet`` that a formula names (first and last of a range); ``own``: it stands on that sheet itself."""
    wanted, rows = squeezed(sheet), set[int]()
    for found in _REFERENCE.finditer(formula):
        if squeezed(found["sheet"]) == wanted if found["sheet"] else own:
            rows |= {int(row) for row in found.group("first", "last") if row}
    return rows
