"""Icons of the extension, drawn: a rounded square in the colour of the button's group with the button's letter (its keytip).

Written without compression, so that the same icon has the same bytes everywhere.
"""

import struct
import zlib

from kinerja_xl.ribbon.buttons import Button, Group

SIZES = (16, 26)
COLOURS = {
    Group.ISIAN: (31, 78, 121),
    Group.PENILAIAN: (46, 125, 50),
    Group.UMPAN_BALIK: (106, 27, 154),
    Group.KEPEGAWAIAN: (191, 95, 0),
    Group.BANTUAN: (89, 89, 89),
}
WHITE, CLEAR = (255, 255, 255, 255), (0, 0, 0, 0)
LETTERS = {
    "A": "01110 10001 10001 11111 10001 10001 10001",
    "B": "11110 10001 10001 11110 10001 10001 11110",
    "D": "11110 10001 10001 10001 10001 10001 11110",
    "G": "01110 10001 10000 10111 10001 10001 01110",
    "H": "10001 10001 10001 11111 10001 10001 10001",
    "K": "10001 10010 10100 11000 10100 10010 10001",
    "N": "10001 11001 10101 10011 10001 10001 10001",
    "P": "11110 10001 10001 11110 10000 10000 10000",
    "S": "01111 10000 10000 01110 00001 00001 11110",
    "U": "10001 10001 10001 10001 10001 10001 01110",
}
"""Seven rows of five dots."""


def icon(button: Button, size: int) -> bytes:
    """The icon of a button as PNG."""
    letter, scale = LETTERS[button.keytip].split(), size // 8
    left, top = (size - 5 * scale) // 2, (size - 7 * scale) // 2

    def dot(x: int, y: int) -> tuple[int, int, int, int]:
        column, row = (x - left) // scale, (y - top) // scale
        if 0 <= row < 7 and 0 <= column < 5 and letter[row][column] == "1":
            return WHITE
        return CLEAR if _in_corner(x, y, size) else (*COLOURS[button.group], 255)

    return _png([[dot(x, y) for x in range(size)] for y in range(size)])


def _in_corner(x: int, y: int, size: int) -> bool:
    return min(x, size - 1 - x) + min(y, size - 1 - y) < size // 8


def _png(rows: list[list[tuple[int, int, int, int]]]) -> bytes:
    pixels = b"".join(b"\0" + bytes(value for dot in row for value in dot) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
