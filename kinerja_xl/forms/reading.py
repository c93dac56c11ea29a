"""What came out of one file: its rows, where its fields stand, and what is wrong with the file itself."""

from dataclasses import dataclass, field

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.faults import Fault

Columns = dict[str, list[str]]


@dataclass
class Reading:
    """What came out of one file: its rows by table, where its fields stand, and what is wrong with the file itself."""

    berkas: str
    sha256: str = ""
    size: int = 0
    rows: dict[str, Columns] = field(default_factory=dict)
    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    own_output: bool = False
    """The file is a master, an index or a list of findings that kinerja_xl wrote itself: no input, and no mistake."""

    @property
    def accepted(self) -> bool:
        """Whether the file's rows can be used: nothing that blocks was found on the file."""
        return not self.own_output and not any(f.severity is Severity.GALAT for f in self.findings)

    def tell(
        self, fault: Fault, *, sheet: str = "", cell: str = "", field: str = "", value: str = "", **words: str
    ) -> None:
        """Add the finding of a fault; a galat keeps the file out."""
        self.findings.append(fault.finding(self.berkas, sheet=sheet, cell=cell, field=field, value=value, **words))
