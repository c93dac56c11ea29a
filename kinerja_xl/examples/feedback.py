"""What raters say about results: feedback that fits the numbers, recommendations, reasons for deviating."""

from collections.abc import Mapping, Sequence
from random import Random

from kinerja_xl.examples.catalogue import data
from kinerja_xl.examples.plans import RUPIAH, Indikator
from kinerja_xl.examples.results import Hasil, Key
from kinerja_xl.indonesian import number_text
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Predikat, Rating

GRADES = {Rating.DI_ATAS: "lebih", Rating.SESUAI: "sesuai", Rating.DI_BAWAH: "kurang"}
_SHARE_OF_FEEDBACK = 0.6
_SHARE_OF_FOLLOW_UP = 0.65
_SHARE_OF_ADVICE = 0.7
_NEARLY = 2.0
"""Percentage points below the target from which a result is told as nearly reached."""


def grade(achievement: float, aturan: AturanRating) -> str:
    """``lebih``, ``sesuai``, ``hampir`` or ``kurang`` by the thresholds of the local suggestion."""
    limits = aturan.saran_hasil.isi
    if achievement > limits.di_atas:
        return "lebih"
    if achievement < limits.sesuai:
        return "kurang"
    return "sesuai" if achievement > limits.di_atas - _NEARLY else "hampir"


def on_results(
    items: Sequence[Indikator], results: Mapping[Key, Hasil], periode: Periode, rng: Random, aturan: AturanRating
) -> dict[Key, str]:
    """Feedback on some of a person's planned results, at least one, at the first indicator of each."""
    said: dict[Key, str] = {}
    for first in [item for item in items if item.no_iki == 1]:
        if said and rng.random() > _SHARE_OF_FEEDBACK:
            continue
        told = _most_telling([i for i in items if i.no_rhk == first.no_rhk], results)
        said[first.key] = _sentence(told, results[told.key], periode, rng, aturan)
    return said


def _most_telling(items: Sequence[Indikator], results: Mapping[Key, Hasil]) -> Indikator:
    """The indicator furthest from its target; times are told only where there is nothing else."""
    rising = [item for item in items if not item.turun] or list(items)
    return max(rising, key=lambda item: abs(results[item.key].capaian - 100))


def _sentence(item: Indikator, result: Hasil, periode: Periode, rng: Random, aturan: AturanRating) -> str:
    level = grade(result.capaian, aturan)
    opening = rng.choice(data("umpan_balik")["pembuka"][level]).format(
        indikator=_inside(item.indikator),
        realisasi=measured(number_text(result.angka), item.satuan),
        target=target_words(item, periode),
        periode=periode.label,
    )
    return f"{opening} {_follow_up(item.tema, level, rng)}".strip()


def _follow_up(tema: str, level: str, rng: Random) -> str:
    if rng.random() > _SHARE_OF_FOLLOW_UP:
        return ""
    known = data("umpan_balik")["lanjutan"]
    return str(rng.choice(known.get(tema, known["umum"])["kurang" if level == "kurang" else "baik"]))


def on_told(rating: Rating, rng: Random) -> str:
    """Feedback in the qualitative approach."""
    return str(rng.choice(data("umpan_balik")["pembuka"][f"kualitatif_{GRADES[rating]}"]))


def target_words(item: Indikator, periode: Periode) -> str:
    """The target of the period as a sentence says it."""
    if item.target is None:
        return ""
    low, high = item.target.batas[periode.quarter - 1]
    numbers = number_text(low) if low == high else f"{number_text(low)} sampai {number_text(high)}"
    return measured(numbers, item.satuan)


def measured(number: str, satuan: str) -> str:
    """A number with its unit as a sentence says it: ``92,4 persen``, ``Rp1.250.000``, ``6 bulan``."""
    if satuan == RUPIAH:
        return f"Rp{number}"
    return f"{number} {satuan if satuan.isupper() else satuan.lower()}"


def _inside(text: str) -> str:
    """An indicator's text inside a sentence."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]


def recommendation(predikat: Predikat, rng: Random) -> str:
    """What the rater recommends; often, and always where something must change."""
    usual = predikat in (Predikat.SANGAT_BAIK, Predikat.BAIK)
    if usual and rng.random() > _SHARE_OF_ADVICE:
        return ""
    return str(rng.choice(data("umpan_balik")["rekomendasi"][predikat]))


def reason(given: Rating, suggested: Rating, rng: Random) -> str:
    """Why the rater decided otherwise than the numbers suggest."""
    better = list(Rating).index(given) < list(Rating).index(suggested)
    return str(rng.choice(data("umpan_balik")["alasan"]["naik" if better else "turun"]))
