"""When two texts of a field say the same, and how the text of a form is written into the unit workbook.

A choice is read as the word it spells, a date as its day, a number of rows as its digits. Everything else stays as typed.
"""

from enum import StrEnum

from kinerja_xl import terms
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.package import xml_safe
from kinerja_xl.periods import Periode
from kinerja_xl.terms import read_term, squeezed

LONGEST = 32_767
"""Most characters (UTF-16) that Excel keeps in a cell."""

_LISTS: tuple[type[StrEnum], ...] = (
    Periode,
    *(w for w in vars(terms).values() if isinstance(w, type) and issubclass(w, StrEnum) and w is not StrEnum),
)
_WORDS = {tuple(map(str, words)): words for words in _LISTS}
"""The closed lists by the choices a cell offers."""


def canonical(field: Field, text: str) -> str:
    """The text as the unit workbook holds it; what cannot be read for certain stays as it is."""
    text = xml_safe(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if field.kind is Kind.CHOICE:
        return _choice(field, text)
    if field.kind is Kind.INTEGER and text.isascii() and text.isdigit():
        return text.lstrip("0") or "0"
    return text_column([text], field.kind)[0]


def _choice(field: Field, text: str) -> str:
    words = _WORDS.get(field.choices)
    found = read_term(words, text) if words else None
    same = (choice for choice in field.choices if squeezed(choice) == squeezed(text))
    return str(found) if found else next(same, text)


def meaning(field: Field, text: str, satuan: str = "") -> str:
    """What two texts that say the same have in common; a quantity may repeat the ``satuan`` of its row."""
    text = " ".join(canonical(field, text).split())
    if field.kind is Kind.CHOICE:
        return squeezed(text) or text
    quantity = parse_quantity(text) if field.kind is Kind.QUANTITY else None
    if quantity is None:
        return text
    unit = "" if squeezed(quantity.unit) == squeezed(satuan) else quantity.unit.casefold()
    return f"{quantity.low} {quantity.high} {unit}"


def is_too_long(text: str) -> bool:
    """Whether a cell cannot hold the text."""
    return len(text.encode("utf-16-le")) // 2 > LONGEST
