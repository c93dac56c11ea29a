"""Finds who is to carry each planted defect, so that no two meet and every unit keeps its curve.

Where the units given have nobody left who suits, a further unit is made to carry the rest.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from random import Random

from kinerja_xl.examples.defects_catalogue import FileDefect, PairDefect, PersonDefect
from kinerja_xl.examples.defects_draft import Draft, Occasion, Person, Place
from kinerja_xl.examples.units import ExampleUnit, make_units
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import FormatSkp, Nilai, Pendekatan, read_term

EXTRA_PEOPLE = 6
HOST_PEOPLE = 24
_SEED_STEP = 1_000_003
_SEED_TRIES = 10


class Hosts:
    """The drafts of all units, the ones given and those made for the defects."""

    def __init__(self, units: Sequence[ExampleUnit], occasion: Occasion, benih: int) -> None:
        self.occasion = occasion
        self.drafts = [Draft.of(occasion, unit.file_name, unit.content) for unit in units]
        self._benih = benih
        self._made = len(units)
        self._rng = Random(benih)  # noqa: S311 examples are to be repeatable, not secret
        self._spare: Draft | None = None

    def person(self, defect: PersonDefect) -> list[Place]:
        """Plant a defect at somebody who suits it; no place where nobody does."""
        for person in self._everybody(head=defect.head, renamed=defect.renamed, uncounted=defect.uncounted):
            places = list(defect.plant(person))
            if places:
                self._carries(person, uncounted=defect.uncounted)
                return places
        return []

    def pair(self, defect: PairDefect) -> list[Place]:
        """Plant a defect between two people of different units."""
        for person, other in self._pairs():
            places = list(defect.plant(person, other))
            if places:
                self._carries(person, uncounted=True)
                self._carries(other, uncounted=True)
                return places
        return []

    def files(self, defects: Sequence[FileDefect]) -> list[list[Place]]:
        """Plant defects at files made for them, one for each."""
        made = self._fresh(len(defects), EXTRA_PEOPLE) if defects else []
        drafts = [Draft.of(self.occasion, d.file_name, unit.content) for d, unit in zip(defects, made, strict=True)]
        places = [list(defect.plant(draft)) for defect, draft in zip(defects, drafts, strict=True)]
        self.drafts += [each for draft in drafts for each in (draft, *draft.twins)]
        return places

    def _carries(self, person: Person, *, uncounted: bool) -> None:
        draft = person.draft
        draft.load += 1
        draft.taken.add(person.nip)
        if uncounted:
            draft.lost.add(person.nip)
        if draft is self._spare:
            self.drafts.append(draft)
            self._spare = None

    def _pairs(self) -> Iterator[tuple[Person, Person]]:
        for person in self._everybody(head=False, renamed=True, uncounted=True):
            for other in self._everybody(head=False, renamed=True, uncounted=True):
                if other.draft is not person.draft:
                    yield person, other

    def _everybody(self, *, head: bool, renamed: bool, uncounted: bool) -> Iterator[Person]:
        """Who may carry a defect, in the units with the fewest defects first; the spare unit comes last."""
        self._rng.shuffle(self.drafts)
        for draft in sorted(self.drafts, key=lambda d: d.load):
            yield from self._of(draft, head=head, renamed=renamed, uncounted=uncounted)
        yield from self._of(self._spare_unit(), head=head, renamed=renamed, uncounted=uncounted)

    def _of(self, draft: Draft, *, head: bool, renamed: bool, uncounted: bool) -> Iterator[Person]:
        people = [p for p in draft.people() if p.nip not in draft.taken and p.is_head == head]
        raters = {line[key] for line in draft.lines("pegawai") for key in ("nip_penilai", "nip_atasan")}
        self._rng.shuffle(people)
        for person in people:
            kept = not (uncounted and not draft.curve_holds({person.nip: None}))
            if kept and (head or _is_ordinary(person)) and not (renamed and person.nip in raters):
                yield person

    def _spare_unit(self) -> Draft:
        if self._spare is None:
            unit = self._fresh(1, HOST_PEOPLE)[0]
            self._spare = Draft.of(self.occasion, unit.file_name, unit.content)
        return self._spare

    @cached_property
    def _nips(self) -> set[str]:
        return {line["nip"] for draft in self.drafts for line in draft.lines("pegawai")}

    def _fresh(self, count: int, people: int) -> list[ExampleUnit]:
        """Further clean units, with codes, file names and people that no other unit has."""
        for attempt in range(1, _SEED_TRIES):
            seed = self._benih + _SEED_STEP * (self._made + attempt)
            units = make_units(
                tahun=self.occasion.tahun,
                periode=self.occasion.periode,
                benih=seed,
                unit=self._made + count,
                pegawai=people,
            )[self._made :]
            nips = {row.get("nip", "") for unit in units for row in unit.content.rows["pegawai"]}
            if not nips & self._nips:
                self._nips.update(nips)
                self._made += count
                return units
        raise RuntimeError("NIP contoh selalu bertabrakan")


def _is_ordinary(person: Person) -> bool:
    """A quantitative SKP in the common form, rated in the period, all year in the unit."""
    profile = person.profile
    return (
        read_term(Pendekatan, profile["pendekatan"]) is Pendekatan.KUANTITATIF
        and read_term(FormatSkp, profile["format_skp"]) is FormatSkp.JA_JF
        and not (profile["mulai"] or profile["selesai"])
        and _is_rated(person)
    )


def _is_rated(person: Person) -> bool:
    """Whether the person has a row of Penilaian for the period; since the ratings also both ratings and the seven values."""
    rows = [line for line in person.lines("penilaian") if line.of_period]
    if not isinstance(person.occasion.aturan, AturanRating):
        return bool(rows)
    return any(line.predikat for line in rows) and len(person.lines("perilaku")) == len(Nilai)
