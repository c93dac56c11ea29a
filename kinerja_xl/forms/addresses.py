"""A1 addresses: letters of a column, row and column of an address."""

import re
from functools import cache

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def letters(column: int) -> str:
    """Letters of a column number (from 1): 1 is A, 28 is AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@cache
def place(address: str) -> tuple[int, int]:
    """Row and column number (from 1) of an address like ``AB7``; ValueError where it is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"alamat sel tidak sah: {address}")
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column
