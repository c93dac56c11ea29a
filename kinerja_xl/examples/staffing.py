"""Fills the posts of a unit with made-up people and says who rates whom up to the mayor."""

from itertools import cycle, islice
from random import Random
from typing import Any

from kinerja_xl.examples.catalogue import Jabatan, data, posts
from kinerja_xl.examples.chance import stream
from kinerja_xl.examples.people import Karier, Pegawai, Pejabat, Penduduk
from kinerja_xl.examples.places import Place
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import JenisJabatan

_STAFF_AT_LEAST = 3
_LEADERS_AT_LEAST = 2
_QUALITATIVE = 1 / 8
_LEADERS_START = 0.3
"""Leaders are seldom among the weakest."""

Seat = tuple[str, str]
"""A post and the post of its direct superior."""


class City:
    """Everybody of one set of examples; the head of a kecamatan rates the heads of the kelurahan made after it."""

    def __init__(self, tahun: int, benih: int, aturan: AturanRating) -> None:
        self.benih = benih
        self._people = Penduduk(tahun, aturan)
        mayor = data("unit")["kepala_daerah"]
        self._mayor = Pejabat("", mayor["nama"], mayor["jabatan"])
        self._secretary, _ = self._holder(posts()["sekretaris_daerah"], "", stream(benih, "kota"))
        self._camat: dict[str, Pejabat] = {}

    def staff(self, place: Place, wanted: int | None) -> list[Pegawai]:
        """The people of a unit, its head first; ``wanted`` is their number, None an usual one."""
        rng = stream(self.benih, place.kode, "pegawai")
        plan = data("unit")["susunan"]["kelurahan" if place.kelurahan else "kecamatan"]
        seats = _seats(plan, wanted or rng.randint(*plan["pegawai"]))
        holders = [self._holder(posts()[key], place.nama, rng) for key, _ in seats]
        told = _qualitative(seats, rng)
        chain = self._above(place)
        if not place.kelurahan:
            self._camat[place.kecamatan] = holders[0][0]
        return [
            self._person(index, seats, holders, chain, kualitatif=index in told, rng=rng) for index in range(len(seats))
        ]

    def _holder(self, post: Jabatan, wilayah: str, rng: Random) -> tuple[Pejabat, Karier]:
        return self._people.official(rng, post, post.nama.replace("{wilayah_saja}", wilayah))

    def _above(self, place: Place) -> tuple[Pejabat, Pejabat]:
        """Rater of the unit's head, and that rater's superior."""
        if not place.kelurahan:
            return self._secretary, self._mayor
        return self._camat[place.kecamatan], self._secretary

    @staticmethod
    def _person(
        index: int,
        seats: list[Seat],
        holders: list[tuple[Pejabat, Karier]],
        above: tuple[Pejabat, Pejabat],
        *,
        kualitatif: bool,
        rng: Random,
    ) -> Pegawai:
        post = posts()[seats[index][0]]
        rater = _superior(seats, index)
        chain = [holders[i][0] for i in _upwards(seats, index)] + list(above)
        leads = post.jenis in (JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS)
        return Pegawai(
            *holders[index],
            post,
            penilai=chain[0],
            atasan=chain[1],
            post_penilai=None if rater is None else posts()[seats[rater][0]],
            kepala=index == 0,
            kualitatif=kualitatif,
            mutu=rng.uniform(_LEADERS_START if leads else 0, 1),
        )


def _seats(plan: dict[str, Any], size: int) -> list[Seat]:
    """Posts of a unit of ``size``: the structure, then staff again and again."""
    leaders = plan["pokok"][: max(size - _STAFF_AT_LEAST, _LEADERS_AT_LEAST)]
    return [(key, above) for key, above in [*leaders, *islice(cycle(plan["staf"]), size - len(leaders))]]


def _superior(seats: list[Seat], index: int) -> int | None:
    """Index of the direct superior; the head where that post is not filled, None for the head."""
    if index == 0:
        return None
    return next((i for i, (key, _) in enumerate(seats) if key == seats[index][1]), 0)


def _upwards(seats: list[Seat], index: int) -> list[int]:
    """Indices of all superiors within the unit, the direct one first."""
    rater = _superior(seats, index)
    return [] if rater is None else [rater, *_upwards(seats, rater)]


def _qualitative(seats: list[Seat], rng: Random) -> set[int]:
    """About one in eight of the general staff has a qualitative SKP."""
    general = [i for i, (key, _) in enumerate(seats) if posts()[key].jenis is JenisJabatan.PELAKSANA]
    could = [i for i in general if posts()[seats[i][0]].kualitatif]
    return set(rng.sample(could, min(max(round(_QUALITATIVE * len(general)), 1), len(could))))
