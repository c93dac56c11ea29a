"""Marks on the cells of an existing workbook: a colour for each severity and a note that says what to do.

The colour is a conditional format, so a cell keeps its own look, its text format and its protection; marks of an earlier run are
taken away. ``with_marks`` proves that no cell changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from kinerja_xl.finding_groups import ranges
from kinerja_xl.findings import Severity
from kinerja_xl.forms.cell_notes import with_notes
from kinerja_xl.forms.set_cells import CellError
from kinerja_xl.forms.sheet_xml import parsed, put_in_order, tag, written
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts, write_parts

COLOURS = {Severity.GALAT: "FFFF9C9C", Severity.PERINGATAN: "FFFFD966", Severity.INFO: "FFBDD7EE"}
"""Red, amber and blue that dark text is still read on."""
SIGNATURE = '"kinerja_xl"<>""'
"""Always true; by this condition the marks are known again."""
_STYLES = "xl/styles.xml"
_AREAS_A_RULE = 500


class Mark(NamedTuple):
    """What a cell gets: the colour of the severity and a note."""

    severity: Severity
    text: str


def with_marks(package: bytes, marks: Mapping[str, Mapping[str, Mark]]) -> bytes:
    """``package`` with marks (sheet -> cell -> mark) instead of earlier ones; raises CellError where that cannot be proved.

    Sheets that the workbook does not have are passed over.
    """
    before = read_parts(package)
    parts = dict(before)
    formats = _formats(parts)
    for sheet, part in sheet_parts(before).items():
        if part in parts:
            _mark(parts, part, marks.get(sheet, {}), formats)
    _prove(before, parts)
    return write_parts(parts)


def _mark(parts: dict[str, bytes], part: str, marks: Mapping[str, Mark], formats: Mapping[Severity, int]) -> None:
    root = parsed(parts[part])
    if root.find(tag("sheetData")) is None:
        return
    old = [c for c in root.findall(tag("conditionalFormatting")) if c.findtext(f".//{tag('formula')}") == SIGNATURE]
    if not marks and not old:
        return
    for element in old:
        root.remove(element)
    _make_room(root, len(Severity))
    for severity in Severity:
        cells = [cell for cell, mark in marks.items() if mark.severity is severity]
        for areas in _chunks(list(ranges(cells))):
            _put_first(root, _coloured(areas, formats[severity], severity.rank + 1))
    parts[part] = written(root)
    with_notes(parts, part, {cell: mark.text for cell, mark in marks.items()})


def _put_first(root: etree._Element, mark: etree._Element) -> None:
    """Excel goes by the priority of a rule, LibreOffice by its place: where areas overlap, the first one colours the cell."""
    first = root.find(tag("conditionalFormatting"))
    if first is None:
        put_in_order(root, mark)
    else:
        first.addprevious(mark)


def _make_room(root: etree._Element, number: int) -> None:
    """Let the sheet's own rules come after the marks."""
    for rule in root.iter("{*}cfRule"):
        if rule.get("priority", "").isdigit():
            rule.set("priority", str(int(rule.get("priority", "0")) + number))


def _chunks(areas: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(areas), _AREAS_A_RULE):
        yield areas[start : start + _AREAS_A_RULE]


def _coloured(areas: Iterable[str], format_id: int, priority: int) -> etree._Element:
    element = etree.Element(tag("conditionalFormatting"), sqref=" ".join(areas))
    rule = etree.SubElement(
        element, tag("cfRule"), type="expression", dxfId=str(format_id), priority=str(priority), stopIfTrue="1"
    )
    etree.SubElement(rule, tag("formula")).text = SIGNATURE
    return element


def _formats(parts: dict[str, bytes]) -> dict[Severity, int]:
    """Number of the colour of each severity among the workbook's conditional formats; what is not there is added."""
    root = parsed(parts[_STYLES])
    formats = root.find(tag("dxfs"))
    if formats is None:
        formats = etree.Element(tag("dxfs"))
        _after_cell_styles(root, formats)
    found = {severity: _format(formats, colour) for severity, colour in COLOURS.items()}
    formats.set("count", str(len(formats)))
    parts[_STYLES] = written(root)
    return found


def _after_cell_styles(root: etree._Element, formats: etree._Element) -> None:
    """``dxfs`` stands after the cell styles and before what is left."""
    before = [child for child in root if etree.QName(child).localname not in ("tableStyles", "colors", "extLst")]
    before[-1].addnext(formats)


def _format(formats: etree._Element, colour: str) -> int:
    for number, known in enumerate(formats):
        fills = known.findall(tag("fill"))
        if len(known) == 1 and fills and fills[0].find(f".//{tag('bgColor')}[@rgb='{colour}']") is not None:
            return number
    pattern = etree.SubElement(
        etree.SubElement(etree.SubElement(formats, tag("dxf")), tag("fill")), tag("patternFill"), patternType="solid"
    )
    etree.SubElement(pattern, tag("fgColor"), rgb=colour)
    etree.SubElement(pattern, tag("bgColor"), rgb=colour)
    return len(formats) - 1


def _prove(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """No part is lost, and every sheet has the very cells it had."""
    if not before.keys() <= after.keys():
        raise CellError("bagian dari berkas hilang")
    for part in sheet_parts(before).values():
        if part in before and before[part] != after[part] and _cells(before[part]) != _cells(after[part]):
            raise CellError("isi sel ikut berubah")


def _cells(xml: bytes) -> bytes:
    data = parsed(xml).find(tag("sheetData"))
    return b"" if data is None else bytes(etree.tostring(data, method="c14n"))
