"""What the two schemes with numbers share: the behaviours of each person, who leads, numbers that a rater typed.

Used by ``numeric_pp_46`` and ``numeric_8_2021``. A number that is missing or no single number is NaN, never zero.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanAngka
from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.scoring.sums import means
from kinerja_xl.scoring.words import squeezed_texts, terms
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import JenisJabatan

_LEADING = (JenisJabatan.JPT, JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS)
"""Structural posts: those who lead other people."""


def leads(people: pd.DataFrame) -> "pd.Series[bool]":
    """Who holds a structural post and is therefore judged on kepemimpinan too."""
    return terms(people["jenis_jabatan"], JenisJabatan).isin([jenis.value for jenis in _LEADING])


def behaviours(tables: Tables, periode: Periode, aturan: AturanAngka) -> pd.DataFrame:
    """One row for each person and behaviour that is asked of the post: ``perilaku`` and ``angka`` (NaN where missing).

    Of a behaviour that stands twice the first row counts.
    """
    people = tables.pegawai.drop_duplicates(PERSON)
    wanted = pd.concat(
        [
            people.loc[flags, PERSON].merge(pd.Series(names, name="perilaku", dtype="str"), how="cross")
            for flags, names in (
                (slice(None), aturan.perilaku.isi),
                (leads(people), aturan.perilaku_pimpinan.isi),
            )
        ]
    )
    given = tables.perilaku[PERSON].assign(
        kunci=squeezed_texts(tables.perilaku["nilai"]), angka=single(tables.perilaku[f"angka_{periode.suffix}"])
    )
    keyed = wanted.assign(kunci=squeezed_texts(wanted["perilaku"]))
    rows = keyed.merge(given.drop_duplicates([*PERSON, "kunci"]), how="left", on=[*PERSON, "kunci"])
    return rows.drop(columns="kunci").sort_values(PERSON, kind="stable", ignore_index=True)


def behaviour_value(rows: pd.DataFrame) -> "pd.Series[float]":
    """Mean of the behaviours of each person (index: file and NIP); NaN where one is missing."""
    groups = rows.groupby(PERSON, sort=False)["angka"]
    return means(rows, PERSON, "angka").where(groups.count() == groups.size())


def single(texts: "pd.Series[str]") -> "pd.Series[float]":
    """Numbers typed in a column; NaN where there is none, or a range."""
    found = quantities(texts)
    return found["low"].where(found["low"] == found["high"])


def points(texts: "pd.Series[str]", known: Sequence[float]) -> "pd.Series[float]":
    """Extra points: 0 where nothing is typed, NaN where it is not one of the ``known`` points."""
    numbers = single(texts).where(texts != "", 0.0)
    return numbers.where(numbers.isin(known), np.nan)
