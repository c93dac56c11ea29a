"""Development of each person: hours (jam pelajaran) recorded in the year and the activities in words."""

from collections.abc import Hashable

import pandas as pd

from kinerja_xl.rows import keys_of
from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.scoring.people import looked_up
from kinerja_xl.scoring.sums import sums
from kinerja_xl.scoring.words import is_term
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import StatusKegiatan


def hours(tables: Tables) -> "pd.Series[float]":
    """Hours of the activities of each row of Pegawai, what is only planned left out; 0 where there is nothing."""
    earned = ~is_term(tables.pengembangan["status"], StatusKegiatan, StatusKegiatan.RENCANA)
    rows = tables.pengembangan[PERSON].assign(jp=quantities(tables.pengembangan["jp"])["low"].where(earned))
    return looked_up(tables.pegawai, sums(rows, PERSON, "jp")).fillna(0.0)


def activities(tables: Tables) -> "pd.Series[str]":
    """The activities of each row of Pegawai, one a line: kind, name, hours, state."""
    rows = tables.pengembangan
    told = zip(*(rows[key].tolist() for key in ("bentuk", "kegiatan", "jp", "status")), strict=True)
    said: dict[Hashable, list[str]] = {}
    for who, (bentuk, kegiatan, jp, status) in zip(keys_of(rows, PERSON), told, strict=True):
        said.setdefault(who, []).append(f"{bentuk}: {kegiatan} ({jp or '-'} JP, {status.lower()})")
    people = tables.pegawai
    return pd.Series(["\n".join(said.get(who, ())) for who in keys_of(people, PERSON)], people.index, dtype="str")
