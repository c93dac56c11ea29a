"""What is taken from a foreign form on the way to a ``StaffForm``: texts with their places, planned results with indicators."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kinerja_xl.gathering.staff_form import Place


class Value(NamedTuple):
    """A text of the form and where it stands."""

    text: str
    place: Place = Place("", "")


Values = dict[str, Value]
"""Values by the key of a field of the unit workbook, or by a meaning of ``headers``."""


@dataclass
class Rhk:
    """A planned result (kategori, rhk, rhk_pimpinan) and its indicators in their order."""

    values: Values
    indicators: list[Values] = field(default_factory=list)

    def text(self, key: str) -> str:
        """A text of the result itself; empty where the form has none."""
        return self.values[key].text if key in self.values else ""


def added(value: Value | None, more: Value, between: str = "\n") -> Value:
    """A value with the text of another behind it."""
    return Value(f"{value.text}{between}{more.text}", value.place) if value else more
