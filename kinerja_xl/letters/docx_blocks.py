"""The blocks the standard template is put together from: paragraphs, conditions, tables with lines.

Shared by ``standard_template`` (the letter) and ``standard_attachment`` (its second page).
"""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Length, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from kinerja_xl.letters import docx_look as look

_SIDE = "single:4"


def line(place: Document | _Cell, text: str, style: str = "Normal") -> Paragraph:
    """A paragraph; tags that only steer stand small and grey, so that HR sees the letter between them."""
    return place.add_paragraph(text, "Tag Templat" if text.startswith("{%") else style)


def when(place: Document | _Cell, condition: str, text: str, style: str) -> None:
    """A paragraph that is left out where the variable is empty."""
    line(place, f"{{%p if {condition} %}}")
    line(place, text, style)
    line(place, "{%p endif %}")


def gap(document: Document, points: float) -> Paragraph:
    """Room between two tables, which Word would otherwise join."""
    paragraph = line(document, "")
    paragraph.paragraph_format.line_spacing = Pt(points)
    return paragraph


def table(document: Document, widths: Sequence[Length], rows: int, indent: Length | None = None) -> Table:
    """A table of fixed widths, without lines."""
    made: Table = document.add_table(rows, len(widths))
    made.style = None
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    if indent:
        look.indented(made, indent)
    return made


def new_row(table: Table) -> _Row:
    """One more row of a table."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def drop_first(cell: _Cell) -> None:
    """Remove the empty paragraph a new cell begins with."""
    cell._tc.remove(cell.paragraphs[0]._p)


def boxed(cell: _Cell, *, heading: bool) -> None:
    """Lines around a cell; grey where it is a heading."""
    look.border(cell, top=_SIDE, left=_SIDE, bottom=_SIDE, right=_SIDE)
    if heading:
        look.shade(cell, "E7E6E6")
