"""The functions that a cell of Excel for Windows can call: =KINERJA.CAPAIAN(...) and =KINERJA.PREDIKAT(...).

The VBA module KINERJA of the add-in hands each call to xlwings' UDF server, which imports this module by its name.
"""

from datetime import datetime
from functools import cache

import numpy as np
import pandas as pd
import xlwings as xw

from kinerja_xl.indonesian import Quantity, parse_quantity
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.scoring import achievement, ratings
from kinerja_xl.scoring.words import terms
from kinerja_xl.terms import Arah, Rating

UNREADABLE = "Tidak dapat dihitung: periksa target, realisasi, dan arah"
UNKNOWN_RATING = "Tulis rating seperti pada lembar Penilaian, misalnya Sesuai Ekspektasi"

Cell = str | float | None
"""What a cell hands over: text, a number, or nothing."""


@xw.func
def capaian(target: Cell, realisasi: Cell, arah: Cell = "") -> float | str:
    """Achievement in percent, capped as in the unit workbook; empty while target or realisasi is empty."""
    if _is_empty(target) or _is_empty(realisasi):
        return ""
    bound, result, direction = _quantity(target), _quantity(realisasi), _term(arah, Arah)
    if bound is None or result is None or result.low != result.high or direction is None:
        return UNREADABLE
    batas = _rules().batas_capaian.isi
    low, high, done = np.array([[bound.low], [bound.high], [result.low]])
    scored = achievement.capaian(low, high, done, np.array([direction != Arah.TURUN]), batas)
    found = float(scored["capaian"].iloc[0])
    return UNREADABLE if np.isnan(found) else found


@xw.func
def predikat(hasil: Cell, perilaku: Cell) -> str:
    """Predikat by the 3x3 matrix; empty while one of the two ratings is empty."""
    if _is_empty(hasil) or _is_empty(perilaku):
        return ""
    words = [_term(hasil, Rating), _term(perilaku, Rating)]
    if None in words:
        return UNKNOWN_RATING
    first, second = (pd.Series([word], dtype="str") for word in words)
    return str(ratings.predikat(first, second, _rules()).iloc[0])


@cache
def _rules() -> AturanRating:
    return aturan_pada(datetime.now().astimezone().date(), AturanRating)


def _is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _quantity(cell: Cell) -> Quantity | None:
    if isinstance(cell, str):
        return parse_quantity(cell)
    return None if cell is None else Quantity(float(cell), float(cell), "")


def _term(cell: Cell, words: type[Arah] | type[Rating]) -> str | None:
    """The word of the list that was typed, ``""`` for an empty cell, None for any other text."""
    if _is_empty(cell):
        return ""
    found = str(terms(pd.Series([str(cell)], dtype="str"), words).iloc[0])
    return found if found in list(words) else None
