"""Looks at a file before any reader touches it: is it a workbook at all, and is it safe to open?

Works on the bytes of the package: password, wrong type, bombs, Strict OOXML, cells far outside the form. What it refuses
becomes one finding with what to do. Limits: the largest real forms of public intakes are far below them.
"""

import re
import struct
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from isal import isal_zlib
from lxml.etree import XMLSyntaxError

from kinerja_xl.forms import faults
from kinerja_xl.forms.cell_scan import filled_cells
from kinerja_xl.forms.faults import Fault
from kinerja_xl.forms.filled_cells import FilledCells
from kinerja_xl.forms.shared_strings import STRINGS
from kinerja_xl.forms.sheet_scan import LAST_COLUMN, MAX_ROW, far_cell
from kinerja_xl.forms.workbook_parts import sheet_parts

MAX_FILE = 20_000_000
MAX_INFLATED = 200_000_000
MAX_ENTRIES = 1_000
MAX_RATIO = 100
RATIO_GRACE = 100_000
MAX_TEXT = 1_000_000_000
"""Most characters that the string cells of a workbook may amount to when every one is spelled out."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_UNPACKING: type[Exception] = isal_zlib.error  # type: ignore[assignment]  # its stub takes the class for an instance
_DAMAGED = (zipfile.BadZipFile, _UNPACKING, struct.error, EOFError, NotImplementedError)
_DEFLATED, _STORED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED
_LOCAL_HEADER = struct.Struct("<26xHH")
_WORKBOOK = "xl/workbook.xml"
_DIRECTORY = (_WORKBOOK, "xl/_rels/workbook.xml.rels")
"""The parts that say which other part holds which sheet."""
_OPEN_DOCUMENT = "content.xml"
"""The part in which an OpenDocument keeps its cells."""
_SINCE_1904 = re.compile(rb"<(?:\w+:)?workbookPr\s[^<>]*?\bdate1904=[\"'](?:1|true)[\"']")
_MACROS = ("vbaProject.bin", "xl/macrosheets/")
"""What the names of parts with macros end or begin with: those of Visual Basic, and those of Excel 4.0."""


@dataclass(frozen=True)
class Package:
    """The parts of a file that may be opened: the text of its XML parts by name, and the names of all of them."""

    xml: Mapping[str, bytes]
    names: tuple[str, ...]
    cells: Mapping[str, FilledCells]
    """The filled cells of the parts that hold a sheet, where its XML is written as it usually is."""

    @property
    def has_macro(self) -> bool:
        """Whether there are macros inside. They are never run."""
        ending, beginning = _MACROS
        return any(name.endswith(ending) or name.startswith(beginning) for name in self.names)

    @property
    def counts_from_1904(self) -> bool:
        """Whether its days are counted from 1904, as old Excel for Mac did: the same number is another day there."""
        return _SINCE_1904.search(self.xml.get(_WORKBOOK, b"")) is not None


NOTHING = Package({}, (), {})
"""Where nothing is known of a package."""


class Refusal(Exception):  # noqa: N818 it is the guard's answer, not a mistake of the program
    """Why a file is not read: the fault, the cell where one is to blame, message and fix in Bahasa Indonesia."""

    def __init__(self, fault: Fault, cell: str = "", **words: str) -> None:
        super().__init__(fault.code)
        self.fault, self.cell, self.words = fault, cell, words
        self.message, self.fix = fault.told(words)


def inspect(path: Path, unread: Collection[str] = ()) -> Package:
    """What is in the file; sheets of the names ``unread`` will be loaded by nobody: their XML is left out, unseen.

    Raises Refusal when the file must not, or cannot, be opened; never inflates more than the limits allow.
    """
    refuse_size(path.stat().st_size)
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:
        raise _old_or_locked(path)
    if not start.startswith(b"PK"):
        raise Refusal(faults.NOT_A_PACKAGE)
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as file:
            entries = package.infolist()
            _check_sizes(entries)
            parts = _read_parts(file, [entry for entry in entries if _is_xml(entry)], unread)
    except _DAMAGED as error:
        raise Refusal(faults.DAMAGED) from error
    sheets = _check_parts(parts)
    cells = {name: found for name, xml in sheets.items() if (found := filled_cells(xml))}
    for name, xml in sheets.items():
        if name not in cells or cells[name].reaches_beyond(MAX_ROW, LAST_COLUMN):
            _check_reach(xml)
    return Package(parts, tuple(entry.filename for entry in entries), cells)


def refuse_size(size: int) -> None:
    """Raise Refusal for more bytes than any workbook of ours needs."""
    if size > MAX_FILE:
        raise Refusal(faults.TOO_LARGE, ukuran=str(size // 1_000_000), batas=str(MAX_FILE // 1_000_000))


def _old_or_locked(path: Path) -> Refusal:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return Refusal(faults.LOCKED)
    return Refusal(faults.OLD_FORMAT)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))


def _read_parts(file: BinaryIO, entries: Sequence[zipfile.ZipInfo], unread: Collection[str]) -> dict[str, bytes]:
    """The XML of the parts by name, without the sheets that nobody will load."""
    directory = {entry.filename: _inflated(file, entry) for entry in entries if entry.filename in _DIRECTORY}
    spared = _parts_of(unread, directory, {entry.filename for entry in entries})
    rest = {e.filename: _inflated(file, e) for e in entries if e.filename not in spared and e.filename not in directory}
    return directory | rest


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """What the package says of itself; ``_inflated`` proves that it does not lie."""
    inflated = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_GRACE and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or inflated > MAX_INFLATED or swollen:
        raise Refusal(faults.BOMB)


def _inflated(file: BinaryIO, entry: zipfile.ZipInfo) -> bytes:
    """Bytes of a part; never more than it declares, and refused where there would be more."""
    file.seek(entry.header_offset)
    name, extra = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    file.seek(name + extra, 1)
    packed = file.read(entry.compress_size)
    if entry.flag_bits & 1 or entry.compress_type not in (_DEFLATED, _STORED):
        raise Refusal(faults.DAMAGED)
    if entry.compress_type == _STORED:
        return packed
    engine = isal_zlib.decompressobj(-isal_zlib.MAX_WBITS)
    data = engine.decompress(packed, entry.file_size + 1)
    if len(data) > entry.file_size:
        raise Refusal(faults.BOMB)
    if not engine.eof and engine.decompress(engine.unconsumed_tail, 1):
        raise Refusal(faults.BOMB)
    if isal_zlib.crc32(data) != entry.CRC:
        raise Refusal(faults.DAMAGED)
    return data


def _check_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that hold a sheet."""
    workbook = parts.get(_WORKBOOK)
    if workbook is None:
        raise Refusal(faults.OPEN_DOCUMENT if _OPEN_DOCUMENT in parts else faults.NO_WORKBOOK)
    if b"purl.oclc.org" in workbook:
        raise Refusal(faults.STRICT)
    if any(b"<!ENTITY" in data[:65_536] for data in parts.values()):
        raise Refusal(faults.ENTITIES)
    sheets = {name: data for name, data in parts.items() if b"sheetData" in data}
    _check_text(parts.get(STRINGS, b""), sheets)
    return sheets


def _parts_of(sheets: Collection[str], directory: dict[str, bytes], parts: Collection[str]) -> set[str]:
    """The parts that hold these sheets; none where it is not certain that they hold no other one."""
    try:
        found = sheet_parts(directory) if sheets else {}
    except (KeyError, XMLSyntaxError):
        return set()
    certain = set(found.values()) <= set(parts) and len(set(found.values())) == len(found)
    return {found[name] for name in sheets if name in found} if certain else set()


def _check_text(strings: bytes, sheets: dict[str, bytes]) -> None:
    """Refuse few long texts shown in very many cells: each cell would hold the whole text."""
    longest = max((len(item) for item in strings.split(b"<si")), default=0)
    if longest * sum(map(len, sheets.values())) // len(b't="s"') <= MAX_TEXT:
        return
    if longest * sum(data.count(b't="s"') for data in sheets.values()) > MAX_TEXT:
        raise Refusal(faults.BOMB)


def _check_reach(sheet: bytes) -> None:
    """Refuse cells so far out that a reader would allocate the whole sheet (it would end the program)."""
    place = far_cell(sheet)
    if place:
        row = place.isdigit()
        raise Refusal(
            faults.FAR_AWAY,
            "" if row else place,
            letak=f"di baris {place}" if row else f"di sel {place}",
            kolom_akhir=LAST_COLUMN,
            baris_akhir=str(MAX_ROW),
        )
