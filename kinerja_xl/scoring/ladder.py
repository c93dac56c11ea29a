"""What the older numeric schemes share: means in which a missing number stays missing, and the predikat a value has reached."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kinerja_xl.regulations.rungs import Nama, Rentang

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_DECIMALS = 9
"""A value computed as 90.00000000000001 is 90: bounds are compared after rounding to so many decimals."""


def mean(values: npt.ArrayLike) -> float:
    """Mean of ``values`` (any unit); NaN where there are none or one of them is missing: its weight is not given to the others."""
    numbers = np.asarray(values, dtype="float64")
    return float(numbers.mean()) if numbers.size else float("nan")


def reached(nilai: float, rungs: Sequence[Rentang[Nama]], *, gagasan: bool = False) -> Nama | None:
    """The highest predikat whose lower bound ``nilai`` has reached; None where ``nilai`` is missing (NaN) or below all bounds.

    ``rungs`` fall from the highest; a rung that asks for a new idea counts only where ``gagasan``.
    """
    value = round(nilai, _DECIMALS)
    for rung in rungs:
        over = value > rung.dari or (rung.termasuk and value == rung.dari)
        if over and (gagasan or not rung.gagasan):
            return rung.predikat
    return None
