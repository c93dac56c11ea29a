"""The sheet Realisasi in numbers: cumulative results that the program's own arithmetic turns into the wanted rating."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from kinerja_xl.examples.plans import PERCENT, Indikator
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.achievement import FULL, capaian
from kinerja_xl.terms import Rating

Key = tuple[str, int, int]
_MARGIN = 0.05
_ATTEMPTS = 200
_LEVELS = {Rating.DI_ATAS: (102.0, 109.0), Rating.SESUAI: (93.0, 99.5), Rating.DI_BAWAH: (68.0, 86.0)}
_DRIFT = {Rating.DI_ATAS: 0.8, Rating.SESUAI: 0.0, Rating.DI_BAWAH: -1.5}
_SPREAD = 7.0
_FULL_BAND = (98.5, 101.5)


@dataclass(frozen=True)
class Hasil:
    """A result: its number, how it is written, its achievement in percent."""

    angka: float
    teks: str
    capaian: float


def quarter_results(
    plans: Mapping[str, Sequence[Indikator]],
    wanted: Mapping[str, Rating],
    before: Mapping[Key, Hasil],
    quarter: int,
    rng: Random,
    aturan: AturanRating,
) -> dict[Key, Hasil]:
    """Results of everybody in ``plans`` (by NIP) for a quarter, each person's achievement within the wanted rating."""
    found: dict[Key, Hasil] = {}
    open_people = list(plans)
    for attempt in range(_ATTEMPTS):
        tried = [item for nip in open_people for item in plans[nip]]
        numbers = [
            value
            for nip in open_people
            for value in _draw_person(plans[nip], wanted[nip], before, quarter, attempt, rng)
        ]
        scores = _scores(tried, numbers, quarter, aturan)
        results = {i.key: Hasil(n, _text(i, n), s) for i, n, s in zip(tried, numbers, scores, strict=True)}
        done = [nip for nip in open_people if _fits(plans[nip], results, wanted[nip], aturan)]
        found |= {item.key: results[item.key] for nip in done for item in plans[nip]}
        open_people = [nip for nip in open_people if nip not in set(done)]
        if not open_people:
            return found
    raise RuntimeError(f"tidak ada realisasi yang menghasilkan {[wanted[nip].value for nip in open_people]}")


def _draw_person(
    items: Sequence[Indikator], wanted: Rating, before: Mapping[Key, Hasil], quarter: int, attempt: int, rng: Random
) -> list[float]:
    level = rng.uniform(*_LEVELS[wanted]) + _DRIFT[wanted] * attempt
    spread = _SPREAD / (1 + attempt / 10)
    return [_draw(item, quarter, rng.gauss(level, spread), before.get(item.key), rng) for item in items]


def _draw(item: Indikator, quarter: int, aim: float, before: Hasil | None, rng: Random) -> float:
    """A result of about ``aim`` percent, whole where things are counted, never less than the quarter before."""
    if item.target is None:
        raise ValueError("pendekatan kualitatif tidak berangka")
    low, high = item.target.batas[quarter - 1]
    if item.turun:
        value = max(high * (2 - aim / FULL), 0.2 * high)
    elif low < high and _FULL_BAND[0] < aim < _FULL_BAND[1]:
        value = rng.uniform(low, high)
    else:
        value = (low if aim < FULL else high) * max(aim, 0) / FULL
    if item.satuan == PERCENT:
        value = min(value, FULL)
    if item.target.penuh:
        value = min(value, high)
    value = round(value, item.target.desimal)
    return max(value, before.angka) if before and item.target.kumulatif else value


def _scores(items: Sequence[Indikator], numbers: Sequence[float], quarter: int, aturan: AturanRating) -> list[float]:
    bounds = [item.target.batas[quarter - 1] for item in items if item.target]
    low, high = np.array(bounds, dtype=float).reshape(-1, 2).T
    naik = np.array([not item.turun for item in items], dtype=bool)
    table = capaian(low, high, np.array(numbers, dtype=float), naik, aturan.batas_capaian.isi)
    return [float(value) for value in table["capaian"]]


def mean_achievement(items: Sequence[Indikator], results: Mapping[Key, Hasil]) -> float:
    """Mean over the planned results of the mean over their indicators."""
    by_rhk: dict[int, list[float]] = {}
    for item in items:
        by_rhk.setdefault(item.no_rhk, []).append(results[item.key].capaian)
    return sum(sum(values) / len(values) for values in by_rhk.values()) / len(by_rhk)


def _fits(items: Sequence[Indikator], results: Mapping[Key, Hasil], wanted: Rating, aturan: AturanRating) -> bool:
    """Whether the achievement lies safely within what suggests ``wanted``."""
    mean, limits = mean_achievement(items, results), aturan.saran_hasil.isi
    if wanted is Rating.DI_ATAS:
        return mean >= limits.di_atas + _MARGIN
    if wanted is Rating.DI_BAWAH:
        return mean <= limits.sesuai - _MARGIN
    all_full = all(results[item.key].capaian == limits.di_atas for item in items)
    return all_full or limits.sesuai + _MARGIN <= mean <= limits.di_atas - _MARGIN


def _text(item: Indikator, number: float) -> str:
    return number_text(number) + (item.target.akhiran if item.target else "")
