"""Writes what a check found into a copy of a unit workbook: marks on the cells, and the sheet Temuan.

Used by ``kinerja periksa --tandai``. The workbook itself is only read.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from math import ceil

from python_calamine import CalamineWorkbook

from kinerja_xl.findings import Finding
from kinerja_xl.forms.marks import Mark, with_marks
from kinerja_xl.forms.set_cells import CellValue, Place, with_cells
from kinerja_xl.forms.sheet_dress import Link, dressed
from kinerja_xl.forms.unit_workbook import TEMUAN
from kinerja_xl.indonesian import cut

UNREADABLE = "BRK"
"""Family of the findings on files that cannot be opened, or are no unit workbook."""
NO_FINDING = "Tidak ada temuan."
LINE, CHARACTERS_A_UNIT = 13.0, 0.95
"""Points of a line of text; characters that a unit of column width holds, with room for broken words."""


LONGEST, HIGHEST = 1500, 409.0
"""Characters of a message that a note and a row still show; points that Excel allows a row."""


def marked(package: bytes, findings: Sequence[Finding]) -> bytes:
    """The workbook with the findings on it; raises CellError where it cannot be written without loss.

    A sheet Temuan that is not the form's own is somebody's work and stays as it is.
    """
    package = with_marks(package, marks_of(findings))
    sheets = CalamineWorkbook.from_filelike(BytesIO(package)).sheet_names
    if TEMUAN.name not in sheets or not has_own_temuan(package):
        return package
    package = with_cells(package, TEMUAN.name, temuan_cells(package, findings))
    last = TEMUAN.first_row + max(len(findings), 1) - 1
    return dressed(package, TEMUAN.name, list(_links(findings, sheets)), _heights(findings), last)


def marks_of(findings: Iterable[Finding]) -> dict[str, dict[str, Mark]]:
    """For each sheet and cell the heaviest severity and everything that is said of it."""
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.sheet and finding.cell:
            by_cell.setdefault((finding.sheet, finding.cell), []).append(finding)
    marks: dict[str, dict[str, Mark]] = {}
    for (sheet, cell), found in by_cell.items():
        heaviest = min((f.severity for f in found), key=lambda severity: severity.rank)
        marks.setdefault(sheet, {})[cell] = Mark(heaviest, "\n\n".join(_note(f) for f in found))
    return marks


def _note(finding: Finding) -> str:
    return f"{finding.severity.upper()} {finding.code}\n{cut(finding.message, LONGEST)}\nYang perlu dilakukan: {finding.fix}"


def _row(finding: Finding) -> dict[str, str]:
    """A row of the sheet Temuan by the keys of its columns."""
    return {
        "tingkat": finding.severity,
        "kode": finding.code,
        "lembar": finding.sheet,
        "sel": finding.cell,
        "nama": finding.nama or finding.nip,
        "pesan": cut(finding.message, LONGEST),
        "saran": finding.fix,
    }


def temuan_cells(package: bytes, findings: Sequence[Finding]) -> dict[Place, CellValue]:
    """The cells of the sheet Temuan: the list of findings, and nothing where an earlier list was longer."""
    rows = [_row(f) for f in findings] or [{"pesan": NO_FINDING}]
    cells: dict[Place, CellValue] = {
        (TEMUAN.first_row + number, TEMUAN.column(field.key)): row.get(field.key, "") or None
        for number, row in enumerate(rows)
        for field in TEMUAN.fields
    }
    old = _filled_below(package, TEMUAN.first_row)
    return dict.fromkeys(old) | cells


def temuan_grid(package: bytes) -> list[list[object]]:
    """All cells of the sheet Temuan."""
    book = CalamineWorkbook.from_filelike(BytesIO(package))
    return [list(row) for row in book.get_sheet_by_name(TEMUAN.name).to_python(skip_empty_area=False)]


def has_own_temuan(package: bytes) -> bool:
    """Whether the sheet Temuan has the headers of the form where the form has them."""
    headers = [field.header for field in TEMUAN.fields]
    return any(
        row[: len(headers)] == headers for row in temuan_grid(package)[TEMUAN.first_row - 2 : TEMUAN.first_row - 1]
    )


def _filled_below(package: bytes, first: int) -> list[Place]:
    return [
        (row, column)
        for row, cells in enumerate(temuan_grid(package), start=1)
        for column, cell in enumerate(cells, start=1)
        if row >= first and cell != "" and column <= len(TEMUAN.fields)
    ]


def _heights(findings: Iterable[Finding]) -> dict[int, float]:
    """Height of each row of the list in points, by its longest text."""
    wide = {key: TEMUAN.field(key).width * CHARACTERS_A_UNIT for key in ("nama", "pesan", "saran")}
    rows = enumerate((_row(f) for f in findings), start=TEMUAN.first_row)
    lines = {number: max(ceil(len(row[key]) / wide[key]) for key in wide if row[key]) for number, row in rows}
    return {number: min(LINE * most + 2, HIGHEST) for number, most in lines.items()}


def _links(findings: Iterable[Finding], sheets: Sequence[str]) -> Iterable[Link]:
    """From the column Sel to the cell itself."""
    for number, finding in enumerate(findings):
        if finding.sheet in sheets and finding.cell:
            yield Link((TEMUAN.first_row + number, TEMUAN.column("sel")), finding.sheet, finding.cell)
