"""Where the cells of a sheet lead to: their hyperlinks and formulas HYPERLINK. Nothing is followed, an address is a text.

What a cell shows is often another text ("Laporan Juni"); evidence is worth nothing without its address.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice

from lxml import etree

from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.gathering.sheet_formulas import formulas_of

_FORMULA = re.compile(r'HYPERLINK\(\s*"(?P<link>(?:[^"]|"")*)"', re.IGNORECASE)
_ELEMENT = re.compile(rb"<(?:\w+:)?hyperlink\s[^<>]*>")
_ATTRIBUTE = re.compile(rb"(?:\w+:)?(?P<name>\w+)=(?:\"(?P<text>[^\"]*)\"|'(?P<other>[^']*)')")
_AREA = re.compile(r"[A-Z]{1,3}[1-9][0-9]*(?::[A-Z]{1,3}[1-9][0-9]*)?")
_AROUND = re.compile(r"^(?:https?://|mailto:)|/+$", re.IGNORECASE)
MOST_CELLS = 1_000
"""So many cells of one link are looked at; no form has more, and a file must not hold up the program."""


def links_of(xml: bytes, relations: bytes) -> dict[str, str]:
    """The address outside the workbook that each cell of a sheet leads to; ``relations`` is the part that names them."""
    return dict(_of_formulas(xml)) | dict(_of_cells(xml, _targets(relations)))


def with_link(text: str, link: str) -> str:
    """A text with the address that its cell leads to behind it, unless it says so itself."""
    return text if _AROUND.sub("", link).casefold() in text.casefold() else f"{text} ({link})"


def _of_formulas(xml: bytes) -> Iterator[tuple[str, str]]:
    for cell, formula in formulas_of(xml).items() if b"HYPERLINK" in xml else ():
        if found := _FORMULA.match(formula):
            yield cell, found["link"].replace('""', '"')


def _targets(relations: bytes) -> dict[str, str]:
    """The addresses outside the workbook by their ids."""
    found = etree.fromstring(relations) if relations else ()
    return {r.get("Id", ""): r.get("Target", "") for r in found if r.get("TargetMode") == "External"}


def _of_cells(xml: bytes, targets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for element in _ELEMENT.finditer(xml) if targets else ():
        words = _attributes(element[0])
        if link := targets.get(words.get("id", "")):
            location = words.get("location", "")
            yield from ((cell, f"{link}#{location}" if location else link) for cell in _cells(words.get("ref", "")))


def _attributes(element: bytes) -> dict[str, str]:
    """The attributes of an element, without prefixes."""
    return {
        found["name"].decode("ascii", "replace"): unescape(
            (found["text"] or found["other"] or b"").decode("utf-8", "replace")
        )
        for found in _ATTRIBUTE.finditer(element)
    }


def _cells(area: str) -> Iterator[str]:
    if not _AREA.fullmatch(area):
        return
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = place(first), place(last or first)
    cells = (f"{letters(column)}{row}" for row in range(top, bottom + 1) for column in range(left, right + 1))
    yield from islice(cells, MOST_CELLS)
