"""Each planned indicator with its result in a period: the joined view that checks and scores work on.

A quarter is held against its cumulative target where one is set, else against the year's target; the year against the year's.
"""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import pandas as pd

from kinerja_xl.indonesian import Quantity, parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.rows import are_among, firsts, keys_of
from kinerja_xl.scoring.achievement import capaian
from kinerja_xl.scoring.words import is_term, terms
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import Arah, Aspek, Pendekatan

KEY = ["berkas", "nip", "no_rhk", "no_iki"]
TARGETS = ("target", *(f"target_{p.suffix}" for p in TRIWULAN))
"""The year's target and the cumulative one of each quarter."""
_SHARED = ["kategori", "rhk_pimpinan", "rhk"]


def indicators(tables: Tables, periode: Periode) -> pd.DataFrame:
    """One row for each row of Rencana, in its order, with the result of ``periode``.

    Adds: ``realisasi``, ``bukti``, ``umpan_balik`` (texts), ``baris_realisasi`` (0 where the row is missing), ``target_periode``
    (text held against), ``target_triwulan`` (whether it is the quarter's own), ``kuantitatif`` and, as numbers, ``low``,
    ``high``, ``angka`` (NaN where unreadable). Text shared by the rows of one RHK is filled from its first row.
    """
    plan = _with_shared_text(tables.rencana)
    suffix = periode.suffix
    results = tables.realisasi[[*KEY, "baris", f"realisasi_{suffix}", f"bukti_{suffix}", f"umpan_balik_{suffix}"]]
    results = results.set_axis([*KEY, "baris_realisasi", "realisasi", "bukti", "umpan_balik"], axis=1)
    results = firsts(results, KEY)
    joined = plan.merge(results, how="left", on=KEY)
    joined["baris_realisasi"] = joined["baris_realisasi"].fillna(0).astype("int64")
    joined[["realisasi", "bukti", "umpan_balik"]] = joined[["realisasi", "bukti", "umpan_balik"]].fillna("")
    own = (
        plan[f"target_{suffix}"].to_numpy() if periode is not Periode.TAHUNAN else np.full(len(plan), "", dtype=object)
    )
    joined["target_triwulan"] = own != ""
    joined["target_periode"] = np.where(own != "", own, joined["target"].to_numpy())
    joined["kuantitatif"] = _quantitative(joined, tables.pegawai)
    target, result = quantities(joined["target_periode"]), quantities(joined["realisasi"])
    joined["low"], joined["high"], joined["angka"] = (
        target["low"],
        target["high"],
        result["low"].where(result["low"] == result["high"]),
    )
    joined["satuan_target"], joined["satuan_realisasi"] = target["unit"], result["unit"]
    return joined


def scored(rows: pd.DataFrame, batas: float, bawaan: Mapping[Aspek, Arah]) -> pd.DataFrame:
    """``indicators`` (``rows``) with ``acuan``, ``mentah``, ``capaian`` (percent) and ``rumus``; qualitative indicators have no number.

    ``batas`` is the cap in percent, ``bawaan`` the direction of each aspect where a row names none; more is better otherwise.
    """
    naik = _rising(rows, bawaan)
    result = rows["angka"].where(rows["kuantitatif"]).to_numpy()
    numbers = capaian(rows["low"].to_numpy(), rows["high"].to_numpy(), result, naik.to_numpy(), batas)
    return pd.concat([rows.assign(naik=naik), numbers.set_index(rows.index)], axis=1)


def _rising(rows: pd.DataFrame, bawaan: Mapping[Aspek, Arah]) -> "pd.Series[bool]":
    falling = [aspek.value for aspek, arah in bawaan.items() if arah is Arah.TURUN]
    typed, by_aspect = terms(rows["arah"], Arah), terms(rows["aspek"], Aspek).isin(falling)
    return ~((typed == Arah.TURUN) | ((typed == "") & by_aspect))


def quantities(texts: "pd.Series[str]") -> pd.DataFrame:
    """Numbers read from texts: ``low`` and ``high`` (NaN where unreadable or empty) and ``unit``."""
    nothing = Quantity(np.nan, np.nan, "")
    codes, different = pd.factorize(texts)
    read = [(parse_quantity(text) if text else None) or nothing for text in different]
    known = pd.DataFrame(read, columns=["low", "high", "unit"])
    known = known.astype({"low": "float64", "high": "float64", "unit": "str"})
    return known.take(codes).set_axis(texts.index)


def _with_shared_text(rencana: pd.DataFrame) -> pd.DataFrame:
    """Fill kategori and RHK texts that people write only on the first row of an RHK."""
    rhk = list(keys_of(rencana, KEY[:3]))
    return rencana.assign(**{column: _shared(rhk, rencana[column]) for column in _SHARED})


def _shared(rhk: Sequence[Hashable], texts: "pd.Series[str]") -> "pd.Series[str]":
    first: dict[Hashable, str] = {}
    for key, text in zip(rhk, texts.tolist(), strict=True):
        if text:
            first.setdefault(key, text)
    filled = [text or first.get(key, "") for key, text in zip(rhk, texts.tolist(), strict=True)]
    return pd.Series(filled, index=texts.index, dtype="str")


def _quantitative(rows: pd.DataFrame, pegawai: pd.DataFrame) -> "pd.Series[bool]":
    qualitative = pegawai.loc[is_term(pegawai["pendekatan"], Pendekatan, Pendekatan.KUALITATIF), PERSON]
    return ~are_among(rows, PERSON, keys_of(qualitative, PERSON))
