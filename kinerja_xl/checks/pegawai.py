"""Rules on the sheet Pegawai: name, post and rank, level, rater and rater's superior, dates."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import parse_date
from kinerja_xl.scoring.words import is_term, no_term, terms
from kinerja_xl.terms import JenisJabatan, Jenjang, Status, read_term, squeezed

registry = Registry()
_PENILAI = "PP 30/2019 Pasal 1: Pejabat Penilai Kinerja adalah atasan langsung"


def _empty(scope: Scope, key: str) -> Iterable[Hits]:
    people = scope.tables.pegawai
    yield Hits("pegawai", key, people, where=people[key] == "")


@registry.rule(
    "PEG008",
    Severity.GALAT,
    "Nama kosong",
    pesan="Pegawai dengan NIP {nip} belum bernama.",
    saran="Isi nama lengkap dengan gelar.",
    dasar="Identitas pegawai yang dinilai",
    contoh="NIP terisi, nama terhapus.",
)
def nama_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every person has a name."""
    yield from _empty(scope, "nama")


@registry.rule(
    "PEG010",
    Severity.PERINGATAN,
    "Golongan tidak dikenal",
    pesan="Golongan '{nilai}' tidak dikenal untuk status {status}.",
    saran="Tulis seperti III/c untuk PNS, atau angka Romawi seperti IX untuk PPPK.",
    dasar="PP 11/2017 (PNS), Perpres 98/2020 (PPPK)",
    contoh="III/f",
    silent_after=("PEG009",),
)
def golongan(scope: Scope) -> Iterable[Hits]:
    """1. PNS: I/a to IV/e; 2. PPPK: I to XVII."""
    people = scope.tables.pegawai
    known = {
        False: {squeezed(g) for g in scope.aturan.pangkat.isi},
        True: {squeezed(g) for g in scope.aturan.golongan_pppk.isi} if scope.aturan.golongan_pppk else set(),
    }
    pppk = [read_term(Status, text) is Status.PPPK for text in people["status"].tolist()]
    wrong = [
        squeezed(text) not in known[is_pppk] for text, is_pppk in zip(people["golongan"].tolist(), pppk, strict=True)
    ]
    yield Hits("pegawai", "golongan", people, where=wrong)


def _functional(people: pd.DataFrame) -> "pd.Series[bool]":
    return is_term(people["jenis_jabatan"], JenisJabatan, JenisJabatan.FUNGSIONAL)


@registry.rule(
    "PEG011",
    Severity.PERINGATAN,
    "Jenjang jabatan fungsional kosong atau tidak dikenal",
    pesan="Jabatan fungsional {nama} berjenjang '{nilai}'; angka kredit tidak dapat dihitung.",
    saran="Pilih jenjang dari daftar, misalnya Ahli Muda atau Terampil.",
    dasar="PermenPANRB 1/2023, jenjang jabatan fungsional",
    contoh="Jenis jabatan Fungsional, kolom jenjang kosong.",
)
def jenjang_kosong(scope: Scope) -> Iterable[Hits]:
    """1. A functional post has a known level."""
    people = scope.tables.pegawai[_functional(scope.tables.pegawai)]
    yield Hits("pegawai", "jenjang", people, where=no_term(people["jenjang"], Jenjang))


@registry.rule(
    "PEG012",
    Severity.PERINGATAN,
    "Golongan tidak cocok dengan jenjang jabatan fungsional",
    pesan="Golongan {nilai} tidak lazim untuk jenjang {jenjang} ({seharusnya}).",
    saran="Periksa golongan dan jenjang pada SK terakhir.",
    dasar="Peraturan BKN 3/2023, Lampiran I",
    contoh="Ahli Muda dengan golongan III/a.",
)
def jenjang_golongan(scope: Scope) -> Iterable[Hits]:
    """1. The golongan of a PNS lies in the range of the level."""
    table = scope.aturan.golongan_jenjang
    levels = terms(scope.tables.pegawai["jenjang"], Jenjang)
    yield _unusual_golongan(
        scope, [table.isi.get(Jenjang(level), ()) if table and level else () for level in levels.tolist()]
    )


@registry.rule(
    "PEG023",
    Severity.PERINGATAN,
    "Golongan tidak cocok dengan jenis jabatan",
    pesan="Golongan {nilai} tidak lazim untuk jabatan {jenis_jabatan} ({seharusnya}).",
    saran="Periksa golongan dan jenis jabatan pada SK terakhir.",
    dasar="Golongan menurut eselon jabatan (setelan golongan_jabatan)",
    contoh="Administrator dengan golongan II/c.",
)
def golongan_jabatan(scope: Scope) -> Iterable[Hits]:
    """1. The golongan of a PNS in a managerial post (JPT, Administrator, Pengawas) is one that its eselon knows."""
    table = scope.aturan.golongan_jabatan.isi
    kinds = terms(scope.tables.pegawai["jenis_jabatan"], JenisJabatan)
    yield _unusual_golongan(scope, [table.get(JenisJabatan(kind), ()) if kind else () for kind in kinds.tolist()])


def _unusual_golongan(scope: Scope, allowed: list[tuple[str, ...]]) -> Hits:
    """PNS with a known golongan that is not among those ``allowed`` for them; nothing allowed means no rule."""
    people = scope.tables.pegawai
    rows = people.assign(seharusnya=[" - ".join((a[0], a[-1])) if a else "" for a in allowed])
    pns = ~is_term(people["status"], Status, Status.PPPK)
    known = {squeezed(g) for g in scope.aturan.pangkat.isi}
    wrong = [
        is_pns and bool(a) and squeezed(g) in known and squeezed(g) not in {squeezed(x) for x in a}
        for is_pns, a, g in zip(pns.tolist(), allowed, people["golongan"].tolist(), strict=True)
    ]
    return Hits("pegawai", "golongan", rows, where=wrong)


@registry.rule(
    "PEG013",
    Severity.GALAT,
    "Pejabat Penilai Kinerja kosong",
    pesan="{nama} belum punya Pejabat Penilai Kinerja.",
    saran="Isi nama dan jabatan atasan langsung sebagai penilai.",
    dasar=_PENILAI,
    contoh="Pegawai baru yang penilainya belum ditetapkan.",
)
def penilai_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every person has a rater."""
    yield from _empty(scope, "nama_penilai")


@registry.rule(
    "PEG014",
    Severity.GALAT,
    "Pegawai menilai dirinya sendiri",
    pesan="NIP penilai {nama} sama dengan NIP-nya sendiri.",
    saran="Isi NIP atasan langsung sebagai penilai.",
    dasar=_PENILAI,
    contoh="NIP sendiri tersalin ke kolom NIP Penilai.",
)
def penilai_diri_sendiri(scope: Scope) -> Iterable[Hits]:
    """1. The rater is not the ratee."""
    people = scope.tables.pegawai
    yield Hits("pegawai", "nip_penilai", people, where=(people["nip"] != "") & (people["nip_penilai"] == people["nip"]))


@registry.rule(
    "PEG015",
    Severity.PERINGATAN,
    "Atasan penilai sama dengan penilai atau pegawai",
    pesan="NIP atasan penilai {nama} sama dengan NIP penilai atau pegawai itu sendiri.",
    saran="Isi atasan dari Pejabat Penilai Kinerja; kepadanya keberatan diajukan.",
    dasar="PP 30/2019 Pasal 59",
    contoh="NIP lurah tersalin ke kolom penilai dan kolom atasan penilai.",
)
def atasan_sama(scope: Scope) -> Iterable[Hits]:
    """1. The rater's superior is neither the rater nor the ratee."""
    people = scope.tables.pegawai
    same = (people["nip_atasan"] == people["nip_penilai"]) | (people["nip_atasan"] == people["nip"])
    yield Hits("pegawai", "nip_atasan", people, where=(people["nip_atasan"] != "") & same)


@registry.rule(
    "PEG016",
    Severity.GALAT,
    "Tanggal mulai atau selesai salah",
    pesan="{kolom} '{nilai}' tidak terbaca, di luar tahun {tahun}, atau selesai mendahului mulai.",
    saran="Tulis tanggal seperti 30/06/2026, di dalam tahun formulir; mulai sebelum selesai.",
    dasar="Masa penilaian di unit",
    contoh="Mulai 01/08/2026, selesai 01/03/2026.",
)
def tanggal_tugas(scope: Scope) -> Iterable[Hits]:
    """1. Both are dates; 2. not after, and the end not before, the year of the form; 3. in order."""
    people = scope.tables.pegawai.assign(tahun=scope.tahun)
    begun, ended = people["mulai"].tolist(), people["selesai"].tolist()
    start, end = list(map(parse_date, begun)), list(map(parse_date, ended))
    bad_start = [
        (text != "") and (day is None or day.year > scope.tahun) for text, day in zip(begun, start, strict=True)
    ]
    bad_end = [
        (text != "") and (day is None or day.year != scope.tahun or (first is not None and day < first))
        for text, day, first in zip(ended, end, start, strict=True)
    ]
    yield Hits("pegawai", "mulai", people, where=bad_start)
    yield Hits("pegawai", "selesai", people, where=bad_end)


@registry.rule(
    "PEG017",
    Severity.PERINGATAN,
    "Jabatan kosong",
    pesan="Jabatan {nama} belum diisi.",
    saran="Isi nama jabatan lengkap; tercetak pada surat.",
    dasar="Identitas pegawai yang dinilai",
    contoh="Jabatan belum ditulis karena SK baru belum terbit.",
)
def jabatan_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every person has a post."""
    yield from _empty(scope, "jabatan")


@registry.rule(
    "PEG018",
    Severity.PERINGATAN,
    "Pangkat tidak cocok dengan golongan",
    pesan="Pangkat '{nilai}' bukan pangkat golongan {golongan} ({seharusnya}).",
    saran="Periksa pangkat dan golongan pada SK terakhir.",
    dasar="PP 11/2017, daftar pangkat",
    contoh="Pembina dengan golongan III/c.",
)
def pangkat(scope: Scope) -> Iterable[Hits]:
    """1. The name of the rank belongs to the golongan; "Tingkat I" and "Tk. I" are the same."""
    people = scope.tables.pegawai
    ranks = {squeezed(g): name for g, name in scope.aturan.pangkat.isi.items()}
    wanted = [ranks.get(squeezed(g), "") for g in people["golongan"].tolist()]
    wrong = [
        bool(typed and expected) and _rank(typed) != _rank(expected)
        for typed, expected in zip(people["pangkat"].tolist(), wanted, strict=True)
    ]
    yield Hits("pegawai", "pangkat", people.assign(seharusnya=wanted), where=wrong)


def _rank(text: str) -> str:
    return squeezed(text).replace("tingkat", "tk").replace("tki", "tk1")
