"""The units as Ringkasan shows them: results and achievement by aspect, and how far the collecting of workbooks has come.

Computed from the frames alone; ``master_unit_tables`` draws them.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.master_cells import plain_values, text_of
from kinerja_xl.consolidation.schema import ASPECT_KEYS, NO_ASPECT, PREDIKAT_KEYS
from kinerja_xl.terms import squeezed

ASPECTS = {**{key: str(aspek) for aspek, key in ASPECT_KEYS.items()}, NO_ASPECT: "Tanpa aspek"}
"""Columns of the heat map by key in Rekap Unit."""

UNNAMED = "(unit tidak disebut)"


@dataclass(frozen=True)
class UnitLine:
    """A unit as one line of the page; ``jumlah`` in the order of ``PREDIKAT_KEYS``, ``aspek`` in that of ``ASPECTS``."""

    nama: str
    capaian_organisasi: str
    pegawai: int
    dinilai: int
    jumlah: tuple[int, ...]
    aspek: tuple[float | None, ...]
    capaian: float | None
    kurva: str
    pindah: int
    """People whose predikat would have to differ for the rule of the curve that is missed most; 0 where it is kept."""
    galat: int


@dataclass(frozen=True)
class ProgressLine:
    """How many of a unit's people are rated, only recapped, rejected, and in no workbook at all."""

    nama: str
    dinilai: int = 0
    belum_dinilai: int = 0
    ditolak: int = 0
    belum_masuk: int = 0

    @property
    def pegawai(self) -> int:
        """Everybody who should be there."""
        return self.dinilai + self.belum_dinilai + self.ditolak + self.belum_masuk

    @property
    def selesai(self) -> float:
        """The share of those who are rated."""
        return self.dinilai / self.pegawai if self.pegawai else 0.0


def finite(series: "pd.Series[Any]") -> list[float | None]:
    """The numbers of a column, None where one is missing."""
    numbers = pd.to_numeric(series, errors="coerce")
    return [float(value) if math.isfinite(value) else None for value in numbers]


def unit_lines(frames: Mapping[str, pd.DataFrame]) -> tuple[UnitLine, ...]:
    """Every unit, the weakest mean achievement first."""
    units = frames["Rekap Unit"]
    plain = {str(key): plain_values(units[key]) for key in units}
    achievements, moves = finite(units["capaian"]), _moves(frames["Distribusi"])
    aspects = list(zip(*(finite(units[key]) for key in ASPECTS), strict=True))
    lines = [
        UnitLine(
            nama=text_of(plain["nama_unit"][i]) or text_of(plain["kode_unit"][i]),
            capaian_organisasi=text_of(plain["capaian_organisasi"][i]) if "capaian_organisasi" in plain else "",
            pegawai=int(plain["pegawai"][i] or 0),
            dinilai=int(plain["dinilai"][i] or 0),
            jumlah=tuple(int(plain[key][i] or 0) for key in PREDIKAT_KEYS.values()),
            aspek=aspects[i],
            capaian=achievements[i],
            kurva=text_of(plain["kurva"][i]) if "kurva" in plain else "",
            pindah=moves.get(text_of(plain["kode_unit"][i]), 0),
            galat=int(plain["galat"][i] or 0),
        )
        for i in range(len(units))
    ]
    return tuple(sorted(lines, key=lambda line: (line.capaian is None, line.capaian or 0)))


def _moves(distribution: pd.DataFrame) -> dict[str, int]:
    """For each unit's code the largest number of people by which a rule of the curve is missed."""
    found: dict[str, int] = {}
    for code, result, people in zip(
        *(plain_values(distribution[key]) for key in ("kode_unit", "hasil", "pindah")), strict=True
    ):
        if text_of(result).startswith("Tidak sesuai"):
            found[text_of(code)] = max(found.get(text_of(code), 0), abs(int(people or 0)))
    return found


def progress_lines(frames: Mapping[str, pd.DataFrame]) -> tuple[ProgressLine, ...]:
    """Every unit that has a workbook or people on the roster, the least complete first; its sums are those of ``Counts``."""
    people, missing = frames["Rekap Pegawai"], frames["Rekonsiliasi"]
    names: dict[str, str] = {}
    rated = pd.Series([text_of(word) != "" for word in plain_values(people["predikat"])], people.index, dtype="bool")
    counted = {
        "dinilai": _by_unit(people.loc[rated, "nama_unit"], names),
        "belum_dinilai": _by_unit(people.loc[~rated, "nama_unit"], names),
        "ditolak": _by_unit(missing.loc[missing["keadaan"] == "Ditolak", "unit"], names),
        "belum_masuk": _by_unit(missing.loc[missing["keadaan"] == "Belum masuk", "unit"], names),
    }
    lines = [ProgressLine(name, **{key: found[unit] for key, found in counted.items()}) for unit, name in names.items()]
    return tuple(sorted(lines, key=lambda line: (line.selesai, -line.pegawai, line.nama)))


def _by_unit(units: "pd.Series[Any]", names: dict[str, str]) -> Counter[str]:
    """People by unit; ``names`` learns how each unit is written."""
    found = Counter[str]()
    for name, number in Counter(text_of(value).strip() or UNNAMED for value in plain_values(units)).items():
        names.setdefault(squeezed(name), name)
        found[squeezed(name)] += number
    return found
