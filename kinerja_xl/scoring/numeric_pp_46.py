"""Scores by PP 46/2011 from the unit workbook: an RHK is an activity, its rows are the aspects, perilaku has numbers.

The arithmetic is in ``pp_46_2011``. Only RHK of the kategori Utama are activities of the SKP; additional tasks and creativity
count by the points on the sheet Penilaian.
"""

import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPp46
from kinerja_xl.scoring import pp_46_2011
from kinerja_xl.scoring.ladder import mean
from kinerja_xl.scoring.numeric import behaviour_value, behaviours, points
from kinerja_xl.scoring.people import RHK, Penilaian, counted, listed, looked_up, per_rhk
from kinerja_xl.scoring.words import is_term, terms
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Aspek, Kategori

ASPECTS = tuple(str(aspek).lower() for aspek in Aspek)


def penilaian(tables: Tables, indikator: pd.DataFrame, periode: Periode, aturan: AturanPp46) -> Penilaian:
    """Score everybody in ``tables``, with the ``indicators`` of ``periode``, under the rules ``aturan``."""
    rows = indikator.assign(aspek_dibaca=terms(indikator["aspek"], Aspek).str.lower())
    wide = activities(rows, aturan)
    rows["ganda"] = (rows["aspek_dibaca"] != "") & rows.duplicated([*RHK, "aspek_dibaca"])
    rows["capaian"] = _of_aspect(rows, wide).where(~rows["ganda"])
    rhk = per_rhk(rows).drop(columns="capaian").merge(wide.rename(columns={"nilai": "capaian"}).reset_index(), on=RHK)
    rhk["tambahan"] = is_term(rhk["kategori"], Kategori, Kategori.TAMBAHAN)
    people = counted(tables, periode, aturan.tanggal.year, rows, rhk)
    perilaku = behaviours(tables, periode, aturan)
    people["nilai_perilaku"] = looked_up(people, behaviour_value(perilaku))
    people["poin_tugas_tambahan"] = points(people["tugas_tambahan"], aturan.pp46_poin_tugas_tambahan.isi)
    people["poin_kreativitas"] = points(people["kreativitas"], aturan.pp46_poin_kreativitas.isi)
    done = listed(people, rhk[~rhk["tambahan"]], "capaian")
    people["capaian"] = [mean(values) for values in done]
    people["nilai_skp"] = [
        pp_46_2011.nilai_skp(values, aturan, tugas_tambahan=extra, kreativitas=ideas)
        for values, extra, ideas in zip(done, people["poin_tugas_tambahan"], people["poin_kreativitas"], strict=True)
    ]
    both = zip(people["nilai_skp"], people["nilai_perilaku"], strict=True)
    people["nilai"] = [pp_46_2011.prestasi(skp, perilaku, aturan) for skp, perilaku in both]
    people["predikat"] = [pp_46_2011.predikat(nilai, aturan) or "" for nilai in people["nilai"]]
    return Penilaian(periode, aturan, people, rhk, rows, perilaku)


def activities(rows: pd.DataFrame, aturan: AturanPp46) -> pd.DataFrame:
    """Each RHK (index) with the values of its aspects, ``nilai`` and ``belum``, see ``pp_46_2011.kegiatan``.

    Of an aspect that stands twice in an RHK the first row counts. Qualitative plans have no numbers.
    """
    known = rows[rows["aspek_dibaca"] != ""].drop_duplicates([*RHK, "aspek_dibaca"])
    target = known["low"].where(known["kuantitatif"] & (known["low"] == known["high"]))
    numbers = known.assign(target=target, realisasi=known["angka"].where(known["kuantitatif"]))
    wide = numbers.pivot(index=RHK, columns="aspek_dibaca", values=["target", "realisasi"])
    wide.columns = pd.Index(["_".join(pair) for pair in wide.columns.to_flat_index()])
    every = [f"{kind}_{aspek}" for kind in ("target", "realisasi") for aspek in ASPECTS]
    index = pd.MultiIndex.from_frame(rows[RHK].drop_duplicates())
    return pp_46_2011.kegiatan(wide.reindex(index=index, columns=every).astype("float64"), aturan)


def _of_aspect(rows: pd.DataFrame, wide: pd.DataFrame) -> "pd.Series[float]":
    """Value of the aspect that each row stands for."""
    long = wide[list(ASPECTS)].stack().rename_axis([*RHK, "aspek_dibaca"])
    keys = pd.MultiIndex.from_frame(rows[[*RHK, "aspek_dibaca"]])
    return pd.Series(long.reindex(keys).to_numpy(), index=rows.index)
