"""Rules on NIPs that differ in one or two digits and carry the same name: most likely one person and a slip of the typing."""

from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.nip import LENGTH
from kinerja_xl.rows import alike
from kinerja_xl.terms import squeezed

registry = Registry()
_NIP = "Perka BKN 43/2007 (satu orang satu NIP)"
SLIPS = 2
"""Digits that a slip of the typing changes at most: one mistyped, or two exchanged."""


def apart(first: str, second: str) -> int:
    """In how many places two NIPs of the same length differ."""
    return sum(a != b for a, b in zip(first, second, strict=True))


@lru_cache(maxsize=1 << 16)
def _name_key(name: str) -> str:
    """A name as it is compared: without the degrees behind it, capitals, blanks and punctuation."""
    return squeezed(name.split(",", 1)[0])


def _named(people: pd.DataFrame, nip: str, nama: str) -> pd.DataFrame:
    """Rows with a NIP of 18 digits and a name, and the ``kunci`` of that name."""
    keys = people[nama].map({name: _name_key(name) for name in people[nama].unique()}).astype("str")
    return people.assign(kunci=keys)[people[nip].str.fullmatch(rf"\d{{{LENGTH}}}") & (keys != "")]


def _near(rows: pd.DataFrame, nip: str, people: pd.DataFrame) -> pd.DataFrame:
    """Each of ``rows`` with everybody of the same name whose NIP is nearly the one in the column ``nip``."""
    others = (
        people[["kunci", "nip", "berkas", "baris", "nama"]].add_suffix("_lain").rename(columns={"kunci_lain": "kunci"})
    )
    pairs = rows.merge(others, on="kunci")
    pairs = pairs[pairs[nip] != pairs["nip_lain"]]
    return pairs.loc[
        [apart(a, b) <= SLIPS for a, b in zip(pairs[nip].tolist(), pairs["nip_lain"].tolist(), strict=True)]
    ]


def _people(scope: Scope) -> pd.DataFrame:
    return _named(scope.tables.pegawai, "nip", "nama")


def _near_people(scope: Scope) -> pd.DataFrame:
    people = scope.once(_people)
    several = people[people.groupby("kunci")["nip"].transform("nunique").gt(1)]
    return _near(several, "nip", several)


@registry.rule(
    "PEG024",
    Severity.PERINGATAN,
    "Nama yang sama dengan NIP yang hampir sama",
    pesan="{nama} sudah ada di baris {baris_lain} dengan NIP {nip_lain}; NIP di baris ini {nilai}. Mungkin satu orang tertulis dua kali.",
    saran="Cocokkan kedua NIP dengan SK. Bila orangnya sama, hapus baris yang salah; bila memang dua orang, lengkapi namanya dengan gelar.",
    dasar=_NIP,
    contoh="198609262015051001 dan 198609262015051007, keduanya Budi Contoh.",
    silent_after=NIP_BROKEN,
)
def nama_sama_nip_mirip(scope: Scope) -> Iterable[Hits]:
    """1. Two people of a unit with the same name have NIPs that differ in more than two digits."""
    pairs = scope.once(_near_people)
    later = pairs[(pairs["berkas"] == pairs["berkas_lain"]) & (pairs["baris"] > pairs["baris_lain"])]
    yield Hits("pegawai", "nip", later.drop_duplicates(["berkas", "baris"]))


@registry.rule(
    "GAB006",
    Severity.PERINGATAN,
    "Nama yang sama di dua unit dengan NIP yang hampir sama",
    pesan="{nama} dengan NIP {nilai} juga ada di {berkas_lain} dengan NIP {nip_lain}. Mungkin satu orang tercatat di dua unit.",
    saran="Cocokkan kedua NIP dengan SK. Bila orangnya sama, betulkan NIP-nya dan hapus dari unit yang lama.",
    dasar=_NIP,
    contoh="Pegawai pindahan diketik ulang di unit barunya dengan satu angka NIP keliru.",
    silent_after=NIP_BROKEN,
    across=True,
)
def nama_sama_di_dua_unit(scope: Scope) -> Iterable[Hits]:
    """1. Two people of the same name in different units have NIPs that differ in more than two digits."""
    pairs = scope.once(_near_people)
    yield Hits("pegawai", "nip", pairs[pairs["berkas"] != pairs["berkas_lain"]].drop_duplicates(["berkas", "baris"]))


_RATERS = (("nip_penilai", "nama_penilai"), ("nip_atasan", "nama_atasan"))


@registry.rule(
    "GAB005",
    Severity.PERINGATAN,
    "NIP penilai hampir sama dengan NIP pegawai lain",
    pesan="{kolom} {nama} '{nilai}' tidak ada di lembar Pegawai mana pun ({banyak} baris); mungkin yang dimaksud {nama_lain}, NIP {nip_lain}.",
    saran="Cocokkan dengan SK lalu samakan NIP di kolom ini dengan NIP orang itu di lembar Pegawai.",
    dasar=_NIP,
    contoh="NIP lurah di kolom NIP Penilai berbeda satu angka dari NIP lurah di daftar pegawai.",
    across=True,
)
def nip_penilai_mirip(scope: Scope) -> Iterable[Hits]:
    """1. A rater or rater's superior who is nobody's NIP is not nearly somebody of the same name; told once for a unit and rater."""
    people = scope.once(_people)
    for nip, nama in _RATERS:
        typed = _named(scope.tables.pegawai, nip, nama)
        unknown = typed[~typed[nip].isin(people["nip"])]
        unknown = unknown.assign(banyak=alike(unknown, ["berkas", nip]))
        yield Hits("pegawai", nip, _near(unknown, nip, people).drop_duplicates(["berkas", nip]))
