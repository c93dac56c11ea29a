"""Writes cells and fills into a workbook on the disk with wolfxl: beside the old file, proved, then in its place.

wolfxl leaves every part of a package alone but the sheets it writes to; that is proved each time. Whatever stops it leaves the
old file whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import wolfxl
from wolfxl.styles import PatternFill

from kinerja_xl.files import write_new
from kinerja_xl.forms.set_cells import CellValue, Place
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts

_MAY_CHANGE = ("xl/styles.xml", "xl/calcChain.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")
"""Looks of cells, and the order of calculation, which every program writes anew."""


class SaveError(Exception):
    """The file cannot be written without loss; the message (Bahasa Indonesia) says what would be lost. It is as it was."""


@dataclass
class SheetChanges:
    """What was written to one sheet."""

    values: dict[Place, CellValue] = field(default_factory=dict)
    colours: dict[Place, tuple[int, int, int] | None] = field(default_factory=dict)


def save_changes(path: Path, changes: Mapping[str, SheetChanges]) -> None:
    """Write ``changes`` (by sheet) into the file ``path``; raises SaveError or OSError."""
    before = path.read_bytes()
    mode = path.stat().st_mode & 0o777
    made = _written(path, changes)
    _prove(read_parts(before), read_parts(made), changes)
    if path.read_bytes() != before:
        raise SaveError(f"{path.name} berubah selagi dikerjakan; ulangi")
    write_new(path, made)
    path.chmod(mode)


def _written(path: Path, changes: Mapping[str, SheetChanges]) -> bytes:
    """The package with the changes, by way of a file beside it: wolfxl writes to files alone."""
    beside = path.with_name(f".{path.name}.wolfxl.tmp")
    try:
        book = wolfxl.load_workbook(str(path), modify=True)
        for name, changed in changes.items():
            sheet = book[name]
            for (row, column), value in changed.values.items():
                sheet.cell(row, column).value = value
            for (row, column), colour in changed.colours.items():
                sheet.cell(row, column).fill = _fill(colour)
        book.save(str(beside))
        return beside.read_bytes()
    finally:
        beside.unlink(missing_ok=True)


def _fill(colour: tuple[int, int, int] | None) -> PatternFill:
    return PatternFill("solid", fgColor=f"FF{bytes(colour).hex().upper()}") if colour else PatternFill()


def _prove(before: Mapping[str, bytes], after: Mapping[str, bytes], changes: Mapping[str, SheetChanges]) -> None:
    """Every part but those of the sheets written to is there as it was."""
    parts = sheet_parts(before)
    free = {*_MAY_CHANGE, *(parts[name] for name in changes)}
    lost = [name for name, data in before.items() if name not in free and after.get(name) != data]
    if lost:
        raise SaveError(f"bagian berkas akan berubah: {', '.join(lost)}")
