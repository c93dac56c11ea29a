"""What a cell of a standard workbook accepts: its drop-down or its limits, and what is said when something else is typed."""

from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.description import Field, Kind


def add_validation(sheet: Worksheet, field: Field, cells: tuple[str, str], choices: str, people: str = "") -> None:
    """Let the cells from the first to the last of ``cells`` accept what ``field`` may hold, and say what belongs there."""
    first, last = cells
    rule = validation(field, first, choices, people)
    if rule is not None:
        prompt(rule, field.header, field.help)
        rule.add(first if first == last else f"{first}:{last}")
        sheet.add_data_validation(rule)


def prompt(rule: DataValidation, title: str, text: str) -> None:
    """Show ``text`` beside the cell while it is selected."""
    if text:
        rule.promptTitle, rule.prompt, rule.showInputMessage = title[:32], text[:255], True


def validation(field: Field, first: str, choices: str, people: str) -> DataValidation | None:
    """What a cell accepts: a word of a list, a NIP of the sheet Pegawai, a date, a whole number; else only its message."""
    if people:
        return _rule("list", people, f"{field.header} harus ada di lembar Pegawai. Isi lembar Pegawai lebih dahulu.")
    if choices and field.kind is Kind.CHOICE:
        return _rule("list", choices, f"{field.header}: pilih salah satu dari daftar.")
    if field.kind is Kind.NIP:
        return _rule(
            "custom",
            f"AND(LEN({first})=18,ISNUMBER(VALUE(LEFT({first},9))),ISNUMBER(VALUE(RIGHT({first},9))))",
            "NIP harus 18 angka tanpa spasi.",
        )
    if field.kind is Kind.DATE:
        rule = _rule("date", "DATE(2000,1,1)", f"{field.header} harus tanggal, misalnya 30/06/2026.")
        rule.operator = "greaterThan"
        return rule
    if field.kind is Kind.INTEGER:
        rule = _rule("whole", "1", f"{field.header} harus bilangan bulat mulai 1.")
        rule.operator = "greaterThanOrEqual"
        return rule
    return DataValidation(type=None, allow_blank=True) if field.help else None


def _rule(kind: Literal["list", "custom", "date", "whole"], formula: str, error: str) -> DataValidation:
    return DataValidation(
        type=kind, formula1=formula, allow_blank=True, showErrorMessage=True, errorTitle="Periksa isian", error=error
    )
