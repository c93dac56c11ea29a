"""Keeps the print clean where there is no RHK Tambahan: what is printed beforehand in an empty one is not seen.

On the sheet itself nothing goes away: the words come back with the first text that is typed beside them.
"""

from collections.abc import Iterator

from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from kinerja_xl.forms.skp.calculation import place_of
from kinerja_xl.forms.skp.layout import Block, Layout
from kinerja_xl.forms.skp.paper import Paper
from kinerja_xl.terms import Kategori

_UNSEEN = DifferentialStyle(font=Font(color="FFFFFF"))


def quiet_unused(paper: Paper, layout: Layout) -> None:
    """Aspects and captions of an RHK Tambahan are unseen while it is empty and the plan is begun."""
    begun = f'{_rhk_cell(layout, layout.blocks[0])}<>""'
    for block in layout.blocks:
        if block.kategori is Kategori.TAMBAHAN:
            empty = f'{"&".join((_rhk_cell(layout, block), *_indicators(layout, block)))}=""'
            for area in _printed_beforehand(layout, block):
                paper.highlight(area, f"AND({begun},{empty})", _UNSEEN)


def _rhk_cell(layout: Layout, block: Block) -> str:
    row, span = place_of(layout, block, "rhk")
    return f"${get_column_letter(span.first)}${row}"


def _indicators(layout: Layout, block: Block) -> Iterator[str]:
    letter = get_column_letter(layout.column("indikator"))
    return (f"${letter}${row}" for row in block.items)


def _printed_beforehand(layout: Layout, block: Block) -> Iterator[str]:
    """The cells of a block that have words before anybody types: the aspects, or the captions of the qualitative form."""
    if block.head_rows:
        yield f"B{block.row + 1}:B{block.items[0] - 1}"
    elif any(column.key == "aspek" for column in layout.columns):
        letter = get_column_letter(layout.column("aspek"))
        yield f"{letter}{block.items[0]}:{letter}{block.last}"
