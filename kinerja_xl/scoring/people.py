"""What every scheme knows of a person in a period, whatever the way of scoring: counts, feedback, the rater's row, months.

``counted`` returns one row for each row of Pegawai, in its order; the schemes (``rating``, ``numeric_8_2021``,
``numeric_pp_46``) add their scores. Who has a blocking finding is left out by the caller.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan
from kinerja_xl.rows import firsts, keys_of
from kinerja_xl.scoring.credit import months_in_post
from kinerja_xl.scoring.indicators import KEY
from kinerja_xl.scoring.sums import means
from kinerja_xl.scoring.words import is_term
from kinerja_xl.tables import PERSON, Tables

RHK = KEY[:3]
"""Columns that name an RHK of a person in one workbook."""

_NUMBERS = ("capaian", "skor_perilaku", "nilai_skp", "nilai_perilaku", "nilai", "angka_kredit")
_TEXTS = ("saran_hasil", "saran_perilaku", "rating_hasil", "rating_perilaku", "predikat")
_RATED = ("tanggal", "rekomendasi", "alasan", "tugas_tambahan", "kreativitas", "gagasan")


@dataclass(frozen=True)
class Penilaian:
    """Scores of a period with what they were made of.

    ``pegawai``: one row a person with ``predikat`` and, as the scheme has them, ``capaian`` (percent), suggestions and ratings,
    or ``nilai_skp``, ``nilai_perilaku`` and ``nilai`` (points; NaN where missing), and sums by aspect, see ``aspects``. ``rhk``: one row an RHK (``capaian``,
    ``terisi`` of ``indikator``). ``indikator``: one row an indicator, see ``indicators.indicators``. ``perilaku``: one row for
    each behaviour (``perilaku``, and ``angka``: its helper score or its number; NaN where missing).
    """

    periode: Periode
    aturan: Aturan
    pegawai: pd.DataFrame
    rhk: pd.DataFrame
    indikator: pd.DataFrame
    perilaku: pd.DataFrame


def counted(tables: Tables, periode: Periode, tahun: int, rows: pd.DataFrame, rhk: pd.DataFrame) -> pd.DataFrame:
    """Everybody with counts of RHK and IKI, feedback, the rater's row of the period, months; scores are still empty."""
    people = tables.pegawai.merge(_counts(rhk), how="left", on=PERSON)
    counts = ["rhk_jumlah", "iki_jumlah", "iki_terisi"]
    people[counts] = people[counts].fillna(0).astype("int64")
    given = rated(tables, periode)[[*PERSON, "baris", *_RATED]].rename(columns={"baris": "baris_penilaian"})
    people = people.merge(given, how="left", on=PERSON)
    people = people.merge(feedback(rows, "umpan_balik_hasil"), how="left", on=PERSON)
    people = people.merge(_behaviour_feedback(tables, periode), how="left", on=PERSON)
    said = ["umpan_balik_hasil", "umpan_balik_perilaku", *_RATED]
    people[said] = people[said].fillna("")
    people["bulan"] = months_in_post(people, periode, tahun)
    return people.assign(**dict.fromkeys(_NUMBERS, np.nan), **dict.fromkeys(_TEXTS, ""))


def per_rhk(rows: pd.DataFrame) -> pd.DataFrame:
    """Mean ``capaian`` of each RHK over the indicators that have a number; a missing one is counted as missing, not as zero."""
    groups = rows.assign(terisi=rows["realisasi"] != "").groupby(RHK, sort=False)
    found = groups.agg(
        rhk=("rhk", "first"), kategori=("kategori", "first"), indikator=("no_iki", "size"), terisi=("terisi", "sum")
    )
    return found.assign(capaian=means(rows, RHK, "capaian")).reset_index()


def feedback(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The distinct texts of ``umpan_balik`` of each person, one a line, in the order of the form, as column ``name``."""
    said: dict[tuple[str, str], dict[str, None]] = {}
    for file, nip, text in zip(*(rows[key].tolist() for key in (*PERSON, "umpan_balik")), strict=True):
        said.setdefault((file, nip), {})[text] = None
    joined = [(*who, "\n".join(filter(None, texts))) for who, texts in said.items()]
    return pd.DataFrame(joined, columns=[*PERSON, name]).astype("str")


def looked_up(people: pd.DataFrame, values: "pd.Series[Any]") -> "pd.Series[Any]":
    """The value of each person in a series indexed by file and NIP; NaN where there is none."""
    known = dict(zip(values.index.tolist(), values.tolist(), strict=True))
    found = [known.get(who, np.nan) for who in keys_of(people, PERSON)]
    return pd.Series(found, index=people.index, dtype="float64" if values.dtype.kind in "iu" else values.dtype)


def listed(people: pd.DataFrame, rows: pd.DataFrame, key: str) -> list[list[float]]:
    """The numbers ``key`` of each person's ``rows``, in their order; an empty list where there are none."""
    found = {who: list(values) for who, values in rows.groupby(PERSON, sort=False)[key]}
    return [found.get(who, []) for who in zip(people["berkas"], people["nip"], strict=True)]


def _counts(rhk: pd.DataFrame) -> pd.DataFrame:
    groups = rhk.groupby(PERSON, sort=False)
    return groups.agg(
        rhk_jumlah=("no_rhk", "size"), iki_jumlah=("indikator", "sum"), iki_terisi=("terisi", "sum")
    ).reset_index()


def _behaviour_feedback(tables: Tables, periode: Periode) -> pd.DataFrame:
    rows = tables.perilaku[[*PERSON, "nilai"]].copy()
    text = tables.perilaku[f"umpan_balik_{periode.suffix}"]
    rows["umpan_balik"] = np.where(text != "", tables.perilaku["nilai"] + ": " + text, "")
    return feedback(rows, "umpan_balik_perilaku")


def rated(tables: Tables, periode: Periode) -> pd.DataFrame:
    """The rater's rows of the period as typed, the first for each person."""
    return firsts(tables.penilaian[is_term(tables.penilaian["periode"], Periode, periode)], PERSON)
