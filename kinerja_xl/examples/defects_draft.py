"""A unit on its way to being damaged: its cells can be changed, and every change tells the place it was made at.

Rows of people are not taken out, only emptied, and new ones go to the end: the address of a planted defect stays true.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.description import TableSheet
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, Form, form_of
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.scoring.curve import curve
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating, read_term

Finish = Callable[[bytes], bytes]
"""The last change on the bytes of the finished workbook."""
Rows = dict[str, list[dict[str, str]]]
UNKNOWN_NAME = "NIP tidak ada di lembar Pegawai"
"""What the name formula shows beside a NIP that is not in the sheet Pegawai."""


class Place(NamedTuple):
    """Where a defect will be found; ``code`` is empty where it is the code being planted."""

    file: str
    sheet: str = ""
    cell: str = ""
    code: str = ""


@dataclass(frozen=True)
class Occasion:
    """The year and period of the examples, and the rules that will judge them."""

    tahun: int
    periode: Periode
    aturan: Aturan

    @property
    def rating(self) -> AturanRating:
        """The rules of the ratings; only for defects of years with ratings."""
        if not isinstance(self.aturan, AturanRating):
            raise TypeError(f"no ratings on {self.aturan.tanggal}")
        return self.aturan

    @property
    def suffix(self) -> str:
        """Suffix of the period's columns."""
        return self.periode.suffix

    def predikat(self, hasil: str, perilaku: str) -> Predikat | None:
        """The predikat of two ratings; None until both are set."""
        pair = read_term(Rating, hasil), read_term(Rating, perilaku)
        return self.rating.matriks_predikat.isi[pair[0]][pair[1]] if pair[0] and pair[1] else None


@dataclass
class Draft:
    """A unit whose entries and rows may be changed."""

    occasion: Occasion
    file_name: str
    unit: dict[str, str]
    rows: Rows
    load: int = 0
    """How many defects it carries."""
    lost: set[str] = field(default_factory=set)
    """NIPs that no longer count for the curve."""
    taken: set[str] = field(default_factory=set)
    """NIPs of people who carry a defect."""
    finishers: list[Finish] = field(default_factory=list)
    twins: list["Draft"] = field(default_factory=list)
    """Further files that belong to the same defect."""

    @classmethod
    def of(cls, occasion: Occasion, file_name: str, content: UnitContent) -> "Draft":
        """A draft of a clean unit, which itself stays as it is."""
        rows = {key: [dict(row) for row in table] for key, table in content.rows.items()}
        return cls(occasion, file_name, dict(content.unit), rows)

    @property
    def form(self) -> Form:
        """The form the unit is written in."""
        return form_of(self.occasion.tahun)

    def twin(self, file_name: str) -> "Draft":
        """The same unit in a second file."""
        other = Draft.of(self.occasion, file_name, UnitContent(self.unit, self.rows))
        self.twins.append(other)
        return other

    def enter(self, key: str, text: str) -> Place:
        """Set an entry of the sheet Unit."""
        self.unit[key] = text
        return Place(self.file_name, self.form.unit.name, f"B{self.form.unit.row(key)}")

    def lines(self, table: str, nip: str | None = None) -> list["Line"]:
        """The filled rows of a table, of one person if asked."""
        filled = enumerate(self.rows.get(table, []))
        return [Line(self, self.form.table(table), i) for i, row in filled if row and nip in (None, row.get("nip", ""))]

    def append(self, table: str, row: Mapping[str, str]) -> "Line":
        """Add a row at the end of a table."""
        rows = self.rows.setdefault(table, [])
        rows.append(dict(row))
        return Line(self, self.form.table(table), len(rows) - 1)

    @property
    def capaian(self) -> CapaianOrganisasi | None:
        """The unit's result in the period."""
        return read_term(CapaianOrganisasi, self.unit.get(f"capaian_{self.occasion.periode.lower()}", ""))

    def curve_holds(self, changed: Mapping[str, Predikat | None]) -> bool:
        """Whether the unit keeps the curve with the predikat of some people changed (None: no longer counted)."""
        if self.capaian is None:
            return True
        rated = {line["nip"]: line.predikat for line in self.lines("penilaian") if line.of_period}
        found = Counter(p for nip, p in {**rated, **changed}.items() if p and nip not in self.lost)
        return all(hasil.terpenuhi for hasil in curve(found, self.capaian, self.occasion.rating))

    def rename(self, old: str, new: str) -> None:
        """Write another NIP wherever ``old`` stands as a person's own; who carries it no longer counts for the curve."""
        self.lost.add(new)
        self.taken.add(new)
        for key in SHEET_NAMES.keys() & self.rows.keys():
            for line in self.lines(key, old):
                line.put("nip", new)

    def finish(self) -> Finish | None:
        """All last changes in one; None where there are none."""
        steps = tuple(self.finishers)
        if not steps:
            return None

        def run(data: bytes) -> bytes:
            for step in steps:
                data = step(data)
            return data

        return run

    def people(self) -> Iterator["Person"]:
        """The people listed, in order."""
        return (Person(self, line["nip"]) for line in self.lines("pegawai") if line["nip"])


@dataclass(frozen=True)
class Line:
    """One row of a table of a draft."""

    draft: Draft
    table: TableSheet
    index: int

    @property
    def row(self) -> dict[str, str]:
        """The row itself."""
        return self.draft.rows[self.table.key][self.index]

    def __getitem__(self, key: str) -> str:
        return self.row.get(key, "")

    def place(self, key: str) -> Place:
        """The cell of a field in this row."""
        cell = f"{letters(self.table.column(key))}{self.table.first_row + self.index}"
        return Place(self.draft.file_name, self.table.name, cell)

    def put(self, key: str, text: str) -> Place:
        """Set a field."""
        self.row[key] = text
        return self.place(key)

    def clear(self) -> None:
        """Empty the row; the rows below stay where they are."""
        self.row.clear()

    def copy(self, **changes: str) -> "Line":
        """Append the same row with some changes."""
        return self.draft.append(self.table.key, self.row | changes)

    @property
    def of_period(self) -> bool:
        """Whether this row of Penilaian is one of the period."""
        return read_term(Periode, self["periode"]) is self.draft.occasion.periode

    @property
    def predikat(self) -> Predikat | None:
        """The predikat this row of Penilaian gives."""
        return self.draft.occasion.predikat(self["rating_hasil"], self["rating_perilaku"])


@dataclass(frozen=True)
class Person:
    """One person of a draft, with the rows of each table."""

    draft: Draft
    nip: str

    @property
    def occasion(self) -> Occasion:
        """Year, period and rules."""
        return self.draft.occasion

    def lines(self, table: str) -> list[Line]:
        """The person's rows of a table."""
        return self.draft.lines(table, self.nip)

    @property
    def profile(self) -> Line:
        """The row in Pegawai."""
        return self.lines("pegawai")[0]

    @property
    def rating(self) -> Line:
        """The row in Penilaian for the period."""
        return next(line for line in self.lines("penilaian") if line.of_period)

    @property
    def is_head(self) -> bool:
        """Whether this is the head of the unit."""
        return self.draft.unit.get("nip_kepala", "") == self.nip

    def renamed(self, nip: str) -> "Person":
        """The same person under another NIP, written in all sheets alike."""
        self.draft.rename(self.nip, nip)
        return replace(self, nip=nip)
