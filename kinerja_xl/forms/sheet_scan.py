"""Looks through the XML of a sheet without a parser: cells far outside the form, and cells that show an error.

A reader would allocate the whole rectangle up to the last cell (and end the program), and it reads ``#N/A`` as an empty cell.
What cannot be told for certain is treated as dangerous.
"""

import re

MAX_ROW = 19_999
LAST_COLUMN = "FZ"
"""Beyond these a sheet is not read: more than any form needs, little enough to be held in memory."""

_FAR_COLUMN = rb"(?:[A-Za-z]{3,}|[G-Zg-z][A-Za-z])[0-9]+"
_FAR_ROW = rb"[A-Za-z]*(?:[2-9][0-9]{4}|[0-9]{6,})"
_FAR = re.compile(rb"\br\s*=\s*[\"'](?P<place>" + _FAR_COLUMN + rb"|" + _FAR_ROW + rb")[\"']")
_BARE = re.compile(rb"(?:\s+[\w:.]+=(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*/>")
_END_OF_ROW = re.compile(rb"</(?:\w+:)?row\s*>")
_HAS_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is|f)\b")
_NAMELESS_ROW = re.compile(rb"<(?:\w+:)?row\s*>")
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
    return str(MAX_ROW + 1) if len(_NAMELESS_ROW.findall(xml)) > MAX_ROW else ""


def _row_is_filled(xml: bytes, start: int) -> bool:
    end = _END_OF_ROW.search(xml, start)
    return bool(_HAS_VALUE.search(xml, start, end.start() if end else len(xml)))


def error_cells(xml: bytes) -> dict[str, str]:
    """Address and text (``#N/A``) of every cell whose formula failed."""
    if b't="e"' not in xml:
        return {}
    return {found["cell"].decode("ascii"): found["text"].decode("utf-8", "replace") for found in _ERROR.finditer(xml)}
