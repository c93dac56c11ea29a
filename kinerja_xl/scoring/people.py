"""The Penilaian of each person in a period: achievement, suggestions, ratings, predikat, angka kredit, feedback.

``penilaian`` returns one row for each row of Pegawai, in its order. Who has a blocking finding is left out by the caller.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan
from kinerja_xl.scoring.credit import angka_kredit_pegawai, months_in_post
from kinerja_xl.scoring.indicators import KEY, quantities, scored
from kinerja_xl.scoring.ratings import predikat, saran_hasil, saran_perilaku
from kinerja_xl.scoring.words import is_term, terms
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import Rating

SCORES = (1, 2, 3)
"""Helper scores of behaviour: below, as expected, above."""


@dataclass(frozen=True)
class Penilaian:
    """Scores of a period with what they were made of.

    ``pegawai``: one row a person; ``rhk``: one row an RHK (``capaian`` in percent, ``terisi`` of ``indikator``);
    ``indikator``: one row an indicator, see ``indicators.scored``.
    """

    periode: Periode
    aturan: Aturan
    pegawai: pd.DataFrame
    rhk: pd.DataFrame
    indikator: pd.DataFrame


def penilaian(tables: Tables, periode: Periode, aturan: Aturan) -> Penilaian:
    """Score everybody in ``tables`` for ``periode`` under the rules ``aturan``."""
    rows = scored(tables, periode, aturan)
    rhk = _per_rhk(rows)
    people = tables.pegawai.merge(_per_person(rhk), how="left", on=PERSON)
    people[["rhk_jumlah", "iki_jumlah", "iki_terisi"]] = (
        people[["rhk_jumlah", "iki_jumlah", "iki_terisi"]].fillna(0).astype("int64")
    )
    people = people.merge(_behaviour(tables, periode), how="left", on=PERSON).merge(
        _rated(tables, periode), how="left", on=PERSON
    )
    people = people.merge(_feedback(rows, "umpan_balik_hasil"), how="left", on=PERSON)
    texts = [
        "umpan_balik_hasil",
        "umpan_balik_perilaku",
        "rating_hasil",
        "rating_perilaku",
        "tanggal",
        "rekomendasi",
        "alasan",
    ]
    people[texts] = people[texts].fillna("")
    people["saran_hasil"] = saran_hasil(people["capaian"], aturan)
    people["saran_perilaku"] = saran_perilaku(people["skor_perilaku"], aturan)
    people["predikat"] = predikat(people["rating_hasil"], people["rating_perilaku"], aturan)
    people["bulan"] = months_in_post(people, periode, aturan.tanggal.year)
    people["angka_kredit"] = angka_kredit_pegawai(people, aturan)
    return Penilaian(periode, aturan, people, rhk, rows)


def _per_rhk(rows: pd.DataFrame) -> pd.DataFrame:
    """Mean achievement of each RHK over the indicators that have a number; a missing one is counted as missing, not as zero."""
    groups = rows.assign(terisi=rows["realisasi"] != "").groupby(KEY[:3], sort=False)
    return groups.agg(
        rhk=("rhk", "first"),
        kategori=("kategori", "first"),
        indikator=("no_iki", "size"),
        terisi=("terisi", "sum"),
        capaian=("capaian", "mean"),
    ).reset_index()


def _per_person(rhk: pd.DataFrame) -> pd.DataFrame:
    groups = rhk.groupby(PERSON, sort=False)
    return groups.agg(
        rhk_jumlah=("no_rhk", "size"),
        iki_jumlah=("indikator", "sum"),
        iki_terisi=("terisi", "sum"),
        capaian=("capaian", "mean"),
    ).reset_index()


def _behaviour(tables: Tables, periode: Periode) -> pd.DataFrame:
    """Mean helper score and the feedback on behaviour of each person."""
    rows = tables.perilaku[[*PERSON, "nilai"]].copy()
    scores = quantities(tables.perilaku[f"skor_{periode.suffix}"])["low"]
    rows["skor_perilaku"] = scores.where(scores.isin(SCORES))
    text = tables.perilaku[f"umpan_balik_{periode.suffix}"]
    rows["umpan_balik"] = np.where(text != "", tables.perilaku["nilai"] + ": " + text, "")
    return _feedback(rows, "umpan_balik_perilaku").merge(
        rows.groupby(PERSON, sort=False)["skor_perilaku"].mean().reset_index(), on=PERSON
    )


def _feedback(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The distinct feedback texts of each person, one a line, in the order of the form."""
    said = rows.drop_duplicates([*PERSON, "umpan_balik"])
    joined = said.groupby(PERSON, sort=False)["umpan_balik"].agg(lambda texts: "\n".join(t for t in texts if t))
    return joined.rename(name).reset_index()


def _rated(tables: Tables, periode: Periode) -> pd.DataFrame:
    """The supervisor's row of the period for each person."""
    rows = tables.penilaian[is_term(tables.penilaian["periode"], Periode, periode)].drop_duplicates(PERSON)
    rows = rows[[*PERSON, "baris", "rating_hasil", "rating_perilaku", "tanggal", "rekomendasi", "alasan"]].rename(
        columns={"baris": "baris_penilaian"}
    )
    return rows.assign(
        rating_hasil=terms(rows["rating_hasil"], Rating), rating_perilaku=terms(rows["rating_perilaku"], Rating)
    )
