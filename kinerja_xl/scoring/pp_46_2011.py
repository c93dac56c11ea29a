"""PP 46/2011 with Perka BKN 1/2013 (SKP until 30 June 2021): aspects of each activity, SKP, perilaku, prestasi kerja, predikat.

All values are points of about 100; targets and results have the unit of their aspect. Nothing is capped above: the sources
give no cap. A missing result makes what rests on it missing (NaN), never zero.
"""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from kinerja_xl.regulations import AturanPp46
from kinerja_xl.regulations.rungs import AturanHemat, PredikatPp46
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.scoring.ladder import Flags, Floats, mean, reached
from kinerja_xl.terms import Aspek

_ROUNDING = 1e-9
_ASPECTS = [str(aspek).lower() for aspek in Aspek]


def rasio(target: Floats, realisasi: Floats) -> Floats:
    """Kuantitas or kualitas of each activity, ``R / T x 100``, at least 0; NaN where a number is missing or the target is not above 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(target > 0, np.maximum(realisasi / target * FULL, 0), np.nan)


def hemat(target: Floats, realisasi: Floats, aturan: AturanHemat) -> Floats:
    """Waktu or biaya of each activity by the rule on savings (Perka BKN 1/2013), at least 0; NaN as in ``rasio``.

    Saved ``100 - R / T x 100`` percent: up to ``aturan.batas`` less is better, beyond it saving more counts down.
    """
    used = rasio(target, realisasi)
    plain = aturan.faktor * FULL - used
    saved = FULL - used
    counted_down = aturan.puncak - (plain - FULL)
    return np.maximum(np.where(within(saved, aturan), plain, counted_down), 0)


def within(saved: Floats, aturan: AturanHemat) -> Flags:
    """Whether ``saved`` percent is still counted as better, not as too fast or too cheap."""
    flags: Flags = saved <= aturan.batas + _ROUNDING
    return flags


def kegiatan(rows: pd.DataFrame, aturan: AturanPp46) -> pd.DataFrame:
    """Value of each activity (row) from its aspects.

    ``rows`` holds ``target_`` and ``realisasi_`` of kuantitas, kualitas, waktu and biaya (NaN where empty). Returns the four
    aspects, ``nilai`` (mean of three, of four where biaya has a target) and ``belum``: the aspects without a value, in words.
    """
    found = pd.DataFrame({aspek: _aspect(rows, aspek, aturan) for aspek in _ASPECTS}, index=rows.index)
    needed = pd.DataFrame(True, index=rows.index, columns=_ASPECTS)
    needed["biaya"] = rows["target_biaya"].notna()
    missing = needed & found.isna()
    nilai = found.where(needed).mean(axis=1).where(~missing.any(axis=1))
    belum = [", ".join(missing.columns[flags]) for flags in missing.to_numpy()]
    return found.assign(nilai=nilai, belum=pd.Series(belum, index=rows.index, dtype="str"))


def nilai_skp(nilai: npt.ArrayLike, aturan: AturanPp46, *, tugas_tambahan: float = 0, kreativitas: float = 0) -> float:
    """SKP: mean of the activities plus the points for additional tasks and creativity.

    NaN without activities, with one missing or with missing points. Raises ValueError for points the regulation does not know.
    """
    _known_points(tugas_tambahan, aturan.pp46_poin_tugas_tambahan.isi, "tugas tambahan")
    _known_points(kreativitas, aturan.pp46_poin_kreativitas.isi, "kreativitas")
    return mean(nilai) + tugas_tambahan + kreativitas


def nilai_perilaku(nilai: Mapping[str, float], aturan: AturanPp46, *, struktural: bool) -> float:
    """Mean of the behaviours; kepemimpinan belongs to structural posts only. NaN where one is missing.

    Raises ValueError for a behaviour that does not belong to the post.
    """
    wanted = aturan.perilaku.isi + (aturan.perilaku_pimpinan.isi if struktural else ())
    unknown = sorted(set(nilai) - set(wanted))
    if unknown:
        raise ValueError(f"Perilaku tidak dinilai pada jabatan ini: {', '.join(unknown)}")
    return mean([nilai.get(name, float("nan")) for name in wanted])


def prestasi(skp: float, perilaku: float, aturan: AturanPp46) -> float:
    """Nilai prestasi kerja: SKP and perilaku by their weights; NaN where one is missing."""
    bobot = aturan.pp46_bobot.isi
    return bobot.skp * skp + bobot.perilaku * perilaku


def predikat(nilai: float, aturan: AturanPp46) -> PredikatPp46 | None:
    """Predikat of a nilai prestasi kerja; None where it is missing."""
    return reached(nilai, aturan.pp46_predikat.isi)


def _aspect(rows: pd.DataFrame, aspek: str, aturan: AturanPp46) -> Floats:
    target = rows[f"target_{aspek}"].to_numpy(dtype="float64")
    realisasi = rows[f"realisasi_{aspek}"].to_numpy(dtype="float64")
    saving = aspek in {Aspek.WAKTU.lower(), Aspek.BIAYA.lower()}
    return hemat(target, realisasi, aturan.pp46_hemat.isi) if saving else rasio(target, realisasi)


def _known_points(points: float, known: tuple[float, ...], what: str) -> None:
    if not math.isnan(points) and points not in known:
        raise ValueError(f"Poin {what} {points:g} tidak dikenal; yang ada: {', '.join(f'{k:g}' for k in known)}")
