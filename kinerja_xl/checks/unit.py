"""Rules on the sheet Unit: period, year, the unit's result, its head."""

from collections.abc import Iterable

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, keys_of
from kinerja_xl.scoring.words import no_term
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import CapaianOrganisasi, read_term

registry = Registry()
_SE = "SE MenPANRB 3/2023, penetapan predikat kinerja organisasi"


def read_periode(text: str) -> Periode | None:
    """The period a cell names; None where it is empty or unknown."""
    return read_term(Periode, text)


@registry.rule(
    "UNT001",
    Severity.GALAT,
    "Periode penilaian kosong atau tidak dikenal",
    pesan="Periode penilaian '{nilai}' tidak dikenal; seharusnya TW1, TW2, TW3, TW4, atau TAHUNAN.",
    saran="Pilih periode penilaian dari daftar di lembar Unit.",
    dasar="PermenPANRB 6/2022, evaluasi kinerja periodik dan tahunan",
    contoh="Sel periode dikosongkan.",
    whole_file=True,
)
def periode_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. The period is one of the list."""
    unit = scope.tables.unit
    yield Hits("unit", "periode", unit, where=unit["periode"].map(read_periode).isna())


@registry.rule(
    "UNT002",
    Severity.PERINGATAN,
    "Capaian kinerja organisasi belum diisi",
    pesan="Capaian kinerja organisasi periode ini '{nilai}'; kurva distribusi tidak dapat diperiksa.",
    saran="Pilih capaian kinerja organisasi sesuai penetapan pimpinan: Istimewa, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang.",
    dasar=_SE,
    contoh="Triwulan II dinilai, tetapi capaian organisasi Triwulan II kosong.",
    untuk=AturanRating,
)
def capaian_organisasi_kosong(scope: Scope) -> Iterable[Hits]:
    """1. The unit's result of the period is one of the five predicates."""
    unit, key = scope.tables.unit, f"capaian_{scope.periode.lower()}"
    yield Hits("unit", key, unit, where=no_term(unit[key], CapaianOrganisasi))


@registry.rule(
    "UNT003",
    Severity.PERINGATAN,
    "NIP kepala unit tidak ada di daftar pegawai",
    pesan="NIP kepala unit '{nilai}' tidak ada di lembar Pegawai.",
    saran="Isi NIP kepala unit sama seperti di lembar Pegawai; dipakai untuk tanda tangan surat dan rating kepala unit.",
    dasar="SE MenPANRB 3/2023: capaian organisasi menjadi rating hasil kerja kepala unit",
    contoh="Kepala unit baru belum ditulis di lembar Unit.",
    silent_after=("UNT006",),
)
def kepala_unit_tidak_ada(scope: Scope) -> Iterable[Hits]:
    """1. The head is one of the people of the unit."""
    unit = scope.tables.unit
    known = are_among(unit, ["berkas", "nip_kepala"], keys_of(scope.tables.pegawai, PERSON))
    yield Hits("unit", "nip_kepala", unit, where=~known | (unit["nip_kepala"] == ""))


@registry.rule(
    "UNT004",
    Severity.GALAT,
    "Periode berbeda dari unit lain",
    pesan="Periode penilaian {nilai}, sedangkan sebagian besar unit {periode_umum}.",
    saran="Pilih periode yang benar di lembar Unit, atau konsolidasikan unit ini terpisah.",
    dasar="Satu master memuat satu periode",
    contoh="Satu unit masih TW1 ketika yang lain TW2.",
    whole_file=True,
)
def periode_berbeda(scope: Scope) -> Iterable[Hits]:
    """1. All workbooks consolidated are of one period."""
    unit = scope.tables.unit
    periods = unit["periode"].map(read_periode)
    yield Hits(
        "unit", "periode", unit[periods.notna() & (periods != scope.periode)].assign(periode_umum=scope.periode.value)
    )


@registry.rule(
    "UNT005",
    Severity.GALAT,
    "Tahun tidak terbaca atau berbeda dari unit lain",
    pesan="Tahun '{nilai}' tidak terbaca atau berbeda dari tahun konsolidasi {tahun_umum}.",
    saran="Pakai formulir tahun yang benar; sel tahun terkunci dan tidak perlu diubah.",
    dasar="Satu master memuat satu tahun",
    contoh="Formulir tahun lalu dipakai lagi.",
    whole_file=True,
)
def tahun_berbeda(scope: Scope) -> Iterable[Hits]:
    """1. All workbooks consolidated are of one year."""
    unit = scope.tables.unit
    yield Hits("unit", "tahun", unit[unit["tahun"] != str(scope.tahun)].assign(tahun_umum=str(scope.tahun)))


@registry.rule(
    "UNT006",
    Severity.PERINGATAN,
    "Buku kerja tanpa pegawai",
    pesan="Buku kerja {nilai} tidak berisi seorang pegawai pun.",
    saran="Isi lembar Pegawai, atau keluarkan berkas ini dari folder bila hanya formulir kosong.",
    dasar="Formulir baku: satu baris untuk setiap pegawai",
    contoh="Formulir kosong ikut terkirim.",
)
def tanpa_pegawai(scope: Scope) -> Iterable[Hits]:
    """1. A workbook has at least one person."""
    unit = scope.tables.unit
    yield Hits("unit", "nama_unit", unit, where=~unit["berkas"].isin(scope.tables.pegawai["berkas"]))
