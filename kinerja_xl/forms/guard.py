"""Looks at a file before any reader touches it: is it a workbook at all, and is it safe to open?

Works on the bytes of the package: password, wrong type, bombs, Strict OOXML, cells far outside the form. What it refuses
becomes one finding with what to do. Limits: the largest real forms of public intakes are far below them.
"""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kinerja_xl.forms.sheet_scan import LAST_COLUMN, MAX_ROW, error_cells, far_cell

MAX_FILE = 20_000_000
MAX_INFLATED = 200_000_000
MAX_ENTRIES = 1_000
MAX_RATIO = 100
RATIO_GRACE = 100_000
MAX_TEXT = 1_000_000_000
"""Most characters that the string cells of a workbook may amount to when every one is spelled out."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_DEFLATED, _STORED = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED
_LOCAL_HEADER = struct.Struct("<26xHH")
_DAMAGED = ("Berkas rusak: isi paketnya tidak utuh.", "Minta kiriman ulang, atau buka dan simpan ulang di Excel.")
_BOMB = (
    "Isi berkas membengkak jauh di luar kewajaran; berkas tidak dibuka demi keamanan.",
    "Salin data ke formulir kosong yang baru; laporkan bila berkas ini bukan buatan sendiri.",
)
_ENTITIES = (
    "Berkas memuat entitas XML yang berbahaya; berkas tidak dibuka.",
    "Jangan dibuka. Minta pengirim mengisi formulir kosong yang baru.",
)


@dataclass(frozen=True)
class Refusal(Exception):  # noqa: N818 it is the guard's answer, not a mistake of the program
    """Why a file is not read: code of the finding, message and fix in Bahasa Indonesia, the sheet and cell where one is to blame."""

    code: str
    message: str
    fix: str
    sheet: str = ""
    cell: str = ""


def inspect(path: Path) -> dict[str, dict[str, str]]:
    """The error cells of each sheet part (part name -> address -> ``#N/A``).

    Raises Refusal when the file must not, or cannot, be opened; never inflates more than the limits allow.
    """
    size = path.stat().st_size
    if size > MAX_FILE:
        raise Refusal(
            "BRK005",
            f"Berkas berukuran {size // 1_000_000} MB, lebih besar dari batas {MAX_FILE // 1_000_000} MB.",
            "Hapus gambar dan lembar yang tidak perlu, atau salin isinya ke formulir kosong yang baru.",
        )
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:
        raise _old_or_locked(path)
    if not start.startswith(b"PK"):
        raise Refusal(
            "BRK001",
            "Berkas ini bukan buku kerja Excel atau isinya rusak.",
            "Buka di Excel lalu simpan sebagai Buku Kerja Excel (*.xlsx), atau minta kiriman ulang.",
        )
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as file:
            _check_sizes(package.infolist())
            return _check_parts(
                {entry.filename: _inflated(file, entry) for entry in package.infolist() if _is_xml(entry)}
            )
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError) as error:
        raise Refusal("BRK001", *_DAMAGED) from error


def _old_or_locked(path: Path) -> Refusal:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return Refusal(
            "BRK002",
            "Berkas dikunci dengan kata sandi sehingga tidak dapat dibaca.",
            "Buka di Excel, hapus kata sandi (Info > Lindungi Buku Kerja), simpan, lalu kirim ulang.",
        )
    return Refusal(
        "BRK001",
        "Berkas ini bukan format .xlsx (format Excel lama atau berkas lain).",
        "Buka di Excel lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
    )


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith((".xml", ".rels"))


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """What the package says of itself; ``_inflated`` proves that it does not lie."""
    inflated = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_GRACE and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or inflated > MAX_INFLATED or swollen:
        raise Refusal("BRK005", *_BOMB)


def _inflated(file: BinaryIO, entry: zipfile.ZipInfo) -> bytes:
    """Bytes of a part; never more than it declares, and refused where there would be more."""
    file.seek(entry.header_offset)
    name, extra = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    file.seek(name + extra, 1)
    packed = file.read(entry.compress_size)
    if entry.flag_bits & 1 or entry.compress_type not in (_DEFLATED, _STORED):
        raise Refusal("BRK001", *_DAMAGED)
    if entry.compress_type == _STORED:
        return packed
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    data = engine.decompress(packed, entry.file_size + 1)
    if len(data) > entry.file_size:
        raise Refusal("BRK005", *_BOMB)
    if not engine.eof and engine.decompress(engine.unconsumed_tail, 1):
        raise Refusal("BRK005", *_BOMB)
    if zlib.crc32(data) != entry.CRC:
        raise Refusal("BRK001", *_DAMAGED)
    return data


def _check_parts(parts: dict[str, bytes]) -> dict[str, dict[str, str]]:
    workbook = parts.get("xl/workbook.xml")
    if workbook is None:
        raise Refusal(
            "BRK001",
            "Berkas ini bukan buku kerja Excel yang utuh (bagian xl/workbook.xml tidak ada).",
            "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx).",
        )
    if b"purl.oclc.org" in workbook:
        raise Refusal(
            "BRK004",
            "Berkas disimpan sebagai Strict Open XML yang tidak dapat dibaca dengan benar.",
            "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx), bukan Strict Open XML.",
        )
    if any(b"<!ENTITY" in data[:65_536] for data in parts.values()):
        raise Refusal("BRK005", *_ENTITIES)
    sheets = {name: data for name, data in parts.items() if b"sheetData" in data}
    _check_text(parts.get("xl/sharedStrings.xml", b""), sheets)
    for data in sheets.values():
        _check_reach(data)
    return {name: found for name, data in sheets.items() if (found := error_cells(data))}


def _check_text(strings: bytes, sheets: dict[str, bytes]) -> None:
    """Refuse few long texts shown in very many cells: each cell would hold the whole text."""
    longest = max((len(item) for item in strings.split(b"<si")), default=0)
    if longest * sum(data.count(b't="s"') for data in sheets.values()) > MAX_TEXT:
        raise Refusal("BRK005", *_BOMB)


def _check_reach(sheet: bytes) -> None:
    """Refuse cells so far out that a reader would allocate the whole sheet (it would end the program)."""
    place = far_cell(sheet)
    if place:
        what = f"di baris {place}" if place.isdigit() else f"di sel {place}"
        raise Refusal(
            "BRK006",
            f"Ada isian jauh di luar formulir, {what}.",
            f"Hapus semua isi sesudah kolom {LAST_COLUMN} atau sesudah baris {MAX_ROW}, lalu simpan.",
            cell="" if place.isdigit() else place,
        )
