"""A unit workbook changed by hand, the way people change forms, and read again."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

from kinerja_xl.forms.read import Reading, read_workbook
from tests.workbooks import Unit, as_openpyxl, nip

Change = Callable[[openpyxl.Workbook], object]


def two_people() -> Unit:
    """Two people with an indicator each, rated; every sheet but Pengembangan has rows."""
    unit = Unit()
    for serial, nama in ((1, "Budi Contoh, S.E."), (2, "Siti Misal")):
        unit.person(nip(serial), nama).iki(nip(serial), 1, 1, "80", "85,5", satuan="Persen")
        unit.rate(nip(serial), "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    return unit


def edited(folder: Path, change: Change, unit: Unit | None = None) -> Reading:
    """The reading of a workbook (default: ``two_people``) after ``change``."""
    book = as_openpyxl((unit or two_people()).bytes())
    change(book)
    book.save(folder / "unit.xlsx")
    return read_workbook(folder / "unit.xlsx")


def with_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """The package at ``path`` with further parts."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """Code, sheet and cell of each finding."""
    return [(f.code, f.sheet, f.cell) for f in reading.findings]
