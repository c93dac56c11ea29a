"""Rules on the sheet Perilaku: the seven BerAKHLAK values of every person."""

from collections.abc import Iterable

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rencana import unknown_nip
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.rows import alike, are_among, are_first, keys_of, of_first
from kinerja_xl.scoring.words import no_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Nilai

registry = Registry(AturanRating)
_PERILAKU = "PermenPANRB 6/2022, Lampiran (perilaku kerja BerAKHLAK)"
FEW_PEOPLE = 5
"""In a smaller unit everybody may well be alike."""


@registry.rule(
    "PRL001",
    Severity.PERINGATAN,
    "Nilai perilaku tidak lengkap",
    pesan="{nama} baru mempunyai {jumlah} dari {semua} nilai BerAKHLAK.",
    saran="Lengkapi ketujuh nilai di lembar Perilaku.",
    dasar=_PERILAKU,
    contoh="Baris Kolaboratif terhapus, tinggal enam nilai.",
    silent_after=NIP_BROKEN,
)
def tidak_tujuh(scope: Scope) -> Iterable[Hits]:
    """1. Every person has a row for each of the values."""
    rows = scope.tables.perilaku
    counted = rows.assign(jumlah=alike(rows, PERSON), semua=len(Nilai))
    people = scope.tables.pegawai
    short = (counted["jumlah"] < len(Nilai)) & are_among(rows, PERSON, keys_of(people, PERSON))
    yield Hits("perilaku", "nilai", counted, where=short & are_first(rows, PERSON))
    has_rows = are_among(people, PERSON, keys_of(rows, PERSON))
    nobody = people.assign(jumlah=0, semua=len(Nilai))
    yield Hits("pegawai", "nip", nobody, where=~has_rows & (people["nip"] != ""))


@registry.rule(
    "PRL002",
    Severity.PERINGATAN,
    "Nilai perilaku tidak dikenal",
    pesan="'{nilai}' pada baris {nama} bukan salah satu nilai BerAKHLAK.",
    saran="Pilih nilai dari daftar.",
    dasar=_PERILAKU,
    contoh="'Ramah' di kolom Nilai BerAKHLAK.",
)
def nilai_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. A row names one of the seven values."""
    rows = scope.tables.perilaku
    yield Hits("perilaku", "nilai", rows, where=no_term(rows["nilai"], Nilai))


@registry.rule(
    "PRL003",
    Severity.PERINGATAN,
    "Nilai perilaku ganda",
    pesan="Nilai {nilai} milik {nama} sudah ada di baris {pertama}.",
    saran="Sisakan satu baris untuk setiap nilai.",
    dasar="Formulir baku: lembar Perilaku",
    contoh="Dua baris Kompeten untuk satu pegawai.",
    untuk=Aturan,
)
def nilai_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A value stands once for a person."""
    rows = scope.tables.perilaku
    rows = rows.assign(pertama=of_first(rows, [*PERSON, "nilai"], "baris"))
    yield Hits("perilaku", "nilai", rows, where=(rows["nilai"] != "") & (rows["baris"] != rows["pertama"]))


@registry.rule(
    "PRL004",
    Severity.PERINGATAN,
    "Skor bantu perilaku di luar 1 sampai 3",
    pesan="Skor bantu '{nilai}' milik {nama} bukan 1, 2, atau 3.",
    saran="Isi 1 (di bawah), 2 (sesuai), atau 3 (di atas ekspektasi), atau kosongkan.",
    dasar="Formulir baku: skor bantu untuk saran rating perilaku",
    contoh="Skor bantu 4, atau 85.",
)
def skor_bantu(scope: Scope) -> Iterable[Hits]:
    """1. A helper score is empty or 1, 2, 3."""
    rows, key = scope.tables.perilaku, f"skor_{scope.periode.suffix}"
    yield Hits("perilaku", key, rows, where=~rows[key].isin(["", "1", "2", "3"]))


@registry.rule(
    "PRL005",
    Severity.GALAT,
    "Perilaku untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris perilaku) tidak ada di lembar Pegawai.{alasan}",
    saran="Perbaiki NIP-nya, atau tambahkan pegawai itu di lembar Pegawai.",
    dasar="Formulir baku: lembar Perilaku",
    contoh="Baris perilaku pegawai yang sudah pindah masih tertinggal.",
    untuk=Aturan,
)
def perilaku_tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. Every row belongs to somebody of the unit."""
    yield from unknown_nip(scope, "perilaku")


@registry.rule(
    "PRL007",
    Severity.INFO,
    "Skor bantu perilaku semua pegawai sama",
    pesan="Skor bantu perilaku {banyak} pegawai unit ini semuanya {nilai}, pada setiap nilai BerAKHLAK; skor itu tidak membedakan siapa pun.",
    saran="Bila sempat, tinjau lagi skornya berdasarkan umpan balik, atau kosongkan: skor bantu tidak wajib.",
    dasar="Kewajaran data: skor bantu hanya membantu saran rating perilaku",
    contoh="Skor 2 untuk ketujuh nilai semua pegawai.",
)
def skor_seragam(scope: Scope) -> Iterable[Hits]:
    """1. In a unit where five people or more have helper scores, not all of these are the same."""
    key = f"skor_{scope.periode.suffix}"
    rows = scope.tables.perilaku
    rows = rows[rows[key].isin(["1", "2", "3"])]
    units = rows.groupby("berkas")
    rows = rows.assign(banyak=units["nip"].transform("nunique"), ragam=units[key].transform("nunique"))
    uniform = rows[(rows["banyak"] >= FEW_PEOPLE) & (rows["ragam"] == 1)]
    yield Hits("perilaku", key, uniform.drop_duplicates("berkas"))
