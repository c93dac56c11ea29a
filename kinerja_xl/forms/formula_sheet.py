"""A hidden sheet of formulas, written straight as XML: no looks, and a formula that repeats down a column stored once.

The sheets Hitung have ten thousand formulas and more; so their workbooks are built twice as quickly and are a quarter of the size.
A formula may be stored once where it is the same as the one above it, every relative row one further down, and where Excel
shares it: not one that names another sheet or holds a list of constants ([MS-XLSB] 2.5.97.93, SharedParsedFormula).
"""

import re
from collections.abc import Iterator
from itertools import count
from xml.sax.saxutils import escape

from lxml import etree

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.sheet_xml import parsed, tag, written
from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.package import read_parts, write_parts

Value = str | int | float
"""A number, a text, or a formula (a text that begins with ``=``)."""
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_ADDRESS = re.compile(r"(?<![A-Za-z_.$])(\$?[A-Z]{1,3})([1-9][0-9]*)(?![0-9A-Za-z_(])")
_SHORTEST = 3
"""Formulas that must follow each other before they are stored once."""
_Run = list[tuple[int, str]]
"""Rows that follow each other, with their formulas."""


class FormulaSheet:
    """The cells of one sheet while they are put together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._columns: dict[int, dict[int, Value]] = {}

    def cell(self, row: int, column: int, value: Value) -> None:
        """Put a value; addresses that name this very sheet lose its name."""
        own = value.replace(f"{self.name}!", "") if isinstance(value, str) and _is_formula(value) else value
        self._columns.setdefault(column, {})[row] = own

    def put_into(self, package: bytes) -> bytes:
        """``package`` with the cells in its sheet of this name, which is empty."""
        parts = read_parts(package)
        part = sheet_parts(parts)[self.name]
        root = parsed(parts[part])
        old = next(root.iter(tag("sheetData")))
        root.replace(old, etree.fromstring(f'<sheetData xmlns="{NS}">{"".join(self._rows())}</sheetData>'))
        last_row = max(max(cells) for cells in self._columns.values())
        next(root.iter(tag("dimension"))).set("ref", f"A1:{letters(max(self._columns))}{last_row}")
        return write_parts(parts | {part: written(root)})

    def _rows(self) -> Iterator[str]:
        """The XML of the rows."""
        rows: dict[int, list[str]] = {}
        numbers = count()
        for column in sorted(self._columns):
            for row, xml in self._stored(column, numbers):
                rows.setdefault(row, []).append(xml)
        for row in sorted(rows):
            yield f'<row r="{row}">{"".join(rows[row])}</row>'

    def _stored(self, column: int, numbers: Iterator[int]) -> Iterator[tuple[int, str]]:
        """Row and XML of each cell of a column."""
        cells, letter = self._columns[column], letters(column)
        formulas = [(row, str(value)[1:]) for row, value in sorted(cells.items()) if _is_formula(value)]
        for run in _runs(formulas):
            yield from _stored_run(run, letter, numbers)
        for row, value in cells.items():
            if not _is_formula(value):
                yield row, _plain(f"{letter}{row}", value)


def _is_formula(value: Value) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _plain(place: str, value: Value) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def _stored_run(run: _Run, letter: str, numbers: Iterator[int]) -> Iterator[tuple[int, str]]:
    """The cells of a run: the first one with the formula and the range in which it holds, the others with its number."""
    if len(run) < _SHORTEST:
        for row, formula in run:
            yield row, f'<c r="{letter}{row}"><f>{escape(formula)}</f></c>'
        return
    (first, formula), (last, _), number = run[0], run[-1], next(numbers)
    ref = f"{letter}{first}:{letter}{last}"
    yield first, f'<c r="{letter}{first}"><f t="shared" ref="{ref}" si="{number}">{escape(formula)}</f></c>'
    for row, _ in run[1:]:
        yield row, f'<c r="{letter}{row}"><f t="shared" si="{number}"/></c>'


def _runs(formulas: _Run) -> list[_Run]:
    """The formulas of a column in runs that may be stored once; each that may not is a run of its own."""
    runs: list[_Run] = []
    last, shape = 0, ""
    for row, formula in formulas:
        own = _relative(formula, row) if _may_be_shared(formula) else ""
        if own and row == last + 1 and own == shape:
            runs[-1].append((row, formula))
        else:
            runs.append([(row, formula)])
        last, shape = row, own
    return runs


def _may_be_shared(formula: str) -> bool:
    outside = _QUOTED.sub("", formula) if "!" in formula or "{" in formula else ""
    return "!" not in outside and "{" not in outside


def _relative(formula: str, row: int) -> str:
    """The formula with relative rows written as distances from ``row``; texts stay as they are."""
    parts = _QUOTED.split(formula)
    return "".join(
        part if i % 2 else _ADDRESS.sub(lambda m: f"{m[1]}[{int(m[2]) - row}]", part) for i, part in enumerate(parts)
    )
