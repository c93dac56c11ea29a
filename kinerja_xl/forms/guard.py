"""Looks at a file before any reader touches it: is it a workbook at all, and is it safe to open?

Works on the bytes of the package: password, wrong type, bombs, Strict OOXML, cells far outside the form. What it refuses
becomes one finding with what to do. Limits: the largest real forms of public intakes are far below them.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

MAX_FILE = 20_000_000
MAX_INFLATED = 200_000_000
MAX_ENTRIES = 1_000
MAX_RATIO = 100
RATIO_GRACE = 100_000
MAX_ROW = 19_999
LAST_COLUMN = "FZ"

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_FAR = rb"[\"'](?P<cell>(?:[A-Za-z]{3,}|[G-Zg-z][A-Za-z])[0-9]+|[A-Za-z]+(?:[2-9][0-9]{4}|[0-9]{6,}))[\"']"
_FAR_ANYWHERE = re.compile(rb"\br=" + _FAR)
_FAR_FILLED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=" + _FAR + rb"[^>]*(?<!/)>")


@dataclass(frozen=True)
class Refusal(Exception):  # noqa: N818 it is the guard's answer, not a mistake of the program
    """Why a file is not read: code of the finding, message and fix in Bahasa Indonesia, the sheet and cell where one is to blame."""

    code: str
    message: str
    fix: str
    sheet: str = ""
    cell: str = ""


def inspect(path: Path) -> None:
    """Raise Refusal when the file must not, or cannot, be opened; never inflates more than the limits allow."""
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
        with zipfile.ZipFile(path) as package:
            _check_package(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Refusal(
            "BRK001",
            "Berkas rusak: isi paketnya tidak utuh.",
            "Minta kiriman ulang, atau buka dan simpan ulang di Excel.",
        ) from error


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


def _check_package(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    inflated = sum(entry.file_size for entry in entries)
    swollen = any(e.file_size > RATIO_GRACE and e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries)
    if len(entries) > MAX_ENTRIES or inflated > MAX_INFLATED or swollen:
        raise Refusal(
            "BRK005",
            "Isi berkas membengkak jauh di luar kewajaran; berkas tidak dibuka demi keamanan.",
            "Salin data ke formulir kosong yang baru; laporkan bila berkas ini bukan buatan sendiri.",
        )
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        raise Refusal(
            "BRK001",
            "Berkas ini bukan buku kerja Excel yang utuh (bagian xl/workbook.xml tidak ada).",
            "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx).",
        )
    workbook = package.read("xl/workbook.xml")
    if b"purl.oclc.org" in workbook:
        raise Refusal(
            "BRK004",
            "Berkas disimpan sebagai Strict Open XML yang tidak dapat dibaca dengan benar.",
            "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx), bukan Strict Open XML.",
        )
    if b"<!ENTITY" in workbook or any(
        b"<!ENTITY" in package.read(n)[:4096] for n in names if n.endswith("sharedStrings.xml")
    ):
        raise Refusal(
            "BRK005",
            "Berkas memuat entitas XML yang berbahaya; berkas tidak dibuka.",
            "Jangan dibuka. Minta pengirim mengisi formulir kosong yang baru.",
        )
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_sheet(package.read(name))


def _check_sheet(xml: bytes) -> None:
    """Refuse cells so far out that a reader would allocate the whole sheet (it would end the program)."""
    if b"<!ENTITY" in xml[:4096]:
        raise Refusal(
            "BRK005",
            "Berkas memuat entitas XML yang berbahaya; berkas tidak dibuka.",
            "Jangan dibuka. Minta pengirim mengisi formulir kosong yang baru.",
        )
    if _FAR_ANYWHERE.search(xml) and (found := _FAR_FILLED.search(xml)):
        cell = found["cell"].decode("ascii").upper()
        raise Refusal(
            "BRK006",
            f"Ada isian jauh di luar formulir, di sel {cell}.",
            f"Hapus semua isi sesudah kolom {LAST_COLUMN} atau sesudah baris {MAX_ROW}, lalu simpan.",
            cell=cell,
        )
