"""Tells how a person's score came about, step by step, so that each number can be checked by hand.

It narrates the numbers that a scheme computed (``people.Penilaian``); it does not compute them again. What a scheme tells
stands in ``trace_rating``, ``trace_8_2021`` and ``trace_pp_46``.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.scoring.step import Person, Record, Step
from kinerja_xl.tables import PERSON

Key = tuple[str, str]


def steps(score: Penilaian, berkas: str, nip: str) -> list[Step]:
    """All steps from the indicators to the predikat of one person; empty where the person is not there."""
    return next((found for _, found in traces(score, {(berkas, nip)})), [])


def traces(score: Penilaian, only: Collection[Key] | None = None) -> Iterator[tuple[Key, list[Step]]]:
    """The steps of everybody (or of the (file, NIP) in ``only``), in the order of the people; who stands twice is told twice."""
    tell = skema_of(score.aturan).langkah
    frames = [_grouped(frame, only) for frame in (score.indikator, score.rhk, score.perilaku)]
    for key, records in _grouped(score.pegawai, only).items():
        for record in records:
            yield key, tell(Person(record, *(found.get(key, []) for found in frames)), score.aturan)


def _grouped(frame: pd.DataFrame, only: Collection[Key] | None) -> dict[Key, list[Record]]:
    if frame.empty:
        return {}
    if only is not None:
        frame = frame[pd.MultiIndex.from_frame(frame[PERSON]).isin(list(only))]
    found: dict[Key, list[Record]] = {}
    for record in frame.to_dict("records"):
        found.setdefault((str(record["berkas"]), str(record["nip"])), []).append(_named(record))
    return found


def _named(record: Mapping[Hashable, Any]) -> Record:
    return {str(key): value for key, value in record.items()}
