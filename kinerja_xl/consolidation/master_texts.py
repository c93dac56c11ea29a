"""Words of the master's sheets: the sentence of help, what is said of an empty sheet, the tab's colour, the key columns.

The columns themselves are in ``schema``.
"""

from dataclasses import asdict, dataclass

from kinerja_xl.consolidation.result import Counts
from kinerja_xl.indonesian import number_text

SUMMARY = "Ringkasan"
"""Name of the master's first sheet."""

TREND = "Tren"
"""Name of the sheet behind it, where the master is compared with earlier ones."""

_PEOPLE, _FILES, _ACTIONS = "#2E75B6", "#7F7F7F", "#548235"


@dataclass(frozen=True)
class SheetTexts:
    """Texts of one sheet; ``empty`` may name the fields of ``Counts``, ``keys`` are the columns that stay in sight.

    ``lines``: how many lines of a long text a row shows; the cell holds all of it.
    """

    help: str
    empty: str
    tab: str
    keys: tuple[str, str]
    lines: int = 6


SHEET_TEXTS = {
    "Rekap Pegawai": SheetTexts(
        "Satu baris untuk setiap pegawai. Saran bukan ketentuan: rating ditetapkan Pejabat Penilai Kinerja. Teks panjang tampil tiga baris; klik selnya untuk membaca seluruhnya.",
        "Belum ada pegawai yang direkap: {entries} baris pegawai dibaca dari {files} berkas, {people_rejected} ditolak; lihat lembar Temuan.",
        _PEOPLE,
        ("nip", "nama"),
        lines=3,
    ),
    "Rekap Unit": SheetTexts(
        "Satu baris untuk setiap unit: pegawai, predikat, rerata capaian, kesesuaian dengan kurva, dan data untuk surat.",
        "Belum ada unit yang direkap: {files} berkas dibaca, {files_rejected} ditolak; lihat lembar Berkas.",
        _PEOPLE,
        ("nama_unit", "nama_unit"),
    ),
    "Distribusi": SheetTexts(
        "Setiap aturan kurva menurut capaian organisasi unit. Kurva adalah pertimbangan pimpinan; predikat tidak pernah diturunkan otomatis.",
        "Tidak ada kurva yang diperiksa: {rated} dari {recapped} pegawai sudah dinilai.",
        _PEOPLE,
        ("kode_unit", "nama_unit"),
    ),
    "Temuan": SheetTexts(
        "Yang perlu diperbaiki dan caranya. Klik kolom Sel untuk membuka berkas tepat di sel itu.",
        "Tidak ada temuan: {entries} baris pegawai pada {files} berkas diperiksa.",
        "#C00000",
        ("no", "code"),
    ),
    "Berkas": SheetTexts(
        "Setiap berkas yang dibaca dengan statusnya; SHA-256 adalah sidik jari isi berkas pada saat direkap.",
        "Tidak ada berkas buku kerja unit yang ditemukan.",
        _FILES,
        ("no", "berkas"),
    ),
    "Rekonsiliasi": SheetTexts(
        "Siapa yang belum masuk, ditolak, ganda, atau di luar daftar, sehingga jumlah terdaftar dan jumlah direkap dapat dicocokkan.",
        "Tidak ada selisih: {entries} baris pegawai pada {files} berkas cocok seluruhnya.",
        _FILES,
        ("keadaan", "nama"),
    ),
    "Tindak Lanjut": SheetTexts(
        "Penghargaan dan pembinaan menurut predikat, beserta rekomendasi penilai dan pengembangan yang tercatat.",
        "Belum ada tindak lanjut: {rated} dari {recapped} pegawai sudah dinilai.",
        _ACTIONS,
        ("nip", "nama"),
    ),
    "Angka Kredit": SheetTexts(
        "Konversi predikat menjadi angka kredit bagi pejabat fungsional; kolom Perhitungan menunjukkan caranya.",
        "Tidak ada angka kredit: tidak ada pejabat fungsional yang sudah dinilai di antara {recapped} pegawai.",
        _ACTIONS,
        ("nip", "nama"),
    ),
    "Perubahan Predikat": SheetTexts(
        "Siapa yang predikatnya turun atau naik dibanding master sebelumnya, menurut NIP; yang pindah unit tetap orang yang sama.",
        "Tidak ada predikat yang turun atau naik di antara {rated} pegawai yang sudah dinilai.",
        _ACTIONS,
        ("nip", "nama"),
    ),
    "Tren Unit": SheetTexts(
        "Satu baris untuk setiap unit dan periode; selisih capaian terhadap periode sebelumnya yang memuat unit itu.",
        "Belum ada unit yang dapat dibandingkan.",
        _PEOPLE,
        ("kode_unit", "nama_unit"),
    ),
}


def empty_text(name: str, counts: Counts) -> str:
    """What an empty sheet says, with the numbers behind it."""
    return SHEET_TEXTS[name].empty.format(**{key: number_text(value) for key, value in asdict(counts).items()})
