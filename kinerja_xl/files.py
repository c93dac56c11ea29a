"""Writing files without damage: beside the target first, then in one move; names every system can hold."""

import errno
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import count
from pathlib import Path

LONGEST_NAME = 80
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)$")
_REASONS = {
    errno.ENOSPC: "ruang simpannya habis",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EROFS: "disknya hanya dapat dibaca",
    errno.EIO: "disknya tidak menjawab",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.ENOENT: "tidak ditemukan",
    errno.EISDIR: "itu sebuah folder",
    errno.ENOTDIR: "bukan folder",
    errno.EBUSY: "sedang dipakai program lain",
}


def write_new(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` as a whole, making its folder: a crash in between leaves no half file under that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def create(path: Path, data: bytes) -> None:
    """Like ``write_new``, but never in the place of another file; raises FileExistsError where one has come meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(data)
        _take_name(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _take_name(unfinished: Path, path: Path) -> None:
    """Give the whole file its name in one step; where the disk has no links (FAT), in two: the name is taken first."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        path.open("xb").close()
        try:
            unfinished.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def names_apart(units: Mapping[str, str]) -> dict[str, str]:
    """A safe name for each unit code, from its unit's name; units of the same one get their code, and a number if need be."""
    plain = {kode: safe_name(nama) for kode, nama in units.items()}
    times, found = Counter(plain.values()), dict[str, str]()
    for kode, name in plain.items():
        found[kode] = numbered(name if times[name] == 1 else f"{name}-{safe_name(kode)}", set(found.values()))
    return found


def numbered(name: str, taken: Collection[str]) -> str:
    """``name``, or with the first number under which it is not ``taken``."""
    return next(each for n in count(1) if (each := name if n == 1 else f"{name}-{n}") not in taken)


def safe_name(text: str, unnamed: str = "unit") -> str:
    """``text`` as a lower-case file name of ASCII letters, digits and hyphens: ``kelurahan-plaju-ilir``.

    ``unnamed`` stands for a text without any of these.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST_NAME] or unnamed
    return f"unit-{name}" if _RESERVED.match(name) else name


def reason(error: OSError) -> str:
    """Why the system refused, in Bahasa Indonesia where the reason is a common one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
