"""Colours the background of cells in an existing workbook; everything else of their look and all their content stays.

A cell gets a copy of its own format with another fill. ``with_fills`` proves that nothing but formats changed. (wolfxl, which could
do it, loses the number format and the protection of a cell it fills: a NIP would become a number.)
"""

from collections.abc import Collection, Mapping
from copy import deepcopy

from lxml import etree

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.set_cells import CellError, Place, with_cells
from kinerja_xl.forms.sheet_xml import parsed, tag, written
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts, write_parts

Colour = tuple[int, int, int] | None
"""Red, green, blue; None: no fill."""
STYLES = "xl/styles.xml"


def with_fills(package: bytes, sheet: str, fills: Mapping[Place, Colour]) -> bytes:
    """``package`` with the cells of ``sheet`` filled; raises CellError where that cannot be done or proved."""
    package = _with_all_cells(package, sheet, fills)
    before = read_parts(package)
    part = sheet_parts(before)[sheet]
    root, styles = parsed(before[part]), _Styles(before[STYLES])
    for at, cell in _cells(root).items():
        if at in fills:
            cell.set("s", styles.with_fill(int(cell.get("s", "0")), fills[at]))
    after = before | {part: written(root), STYLES: styles.xml()}
    if _without_formats(before[part], fills) != _without_formats(after[part], fills):
        raise CellError("isi sel ikut berubah")
    return write_parts(after)


def _with_all_cells(package: bytes, sheet: str, places: Collection[Place]) -> bytes:
    """The workbook in which every one of ``places`` is a cell, if an empty one."""
    parts = read_parts(package)
    there = _cells(parsed(parts[sheet_parts(parts)[sheet]]))
    missing = [at for at in places if at not in there]
    return with_cells(package, sheet, dict.fromkeys(missing)) if missing else package


def _cells(root: etree._Element) -> dict[Place, etree._Element]:
    """The cells that say where they stand; those that do not are in files of programs that no form comes from."""
    return {place(address): cell for cell in root.iter(tag("c")) if (address := cell.get("r"))}


def _without_formats(xml: bytes, places: Collection[Place]) -> bytes:
    root = parsed(xml)
    for at, cell in _cells(root).items():
        if at in places:
            cell.attrib.pop("s", "")
    return bytes(etree.tostring(root, method="c14n"))


class _Styles:
    """The formats of cells of a workbook, to which copies with another fill are added."""

    def __init__(self, xml: bytes) -> None:
        self.root = parsed(xml)
        self.fills, self.formats = self._child("fills"), self._child("cellXfs")
        self._fill_of: dict[Colour, str] = {None: "0"}
        self._made: dict[tuple[int, Colour], str] = {}

    def _child(self, name: str) -> etree._Element:
        found = self.root.find(tag(name))
        if found is None:
            raise CellError(f"berkas tidak mempunyai daftar {name}")
        return found

    def with_fill(self, number: int, colour: Colour) -> str:
        """The number of the format ``number`` with the fill ``colour``."""
        key = (number, colour)
        if key not in self._made:
            self._made[key] = self._format(number, colour)
        return self._made[key]

    def _format(self, number: int, colour: Colour) -> str:
        wanted = deepcopy(self.formats[number])
        wanted.set("fillId", self._fill(colour))
        wanted.set("applyFill", "1" if colour else "0")
        own = etree.tostring(wanted, method="c14n")
        for known, there in enumerate(self.formats):
            if etree.tostring(there, method="c14n") == own:
                return str(known)
        self.formats.append(wanted)
        return str(len(self.formats) - 1)

    def _fill(self, colour: Colour) -> str:
        if colour not in self._fill_of:
            rgb = f"FF{bytes(colour or ()).hex().upper()}"
            self._fill_of[colour] = self._known(rgb) or self._new(rgb)
        return self._fill_of[colour]

    def _known(self, rgb: str) -> str:
        for number, fill in enumerate(self.fills):
            if fill.find(f"{tag('patternFill')}[@patternType='solid']/{tag('fgColor')}[@rgb='{rgb}']") is not None:
                return str(number)
        return ""

    def _new(self, rgb: str) -> str:
        pattern = etree.SubElement(etree.SubElement(self.fills, tag("fill")), tag("patternFill"), patternType="solid")
        etree.SubElement(pattern, tag("fgColor"), rgb=rgb)
        etree.SubElement(pattern, tag("bgColor"), indexed="64")
        return str(len(self.fills) - 1)

    def xml(self) -> bytes:
        """The part."""
        for listed in (self.fills, self.formats):
            listed.set("count", str(len(listed)))
        return written(self.root)
