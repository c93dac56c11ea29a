"""The linter of formulas: our forms pass it, and it notices what it is there for."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula

from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp.quantity_formulas import LISTS, quantity_formulas, resolved
from kinerja_xl.package import read_parts, write_parts
from tests.forms.formula_lint import formulas, lint


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_formula(formula: str | ArrayFormula) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["B2"] = formula
    return saved(book)


def nested(depth: int) -> str:
    return f"={'ABS(' * depth}1{')' * depth}"


@pytest.mark.parametrize("tahun", [2020, 2021, 2026])
def test_the_unit_workbook_passes(tahun: int) -> None:
    package = blank_unit_workbook(10, tahun)
    assert lint(package) == []
    assert len(list(formulas(package))) > 500


def test_the_formulas_of_the_formulir_skp_pass() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    inputs = {"target_low", "target_high", "target_tw", "target_tw_text", "target_tw_low", "target_tw_high", "batas"}
    inputs |= {"realisasi_low", "realisasi_high", "arah", "aspek", "aspek_turun"}
    written = [
        *quantity_formulas(
            "Lembar!$A$1", lambda name: f"$Z${len(name)}", **dict.fromkeys(LISTS, "D!$B$1:$B$9")
        ).values(),
        *resolved(achievement.TRIWULAN, lambda _: "$Z$1", **dict.fromkeys(inputs, "$A$1")).values(),
        *resolved(achievement.TAHUNAN, lambda _: "$Z$1", **dict.fromkeys(inputs, "$A$1")).values(),
        achievement.rerata("A1:A4"),
        achievement.capaian_pegawai("A1:A4", "B1:B4", "C1", "C2"),
        achievement.saran_hasil("A1", "C1", "C2"),
        achievement.saran_perilaku("A1", "C1", "C2"),
        achievement.skor_perilaku("A1:A7"),
        achievement.predikat("A1", "B1", "C1:C3", "D1:F3"),
    ]
    for formula in written:
        sheet.append([formula])
    assert lint(saved(book)) == []
    assert len(list(formulas(saved(book)))) == len(written)


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ('=NUMBERVALUE(A1,",")', "function NUMBERVALUE is not known to both programs"),
        ('=IF(A1="",1,_xlfn.TEXTJOIN(",",TRUE,A1:A3))', "function _XLFN.TEXTJOIN is not known to both programs"),
        ("=SUM(_xlfn.ANCHORARRAY(A1))", "function _XLFN.ANCHORARRAY is not known to both programs"),
        ("=_xlnm.Nama+1", "_xlnm.Nama is of a younger version"),
        (ArrayFormula("B2", "=SUM(LEN(A1:A3))"), "array formula or data table"),
        (f'="{"x" * 256}"', "text of 256 characters, more than 255"),
        ("=SUM(A:A)", "whole columns A:A"),
        ("=SUM(Sheet!$A:$C)", "whole columns Sheet!$A:$C"),
        ("=[1]Sheet1!A1", "another workbook: [1]Sheet1!A1"),
        ("='C:\\\\data\\\\[lain.xlsx]Lembar 1'!A1", "another workbook: 'C:\\\\data\\\\[lain.xlsx]Lembar 1'!A1"),
        (f"={'1+' * 4096}1", "8194 characters, more than 8192"),
        (nested(65), "65 functions inside each other, more than 64"),
        ("=SUMPRODUCT(IF(A1:A3>1,1,0))", "IF inside SUMPRODUCT"),
    ],
)
def test_a_cell_that_does_not_pass(formula: str | ArrayFormula, fault: str) -> None:
    assert lint(with_formula(formula)) == [f"Sheet!B2: {fault}"]


@pytest.mark.parametrize(
    "formula",
    [
        nested(64),
        f'="{"x" * 253}""x"',
        "=SUM(A1:A1048576)",
        '=IF(SUMPRODUCT(--(LEN(A1:A3)>1))>0,"[a]!A:A","NUMBERVALUE(")',
        f"={'1+' * 4095}1",
    ],
)
def test_what_is_just_good_enough(formula: str) -> None:
    assert lint(with_formula(formula)) == []


def test_formulas_outside_cells_are_looked_at() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.conditional_formatting.add("A1:A9", Rule("expression", formula=["XLOOKUP(A1,B1:B9,C1:C9)=1"]))
    rules = [DataValidation("list", f'"{"a," * 128}"'), DataValidation("custom", "ISNUMBER(CONCAT(A1))")]
    for rule, area in zip(rules, ("B1:B9", "C1:C9"), strict=True):
        rule.add(area)
        sheet.add_data_validation(rule)
    book.defined_names["semua"] = DefinedName("semua", attr_text="Sheet!$A:$A")
    sheet.print_title_cols = "A:B"
    assert sorted(lint(saved(book))) == [
        "Sheet!A1:A9: function XLOOKUP is not known to both programs",
        "Sheet!B1:B9: list of 256 characters, more than 255",
        "Sheet!C1:C9: function CONCAT is not known to both programs",
        "xl/workbook.xml!semua: whole columns Sheet!$A:$A",
    ]


def test_dynamic_arrays_and_extensions_are_looked_at() -> None:
    parts = read_parts(with_formula("=A1"))
    part = "xl/worksheets/sheet1.xml"
    extension = (
        b'<extLst><ext xmlns:x14="urn:x14"><x14:conditionalFormatting><x14:cfRule xmlns:xm="urn:xm">'
        b'<cfvo type="formula" val="IFS(A1,1)"/><cfvo type="num" val="1"/><xm:f>LET(a,1,a)</xm:f>'
        b"</x14:cfRule></x14:conditionalFormatting></ext></extLst></worksheet>"
    )
    parts[part] = parts[part].replace(b'r="B2"', b'r="B2" cm="1"').replace(b"</worksheet>", extension)
    assert lint(write_parts(parts)) == [
        "Sheet!B2: array formula or data table",
        "Sheet: function IFS is not known to both programs",
        "Sheet: function LET is not known to both programs",
    ]


@pytest.mark.parametrize(
    ("formula", "faults"),
    [
        ('$A1+SUM($B$2:$B$9)&amp;"Lain!"', []),
        ("Lain!A1", ["Sheet!B2: a shared formula names a sheet"]),
        ("MATCH(A1,{1,2},0)", ["Sheet!B2: a shared formula holds a list"]),
    ],
)
def test_what_excel_does_not_share(formula: str, faults: list[str]) -> None:
    parts = read_parts(with_formula("=X"))
    part = "xl/worksheets/sheet1.xml"
    parts[part] = parts[part].replace(b"<f>X</f>", f'<f t="shared" ref="B2:B4" si="0">{formula}</f>'.encode())
    assert lint(write_parts(parts)) == faults
