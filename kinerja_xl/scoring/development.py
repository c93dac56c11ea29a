"""Development of each person: hours (jam pelajaran) recorded in the year and the activities in words."""

import pandas as pd

from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.tables import Tables

PERSON = ["berkas", "nip"]


def hours(tables: Tables) -> "pd.Series[float]":
    """Hours of all recorded activities of each row of Pegawai; 0 where nothing is recorded."""
    rows = tables.pengembangan[PERSON].assign(jp=quantities(tables.pengembangan["jp"])["low"])
    total = rows.groupby(PERSON)["jp"].sum().rename("jp").reset_index()
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
