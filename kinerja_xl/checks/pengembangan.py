"""Rules on the sheet Pengembangan: training, coaching and mentoring that is recorded well and follows from the predikat."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rencana import unknown_nip
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import parse_date
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.development import hours
from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Predikat

registry = Registry()
_HAK = "PP 11/2017, pengembangan kompetensi"
WEAK = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)


@registry.rule(
    "PGB001",
    Severity.GALAT,
    "Pengembangan untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris, kegiatan '{kegiatan}') tidak ada di lembar Pegawai.",
    saran="Perbaiki NIP-nya, atau tambahkan pegawai itu di lembar Pegawai.",
    dasar=_HAK,
)
def pengembangan_tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. Every activity belongs to somebody of the unit."""
    yield from unknown_nip(scope, "pengembangan")


@registry.rule(
    "PGB002",
    Severity.PERINGATAN,
    "Jam pelajaran tidak terbaca",
    pesan="JP '{nilai}' pada kegiatan '{kegiatan}' milik {nama} tidak terbaca sebagai angka.",
    saran="Tulis jumlah jam pelajaran, misalnya 8.",
    dasar=_HAK,
)
def jp_tidak_terbaca(scope: Scope) -> Iterable[Hits]:
    """1. JP is empty or one number that is not negative."""
    rows = scope.tables.pengembangan
    numbers = quantities(rows["jp"])
    readable = (numbers["low"] == numbers["high"]) & (numbers["low"] >= 0)
    yield Hits("pengembangan", "jp", rows[(rows["jp"] != "") & ~readable])


@registry.rule(
    "PGB003",
    Severity.PERINGATAN,
    "Predikat lemah tanpa rencana pengembangan",
    pesan="{nama} berpredikat {nilai}, tetapi belum ada kegiatan pengembangan yang tercatat.",
    saran="Catat coaching, mentoring, atau pelatihan yang akan diberikan.",
    dasar="PermenPANRB 6/2022, tindak lanjut hasil evaluasi",
    untuk=AturanRating,
)
def lemah_tanpa_pengembangan(scope: Scope) -> Iterable[Hits]:
    """1. Who needs to improve has at least one development activity."""
    people = scope.penilaian.pegawai
    weak = people[people["predikat"].isin(WEAK) & people["baris_penilaian"].notna()]
    weak = weak.assign(baris=weak["baris_penilaian"].astype("int64"))
    helped = pd.MultiIndex.from_frame(weak[PERSON]).isin(pd.MultiIndex.from_frame(scope.tables.pengembangan[PERSON]))
    yield Hits("penilaian", "predikat", weak[~helped])


@registry.rule(
    "PGB004",
    Severity.PERINGATAN,
    "Tanggal kegiatan tidak terbaca atau terbalik",
    pesan="Tanggal kegiatan '{kegiatan}' milik {nama} ({mulai} s.d. {selesai}) tidak terbaca atau terbalik.",
    saran="Tulis tanggal seperti 12/05/2026; mulai sebelum selesai.",
    dasar=_HAK,
)
def tanggal_kegiatan(scope: Scope) -> Iterable[Hits]:
    """1. Dates are readable; 2. the end is not before the start."""
    rows = scope.tables.pengembangan
    start, end = [parse_date(t) for t in rows["mulai"]], [parse_date(t) for t in rows["selesai"]]
    bad_start = [text != "" and day is None for text, day in zip(rows["mulai"], start, strict=True)]
    bad_end = [
        text != "" and (day is None or (first is not None and day < first))
        for text, day, first in zip(rows["selesai"], end, start, strict=True)
    ]
    yield Hits("pengembangan", "mulai", rows[bad_start])
    yield Hits("pengembangan", "selesai", rows[bad_end])


@registry.rule(
    "PGB005",
    Severity.PERINGATAN,
    "Jam pelajaran setahun kurang",
    pesan="{nama} baru memperoleh {jp_setahun:g} dari {minimal} jam pelajaran setahun.",
    saran="Catat kegiatan lain yang sudah diikuti, atau rencanakan pemenuhannya tahun depan.",
    dasar=_HAK,
    silent_after=("PGB003",),
    untuk=AturanRating,
)
def jp_kurang(scope: Scope) -> Iterable[Hits]:
    """1. In the yearly appraisal everybody has the minimum of JP."""
    if scope.periode is not Periode.TAHUNAN:
        return
    minimum = scope.rating.jam_pelajaran_minimal.isi
    people = scope.tables.pegawai.assign(jp_setahun=hours(scope.tables), minimal=minimum)
    yield Hits("pegawai", "nip", people[(people["jp_setahun"] < minimum) & (people["nip"] != "")])
