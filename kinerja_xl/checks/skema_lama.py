"""Rules on the years before 2022, when SKP and perilaku were numbers: behaviours, their numbers, points, aspects, weights.

What they find leaves a value missing; nothing is counted as zero and no weight is given to something else.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import listed, number_text
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanAngka, AturanPermenpan8, AturanPp46
from kinerja_xl.rows import are_among, keys_of, of_first
from kinerja_xl.scoring.numeric import points, single
from kinerja_xl.scoring.people import RHK
from kinerja_xl.scoring.words import is_term, terms
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Aspek, Kategori, squeezed

registry = Registry(AturanAngka)
_PERILAKU = "PP 46/2011 sampai Juni 2021, PermenPANRB 8/2021 sesudahnya: perilaku kerja"
_PERKA = "PP 46/2011 dengan Perka BKN 1/2013"


def _asked(scope: Scope) -> pd.DataFrame:
    """The behaviours asked of each person, with their numbers."""
    return scope.penilaian.perilaku


def appraised(scope: Scope) -> pd.DataFrame:
    """People with a row of the period on the sheet Penilaian."""
    people = scope.penilaian.pegawai
    return people[people["baris_penilaian"].notna()]


def _key(scope: Scope) -> str:
    return f"angka_{scope.periode.suffix}"


@registry.rule(
    "SKL001",
    Severity.PERINGATAN,
    "Perilaku tidak dinilai pada jabatan atau periode ini",
    pesan="Perilaku '{nilai}' milik {nama} tidak dinilai pada jabatan dan periode ini, jadi tidak dihitung. Yang dinilai: {daftar}.",
    saran="Pilih perilaku dari daftar; kepemimpinan hanya untuk pejabat struktural.",
    dasar=_PERILAKU,
    contoh="Nilai BerAKHLAK ditulis pada formulir tahun 2020.",
    silent_after=NIP_BROKEN,
    second_round=True,
)
def perilaku_tidak_dinilai(scope: Scope) -> Iterable[Hits]:
    """1. Each row of Perilaku with a number names a behaviour that is asked of the person's post in the period."""
    asked = _asked(scope)
    names = asked.groupby(PERSON)["perilaku"].agg(lambda found: listed(list(found))).rename("daftar").reset_index()
    known = set(zip(asked["berkas"], asked["nip"], asked["perilaku"].map(squeezed), strict=True))
    rows = scope.tables.perilaku.merge(names, on=PERSON)
    stray = [key not in known for key in zip(rows["berkas"], rows["nip"], rows["nilai"].map(squeezed), strict=True)]
    given = (rows["nilai"] != "") & (rows[_key(scope)] != "")
    yield Hits("perilaku", "nilai", rows, where=pd.Series(stray, index=rows.index, dtype=bool) & given)


@registry.rule(
    "SKL002",
    Severity.PERINGATAN,
    "Nilai perilaku belum lengkap",
    pesan="{nama} belum bernilai pada perilaku {kurang}; nilai akhirnya tidak dapat dihitung.",
    saran="Isi nilai setiap perilaku pada kolom triwulan akhir periode.",
    dasar=_PERILAKU,
    contoh="Satu dari lima perilaku belum dinilai.",
    silent_after=(*NIP_BROKEN, "SKL003"),
    second_round=True,
)
def perilaku_belum_lengkap(scope: Scope) -> Iterable[Hits]:
    """1. Every behaviour asked of a person has a number, as soon as one has or the person is appraised."""
    asked = _asked(scope)
    rated = are_among(asked, PERSON, keys_of(appraised(scope), PERSON))
    begun = (asked.groupby(PERSON)["angka"].transform("count") > 0) | rated
    missing = asked[begun & asked["angka"].isna()].groupby(PERSON)["perilaku"].agg(lambda names: listed(list(names)))
    people = scope.tables.pegawai.merge(missing.rename("kurang").reset_index(), on=PERSON)
    yield Hits("pegawai", "nama", people)


@registry.rule(
    "SKL003",
    Severity.GALAT,
    "Nilai perilaku bukan angka yang mungkin",
    pesan="Nilai perilaku '{nilai}' milik {nama} bukan satu angka dari 0 sampai {batas}.",
    saran="Isi satu angka, misalnya 85, atau kosongkan bila belum dinilai.",
    dasar=_PERILAKU,
    contoh="850",
)
def nilai_perilaku(scope: Scope) -> Iterable[Hits]:
    """1. A number; 2. not below 0; 3. not above the highest value of the scheme."""
    rows, key = scope.tables.perilaku, _key(scope)
    highest = _highest(scope)
    numbers = single(rows[key])
    wrong = (rows[key] != "") & ~numbers.between(0, highest)
    yield Hits("perilaku", key, rows[wrong].assign(batas=number_text(highest)))


def _highest(scope: Scope) -> float:
    return scope.aturan.perilaku_maksimal.isi if isinstance(scope.aturan, AturanAngka) else float("inf")


@registry.rule(
    "SKL004",
    Severity.GALAT,
    "Poin tugas tambahan atau kreativitas tidak dikenal",
    pesan="{kolom} '{nilai}' milik {nama} tidak dikenal; yang ada: {daftar}.",
    saran="Isi salah satu poin itu, atau kosongkan bila tidak ada.",
    dasar=_PERKA,
    contoh="Poin tugas tambahan 4.",
    untuk=AturanPp46,
)
def poin_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. Points for additional tasks; 2. points for creativity are those of the regulation."""
    aturan, every = scope.aturan, scope.tables.penilaian
    if isinstance(aturan, AturanPp46):
        rows = every[is_term(every["periode"], Periode, scope.periode)]
        for key, known in (
            ("tugas_tambahan", aturan.pp46_poin_tugas_tambahan.isi),
            ("kreativitas", aturan.pp46_poin_kreativitas.isi),
        ):
            yield Hits("penilaian", key, rows[points(rows[key], known).isna()].assign(daftar=_numbers(known)))


def _numbers(known: Sequence[float]) -> str:
    return listed([number_text(point) for point in known])


@registry.rule(
    "SKL005",
    Severity.PERINGATAN,
    "Kegiatan tanpa aspek yang wajib",
    pesan="RHK {nilai} milik {nama} belum mempunyai aspek {kurang}; nilai SKP tidak dapat dihitung.",
    saran="Tambahkan baris untuk aspek itu di lembar Rencana dan Realisasi. Biaya boleh tidak ada.",
    dasar=_PERKA,
    contoh="Kegiatan hanya mempunyai target kuantitas.",
    untuk=AturanPp46,
    silent_after=NIP_BROKEN,
)
def aspek_wajib(scope: Scope) -> Iterable[Hits]:
    """1. An activity has kuantitas, kualitas and waktu."""
    rows = _activities(scope)
    found = rows.groupby(RHK, sort=False).agg(baris=("baris", "first"), aspek=("aspek_dibaca", set)).reset_index()
    needed = [aspek for aspek in Aspek if aspek is not Aspek.BIAYA]
    found["kurang"] = [listed([str(a) for a in needed if a not in there]) for there in found["aspek"]]
    yield Hits("rencana", "no_rhk", found, where=found["kurang"] != "")


@registry.rule(
    "SKL006",
    Severity.PERINGATAN,
    "Aspek ganda dalam satu kegiatan",
    pesan="Aspek {nilai} pada RHK {no_rhk} milik {nama} sudah ada di baris {pertama}; baris ini tidak dihitung.",
    saran="Sisakan satu baris untuk setiap aspek, atau jadikan kegiatan tersendiri.",
    dasar=_PERKA,
    contoh="Dua baris Kualitas dalam satu kegiatan.",
    untuk=AturanPp46,
)
def aspek_ganda(scope: Scope) -> Iterable[Hits]:
    """1. An aspect stands once in an activity."""
    rows = _activities(scope)
    rows = rows.assign(pertama=of_first(rows, [*RHK, "aspek_dibaca"], "baris"))
    yield Hits("rencana", "aspek", rows, where=(rows["aspek_dibaca"] != "") & (rows["baris"] != rows["pertama"]))


def _activities(scope: Scope) -> pd.DataFrame:
    """The rows of the plan that are activities, with their aspect as read."""
    rows = scope.indikator
    own = rows[~is_term(rows["kategori"], Kategori, Kategori.TAMBAHAN) & (rows["no_rhk"] != "")]
    return own.assign(aspek_dibaca=terms(own["aspek"], Aspek))


@registry.rule(
    "SKL007",
    Severity.PERINGATAN,
    "Bobot lingkup penugasan tidak ada",
    pesan="Kinerja tambahan {no_rhk}.{no_iki} milik {nama} belum mempunyai bobot lingkup penugasan yang terbaca: {nilai}; nilai SKP tidak dapat dihitung.",
    saran="Isi bobot lingkup penugasan di lembar Rencana dengan satu angka.",
    dasar="PermenPANRB 8/2021, Lampiran (nilai kinerja tambahan)",
    contoh="Kinerja tambahan tanpa bobot.",
    untuk=AturanPermenpan8,
)
def bobot_penugasan(scope: Scope) -> Iterable[Hits]:
    """1. Additional work has one number as the weight of its assignment; 2. not below 0."""
    rows = scope.indikator
    extra = rows[is_term(rows["kategori"], Kategori, Kategori.TAMBAHAN)]
    weight = single(extra["bobot_penugasan"])
    yield Hits("rencana", "bobot_penugasan", extra, where=~(weight >= 0))
