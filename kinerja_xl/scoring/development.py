"""Development of each person: hours (jam pelajaran) recorded in the year and the activities in words."""

import pandas as pd

from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.scoring.sums import sums
from kinerja_xl.scoring.words import is_term
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import StatusKegiatan


def hours(tables: Tables) -> "pd.Series[float]":
    """Hours of the activities of each row of Pegawai, what is only planned left out; 0 where there is nothing."""
    earned = ~is_term(tables.pengembangan["status"], StatusKegiatan, StatusKegiatan.RENCANA)
    rows = tables.pengembangan[PERSON].assign(jp=quantities(tables.pengembangan["jp"])["low"].where(earned))
    total = sums(rows, PERSON, "jp").reset_index()
    return tables.pegawai[PERSON].merge(total, how="left", on=PERSON)["jp"].fillna(0.0)


def activities(tables: Tables) -> "pd.Series[str]":
    """The activities of each row of Pegawai, one a line: kind, name, hours, state."""
    rows = tables.pengembangan
    texts = (
        rows["bentuk"]
        + ": "
        + rows["kegiatan"]
        + " ("
        + rows["jp"].where(rows["jp"] != "", "-")
        + " JP, "
        + rows["status"].str.lower()
        + ")"
    )
    said = rows[PERSON].assign(teks=texts).groupby(PERSON, sort=False)["teks"].agg("\n".join).reset_index()
    return tables.pegawai[PERSON].merge(said, how="left", on=PERSON)["teks"].fillna("")
