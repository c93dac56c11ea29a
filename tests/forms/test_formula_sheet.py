"""A sheet of formulas written as XML says to another program what was put into it, and stores once what Excel stores once."""

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kinerja_xl.forms.formula_sheet import FormulaSheet, Value
from kinerja_xl.package import read_parts
from tests.forms.formula_lint import lint

TEMPLATES = (
    "=$A{row}&B{above}",
    "=SUM($A$1:$A$9)*{row}",
    '=IF(A{row}>1,"A1 <&> {row}!","")',
    "=Lain!$A{row}",
    "=MATCH(A{row},{{1,2}},0)",
    "=Hitung!$C{row}+Hitung!$C$1",
)
values = st.one_of(
    st.integers(-9, 9),
    st.floats(-1e6, 1e6),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1).filter(lambda text: text[0] != "="),
    st.tuples(st.sampled_from(TEMPLATES), st.just("formula")),
)


def put_into(cells: dict[tuple[int, int], Value]) -> bytes:
    book = Workbook()
    book.worksheets[0].title = "Hitung"
    book.create_sheet("Lain")
    out = io.BytesIO()
    book.save(out)
    sheet = FormulaSheet("Hitung")
    for (row, column), value in cells.items():
        sheet.cell(row, column, value)
    return sheet.put_into(out.getvalue())


def found(package: bytes) -> dict[tuple[int, int], object]:
    sheet = openpyxl.load_workbook(io.BytesIO(package))["Hitung"]
    return {(c.row, c.column or 0): c.value for row in sheet.iter_rows() for c in row if c.value is not None}


@given(st.dictionaries(st.tuples(st.integers(2, 12), st.integers(1, 4)), values, min_size=1, max_size=40))
def test_what_was_put_is_there(drawn: dict[tuple[int, int], Value | tuple[str, str]]) -> None:
    cells: dict[tuple[int, int], Value] = {
        (row, column): value[0].format(row=row, above=row - 1) if isinstance(value, tuple) else value
        for (row, column), value in drawn.items()
    }
    package = put_into(cells)
    assert found(package) == {
        place: value.replace("Hitung!", "") if isinstance(value, str) and value[0] == "=" else value
        for place, value in cells.items()
    }
    assert lint(package) == []


def test_a_formula_that_repeats_is_stored_once() -> None:
    cells: dict[tuple[int, int], Value] = {(row, 1): f"=B{row}+$C$1" for row in range(5, 15)}
    cells |= {(row, 2): f"=Lain!A{row}" for row in range(5, 15)}
    xml = read_parts(put_into(cells))["xl/worksheets/sheet1.xml"].decode()
    assert xml.count("$C$1") == 1
    assert '<f t="shared" ref="A5:A14" si="0">B5+$C$1</f>' in xml
    assert xml.count("Lain!") == 10
