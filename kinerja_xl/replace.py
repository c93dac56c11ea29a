"""Puts a new version of somebody's workbook in the place of the old one: only where that does no harm, after a dated copy.

``check`` refuses what must not be touched (macros, signatures, open or write-protected files); ``replaced`` keeps the old file
beside the new one as ``kelurahan-x.cadangan-20261124-1530.xlsx``. Such copies are no input: ``is_backup`` knows them.
"""

import re
import shutil
import stat
from datetime import datetime
from itertools import count
from pathlib import Path, PurePath

from kinerja_xl.files import reason, write_new
from kinerja_xl.package import read_parts

_BACKUP = re.compile(r"\.cadangan-\d{8}-\d{4}(-\d+)?\.xlsx$", re.IGNORECASE)
_IN_USE = "sedang dibuka di Excel atau LibreOffice; tutup dahulu, lalu ulangi"


class ReplaceError(Exception):
    """A file cannot be replaced; the message (Bahasa Indonesia) says why and what to do. The file is as it was."""


def is_backup(path: PurePath) -> bool:
    """Whether a file is, by its name, a copy that ``replaced`` made."""
    return bool(_BACKUP.search(path.name))


def check_name(path: Path) -> None:
    """Refuse by the name alone: only .xlsx can be written without loss."""
    if path.suffix.lower() == ".xlsm":
        raise ReplaceError("berisi makro (.xlsm) sehingga tidak ditulisi; simpan sebagai Buku Kerja Excel (*.xlsx)")
    if path.suffix.lower() != ".xlsx":
        raise ReplaceError("bukan Buku Kerja Excel (*.xlsx) sehingga tidak ditulisi")


def check(path: Path, package: bytes) -> None:
    """Refuse a file whose content or state does not allow a new version."""
    check_name(path)
    parts = read_parts(package)
    if "xl/vbaProject.bin" in parts or b"macroEnabled" in parts["[Content_Types].xml"]:
        raise ReplaceError("berisi makro sehingga tidak ditulisi; simpan sebagai Buku Kerja Excel (*.xlsx) tanpa makro")
    if any(name.startswith("_xmlsignatures/") for name in parts):
        raise ReplaceError("ditandatangani secara digital; menulisinya akan membatalkan tanda tangan itu")
    if not path.stat().st_mode & stat.S_IWUSR:
        raise ReplaceError("hanya boleh dibaca (read-only); hapus tanda itu pada sifat berkas, lalu ulangi")
    if is_open(path):
        raise ReplaceError(_IN_USE)
    try:
        path.open("r+b").close()
    except PermissionError as error:
        raise ReplaceError(f"{_IN_USE}, atau tidak boleh ditulis") from error


def is_open(path: Path) -> bool:
    """Whether Excel or LibreOffice has left its mark beside a file, as while it is open."""
    return any(path.with_name(mark).exists() for mark in (f"~${path.name}", f".~lock.{path.name}#"))


def replaced(path: Path, old: bytes, new: bytes, now: datetime) -> Path:
    """Write ``new`` in the place of ``path`` (whose content is ``old``); returns the copy of the old file."""
    path = path.resolve()
    try:
        if path.read_bytes() != old:
            raise ReplaceError("berubah selagi dikerjakan; ulangi")
        backup = backed_up(path, old, now)
    except OSError as error:
        raise ReplaceError(f"cadangannya tidak dapat dibuat ({reason(error)}); berkas tidak ditulisi") from error
    try:
        mode = path.stat().st_mode
        write_new(path, new)
        path.chmod(stat.S_IMODE(mode))
    except OSError as error:
        backup.unlink(missing_ok=True)
        raise ReplaceError(f"tidak dapat ditulis ({reason(error)}); {_IN_USE}") from error
    return backup


def backed_up(path: Path, content: bytes, now: datetime) -> Path:
    """A copy ``content`` of the file ``path`` under the first name that is free, written whole or not at all."""
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        backup = path.with_name(f"{path.stem}.cadangan-{now:%Y%m%d-%H%M}{more}{path.suffix.lower()}")
        try:
            with backup.open("xb"):
                break
        except FileExistsError:
            continue
    try:
        backup.write_bytes(content)
        shutil.copystat(path, backup)
    except OSError:
        backup.unlink(missing_ok=True)
        raise
    return backup
