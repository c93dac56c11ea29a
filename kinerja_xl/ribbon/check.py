"""Button Periksa: the findings into the sheet Temuan, a colour on every cell that needs something, earlier colours away."""

from collections.abc import Mapping, Sequence

from kinerja_xl.findings import Finding, Severity, counts
from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.cell_formats import Colour
from kinerja_xl.forms.marks import COLOURS
from kinerja_xl.forms.set_cells import Place
from kinerja_xl.forms.styles import GREY, NAVY
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TEMUAN, UNIT, Form, form_for
from kinerja_xl.mark_findings import has_own_temuan, marks_of, temuan_cells, temuan_grid
from kinerja_xl.ribbon.opened import SEND, Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome

MAX_ROWS, MAX_COLUMNS = 1_048_576, 1024
"""What every program has of a sheet."""
Colours = dict[str, dict[Place, Colour]]


def periksa(opened: Opened) -> Outcome:
    """The findings of the workbook, as ``kinerja periksa --tandai`` shows them. Nothing that people typed is changed."""
    checked, package, book = opened.checked, opened.package, opened.book
    if TEMUAN.name not in book.names or not has_own_temuan(package):
        raise ButtonError(
            "Lembar Temuan tidak ada atau bukan dari formulir ini. Kembalikan lembar itu, lalu periksa lagi."
        )
    form = form_for(opened.reading.rows[UNIT.key]["tahun"][0])
    marks = _merged(_without(temuan_grid(package), form), _of(checked.findings))
    colours = {book.own_name(sheet): cells for sheet, cells in marks.items() if book.has(sheet)}
    told = _told(checked.findings, checked.cells, locked=bool(opened.locked_since))
    return Outcome(told, {TEMUAN.name: temuan_cells(package, checked.findings)}, colours, show=TEMUAN.name)


def _told(findings: Sequence[Finding], cells: int, *, locked: bool) -> str:
    found = counts(findings)
    if not findings:
        following = SEND if locked else "tekan Nilai"
        return f"{cells} sel isian diperiksa: tidak ada temuan. Berikutnya: {following}."
    sums = ", ".join(f"{found[severity]} {severity}" for severity in Severity if found[severity])
    if found[Severity.GALAT]:
        following = f"{'tekan Buka Kunci, ' if locked else ''}perbaiki yang merah, lalu tekan Periksa lagi"
    else:
        following = f"baca lembar Temuan, lalu {SEND if locked else 'tekan Nilai'}"
    return f"{cells} sel isian diperiksa: {sums}. Berikutnya: {following}."


def _of(findings: Sequence[Finding]) -> Colours:
    """The colour of the heaviest finding on each cell."""
    marks = marks_of(findings)
    return {
        sheet: {place(cell): rgb(COLOURS[mark.severity]) for cell, mark in cells.items()}
        for sheet, cells in marks.items()
    }


def _without(grid: Sequence[Sequence[object]], form: Form) -> Colours:
    """The form's own colours for the cells that an earlier list in Temuan names."""
    sheet, cell = (TEMUAN.column(key) - 1 for key in ("lembar", "sel"))
    colours: Colours = {}
    for row in grid[TEMUAN.first_row - 1 :]:
        at = _cell_at(row[cell]) if len(row) > cell and row[sheet] in _FORM_SHEETS else None
        if at:
            colours.setdefault(str(row[sheet]), {})[at] = _own_colour(form, str(row[sheet]), at)
    return colours


def _cell_at(text: object) -> Place | None:
    """The cell that an earlier list names; None for what somebody else has written there."""
    try:
        row, column = place(str(text))
    except ValueError:
        return None
    return (row, column) if 1 <= row <= MAX_ROWS and column <= MAX_COLUMNS else None


_FORM_SHEETS = {UNIT.name, *SHEET_NAMES.values()}


def _own_colour(form: Form, sheet: str, at: Place) -> Colour:
    """How the form itself fills a cell: headers dark, formulas and results grey, inputs not at all."""
    row, column = at
    if sheet == UNIT.name:
        locked = {form.unit.row(entry.key) for entry in form.unit.entries if entry.locked}
        return rgb(GREY) if column == 2 and row in locked else None
    table = next(table for table in form.tables if table.name == sheet)
    if row < table.header_row or column > len(table.fields):
        return None
    if row == table.header_row:
        return rgb(NAVY)
    return None if table.fields[column - 1].kind.typed else rgb(GREY)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green, blue of a colour written as (A)RRGGBB."""
    red, green, blue = bytes.fromhex(colour[-6:])
    return red, green, blue


def _merged(old: Colours, new: Mapping[str, Mapping[Place, Colour]]) -> Colours:
    return {sheet: old.get(sheet, {}) | dict(new.get(sheet, {})) for sheet in {*old, *new}}
