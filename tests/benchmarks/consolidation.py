"""Consolidation beside what others would write:  python -m tests.benchmarks.consolidation [--berkas 400] [--putaran 5] [--folder DIR]

One interleaved run; every measurement is a process of its own, start and imports included: the naive way (pandas sheet by sheet,
to_excel), openpyxl read-only, the bare reader, the bare writer of the master's cells, and ours. The two slow ones read ``--lambat``
workbooks only; their figures are per workbook. With ``--skala`` ours alone, over several numbers of workbooks.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.corpus import make_corpus

SLOW = ("naif", "openpyxl")
NEEDED = 30
"""How many times faster than the naive way ours must be."""
MOST = 1.6
"""At most so many times the bare reader and the bare writer together."""


@dataclass(frozen=True)
class Measured:
    """One run: seconds, seconds of all cores, MiB of the main process and of the largest helper, what the way itself told."""

    wall: float
    cpu: float
    peak: float
    helper: float
    told: dict[str, float]


def measured(way: str, paths: Sequence[Path], folder: Path) -> Measured:
    """Run one way in a process of its own."""
    started = perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.consolidation", "--satu", way, "--folder", str(folder)]
    listed = "\n".join(map(str, paths))
    done = subprocess.run(command, input=listed, check=True, capture_output=True, text=True)
    return Measured(perf_counter() - started, **json.loads(done.stdout))


def run_one(way: str, folder: Path) -> None:
    """Inside that process: do it, print the rest of ``Measured`` as JSON."""
    from tests.benchmarks.ways import WAYS  # noqa: PLC0415 - the process that compares does without

    told = WAYS[way]([Path(line) for line in sys.stdin.read().splitlines()], folder)
    own, helpers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + helpers.ru_utime + helpers.ru_stime
    print(json.dumps({"cpu": cpu, "peak": own.ru_maxrss / 1024, "helper": helpers.ru_maxrss / 1024, "told": told}))


def compare(paths: Sequence[Path], slow: int, rounds: int, folder: Path) -> None:
    """All ways in turn, several rounds; print the medians per workbook and the ratios."""
    first = measured("kinerja", paths, folder)
    print(f"{len(paths)} buku kerja, " + ", ".join(f"{number:.0f} {name}" for name, number in first.told.items()))
    ways = ("kinerja", "pembaca", "penulis", "pembaca-1", *SLOW)
    runs: dict[str, list[Measured]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            runs[way].append(measured(way, paths[:slow] if way in SLOW else paths, folder))
    wall = {way: median(r.wall for r in found) / (slow if way in SLOW else len(paths)) for way, found in runs.items()}
    for way in ways:
        cpu = median(r.cpu for r in runs[way]) / (slow if way in SLOW else len(paths))
        peak, helper = (max(getattr(r, key) for r in runs[way]) for key in ("peak", "helper"))
        ratio = wall[way] / wall["kinerja"]
        print(
            f"{way:10} {1000 * wall[way]:8.1f} ms  {1000 * cpu:8.1f} ms CPU  {peak:6.0f} + {helper:.0f} MiB  {ratio:6.2f}x"
        )
    bare = wall["pembaca"] + wall["penulis"]
    print(f"naif / kinerja = {wall['naif'] / wall['kinerja']:.1f} (paling sedikit {NEEDED})")
    print(f"kinerja / (pembaca + penulis) = {wall['kinerja'] / bare:.2f} (paling banyak {MOST})")


def scale(paths: Sequence[Path], counts: Sequence[int], folder: Path) -> None:
    """Ours over several numbers of workbooks."""
    for count in counts:
        run = measured("kinerja", paths[:count], folder)
        print(
            f"{count:6} berkas {run.wall:7.1f} s  {1000 * run.wall / count:6.1f} ms/berkas  {1000 * run.cpu / count:6.1f} ms CPU"
            f"  {run.peak:5.0f} + {run.helper:.0f} MiB"
        )


def main() -> None:
    """Make the corpus, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--berkas", type=int, default=400)
    parser.add_argument("--lambat", type=int, default=6)
    parser.add_argument("--putaran", type=int, default=5)
    parser.add_argument("--korpus", type=Path, help="folder in which the workbooks are kept for another run")
    parser.add_argument("--skala", type=int, nargs="*", help="only ours, over these numbers of workbooks")
    parser.add_argument("--satu", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.satu:
        run_one(options.satu, options.folder)
        return
    with TemporaryDirectory() as folder:
        paths = make_corpus(options.korpus or Path(folder) / "unit", max([options.berkas, *(options.skala or [])]))
        if options.skala:
            scale(paths, options.skala, Path(folder))
        else:
            compare(paths[: options.berkas], options.lambat, options.putaran, Path(folder))


if __name__ == "__main__":
    main()
