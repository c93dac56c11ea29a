"""Asks the spreadsheet to calculate anew when a workbook is opened.

Excel shows the results that were saved with the formulas; where a program has changed the cells behind them, they are old. A form
built by ``build`` asks for it already, but Excel and LibreOffice drop that when they save.
"""

import re

from kinerja_xl.package import read_parts, write_parts

WORKBOOK = "xl/workbook.xml"
_ASKED = b'fullCalcOnLoad="1"'
_SETTINGS = re.compile(rb"<(?P<prefix>\w+:)?calcPr\b(?P<rest>[^<>]*>)")
_OTHER_ANSWER = re.compile(rb"\s+fullCalcOnLoad=\"[^\"]*\"")
_BEFORE = ("definedNames", "externalReferences", "functionGroups", "sheets")
"""Elements after which the settings stand, the last of them first."""


def recalculated(package: bytes) -> bytes:
    """The workbook as it is, but for the wish to be calculated anew; unchanged where it has that wish."""
    parts = read_parts(package)
    asked = _asking(parts[WORKBOOK])
    return package if asked == parts[WORKBOOK] else write_parts(parts | {WORKBOOK: asked})


def _asking(xml: bytes) -> bytes:
    found = _SETTINGS.search(xml)
    if found:
        rest = _OTHER_ANSWER.sub(b"", found["rest"])
        asked = b"<" + (found["prefix"] or b"") + b"calcPr " + _ASKED + rest
        return xml if _ASKED in found["rest"] else xml[: found.start()] + asked + xml[found.end() :]
    for name in _BEFORE:
        end = re.search(rb"</(\w+:)?" + name.encode("ascii") + rb">", xml)
        if end:
            return xml[: end.end()] + b"<" + (end[1] or b"") + b"calcPr " + _ASKED + b"/>" + xml[end.end() :]
    return xml
