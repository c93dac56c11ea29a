"""Angka kredit of functional posts: n/12 x percentage of the predikat x yearly coefficient of the level, rounded to 2 decimals.

PermenPANRB 1/2023 Pasal 36 and Peraturan BKN 3/2023. Only PNS in a functional post get one; everybody else has none (NaN).
"""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kinerja_xl.regulations import Aturan
from kinerja_xl.terms import Jenjang, Predikat, Status, read_term

MONTHS_A_YEAR = 12


def angka_kredit(predikat: Predikat, jenjang: Jenjang, bulan: int, aturan: Aturan) -> float | None:
    """Angka kredit for ``bulan`` months; None where no conversion is in force."""
    if aturan.angka_kredit_persen is None or aturan.angka_kredit_koefisien is None:
        return None
    persen = Decimal(str(aturan.angka_kredit_persen.isi[predikat]))
    koefisien = Decimal(str(aturan.angka_kredit_koefisien.isi[jenjang]))
    exact = Decimal(bulan) * persen * koefisien / MONTHS_A_YEAR
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def angka_kredit_pegawai(people: pd.DataFrame, bulan: int, aturan: Aturan) -> "pd.Series[float]":
    """Angka kredit of each row with ``predikat``, ``jenjang`` and ``status`` for ``bulan`` months."""
    keys = list(zip(people["predikat"], people["jenjang"], people["status"], strict=True))
    known = {key: _of(*key, bulan, aturan) for key in set(keys)}
    return pd.Series([known[key] for key in keys], index=people.index, dtype="float64")


def _of(predikat: str, jenjang: str, status: str, bulan: int, aturan: Aturan) -> float | None:
    level, found = read_term(Jenjang, jenjang), read_term(Predikat, predikat)
    if level is None or found is None or read_term(Status, status) is not Status.PNS:
        return None
    return angka_kredit(found, level, bulan, aturan)
