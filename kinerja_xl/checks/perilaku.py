"""Rules on the sheet Perilaku: the seven BerAKHLAK values of every person."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rencana import unknown_nip
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.scoring.words import no_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Nilai

registry = Registry(AturanRating)
_PERILAKU = "PermenPANRB 6/2022, Lampiran (perilaku kerja BerAKHLAK)"


@registry.rule(
    "PRL001",
    Severity.PERINGATAN,
    "Nilai perilaku tidak lengkap",
    pesan="{nama} baru mempunyai {jumlah} dari {semua} nilai BerAKHLAK.",
    saran="Lengkapi ketujuh nilai di lembar Perilaku.",
    dasar=_PERILAKU,
    silent_after=NIP_BROKEN,
)
def tidak_tujuh(scope: Scope) -> Iterable[Hits]:
    """1. Every person has a row for each of the values."""
    rows = scope.tables.perilaku
    counted = rows.assign(jumlah=rows.groupby(PERSON)["nilai"].transform("size"), semua=len(Nilai))
    people = pd.MultiIndex.from_frame(scope.tables.pegawai[PERSON])
    short = counted[(counted["jumlah"] < len(Nilai)) & pd.MultiIndex.from_frame(counted[PERSON]).isin(people)]
    yield Hits("perilaku", "nilai", short.drop_duplicates(PERSON))
    has_rows = people.isin(pd.MultiIndex.from_frame(rows[PERSON]))
    nobody = scope.tables.pegawai[~has_rows & (scope.tables.pegawai["nip"] != "")]
    yield Hits("pegawai", "nip", nobody.assign(jumlah=0, semua=len(Nilai)))


@registry.rule(
    "PRL002",
    Severity.PERINGATAN,
    "Nilai perilaku tidak dikenal",
    pesan="'{nilai}' pada baris {nama} bukan salah satu nilai BerAKHLAK.",
    saran="Pilih nilai dari daftar.",
    dasar=_PERILAKU,
)
def nilai_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. A row names one of the seven values."""
    rows = scope.tables.perilaku
    yield Hits("perilaku", "nilai", rows[no_term(rows["nilai"], Nilai)])


@registry.rule(
    "PRL003",
    Severity.PERINGATAN,
    "Nilai perilaku ganda",
    pesan="Nilai {nilai} milik {nama} sudah ada di baris {pertama}.",
    saran="Sisakan satu baris untuk setiap nilai.",
    dasar="Formulir baku: lembar Perilaku",
    untuk=Aturan,
)
def nilai_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A value stands once for a person."""
    rows = scope.tables.perilaku
    rows = rows.assign(pertama=rows.groupby([*PERSON, "nilai"])["baris"].transform("first"))
    yield Hits("perilaku", "nilai", rows[(rows["nilai"] != "") & (rows["baris"] != rows["pertama"])])


@registry.rule(
    "PRL004",
    Severity.PERINGATAN,
    "Skor bantu perilaku di luar 1 sampai 3",
    pesan="Skor bantu '{nilai}' milik {nama} bukan 1, 2, atau 3.",
    saran="Isi 1 (di bawah), 2 (sesuai), atau 3 (di atas ekspektasi), atau kosongkan.",
    dasar="Formulir baku: skor bantu untuk saran rating perilaku",
)
def skor_bantu(scope: Scope) -> Iterable[Hits]:
    """1. A helper score is empty or 1, 2, 3."""
    rows, key = scope.tables.perilaku, f"skor_{scope.periode.suffix}"
    yield Hits("perilaku", key, rows[~rows[key].isin(["", "1", "2", "3"])])


@registry.rule(
    "PRL005",
    Severity.GALAT,
    "Perilaku untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris perilaku) tidak ada di lembar Pegawai.",
    saran="Perbaiki NIP-nya, atau tambahkan pegawai itu di lembar Pegawai.",
    dasar="Formulir baku: lembar Perilaku",
    untuk=Aturan,
)
def perilaku_tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. Every row belongs to somebody of the unit."""
    yield from unknown_nip(scope, "perilaku")
