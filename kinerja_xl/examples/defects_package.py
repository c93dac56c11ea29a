"""Changes on the bytes of a finished workbook: what cannot be said in rows (numbers for text, broken packages, far cells)."""

from collections.abc import Callable, Mapping

from lxml import etree

from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.package import read_parts, write_parts

_C, _F, _V, _SI, _ROW, _DATA = (f"{{{NS}}}{tag}" for tag in ("c", "f", "v", "si", "row", "sheetData"))
_STRINGS = "xl/sharedStrings.xml"
EXACT_DIGITS = 15
"""Digits that Excel keeps of a number."""


def sheet_part(parts: Mapping[str, bytes], sheet: str) -> str:
    """Name of the part that holds a sheet."""
    return sheet_parts(parts)[sheet]


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def shown_number(nip: str) -> str:
    """A NIP as Excel stores it in a number cell: 15 digits and an exponent."""
    return f"{nip[0]}.{nip[1:EXACT_DIGITS]}E+{len(nip) - 1}"


def as_number(data: bytes, text: str, number: str) -> bytes:
    """Turn every cell that holds ``text`` into a number cell."""
    parts = read_parts(data)
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
    return write_parts(parts)


def changed_sheet(data: bytes, sheet: str, change: Callable[[etree._Element], None]) -> bytes:
    """The workbook with the XML of one sheet changed."""
    parts = read_parts(data)
    name = sheet_part(parts, sheet)
    root = etree.fromstring(parts[name])
    change(root)
    parts[name] = _written(root)
    return write_parts(parts)


def cell_of(root: etree._Element, cell: str) -> etree._Element:
    """The cell at an address that the form has."""
    return next(c for c in root.iter(_C) if c.get("r") == cell)


def typed_over(data: bytes, sheet: str, cell: str, text: str) -> bytes:
    """Replace a formula, or a header, by typed text."""
    return changed_sheet(data, sheet, lambda root: type_into(cell_of(root, cell), text))


def type_into(cell: etree._Element, text: str) -> None:
    """Put a text into a cell in place of what it holds."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inline = etree.SubElement(etree.SubElement(cell, f"{{{NS}}}is"), f"{{{NS}}}t")
    inline.text = text


def far_cell(data: bytes, sheet: str, cell: str) -> bytes:
    """Add a filled cell far below and right of the form."""

    def fill(root: etree._Element) -> None:
        etree.SubElement(new_cell(root, cell), _V).text = "0"

    return changed_sheet(data, sheet, fill)


def new_cell(root: etree._Element, cell: str) -> etree._Element:
    """A new cell in a new last row."""
    row = etree.SubElement(next(root.iter(_DATA)), _ROW, r="".join(filter(str.isdigit, cell)))
    return etree.SubElement(row, _C, r=cell)


def renamed_sheet(data: bytes, sheet: str, name: str) -> bytes:
    """Give a sheet another name, in its tab and wherever formulas mention it."""
    old, new = f"{sheet}!".encode(), f"'{name}'!".encode()
    parts = read_parts(data)
    named = {part: xml.replace(old, new) if part.endswith(".xml") else xml for part, xml in parts.items()}
    tab, tab_now = (f'name="{text}"'.encode() for text in (sheet, name))
    return write_parts(named | {"xl/workbook.xml": named["xl/workbook.xml"].replace(tab, tab_now)})


def emptied(data: bytes, sheet: str, cell: str) -> bytes:
    """Empty a cell that the form has filled, a header for example."""

    def empty(root: etree._Element) -> None:
        found = cell_of(root, cell)
        for child in list(found):
            found.remove(child)
        found.attrib.pop("t", "")

    return changed_sheet(data, sheet, empty)
