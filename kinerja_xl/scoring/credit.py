"""Angka kredit of functional posts: n/12 x percentage of the predikat x yearly coefficient of the level, rounded to 2 decimals.

PermenPANRB 1/2023 Pasal 36 and Peraturan BKN 3/2023. Only PNS in a functional post get one; everybody else has none (NaN).
"""

import calendar
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kinerja_xl.indonesian import parse_date
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import JenisJabatan, Jenjang, Predikat, Status, read_term

MONTHS_A_YEAR = 12


def angka_kredit(predikat: Predikat, jenjang: Jenjang, bulan: int, aturan: AturanRating) -> float | None:
    """Angka kredit for ``bulan`` months; None where no conversion is in force."""
    if aturan.angka_kredit_persen is None or aturan.angka_kredit_koefisien is None:
        return None
    persen = Decimal(str(aturan.angka_kredit_persen.isi[predikat]))
    koefisien = Decimal(str(aturan.angka_kredit_koefisien.isi[jenjang]))
    exact = Decimal(bulan) * persen * koefisien / MONTHS_A_YEAR
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def months_in_post(people: pd.DataFrame, periode: Periode, tahun: int) -> "pd.Series[int]":
    """Months of the period in which each row of Pegawai stood in the unit: those on whose last day it did (``mulai``, ``selesai``)."""
    first, last = periode.span(tahun)
    ends = [date(tahun, month, calendar.monthrange(tahun, month)[1]) for month in range(first.month, last.month + 1)]
    pairs = list(zip(people["mulai"].tolist(), people["selesai"].tolist(), strict=True))
    known = {pair: _months(*pair, ends) for pair in set(pairs)}
    return pd.Series([known[pair] for pair in pairs], index=people.index, dtype="int64")


def _months(mulai: str, selesai: str, ends: list[date]) -> int:
    start, end = parse_date(mulai) or date.min, parse_date(selesai) or date.max
    return sum(start <= day <= end for day in ends)


def angka_kredit_pegawai(people: pd.DataFrame, aturan: AturanRating) -> "pd.Series[float]":
    """Angka kredit of each row with ``predikat``, ``jenjang``, ``jenis_jabatan``, ``status`` and ``bulan`` (months)."""
    predikat, jenjang, jenis, status = (
        people[key].tolist() for key in ("predikat", "jenjang", "jenis_jabatan", "status")
    )
    keys = list(zip(predikat, jenjang, jenis, status, people["bulan"].tolist(), strict=True))
    known = {key: _of(*key, aturan) for key in set(keys)}
    return pd.Series([known[key] for key in keys], index=people.index, dtype="float64")


def _of(predikat: str, jenjang: str, jenis: str, status: str, bulan: int, aturan: AturanRating) -> float | None:
    level, found = read_term(Jenjang, jenjang), read_term(Predikat, predikat)
    functional = read_term(JenisJabatan, jenis) is JenisJabatan.FUNGSIONAL
    if level is None or found is None or not functional or read_term(Status, status) is not Status.PNS:
        return None
    return angka_kredit(found, level, bulan, aturan)
