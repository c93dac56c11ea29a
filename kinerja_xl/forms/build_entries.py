"""Builds a sheet of labels and values (``FormSheet``): Unit of the unit workbook, Identitas of the Formulir SKP."""

from collections.abc import Mapping

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles
from kinerja_xl.forms.description import Field, FormSheet, Kind
from kinerja_xl.forms.page import print_setup
from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.validation import add_validation

LABEL_WIDTH, VALUE_WIDTH = 46, 62


def add_entries(
    sheet: Worksheet, form: FormSheet, preset: Mapping[str, str | int], reference: Reference, *, dates: bool = False
) -> None:
    """Write ``form`` with the ``preset`` values; ``dates``: entries of that kind are real dates instead of text."""
    sheet["A1"] = form.title
    sheet["A1"].font = styles.TITLE
    sheet["A2"] = "Isi sel putih. Sel kuning masih perlu diisi. Arahkan kursor ke sel untuk melihat petunjuk."
    sheet["A2"].font = styles.SUBTITLE
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = LABEL_WIDTH, VALUE_WIDTH
    for section in form.sections:
        _section_title(sheet, form.row(section.entries[0].key) - 1, section.title)
        for entry in section.entries:
            row = form.row(entry.key)
            _entry(sheet, row, entry, preset.get(entry.key))
            if not entry.locked:
                add_validation(sheet, entry, (f"B{row}", f"B{row}"), reference.list_range(entry))
            if dates and entry.kind is Kind.DATE:
                sheet.cell(row, 2).number_format = styles.DATE_FORMAT
    sheet.freeze_panes = "A4"
    sheet.sheet_properties.tabColor = styles.INPUT_TAB
    print_setup(sheet, "portrait", f"A1:B{form.row(form.entries[-1].key)}", "1:2")
    sheet.protection.sheet = True


def _section_title(sheet: Worksheet, row: int, title: str) -> None:
    for column in (1, 2):
        sheet.cell(row, column).fill = styles.SECTION_FILL
    sheet.cell(row, 1, title).font = styles.BOLD


def _entry(sheet: Worksheet, row: int, entry: Field, value: str | int | None) -> None:
    label, cell = sheet.cell(row, 1, entry.header), sheet.cell(row, 2, value)
    label.font, cell.font = styles.BODY, styles.BODY
    label.border = cell.border = styles.BOX
    label.alignment, cell.alignment = styles.TOP, styles.LEFT
    if entry.locked:
        cell.fill = styles.COMPUTED_FILL
        cell.font = styles.BOLD
        return
    cell.protection = styles.UNLOCKED
    cell.number_format = styles.TEXT_FORMAT
    if entry.needed:
        formula = [f'$B${row}=""']
        sheet.conditional_formatting.add(cell.coordinate, Rule("expression", formula=formula, dxf=styles.MISSING))
