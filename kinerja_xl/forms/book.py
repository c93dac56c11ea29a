"""An incoming workbook open for reading: sheets by name as grids of cells, errors of formulas shown as what they are."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, UNIT
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.package import read_parts
from kinerja_xl.terms import squeezed

Grid = Sequence[Sequence[Cell]]


class OwnOutput(StrEnum):
    """A workbook that kinerja_xl itself writes, as it is called in messages."""

    MASTER = "master"
    INDEX = "indeks surat"
    FINDINGS = "daftar temuan"


def own_output(names: Collection[str]) -> OwnOutput | None:
    """Which of our own results a workbook with sheets of these names is; None where it is something else."""
    if UNIT.name in names:
        return None
    if {"Rekap Pegawai", "Rekap Unit", "Rekonsiliasi"} <= set(names):
        return OwnOutput.MASTER
    if set(names) == {"Temuan", "Berkas"}:
        return OwnOutput.FINDINGS
    return OwnOutput.INDEX if "Indeks Surat" in names else None


def sheet_names(path: Path) -> set[str]:
    """Names of the sheets of a workbook; none where it cannot be opened as one."""
    try:
        return set(CalamineWorkbook.from_path(path).sheet_names)
    except (CalamineError, OSError):
        return set()


class Book:
    """A workbook open for reading: its sheets by name, as grids in which an error cell shows its error."""

    def __init__(self, path: Path, errors: Mapping[str, Mapping[str, str]]) -> None:
        self._book = CalamineWorkbook.from_path(path)
        self.names: list[str] = self._book.sheet_names
        squeezed_names = {squeezed(name): name for name in reversed(self.names)}
        self._found = squeezed_names | {squeezed(name): name for name in self.names if name in SHEET_NAMES.values()}
        self._errors = _by_sheet(path, errors) if errors else {}

    def has(self, name: str) -> bool:
        """Whether there is a sheet of that name, blanks and capitals aside; the exact name is preferred."""
        return squeezed(name) in self._found

    def grid(self, name: str) -> Grid:
        """All cells of the sheet from A1 on."""
        own = self._found[squeezed(name)]
        rows: list[list[Cell]] = self._book.get_sheet_by_name(own).to_python(skip_empty_area=False)
        for address, text in self._errors.get(own, {}).items():
            row, column = place(address)
            if row <= len(rows) and column <= len(rows[row - 1]):
                rows[row - 1][column - 1] = text
        return rows


def _by_sheet(path: Path, errors: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Error cells by sheet name instead of part name."""
    return {sheet: errors[part] for sheet, part in sheet_parts(read_parts(path.read_bytes())).items() if part in errors}
