"""The master's tables: sheet names, columns, headers, widths and number formats, described once.

``recap`` fills these columns, ``master`` writes them, ``master_read`` reads them back from a master file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.terms import Aspek, Predikat

ELSEWHERE = "lebih banyak daripada yang dimuat lembar Excel"
"""What a sheet says whose rows are in a file beside the master."""


class Format(StrEnum):
    """How a column of the master is shown."""

    TEXT = "teks"
    WRAPPED = "teks panjang"
    INTEGER = "bilangan"
    PERCENT = "persen"
    """A number in percent (not a fraction) with two decimals."""
    SHARE = "bagian"
    """A fraction, shown in percent."""
    DECIMAL = "desimal"
    DATE = "tanggal"
    LINK = "tautan"


@dataclass(frozen=True)
class Column:
    """One column of a sheet of the master; ``key`` is its name in the frame."""

    key: str
    header: str
    width: float
    format: Format = Format.TEXT
    later: bool = False
    """Whether masters made by earlier versions lack it."""


PREDIKAT_KEYS = {predikat: predikat.name.lower() for predikat in Predikat}
"""Count columns of a unit by level of predikat: ``sangat_baik`` and so on, whatever word the scheme has for the level."""

ASPECT_KEYS = {aspek: f"capaian_{aspek.lower()}" for aspek in Aspek}
NO_ASPECT = "capaian_tanpa_aspek"
"""Mean achievement of a unit's indicators by aspect, and of those without one (the forms of leaders)."""

_ASPECTS = (
    *(Column(key, f"Capaian {aspek} (%)", 11, Format.PERCENT, later=True) for aspek, key in ASPECT_KEYS.items()),
    Column(NO_ASPECT, "Capaian Tanpa Aspek (%)", 11, Format.PERCENT, later=True),
)
_PREDIKAT_COUNTS = tuple(Column(key, predikat.value, 11, Format.INTEGER) for predikat, key in PREDIKAT_KEYS.items())

REKAP_PEGAWAI = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("kode_unit", "Kode Unit", 13),
    Column("nama_unit", "Unit", 28),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 30),
    Column("status", "Status", 8),
    Column("golongan", "Gol.", 8),
    Column("pangkat", "Pangkat", 18),
    Column("jabatan", "Jabatan", 34),
    Column("jenis_jabatan", "Jenis Jabatan", 14),
    Column("jenjang", "Jenjang JF", 13),
    Column("pendekatan", "Pendekatan", 12),
    Column("rhk_jumlah", "RHK", 6, Format.INTEGER),
    Column("iki_jumlah", "IKI", 6, Format.INTEGER),
    Column("iki_terisi", "IKI Terisi", 8, Format.INTEGER),
    Column("capaian", "Capaian (%)", 11, Format.PERCENT),
    Column("saran_hasil", "Saran Rating Hasil (bukan ketentuan)", 21),
    Column("rating_hasil", "Rating Hasil Kerja", 21),
    Column("saran_perilaku", "Saran Rating Perilaku (bukan ketentuan)", 21),
    Column("rating_perilaku", "Rating Perilaku Kerja", 21),
    Column("predikat", "Predikat Kinerja", 17),
    Column("tanggal", "Tanggal Penilaian", 12, Format.DATE),
    Column("angka_kredit", "Angka Kredit", 10, Format.DECIMAL),
    Column("jp", "JP Setahun", 9, Format.DECIMAL),
    Column("umpan_balik_hasil", "Umpan Balik Hasil Kerja", 60, Format.WRAPPED),
    Column("umpan_balik_perilaku", "Umpan Balik Perilaku", 60, Format.WRAPPED),
    Column("rekomendasi", "Rekomendasi Tindak Lanjut", 60, Format.WRAPPED),
    Column("nip_penilai", "NIP Penilai", 21),
    Column("nama_penilai", "Pejabat Penilai Kinerja", 28),
    Column("jabatan_penilai", "Jabatan Penilai", 30),
    Column("pangkat_penilai", "Pangkat Penilai", 24),
    Column("nip_atasan", "NIP Atasan Penilai", 21),
    Column("nama_atasan", "Atasan Pejabat Penilai", 28),
    Column("jabatan_atasan", "Jabatan Atasan Penilai", 30),
    Column("temuan", "Temuan", 8, Format.INTEGER),
    Column("berkas", "Berkas", 34),
    Column("baris", "Baris", 7, Format.INTEGER),
)

REKAP_UNIT = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("kode_unit", "Kode Unit", 13),
    Column("nama_unit", "Unit", 30),
    Column("periode", "Periode", 10),
    Column("tahun", "Tahun", 8),
    Column("capaian_organisasi", "Capaian Organisasi", 16),
    Column("pegawai", "Pegawai", 9, Format.INTEGER),
    Column("diterima", "Diterima", 9, Format.INTEGER),
    Column("ditolak", "Ditolak", 9, Format.INTEGER),
    Column("dinilai", "Dinilai", 9, Format.INTEGER),
    Column("belum_dinilai", "Belum Dinilai", 9, Format.INTEGER),
    *_PREDIKAT_COUNTS,
    Column("capaian", "Rerata Capaian (%)", 11, Format.PERCENT),
    *_ASPECTS,
    Column("iki_lengkap", "IKI Terisi", 9, Format.SHARE),
    Column("kurva", "Kurva", 22),
    Column("alasan_kurva", "Alasan Distribusi", 34, Format.WRAPPED),
    Column("galat", "Galat", 7, Format.INTEGER),
    Column("peringatan", "Peringatan", 10, Format.INTEGER),
    Column("nip_kepala", "NIP Kepala Unit", 21),
    Column("nama_kepala", "Kepala Unit", 28),
    Column("jabatan_kepala", "Jabatan Kepala", 28),
    Column("instansi", "Instansi", 28),
    Column("unit_induk", "Perangkat Daerah Induk", 28),
    Column("alamat", "Alamat", 34),
    Column("telepon", "Telepon", 16),
    Column("laman", "Laman", 22),
    Column("pos_el", "Pos-el", 26),
    Column("kode_pos", "Kode Pos", 9),
    Column("tempat", "Tempat Surat", 14),
    Column("kode_klasifikasi", "Kode Klasifikasi", 14),
    Column("kode_surat", "Kode Surat", 14),
    Column("tembusan", "Tembusan", 40),
    Column("berkas", "Berkas", 34),
)

DISTRIBUSI = (
    Column("kode_unit", "Kode Unit", 13),
    Column("nama_unit", "Unit", 30),
    Column("capaian_organisasi", "Capaian Organisasi", 16),
    Column("dinilai", "Dinilai", 9, Format.INTEGER),
    Column("aturan", "Aturan Kurva", 46),
    Column("jumlah", "Jumlah", 9, Format.INTEGER),
    Column("bagian", "Bagian", 9, Format.SHARE),
    Column("pindah", "Orang Kurang (+) atau Lebih (-)", 14, Format.INTEGER),
    Column("hasil", "Hasil", 22),
    Column("dasar", "Dasar", 44),
)

TEMUAN = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("severity", "Tingkat", 11),
    Column("code", "Kode", 9),
    Column("file", "Berkas", 34),
    Column("sheet", "Lembar", 13),
    Column("cell", "Sel", 8, Format.LINK),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 28),
    Column("field", "Isian", 20),
    Column("value", "Nilai", 24),
    Column("message", "Pesan", 70, Format.WRAPPED),
    Column("fix", "Yang Perlu Dilakukan", 60, Format.WRAPPED),
)

BERKAS = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("berkas", "Berkas", 44, Format.LINK),
    Column("status", "Status", 12),
    Column("dikunci", "Dikunci Sejak", 32, later=True),
    Column("kode_unit", "Kode Unit", 13),
    Column("nama_unit", "Unit", 30),
    Column("pegawai", "Pegawai", 9, Format.INTEGER),
    Column("indikator", "Indikator", 10, Format.INTEGER),
    Column("galat", "Galat", 8, Format.INTEGER),
    Column("peringatan", "Peringatan", 11, Format.INTEGER),
    Column("ukuran", "Ukuran (byte)", 13, Format.INTEGER),
    Column("sha256", "SHA-256", 68),
)

REKONSILIASI = (
    Column("keadaan", "Keadaan", 18),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 30),
    Column("unit", "Unit", 30),
    Column("berkas", "Berkas", 34),
    Column("baris", "Baris Pegawai", 9, Format.INTEGER),
    Column("keterangan", "Keterangan", 70, Format.WRAPPED),
)

TINDAK_LANJUT = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("nama_unit", "Unit", 28),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 30),
    Column("jabatan", "Jabatan", 34),
    Column("predikat", "Predikat Kinerja", 17),
    Column("jenis", "Jenis Tindak Lanjut", 24),
    Column("rekomendasi", "Rekomendasi", 60, Format.WRAPPED),
    Column("kegiatan", "Pengembangan yang Tercatat", 60, Format.WRAPPED),
    Column("jp", "JP Setahun", 9, Format.DECIMAL),
)

ANGKA_KREDIT = (
    Column("no", "No.", 6, Format.INTEGER),
    Column("nama_unit", "Unit", 28),
    Column("nip", "NIP", 21),
    Column("nama", "Nama", 30),
    Column("jabatan", "Jabatan", 34),
    Column("golongan", "Gol.", 8),
    Column("jenjang", "Jenjang JF", 14),
    Column("predikat", "Predikat Kinerja", 17),
    Column("persen", "Persentase", 11, Format.SHARE),
    Column("koefisien", "Koefisien per Tahun", 11, Format.DECIMAL),
    Column("bulan", "Bulan", 8, Format.INTEGER),
    Column("angka_kredit", "Angka Kredit", 11, Format.DECIMAL),
    Column("rumus", "Perhitungan", 44),
)

SHEETS = {
    "Rekap Pegawai": REKAP_PEGAWAI,
    "Rekap Unit": REKAP_UNIT,
    "Distribusi": DISTRIBUSI,
    "Temuan": TEMUAN,
    "Berkas": BERKAS,
    "Rekonsiliasi": REKONSILIASI,
    "Tindak Lanjut": TINDAK_LANJUT,
    "Angka Kredit": ANGKA_KREDIT,
}
"""Data sheets of the master in order, behind the sheet Ringkasan."""

_NUMERIC_COLUMNS = (
    Column("nilai_skp", "Nilai SKP", 11, Format.PERCENT),
    Column("nilai_perilaku", "Nilai Perilaku", 11, Format.PERCENT),
    Column("nilai", "Nilai Akhir", 11, Format.PERCENT),
)
_RATING_KEYS = {
    "saran_hasil",
    "rating_hasil",
    "saran_perilaku",
    "rating_perilaku",
    "angka_kredit",
    "capaian_organisasi",
    "kurva",
    "alasan_kurva",
}
"""Columns of the people and units that only years with ratings have."""


def sheets_of(aturan: Aturan) -> Mapping[str, tuple[Column, ...]]:
    """The data sheets of a period under these rules: ``SHEETS``, or before 2022 with numbers in place of ratings."""
    if isinstance(aturan, AturanRating):
        return SHEETS
    people = [c for c in REKAP_PEGAWAI if c.key not in _RATING_KEYS]
    at = next(i for i, c in enumerate(people) if c.key == "predikat")
    people[at:at] = _NUMERIC_COLUMNS
    headers = {PREDIKAT_KEYS[level]: word for level, word in skema_of(aturan).words.items()}
    units = [replace(c, header=headers.get(c.key, c.header)) for c in REKAP_UNIT if c.key not in _RATING_KEYS]
    return {**SHEETS, "Rekap Pegawai": tuple(people), "Rekap Unit": tuple(units)}
