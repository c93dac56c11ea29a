"""What a plantable defect is, and its kinds: made at a person, between two people, at a whole file.

Each family is a module with a ``Catalogue``. A planting function changes the draft and yields the places where the defect will
be found; it yields nothing, and changes nothing, where the person or unit does not suit it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinerja_xl.checks import RULES
from kinerja_xl.examples.defects_draft import Draft, Person, Place
from kinerja_xl.findings import Severity

PlantPerson = Callable[[Person], Iterator[Place]]
PlantPair = Callable[[Person, Person], Iterator[Place]]
PlantFile = Callable[[Draft], Iterator[Place]]
REASON = "Penilai mempertimbangkan bukti dukung lain yang diperlihatkan saat dialog kinerja."
FEEDBACK = "Bukti dukung sudah diperiksa bersama; pertahankan yang baik dan perbaiki yang masih tertinggal."


@dataclass(frozen=True)
class PersonDefect:
    """A defect in the rows of one person."""

    code: str
    keterangan: str
    plant: PlantPerson
    uncounted: bool
    """The person no longer counts for the unit's curve."""
    renamed: bool = False
    """The person's NIP changes, so it must not be somebody's rater."""
    head: bool = False
    """Made at the head of the unit instead of an ordinary employee."""


@dataclass(frozen=True)
class PairDefect:
    """A defect between two people of different units; neither counts for the curve any more."""

    code: str
    keterangan: str
    plant: PlantPair


@dataclass(frozen=True)
class FileDefect:
    """A defect that needs a unit of its own, under this file name."""

    code: str
    keterangan: str
    plant: PlantFile
    file_name: str
    on_curve: bool
    """There is nothing to find in years without a curve in numbers."""


class Catalogue:
    """The defects of one family; its modules fill it with the decorators."""

    def __init__(self) -> None:
        self.people: list[PersonDefect] = []
        self.pairs: list[PairDefect] = []
        self.files: list[FileDefect] = []

    def person(
        self, code: str, keterangan: str, *, uncounted: bool | None = None, renamed: bool = False, head: bool = False
    ) -> Callable[[PlantPerson], PlantPerson]:
        """Register a defect made at a person; by default a galat takes the person out of the curve."""
        gone = RULES[code].severity is Severity.GALAT if uncounted is None else uncounted

        def register(plant: PlantPerson) -> PlantPerson:
            self.people.append(PersonDefect(code, keterangan, plant, gone, renamed, head))
            return plant

        return register

    def pair(self, code: str, keterangan: str) -> Callable[[PlantPair], PlantPair]:
        """Register a defect made at two people."""

        def register(plant: PlantPair) -> PlantPair:
            self.pairs.append(PairDefect(code, keterangan, plant))
            return plant

        return register

    def file(
        self, code: str, keterangan: str, file_name: str, *, on_curve: bool = False
    ) -> Callable[[PlantFile], PlantFile]:
        """Register a defect made at a file of its own."""

        def register(plant: PlantFile) -> PlantFile:
            self.files.append(FileDefect(code, keterangan, plant, f"{file_name}.xlsx", on_curve))
            return plant

        return register


def explain(person: Person) -> None:
    """Give the rating a reason: the defect moves the suggestion away from it."""
    if not person.rating["alasan"]:
        person.rating.put("alasan", REASON)


def give_feedback(person: Person) -> None:
    """Make sure that the period has feedback, so that an extreme rating does not stand alone."""
    key = f"umpan_balik_{person.occasion.suffix}"
    if not any(line[key] for table in ("realisasi", "perilaku") for line in person.lines(table)):
        person.lines("perilaku")[0].put(key, FEEDBACK)


def rate(person: Person, hasil: str, perilaku: str) -> None:
    """Set both ratings and what the sheet shows for them, with the reason and feedback an honest rating has."""
    line = person.rating
    line.put("rating_hasil", hasil)
    line.put("rating_perilaku", perilaku)
    line.put("predikat", str(line.predikat or ""))
    explain(person)
    give_feedback(person)
