"""Rules on the date of a rating: after the period has ended, and within the days that the settings allow."""

from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import date_text, parse_date
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.scoring.people import rated

registry = Registry(AturanRating)
EVALUASI = "PermenPANRB 6/2022, evaluasi kinerja pegawai"


@registry.rule(
    "NIL007",
    Severity.PERINGATAN,
    "Tanggal penilaian kosong, tidak terbaca, atau mendahului akhir periode",
    pesan="Tanggal penilaian {nama} '{nilai}'; seharusnya pada atau sesudah {akhir_periode}.",
    saran="Tulis hari penilaian dilakukan (hari/bulan/tahun), paling cepat {akhir_periode}.",
    dasar="Evaluasi kinerja dilakukan sesudah periode berakhir",
    contoh="Triwulan II dinilai pada 20/06/2026, sebelum triwulannya berakhir.",
    untuk=Aturan,
)
def tanggal_penilaian(scope: Scope) -> Iterable[Hits]:
    """1. Who is rated has a date of rating; 2. not before the last day of the period."""
    last = scope.periode.span(scope.tahun)[1]
    rows, days = _rated(scope)
    wrong = [day is None or day < last for day in days]
    yield Hits("penilaian", "tanggal", rows.assign(akhir_periode=date_text(last)).loc[wrong])


@registry.rule(
    "NIL013",
    Severity.INFO,
    "Penilaian bertanggal sesudah tenggat",
    pesan="Penilaian {nama} bertanggal {nilai}, sesudah tenggat {tenggat} ({menurut}).",
    saran="Tidak perlu diubah bila tanggalnya benar; bila salah ketik, perbaiki tanggalnya.",
    dasar="Setelan lokal atau setelan instansi: tenggat_penilaian (tidak ada tenggat nasional yang terbaca)",
    contoh="Triwulan II dinilai pada 15/09/2026, padahal tenggatnya 31 hari sesudah 30 Juni 2026.",
)
def lewat_tenggat(scope: Scope) -> Iterable[Hits]:
    """1. The rating is dated within the days that the settings allow after the end of the period."""
    tenggat = scope.rating.tenggat_penilaian
    allowed = tenggat.isi.tahunan if scope.periode is Periode.TAHUNAN else tenggat.isi.triwulan
    last = scope.periode.span(scope.tahun)[1] + timedelta(days=allowed)
    rows, days = _rated(scope)
    late = [day is not None and day > last for day in days]
    yield Hits("penilaian", "tanggal", rows.assign(tenggat=date_text(last), menurut=tenggat.dasar).loc[late])


def _rated(scope: Scope) -> tuple[pd.DataFrame, list[date | None]]:
    """The rows of the period (with both ratings, in years that have them), and the date of each as far as it can be read."""
    rows = rated(scope.tables, scope.periode)
    if isinstance(scope.aturan, AturanRating):
        rows = rows[(rows["rating_hasil"] != "") & (rows["rating_perilaku"] != "")]
    return rows, list(map(parse_date, rows["tanggal"].tolist()))
