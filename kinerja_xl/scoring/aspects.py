"""Achievement by aspect: of each person the sum and the number of the indicators that have one, so that any group's mean follows."""

import pandas as pd

from kinerja_xl.scoring.words import terms
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Aspek

ASPECTS = (*(str(aspek) for aspek in Aspek), "")
"""The aspects, and none: the forms of leaders name none."""


def columns_of(aspek: str) -> tuple[str, str]:
    """Columns of the sum and the number of an aspect's achievements."""
    name = aspek.lower() or "tanpa_aspek"
    return f"capaian_{name}_jumlah", f"capaian_{name}_banyak"


def with_aspects(people: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """``people`` with the columns of every aspect; indicators without a number do not count."""
    known = indicators[[*PERSON, "aspek", "capaian"]].dropna(subset="capaian")
    groups = known.assign(aspek=terms(known["aspek"], Aspek)).groupby([*PERSON, "aspek"])["capaian"]
    found = groups.agg(["sum", "count"]).unstack("aspek")
    keys = pd.MultiIndex.from_frame(people[PERSON])
    rows = found.reindex(keys).set_axis(people.index)
    return people.assign(
        **{
            name: rows[kind, aspek].fillna(0) if (kind, aspek) in rows else 0.0
            for aspek in ASPECTS
            for kind, name in zip(("sum", "count"), columns_of(aspek), strict=True)
        }
    )
