"""What a cell of a standard workbook accepts: its drop-down or its limits, and what is said when something else is typed."""

from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from kinerja_xl.forms.description import Field, Kind


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
