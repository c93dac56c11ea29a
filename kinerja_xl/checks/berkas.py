"""Rules on the file and the form itself. ``forms`` finds these while opening and reading; here they are explained.

What is told is written in ``forms.faults``, once. A galat keeps the whole file out.
"""

from kinerja_xl.checks.rule import Rule
from kinerja_xl.findings import Severity
from kinerja_xl.forms import faults
from kinerja_xl.forms.faults import Fault

_FORM = "Formulir baku Buku Kerja Unit (kinerja formulir unit)"
_SAFETY = "Batas keamanan pembacaan berkas"


def _rule(fault: Fault, title: str, dasar: str, contoh: str) -> Rule:
    blocks = fault.severity is Severity.GALAT
    return Rule(fault.code, fault.severity, title, fault.pesan, fault.saran, dasar, contoh, whole_file=blocks)


RULES = (
    _rule(
        faults.UNREADABLE,
        "Berkas rusak atau bukan buku kerja Excel",
        "Berkas harus dapat dibaca utuh",
        "Unduhan terputus sehingga isi paket .xlsx tidak lengkap.",
    ),
    _rule(
        faults.LOCKED,
        "Berkas dikunci dengan kata sandi",
        "Berkas bersandi tidak dapat dibaca program",
        "Unit memberi kata sandi pembuka sebelum mengirim.",
    ),
    _rule(faults.FOREIGN, "Bukan Buku Kerja Unit", _FORM, "Daftar hadir ikut tersimpan di folder kiriman."),
    _rule(
        faults.STRICT,
        "Disimpan sebagai Strict Open XML atau tanpa lembar",
        "Pembaca berkas melihat Strict Open XML sebagai buku kerja tanpa isi",
        "Jenis simpan 'Strict Open XML Spreadsheet' terpilih.",
    ),
    _rule(
        faults.BOMB,
        "Berkas terlalu besar atau berbahaya",
        _SAFETY,
        "Isi paket membengkak ratusan kali atau memuat entitas XML.",
    ),
    _rule(
        faults.FAR_AWAY,
        "Isian jauh di luar formulir",
        _FORM,
        "Ada spasi di sel XFD1048576 karena tombol Ctrl+panah.",
    ),
    _rule(
        faults.MACRO,
        "Berkas memuat makro",
        f"{_SAFETY}: makro kiriman tidak pernah dijalankan",
        "Formulir disimpan sebagai .xlsm sesudah seseorang merekam makro.",
    ),
    _rule(
        faults.OTHER_BOOK,
        "Rumus mengambil isi dari berkas lain",
        f"{_SAFETY}: tautan ke berkas lain tidak pernah diikuti",
        "Realisasi diisi dengan rumus ='[Rekap Bulanan.xlsx]Juni'!$C$4.",
    ),
    _rule(
        faults.NOT_CALCULATED,
        "Rumus di sel isian belum dihitung",
        "Kewajaran data: nilai rumus dibaca sebagaimana tersimpan",
        "Berkas dibuat program lain yang menulis rumus tanpa hasilnya.",
    ),
    _rule(faults.UNKNOWN_VERSION, "Versi formulir tidak dikenal", _FORM, "Versi tertulis 9."),
    _rule(
        faults.NO_SHEET,
        "Lembar wajib tidak ada",
        _FORM,
        "Lembar Perilaku diganti nama menjadi 'Perilaku (2)'.",
    ),
    _rule(faults.NO_COLUMN, "Judul kolom wajib tidak ditemukan", _FORM, "Judul kolom Target terhapus."),
    _rule(
        faults.LOST_COLUMN,
        "Judul kolom berubah sehingga isinya tidak dibaca",
        _FORM,
        "Judul kolom Satuan diketik ulang menjadi 'Satuan Ukur'.",
    ),
    _rule(
        faults.MOVED,
        "Susunan formulir berubah, tetapi terbaca",
        _FORM,
        "Tiga baris disisipkan di atas judul kolom lembar Rencana.",
    ),
    _rule(
        faults.TYPED_OVER,
        "Rumus formulir tertimpa isian",
        _FORM,
        "Target diubah di lembar Realisasi, padahal yang dinilai adalah target di lembar Rencana.",
    ),
    _rule(
        faults.OTHER_YEAR,
        "Tahun tidak sesuai dengan formulirnya",
        _FORM,
        "Tahun pada formulir 2026 diketik menjadi 2020.",
    ),
    _rule(
        faults.MERGED,
        "Sel digabung di dalam tabel",
        _FORM,
        "NIP digabung untuk tiga baris indikator, sehingga dua baris terbaca tanpa NIP.",
    ),
    _rule(
        faults.NOTE,
        "Catatan di luar tabel",
        _FORM,
        "Di baris 300 tertulis 'Data Pak Lurah menyusul'.",
    ),
    _rule(
        faults.OTHER_SHEETS,
        "Ada lembar yang bukan bagian formulir",
        _FORM,
        "Lembar 'Konsep Realisasi' ditambahkan untuk menghitung.",
    ),
    _rule(
        faults.CHANGED_SINCE_LOCKED,
        "Isian berubah sesudah dikunci",
        _FORM,
        "Perlindungan lembar Realisasi dibuka sesudah buku kerja dikunci, lalu satu realisasi diganti.",
    ),
)
