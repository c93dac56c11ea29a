"""Achievement (capaian) of indicators in percent: more is better R/T, less is better (2T-R)/T, ranges by their nearest bound.

Formulas: PermenPANRB 8/2021, Lampiran (kept as the local suggestion's arithmetic; 6/2022 itself fixes none).
"""

from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FULL = 100.0
"""Achievement in percent of a result that meets its target."""


class Rumus(StrEnum):
    """How an achievement was computed; ``trace`` puts the numbers in."""

    NAIK = "R / T x 100"
    TURUN = "(2 x T - R) / T x 100"
    RENTANG = "realisasi di dalam rentang target = 100"
    TARGET_NOL = "target 0 terlampaui = 0"
    ADA_HASIL = "target 0 dan sudah ada hasil = 100"
    NEGATIF = "realisasi negatif dihitung 0"
    KOSONG = "belum ada realisasi"
    TIDAK_DAPAT = "tidak dapat dihitung"


def capaian(low: Floats, high: Floats, realisasi: Floats, naik: Flags, batas: float) -> pd.DataFrame:
    """Achievement of each indicator.

    ``low`` and ``high`` are the bounds of the target (equal for a single number), ``naik`` is True where more is better,
    ``batas`` the cap in percent. Returns columns ``acuan`` (the bound used), ``mentah`` and ``capaian`` (percent, the second
    between 0 and ``batas``) and ``rumus``; NaN where nothing can be computed: a missing result is missing, not zero.
    """
    acuan = np.where(realisasi > high, high, low)
    inside = (low <= realisasi) & (realisasi <= high)
    countable = ~np.isnan(realisasi) & (low >= 0) & (high >= low)
    divisible = countable & (acuan > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(naik, realisasi / acuan, (2 * acuan - realisasi) / acuan) * FULL
    zero = countable & (acuan == 0) & (realisasi > 0)
    negative = countable & (realisasi < 0)
    conditions = [
        np.isnan(realisasi),
        negative,
        inside & countable,
        zero & ~naik,
        zero & naik,
        divisible & naik,
        divisible,
    ]
    mentah = np.select(conditions, [np.nan, 0.0, FULL, 0.0, FULL, ratio, ratio], np.nan)
    words = [Rumus.KOSONG, Rumus.NEGATIF, Rumus.RENTANG, Rumus.TARGET_NOL, Rumus.ADA_HASIL, Rumus.NAIK, Rumus.TURUN]
    rumus = np.select(conditions, words, Rumus.TIDAK_DAPAT)
    exact = inside & countable & (low == high) & (acuan > 0)
    rumus = np.where(exact, np.where(naik, Rumus.NAIK, Rumus.TURUN), rumus)
    return pd.DataFrame({"acuan": acuan, "mentah": mentah, "capaian": np.clip(mentah, 0, batas), "rumus": rumus})
