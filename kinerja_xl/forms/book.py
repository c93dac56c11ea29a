"""An incoming workbook open for reading: sheets by name as grids of cells, errors of formulas shown as what they are."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.cell_values import grid_of
from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.guard import NOTHING, Package
from kinerja_xl.forms.shared_parts import SharedParts
from kinerja_xl.forms.sheet_scan import error_cells, has_content, uncalculated_cells
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, UNIT
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.terms import squeezed

Grid = Sequence[Sequence[Cell]]
UNREAD_SHEETS = ("Distribusi", "Temuan", "Panduan", "Hitung", "Referensi")
"""Sheets of the form that are never read: they show, tell, help, work out or look up."""
STAFF_SHEETS = ("Identitas", "SKP")
"""Sheets by which the form of one person (``forms.skp``) is known."""


class OwnOutput(StrEnum):
    """A workbook that kinerja_xl itself writes, as it is called in messages."""

    MASTER = "master"
    INDEX = "indeks surat"
    FINDINGS = "daftar temuan"
    DIALOGS = "lembar dialog"


def own_output(names: Collection[str]) -> OwnOutput | None:
    """Which of our own results a workbook with sheets of these names is; None where it is something else."""
    if UNIT.name in names:
        return None
    if {"Rekap Pegawai", "Rekap Unit", "Rekonsiliasi"} <= set(names):
        return OwnOutput.MASTER
    if set(names) == {"Temuan", "Berkas"}:
        return OwnOutput.FINDINGS
    if "Daftar Dialog" in names:
        return OwnOutput.DIALOGS
    return OwnOutput.INDEX if "Indeks Surat" in names else None


def sheet_names(path: Path) -> set[str]:
    """Names of the sheets of a workbook; none where it cannot be opened as one."""
    try:
        return set(CalamineWorkbook.from_path(path).sheet_names)
    except (CalamineError, OSError):
        return set()


class Book:
    """A workbook open for reading: its sheets by name, as grids in which an error cell shows its error.

    ``package`` is what ``guard.inspect`` saw of it; without it errors cannot be told from empty cells.
    """

    def __init__(self, path: Path, package: Package = NOTHING) -> None:
        self._path, self._shared = path, SharedParts(package.xml, package.counts_from_1904)
        parts = _parts(package.xml)
        self.names: list[str] = list(parts) or self._calamine.sheet_names
        squeezed_names = {squeezed(name): name for name in reversed(self.names)}
        self._found = squeezed_names | {squeezed(name): name for name in self.names if name in SHEET_NAMES.values()}
        self._xml = {sheet: package.xml[part] for sheet, part in parts.items() if part in package.xml}
        self._cells = {sheet: package.cells[part] for sheet, part in parts.items() if part in package.cells}

    @cached_property
    def _calamine(self) -> CalamineWorkbook:
        return CalamineWorkbook.from_path(self._path)

    def has(self, name: str) -> bool:
        """Whether there is a sheet of that name, blanks and capitals aside; the exact name is preferred."""
        return squeezed(name) in self._found

    def own_name(self, name: str) -> str:
        """The name of the sheet as it is spelled in the workbook."""
        return self._found[squeezed(name)]

    def xml(self, name: str) -> bytes:
        """The XML of the sheet; empty where it is not known."""
        return self._xml.get(self.own_name(name), b"")

    def grid(self, name: str) -> Grid:
        """All cells of the sheet from A1 on."""
        cells = self._cells.get(self.own_name(name))
        grid = grid_of(cells, self._shared) if cells else None
        return self._as_calamine_reads(name) if grid is None else grid

    def _as_calamine_reads(self, name: str) -> Grid:
        rows: list[list[Cell]] = self._calamine.get_sheet_by_name(self.own_name(name)).to_python(skip_empty_area=False)
        for address, text in error_cells(self.xml(name)).items():
            row, column = place(address)
            if row <= len(rows) and column <= len(rows[row - 1]):
                rows[row - 1][column - 1] = text
        return rows

    def uncalculated(self, name: str, columns: Collection[str], below: int = 0) -> list[str]:
        """Addresses of formulas in ``columns`` (letters), further down than row ``below``, without a saved result."""
        cells = self._cells.get(self.own_name(name))
        if cells is None:
            return [cell for cell in uncalculated_cells(self.xml(name), columns) if place(cell)[0] > below]
        return cells.uncalculated(columns, below)

    def other_sheets(self) -> list[str]:
        """Names of the sheets with content that are not of the form."""
        of_form = {self.own_name(name) for name in (*SHEET_NAMES.values(), *UNREAD_SHEETS) if self.has(name)}
        return [name for name in self.names if name not in of_form and has_content(self._xml.get(name, b""))]


def _parts(xml: Mapping[str, bytes]) -> dict[str, str]:
    """The parts of the sheets by their names; nothing where the package does not say which is which."""
    try:
        return sheet_parts(xml)
    except (KeyError, etree.XMLSyntaxError):
        return {}
