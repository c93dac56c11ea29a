"""Fills cells of an existing workbook, or locks them; everything else of their format and all their content stays.

A cell gets a copy of its own format with the one change. It is proved that nothing but formats changed. (wolfxl, which could
do it, loses the number format and the protection of a cell it fills: a NIP would become a number.)
"""

from collections.abc import Collection, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.set_cells import CellError, Place, with_cells
from kinerja_xl.forms.sheet_xml import parsed, tag, written
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts, write_parts

Colour = tuple[int, int, int] | None
"""Red, green, blue; None: no fill."""
STYLES = "xl/styles.xml"


class Fill(NamedTuple):
    """Another background."""

    colour: Colour


class Lock(NamedTuple):
    """Whether the cell can be typed into while its sheet is protected."""

    locked: bool


def with_fills(package: bytes, sheet: str, fills: Mapping[Place, Colour]) -> bytes:
    """``package`` with the cells of ``sheet`` filled; raises CellError where that cannot be done or proved."""
    return _formatted(package, sheet, {at: Fill(colour) for at, colour in fills.items()})


def with_locks(package: bytes, sheet: str, locks: Mapping[Place, bool]) -> bytes:
    """``package`` with the cells of ``sheet`` locked or open; raises CellError where that cannot be done or proved."""
    return _formatted(package, sheet, {at: Lock(locked) for at, locked in locks.items()})


def _formatted(package: bytes, sheet: str, changes: Mapping[Place, Fill | Lock]) -> bytes:
    package = _with_all_cells(package, sheet, changes)
    before = read_parts(package)
    part = sheet_parts(before)[sheet]
    root, styles = parsed(before[part]), _Styles(before[STYLES])
    for at, cell in _cells(root).items():
        if at in changes:
            cell.set("s", styles.changed(int(cell.get("s", "0")), changes[at]))
    after = before | {part: written(root), STYLES: styles.xml()}
    if _without_formats(before[part], changes) != _without_formats(after[part], changes):
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
    """The formats of cells of a workbook, to which changed copies are added."""

    def __init__(self, xml: bytes) -> None:
        self.root = parsed(xml)
        self.fills, self.formats = self._child("fills"), self._child("cellXfs")
        self._fill_of: dict[Colour, str] = {None: "0"}
        self._made: dict[tuple[int, type, Fill | Lock], str] = {}

    def _child(self, name: str) -> etree._Element:
        found = self.root.find(tag(name))
        if found is None:
            raise CellError(f"berkas tidak mempunyai daftar {name}")
        return found

    def changed(self, number: int, change: Fill | Lock) -> str:
        """The number of the format ``number`` with a change."""
        key = (number, type(change), change)
        if key not in self._made:
            self._made[key] = self._number(self._format(number, change))
        return self._made[key]

    def _format(self, number: int, change: Fill | Lock) -> etree._Element:
        wanted = deepcopy(self.formats[number])
        if isinstance(change, Lock):
            return _locked(wanted, change)
        wanted.set("fillId", self._fill(change.colour))
        wanted.set("applyFill", "1" if change.colour else "0")
        return wanted

    def _number(self, wanted: etree._Element) -> str:
        """The number of a format, which is added where there is none like it."""
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


def _locked(wanted: etree._Element, change: Lock) -> etree._Element:
    """The format with that protection; its element stands behind the alignment, before extensions."""
    protection = wanted.find(tag("protection"))
    if protection is None:
        protection = etree.Element(tag("protection"))
        alignment = wanted.find(tag("alignment"))
        wanted.insert(0 if alignment is None else 1, protection)
    protection.set("locked", "1" if change.locked else "0")
    wanted.set("applyProtection", "1")
    return wanted
