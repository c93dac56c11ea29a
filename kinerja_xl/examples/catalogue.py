"""The data of the examples as typed objects: posts with their planned results, units, names and sentences.

Everything a reader of an example sees was written in ``data/*.toml``; here it is only loaded.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.terms import JenisJabatan

_DATA = Path(__file__).parent / "data"
_POSTS = ("jabatan_struktural", "jabatan_staf")
_EXTRA = "tambahan"


@dataclass(frozen=True)
class Iki:
    """An indicator of the catalogue. ``tw`` are cumulative targets that are not scaled."""

    aspek: str
    indikator: str
    target: str
    satuan: str
    turun: bool = False
    tw: tuple[int, ...] = ()


@dataclass(frozen=True)
class Rhk:
    """A planned result of the catalogue; ``tema`` links it to the superior's and to fitting feedback."""

    tema: str
    rhk: str
    iki: tuple[Iki, ...]
    perspektif: str = ""


@dataclass(frozen=True)
class Uraian:
    """A planned result in the qualitative approach, with the result told in three grades."""

    tema: str
    rhk: str
    indikator: str
    target: str
    lebih: str
    sesuai: str
    kurang: str


@dataclass(frozen=True)
class Jabatan:
    """A post: who may hold it and what is planned in it. ``golongan`` by level of the functional post, ``""`` for others."""

    kunci: str
    nama: str
    jenis: JenisJabatan
    pendidikan: str
    status: tuple[str, ...]
    golongan: Mapping[str, tuple[str, ...]]
    rhk: tuple[Rhk, ...]
    kualitatif: tuple[Uraian, ...]


@cache
def data(name: str) -> dict[str, Any]:
    """The file ``data/<name>.toml``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


@cache
def posts() -> dict[str, Jabatan]:
    """All posts by their key."""
    return {key: _post(key, raw) for name in _POSTS for key, raw in data(name).items() if key != _EXTRA}


@cache
def extra_results() -> tuple[Rhk, ...]:
    """Planned results of the kind Tambahan, open to everybody."""
    return _results(data(_POSTS[1])[_EXTRA]["rhk"])


def _post(key: str, raw: dict[str, Any]) -> Jabatan:
    return Jabatan(
        key,
        raw["nama"],
        JenisJabatan(raw["jenis"]),
        raw["pendidikan"],
        tuple(raw.get("status", ("PNS",))),
        {level: tuple(grades) for level, grades in raw.get("jenjang", {"": raw.get("golongan", ())}).items()},
        _results(raw["rhk"]),
        tuple(Uraian(**told) for told in raw.get("kualitatif", ())),
    )


def _results(raw: list[dict[str, Any]]) -> tuple[Rhk, ...]:
    return tuple(Rhk(r["tema"], r["rhk"], tuple(_indicator(i) for i in r["iki"]), r.get("perspektif", "")) for r in raw)


def _indicator(raw: dict[str, Any]) -> Iki:
    return Iki(**{**raw, "tw": tuple(raw.get("tw", ()))})
