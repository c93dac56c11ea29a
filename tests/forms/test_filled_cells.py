"""What is read out of a sheet all at once is what calamine reads of it; what is not written as usual is left to calamine."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kinerja_xl.forms import guard
from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.book import Book
from kinerja_xl.forms.cell_scan import filled_cells
from kinerja_xl.forms.cell_values import grid_of
from kinerja_xl.forms.cells import Cell
from kinerja_xl.forms.shared_parts import SharedParts
from kinerja_xl.forms.workbook_parts import sheet_parts
from tests.forms.bare_workbook import SHEET, bare_workbook
from tests.libreoffice import converted
from tests.workbooks import Unit, nip

PART = "xl/worksheets/sheet1.xml"
TEXT = st.text(alphabet=st.sampled_from("aZ9 .&<>\"'é–✓\t\n_x0041;#"), min_size=1, max_size=12)
TEXTS = ["satu", "dua &", "tiga <3", " empat ", "baris\nkedua", "_x0041_", "a_x000D_b"]


def values(package: guard.Package) -> list[list[Cell]] | None:
    """The grid as it is read all at once; None where it is not."""
    cells = package.cells.get(PART)
    return None if cells is None else grid_of(cells, SharedParts(package.xml, package.counts_from_1904))


def trimmed(grid: Sequence[Sequence[object]]) -> list[list[tuple[type, object]]]:
    """The cells with their types, without empty ones at the end of a row and empty rows at the end."""
    rows = [[(type(cell), cell) for cell in row] for row in grid]
    for row in rows:
        while row and row[-1][1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def by_calamine(path: Path, sheet: str = SHEET) -> list[list[Cell]]:
    grid: list[list[Cell]] = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return grid


STYLE = st.sampled_from(["", *(f' s="{number}"' for number in range(5))])
PLAIN_STYLE = st.sampled_from(["", ' s="0"', ' s="4"', ' s="0" t="n"', ' t="n"'])
FORMULA = st.sampled_from(["", "<f>A1</f>", '<f t="shared" si="0"/>', '<f t="array" ref="A1">"&lt;"&amp;1</f>'])
NUMBER = st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)


def with_value(head: st.SearchStrategy[str], value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The rest of a cell behind its address: more attributes, a formula or none, a value."""
    return st.builds("{}>{}<v>{}</v></c>".format, head, FORMULA, value)


def typed(kind: str) -> st.SearchStrategy[str]:
    return STYLE.map(lambda style: f'{style} t="{kind}"')


REST = st.one_of(
    st.builds("{}{}".format, STYLE, st.sampled_from(["/>", "></c>", "><v/></c>"])),
    st.builds("{}><f>A1</f>{}</c>".format, STYLE | typed("str"), st.sampled_from(["", "<v></v>", "<v/>"])),
    with_value(PLAIN_STYLE, NUMBER.map(repr)),
    with_value(st.sampled_from([' s="1"', ' s="2"']), st.integers(61, 2_958_465).map(str)),
    with_value(typed("str"), TEXT.map(escape)),
    with_value(typed("s"), st.integers(0, len(TEXTS) - 1).map(str)),
    with_value(typed("b"), st.sampled_from("01")),
    with_value(typed("e"), st.just("#N/A")),
    st.builds(
        "{}><is><t{}>{}</t></is></c>".format,
        typed("inlineStr"),
        st.sampled_from(["", ' xml:space="preserve"']),
        TEXT.map(escape),
    ),
)
"""What follows the address of a cell, as programs write it."""


@st.composite
def sheet_rows(draw: st.DrawFn) -> str:
    """Rows of a sheet, with gaps between rows and between cells."""
    rows = []
    for row in sorted(draw(st.sets(st.integers(1, 120), max_size=6))):
        columns = sorted(draw(st.sets(st.integers(1, 60), max_size=6)))
        cells = "".join(f'<c r="{letters(column)}{row}"{draw(REST)}' for column in columns)
        attributes = draw(st.sampled_from(["", ' spans="1:60"', ' ht="15.5" customHeight="1" x14ac:dyDescent="0.25"']))
        rows.append(f'<row r="{row}"{attributes}>{cells}</row>' if cells else f'<row r="{row}"/>')
    return "".join(rows)


@given(sheet_rows(), st.sampled_from(["", ' xml:space="preserve"']))
def test_the_cells_are_those_that_calamine_reads(rows: str, keep: str) -> None:
    texts = "".join(f"<si><t{keep}>{escape(text)}</t></si>" for text in TEXTS)
    with TemporaryDirectory() as folder:
        path = bare_workbook(Path(folder) / "buku.xlsx", rows, texts=texts)
        package = guard.inspect(path)
        found, expected = values(package), by_calamine(path)
    assert found is not None
    assert trimmed([["" if cell == "#N/A" else cell for cell in row] for row in found]) == trimmed(expected)


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        (
            '<c r="A1" t="s"><v>0</v></c>',
            "<si><r><t>tebal </t></r><r><rPr><b/></rPr><t xml:space='preserve'> biasa </t></r></si>",
        ),
        ('<c r="A1" t="s"><v>0</v></c>', '<si><t>東京</t><rPh sb="0" eb="1"><t>とうきょう</t></rPh></si>'),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>a</t><t>b</t></si>"),
        ('<c r="A1" t="s"><v>1</v></c>', "<si/><si><!-- catatan --><t>a<!-- x -->b</t></si>"),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t><![CDATA[a & b]]></t></si>"),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>x&#128;y&#x1F600;&apos;_x005F_x000D_ _xD83D_</t></si>"),
        ('<c r="A1" t="s"><v>0</v></c>', "<si><t>a\r\nb\rc</t></si>"),
        ('<c r="A1" t="str"><v>a&#10;b&#x41;&quot;_x000D_</v></c>', ""),
        ('<c r="A1" t="b"><v>true</v></c><c r="B1" t="b"><v>0</v></c>', ""),
        ('<c r="A1" s="1"><v>45000.0</v></c><c r="B1" s="4"><v>12</v></c>', ""),
    ],
)
def test_odd_texts_and_values_are_read_alike(tmp_path: Path, cells: str, texts: str) -> None:
    path = bare_workbook(tmp_path / "buku.xlsx", f'<row r="1">{cells}</row>', texts=texts)
    found = values(guard.inspect(path))
    assert found is not None
    assert trimmed(found) == trimmed(by_calamine(path))


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1" s="3"><v>45000.5</v></c>',
        '<c r="A1" s="5"><v>1.5</v></c>',
        '<c r="A1" s="1"><v>60</v></c>',
        '<c r="A1" s="1"><v>45000.25</v></c>',
        '<c r="A1" s="6"><v>45000</v></c>',
        '<c r="A1"><v>1_0</v></c>',
        '<c r="A1"><v> 1</v></c>',
        '<c r="A1"><v>inf</v></c>',
        '<c r="A1" t="d"><v>2026-01-02</v></c>',
        '<c r="A1" t="inlineStr"><is><r><t>teks</t></r></is></c>',
        '<c r="A1" t="inlineStr"><is><t>teks</t><t>lagi</t></is></c>',
        '<c r="A1" t="str"><is><t>teks</t></is></c>',
        '<c t="str" r="A1"><v>teks</v></c>',
        '<c r="A1" t="str" s="1"><v>teks</v></c>',
        '<c r="A1" s="0" cm="1"><v>1</v></c>',
        '<c r="a1"><v>1</v></c>',
        "<c ><v>1</v></c>",
        "<c r='A1'><v>1</v></c>",
        '<c r="A1"> <v>1</v></c>',
        '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
        '<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>',
        '<c r="A1"><v xml:space="preserve">1</v></c>',
        '<c r="A1" t="str"><v>a\r\nb</v></c>',
        '<c r="A1" t="str"><v>a<![CDATA[b]]></v></c>',
        '<c r="A1" t="s"><v></v></c><c r="B1" t="s"><v>0</v></c><!-- catatan -->',
    ],
)
def test_what_is_not_usual_is_read_by_calamine(tmp_path: Path, cells: str) -> None:
    path = bare_workbook(tmp_path / "buku.xlsx", f'<row r="1">{cells}</row>', texts="<si><t>satu</t></si>")
    package = guard.inspect(path)
    assert values(package) is None
    grid = [list(row) for row in Book(path, package).grid(SHEET)]
    assert trimmed(grid) == trimmed(by_calamine(path))
    assert trimmed(grid) != []


def test_a_text_that_is_not_there_is_not_guessed(tmp_path: Path) -> None:
    path = bare_workbook(
        tmp_path / "buku.xlsx", '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', texts="<si><t>a</t></si>"
    )
    assert values(guard.inspect(path)) is None


def test_days_counted_from_1904_are_left_to_calamine(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>45000</v></c></row>'
    path = bare_workbook(tmp_path / "buku.xlsx", rows, workbook='<workbookPr date1904="1"/>')
    package = guard.inspect(path)
    assert values(package) is None
    assert Book(path, package).grid(SHEET) == [[date(2027, 3, 16)]]


@pytest.mark.parametrize("head", ['<?xml version="1.0" encoding="ISO-8859-1"?>', "<!-- <sheetData> -->"])
def test_another_encoding_or_a_remark_before_the_cells_is_not_usual(head: str) -> None:
    assert filled_cells(f'{head}<worksheet><sheetData><row r="1"/></sheetData></worksheet>'.encode()) is None


@pytest.mark.parametrize(
    "inside",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1"><v>1</c></row>',
        '<row r="1"><c r="A1"><f>1<v>1</v></c></row>',
        '<row r="1"><c r="A1"></row>',
        '<row r="1"><c r="A1"><v>1</v></c></c></row>',
        '<row r="1"><c r="A1"><v>1</v>',
        '<row r="1"><c r="A1"><v>',
        '<row r="1"><c r="A1"',
        "<c ",
    ],
)
def test_broken_xml_is_not_usual(inside: str) -> None:
    assert filled_cells(f"<worksheet><sheetData>{inside}</sheetData></worksheet>".encode()) is None


def test_formulas_without_a_result_below_the_header() -> None:
    rows = (
        '<row r="5"><c r="A5"><f>1</f></c></row>'
        '<row r="6"><c r="A6"><f>1</f></c><c r="B6"><f>1</f></c><c r="C6"><f>1</f><v>2</v></c></row>'
        '<row r="7"><c r="A7"><v>1</v></c><c r="B7" t="str"><f>1</f></c><c r="C7"><f>1</f><v></v></c><c r="AA7"><f>1</f><v/></c></row>'
    )
    cells = filled_cells(f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode())
    assert cells is not None
    assert cells.uncalculated(["A", "C", "AA"], 5) == ["A6", "C7", "AA7"]
    assert cells.uncalculated(["B"], 0) == ["B6"]


def test_workbooks_of_ours_are_usual_also_when_libreoffice_saved_them(tmp_path: Path) -> None:
    path = Unit().person(nip(1), mulai="03/02/2026").iki(nip(1), 1, 1, "12", "6").write(tmp_path)
    for book in (path, converted(path, "xlsx", tmp_path / "disimpan")):
        package = guard.inspect(book)
        shared, parts = SharedParts(package.xml, package.counts_from_1904), sheet_parts(package.xml)
        assert Book(book, package).names == CalamineWorkbook.from_path(book).sheet_names
        for name in ("Unit", "Pegawai", "Rencana", "Realisasi"):
            grid = grid_of(package.cells[parts[name]], shared)
            assert grid is not None
            assert trimmed(grid) == trimmed(by_calamine(book, name))
    assert date(2026, 2, 3) in [cell for row in Book(book, package).grid("Pegawai") for cell in row]
