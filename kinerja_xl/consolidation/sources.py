"""Finds the workbooks to consolidate: files and folders as named on the command line, in a fixed order.

Excel's owner files (``~$...``), hidden files and pipes and the copies that kinerja_xl keeps are skipped; spreadsheets of other kinds are
kept, so that they are reported and not lost silently.
"""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.replace import is_backup

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".et"})


@dataclass(frozen=True)
class Source:
    """A file to read and the name by which it is reported (relative to the folder given)."""

    name: str
    path: Path


@dataclass(frozen=True)
class Sources:
    """The files found, how many were skipped on purpose, and which of these are copies that kinerja_xl kept."""

    files: tuple[Source, ...]
    skipped: int
    backups: tuple[str, ...] = ()


def find_sources(
    paths: Sequence[Path], exclude: Iterable[Path] = (), *, kinds: Collection[str] = SPREADSHEETS
) -> Sources:
    """All spreadsheets under ``paths``, sorted by name, each once; ``exclude`` are files and folders the command itself writes.

    ``kinds`` are the endings of names by which a folder's spreadsheets are known. A copy that kinerja_xl kept is read only where it is the one thing named. Raises FileNotFoundError for a path that
    does not exist.
    """
    unwanted = {path.resolve() for path in exclude}
    found: dict[Path, Source] = {}
    skipped, backups = 0, set[str]()
    alone = len(paths) == 1 and paths[0].is_file()
    for given in paths:
        for source in _under(given, kinds, several=len(paths) > 1):
            real = source.path.resolve()
            if real in unwanted or unwanted.intersection(real.parents):
                continue
            if _is_left_over(source.path) or _is_pipe(source.path):
                skipped += 1
            elif is_backup(source.path) and not alone:
                backups.add(source.name)
            else:
                found.setdefault(real, source)
    files = tuple(sorted(found.values(), key=lambda s: (s.name.casefold(), s.name)))
    return Sources(files, skipped + len(backups), tuple(sorted(backups)))


OWNER_FILE_SIZE = 165
"""Size in bytes of the file Excel lays beside an open workbook."""


def _is_left_over(path: Path) -> bool:
    """Excel's owner file (also under a name a mail program put something in front of), LibreOffice's lock, a hidden file."""
    return path.name.startswith(("~$", ".")) or (
        "~$" in path.name and path.is_file() and path.stat().st_size <= OWNER_FILE_SIZE
    )


def _is_pipe(path: Path) -> bool:
    """Whether reading would wait for another program: a pipe, a socket, a device."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _under(given: Path, kinds: Collection[str], *, several: bool) -> Iterable[Source]:
    if not given.exists():
        raise FileNotFoundError(given)
    if given.is_file():
        yield Source(given.name if not several else given.as_posix(), given)
        return
    prefix = f"{given.as_posix()}/" if several else ""
    for path in _walk(given, kinds):
        yield Source(prefix + path.relative_to(given).as_posix(), path)


def _walk(folder: Path, kinds: Collection[str]) -> Iterable[Path]:
    """Spreadsheets below ``folder``, through links too; a folder that cannot be opened comes as itself, to be reported."""
    closed: list[Path] = []
    seen: set[Path] = set()
    for top, inner, names in os.walk(
        folder, onerror=lambda error: closed.append(Path(error.filename)), followlinks=True
    ):
        if (real := Path(top).resolve()) in seen:
            inner.clear()
            continue
        seen.add(real)
        yield from (Path(top, name) for name in names if Path(name).suffix.lower() in kinds)
    yield from closed
