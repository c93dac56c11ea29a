"""Rules on the sheet Rencana: every person has a plan, every RHK its text, superior, category, numbers and indicators."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import alike, are_among, firsts, keys_of, of_first
from kinerja_xl.scoring.indicators import KEY
from kinerja_xl.scoring.words import is_term, no_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Arah, Aspek, FormatSkp, Kategori

registry = Registry()
_DIGITS_LOST = (
    " NIP itu tersimpan sebagai angka, sehingga angka terakhirnya hilang: jadikan selnya Teks dan ketik ulang."
)
_SKP = "PermenPANRB 6/2022, Lampiran (formulir SKP)"


def unknown_nip(scope: Scope, table: str) -> Iterable[Hits]:
    """The first row of each NIP in ``table`` that is not one of the people of the same workbook, and how many rows it has.

    Rows without a NIP are held against the person above them: part of that person's work would go uncounted.
    """
    rows = scope.tables[table]
    known = are_among(rows, PERSON, keys_of(scope.tables.pegawai, PERSON))
    if known.all():
        return
    reason = rows["nip_angka"].map({"1": _DIGITS_LOST}).fillna("")
    rows = rows.assign(banyak=alike(rows, PERSON), tertulis=rows["nip"], alasan=reason.astype("str"))
    rows["nip"] = rows["nip"].where(rows["nip"] != "", nip_above(rows))
    yield Hits(table, "nip", rows[~known].drop_duplicates([*PERSON, "tertulis"]), "tertulis")


def nip_above(rows: pd.DataFrame) -> "pd.Series[str]":
    """For a row without NIP (merged cells, most likely) the last NIP above it in the same sheet."""
    return rows["nip"].replace("", pd.NA).groupby(rows["berkas"]).ffill().fillna("")


@registry.rule(
    "REN001",
    Severity.GALAT,
    "Rencana untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris rencana) tidak ada di lembar Pegawai.{alasan}",
    saran="Isi NIP yang benar di setiap baris (jangan menggabungkan sel), atau tambahkan pegawai itu di lembar Pegawai.",
    dasar=_SKP,
    contoh="Baris rencana pegawai yang sudah pindah masih tertinggal, atau NIP-nya terketik lain.",
)
def rencana_tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. Every planned result belongs to somebody of the unit."""
    yield from unknown_nip(scope, "rencana")


@registry.rule(
    "REN002",
    Severity.GALAT,
    "Pegawai tanpa rencana hasil kerja",
    pesan="{nama} belum mempunyai satu pun rencana hasil kerja.",
    saran="Isi RHK dan indikatornya di lembar Rencana.",
    dasar=_SKP,
    contoh="Pegawai baru sudah ada di lembar Pegawai, rencananya belum ditulis.",
    silent_after=NIP_BROKEN,
)
def pegawai_tanpa_rencana(scope: Scope) -> Iterable[Hits]:
    """1. Every person has at least one planned result."""
    people = scope.tables.pegawai
    has_plan = are_among(people, PERSON, keys_of(scope.tables.rencana, PERSON))
    yield Hits("pegawai", "nip", people, where=~has_plan & (people["nip"] != ""))


def numbered_or_owned(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a plan; one with neither NIP nor number is a stray text, and told by REN001 alone."""
    return rows[(rows["nip"] != "") | (rows["no_rhk"] != "") | (rows["no_iki"] != "")]


def first_of_rhk(rows: pd.DataFrame) -> pd.DataFrame:
    """The first row of each RHK number of a person."""
    return firsts(rows, KEY[:3])


@registry.rule(
    "REN003",
    Severity.GALAT,
    "RHK tanpa teks",
    pesan="RHK nomor {no_rhk} milik {nama} belum ditulis.",
    saran="Tulis rencana hasil kerja pada baris pertama nomor itu.",
    dasar=_SKP,
    contoh="RHK nomor 2 berisi indikator dan target, tetapi teks RHK-nya terhapus.",
)
def rhk_kosong(scope: Scope) -> Iterable[Hits]:
    """1. At least one row of each RHK number says what the result is."""
    rows = scope.indikator
    yield Hits("rencana", "rhk", first_of_rhk(rows[rows["rhk"] == ""]))


@registry.rule(
    "REN004",
    Severity.GALAT,
    "RHK tanpa indikator kinerja individu",
    pesan="RHK nomor {no_rhk} milik {nama} mempunyai baris tanpa indikator (IKI).",
    saran="Tulis ukuran keberhasilan yang dapat dihitung atau dibuktikan.",
    dasar=_SKP,
    contoh="Target 12 Laporan tanpa indikator di sebelahnya.",
)
def iki_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every row has an indicator."""
    rows = numbered_or_owned(scope.indikator)
    yield Hits("rencana", "indikator", rows, where=rows["indikator"] == "")


def uses_ja_jf(scope: Scope, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows of Rencana belong to a JA/JF form."""
    people = scope.tables.pegawai
    heads = people.loc[is_term(people["format_skp"], FormatSkp, FormatSkp.PIMPINAN), PERSON]
    return ~are_among(rows, PERSON, keys_of(heads, PERSON))


@registry.rule(
    "REN008",
    Severity.PERINGATAN,
    "Aspek kosong atau tidak dikenal",
    pesan="Aspek '{nilai}' pada indikator {no_rhk}.{no_iki} milik {nama} bukan Kuantitas, Kualitas, Waktu, atau Biaya.",
    saran="Pilih aspek dari daftar.",
    dasar=_SKP,
    contoh="Aspek 'Manfaat', atau sel aspek yang dikosongkan.",
)
def aspek(scope: Scope) -> Iterable[Hits]:
    """1. Indicators of a quantitative JA/JF form name one of four aspects."""
    rows = numbered_or_owned(scope.indikator)
    unknown = no_term(rows["aspek"], Aspek)
    yield Hits("rencana", "aspek", rows, where=rows["kuantitatif"] & uses_ja_jf(scope, rows) & unknown)


@registry.rule(
    "REN009",
    Severity.PERINGATAN,
    "RHK pimpinan yang diintervensi kosong",
    pesan="RHK utama nomor {no_rhk} milik {nama} belum menyebut RHK pimpinan yang diintervensi.",
    saran="Salin RHK atasan yang didukung hasil kerja ini.",
    dasar=_SKP,
    contoh="Staf menulis RHK sendiri, kolom RHK pimpinan dibiarkan kosong.",
    untuk=AturanRating,
)
def tanpa_rhk_pimpinan(scope: Scope) -> Iterable[Hits]:
    """1. Every RHK Utama of a JA/JF form names the superior's RHK it contributes to."""
    rows = scope.indikator
    main = is_term(rows["kategori"], Kategori, Kategori.UTAMA)
    yield Hits(
        "rencana", "rhk_pimpinan", first_of_rhk(rows[(rows["rhk_pimpinan"] == "") & main & uses_ja_jf(scope, rows)])
    )


@registry.rule(
    "REN010",
    Severity.GALAT,
    "Nomor RHK dan IKI ganda",
    pesan="RHK {no_rhk} IKI {no_iki} milik {nama} sudah ada di baris {pertama}.",
    saran="Beri nomor IKI yang berbeda di dalam satu RHK.",
    dasar="Nomor RHK dan IKI menghubungkan rencana dengan realisasi",
    contoh="Baris disalin untuk indikator kedua, nomor IKI-nya masih 1.",
)
def nomor_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A pair of RHK and IKI numbers stands once for a person."""
    rows = scope.indikator
    rows = rows.assign(pertama=of_first(rows, KEY, "baris"))
    numbered = (rows["no_rhk"] != "") & (rows["no_iki"] != "")
    yield Hits("rencana", "no_iki", rows, where=numbered & (rows["baris"] != rows["pertama"]))


@registry.rule(
    "REN013",
    Severity.PERINGATAN,
    "Arah indikator tidak dikenal",
    pesan="Arah '{nilai}' milik {nama} tidak dikenal; dihitung sebagai makin besar makin baik.",
    saran="Pilih arah dari daftar, atau kosongkan bila makin besar makin baik.",
    dasar="PermenPANRB 8/2021, Lampiran (kondisi normal dan khusus)",
    contoh="'Stabil'.",
)
def arah(scope: Scope) -> Iterable[Hits]:
    """1. The direction is empty or one of the list."""
    rows = scope.indikator
    yield Hits("rencana", "arah", rows, where=(rows["arah"] != "") & no_term(rows["arah"], Arah))


@registry.rule(
    "REN015",
    Severity.PERINGATAN,
    "Kategori RHK kosong atau tidak dikenal",
    pesan="Kategori '{nilai}' pada RHK nomor {no_rhk} milik {nama} bukan Utama atau Tambahan.",
    saran="Pilih kategori dari daftar.",
    dasar=_SKP,
    contoh="'Pokok', atau sel kategori yang dikosongkan.",
)
def kategori(scope: Scope) -> Iterable[Hits]:
    """1. Every RHK is Utama or Tambahan."""
    rows = numbered_or_owned(scope.indikator)
    yield Hits("rencana", "kategori", first_of_rhk(rows[no_term(rows["kategori"], Kategori)]))


@registry.rule(
    "REN016",
    Severity.GALAT,
    "Nomor RHK atau IKI kosong atau bukan bilangan",
    pesan="{kolom} '{nilai}' milik {nama} bukan bilangan bulat.",
    saran="Isi 1, 2, 3, dan seterusnya.",
    dasar="Nomor RHK dan IKI menghubungkan rencana dengan realisasi",
    contoh="Nomor IKI '1a' atau '1.1'.",
)
def nomor_kosong(scope: Scope) -> Iterable[Hits]:
    """1. RHK and IKI numbers are whole numbers."""
    rows = numbered_or_owned(scope.tables.rencana)
    for key in ("no_rhk", "no_iki"):
        yield Hits("rencana", key, rows, where=~rows[key].str.fullmatch(r"\d{1,6}"))
