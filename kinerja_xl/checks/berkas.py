"""Rules on the file and the form itself. ``forms.guard`` and ``forms.read`` find these while opening; here they are explained."""

from kinerja_xl.checks.rule import Rule
from kinerja_xl.findings import Severity

_FORM = "Formulir baku Buku Kerja Unit (kinerja formulir unit)"


def _file_rule(code: str, title: str, saran: str, dasar: str, contoh: str) -> Rule:
    return Rule(code, Severity.GALAT, title, title, saran, dasar, contoh, whole_file=True)


RULES = (
    _file_rule(
        "BRK001",
        "Berkas rusak atau bukan buku kerja Excel",
        "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx), atau minta kiriman ulang.",
        "Berkas harus dapat dibaca utuh",
        "Unduhan terputus sehingga isi paket .xlsx tidak lengkap.",
    ),
    _file_rule(
        "BRK002",
        "Berkas dikunci dengan kata sandi",
        "Buka di Excel, hapus kata sandi (Info > Lindungi Buku Kerja), simpan, lalu kirim ulang.",
        "Berkas bersandi tidak dapat dibaca program",
        "Unit memberi kata sandi pembuka sebelum mengirim.",
    ),
    _file_rule(
        "BRK003",
        "Bukan Buku Kerja Unit",
        "Keluarkan dari folder, atau pindahkan isinya ke formulir dari perintah: kinerja formulir unit.",
        _FORM,
        "Daftar hadir ikut tersimpan di folder kiriman.",
    ),
    _file_rule(
        "BRK004",
        "Disimpan sebagai Strict Open XML atau tanpa lembar",
        "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx), bukan Strict Open XML.",
        "Pembaca berkas melihat Strict Open XML sebagai buku kerja tanpa isi",
        "Jenis simpan 'Strict Open XML Spreadsheet' terpilih.",
    ),
    _file_rule(
        "BRK005",
        "Berkas terlalu besar atau berbahaya",
        "Salin data ke formulir kosong yang baru; jangan membuka berkas yang bukan buatan sendiri.",
        "Batas keamanan pembacaan berkas",
        "Isi paket membengkak ratusan kali atau memuat entitas XML.",
    ),
    _file_rule(
        "BRK006",
        "Isian jauh di luar formulir",
        "Hapus isi sel yang disebut beserta kolom dan baris di sekitarnya, lalu simpan.",
        _FORM,
        "Ada spasi di sel XFD1048576 karena tombol Ctrl+panah.",
    ),
    _file_rule(
        "FRM001",
        "Versi formulir tidak dikenal",
        "Salin isian ke formulir kosong versi terbaru; jangan mengubah sel versi.",
        _FORM,
        "Versi tertulis 9.",
    ),
    _file_rule(
        "FRM002",
        "Lembar wajib tidak ada",
        "Kembalikan lembar dengan nama aslinya, atau salin isian ke formulir kosong.",
        _FORM,
        "Lembar Perilaku diganti nama menjadi 'Perilaku (2)'.",
    ),
    _file_rule(
        "FRM003",
        "Judul kolom wajib tidak ditemukan",
        "Kembalikan judul kolom seperti pada formulir kosong.",
        _FORM,
        "Judul kolom Target terhapus.",
    ),
)
