"""Scores by PermenPANRB 8/2021 from the unit workbook, joined with perilaku by the weights of PP 30/2019.

The arithmetic is in ``permenpanrb_8_2021`` and ``pp_30_2019``. Each IKI has its category and value; an RHK is the mean of its
IKI (deduced: how the aspects of JA/JF are combined could not be read). RHK of the kategori Tambahan count by the weight of the
assignment on their rows.
"""

import numpy as np
import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPermenpan8
from kinerja_xl.scoring import permenpanrb_8_2021, pp_30_2019
from kinerja_xl.scoring.indicators import scored
from kinerja_xl.scoring.numeric import behaviour_value, behaviours, single
from kinerja_xl.scoring.people import RHK, Penilaian, counted, listed, looked_up, per_rhk
from kinerja_xl.scoring.sums import means, sums
from kinerja_xl.scoring.words import is_term
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import Kategori, YaTidak


def penilaian(tables: Tables, indikator: pd.DataFrame, periode: Periode, aturan: AturanPermenpan8) -> Penilaian:
    """Score everybody in ``tables``, with the ``indicators`` of ``periode``, under the rules ``aturan``."""
    rows = valued(scored(indikator, np.inf, {}), aturan)
    rhk = per_rhk(rows).merge(_of_rhk(rows), on=RHK)
    people = counted(tables, periode, aturan.tanggal.year, rows, rhk)
    perilaku = behaviours(tables, periode, aturan)
    main, extra = rhk[~rhk["tambahan"]], rhk[rhk["tambahan"]]
    people["capaian"] = looked_up(people, means(main, PERSON, "capaian"))
    people["nilai_perilaku"] = looked_up(people, behaviour_value(perilaku))
    utama, tambahan = listed(people, main, "nilai"), listed(people, extra, "tertimbang")
    people["nilai_skp"] = [
        permenpanrb_8_2021.nilai_skp(own, more, aturan) for own, more in zip(utama, tambahan, strict=True)
    ]
    people["pendapat"] = _uses_opinions(tables, people)
    people["gagasan"] = is_term(people["gagasan"], YaTidak, YaTidak.YA)
    parts = zip(people["nilai_skp"], people["nilai_perilaku"], people["pendapat"], strict=True)
    people["nilai"] = [pp_30_2019.nilai_kinerja(skp, own, aturan, pendapat=bool(asked)) for skp, own, asked in parts]
    earned = zip(people["nilai"], people["gagasan"], strict=True)
    people["predikat"] = [pp_30_2019.predikat(value, aturan, gagasan=bool(idea)) or "" for value, idea in earned]
    return Penilaian(periode, aturan, people, rhk, rows, perilaku)


def valued(rows: pd.DataFrame, aturan: AturanPermenpan8) -> pd.DataFrame:
    """The indicators with ``persen``, ``kategori_iki``, ``nilai_iki`` and, for additional work, ``bobot`` and ``tertimbang``."""
    full = is_term(rows["target_maksimal"], YaTidak, YaTidak.YA)
    weight, kind = single(rows["bobot_penugasan"]), rows.groupby(RHK, sort=False)["kategori"].transform("first")
    found = permenpanrb_8_2021.nilai_iki(rows["capaian"].to_numpy(), full.to_numpy(), aturan).set_index(rows.index)
    rows = rows.assign(
        maksimal=full,
        persen=found["persen"],
        kategori_iki=found["kategori"],
        nilai_iki=found["nilai"],
        bobot=weight.where(weight >= 0),
        tambahan=is_term(kind, Kategori, Kategori.TAMBAHAN),
    )
    weighed = permenpanrb_8_2021.nilai_tambahan(
        list(rows["kategori_iki"]), rows["bobot"].to_numpy(), rows["nilai_iki"].to_numpy(), aturan
    )
    return rows.assign(tertimbang=pd.Series(weighed, index=rows.index).where(rows["tambahan"]))


def _of_rhk(rows: pd.DataFrame) -> pd.DataFrame:
    """``nilai`` (mean of its IKI) and ``tertimbang`` (their sum) of each RHK; NaN where one is missing."""
    groups = rows.groupby(RHK, sort=False)
    size = groups.size()
    return pd.DataFrame(
        {
            "nilai": means(rows, RHK, "nilai_iki").where(groups["nilai_iki"].count() == size),
            "tertimbang": sums(rows, RHK, "tertimbang").where(groups["tertimbang"].count() == size),
            "tambahan": groups["tambahan"].first(),
        }
    ).reset_index()


def _uses_opinions(tables: Tables, people: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the agency of each person uses the opinions of peers and subordinates (sheet Unit)."""
    unit = tables.unit.drop_duplicates("berkas")
    answers = dict(zip(unit["berkas"], is_term(unit["pendapat"], YaTidak, YaTidak.YA), strict=True))
    return people["berkas"].map(answers).fillna(False).astype(bool)
