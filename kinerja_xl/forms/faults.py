"""What can be wrong with a file or with the form itself, and how it is told. The guard and the reader find these.

The one place for these words: ``checks.berkas`` makes a rule of each and adds its title, reason and example.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.indonesian import cut

SHOWN = 60
"""Characters of a cell's text that are quoted in a message."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault. ``pesan`` and ``saran`` may quote ``{lembar}``, ``{sel}``, ``{kolom}``, ``{nilai}`` and further words."""

    code: str
    severity: Severity
    pesan: str
    saran: str

    def finding(
        self, berkas: str, *, sheet: str = "", cell: str = "", field: str = "", value: str = "", **words: str
    ) -> Finding:
        """The finding of this fault at one place of the file ``berkas``."""
        message, fix = self.told(words | {"lembar": sheet, "sel": cell, "kolom": field, "nilai": shortened(value)})
        return Finding(
            self.severity, self.code, berkas, sheet, cell, field=field, value=value, message=message, fix=fix
        )

    def told(self, words: Mapping[str, str]) -> tuple[str, str]:
        """Message and fix with ``words`` in them."""
        return self.pesan.format_map(words), self.saran.format_map(words)


def shortened(text: str) -> str:
    """A text as a message quotes it: one line, not too long."""
    return cut(" ".join(text.split()), SHOWN)


def stops(code: str, pesan: str, saran: str) -> Fault:
    """A fault that keeps the file out."""
    return Fault(code, Severity.GALAT, pesan, saran)


def warns(code: str, pesan: str, saran: str) -> Fault:
    """A fault that should be looked at."""
    return Fault(code, Severity.PERINGATAN, pesan, saran)


def informs(code: str, pesan: str, saran: str) -> Fault:
    """Something worth knowing."""
    return Fault(code, Severity.INFO, pesan, saran)


UNREADABLE = stops(
    "BRK001",
    "Berkas tidak dapat dibaca; isinya rusak.",
    "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx), atau minta kiriman ulang.",
)
DAMAGED = stops(
    "BRK001",
    "Berkas rusak: isi paketnya tidak utuh.",
    "Minta kiriman ulang, atau buka dan simpan ulang di Excel.",
)
NOT_A_PACKAGE = stops(
    "BRK001",
    "Berkas ini bukan buku kerja Excel atau isinya rusak.",
    "Buka di Excel lalu simpan sebagai Buku Kerja Excel (*.xlsx), atau minta kiriman ulang.",
)
OLD_FORMAT = stops(
    "BRK001",
    "Berkas ini bukan format .xlsx (format Excel lama atau berkas lain).",
    "Buka di Excel lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
)
NO_WORKBOOK = stops(
    "BRK001",
    "Berkas ini bukan buku kerja Excel yang utuh (bagian xl/workbook.xml tidak ada).",
    "Buka dan simpan ulang di Excel sebagai Buku Kerja Excel (*.xlsx).",
)
OPEN_DOCUMENT = stops(
    "BRK001",
    "Berkas ini lembar kerja OpenDocument (.ods), bukan buku kerja Excel.",
    "Buka, simpan sebagai Buku Kerja Excel (*.xlsx), lalu pakai berkas .xlsx itu.",
)
NOT_ALLOWED = stops(
    "BRK001",
    "Berkas tidak boleh dibuka (izin ditolak atau sedang dipakai).",
    "Tutup berkas itu di Excel atau perbaiki izinnya, lalu ulangi.",
)
NOT_FETCHED = stops(
    "BRK001",
    "Berkas tidak dapat diambil dari alamatnya.",
    "Periksa alamat, izin, dan jaringannya, lalu ulangi.",
)
LOCKED = stops(
    "BRK002",
    "Berkas dikunci dengan kata sandi sehingga tidak dapat dibaca.",
    "Buka di Excel, hapus kata sandi (Info > Lindungi Buku Kerja), simpan, lalu kirim ulang.",
)
FOREIGN = stops(
    "BRK003",
    "Berkas ini bukan Buku Kerja Unit (lembarnya: {semua}).",
    "Keluarkan dari folder, atau pindahkan isinya ke formulir dari perintah: kinerja formulir unit.",
)
STAFF_FORM = stops(
    "BRK003",
    "Berkas ini Formulir SKP seorang pegawai, bukan Buku Kerja Unit.",
    "Himpun dahulu ke buku kerja unitnya: kinerja himpun FOLDER -o UNIT.xlsx; buku kerja itulah yang diperiksa.",
)
STRICT = stops(
    "BRK004",
    "Berkas disimpan sebagai Strict Open XML yang tidak dapat dibaca dengan benar.",
    "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx), bukan Strict Open XML.",
)
NO_SHEETS = stops(
    "BRK004",
    "Berkas ini tidak memiliki lembar yang dapat dibaca.",
    "Simpan ulang di Excel dengan jenis Buku Kerja Excel (*.xlsx).",
)
BOMB = stops(
    "BRK005",
    "Isi berkas membengkak jauh di luar kewajaran; berkas tidak dibuka demi keamanan.",
    "Salin data ke formulir kosong yang baru; laporkan bila berkas ini bukan buatan sendiri.",
)
ENTITIES = stops(
    "BRK005",
    "Berkas memuat entitas XML yang berbahaya; berkas tidak dibuka.",
    "Jangan dibuka. Minta pengirim mengisi formulir kosong yang baru.",
)
TOO_LARGE = stops(
    "BRK005",
    "Berkas berukuran {ukuran} MB, lebih besar dari batas {batas} MB.",
    "Hapus gambar dan lembar yang tidak perlu, atau salin isinya ke formulir kosong yang baru.",
)
FAR_AWAY = stops(
    "BRK006",
    "Ada isian jauh di luar formulir, {letak}.",
    "Hapus semua isi sesudah kolom {kolom_akhir} atau sesudah baris {baris_akhir}, lalu simpan.",
)
MACRO = warns(
    "BRK007",
    "Berkas memuat makro. Makro itu tidak dijalankan; isian tetap dibaca.",
    "Simpan sebagai Buku Kerja Excel (*.xlsx) tanpa makro. Formulir ini tidak memerlukan makro.",
)
OTHER_BOOK = warns(
    "BRK008",
    "Rumus di lembar {lembar}, sel {sel}, mengambil isi dari berkas lain: {sumber}. Yang dibaca adalah nilai terakhir yang tersimpan.",
    "Putuskan tautannya (Data > Edit Tautan > Putuskan Tautan) sehingga nilainya tersimpan di berkas ini.",
)
NOT_CALCULATED = warns(
    "BRK009",
    "Sel {sel} di lembar {lembar} berisi rumus yang belum pernah dihitung, sehingga terbaca kosong.",
    "Buka di Excel, tunggu sampai terhitung, lalu simpan; atau ketik nilainya langsung di sel itu.",
)
MORE_NOT_CALCULATED = warns(
    "BRK009",
    "Masih ada {lain} sel lain berisi rumus yang belum pernah dihitung; semuanya terbaca kosong.",
    NOT_CALCULATED.saran,
)
UNKNOWN_VERSION = stops(
    "FRM001",
    "Versi formulir '{nilai}' tidak dikenal; yang diterima: {diterima}.",
    "Salin isian ke formulir kosong versi terbaru (kinerja formulir unit); jangan mengubah sel versi.",
)
NO_SHEET = stops(
    "FRM002",
    "Lembar {lembar} tidak ada{mirip}.",
    "Kembalikan lembar {lembar} dengan nama aslinya, atau salin isian ke formulir kosong.",
)
NO_LABEL = stops(
    "FRM003",
    "Label '{kolom}' tidak ditemukan di lembar {lembar}.",
    "Kembalikan label aslinya atau salin isian ke formulir kosong.",
)
NO_COLUMN = stops(
    "FRM003",
    "{apa} di lembar {lembar}: {kolom}{mirip}.",
    "Kembalikan judul kolom seperti pada formulir kosong (baris {baris}).",
)
RENAMED_COLUMN = warns(
    "FRM004",
    "Judul kolom {sel} di lembar {lembar} tertulis '{nilai}'; mungkin yang dimaksud '{kolom}'. Isi kolom itu tidak dibaca.",
    "Kembalikan judulnya menjadi '{kolom}'.",
)
LOST_COLUMN = warns(
    "FRM004",
    "Tidak ditemukan di lembar {lembar}: {kolom}. Isian untuk itu tidak dibaca{asing}.",
    "Kembalikan judulnya seperti pada formulir kosong, atau salin isian ke formulir kosong.",
)
MOVED = informs(
    "FRM005",
    "Susunan lembar {lembar} berbeda dari formulir: {apa}. Isinya tetap terbaca.",
    "Tidak perlu diperbaiki. Untuk periode berikutnya, pakai formulir kosong tanpa mengubah susunannya.",
)
TYPED_OVER = warns(
    "FRM006",
    "Rumus formulir di kolom '{kolom}' lembar {lembar} tertimpa isian lain pada {jumlah} sel, mulai {sel}: tertulis '{nilai}'{seharusnya}. Isian itu tidak dipakai.",
    "Ubah data di tempat asalnya ({asal}), lalu kembalikan rumusnya dengan menyalin sel rumus dari baris lain.",
)
OTHER_YEAR = stops(
    "FRM007",
    "Tahun tertulis '{nilai}', tetapi kolomnya dari formulir tahun {tahun_formulir}.",
    "Tulis kembali tahun formulir yang sebenarnya di sel tahun; untuk tahun lain buat formulir tahun itu (kinerja formulir unit).",
)
MERGED = warns(
    "FRM008",
    "Sel digabung di dalam tabel lembar {lembar}: {rentang}. Hanya sel kiri atas setiap gabungan yang berisi; sel lainnya terbaca kosong.",
    "Batalkan penggabungan sel (Beranda > Gabungkan & Pusatkan), lalu isi setiap barisnya.",
)
NOTE = warns(
    "FRM009",
    "Ada catatan di luar tabel lembar {lembar}, sel {sel}: '{nilai}'. Catatan itu tidak dibaca sebagai isian.",
    "Bila itu isian, lengkapi NIP-nya atau pindahkan ke baris dan kolom yang benar; bila hanya catatan, hapus dari formulir.",
)
MORE_NOTES = warns(
    "FRM009",
    "Masih ada {lain} catatan lain di luar tabel lembar {lembar}; semuanya tidak dibaca sebagai isian.",
    NOTE.saran,
)
OTHER_SHEETS = informs(
    "FRM010",
    "Ada lembar yang bukan bagian formulir: {semua}. Isinya tidak dibaca.",
    "Tidak perlu diperbaiki. Bila di dalamnya ada data yang harus dinilai, pindahkan ke lembar formulir.",
)
CHANGED_SINCE_LOCKED = warns(
    "FRM011",
    "Isian buku kerja ini berubah sesudah dikunci ({sejak}): sidiknya bukan lagi '{nilai}'.",
    "Tanyakan kepada pejabat penilai apa yang diubah. Bila perubahan itu benar, tekan Buka Kunci, periksa, lalu tekan Kunci lagi.",
)
