"""Rules on the sheet Penilaian: order of the steps, words of the ratings, the matrix, deviations with their reason.

The rules on the date of a rating stand in ``tanggal_penilaian`` and belong to the same registry.
"""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rencana import unknown_nip
from kinerja_xl.checks.rule import Hits, Scope
from kinerja_xl.checks.tanggal_penilaian import EVALUASI, registry
from kinerja_xl.checks.unit import read_periode
from kinerja_xl.findings import Severity
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan
from kinerja_xl.rows import are_among, keys_of, of_first
from kinerja_xl.scoring.people import rated
from kinerja_xl.scoring.ratings import predikat
from kinerja_xl.scoring.words import terms
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating, read_term

RATINGS = ("rating_hasil", "rating_perilaku")


def _scored(scope: Scope) -> pd.DataFrame:
    """People with a row in Penilaian for the period, with their scores; ``baris`` is the row in Penilaian."""
    people = scope.penilaian.pegawai
    rated = people[people["baris_penilaian"].notna()]
    return rated.assign(baris=rated["baris_penilaian"].astype("int64"))


@registry.rule(
    "NIL001",
    Severity.GALAT,
    "Rating ditetapkan sebelum ada realisasi",
    pesan="{nama} sudah diberi rating padahal belum ada satu pun realisasi pada periode ini.",
    saran="Isi realisasi dan bukti dukung lebih dahulu, baru tetapkan rating.",
    dasar=EVALUASI + " (berdasarkan bukti dukung)",
    contoh="Rating Di Atas Ekspektasi, sedangkan semua realisasi TW II kosong.",
)
def rating_sebelum_realisasi(scope: Scope) -> Iterable[Hits]:
    """1. A rating needs at least one result in the period."""
    rows = scope.once(_scored)
    rated = (rows["rating_hasil"] != "") | (rows["rating_perilaku"] != "")
    yield Hits("penilaian", "rating_hasil", rows, where=rated & (rows["iki_terisi"] == 0) & (rows["iki_jumlah"] > 0))


@registry.rule(
    "NIL002",
    Severity.PERINGATAN,
    "Baru satu rating terisi",
    pesan="{kolom} {nama} belum diisi; predikat belum dapat ditetapkan.",
    saran="Lengkapi kedua rating.",
    dasar=EVALUASI,
    contoh="Rating hasil kerja sudah dipilih, rating perilaku belum.",
)
def satu_rating(scope: Scope) -> Iterable[Hits]:
    """1. Both ratings are set, or none."""
    rows = rated(scope.tables, scope.periode)
    for empty, other in (RATINGS, RATINGS[::-1]):
        yield Hits("penilaian", empty, rows, where=(rows[empty] == "") & (rows[other] != ""))


@registry.rule(
    "NIL003",
    Severity.GALAT,
    "Rating tidak dikenal",
    pesan="{kolom} '{nilai}' milik {nama} bukan Di Atas, Sesuai, atau Di Bawah Ekspektasi.",
    saran="Pilih rating dari daftar.",
    dasar=EVALUASI,
    contoh="'Luar Biasa' di kolom Rating Hasil Kerja.",
)
def rating_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. A rating is one of three levels, in one of its usual spellings."""
    rows = scope.tables.penilaian
    for key in RATINGS:
        yield Hits("penilaian", key, rows, where=(rows[key] != "") & (terms(rows[key], Rating) == ""))


@registry.rule(
    "NIL004",
    Severity.GALAT,
    "Predikat tidak sesuai matriks",
    pesan="Predikat {nama} tertulis '{nilai}', sedangkan menurut matriks {menurut_matriks} ({rating_hasil} dan {rating_perilaku}).",
    saran="Kembalikan rumus predikat, atau perbaiki rating bila ratingnya yang keliru.",
    dasar="PermenPANRB 6/2022 Pasal 24-25 dan Lampiran (kuadran kinerja pegawai)",
    contoh="Sangat Baik ditulis tangan untuk Sesuai dan Sesuai Ekspektasi.",
)
def predikat_matriks(scope: Scope) -> Iterable[Hits]:
    """1. A predikat that stands in the sheet is the one the two ratings give."""
    rows = scope.tables.penilaian
    found = predikat(terms(rows["rating_hasil"], Rating), terms(rows["rating_perilaku"], Rating), scope.rating)
    typed = terms(rows["predikat"], Predikat)
    yield Hits(
        "penilaian",
        "predikat",
        rows.assign(menurut_matriks=found)[(rows["predikat"] != "") & (found != "") & (typed != found)],
    )


@registry.rule(
    "NIL005",
    Severity.PERINGATAN,
    "Pegawai belum dinilai",
    pesan="{nama} belum diberi rating pada periode ini.",
    saran="Penilai memilih rating hasil kerja dan rating perilaku di lembar Penilaian.",
    dasar=EVALUASI,
    contoh="Baris penilaian TW2 ada, kedua ratingnya kosong.",
    silent_after=(*NIP_BROKEN, "NIL011"),
)
def belum_dinilai(scope: Scope) -> Iterable[Hits]:
    """1. Every person has both ratings; where the row itself is missing it is told at the person."""
    rows = rated(scope.tables, scope.periode)
    yield Hits("penilaian", "rating_hasil", rows, where=(rows["rating_hasil"] == "") & (rows["rating_perilaku"] == ""))
    people = scope.tables.pegawai
    has_row = are_among(people, PERSON, keys_of(rows, PERSON))
    yield Hits("pegawai", "nip", people, where=~has_row & (people["nip"] != ""))


def _is_head(scope: Scope, rows: pd.DataFrame) -> "pd.Series[bool]":
    return are_among(rows, PERSON, keys_of(scope.tables.unit, ["berkas", "nip_kepala"]))


@registry.rule(
    "NIL006",
    Severity.PERINGATAN,
    "Rating berbeda dari saran tanpa alasan",
    pesan="Rating {nama} ({rating_hasil}; {rating_perilaku}) berbeda dari saran ({saran}) tanpa alasan.",
    saran="Tulis alasannya di kolom Alasan, atau sesuaikan rating. Saran bukan ketentuan.",
    dasar="Setelan lokal: saran, bukan ketentuan",
    contoh="Capaian 98% menyarankan Sesuai Ekspektasi; ditetapkan Di Atas Ekspektasi tanpa alasan.",
    silent_after=("REA001", "REA005", "REA006", "REA010", "REA011", "REN007", "REN011", "REN012", "PRL004"),
)
def menyimpang_tanpa_alasan(scope: Scope) -> Iterable[Hits]:
    """1. A rating that differs from the suggestion has a reason; the head's result follows the unit's instead (NIL009)."""
    rows = scope.once(_scored)
    both = (rows["rating_hasil"] != "") & (rows["rating_perilaku"] != "")
    hasil = (rows["saran_hasil"] != "") & (rows["rating_hasil"] != rows["saran_hasil"]) & ~_is_head(scope, rows)
    perilaku = (rows["saran_perilaku"] != "") & (rows["rating_perilaku"] != rows["saran_perilaku"])
    suggested = (rows["saran_hasil"] + "; " + rows["saran_perilaku"]).str.strip("; ")
    differs = both & (hasil | perilaku) & (rows["alasan"] == "")
    yield Hits("penilaian", "alasan", rows.assign(saran=suggested), where=differs)


@registry.rule(
    "NIL008",
    Severity.GALAT,
    "Penilaian ganda untuk periode yang sama",
    pesan="Penilaian {nama} periode {nilai} sudah ada di baris {pertama}.",
    saran="Sisakan satu baris untuk setiap pegawai dan periode.",
    dasar="Formulir baku: lembar Penilaian",
    contoh="Dua baris TW2 untuk satu pegawai.",
    untuk=Aturan,
)
def penilaian_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A person has one row a period."""
    rows = scope.tables.penilaian
    known = rows.assign(dikenal=terms(rows["periode"], Periode))
    known["pertama"] = of_first(known, [*PERSON, "dikenal"], "baris")
    yield Hits("penilaian", "periode", known, where=(known["dikenal"] != "") & (known["baris"] != known["pertama"]))


@registry.rule(
    "NIL009",
    Severity.PERINGATAN,
    "Rating kepala unit berbeda dari capaian organisasi",
    pesan="Rating hasil kerja {nama} {nilai}, sedangkan capaian organisasi {capaian_organisasi} berarti {seharusnya}.",
    saran="Samakan rating hasil kerja kepala unit dengan capaian organisasinya, atau periksa capaian organisasi.",
    dasar="SE MenPANRB 3/2023: capaian organisasi menjadi rating hasil kerja kepala unit",
    contoh="Capaian organisasi Baik, tetapi rating hasil kerja kepala unit Di Atas Ekspektasi.",
)
def rating_kepala(scope: Scope) -> Iterable[Hits]:
    """1. The head's rating of hasil kerja follows from the unit's result."""
    mapping = scope.rating.rating_kepala_unit.isi
    units = scope.tables.unit
    results = [read_term(CapaianOrganisasi, text) for text in units[f"capaian_{scope.periode.lower()}"]]
    expected = pd.DataFrame(
        {
            "berkas": units["berkas"],
            "nip": units["nip_kepala"],
            "capaian_organisasi": [r or "" for r in results],
            "seharusnya": [mapping[r].value if r else "" for r in results],
        }
    )
    rows = scope.once(_scored).merge(expected, on=PERSON)
    yield Hits(
        "penilaian",
        "rating_hasil",
        rows,
        where=(rows["rating_hasil"] != "") & (rows["seharusnya"] != "") & (rows["rating_hasil"] != rows["seharusnya"]),
    )


@registry.rule(
    "NIL010",
    Severity.PERINGATAN,
    "Rating ekstrem tanpa umpan balik",
    pesan="{nama} diberi {nilai}, tetapi tidak ada umpan balik apa pun pada periode ini.",
    saran="Tulis umpan balik berdasarkan bukti dukung di lembar Realisasi atau Perilaku.",
    dasar="PermenPANRB 6/2022: umpan balik berkelanjutan",
    contoh="Di Bawah Ekspektasi tanpa satu kalimat umpan balik pun.",
)
def ekstrem_tanpa_umpan_balik(scope: Scope) -> Iterable[Hits]:
    """1. A rating above or below expectation comes with feedback."""
    rows = scope.once(_scored)
    silent = rows[(rows["umpan_balik_hasil"] == "") & (rows["umpan_balik_perilaku"] == "")]
    extreme = (Rating.DI_ATAS, Rating.DI_BAWAH)
    hasil = silent["rating_hasil"].isin(extreme)
    yield Hits("penilaian", "rating_hasil", silent, where=hasil)
    yield Hits("penilaian", "rating_perilaku", silent, where=~hasil & silent["rating_perilaku"].isin(extreme))


@registry.rule(
    "NIL011",
    Severity.PERINGATAN,
    "Periode pada lembar Penilaian tidak dikenal",
    pesan="Periode '{nilai}' pada penilaian {nama} tidak dikenal; baris ini tidak dipakai.",
    saran="Pilih TW1, TW2, TW3, TW4, atau TAHUNAN dari daftar.",
    dasar="Formulir baku: lembar Penilaian",
    contoh="'Semester I' di kolom Periode.",
    untuk=Aturan,
)
def periode_penilaian(scope: Scope) -> Iterable[Hits]:
    """1. A row of Penilaian names a period."""
    rows = scope.tables.penilaian
    yield Hits("penilaian", "periode", rows, where=rows["periode"].map(read_periode).isna())


@registry.rule(
    "NIL012",
    Severity.GALAT,
    "Penilaian untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris penilaian) tidak ada di lembar Pegawai.{alasan}",
    saran="Perbaiki NIP-nya, atau tambahkan pegawai itu di lembar Pegawai.",
    dasar="Formulir baku: lembar Penilaian",
    contoh="Baris penilaian pegawai yang sudah pindah masih tertinggal.",
    untuk=Aturan,
)
def penilaian_tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. Every row belongs to somebody of the unit."""
    yield from unknown_nip(scope, "penilaian")
