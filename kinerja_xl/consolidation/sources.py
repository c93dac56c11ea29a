"""Finds the workbooks to consolidate: files and folders, also behind URLs, as named on the command line, in a fixed order.

Excel's owner files (``~$...``), hidden files and pipes and the copies that kinerja_xl keeps are skipped; spreadsheets of other kinds are
kept, so that they are reported and not lost silently.
"""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from kinerja_xl.forms.remote import files_under, name_of, root_of, size_of
from kinerja_xl.replace import is_backup

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".et"})


@dataclass(frozen=True)
class Source:
    """A file to read and the name by which it is reported (relative to the folder given); a place behind a URL is a text."""

    name: str
    place: Path | str

    @property
    def path(self) -> Path:
        """The file of a command that takes no URLs."""
        if isinstance(self.place, str):
            raise TypeError(f"{self.place} is no file of this machine")
        return self.place


@dataclass(frozen=True)
class Sources:
    """The files found, how many were skipped on purpose, and which of these are copies that kinerja_xl kept."""

    files: tuple[Source, ...]
    skipped: int
    backups: tuple[str, ...] = ()


def find_sources(
    paths: Sequence[Path | str], exclude: Iterable[Path] = (), *, kinds: Collection[str] = SPREADSHEETS
) -> Sources:
    """All spreadsheets under ``paths`` (a URL is a text), sorted by name, each once.

    ``exclude`` are files and folders the command itself writes, ``kinds`` the endings of names by which a folder's spreadsheets are
    known. A copy that kinerja_xl kept is read only where it is the one thing named. Raises FileNotFoundError for a path that does
    not exist, RemoteError for a URL that cannot be used.
    """
    unwanted = {path.resolve() for path in exclude}
    found: dict[Path | str, Source] = {}
    skipped, backups = 0, set[str]()
    for given in paths:
        for source in _under(given, kinds, several=len(paths) > 1):
            real = source.place.resolve() if isinstance(source.place, Path) else source.place
            if isinstance(real, Path) and unwanted.intersection((real, *real.parents)):
                continue
            if _is_left_over(source.place) or _is_pipe(source.place):
                skipped += 1
            elif is_backup(PurePath(name_of(source.place))) and [source.name] != [name_of(path) for path in paths]:
                backups.add(source.name)
            else:
                found.setdefault(real, source)
    files = tuple(sorted(found.values(), key=lambda s: (s.name.casefold(), s.name)))
    return Sources(files, skipped + len(backups), tuple(sorted(backups)))


OWNER_FILE_SIZE = 165
"""Size in bytes of the file Excel lays beside an open workbook."""


def _is_left_over(place: Path | str) -> bool:
    """Excel's owner file (also under a name a mail program put something in front of), LibreOffice's lock, a hidden file."""
    name = name_of(place)
    return name.startswith(("~$", ".")) or ("~$" in name and _is_tiny(place))


def _is_tiny(place: Path | str) -> bool:
    if isinstance(place, str):
        return size_of(place) <= OWNER_FILE_SIZE
    return place.is_file() and place.stat().st_size <= OWNER_FILE_SIZE


def _is_pipe(place: Path | str) -> bool:
    """Whether reading would wait for another program: a pipe, a socket, a device."""
    return isinstance(place, Path) and place.exists() and not place.is_file() and not place.is_dir()


def _under(given: Path | str, kinds: Collection[str], *, several: bool) -> Iterable[Source]:
    if isinstance(given, str):
        yield from _behind(given, kinds, several=several)
        return
    if not given.exists():
        raise FileNotFoundError(given)
    if given.is_file():
        yield Source(given.name if not several else given.as_posix(), given)
        return
    prefix = f"{given.as_posix()}/" if several else ""
    for path in _walk(given, kinds):
        yield Source(prefix + path.relative_to(given).as_posix(), path)


def _behind(url: str, kinds: Collection[str], *, several: bool) -> Iterable[Source]:
    """The file behind a URL, or the spreadsheets below it, named as those of a folder are."""
    root = root_of(url)
    for found in files_under(url):
        inside = found.removeprefix(root)
        if inside == found:
            yield Source(found if several else name_of(found), found)
        elif PurePosixPath(inside).suffix.lower() in kinds:
            yield Source(root + inside if several else inside, found)


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
