"""The cache of a consolidation (``--tembolok``): what batches came to in earlier runs, so that only what changed is read again.

A part is kept under the program, the office's settings and the content of its files; of a part with files that changed or are gone
the rest is still good (``merge.without``). An entry that is damaged, foreign or of another version is as good as none. It is
unpickled with our own and pandas' types alone, so that a planted file runs nothing.
"""

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from kinerja_xl.consolidation.batch import Part
from kinerja_xl.consolidation.checked import Read
from kinerja_xl.consolidation.merge import without
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.files import write_new
from kinerja_xl.regulations import Aturan, Peraturan
from kinerja_xl.scoring.scheme import aturan_periode

MAGIC = b"kinerja_xl tembolok 1\n"
SUFFIX = ".tembolok"
MADE = "master-terakhir"
"""Name of the note on the last master."""
MOST_ENTRIES = 24
"""With more entries, the files of the smallest are read again, and become one."""
_LIBRARIES = ("pandas", "numpy", "python-calamine", "lxml")
_ALLOWED = {
    "builtins": {"Ellipsis", "bool", "dict", "float", "frozenset", "int", "slice", "str", "tuple"},
    "datetime": {"date", "datetime"},
    "kinerja_xl.checks": {"Examination"},
    "kinerja_xl.consolidation.batch": {"Part"},
    "kinerja_xl.consolidation.checked": {"Read"},
    "kinerja_xl.findings": {"Finding", "Severity"},
    "kinerja_xl.forms.reading": {"Reading"},
    "kinerja_xl.periods": {"Periode"},
    "kinerja_xl.scoring.people": {"Penilaian"},
    "kinerja_xl.tables": {"Layout", "Tables"},
    "numpy": {"dtype", "ndarray"},
    "numpy._core.multiarray": {"_reconstruct", "scalar"},
    "numpy._core.numeric": {"_frombuffer"},
    "pandas": {"DataFrame", "Index", "RangeIndex", "StringDtype"},
    "pandas._libs.arrays": {"__pyx_unpickle_NDArrayBacked"},
    "pandas._libs.internals": {"_unpickle_block"},
    "pandas.arrays": {"StringArray"},
    "pandas.core.indexes.base": {"_new_Index"},
    "pandas.core.internals.managers": {"BlockManager"},
}
"""What parts are made of, by module; nothing of it touches files or programs."""

Hashes = Mapping[str, str]
"""SHA-256 of the content of each file by its name."""


class Cache:
    """Entries in a folder of one's own; ``lokal`` are the office's settings of this run."""

    def __init__(self, folder: Path, lokal: Sequence[Peraturan] = ()) -> None:
        self._root, self._lokal = folder, lokal
        self.folder = folder
        self._hashes: Hashes = {}
        year = datetime.now().astimezone().year
        self.program = _digest(f"{program()}|{lokal!r}|{year}".encode())
        self.fresh = 0
        """Files of the last run that were not known."""

    @property
    def content(self) -> str:
        """Stands for everything the last run was made from: the program, its settings, names and contents of all files."""
        return _digest(repr((self.program, sorted(self._hashes.items()))).encode())

    def recall(self, sources: Sequence[Source]) -> list[Part]:
        """What is known of these files as they are now; together at most one part a file."""
        self._hashes = {source.name: _hash(source.place) for source in sources}
        self.folder = self._root / _place(sources)
        parts, taken = [], set[str]()
        for hashes, part in self._entries():
            good = {name for name, code in hashes.items() if code and self._hashes.get(name) == code} - taken
            if good:
                taken |= good
                parts.append(_reduced(_with_rules(part, self._lokal), good))
        self.fresh = len(sources) - len(taken)
        return parts

    def _entries(self) -> list[tuple[Hashes, Part]]:
        """The entries of this program and these settings, the largest first."""
        entries = [entry for path in sorted(self.folder.glob(f"*{SUFFIX}")) if (entry := _read(path, self.program))]
        entries.sort(key=lambda entry: -len(entry[0]))
        return entries[:MOST_ENTRIES]

    def keep(self, parts: Sequence[Part]) -> None:
        """Keep these parts in place of what was there; a disk that refuses costs only the next run's time."""
        wanted, noted = {}, dict(self._hashes)
        for part in parts:
            hashes = {name: self._hashes[name] for name in part.files}
            read = {r.berkas: r.sha256 for r in part.read.readings}
            noted |= read
            if all(read.get(name, code) == code for name, code in hashes.items()):
                name = _digest(repr((self.program, sorted(hashes.items()))).encode())[:32] + SUFFIX
                wanted[name] = (hashes, part)
        self._hashes = noted
        with suppress(OSError):
            for name, (hashes, part) in wanted.items():
                if not _read(self.folder / name, self.program):
                    write_new(self.folder / name, _packed(self.program, hashes, part))
            for path in self.folder.glob(f"*{SUFFIX}"):
                if path.name not in wanted:
                    path.unlink()

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
        return _digest(repr(made_of).encode("utf-8", "surrogatepass"))


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
    return _digest(shared.encode("utf-8", "surrogatepass"))[:12]


def _with_rules(part: Part, lokal: Sequence[Peraturan]) -> Part:
    """A part as it was before ``_packed`` took the rules of scoring out."""
    if part.agreed is None or part.examination is None:
        return part
    tahun, periode = part.agreed
    score = replace(part.examination.penilaian, aturan=aturan_periode(periode, tahun, lokal))
    return replace(part, examination=replace(part.examination, penilaian=score))


def _packed(program: str, hashes: Hashes, part: Part) -> bytes:
    if part.examination:
        bare = replace(part.examination.penilaian, aturan=cast("Aturan", None))
        part = replace(part, examination=replace(part.examination, penilaian=bare))
    payload = pickle.dumps((program, dict(hashes), part), protocol=5)
    return MAGIC + _digest(payload).encode() + b"\n" + payload


def _read(path: Path, program: str) -> tuple[Hashes, Part] | None:
    """The entry in a file; None where there is none that can be used."""
    with suppress(OSError):
        data = path.read_bytes() if path.is_file() else b""
        head, code, payload = data[: len(MAGIC)], data[len(MAGIC) : len(MAGIC) + 64], data[len(MAGIC) + 65 :]
        if head == MAGIC and code.decode("ascii", "replace") == _digest(payload):
            return _unpacked(payload, program)
    return None


def _unpacked(payload: bytes, program: str) -> tuple[Hashes, Part] | None:
    try:
        made_by, hashes, part = _Unpickler(io.BytesIO(payload)).load()
    except (pickle.UnpicklingError, ValueError, TypeError, AttributeError, ImportError, EOFError, IndexError, KeyError):
        return None
    return (hashes, part) if made_by == program and isinstance(part, Part) and isinstance(hashes, dict) else None


class _Unpickler(pickle.Unpickler):
    """Takes only the types that parts are made of."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 whatever stands under that name
        if name not in _ALLOWED.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


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


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
