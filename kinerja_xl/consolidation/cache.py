"""The cache of a consolidation (``--tembolok``): what batches came to in earlier runs, so that only what changed is read again.

A part is kept under the program, the office's settings and the content of its files; of a part with files that changed or are gone
the rest is still good (``merge.without``). Files judged again for what others hold are kept beside it. See ``cache_entry``.
"""

import hashlib
import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kinerja_xl.consolidation.batch import Agreed, Part
from kinerja_xl.consolidation.cache_entry import Hashes, digest, packed, read_entry, with_rules
from kinerja_xl.consolidation.checked import Read
from kinerja_xl.consolidation.merge import without
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.files import write_new
from kinerja_xl.findings import Finding
from kinerja_xl.regulations import Peraturan

SUFFIX, AGAIN = ".tembolok", ".ulang"
"""Of entries of batches, and of those of files that were judged again for what others hold."""
MADE = "master-terakhir"
"""Name of the note on the last master."""
MOST_ENTRIES = 24
"""With more entries, the files of the smallest are read again, and become one."""
_LIBRARIES = ("pandas", "numpy", "python-calamine", "isal", "lxml")


class Cache:
    """Entries in a folder of one's own; ``lokal`` are the office's settings of this run."""

    def __init__(self, folder: Path, lokal: Sequence[Peraturan] = ()) -> None:
        self._root, self._lokal = folder, lokal
        self.folder = folder
        self._hashes: Hashes = {}
        year = datetime.now().astimezone().year
        self.program = digest(f"{program()}|{lokal!r}|{year}".encode())
        self.fresh = 0
        """Files of the last run that were not known."""
        self._sound = set[str]()
        """Names of the entries that were read."""
        self._again = set[str]()
        """Those of files judged again in the last run."""

    @property
    def content(self) -> str:
        """Stands for everything the last run was made from: the program, its settings, names and contents of all files."""
        return digest(repr((self.program, sorted(self._hashes.items()))).encode())

    def recall(self, sources: Sequence[Source]) -> list[Part]:
        """What is known of these files as they are now; together at most one part a file."""
        with ThreadPoolExecutor() as pool:
            found = pool.map(_hash, [source.place for source in sources])
            self._hashes = dict(zip([source.name for source in sources], found, strict=True))
        self._again = set()
        self.folder = self._root / _place(sources)
        parts, taken = [], set[str]()
        for hashes, part in self._entries():
            good = {name for name, code in hashes.items() if code and self._hashes.get(name) == code} - taken
            if good:
                taken |= good
                parts.append(_reduced(with_rules(part, self._lokal), good))
        self.fresh = len(sources) - len(taken)
        return parts

    def _entries(self) -> list[tuple[Hashes, Part]]:
        """The entries of this program and these settings, the largest first."""
        paths = sorted(self.folder.glob(f"*{SUFFIX}"))
        entries = {path.name: entry for path in paths if (entry := read_entry(path, self.program))}
        self._sound = set(entries)
        largest = sorted(entries.values(), key=lambda entry: -len(entry[0]))[:MOST_ENTRIES]
        return [(hashes, part) for hashes, parts in largest for part in parts]

    def keep(self, parts: Sequence[Part]) -> None:
        """Keep these parts in place of what was there; a disk that refuses costs only the next run's time."""
        wanted, noted = {}, dict(self._hashes)
        for part in parts:
            hashes = {name: self._hashes[name] for name in part.files}
            read = {r.berkas: r.sha256 for r in part.read.readings}
            noted |= read
            if all(read.get(name, code) == code for name, code in hashes.items()):
                name = digest(repr((self.program, sorted(hashes.items()))).encode())[:32] + SUFFIX
                wanted[name] = (hashes, part)
        self._hashes = noted
        with suppress(OSError):
            for name, (hashes, part) in wanted.items():
                if name not in self._sound:
                    write_new(self.folder / name, packed(self.program, hashes, [part]))
            for path in self.folder.glob(f"*{SUFFIX}"):
                if path.name not in wanted:
                    path.unlink()

    def again(self, files: Mapping[str, Sequence[Finding]], agreed: Agreed, judged: Iterator[Part]) -> list[Part]:
        """What ``files`` come to when they are judged again, knowing these findings; ``judged`` works it out when it is asked."""
        hashes = {name: self._hashes.get(name, "") for name in files}
        told = [(name, sorted(map(repr, files[name]))) for name in sorted(files)]
        path = self.folder / (digest(repr((self.program, agreed, sorted(hashes.items()), told)).encode())[:32] + AGAIN)
        self._again.add(path.name)
        known = read_entry(path, self.program) if all(hashes.values()) else None
        if known and known[0] == hashes:
            return [with_rules(part, self._lokal) for part in known[1]]
        parts = list(judged)
        read = {r.berkas: r.sha256 for part in parts for r in part.read.readings}
        if all(hashes.values()) and read.items() <= hashes.items():
            with suppress(OSError):
                write_new(path, packed(self.program, hashes, parts))
                for other in self.folder.glob(f"*{AGAIN}"):
                    if other.name not in self._again:
                        other.unlink()
        return parts

    def made(self, master: Path, skipped: int, beside: Hashes) -> bool:
        """Whether ``master`` lies there as it was last made, from what the last run has found again; never where that is not known.

        ``beside`` are further files it was made from (``contents``), ``skipped`` counts those left out.
        """
        if not all((*self._hashes.values(), *beside.values())):
            return False
        with suppress(OSError):
            return (self.folder / MADE).read_text("ascii") == self._stamp(master, skipped, beside)
        return False

    def remember_made(self, master: Path, skipped: int, beside: Hashes) -> None:
        """Note the master as it lies there now."""
        with suppress(OSError):
            write_new(self.folder / MADE, self._stamp(master, skipped, beside).encode())

    def _stamp(self, master: Path, skipped: int, beside: Hashes) -> str:
        made_of = (self.content, str(master.resolve()), _hash(master), skipped, list(beside.items()))
        return digest(repr(made_of).encode("utf-8", "surrogatepass"))


def contents(paths: Sequence[Path]) -> Hashes:
    """What these files hold just now, to be asked before they are read: who changes them later has changed them since."""
    return {str(path): _hash(path) for path in paths}


def _reduced(part: Part, good: Collection[str]) -> Part:
    """The part of these files alone."""
    gone = set(part.files) - set(good)
    if not gone:
        return part
    read, left = part.read, without(part, gone)
    there = Read(
        [r for r in read.readings if r.berkas not in gone],
        read.tables.only({r.berkas for r in read.readings} - gone),
        {file: count for file, count in read.indicators.items() if file not in gone},
        {file: count for file, count in read.cells.items() if file not in gone},
    )
    plans = left.plans[~left.plans["berkas"].isin(gone)].reset_index(drop=True)
    return replace(left, files=[name for name in part.files if name not in gone], read=there, plans=plans)


def _place(sources: Sequence[Source]) -> str:
    """Sub-folder for consolidations of the same folder: those of others do not push theirs out."""
    paths = [str(s.place.resolve()) for s in sources if isinstance(s.place, Path)]
    try:
        shared = os.path.commonpath(paths)
    except ValueError:  # none at all, or on several drives
        shared = ""
    return digest(shared.encode("utf-8", "surrogatepass"))[:12]


@cache
def program() -> str:
    """Stands for the code and the regulations that results depend on, and the libraries that read and compute."""
    package = Path(__file__).parents[1]
    files = sorted(p for p in package.rglob("*") if p.suffix in {".py", ".toml"})
    code = hashlib.sha256(repr((sys.version, [version(name) for name in _LIBRARIES])).encode())
    for path in files:
        code.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return code.hexdigest()


def _hash(place: Path | str) -> str:
    """SHA-256 of a file; empty where it cannot be read here, so that it is known to nobody."""
    if isinstance(place, str):
        return ""
    try:
        if not place.is_file():  # a pipe would be waited for
            return ""
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
