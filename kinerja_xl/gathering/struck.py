"""Cells whose text is struck through, whole or in part: people mean it to be gone, and it is read all the same."""

import re
from collections.abc import Iterator

from lxml import etree

from kinerja_xl.forms.book import Book
from kinerja_xl.forms.guard import Package
from kinerja_xl.forms.unit_workbook import TABLE_BY_KEY, UNIT
from kinerja_xl.forms.workbook_parts import NS
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.staff_form import StaffForm

_STRIKE = b"strike"
_CELL = re.compile(
    rb"<c\s[^<>]*?\br=\"(?P<cell>[A-Z]+[0-9]+)\"(?P<rest>(?:[^<>/]|/(?!>))*)>(?P<inside>.*?)</c>", re.DOTALL
)
_STYLE = re.compile(rb"\bs=\"([0-9]+)\"")
_STRING = re.compile(rb"<v>([0-9]+)</v>")
_STRUCK_RUN = re.compile(rb"<strike\s*/>|<strike\s+val=\"(?:1|true)\"\s*/>")


def tell_struck(form: StaffForm, book: Book, package: Package) -> None:
    """1. No text that was gathered is struck through."""
    strings = _struck_strings(package.xml.get("xl/sharedStrings.xml", b""))
    styles = _struck_styles(package.xml.get("xl/styles.xml", b""))
    sheets = {place.sheet for place in form.places.values() if place.sheet}
    struck = {(sheet, cell) for sheet in sheets for cell in _struck_cells(book.xml(sheet), strings, styles)}
    told = set[tuple[str, str]]()
    for (table, index, key), place in form.places.items():
        if (place.sheet, place.cell) in struck - told:
            told.add((place.sheet, place.cell))
            row = form.unit if table == UNIT.key else form.rows[table][index]
            header = _header(table, key)
            form.tell(faults.STRUCK, sheet=place.sheet, cell=place.cell, kolom=header, value=row.get(key, ""))


def _header(table: str, key: str) -> str:
    fields = TABLE_BY_KEY[table].fields if table in TABLE_BY_KEY else UNIT.entries
    return next((field.header for field in fields if field.key == key), key)


def _struck_strings(xml: bytes) -> frozenset[bytes]:
    """Numbers of the shared texts of which something is struck through."""
    if _STRIKE not in xml:
        return frozenset()
    items = etree.fromstring(xml).iter(f"{{{NS}}}si")
    return frozenset(str(i).encode() for i, item in enumerate(items) if _is_struck(item))


def _is_struck(item: etree._Element) -> bool:
    return any(
        _on(mark) and "".join(str(text) for text in run.itertext()).strip()
        for run in item.iter(f"{{{NS}}}r")
        for mark in run.iter(f"{{{NS}}}strike")
    )


def _on(mark: etree._Element) -> bool:
    return mark.get("val", "1") not in ("0", "false")


def _struck_styles(xml: bytes) -> frozenset[bytes]:
    """Numbers of the styles of cells whose font is struck through."""
    if _STRIKE not in xml:
        return frozenset()
    root = etree.fromstring(xml)
    fonts = [any(map(_on, font.iter(f"{{{NS}}}strike"))) for font in root.iterfind(f"{{{NS}}}fonts/{{{NS}}}font")]
    looks = root.iterfind(f"{{{NS}}}cellXfs/{{{NS}}}xf")
    struck = {i for i, font in enumerate(fonts) if font}
    return frozenset(str(i).encode() for i, look in enumerate(looks) if int(look.get("fontId", "0")) in struck)


def _struck_cells(xml: bytes, strings: frozenset[bytes], styles: frozenset[bytes]) -> Iterator[str]:
    if not strings and not styles and _STRIKE not in xml:
        return
    for found in _CELL.finditer(xml):
        style, number = _STYLE.search(found[0]), _STRING.search(found["inside"])
        shared = b't="s"' in found["rest"] and number is not None and number[1] in strings
        if shared or (style and style[1] in styles) or _STRUCK_RUN.search(found["inside"]):
            yield found["cell"].decode("ascii")
