"""Writes cells, fills and locks into a workbook on the disk: beside the old file, proved, then in its place.

Values go through ``forms.set_cells``, fills and locks through ``forms.cell_formats``: both prove that nothing else changed. Whatever stops it leaves
the old file whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_xl.files import write_new
from kinerja_xl.forms.cell_formats import Colour, with_fills, with_locks
from kinerja_xl.forms.recalculate import recalculated
from kinerja_xl.forms.set_cells import CellError, CellValue, Place, with_cells


class SaveError(Exception):
    """The file cannot be written without loss; the message (Bahasa Indonesia) says what would be lost. It is as it was."""


@dataclass
class SheetChanges:
    """What was written to one sheet."""

    values: dict[Place, CellValue] = field(default_factory=dict)
    colours: dict[Place, Colour] = field(default_factory=dict)
    locks: dict[Place, bool] = field(default_factory=dict)


def save_changes(path: Path, changes: Mapping[str, SheetChanges]) -> None:
    """Write ``changes`` (by sheet) into the file ``path``; raises SaveError or OSError."""
    before = path.read_bytes()
    mode = path.stat().st_mode & 0o777
    made = _changed(before, changes)
    if path.read_bytes() != before:
        raise SaveError(f"{path.name} berubah selagi dikerjakan; ulangi")
    write_new(path, made)
    path.chmod(mode)


def _changed(package: bytes, changes: Mapping[str, SheetChanges]) -> bytes:
    """The package with the changes; formulas are computed anew when somebody opens it."""
    for name, changed in changes.items():
        try:
            package = with_cells(package, name, changed.values) if changed.values else package
            package = with_fills(package, name, changed.colours) if changed.colours else package
            package = with_locks(package, name, changed.locks) if changed.locks else package
        except CellError as error:
            raise SaveError(f"lembar {name}: {error}") from error
    return recalculated(package) if any(changed.values for changed in changes.values()) else package
