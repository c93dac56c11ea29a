"""PermenPANRB 8/2021 (SKP of the second half of 2021): category and value of each IKI, additional work, Nilai SKP.

Capaian is in percent, values in points up to 120. Capaian itself is computed by ``achievement.capaian`` (same formulas,
without a cap: the categories are open above). A missing capaian has no category and no value, never zero.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from kinerja_xl.regulations import AturanPermenpan8
from kinerja_xl.regulations.rungs import TingkatIki
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.scoring.ladder import Flags, Floats, mean

_ROUNDING = 1e-9


def persen_bulat(capaian: Floats) -> Floats:
    """Capaian as whole percent, halves upwards, at least 0: the table of categories knows no fractions. NaN stays NaN."""
    return np.maximum(np.floor(capaian + 0.5 + _ROUNDING), 0)


def nilai_iki(capaian: Floats, maksimal: Flags, aturan: AturanPermenpan8) -> pd.DataFrame:
    """Category and value of each IKI from its capaian in percent (Lampiran, skema pimpinan).

    ``maksimal`` is True where the target is already the highest possible. Returns ``persen`` (whole percent), ``kategori``
    (words of ``PredikatAngka``, ``""`` where there is no capaian) and ``nilai`` (points, NaN there).
    """
    persen = persen_bulat(capaian)
    kategori, nilai = np.full(persen.shape, "", dtype=object), np.full(persen.shape, np.nan)
    for tingkat in (*aturan.iki_tingkat.isi, aturan.iki_tingkat_lebih.isi):
        inside = _inside(persen, tingkat)
        kategori[inside], nilai[inside] = tingkat.kategori.value, _value(persen[inside], tingkat)
    penuh = aturan.iki_target_maksimal.isi
    full = maksimal & (persen == penuh.capaian)
    kategori[full], nilai[full] = penuh.kategori.value, penuh.nilai
    return pd.DataFrame({"persen": persen, "kategori": pd.Series(kategori, dtype="str"), "nilai": nilai})


def nilai_tambahan(kategori: Sequence[str], bobot: Floats, nilai: Floats, aturan: AturanPermenpan8) -> Floats:
    """Weighted value of each piece of additional work: fraction of its category x ``bobot`` x ``nilai`` / 100.

    ``bobot`` is the weight of the scope of the assignment in points. NaN where the category is ``""`` or a number is missing.
    """
    shares = {name.value: share for name, share in aturan.tambahan_persen.isi.items()}
    fraction = np.array([shares.get(name, np.nan) for name in kategori], dtype="float64")
    return fraction * bobot * nilai / FULL


def jumlah_tambahan(tertimbang: npt.ArrayLike, aturan: AturanPermenpan8) -> float:
    """Sum of the weighted values, capped; 0 without additional work, NaN where one is missing."""
    return float(np.minimum(np.sum(np.asarray(tertimbang, dtype="float64")), aturan.tambahan_maksimal.isi))


def nilai_skp(utama: npt.ArrayLike, tertimbang: npt.ArrayLike, aturan: AturanPermenpan8) -> float:
    """Nilai SKP: main work plus additional work, in points.

    The total of the main work is taken as the mean of its values (deduced: the values are points up to 120, not shares).
    NaN without main work or where a value is missing.
    """
    return mean(utama) + jumlah_tambahan(tertimbang, aturan)


def nilai_periodik(rencana_aksi: npt.ArrayLike, utama: npt.ArrayLike) -> float:
    """Value of a period: mean of the means of rencana aksi and of the main work that can be measured; NaN where one is missing."""
    return mean([mean(rencana_aksi), mean(utama)])


def _inside(persen: Floats, tingkat: TingkatIki) -> Flags:
    above: Flags = persen >= tingkat.dari
    return above if tingkat.sampai is None else above & (persen <= tingkat.sampai)


def _value(persen: Floats, tingkat: TingkatIki) -> Floats:
    width = (tingkat.sampai or tingkat.dari) - tingkat.dari
    if not width:
        return np.full(persen.shape, tingkat.nilai_dari)
    return tingkat.nilai_dari + (tingkat.nilai_sampai - tingkat.nilai_dari) / width * (persen - tingkat.dari)
