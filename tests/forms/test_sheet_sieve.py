"""The sieve never says of something that is there that it is not; on the sheets of the form it spares nearly all the looking."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.forms.sheet_sieve import may_have_far_cell, may_have_formula
from tests.workbooks import Unit, nip

REST = b'<sheetData><row r="1"><c r="A1" s="4"/></row></sheetData>'
FAR = ("XFD1048576", "A1048576", "AAA1", "A20000", "GA7", "gz12", "zz9", "200000", "ABCD5")
NEAR = ("A1", "FZ9999", "A9999", "AZ200", "9999", "Z1")


def sheet(inside: bytes) -> bytes:
    return REST + inside + REST


@given(
    cell=st.sampled_from(FAR),
    before=st.sampled_from(["r=", "r =", "r= ", "r\n=\n", f"r={' ' * 90}"]),
    quote=st.sampled_from("\"'"),
    around=st.text(alphabet="<>c r=\"'A1", max_size=30),
)
def test_a_far_cell_is_never_overlooked(cell: str, before: str, quote: str, around: str) -> None:
    tag = f"<c {before}{quote}{cell}{quote}><v>1</v></c>"
    assert may_have_far_cell(sheet(f"{around}{tag}{around}".encode()))


@given(st.sampled_from(NEAR), st.sampled_from(['t="str"', 'ht="12345"', 's="200000"', 'rgb="FF200000"', 'r="B2"']))
def test_addresses_within_reach_are_sifted_out(cell: str, attribute: str) -> None:
    assert not may_have_far_cell(sheet(f'<c r="{cell}" {attribute}><f>IF(A1="TW1","TW2",LOG10(B1))</f></c>'.encode()))


@pytest.mark.parametrize(
    ("cell", "columns", "below", "found"),
    [
        ("B7", {"B"}, 0, True),
        ("B7", {"B"}, 5, True),
        ("B5", {"B"}, 5, False),
        ("B17", {"B"}, 12, True),
        ("AB7", {"B"}, 0, False),
        ("AB7", {"A"}, 0, False),
        ("AB7", {"AB"}, 0, True),
        ("C7", {"A", "B"}, 0, False),
    ],
)
def test_formulas_by_column(cell: str, columns: set[str], below: int, found: bool) -> None:
    xml = sheet(f'<c r="{cell}" s="3"><f>A1+1</f></c><c r="D9"><v>4</v></c>'.encode())
    assert may_have_formula(xml, columns, below) is found


def test_a_sheet_of_the_form_needs_no_close_look(tmp_path: Path) -> None:
    with zipfile.ZipFile(Unit().person(nip(1)).write(tmp_path)) as package:
        sheets = [package.read(n) for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
    assert not any(map(may_have_far_cell, sheets))
