"""Workbooks behind URLs (``s3://``, ``https://`` and what else fsspec knows): which there are, and one of them as a file at hand.

fsspec comes with the extra ``klaster`` and is imported only where a URL is named. ``file://`` is an ordinary path and needs none of it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from kinerja_xl.forms import faults, guard

INSTALL = "pip install kinerja-xl[klaster]"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class RemoteError(Exception):
    """A URL or a cluster that cannot be used as typed; the message (Bahasa Indonesia) says why and what to do."""


def place_of(text: str) -> Path | str:
    """What a person typed: a path, also where it was written as ``file://``, or a URL as it is."""
    if not _URL.match(text):
        return Path(text)
    return file_of(text) or text


def file_of(url: str) -> Path | None:
    """The path that a ``file://`` URL means on this machine."""
    parts = urlsplit(url)
    if parts.scheme.lower() != "file":
        return None
    host = f"//{parts.netloc}" if parts.netloc not in {"", "localhost"} else ""
    return Path(url2pathname(host + parts.path))


def name_of(place: Path | str) -> str:
    """The name of the file at a place, without the folders before it and, on the web, the questions behind it."""
    if isinstance(place, Path):
        return place.name
    return PurePosixPath(unquote(urlsplit(place).path) if is_web(place) else place).name


def is_web(url: str) -> bool:
    """Whether a browser follows the URL."""
    return urlsplit(url).scheme.lower() in {"http", "https"}


def files_under(url: str) -> list[str]:
    """The URLs of all files below a folder, or the URL of a file itself; FileNotFoundError where there is neither."""
    system, path = _opened(url)
    try:
        system.invalidate_cache()
        found = [str(system.unstrip_protocol(name)) for name in system.find(path)]
    except Exception as error:  # the boundary to the storage, whose driver raises what it likes
        raise _closed(url, error) from error
    if not found:
        raise FileNotFoundError(url)
    return found


def size_of(url: str) -> int:
    """How many bytes lie behind a URL."""
    system, path = _opened(url)
    return int(system.size(path) or 0)


def root_of(url: str) -> str:
    """The URL of a folder as the URLs of its files begin."""
    system, path = _opened(url)
    return str(system.unstrip_protocol(path)).rstrip("/") + "/"


@contextmanager
def at_hand(place: Path | str) -> Iterator[Path]:
    """The workbook as a file of this machine: itself, or for that time a copy of what lies behind the URL.

    Raises guard.Refusal where it is too large or cannot be had; never fetches more than a workbook may have.
    """
    here = place if isinstance(place, Path) else file_of(place)
    if here is not None:
        yield here
        return
    data = _fetched(str(place))
    with TemporaryDirectory(prefix="kinerja-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "buku.xlsx")
        copy.write_bytes(data)
        yield copy


def _fetched(url: str) -> bytes:
    try:
        system, path = _opened(url)
        with system.open(path, "rb") as file:
            guard.refuse_size(int(getattr(file, "size", 0) or 0))
            data = bytes(file.read(guard.MAX_FILE + 1))
    except (guard.Refusal, PermissionError):
        raise
    except Exception as error:  # the boundary to the storage: what cannot be had is a finding
        raise guard.Refusal(faults.NOT_FETCHED) from error
    guard.refuse_size(len(data))
    return data


def _opened(url: str) -> tuple[Any, str]:
    """The storage of a URL, and the path in it."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise RemoteError(f"Untuk membaca {url}, pasang dahulu: {INSTALL}") from error
    scheme = urlsplit(url).scheme
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise RemoteError(f"Untuk membaca {url}, pasang dahulu penghubung {scheme}:// ({error}).") from error
    except Exception as error:
        raise _closed(url, error) from error
    return system, str(path)


def _closed(url: str, error: Exception) -> RemoteError:
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return RemoteError(f"{url} tidak dapat dibuka ({reason}). Periksa alamat, izin, dan jaringannya.")
