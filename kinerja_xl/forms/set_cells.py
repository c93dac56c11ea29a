"""Sets cells of one sheet in an existing .xlsx package and leaves everything else as it is.

Text goes in as inline strings (the shared string table stays as it is) and is never a formula; a cell keeps its style. ``with_cells``
proves its work: every other part is byte for byte the same, and another reader finds the values in their cells.
"""

import io
import math
from collections.abc import Collection, Mapping
from datetime import date, datetime, time

from lxml import etree
from python_calamine import CalamineWorkbook

from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.package import cell_text, read_parts, with_parts, write_parts, xml_safe

CellValue = str | float | None
"""What a cell is to hold; None clears it."""
Place = tuple[int, int]
"""Row and column number, from 1."""

_C, _F, _IS, _T, _V, _ROW, _COL, _DATA = (
    f"{{{NS}}}{tag}" for tag in ("c", "f", "is", "t", "v", "row", "col", "sheetData")
)
QUICK = 1
"""How hard to compress what nobody keeps."""
_KEPT = {"r", "s"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TOLERANCE = 1e-9


class CellError(Exception):
    """The cells cannot be set; the message (Bahasa Indonesia) says why. Nothing was changed."""


Cells = Mapping[str, Mapping[Place, CellValue]]
"""What cells are to hold, by sheet."""


def with_cells(package: bytes, sheet: str, values: Mapping[Place, CellValue]) -> bytes:
    """``package`` with ``values`` in the cells of ``sheet``; raises CellError where that cannot be done or proved."""
    return with_sheets(package, {sheet: values})


def with_sheets(package: bytes, cells: Cells) -> bytes:
    """The same for the cells of several sheets."""
    parts = read_parts(package)
    made = write_parts(parts | _changed_parts(parts, cells, over_formulas=False))
    where = sheet_parts(parts)
    _prove(made, parts, {where[name]: values.keys() for name, values in cells.items()})
    _read_back(made, cells)
    return made


def as_typed(parts: Mapping[str, bytes], cells: Cells) -> bytes:
    """A package for our own eyes: ``parts`` as if somebody had typed ``cells``, also over formulas.

    Values are read back; that nothing else changed is not proved, which would take longer than all the rest.
    """
    made = with_parts(b"", {**parts, **_changed_parts(parts, cells, over_formulas=True)}, QUICK)
    _read_back(made, cells)
    return made


def _changed_parts(parts: Mapping[str, bytes], cells: Cells, *, over_formulas: bool) -> dict[str, bytes]:
    where = sheet_parts(parts)
    return {where[name]: _changed(parts[where[name]], values, over_formulas) for name, values in cells.items()}


def same(found: object, wanted: CellValue) -> bool:
    """Whether a cell as read holds ``wanted``; a day is wanted as its number."""
    if isinstance(found, datetime):
        found = found.date() if found.time() == time() else None
    if isinstance(found, date):
        found = serial(found)
    if isinstance(wanted, float | int) and isinstance(found, float | int):
        return math.isclose(found, wanted, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
    return (found or "") == (wanted or "") if not isinstance(wanted, float | int) else False


def _changed(xml: bytes, values: Mapping[Place, CellValue], over_formulas: bool) -> bytes:
    root = etree.fromstring(xml, _parser())
    data = _data(root)
    rows = _rows(data)
    for (number, column), value in sorted(values.items()):
        row = rows.get(number)
        if row is None:
            row = rows[number] = _inserted(data, etree.Element(_ROW, r=str(number)), number, rows)
        cell = _cell(root, row, number, column)
        if cell.find(_F) is not None and not over_formulas:
            raise CellError(f"sel {letters(column)}{number} berisi rumus; hapus rumus itu")
        _set(cell, value)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _data(root: etree._Element) -> etree._Element:
    data = root.find(_DATA)
    if data is None:
        raise CellError("lembar tidak mempunyai isi")
    return data


def _rows(data: etree._Element) -> dict[int, etree._Element]:
    """The rows by their number; one without a number follows the one before it."""
    found: dict[int, etree._Element] = {}
    number = 0
    for row in data.iterchildren(_ROW):
        number = int(row.get("r") or number + 1)
        found[number] = row
    return found


def _cells(row: etree._Element) -> dict[int, etree._Element]:
    found: dict[int, etree._Element] = {}
    column = 0
    for cell in row.iterchildren(_C):
        address = cell.get("r")
        column = place(address)[1] if address else column + 1
        found[column] = cell
    return found


def _inserted(
    parent: etree._Element, new: etree._Element, number: int, siblings: Mapping[int, etree._Element]
) -> etree._Element:
    """``new`` put before the first sibling with a higher number."""
    after = min((n for n in siblings if n > number), default=None)
    if after is None:
        parent.append(new)
    else:
        siblings[after].addprevious(new)
    return new


def _cell(root: etree._Element, row: etree._Element, number: int, column: int) -> etree._Element:
    cells = _cells(row)
    if column in cells:
        return cells[column]
    new = etree.Element(_C, r=f"{letters(column)}{number}")
    if style := _usual_style(root, row, column):
        new.set("s", style)
    row.attrib.pop("spans", "")
    return _inserted(row, new, column, cells)


def _usual_style(root: etree._Element, row: etree._Element, column: int) -> str:
    """The style an empty cell has there: that of its row, else of its column."""
    if row.get("customFormat") in ("1", "true"):
        return row.get("s", "")
    columns = (c for c in root.iter(_COL) if int(c.get("min", "0")) <= column <= int(c.get("max", "0")))
    return next((c.get("style", "") for c in columns), "")


def _set(cell: etree._Element, value: CellValue) -> None:
    for child in list(cell):
        cell.remove(child)
    for name in set(cell.attrib) - _KEPT:
        del cell.attrib[name]
    if isinstance(value, str) and value:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, _IS), _T)
        text.set(_SPACE, "preserve")
        text.text = cell_text(value)
    elif isinstance(value, float | int):
        etree.SubElement(cell, _V).text = repr(value)


def _prove(made: bytes, parts: Mapping[str, bytes], changed: Mapping[str, Collection[Place]]) -> None:
    """Every part but the changed ones is the same, in the same order; in those only the cells at their places differ."""
    found = read_parts(made)
    if list(found) != list(parts) or any(found[name] != parts[name] for name in parts if name not in changed):
        raise CellError("bagian lain dari berkas ikut berubah")
    if any(_others(found[part], places) != _others(parts[part], places) for part, places in changed.items()):
        raise CellError("sel lain pada lembar ikut berubah")


def _others(xml: bytes, places: Collection[Place]) -> bytes:
    """A sheet without the cells at ``places``, and without rows that then hold nothing."""
    root = etree.fromstring(xml, _parser())
    data = _data(root)
    for number, row in _rows(data).items():
        for column, cell in _cells(row).items():
            if (number, column) in places:
                row.remove(cell)
        row.attrib.pop("spans", "")
        if not len(row):
            data.remove(row)
    return bytes(etree.tostring(root, method="c14n"))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, huge_tree=False)


def _read_back(made: bytes, cells: Cells) -> None:
    """Another reader finds every value in its cell."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    for sheet, values in cells.items():
        grid = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        for (row, column), wanted in values.items():
            there = grid[row - 1] if row <= len(grid) else []
            found = there[column - 1] if column <= len(there) else ""
            expected = xml_safe(wanted) if isinstance(wanted, str) else wanted
            if not same(found, expected):
                raise CellError(f"sel {letters(column)}{row} tidak terbaca kembali seperti yang ditulis")
