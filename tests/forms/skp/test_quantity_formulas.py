"""The formulas that read a quantity, computed by LibreOffice: they read what ``parse_quantity`` reads, under any locale."""

from pathlib import Path

import pytest

from kinerja_xl.forms.skp.quantity_formulas import LISTS, PEMISAH, STEPS, Step, quantity_formulas
from kinerja_xl.indonesian import parse_quantity
from tests.forms.skp.quantity_sheet import Ends, add_quantities, differences, ends, new_book, recalculated
from tests.forms.skp.quantity_texts import BY_HAND, NOTHING, by_chance
from tests.workbooks import grid

VALUES = [value for value, _, _ in BY_HAND]
EXPECTED: list[Ends] = [(low, high) for _, low, high in BY_HAND]
CHANCE = list(by_chance(20261126, 1500))
DIFFERENT_BY_LOCALE = ('=1.5&""', '=TEXT(1.5,"0.0")', "=FIXED(1.5,1)")
SHOWN = {"en-US": ["1.5", "1.5", "1.5"], "id-ID": ["1,5", "02", "1,5"]}
"""What these formulas show; in ``0.0`` the dot groups digits where it does so in numbers."""


def read(text: str) -> Ends:
    """What Python reads, as the cells show it."""
    found = parse_quantity(text)
    return (found.low, found.high) if found else NOTHING


@pytest.mark.libreoffice
@pytest.mark.parametrize("locale", SHOWN)
def test_cells_are_read_as_python_reads_texts(locale: str, tmp_path: Path) -> None:
    book, lists = new_book()
    add_quantities(book, "Tangan", VALUES, STEPS, **lists)
    add_quantities(book, "Acak", CHANCE, STEPS, **lists)
    different = book.create_sheet("Lokal")
    for row, formula in enumerate(DIFFERENT_BY_LOCALE, start=1):
        different.cell(row, 1, formula)
    path = recalculated(book, tmp_path, locale)
    assert [row[0] for row in grid(path, "Lokal")] == SHOWN[locale]  # the locale really acts
    assert differences(VALUES, ends(path, "Tangan", len(VALUES)), EXPECTED) == []
    assert differences(CHANCE, ends(path, "Acak", len(CHANCE)), [read(text) for text in CHANCE]) == []


def test_python_reads_as_by_hand() -> None:
    texts = [value for value in VALUES if isinstance(value, str)]
    expected = [(low, high) for value, low, high in BY_HAND if isinstance(value, str)]
    assert differences(texts, [read(text) for text in texts], expected) == []


def test_texts_by_chance_are_of_all_kinds() -> None:
    found = [read(text) for text in CHANCE]
    single = [one for one in found if one != NOTHING and one[0] == one[1]]
    assert len(single) > 150
    assert len([one for one in found if one != NOTHING and one[0] != one[1]]) > 100
    assert found.count(NOTHING) > 600


def test_no_separator_is_the_end_of_another() -> None:
    assert not [(one, other) for one in PEMISAH for other in PEMISAH if one != other and other.endswith(one)]


def test_every_step_is_resolved() -> None:
    formulas = quantity_formulas("$A$1", lambda name: f"<{name}>", **dict.fromkeys(LISTS, "$B$1:$B$2"))
    assert list(formulas) == [step.name for step in STEPS]
    assert not [formula for formula in formulas.values() if "{" in formula]


BROKEN = {
    "blanks stay": ("text", '"\u00a0"', '"?"'),
    "tabs stay": ("text", "CHAR(9)", "CHAR(2)"),
    "tabs of several lines stay": ("text", "CHAR(1)", "CHAR(2)"),
    "capitals stay": ("text", "LOWER", ""),
    "a letter taken for another": ("text", '"\u212a"', '"\u212b"'),
    "a digit is none": ("shape", '"9"', '"x"'),
    "a comma ends a number": ("first", '",",""', '"x",""'),
    "a dot ends a number": ("second", '".",""', '"x",""'),
    "no groups": ("first_digits", '"000.000.000.000.000"', '"000"'),
    "0 begins a group": ("first_digits", '<>"0"', '<>"x"'),
    "three decimals": ("first_digits", '"000")', '"x")'),
    "two commas": ("first_value", "-1),", "-9),"),
    "ends with a comma": ("second_value", '=","', '="x"'),
    "no decimals": ("first_value", "/10^", "/1^"),
    "no Rp in a range": ("joint", '"rpX"', '"?"'),
    "no dot behind that Rp": ("joint", '"rp.X"', '"?"'),
    "any joint": ("separator", "=SUMPRODUCT", "=1+SUMPRODUCT"),
    "first too large": ("readable", "AND({first_value}<1E+15", "AND(TRUE"),
    "second too large": ("readable", "AND({second_value}<1E+15", "AND(TRUE"),
    "any prefix": ("readable", "=0,SUM", ">=0,SUM"),
    "any first unit": ("readable", ' %abcdefghijklmnopqrstuvwxyz"&IF', ' %./,_abcdefghijklmnopqrstuvwxyz"&IF'),
    "any second unit": ("readable", ' %abcdefghijklmnopqrstuvwxyz"&""', ' %./,_abcdefghijklmnopqrstuvwxyz"&""'),
    "digits in a unit": ("readable", 'FIND("0"', 'FIND("x0"'),
    "two words before the joint": ("readable", '{separator}))," ",""', '{separator})),"x",""'),
    "two dashes": ("readable", '"-",""', '"x",""'),
    "no sign": ("low", "-1,1", "1,1"),
    "TRUE is 1": ("low", "ISLOGICAL({sel})", "FALSE"),
    "large numbers": ("low", "ABS({sel})<1E+15", "TRUE"),
    "one end": ("high", "{second_value}", "{low}"),
}
"""How each step could go wrong: the step, and what in its formula becomes what."""


def broken(name: str, old: str, new: str) -> tuple[Step, ...]:
    """The steps with one of them broken."""
    assert [old in step.formula for step in STEPS if step.name == name] == [True]
    return tuple(s._replace(formula=s.formula.replace(old, new)) if s.name == name else s for s in STEPS)


@pytest.mark.libreoffice
def test_a_broken_step_is_noticed(tmp_path: Path) -> None:
    book, lists = new_book()
    for title, change in BROKEN.items():
        add_quantities(book, title, VALUES, broken(*change), **lists)
    path = recalculated(book, tmp_path, "en-US")
    unnoticed = [title for title in BROKEN if not differences(VALUES, ends(path, title, len(VALUES)), EXPECTED)]
    assert unnoticed == []
