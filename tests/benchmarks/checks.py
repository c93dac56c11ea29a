"""What checking costs beside reading, and the share of each rule:  python -m tests.benchmarks.checks [--unit 200]

Example workbooks are made in a temporary folder, read one after another, then all rules look at all of them at once. Every figure
is a share of the time for reading in the same run.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from kinerja_xl.checks import RULES, examine
from kinerja_xl.checks.rule import Scope
from kinerja_xl.examples.write import write_examples
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Tables

TAHUN, PERIODE = 2026, Periode.TW2
SHOWN = 15
Value = TypeVar("Value")


def timed(work: Callable[[], Value]) -> tuple[Value, float]:
    """What ``work`` gives, and how many seconds it took."""
    start = perf_counter()
    value = work()
    return value, perf_counter() - start


def shares(tables: Tables) -> list[tuple[str, float]]:
    """Seconds of each rule and of the two views that rules share, the slowest first."""
    scope = Scope(tables, PERIODE, aturan_periode(PERIODE, TAHUN))
    found = [
        ("indikator (bersama)", timed(lambda: scope.indikator)[1]),
        ("penilaian (bersama)", timed(lambda: scope.penilaian)[1]),
    ]
    found.append(("nama (bersama)", timed(lambda: scope.names)[1]))
    for code, rule in RULES.items():
        found.append((f"{code} {rule.title}", timed(lambda rule=rule: list(rule.findings(scope)))[1]))  # type: ignore[misc]
    return sorted(found, key=lambda pair: -pair[1])


def main() -> None:
    """Make, read, check; print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unit", type=int, default=200)
    parser.add_argument("--cacat", action="store_true", help="with planted defects")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = write_examples(
            Path(folder), tahun=TAHUN, periode=PERIODE, benih=1, unit=options.unit, cacat=options.cacat
        )
        readings, reading = timed(lambda: [read_workbook(path) for path in made.files])
    tables, joining = timed(lambda: join(readings))
    found, checking = timed(lambda: examine(tables, PERIODE, aturan_periode(PERIODE, TAHUN)))
    people = len(tables.pegawai)
    print(
        f"{len(readings)} workbooks, {people} people, {len(tables.rencana)} indicators, {len(found.findings)} findings"
    )
    print(f"reading 100%   joining {joining / reading:.1%}   checking {checking / reading:.1%}")
    for name, seconds in shares(tables)[:SHOWN]:
        print(f"  {seconds / reading:6.2%}  {name}")


if __name__ == "__main__":
    main()
