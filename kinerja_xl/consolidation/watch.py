"""Watches folders of workbooks: a round of work at the start, and one more whenever something in them has changed and is whole.

Changes come from the system (watchfiles); folders on a network do not always tell, so the files are also looked over now and then.
What a round does is the caller's business.
"""

import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import watch

from kinerja_xl.consolidation.sources import SPREADSHEETS, find_sources

QUIET = 0.4
"""Seconds that a file must stay as it is."""
MOST_WAIT = 10.0
"""Seconds after which a file that never becomes whole is read as it is, and told as damaged."""
LOOK_OVER = 5.0
"""Seconds between two looks at all files."""
_STEP = 0.1
_ENDS_WITH_DIRECTORY = {".xlsx", ".xlsm", ".xltx", ".xltm"}
"""Packages whose directory is their last part: until it is there, they are half written."""

Seen = dict[Path, tuple[int, int]]
"""Size and time of the last change of each file."""


def rounds(paths: Sequence[Path], unwanted: Sequence[Path], stop: Event) -> Iterator[list[Path]]:
    """The files that changed since the last round, first all of them; an empty list about once a second while nothing does.

    ``unwanted`` are files that the caller writes itself. Ends when ``stop`` is set.
    """
    seen = _look(paths, unwanted)
    yield sorted(seen)
    looked = time.monotonic()
    folders = [path if path.is_dir() else path.parent for path in paths]
    for events in watch(*folders, stop_event=stop, debounce=200, step=50, rust_timeout=1_000, yield_on_timeout=True):
        told = {Path(path) for _, path in events if Path(path).suffix.lower() in SPREADSHEETS}
        changed = list[Path]()
        if told or time.monotonic() - looked > LOOK_OVER:
            changed, seen = _settled(paths, unwanted, seen, stop)
            looked = time.monotonic()
        yield changed


def _settled(paths: Sequence[Path], unwanted: Sequence[Path], seen: Seen, stop: Event) -> tuple[list[Path], Seen]:
    """What changed since ``seen``, and how all files are once nothing more changes: a round reads them all, not these alone."""
    changed, now, end = set[Path](), _look(paths, unwanted), time.monotonic() + MOST_WAIT
    while fresh := set(_differing(seen, now)) - changed:
        changed |= fresh
        wait_until_whole([path for path in fresh if path in now], stop)
        seen, now = now, _look(paths, unwanted)
        if stop.is_set() or time.monotonic() > end:
            break
    return sorted(changed), now


def _look(paths: Sequence[Path], unwanted: Sequence[Path]) -> Seen:
    """The workbooks as they are now; a folder that is gone has none."""
    try:
        files = find_sources(paths, unwanted).files
    except FileNotFoundError:
        return {}
    return {source.path: state for source in files if (state := _state(source.path))}


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _differing(before: Seen, now: Seen) -> list[Path]:
    return sorted(path for path in {*before, *now} if before.get(path) != now.get(path))


def wait_until_whole(paths: Iterable[Path], stop: Event) -> None:
    """Return when none of the files has changed for a while, and each is complete or has had its time."""
    end = time.monotonic() + MOST_WAIT
    seen = {path: (_state(path), time.monotonic()) for path in paths}
    while not stop.is_set() and time.monotonic() < end:
        now = {path: _state(path) for path in seen}
        seen |= {path: (state, time.monotonic()) for path, state in now.items() if state != seen[path][0]}
        if all(time.monotonic() - since >= QUIET and is_whole(path) for path, (_, since) in seen.items()):
            return
        stop.wait(_STEP)


def is_whole(path: Path) -> bool:
    """Whether a workbook is there to its end; one that is gone is."""
    if path.suffix.lower() not in _ENDS_WITH_DIRECTORY or not path.exists():
        return True
    try:
        with path.open("rb") as file:
            start = file.read(4)
            return bool(start) and (start != b"PK\3\4" or zipfile.is_zipfile(file))
    except OSError:
        return False
