"""What a list on a sheet needs besides its cells: links to other cells of the workbook, rows as high as their texts, and the end of its print."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.sheet_xml import parsed, put_in_order, tag, written
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts, write_parts

_BOOK = "xl/workbook.xml"


class Link(NamedTuple):
    """From the cell at ``place`` (row, column) to ``cell`` of ``sheet``."""

    place: tuple[int, int]
    sheet: str
    cell: str


def dressed(package: bytes, sheet: str, links: Sequence[Link], heights: Mapping[int, float], last: int) -> bytes:
    """``package`` with ``links`` on ``sheet`` instead of all that led into the workbook, rows ``heights`` points high, and printed up to ``last``."""
    parts = read_parts(package)
    part = sheet_parts(parts)[sheet]
    root = parsed(parts[part])
    _link(root, links)
    for row in root.iter(tag("row")):
        if (height := heights.get(int(row.get("r", "0")))) is not None:
            row.set("ht", f"{height:g}")
            row.set("customHeight", "1")
    return write_parts(parts | {part: written(root), _BOOK: _printed_to(parts[_BOOK], sheet, last)})


def _printed_to(workbook: bytes, sheet: str, last: int) -> bytes:
    """End the print area of a sheet at the row ``last``; one of several parts, or none, is somebody's own choice and stays."""
    root = parsed(workbook)
    for name in root.iter(tag("definedName")):
        if name.get("name") == "_xlnm.Print_Area":
            area = re.fullmatch(rf"('?{re.escape(sheet)}'?!\$[A-Z]+\$\d+:\$[A-Z]+\$)\d+", name.text or "")
            if area:
                name.text = f"{area[1]}{last}"
                return written(root)
    return workbook


def _link(root: etree._Element, links: Sequence[Link]) -> None:
    found = root.find(tag("hyperlinks"))
    if found is None:
        found = etree.Element(tag("hyperlinks"))
    else:
        root.remove(found)
        for old in [link for link in found if link.get("location")]:
            found.remove(old)
    for link in links:
        quoted = link.sheet.replace("'", "''")
        ref = f"{letters(link.place[1])}{link.place[0]}"
        etree.SubElement(found, tag("hyperlink"), ref=ref, location=f"'{quoted}'!{link.cell}", display=link.cell)
    if len(found):
        put_in_order(root, found)
