"""Changes on the bytes of a finished workbook: what cannot be said in rows (numbers for text, broken packages, far cells)."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_C, _F, _V, _SI, _ROW, _DATA = (f"{{{NAMESPACE}}}{tag}" for tag in ("c", "f", "v", "si", "row", "sheetData"))
_STRINGS = "xl/sharedStrings.xml"
_TIMESTAMP = (2026, 1, 1, 0, 0, 0)
EXACT_DIGITS = 15
"""Digits that Excel keeps of a number."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _TIMESTAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sheet_part(parts: Mapping[str, bytes], sheet: str) -> str:
    """Name of the part that holds a sheet."""
    relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    identity = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    found = etree.fromstring(parts["xl/workbook.xml"]).iter(f"{{{NAMESPACE}}}sheet")
    target = next(targets[s.get(identity)] for s in found if s.get("name") == sheet)
    return f"xl/{target.removeprefix('/xl/')}"


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def shown_number(nip: str) -> str:
    """A NIP as Excel stores it in a number cell: 15 digits and an exponent."""
    return f"{nip[0]}.{nip[1:EXACT_DIGITS]}E+{len(nip) - 1}"


def as_number(data: bytes, text: str, number: str) -> bytes:
    """Turn every cell that holds ``text`` into a number cell."""
    parts = parts_of(data)
    strings = ["".join(map(str, si.itertext())) for si in etree.fromstring(parts[_STRINGS]).iter(_SI)]
    wanted = str(strings.index(text))
    for name in [n for n in parts if n.startswith("xl/worksheets/sheet")]:
        root = etree.fromstring(parts[name])
        cells = [c for c in root.iter(_C) if c.get("t") == "s" and c.findtext(_V) == wanted]
        for cell in cells:
            del cell.attrib["t"]
            cell[-1].text = number
        if cells:
            parts[name] = _written(root)
    return packed(parts)


def typed_over(data: bytes, sheet: str, cell: str, text: str) -> bytes:
    """Replace a formula by typed text."""
    parts = parts_of(data)
    name = sheet_part(parts, sheet)
    root = etree.fromstring(parts[name])
    found = next(c for c in root.iter(_C) if c.get("r") == cell)
    for child in list(found):
        found.remove(child)
    found.set("t", "inlineStr")
    inline = etree.SubElement(etree.SubElement(found, f"{{{NAMESPACE}}}is"), f"{{{NAMESPACE}}}t")
    inline.text = text
    parts[name] = _written(root)
    return packed(parts)


def far_cell(data: bytes, sheet: str, cell: str) -> bytes:
    """Add a filled cell far below and right of the form."""
    parts = parts_of(data)
    name = sheet_part(parts, sheet)
    root = etree.fromstring(parts[name])
    rows = next(root.iter(_DATA))
    row = etree.SubElement(rows, _ROW, r="".join(filter(str.isdigit, cell)))
    value = etree.SubElement(etree.SubElement(row, _C, r=cell), _V)
    value.text = "0"
    parts[name] = _written(root)
    return packed(parts)


def renamed_sheet(data: bytes, sheet: str, name: str) -> bytes:
    """Give a sheet another name, in its tab and wherever formulas mention it."""
    old, new = f"{sheet}!".encode(), f"'{name}'!".encode()
    parts = parts_of(data)
    named = {part: xml.replace(old, new) if part.endswith(".xml") else xml for part, xml in parts.items()}
    tab, tab_now = (f'name="{text}"'.encode() for text in (sheet, name))
    return packed(named | {"xl/workbook.xml": named["xl/workbook.xml"].replace(tab, tab_now)})


def emptied(data: bytes, sheet: str, cell: str) -> bytes:
    """Empty a cell that the form has filled, a header for example."""
    parts = parts_of(data)
    name = sheet_part(parts, sheet)
    root = etree.fromstring(parts[name])
    found = next(c for c in root.iter(_C) if c.get("r") == cell)
    for child in list(found):
        found.remove(child)
    found.attrib.pop("t", "")
    parts[name] = _written(root)
    return packed(parts)
