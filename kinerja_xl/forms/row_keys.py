"""What a cell holds in the form in which formulas compare it, as the reader does; keys of a person, of an RHK, of an indicator.

A key is a text that no spreadsheet takes for a number: of a NIP as a criterion Excel would compare 15 of its 18 digits. Numbers of
RHK and IKI may be numbers in one sheet and texts in another.
"""

from collections.abc import Iterable

_BLANKS = "\t\n\r\u00a0"
_DECORATION = f" .-'\u2019{_BLANKS}"
"""What people put between the digits of a NIP; the reader takes it away as well."""
_PUNCTUATION = f" !\"'()*,-./:;?_\u2013\u2018\u2019\u201c\u201d{_BLANKS}"
"""What people put around the words of a list; the reader takes it away as well, and rarer signs."""
_WILDCARDS = {"*": "\u00a4", "?": "\u00bf", "~": "\u00ac"}
"""Signs for which MATCH would take other texts as well, and what stands for them in a key."""


def person_key(nip: str) -> str:
    """Formula (without ``=``): the key of the person whose NIP stands in a cell that is not empty."""
    return f'"N"&{_without(nip, _DECORATION)}'


def rhk_key(person: str, no_rhk: str) -> str:
    """Formula (without ``=``): the key of an RHK of the person whose key is ``person``."""
    number = trimmed(no_rhk)
    for char, other in _WILDCARDS.items():
        number = f'SUBSTITUTE({number},"{char}","{other}")'
    return f'{person}&"|"&{number}'


def indicator_key(rhk: str, no_iki: str) -> str:
    """Formula (without ``=``): the key of an indicator of the RHK whose key is ``rhk``."""
    return rhk_key(rhk, no_iki)


def trimmed(cell: str) -> str:
    """Formula (without ``=``): what a cell holds as text, without blanks around it."""
    return f'TRIM(SUBSTITUTE({cell}&"","\u00a0"," "))'


def typed_text(cell: str) -> str:
    """Formula (without ``=``): what a cell of several lines holds as text, ``""`` where there are only blanks."""
    return f"TRIM({_without(cell, _BLANKS, ' ')})"


def squeezed_text(cell: str) -> str:
    """Formula (without ``=``): what a cell holds without blanks and punctuation; a comparison knows no capitals anyway."""
    return _without(cell, _PUNCTUATION)


def _without(cell: str, chars: Iterable[str], instead: str = "") -> str:
    """Formula: what a cell holds as text, with something else instead of each of some characters."""
    text = f'{cell}&""'
    for char in chars:
        shown = f"CHAR({ord(char)})" if char < " " or char == '"' else f'"{char}"'
        text = f'SUBSTITUTE({text},{shown},"{instead}")'
    return text
