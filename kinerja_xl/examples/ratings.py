"""Who gets which ratings in a period: a distribution that keeps to the curve, handed out by quality of work."""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain, cycle, islice
from random import Random
from typing import Any

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.people import Pegawai
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating

_COMMON_FIRST = (Rating.SESUAI, Rating.DI_ATAS, Rating.DI_BAWAH)
_BEST_FIRST = tuple(Rating)
_JITTER = 0.12


@dataclass(frozen=True)
class Dinilai:
    """The two ratings of a person; ``angka`` is the rating that the numbers alone suggest."""

    hasil: Rating
    perilaku: Rating
    angka: Rating

    @property
    def menyimpang(self) -> bool:
        """Whether the rater decided otherwise than the numbers suggest."""
        return self.hasil is not self.angka


def profile(number: int) -> dict[str, Any]:
    """The pattern of results of the unit with that number."""
    profiles: list[dict[str, Any]] = data("unit")["profil"]
    return profiles[number % len(profiles)]


def unit_result(number: int, periode: Periode) -> CapaianOrganisasi:
    """Capaian kinerja organisasi of a unit in a period; the year is judged like its last quarter."""
    return CapaianOrganisasi(profile(number)["capaian"][periode.quarter - 1])


def distribution(number: int, people: int, periode: Periode) -> Counter[Predikat]:
    """How many of ``people`` get which predikat: the most frequent one by its share, the others by the unit's pattern."""
    pattern = data("unit")["pola"][unit_result(number, periode)]
    usual = max(math.floor(pattern["porsi"] * people), 1)
    if pattern["terbanyak"] == Predikat.BUTUH_PERBAIKAN:
        usual = math.ceil(pattern["porsi"] * people)
    rare = [word for word in profile(number)["lain"] if word != pattern["terbanyak"]]
    others = islice(chain(rare, cycle(pattern["penambah"])), people - usual)
    return Counter({Predikat(pattern["terbanyak"]): usual}) + Counter(Predikat(word) for word in others)


def rate(people: list[Pegawai], number: int, periode: Periode, rng: Random, aturan: AturanRating) -> dict[str, Dinilai]:
    """Ratings of everybody in the unit by NIP."""
    counts = distribution(number, len(people), periode)
    head = next(person for person in people if person.kepala)
    hasil = aturan.rating_kepala_unit.isi[unit_result(number, periode)]
    usual = Predikat(data("unit")["pola"][unit_result(number, periode)]["terbanyak"])
    own = next(cell for cell in _cells(usual, aturan) if cell[0] is hasil)
    counts[usual] -= 1
    pairs = sorted(
        chain.from_iterable(islice(cycle(_turned(_cells(p, aturan), number)), n) for p, n in counts.items()), key=_place
    )
    staff = sorted(
        (person for person in people if not person.kepala), key=lambda p: p.mutu + rng.uniform(-_JITTER, _JITTER)
    )
    rated = {head.nip: Dinilai(hasil, own[1], hasil)}
    rated |= {p.nip: Dinilai(*pair, pair[0]) for p, pair in zip(reversed(staff), pairs, strict=True)}
    return rated | _deviation(staff, rated, rng)


def _cells(predikat: Predikat, aturan: AturanRating) -> list[tuple[Rating, Rating]]:
    """The cells of the matrix with that predikat; of three the most common one comes twice."""
    matrix = aturan.matriks_predikat.isi
    cells = [(h, p) for h in _COMMON_FIRST for p in _COMMON_FIRST if matrix[h][p] is predikat]
    return [*cells[:2], cells[0], *cells[2:]] if len(cells) > 2 else cells


def _turned(cells: list[tuple[Rating, Rating]], number: int) -> list[tuple[Rating, Rating]]:
    shift = number % len(cells)
    return cells[shift:] + cells[:shift]


def _place(pair: tuple[Rating, Rating]) -> tuple[bool, int, int]:
    """Best first; weak behaviour last."""
    return pair[1] is Rating.DI_BAWAH, _BEST_FIRST.index(pair[0]), _BEST_FIRST.index(pair[1])


def _deviation(staff: list[Pegawai], rated: dict[str, Dinilai], rng: Random) -> dict[str, Dinilai]:
    """One person in every other unit whom the rater judges otherwise than the numbers suggest."""
    could = [p.nip for p in staff if not p.kualitatif and rated[p.nip].hasil is not Rating.DI_BAWAH]
    if not could or rng.random() < 0.5:
        return {}
    nip = rng.choice(could)
    found = rated[nip]
    suggested = Rating.SESUAI if found.hasil is Rating.DI_ATAS else Rating.DI_ATAS
    return {nip: Dinilai(found.hasil, found.perilaku, suggested)}
