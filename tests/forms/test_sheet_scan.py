"""Formulas are found in the XML of a sheet however a program writes its cells."""

import pytest

from kinerja_xl.forms.sheet_scan import formula_cells

ROW = b'<sheetData><row r="5">%s</row></sheetData>'


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (b'<c r="A5"/><c r="B5" s="1" t="str"><f>A5</f><v>x</v></c><c r="C5"><v>1</v></c>', ["B5"]),
        (b'<c r="A5"/><c s="1" r="AB5"><f>A5</f></c><c r="C5"><v>1</v></c>', ["AB5"]),
        (b'<c r="A5">\n  <f t="shared" si="0"/></c><c r="B5"><f>1</f></c>', ["A5", "B5"]),
        (b'<c s="1" r="A5"><v>1</v></c><c r="B5"><f>1</f></c>', ["B5"]),
        (b'<c r="A5"><v>1</v></c>', []),
    ],
)
def test_cells_with_a_formula(cells: bytes, found: list[str]) -> None:
    assert formula_cells(ROW % cells) == found
