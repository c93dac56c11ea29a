"""Numbers as their cell format shows them: 0,9 as ``90%``, 12 as ``12 Dokumen``. The format is the only place of that unit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lxml import etree

from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.workbook_parts import NS
from kinerja_xl.indonesian import plain_number_text

_PERCENT_IDS = ("9", "10")
_UNIT = re.compile(r'^[#0.,]+[\s\\_]*"(?P<after>[^"]+)"$|^"(?P<before>Rp\.?\s*)"[\s\\_]*[#0.,]+$')
_CELL = re.compile(rb"<c\s(?P<attributes>[^<>]*)>")
_ATTRIBUTE = re.compile(rb"\b(?P<name>[rst])=\"(?P<value>[^\"]*)\"")
_ADDRESS = re.compile(rb"[A-Z]+[1-9][0-9]*")


class Style(NamedTuple):
    """What a number format adds to a number."""

    percent: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Formats:
    """The cell styles of a workbook, by their index, that add something to a number."""

    styles: Mapping[bytes, Style]

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> "Formats":
        """The styles of a package; none where they cannot be read."""
        try:
            root = etree.fromstring(parts["xl/styles.xml"])
        except (KeyError, etree.XMLSyntaxError):
            return cls({})
        codes = {f.get("numFmtId", ""): f.get("formatCode", "") for f in root.iter(f"{{{NS}}}numFmt")}
        used = root.iterfind(f"{{{NS}}}cellXfs/{{{NS}}}xf")
        styles = (_style(xf.get("numFmtId", ""), codes) for xf in used)
        return cls({str(i).encode(): style for i, style in enumerate(styles) if style})

    def styled(self, xml: bytes) -> Iterator[tuple[str, Style]]:
        """Address and style of the cells with such a style."""
        if not self.styles:
            return
        for found in _CELL.finditer(xml):
            values = {a["name"]: a["value"] for a in _ATTRIBUTE.finditer(found["attributes"])}
            style = self.styles.get(values.get(b"s", b""))
            is_number = values.get(b"t", b"n") == b"n" and _ADDRESS.fullmatch(values.get(b"r", b""))
            if style and is_number:
                yield values[b"r"].decode("ascii"), style


def shown(cell: Cell, style: Style) -> Cell:
    """The number of a cell with what its format adds; other cells as they are."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    if style.percent:
        return f"{plain_number_text(float(Decimal(repr(cell)) * 100))}%"
    return f"{style.before}{plain_number_text(cell)}{style.after}"


def _style(number: str, codes: Mapping[str, str]) -> Style | None:
    first = codes.get(number, "").split(";")[0]
    if number in _PERCENT_IDS or re.fullmatch(r"[#0.,]+\s*%", first):
        return Style(percent=True)
    found = _UNIT.match(first)
    if not found:
        return None
    return Style(before="Rp ") if found["before"] else Style(after=f" {found['after'].strip()}")
