"""The same fault in forty rows is one thing to tell: findings put together by file, rule and column, with all their cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.addresses import letters, place


@dataclass(frozen=True)
class Group:
    """Findings of one rule in one column of one sheet of one file; at least one, in reading order."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The first finding, which shows what the others are like."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """The severity they share."""
        return self.first.severity

    @property
    def cells(self) -> tuple[str, ...]:
        """Their cells, neighbours in a column as a range: ``J7:J12``, ``J20``."""
        return tuple(ranges(f.cell for f in self.findings))

    @property
    def people(self) -> tuple[str, ...]:
        """Names of the people concerned, each once."""
        return tuple(dict.fromkeys(f.nama or f.nip for f in self.findings if f.nama or f.nip))


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Groups in the order in which their first finding comes."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.file, finding.severity, finding.code, finding.sheet, finding.field)
        groups.setdefault(key, []).append(finding)
    return [Group(tuple(found)) for found in groups.values()]


def ranges(cells: Iterable[str]) -> Iterator[str]:
    """A1 addresses, each once, with runs down a column joined; what is no address is left out."""
    places = sorted({(column, row) for row, column in map(place, filter(None, cells))})
    runs = groupby(enumerate(places), key=lambda pair: (pair[1][0], pair[1][1] - pair[0]))
    for _, run in runs:
        yield _run([where for _, where in run])


def _run(places: Sequence[tuple[int, int]]) -> str:
    (column, first), (_, last) = places[0], places[-1]
    start = f"{letters(column)}{first}"
    return start if first == last else f"{start}:{letters(column)}{last}"
