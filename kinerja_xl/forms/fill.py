"""Puts values into a blank workbook built by ``build`` and saves it the way Excel does: shared strings and computed values.

Used by ``kinerja formulir unit`` (roster) and ``kinerja contoh`` (everything). It works on the parts of the package, so all
the form's looks, lists and formulas stay as built; formula cells keep their formula and get the value given as their result.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from kinerja_xl.forms.addresses import place
from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.description import Field, FormSheet, Kind, TableSheet
from kinerja_xl.forms.shared_strings import STRINGS, SharedStrings
from kinerja_xl.forms.sheet_xml import written
from kinerja_xl.forms.unit_workbook import TEMUAN, UNIT, form_for, unit_line
from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.indonesian import parse_date
from kinerja_xl.package import cell_text, read_parts, with_parts, write_parts

CellValue = str | int | float | bool
Row = Mapping[str, str]
"""A row of a table as text by field key, as the reader returns it; dates are ISO text."""

_C, _F, _V, _ROW = (f"{{{NS}}}{tag}" for tag in ("c", "f", "v", "row"))
CHARACTERS_A_UNIT = 1.15
"""Characters of 10 point text that fit into one unit of column width."""
LINE_HEIGHT = 13.5
"""Points of a line of 10 point text."""
_WORKBOOK = "xl/workbook.xml"
_BLANKS = 8
"""So many blank workbooks are kept ready to be filled again."""


@dataclass(frozen=True)
class UnitContent:
    """What a unit workbook holds: the entries of the sheet Unit and the rows of each table, all as text."""

    unit: Row
    rows: Mapping[str, list[dict[str, str]]] = dataclass_field(default_factory=dict)
    computed: Mapping[str, Mapping[tuple[int, int], CellValue]] = dataclass_field(default_factory=dict)
    """Results of further formulas as Excel would have kept them: sheet name -> (row, column) -> value."""


def fill_unit_workbook(blank: bytes, content: UnitContent) -> bytes:
    """The blank unit workbook with ``content`` in it; raises ValueError when a table has more rows than the form has room for."""
    form = form_for(_year(blank))
    tables = {form.table(key): rows for key, rows in content.rows.items()}
    cells: dict[str, dict[tuple[int, int], CellValue]] = {form.unit.name: _form_cells(form.unit, content.unit)}
    line = unit_line(content.unit.get("nama_unit", ""), content.unit.get("tahun", ""))
    cells |= {table.name: {(2, 1): line} for table in (*form.tables, TEMUAN)}
    for table, rows in tables.items():
        cells[table.name] = cells[table.name] | _table_cells(table, rows)
    cells |= {sheet: dict(found) for sheet, found in content.computed.items()}
    heights = {
        table.name: {number: _height(table, row) for number, row in enumerate(rows, start=table.first_row)}
        for table, rows in tables.items()
        if rows
    }
    printed = {sheet: max(rows) for sheet, rows in heights.items()}
    return filled(blank, cells, heights, printed=printed)


@lru_cache(maxsize=_BLANKS)
def _year(blank: bytes) -> str:
    """The year a blank workbook was built for. It stands at the same place in the forms of all years."""
    parts = read_parts(blank)
    root = etree.fromstring(parts[sheet_parts(parts)[UNIT.name]])
    found = root.find(f".//{_C}[@r='B{UNIT.row('tahun')}']/{_V}")
    return (found.text or "") if found is not None else ""


def _height(table: TableSheet, row: Row) -> float:
    """Height in points at which the wrapped texts of a row can be read whole."""
    return height_of((row.get(f.key, ""), f.width) for f in table.fields)


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """Height in points at which each of ``texts`` can be read whole in a cell of its width."""
    lines = (
        sum(-(-max(len(part), 1) // int(CHARACTERS_A_UNIT * width)) for part in text.split("\n"))
        for text, width in texts
    )
    return LINE_HEIGHT * max(lines) + 2


def _form_cells(form: FormSheet, entries: Row) -> dict[tuple[int, int], CellValue]:
    return {(form.row(e.key), 2): cell_value(e, entries[e.key]) for e in form.entries if entries.get(e.key)}


def _table_cells(table: TableSheet, rows: list[dict[str, str]]) -> dict[tuple[int, int], CellValue]:
    columns = {f.key: (table.column(f.key), f) for f in table.fields}
    cells: dict[tuple[int, int], CellValue] = {}
    for number, row in enumerate(rows, start=table.first_row):
        for key, text in row.items():
            if text != "":
                column, field = columns[key]
                cells[number, column] = cell_value(field, text)
    return cells


def cell_value(field: Field, text: str) -> str | int:
    """The value Excel would hold: a real date or whole number where the field is one, text everywhere else."""
    if field.kind is Kind.INTEGER and re.fullmatch(r"\d{1,15}", text):
        return int(text)
    if field.kind is Kind.DATE and (day := parse_date(text)):
        return serial(day)
    return text


def filled(
    blank: bytes,
    cells: Mapping[str, Mapping[tuple[int, int], CellValue]],
    heights: Mapping[str, Mapping[int, float]],
    *,
    printed: Mapping[str, int] | None = None,
    shown: Mapping[str, Mapping[int, bool]] | None = None,
    breaks: Mapping[str, Sequence[int]] | None = None,
) -> bytes:
    """The workbook ``blank`` with ``cells`` (sheet name -> (row, column) -> value) set, everything else as it was.

    ``heights`` (sheet name -> row -> points) sets the height of rows, ``shown`` whether they are visible, ``breaks`` after which
    a page ends; the print area of a sheet in ``printed`` ends at that row, so that no empty pages are printed. Texts become
    shared strings. The same blank workbook is filled again in a fraction of the time.
    """
    shown, breaks = shown or {}, breaks or {}
    opened = _opened(blank, frozenset({*cells, *heights, *shown, *breaks}))
    parts, strings = dict(opened.parts), SharedStrings.of(opened.parts)
    for sheet, part in opened.sheets.items():
        root = etree.fromstring(parts[part])
        _fill_cells(root, dict(cells.get(sheet, {})), strings, sheet)
        _set_rows(root, heights.get(sheet, {}), shown.get(sheet, {}))
        _set_breaks(root, breaks.get(sheet, ()))
        parts[part] = written(root)
    parts[_WORKBOOK] = _shorten_print_areas(parts[_WORKBOOK], printed or {})
    strings.put_into(parts)
    return with_parts(opened.rest, parts)


class _Opened(NamedTuple):
    """A blank workbook ready to be filled: the parts that change, by name, which of them hold which sheet, and the package of the others."""

    parts: Mapping[str, bytes]
    sheets: Mapping[str, str]
    rest: bytes


@lru_cache(maxsize=_BLANKS)
def _opened(blank: bytes, changing: frozenset[str]) -> _Opened:
    """The blank workbook with its texts as shared strings; ``changing`` are the names of the sheets to be filled."""
    parts = read_parts(blank)
    strings, sheets = SharedStrings.of(parts), sheet_parts(parts)
    for part in sheets.values():
        root = etree.fromstring(parts[part])
        _share_texts(root, strings)
        parts[part] = written(root)
    strings.put_into(parts)
    filled_sheets = {sheet: part for sheet, part in sheets.items() if sheet in changing}
    names = {*filled_sheets.values(), _WORKBOOK, STRINGS}
    return _Opened(
        {name: data for name, data in parts.items() if name in names},
        filled_sheets,
        write_parts({name: data for name, data in parts.items() if name not in names}),
    )


def _shorten_print_areas(workbook: bytes, printed: Mapping[str, int]) -> bytes:
    for sheet, last in printed.items():
        area = re.compile(rf"('?{re.escape(sheet)}'?!\$A\$1:\$[A-Z]+\$)\d+".encode())
        workbook = area.sub(rb"\g<1>" + str(last).encode(), workbook, count=1)
    return workbook


def _set_rows(root: etree._Element, heights: Mapping[int, float], shown: Mapping[int, bool]) -> None:
    """Show or hide rows, and give them their height without fixing it: Excel fits it anew when somebody types."""
    for row in root.iter(_ROW) if heights or shown else ():
        number = int(row.get("r", "0"))
        if number in heights:
            row.set("ht", f"{heights[number]:g}")
        if number in shown:
            row.attrib.pop("hidden", "")
            if not shown[number]:
                row.set("hidden", "1")


def _set_breaks(root: etree._Element, rows: Sequence[int]) -> None:
    """End pages after ``rows`` instead of where they ended."""
    found = root.find(f"{{{NS}}}rowBreaks")
    if found is None or not rows:
        return
    for child in list(found):
        found.remove(child)
    for row in rows:
        etree.SubElement(found, f"{{{NS}}}brk", id=str(row), max="16383", man="1")
    found.set("count", str(len(rows)))
    found.set("manualBreakCount", str(len(rows)))


def _share_texts(root: etree._Element, strings: SharedStrings) -> None:
    """Keep the texts of the cells where Excel keeps them."""
    for cell in root.iter(_C):
        if cell.get("t") == "inlineStr":
            _set(cell, "".join(str(text) for text in cell.itertext()), strings)


def _fill_cells(
    root: etree._Element, values: dict[tuple[int, int], CellValue], strings: SharedStrings, sheet: str
) -> None:
    rows = {row for row, _ in values}
    for row in root.iter(_ROW):
        for cell in row if int(row.get("r", "0")) in rows else ():
            position = place(cell.get("r", ""))
            if position in values:
                _set(cell, values.pop(position), strings)
    if values:
        number, column = next(iter(values))
        raise ValueError(f"lembar {sheet} tidak punya tempat untuk baris {number}, kolom {column}")


def _set(cell: etree._Element, value: CellValue, strings: SharedStrings) -> None:
    formula = cell.find(_F)
    for child in [c for c in cell if c.tag != _F]:
        cell.remove(child)
    if "t" in cell.attrib:
        del cell.attrib["t"]
    shown = etree.SubElement(cell, _V)
    if isinstance(value, bool):
        cell.set("t", "b")
        shown.text = str(int(value))
    elif isinstance(value, int | float):
        shown.text = repr(value)
    elif formula is not None:
        cell.set("t", "str")
        shown.text = cell_text(value)
    else:
        cell.set("t", "s")
        shown.text = strings.add(value)
