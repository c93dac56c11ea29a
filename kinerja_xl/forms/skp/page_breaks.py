"""Where the pages of SKP and evaluation end: no RHK and no value is cut in two, behaviour begins on a page of its own.

Signatures stay with the last value, so that nobody signs an empty page.
"""

from collections.abc import Collection, Iterator, Mapping

from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.paper import page_points
from kinerja_xl.terms import Kategori, Nilai

ITEM_POINTS = 30.0
"""Points of an indicator's row before anything is in it: two lines."""
UNUSED_POINTS = 18.0
"""Points of an indicator's row that stays empty."""
GUIDE_POINTS, LONG_GUIDE_POINTS = 36.0, 48.0
"""Points of the three lines of a value's guide, and of one with a long line."""
SIGNATURE_SPACE, SIGNATURE_POINTS = 2, 24.0
"""Empty rows between a signer's post and name, and points of each: room for a signature and a stamp."""
CURVE_POINTS = 12.0
"""Points of the rows under the curve, so that the table begins on the first page."""
LINE_POINTS = 15.0
"""Points of any other row."""
TITLE_POINTS = 66.0
"""Points of the titles that every page repeats, with the line below them."""


_LONG = (Nilai.LOYAL,)


def usual_heights(layout: Layout) -> dict[int, float]:
    """Heights in points of the rows of a blank form that are higher than a line."""
    found = {row: ITEM_POINTS for _, _, row in layout.items}
    found |= dict.fromkeys((1, 2, 3), 17.0)
    found |= dict.fromkeys((layout.pane_row + 4, layout.pane_row + 5, layout.header_row), 27.0)
    found |= {layout.value_row(n) + 1: LONG_GUIDE_POINTS if n in _LONG else GUIDE_POINTS for n in Nilai}
    found |= {layout.signature_row + 2 + n: SIGNATURE_POINTS for n in range(SIGNATURE_SPACE)}
    if layout.evaluation:
        found |= {layout.curve_row + n: CURVE_POINTS for n in range(1, layout.curve_rows + 1)}
        rows = (layout.result_row, layout.rating_hasil_row, layout.rating_perilaku_row, layout.predikat_row)
        found |= dict.fromkeys(rows, 20.0) | {
            layout.perilaku_row: 27.0,
            layout.note_row: 30.0,
            layout.note_row + 1: 26.0,
        }
    return found


def page_breaks(layout: Layout, heights: Mapping[int, float], hidden: Collection[int]) -> tuple[int, ...]:
    """Rows after which a page ends; ``heights`` are those of the rows in points where they are not a line high."""
    room = page_points("landscape", layout.widths)
    breaks, used, last = list[int](), 0.0, 0
    for first, end in _merged(layout, hidden):
        high = sum(heights.get(row, LINE_POINTS) for row in range(first, end + 1) if row not in hidden)
        if last and (used + high > room or first == layout.perilaku_row):
            breaks.append(last)
            used = TITLE_POINTS
        used, last = used + high, end
    return tuple(breaks)


def _merged(layout: Layout, hidden: Collection[int]) -> list[tuple[int, int]]:
    """The pieces; what is hidden, a bare section and the rating stay with the RHK before them: no page holds these alone."""
    extra = (row for block in layout.blocks if block.kategori is Kategori.TAMBAHAN for row in block.items)
    bare = sum(row not in hidden for row in extra) <= 1
    kept = layout.sections[Kategori.TAMBAHAN] if bare else layout.end + 1
    found: list[tuple[int, int]] = []
    for start, end in _pieces(layout):
        unseen = all(row in hidden for row in range(start, end + 1))
        if found and (unseen or kept <= start < layout.perilaku_row):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _pieces(layout: Layout) -> Iterator[tuple[int, int]]:
    """First and last row of what stays together: the head, the table's head with its first RHK, each RHK, each value, the end."""
    yield 1, layout.top - 1
    start = layout.top
    for block in layout.blocks:
        yield start, block.last
        start = block.last + 1
    yield start, layout.perilaku_row - 1
    start = layout.perilaku_row
    for nilai in list(Nilai)[:-1]:
        yield start, layout.value_row(nilai) + 1
        start = layout.value_row(nilai) + 2
    yield start, layout.last_row
