"""The strip of cards on a drawn page: numbers to be seen first."""

from collections.abc import Sequence
from typing import NamedTuple

from kinerja_xl.consolidation import master_grid as grid
from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_grid import Page, Shape

CARD: Shape = {"bg_color": styles.SOFT, "align": "center"}


class Card(NamedTuple):
    """A number to be seen first: what it is, the value, a remark, its number format."""

    label: str
    value: object
    note: str
    number_format: str = "#,##0"
    colour: str = styles.NAVY


def draw_cards(page: Page, cards: Sequence[Card]) -> None:
    """Draw the cards side by side over the whole width."""
    label_row, value_row, note_row = page.next(22), page.next(38), page.next(22)
    across = grid.WIDTH // len(cards)
    for number, card in enumerate(cards):
        place = number * across
        width = across - (number < len(cards) - 1)
        large = {
            "bold": True,
            "font_size": 22,
            "font_color": card.colour,
            "num_format": card.number_format,
            "shrink": True,
        }
        top = {"top": 5, "top_color": styles.GOLD, "font_color": styles.GREY}
        page.put(label_row, place, width, card.label, {**CARD, **top})
        page.put(value_row, place, width, card.value, {**CARD, **large})
        note = {"font_size": 9, "font_color": styles.GREY, "shrink": True}
        page.put(note_row, place, width, card.note, {**CARD, **note})
    page.next(8)
