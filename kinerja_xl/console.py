"""What the command line prints: results on stdout, messages and progress on stderr, in any console's encoding.

Plain marks only where the console knows no others (Windows cp1252); no colour is needed to understand anything.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from kinerja_xl.findings import Severity

STYLES = {Severity.GALAT: "bold red", Severity.PERINGATAN: "yellow", Severity.INFO: "dim"}


def use_safe_output() -> None:
    """Let stdout and stderr replace characters their encoding lacks instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def out() -> Console:
    """Console for results."""
    return Console(highlight=False, soft_wrap=True)


def err() -> Console:
    """Console for messages and progress."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Print a message to the person at the keyboard."""
    err().print(text, markup=False)


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on stderr; call the value with the name of each thing done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}", markup=False),
    )
    with Progress(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(label, total=total, now="")
        yield lambda name: bar.update(task, advance=1, now=name[-40:])


def summary_line(found: dict[Severity, int]) -> str:
    """The counts in words: ``2 galat, 1 peringatan, 0 info``, or that there is nothing."""
    if not any(found.values()):
        return "Tidak ada temuan"
    return ", ".join(f"{number} {severity.value}" for severity, number in found.items())
