"""Formulas that read a quantity as typed (``85,5``, ``80 - 90%``, ``Rp 1.250.000``), one cell a step: ``parse_quantity`` in cells.

They use functions that Excel 2010 and LibreOffice 7 both have, no array formulas, and no locale: only plain digits are ever
turned into numbers. ``shape`` is the text with every digit as 0. In it the numbers are runs of digits, dots and commas, which
are judged by their shape and taken from the text at the same place; what stands before, between and behind them is judged too.

Texts are in lower case, so that a capital X can mark their end; and they are compared by EXACT and FIND, because ``=`` takes
some different characters for the same.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kinerja_xl.indonesian import TOO_LARGE

PEMISAH = (
    *("-", "–", "—"),
    *("sd", "sd.", "s d", "s d.", "s.d", "s.d.", "s. d", "s. d.", "s/d", "s/d."),
    *("sampai", "sampai dengan"),
)
"""What joins the two numbers of a range. None of them is the end of another one."""
AWALAN = tuple(f"{rupiah}{sign}" for rupiah in ("", "rp", "rp ", "rp.", "rp. ") for sign in ("", "+", "-"))[1:]
"""What may stand before the first number."""
LISTS = {"pemisah": PEMISAH, "awalan": AWALAN}
"""The lists that the formulas look up; each stands in a range of its own, named by the placeholder of the same name."""


class Step(NamedTuple):
    """One helper cell: its name, its header, its formula with ``{placeholders}`` of other steps and of inputs."""

    name: str
    header: str
    formula: str


_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TAB_OF_LIBREOFFICE = "\x01"
"""What its formulas see in place of a tab where the text has several lines."""
_BLANKS = (_TAB_OF_LIBREOFFICE, *(char for char in map(chr, range(0x3001)) if char.isspace() and char != " "))
_CAPITALS_OF_ASCII = ("\u0130", "\u212a")
"""Letters that are no ASCII but whose small letters are."""
_GROUPED = "000.000.000.000.000"
_LIMIT = f"{TOO_LARGE:.0E}"


def resolved(steps: Iterable[Step], address: Callable[[str], str], **inputs: str) -> dict[str, str]:
    """The formulas of ``steps`` by name: placeholders become ``address(step)``, or the address (or range) given in ``inputs``."""
    steps = tuple(steps)
    places = inputs | {step.name: address(step.name) for step in steps}
    return {step.name: _PLACEHOLDER.sub(lambda found: places[found[1]], step.formula) for step in steps}


def quantity_formulas(sel: str, address: Callable[[str], str], pemisah: str, awalan: str) -> dict[str, str]:
    """The formulas that read the cell ``sel``, by name; ``address`` says where each step stands.

    ``pemisah`` and ``awalan`` are the ranges that hold ``LISTS``. ``low`` and ``high`` are the result: numbers, or ``""`` where
    the cell is empty or cannot be read; ``text`` is ``""`` where nothing (or no text) was typed.
    """
    return resolved(STEPS, address, sel=sel, pemisah=pemisah, awalan=awalan)


def _replaced(text: str, old: Iterable[str], new: str) -> str:
    """Each of the characters ``old`` in ``text`` as ``new``."""
    for char in old:
        shown = f'"{char}"' if char >= " " else f"CHAR({ord(char)})"
        text = f'SUBSTITUTE({text},{shown},"{new}")'
    return text


def _from_digit(shape: str) -> str:
    """What stands from the first digit on."""
    return f'=MID({shape},FIND("0",{shape}&"0"),LEN({shape})+1)'


def _run(shape: str) -> str:
    """The digits, dots and commas at the beginning: up to the first character that is left without them."""
    return f'=LEFT({shape},FIND(LEFT({_replaced(shape, "0.,", "")}&"X",1),{shape}&"X")-1)'


def _digits(run: str, tail: str) -> str:
    """A number as typed, without the dots that group its digits and with a comma before its decimals.

    ``tail`` is the shape from the number on. Where a group of three might be either, or part of neither, the dot stays and
    ``_value`` refuses the number.
    """
    typed = f"MID({{text}},LEN({{text}})-LEN({tail})+1,LEN({run}))"
    comma = f'FIND(",",{run}&",")'
    grouped = f'EXACT(LEFT({run},{comma}-1),RIGHT("{_GROUPED}",{comma}-1)),LEFT({typed},1)<>"0"'
    ungrouped = f'SUBSTITUTE(LEFT({typed},{comma}-1),".","")&MID({typed},{comma},LEN({run})+1)'
    three = f'EXACT(MID({run},FIND(".",{run}&".")+1,4),"000")'
    return f'=IF(AND({grouped}),{ungrouped},IF({three},{typed},SUBSTITUTE({typed},".",",")))'


def _value(digits: str) -> str:
    """The number of digits with at most one comma among them; ``""`` where they are none."""
    plain = f'SUBSTITUTE({digits},",","")'
    wrong = f'{digits}="",ISNUMBER(FIND(".",{digits})),RIGHT({digits},1)=",",LEN({plain})<LEN({digits})-1'
    return f'=IF(OR({wrong}),"",IFERROR(VALUE({plain})/10^MAX(0,LEN({digits})-FIND(",",{digits}&",")),""))'


_PREFIX = "LEFT({shape},LEN({shape})-LEN({from_first}))"
_BETWEEN = "LEFT({behind_first},LEN({behind_first})-LEN({from_second}))"
_BEHIND_SECOND = "MID({from_second},LEN({second})+1,LEN({from_second})+1)"
_WITHOUT_RUPIAH = f'SUBSTITUTE(SUBSTITUTE(TRIM({_BETWEEN})&"X","rp.X","rpX"),"rpX","X")'
_FIRST_UNIT = "TRIM(LEFT({joint},LEN({joint})-1-{separator}))"


def _begins_unit(text: str, others: str = '""') -> str:
    """Whether ``text`` begins as a unit does (or is empty); ``others`` may stand there as well."""
    return f'ISNUMBER(FIND(LEFT({text}&" ",1)," %abcdefghijklmnopqrstuvwxyz"&{others}))'


_RANGE = (
    f"{{second_value}}<{_LIMIT}",
    "{separator}>0",
    f"EXACT({_FIRST_UNIT},{_replaced(_FIRST_UNIT, ' -–—', '')})",
    _begins_unit(_BEHIND_SECOND),
    f'ISERROR(FIND("0",{_BEHIND_SECOND}))',
)
_READABLE = (
    f"{{first_value}}<{_LIMIT}",
    f"OR(LEN({_PREFIX})=0,SUMPRODUCT(--EXACT({_PREFIX},{{awalan}}))>0)",
    _begins_unit("{behind_first}", 'IF({second}="","","-–—")'),
    f'OR({{second}}="",AND({",".join(_RANGE)}))',
)
_TYPED = f'IF({{readable}},{{first_value}}*IF(RIGHT({_PREFIX},1)="-",-1,1),"")'
_NUMBER = f'IF(ISNUMBER({{sel}}),IF(ABS({{sel}})<{_LIMIT},{{sel}},""),"")'
_COLLAPSED = f"TRIM({_replaced('{sel}', _BLANKS, ' ')})"

STEPS = (
    Step("text", "Teks", f'=IF(ISTEXT({{sel}}),LOWER({_replaced(_COLLAPSED, _CAPITALS_OF_ASCII, "?")}),"")'),
    Step("shape", "Bentuk", f"={_replaced('{text}', '123456789', '0')}"),
    Step("from_first", "Mulai angka 1", _from_digit("{shape}")),
    Step("first", "Bentuk angka 1", _run("{from_first}")),
    Step("behind_first", "Sesudah angka 1", "=MID({from_first},LEN({first})+1,LEN({from_first})+1)"),
    Step("from_second", "Mulai angka 2", _from_digit("{behind_first}")),
    Step("second", "Bentuk angka 2", _run("{from_second}")),
    Step("first_digits", "Angka 1", _digits("{first}", "{from_first}")),
    Step("second_digits", "Angka 2", _digits("{second}", "{from_second}")),
    Step("first_value", "Nilai 1", _value("{first_digits}")),
    Step("second_value", "Nilai 2", _value("{second_digits}")),
    Step("joint", "Sambungan", f'=SUBSTITUTE({_WITHOUT_RUPIAH}," X","X")'),
    Step(
        "separator",
        "Panjang pemisah",
        '=SUMPRODUCT(EXACT(RIGHT({joint},LEN({pemisah})+1),{pemisah}&"X")*LEN({pemisah}))',
    ),
    Step("readable", "Terbaca", f"=AND({','.join(_READABLE)})"),
    Step("low", "Batas bawah", f'=IF(ISTEXT({{sel}}),{_TYPED},IF(ISLOGICAL({{sel}}),"",{_NUMBER}))'),
    Step("high", "Batas atas", '=IF(ISNUMBER({low}),IF({second}="",{low},{second_value}),"")'),
)
"""All steps in the order in which they build on each other."""
