"""Scores by PermenPANRB 6/2022: achievement and helper scores give suggestions, the rater gives ratings, the matrix the predikat.

No percentage decides a rating; see ``ratings`` for the suggestions.
"""

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.local import BobotKategori
from kinerja_xl.scoring.credit import angka_kredit_pegawai
from kinerja_xl.scoring.indicators import scored
from kinerja_xl.scoring.people import Penilaian, counted, looked_up, per_rhk, rated
from kinerja_xl.scoring.ratings import predikat, saran_hasil, saran_perilaku
from kinerja_xl.scoring.sums import means, sums
from kinerja_xl.scoring.words import is_term, terms
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import Kategori, Rating

SCORES = (1, 2, 3)
"""Helper scores of behaviour: below, as expected, above."""


def penilaian(tables: Tables, indikator: pd.DataFrame, periode: Periode, aturan: AturanRating) -> Penilaian:
    """Score everybody in ``tables``, with the ``indicators`` of ``periode``, under the rules ``aturan``."""
    rows = scored(indikator, aturan.batas_capaian.isi, aturan.arah_bawaan.isi)
    rhk = weighed(per_rhk(rows), aturan.bobot_kategori.isi)
    people = counted(tables, periode, aturan.tanggal.year, rows, rhk)
    people["capaian"] = looked_up(people, _achievement(rhk))
    perilaku = helper_scores(tables, periode)
    people["skor_perilaku"] = looked_up(people, means(perilaku, PERSON, "angka"))
    given = rated(tables, periode).set_index(PERSON)
    for key in ("rating_hasil", "rating_perilaku"):
        people[key] = looked_up(people, terms(given[key], Rating)).fillna("")
    people["saran_hasil"] = saran_hasil(people["capaian"], aturan)
    people["saran_perilaku"] = saran_perilaku(people["skor_perilaku"], aturan)
    people["predikat"] = predikat(people["rating_hasil"], people["rating_perilaku"], aturan)
    people["angka_kredit"] = angka_kredit_pegawai(people, aturan)
    return Penilaian(periode, aturan, people, rhk, rows, perilaku)


def weighed(rhk: pd.DataFrame, bobot: BobotKategori) -> pd.DataFrame:
    """The RHK with ``bobot``, the weight of its kategori (an unknown kategori weighs like Utama)."""
    extra = is_term(rhk["kategori"], Kategori, Kategori.TAMBAHAN)
    return rhk.assign(bobot=extra.map({True: bobot.tambahan, False: bobot.utama}).astype("float64"))


def _achievement(rhk: pd.DataFrame) -> "pd.Series[float]":
    """Weighted mean over the RHK that have a number; NaN where none has (or all weigh nothing)."""
    rows = rhk[rhk["capaian"].notna()]
    weight = sums(rows, PERSON, "bobot")
    return sums(rows.assign(kali=rows["capaian"] * rows["bobot"]), PERSON, "kali") / weight.where(weight > 0)


def helper_scores(tables: Tables, periode: Periode) -> pd.DataFrame:
    """The helper score of each row of Perilaku as ``angka``; NaN where there is none that counts: as in the cells, 1, 2, 3 alone."""
    scores = tables.perilaku[f"skor_{periode.suffix}"].map({str(score): float(score) for score in SCORES})
    names = tables.perilaku[[*PERSON, "nilai"]].rename(columns={"nilai": "perilaku"})
    return names.assign(angka=scores.astype("float64"))
