"""Writes formulas that repeat down a column only once, as Excel itself does: the form is a quarter of the size.

A formula is the same as the one above it where every relative row in it is one further down. Works on the XML of a sheet.
"""

import re
from itertools import count

from lxml import etree

from kinerja_xl.forms.addresses import letters, place
from kinerja_xl.forms.workbook_parts import NS

_C, _F = f"{{{NS}}}c", f"{{{NS}}}f"
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_ADDRESS = re.compile(r"(?<![A-Za-z_.$])(\$?[A-Z]{1,3})([1-9][0-9]*)(?![0-9A-Za-z_(])")
_SHORTEST = 3
"""Formulas that must follow each other before they are written once."""


def share_formulas(xml: bytes) -> bytes:
    """The sheet with runs of equal formulas written once; what it computes is the same."""
    root = etree.fromstring(xml)
    columns: dict[int, list[tuple[int, etree._Element]]] = {}
    for cell in root.iter(_C):
        formula = cell.find(_F)
        if formula is not None and formula.text and not formula.attrib:
            row, column = place(cell.get("r", ""))
            columns.setdefault(column, []).append((row, formula))
    numbers = count()
    for column, cells in columns.items():
        for run in _runs(cells):
            if len(run) >= _SHORTEST:
                _share(run, column, str(next(numbers)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _runs(cells: list[tuple[int, etree._Element]]) -> list[list[tuple[int, etree._Element]]]:
    """The cells of a column in runs of rows that follow each other with the same formula."""
    runs: list[list[tuple[int, etree._Element]]] = []
    last, shape = 0, ""
    for row, formula in cells:
        own = relative(formula.text or "", row)
        if runs and row == last + 1 and own == shape:
            runs[-1].append((row, formula))
        else:
            runs.append([(row, formula)])
        last, shape = row, own
    return runs


def _share(run: list[tuple[int, etree._Element]], column: int, number: str) -> None:
    (first, master), (last, _) = run[0], run[-1]
    letter = letters(column)
    master.attrib.update({"t": "shared", "ref": f"{letter}{first}:{letter}{last}", "si": number})
    for _, formula in run[1:]:
        formula.text = None
        formula.attrib.update({"t": "shared", "si": number})


def relative(formula: str, row: int) -> str:
    """The formula with relative rows written as distances from ``row``; texts and names of sheets stay as they are."""
    parts = _QUOTED.split(formula)
    return "".join(
        part if i % 2 else _ADDRESS.sub(lambda m: f"{m[1]}[{int(m[2]) - row}]", part) for i, part in enumerate(parts)
    )
