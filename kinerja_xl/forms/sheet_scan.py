"""Looks through the XML of a sheet without a parser: cells far outside the form, cells that show an error, formulas, merged cells.

A reader would allocate the whole rectangle up to the last cell (and end the program), and it reads ``#N/A`` as an empty cell.
What cannot be told for certain is treated as dangerous where a cell is far away, and as nothing everywhere else.
Most sheets are written as usual: ``cell_scan`` knows theirs much faster than the patterns here could.
"""

import re
from collections.abc import Collection

MAX_ROW = 19_999
LAST_COLUMN = "FZ"
"""Beyond these a sheet is not read: more than any form needs, little enough to be held in memory."""

_FAR_COLUMN = rb"(?:[A-Za-z]{3,}|[G-Zg-z][A-Za-z])[0-9]+"
_FAR_ROW = rb"[A-Za-z]*(?:[2-9][0-9]{4}|[0-9]{6,})"
_FAR = re.compile(rb"r(?<!\wr)\s*=\s*[\"'](?P<place>" + _FAR_COLUMN + rb"|" + _FAR_ROW + rb")[\"']")
_BARE = re.compile(rb"(?:\s+[\w:.]+=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*(?:/>|>\s*</(?:\w+:)?c\s*>)")
"""The rest of a row or of a cell without anything in it, as Excel writes it and as LibreOffice does."""
_END_OF_ROW = re.compile(rb"</(?:\w+:)?row\s*>")
_HAS_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b")
_NAMELESS_ROW = re.compile(rb"<(?:\w+:)?row\s*>")
_FORMULA = rb"<f(?:\s[^<>]*?)?(?:/>|>[^<]*</f>)"
_COMPUTED = re.compile(rb"<c\s[^<>]*?\br=\"([A-Z]+[0-9]+)\"[^<>]*>\s*<f\b")
_COMPUTED_FIRST = re.compile(rb"<c r=\"([A-Z]+[0-9]+)\"[^<>]*>\s*<f\b")
"""The same where every cell begins with its address, as all programs write it: four times as fast."""
_FORMULA_ROW = re.compile(rb"<c r=\"[A-Z]+([0-9]+)\"[^<>]*><f\b")
_CELL_ROW = re.compile(rb"<c r=\"[A-Z]+([0-9]+)\"")
_LINK = re.compile(rb"<c r=\"(?P<cell>[A-Z]+[0-9]+)\"[^<>]*><f(?:\s[^<>]*)?>[^<]*\[[0-9]+\]")
_MERGED = re.compile(rb"<mergeCell\s[^<>]*?ref=\"(?P<range>[A-Z]+[0-9]+:[A-Z]+[0-9]+)\"")
_ERROR = re.compile(
    rb"<c\s[^<>]*?\br=\"(?P<cell>[A-Z]+[0-9]+)\"[^<>]*?\bt=\"e\"[^<>]*>(?:<f[^<>]*>[^<]*</f>|<f[^<>]*/>)?<v>(?P<text>[^<]*)</v>"
)


def far_cell(xml: bytes) -> str:
    """Address of a filled cell (or number of a filled row) outside the limits; empty where there is none."""
    far_row = ""
    for found in _FAR.finditer(xml):
        place = found["place"].decode("ascii").upper()
        if _BARE.match(xml, found.end()):
            continue
        if not place.isdigit():
            return place
        if not far_row and _row_is_filled(xml, found.end()):
            far_row = place
    if far_row:
        return far_row
    crowded = xml.count(b"row") > MAX_ROW and len(_NAMELESS_ROW.findall(xml)) > MAX_ROW
    return str(MAX_ROW + 1) if crowded else ""


def _row_is_filled(xml: bytes, start: int) -> bool:
    end = _END_OF_ROW.search(xml, start)
    return bool(_HAS_VALUE.search(xml, start, end.start() if end else len(xml)))


def error_cells(xml: bytes) -> dict[str, str]:
    """Address and text (``#N/A``) of every cell whose formula failed."""
    if b't="e"' not in xml:
        return {}
    return {found["cell"].decode("ascii"): found["text"].decode("utf-8", "replace") for found in _ERROR.finditer(xml)}


def uncalculated_cells(xml: bytes, columns: Collection[str]) -> list[str]:
    """Addresses of the cells of ``columns`` (letters) whose formula has no saved result; an empty text is a result."""
    if not columns:
        return []
    where = "|".join(sorted(columns)).encode("ascii")
    cell = (
        rb"<c r=\"(?P<cell>(?:" + where + rb")[0-9]+)\"(?P<kind>[^<>]*)>" + _FORMULA + rb"(?P<value><v[^<>/]*>[^<]+)?"
    )
    found = re.finditer(cell, xml)
    return [f["cell"].decode("ascii") for f in found if not f["value"] and b't="str"' not in f["kind"]]


def formula_cells(xml: bytes) -> list[str]:
    """Addresses of the cells that hold a formula."""
    pattern = _COMPUTED_FIRST if xml.count(b"<c ") == xml.count(b'<c r="') else _COMPUTED
    return [found.decode("ascii") for found in pattern.findall(xml)]


def last_built(xml: bytes) -> int:
    """Number of the last row that the form has: the last with a formula; of a sheet without formulas the last with a cell."""
    return max((int(number) for number in _FORMULA_ROW.findall(xml) or _CELL_ROW.findall(xml)), default=0)


def linked_cell(xml: bytes) -> str:
    """Address of the first cell whose formula mentions another workbook (``[1]``); empty where there is none."""
    found = _LINK.search(xml)
    return found["cell"].decode("ascii") if found else ""


def merged_ranges(xml: bytes) -> list[str]:
    """The merged ranges, as ``A6:A9``."""
    start = xml.rfind(b"<mergeCells")
    return [found["range"].decode("ascii") for found in _MERGED.finditer(xml, start)] if start >= 0 else []


def is_typed(xml: bytes, cell: str) -> bool:
    """Whether the cell is there and holds a plain value: typed or pasted, not computed by a formula."""
    found = re.search(rb"<c r=\"" + cell.encode("ascii") + rb"\"[^<>]*>(?P<formula><f)?", xml)
    return found is not None and not found["formula"]


def has_content(xml: bytes) -> bool:
    """Whether any cell holds a value or a formula."""
    return _HAS_VALUE.search(xml) is not None
