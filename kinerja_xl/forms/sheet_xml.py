"""Where a child of a worksheet's XML must stand: Excel refuses a sheet whose parts are out of order."""

from lxml import etree

from kinerja_xl.forms.workbook_parts import NS

_AFTER_DATA = (
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
)
"""ECMA-376 part 1, 18.3.1.99: the children of a worksheet from its cells on, in their order."""


def tag(name: str) -> str:
    """A name of the spreadsheet's own namespace as lxml writes it."""
    return f"{{{NS}}}{name}"


def put_in_order(root: etree._Element, new: etree._Element) -> None:
    """Put ``new`` behind the last child that may stand before it."""
    earlier = {tag(name) for name in _AFTER_DATA[: _AFTER_DATA.index(etree.QName(new).localname) + 1]}
    last = [child for child in root if child.tag in earlier][-1]
    last.addnext(new)


def parsed(xml: bytes) -> etree._Element:
    """The root of a part; entities are not resolved. Raises etree.XMLSyntaxError where it is no XML."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=False))


def written(root: etree._Element) -> bytes:
    """A part as Office writes it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
