"""Rules on the sheet Pengembangan: training, coaching and mentoring that is recorded well and follows from the predikat."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from kinerja_xl.checks.rencana import unknown_nip
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import parse_date
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, keys_of, of_first
from kinerja_xl.scoring.development import hours
from kinerja_xl.scoring.indicators import quantities
from kinerja_xl.scoring.words import is_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Predikat, StatusKegiatan, squeezed

registry = Registry()
_HAK = "PP 11/2017, pengembangan kompetensi"
JP_A_DAY = 16
"""Nobody has more hours (of 45 minutes) in a day: 12 hours."""
WEAK = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)


@registry.rule(
    "PGB001",
    Severity.GALAT,
    "Pengembangan untuk NIP yang tidak ada di lembar Pegawai",
    pesan="NIP '{nilai}' ({banyak} baris, kegiatan '{kegiatan}') tidak ada di lembar Pegawai.{alasan}",
    saran="Perbaiki NIP-nya, atau tambahkan pegawai itu di lembar Pegawai.",
    dasar=_HAK,
    contoh="Pelatihan pegawai yang sudah pindah masih tertinggal.",
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
    contoh="'delapan jam' di kolom JP.",
)
def jp_tidak_terbaca(scope: Scope) -> Iterable[Hits]:
    """1. JP is empty or one number that is not negative."""
    rows = scope.tables.pengembangan
    numbers = quantities(rows["jp"])
    readable = (numbers["low"] == numbers["high"]) & (numbers["low"] >= 0)
    yield Hits("pengembangan", "jp", rows, where=(rows["jp"] != "") & ~readable)


@registry.rule(
    "PGB003",
    Severity.PERINGATAN,
    "Predikat lemah tanpa rencana pengembangan",
    pesan="{nama} berpredikat {nilai}, tetapi belum ada kegiatan pengembangan yang tercatat.",
    saran="Catat coaching, mentoring, atau pelatihan yang akan diberikan.",
    dasar="PermenPANRB 6/2022, tindak lanjut hasil evaluasi",
    contoh="Predikat Butuh Perbaikan, tetapi lembar Pengembangan kosong.",
    untuk=AturanRating,
)
def lemah_tanpa_pengembangan(scope: Scope) -> Iterable[Hits]:
    """1. Who needs to improve has at least one development activity."""
    people = scope.penilaian.pegawai
    weak = people[people["predikat"].isin(WEAK) & people["baris_penilaian"].notna()]
    weak = weak.assign(baris=weak["baris_penilaian"].astype("int64"))
    helped = are_among(weak, PERSON, keys_of(scope.tables.pengembangan, PERSON))
    yield Hits("penilaian", "predikat", weak, where=~helped)


@registry.rule(
    "PGB004",
    Severity.PERINGATAN,
    "Tanggal kegiatan tidak terbaca atau terbalik",
    pesan="Tanggal kegiatan '{kegiatan}' milik {nama} ({mulai} s.d. {selesai}) tidak terbaca atau terbalik.",
    saran="Tulis tanggal seperti 12/05/2026; mulai sebelum selesai.",
    dasar=_HAK,
    contoh="Mulai 12/03/2026, selesai 02/03/2026.",
)
def tanggal_kegiatan(scope: Scope) -> Iterable[Hits]:
    """1. Dates are readable; 2. the end is not before the start."""
    rows = scope.tables.pengembangan
    begun, ended = rows["mulai"].tolist(), rows["selesai"].tolist()
    start, end = list(map(parse_date, begun)), list(map(parse_date, ended))
    bad_start = [text != "" and day is None for text, day in zip(begun, start, strict=True)]
    bad_end = [
        text != "" and (day is None or (first is not None and day < first))
        for text, day, first in zip(ended, end, start, strict=True)
    ]
    yield Hits("pengembangan", "mulai", rows, where=bad_start)
    yield Hits("pengembangan", "selesai", rows, where=bad_end)


@registry.rule(
    "PGB005",
    Severity.PERINGATAN,
    "Jam pelajaran setahun kurang",
    pesan="{nama} baru memperoleh {jp_setahun:g} dari {minimal} jam pelajaran setahun.",
    saran="Catat kegiatan lain yang sudah diikuti, atau rencanakan pemenuhannya tahun depan.",
    dasar=_HAK,
    contoh="4 JP dalam setahun.",
    silent_after=("PGB003",),
    untuk=AturanRating,
)
def jp_kurang(scope: Scope) -> Iterable[Hits]:
    """1. In the yearly appraisal everybody has the minimum of JP."""
    if scope.periode is not Periode.TAHUNAN:
        return
    minimum = scope.rating.jam_pelajaran_minimal.isi
    people = scope.tables.pegawai.assign(jp_setahun=hours(scope.tables), minimal=minimum)
    yield Hits("pegawai", "nip", people, where=(people["jp_setahun"] < minimum) & (people["nip"] != ""))


def _days(texts: "pd.Series[str]") -> "pd.Series[float]":
    """Dates as day numbers; NaN where there is none that can be read."""
    known = {text: parse_date(text) for text in texts.unique()}
    return texts.map({text: float(day.toordinal()) if day else float("nan") for text, day in known.items()}).astype(
        "float64"
    )


@registry.rule(
    "PGB006",
    Severity.PERINGATAN,
    "Kegiatan di luar tahun penilaian",
    pesan="Kegiatan '{kegiatan}' milik {nama} bertanggal {nilai}, di luar tahun {tahun_dinilai}.",
    saran="Periksa tahunnya. Kegiatan tahun lain dicatat di buku kerja tahun itu; rencana tahun depan berstatus Rencana.",
    dasar=_HAK,
    contoh="Selesai 12/05/2025 pada buku kerja tahun 2026.",
)
def di_luar_tahun(scope: Scope) -> Iterable[Hits]:
    """1. An activity does not end before the year; 2. nor begin after it, unless it is only planned."""
    rows = scope.tables.pengembangan.assign(tahun_dinilai=scope.tahun)
    start, end = _days(rows["mulai"]), _days(rows["selesai"])
    planned = is_term(rows["status"], StatusKegiatan, StatusKegiatan.RENCANA)
    past = end.fillna(start) < date(scope.tahun, 1, 1).toordinal()
    ahead = (start.fillna(end) > date(scope.tahun, 12, 31).toordinal()) & ~planned
    wrong = (past | ahead) & ~(end < start)
    by_end = (past & end.notna()) | start.isna()
    yield Hits("pengembangan", "selesai", rows, where=wrong & by_end)
    yield Hits("pengembangan", "mulai", rows, where=wrong & ~by_end)


@registry.rule(
    "PGB007",
    Severity.PERINGATAN,
    "Jam pelajaran tidak mungkin dalam waktunya",
    pesan="{nilai} JP pada kegiatan '{kegiatan}' milik {nama} tidak mungkin dicapai dalam {hari} hari ({paling_banyak} JP sehari paling banyak).",
    saran="Periksa JP dan tanggalnya; satu JP 45 menit. Kegiatan mandiri ditulis dari tanggal mulai sampai selesai.",
    dasar="Kewajaran data: satu jam pelajaran 45 menit",
    contoh="80 JP untuk pelatihan satu hari.",
)
def jp_tidak_mungkin(scope: Scope) -> Iterable[Hits]:
    """1. The hours of an activity fit into its days."""
    rows = scope.tables.pengembangan
    lasted = _days(rows["selesai"]) - _days(rows["mulai"]) + 1
    too_much = (lasted >= 1) & (quantities(rows["jp"])["low"] > JP_A_DAY * lasted)
    days = lasted[too_much].astype("int64")
    yield Hits("pengembangan", "jp", rows[too_much].assign(hari=days, paling_banyak=JP_A_DAY))


@registry.rule(
    "PGB008",
    Severity.PERINGATAN,
    "Kegiatan pengembangan tercatat dua kali",
    pesan="Kegiatan '{nilai}' milik {nama} sudah ada di baris {pertama}; jam pelajarannya terhitung dua kali.",
    saran="Sisakan satu baris. Kegiatan berulang dibedakan dengan tanggalnya.",
    dasar=_HAK,
    contoh="Satu pelatihan dengan tanggal yang sama di dua baris.",
)
def kegiatan_ganda(scope: Scope) -> Iterable[Hits]:
    """1. An activity of a person stands once: with its kind and dates, or, without dates, with everything else alike."""
    rows = scope.tables.pengembangan
    rows = rows[(rows["nip"] != "") & (rows["kegiatan"] != "")]
    start, end = _days(rows["mulai"]), _days(rows["selesai"])
    dated = start.notna()
    same = rows[PERSON].assign(
        kegiatan=rows["kegiatan"].map(squeezed),
        bentuk=rows["bentuk"].map(squeezed),
        mulai=start.fillna(0),
        selesai=end.fillna(0),
    )
    for key in ("penyelenggara", "jp", "bukti"):
        same[key] = rows[key].where(~dated, "")
    alike = [str(key) for key in same]
    found = rows.assign(pertama=of_first(same.assign(baris=rows["baris"]), alike, "baris"))
    yield Hits("pengembangan", "kegiatan", found, where=found["baris"] != found["pertama"])
