"""The rule on the cascade: the superior's RHK that a person names stands in the superior's plan."""

from collections.abc import Iterable
from difflib import SequenceMatcher

import pandas as pd

from kinerja_xl.checks.rencana import first_of_rhk, uses_ja_jf
from kinerja_xl.checks.rule import SHOWN, Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import cut
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, firsts, keys_of
from kinerja_xl.scoring.words import squeezed_texts
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import squeezed

registry = Registry(AturanRating)
SAME = 0.95
"""From this likeness on two texts differ only by a slip of the typing."""
ALIKE = 0.5
"""From this likeness on a text is named as the one that was probably meant."""
_CHAIN = ["nip_penilai", "nip_atasan", "nama_penilai"]


@registry.rule(
    "REN017",
    Severity.PERINGATAN,
    "RHK pimpinan tidak ada dalam rencana penilai",
    pesan="RHK pimpinan '{nilai}' (RHK {no_rhk} milik {nama}) tidak ada dalam rencana {nama_penilai}{mirip}.",
    saran="Salin RHK yang didukung dari rencana penilai di lembar Rencana, atau betulkan NIP penilainya.",
    dasar="PermenPANRB 6/2022, Lampiran (rencana hasil kerja pimpinan yang diintervensi)",
    contoh="RHK pimpinan tahun lalu masih tersalin, padahal rencana lurah sudah berganti.",
    silent_after=("PEG013",),
    across=True,
)
def rhk_pimpinan_lain(scope: Scope) -> Iterable[Hits]:
    """1. The text is an RHK of the rater or the rater's superior, or of another leader of the unit.

    2. A rater without a plan, or with one not yet complete, is not held against it.
    """
    plans = _plans(scope)
    rows = _linked(scope)
    rows = rows[rows["nip_penilai"].isin(plans["nip"]) & ~_in_chain(rows, plans) & ~_of_a_leader(scope, rows, plans)]
    by_rater = plans[plans["nip"].isin(rows["nip_penilai"])].groupby("nip")["rhk"].agg(list).to_dict()
    closest = [
        _closest(text, by_rater[nip]) for text, nip in zip(rows["rhk_pimpinan"], rows["nip_penilai"], strict=True)
    ]
    least = scope.aturan.kewajaran.isi.teks_salinan
    lost = [not _same(text, found, least) for text, found in zip(rows["rhk_pimpinan"], closest, strict=True)]
    rows = rows.assign(mirip=[_told(t, found) for t, found in zip(rows["rhk_pimpinan"], closest, strict=True)])
    yield Hits("rencana", "rhk_pimpinan", rows.loc[lost])


def _plans(scope: Scope) -> pd.DataFrame:
    """Every RHK of everybody whose plan has no RHK without its text: ``nip``, ``berkas``, ``rhk``, ``kunci``."""
    columns = [*PERSON, "rhk"]
    rows = firsts(scope.indikator[columns], columns)
    rows = rows[(rows["nip"] != "") & ~rows["nip"].isin(rows.loc[rows["rhk"] == "", "nip"])]
    return rows.assign(kunci=squeezed_texts(rows["rhk"]))


def _linked(scope: Scope) -> pd.DataFrame:
    """The first row of each RHK of a JA/JF form that names a superior's RHK, with the rater of its person."""
    rows = scope.indikator
    rows = first_of_rhk(rows[(rows["rhk_pimpinan"] != "") & uses_ja_jf(scope, rows)])
    people = firsts(scope.tables.pegawai, PERSON)[[*PERSON, *_CHAIN]]
    return rows.assign(kunci=squeezed_texts(rows["rhk_pimpinan"])).merge(people, on=PERSON)


def _in_chain(rows: pd.DataFrame, plans: pd.DataFrame) -> "pd.Series[bool]":
    known = set(keys_of(plans, ["nip", "kunci"]))
    return are_among(rows, ["nip_penilai", "kunci"], known) | are_among(rows, ["nip_atasan", "kunci"], known)


def _of_a_leader(scope: Scope, rows: pd.DataFrame, plans: pd.DataFrame) -> "pd.Series[bool]":
    leading = plans[plans["nip"].isin(scope.tables.pegawai["nip_penilai"])]
    return are_among(rows, ["berkas", "kunci"], keys_of(leading, ["berkas", "kunci"]))


def _closest(text: str, plan: list[str]) -> str:
    return max(plan, key=lambda rhk: _likeness(text, rhk))


def _likeness(first: str, second: str) -> float:
    return (
        1.0 if squeezed(second) in squeezed(first) else SequenceMatcher(None, squeezed(first), squeezed(second)).ratio()
    )


def _same(text: str, rhk: str, least: int) -> bool:
    """Whether a text means an RHK: nearly letter for letter, with more around it, or its beginning or part if long enough."""
    key = squeezed(text)
    return _likeness(text, rhk) >= SAME or (len(key) >= least and key in squeezed(rhk))


def _told(text: str, rhk: str) -> str:
    return f"; yang paling mirip: '{cut(rhk, SHOWN)}'" if _likeness(text, rhk) >= ALIKE else ""
