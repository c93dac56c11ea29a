"""Keys that join the rows of the unit workbook in formulas: of a person, of an RHK, of an indicator.

A key is a text that no spreadsheet takes for a number: of a NIP as a criterion Excel would compare 15 of its 18 digits. Numbers of
RHK and IKI may be numbers in one sheet and texts in another.
"""

_DECORATION = " \u00a0.-'"
"""What people put between the digits of a NIP; the reader takes it away as well."""


def person_key(nip: str) -> str:
    """Formula (without ``=``): the key of the person whose NIP stands in a cell that is not empty."""
    text = f'{nip}&""'
    for char in _DECORATION:
        text = f'SUBSTITUTE({text},"{char}","")'
    return f'"N"&{text}'


def rhk_key(person: str, no_rhk: str) -> str:
    """Formula (without ``=``): the key of an RHK of the person whose key is ``person``."""
    return f'{person}&"|"&{trimmed(no_rhk)}'


def indicator_key(rhk: str, no_iki: str) -> str:
    """Formula (without ``=``): the key of an indicator of the RHK whose key is ``rhk``."""
    return rhk_key(rhk, no_iki)


def trimmed(cell: str) -> str:
    """Formula (without ``=``): what a cell holds as text, without blanks around it."""
    return f'TRIM(SUBSTITUTE({cell}&"","\u00a0"," "))'


def typed_text(cell: str) -> str:
    """Formula (without ``=``): what a cell of several lines holds as text, ``""`` where there are only blanks."""
    text = f'SUBSTITUTE({cell}&"","\u00a0"," ")'
    for code in (9, 10, 13):
        text = f'SUBSTITUTE({text},CHAR({code})," ")'
    return f"TRIM({text})"
