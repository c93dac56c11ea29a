"""Findings about the headers of forms, put together where many forms of an office have the same header."""

from collections.abc import Iterable, Sequence

from kinerja_xl.findings import Finding
from kinerja_xl.forms.faults import Fault
from kinerja_xl.gathering import faults
from kinerja_xl.indonesian import some_of

SEVERAL = "(beberapa formulir)"
"""Stands for the file in a finding about several."""
_OF_MANY: dict[str, Fault] = {
    faults.UNKNOWN_COLUMN.code: faults.UNKNOWN_IN_MANY,
    faults.READ_AS.code: faults.READ_AS_IN_MANY,
}
_FILES = 3
"""So many files are named one by one."""


def across_files(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with one instead of those that say the same of a header in several files, in the place of the first."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        same = (finding.code, finding.value, finding.field) if finding.code in _OF_MANY else id(finding)
        groups.setdefault(same, []).append(finding)
    return [f for group in groups.values() for f in _told(group)]


def _told(group: Sequence[Finding]) -> Sequence[Finding]:
    files, first = list(dict.fromkeys(f.file for f in group)), group[0]
    if len(files) == 1:
        return group
    words = {"banyak": str(len(files)), "semua": some_of(files, _FILES), "letak": f"{first.sheet}!{first.cell}"}
    return [_OF_MANY[first.code].finding(SEVERAL, field=first.field, value=first.value, **words)]
