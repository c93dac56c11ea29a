"""Rules on staff forms and on gathering them into the unit workbook. ``gathering`` finds these; here they are explained.

What is told is written in ``gathering.faults``, once. A galat keeps the whole form out; ``kinerja periksa`` never finds any.
"""

from kinerja_xl.checks.rule import Rule
from kinerja_xl.findings import Severity
from kinerja_xl.forms.faults import Fault
from kinerja_xl.gathering import faults

_FORM = "Formulir SKP (kinerja formulir skp) atau formulir instansi dengan judul kolom yang dikenali"
_UNIT = "Satu buku kerja memuat satu unit dan satu tahun"
_PERSON = "Satu pegawai satu formulir"
_KEPT = "Kelengkapan data: isian buku kerja tidak ditimpa tanpa diminta"
_NOTHING_LOST = "Kelengkapan data: yang tidak ikut dihimpun disebut"


def _rule(fault: Fault, title: str, dasar: str, contoh: str) -> Rule:
    blocks = fault.severity is Severity.GALAT
    return Rule(fault.code, fault.severity, title, fault.pesan, fault.saran, dasar, contoh, whole_file=blocks)


RULES = (
    _rule(faults.NO_FORM, "Bukan Formulir SKP", _FORM, "Daftar hadir ikut tersimpan di folder formulir."),
    _rule(
        faults.NO_NIP,
        "NIP pada formulir tidak dapat dipakai",
        "Perka BKN 43/2007 (NIP 18 angka)",
        "NIP terketik di sel angka sehingga tersimpan sebagai 1,98609E+17.",
    ),
    _rule(
        faults.MOVED_FORM,
        "Susunan Formulir SKP berubah",
        _FORM,
        "Kolom Target dihapus, sehingga isi kolom di kanannya bergeser.",
    ),
    _rule(faults.OTHER_VERSION, "Versi Formulir SKP tidak dikenal", _FORM, "Versi tertulis 9."),
    _rule(faults.OTHER_YEAR, "Formulir tahun lain", _UNIT, "Formulir SKP 2025 dihimpun ke buku kerja 2026."),
    _rule(
        faults.OTHER_UNIT,
        "Formulir unit lain",
        _UNIT,
        "Formulir pegawai Kelurahan Plaju Ulu tersimpan di folder Kelurahan Talang Putri.",
    ),
    _rule(
        faults.TWICE,
        "Dua formulir yang berbeda dari satu pegawai",
        _PERSON,
        "SKP.xlsx dan SKP revisi.xlsx dikirim bersama, targetnya tidak sama.",
    ),
    _rule(
        faults.TWICE_ALIKE,
        "Formulir yang sama dikirim dua kali",
        _PERSON,
        "SKP.xlsx dan salinannya SKP (1).xlsx ada di folder yang sama.",
    ),
    _rule(
        faults.DIFFERENT,
        "Isian formulir berbeda dari buku kerja",
        _KEPT,
        "Target di formulir 12 Dokumen, di buku kerja sudah tertulis 10 Dokumen.",
    ),
    _rule(
        faults.MISSING,
        "Pegawai belum mengirim formulir",
        "Kelengkapan data: pegawai unit = mengirim + belum",
        "Ada di lembar Pegawai, formulirnya tidak ada di folder.",
    ),
    _rule(
        faults.STRANGER,
        "Pegawai baru dari formulir",
        "Lembar Pegawai memuat pegawai unit itu saja",
        "Pegawai pindahan mengirim formulir, tetapi belum ditulis di lembar Pegawai.",
    ),
    _rule(
        faults.LEFT_OVER,
        "Baris buku kerja tidak ada di formulir",
        _KEPT,
        "Indikator 2.1 dicabut dari formulir, barisnya masih ada di lembar Rencana.",
    ),
    _rule(
        faults.WITHDRAWN,
        "Isian buku kerja kosong di formulir",
        _KEPT,
        "Bukti dukung TW I dihapus dari formulir, di buku kerja masih tertulis.",
    ),
    _rule(
        faults.UNKNOWN_COLUMN,
        "Kolom formulir tidak dikenali",
        _NOTHING_LOST,
        "Formulir instansi memuat kolom 'Output Antara'.",
    ),
    _rule(
        faults.UNKNOWN_TEXT,
        "Isian di luar kolom formulir",
        _NOTHING_LOST,
        "Catatan diketik di samping tabel.",
    ),
    _rule(
        faults.NO_SUCH_PREDIKAT,
        "Predikat pada formulir tidak mengikuti kedua rating",
        "PermenPANRB 6/2022, matriks predikat kinerja pegawai",
        "Rating Sesuai Ekspektasi dan Sesuai Ekspektasi, predikat diketik Sangat Baik.",
    ),
    _rule(
        faults.NO_PLACE,
        "Isian formulir tidak punya tempat di buku kerja",
        _NOTHING_LOST,
        "Formulir memuat ekspektasi perilaku, buku kerjanya tahun 2020.",
    ),
    _rule(
        faults.NO_PERIOD,
        "Periode evaluasi pada formulir tidak jelas",
        _NOTHING_LOST,
        "Lembar Evaluasi memuat realisasi, tetapi periodenya tidak ditulis.",
    ),
    _rule(
        faults.NIP_FROM_NAME,
        "NIP diambil dari nama berkas",
        "Perka BKN 43/2007 (NIP 18 angka)",
        "SKP_198609262015051001.xlsx tidak memuat NIP di dalamnya.",
    ),
    _rule(
        faults.TWO_SHEETS,
        "Lembar-lembar formulir tidak sama isinya",
        "Satu isian satu nilai",
        "Target 12 di lembar SKP, 10 di lembar Evaluasi TW II.",
    ),
    _rule(
        faults.MANY_PEOPLE,
        "Beberapa pegawai dalam satu berkas",
        _PERSON,
        "Formulir Budi dan formulir Ani disimpan sebagai dua lembar satu berkas.",
    ),
    _rule(
        faults.MANY_YEARS,
        "Beberapa tahun dalam satu formulir",
        _UNIT,
        "Lembar SKP bertahun 2026, lembar evaluasinya masih 2025.",
    ),
    _rule(
        faults.READ_AS,
        "Judul kolom dibaca menurut kemiripannya",
        _FORM,
        "Judul kolom 'Indikator Kinerja Indvidu'.",
    ),
    _rule(
        faults.ROW_TWICE,
        "Nomor baris yang sama dipakai dua kali di formulir",
        "Nomor RHK dan IKI membedakan indikator",
        "Dua indikator yang berbeda sama-sama bernomor RHK 1, IKI 1.",
    ),
    _rule(
        faults.TOO_LONG,
        "Isian lebih panjang daripada satu sel",
        "Batas Excel: 32.767 karakter satu sel",
        "Seluruh laporan ditempel ke kolom Bukti Dukung pada berkas CSV.",
    ),
    _rule(
        faults.PERIOD_CHOSEN,
        "Periode buku kerja diambil dari formulir",
        _NOTHING_LOST,
        "Formulir dihimpun ke buku kerja yang baru, sehingga periodenya belum dipilih siapa pun.",
    ),
    _rule(
        faults.LOST_SHEET,
        "Lembar Formulir SKP hilang",
        _FORM,
        "Lembar Evaluasi TW III dihapus.",
    ),
    _rule(
        faults.LOST_PLAN,
        "Lembar SKP hilang atau berganti nama",
        _FORM,
        "Lembar SKP diberi nama 'SKP Budi'.",
    ),
    _rule(
        faults.RENAMED_SHEET,
        "Lembar evaluasi berganti nama",
        _FORM,
        "Lembar Evaluasi TW2 diberi nama 'Triwulan 2'.",
    ),
    _rule(
        faults.OTHER_PERIOD,
        "Nama lembar evaluasi tertukar",
        _FORM,
        "Lembar bernama Evaluasi TW1 berjudul PERIODE PENILAIAN: 1 APRIL S.D. 30 JUNI.",
    ),
    _rule(
        faults.LABEL_TWICE,
        "Label Identitas ada dua kali",
        _PERSON,
        "Label 'NIP pegawai' disalin ke bawah dengan NIP orang lain.",
    ),
    _rule(
        faults.KEPT_IN_FORM,
        "Isian yang hanya dicetak tetap di formulir",
        _NOTHING_LOST,
        "Kotak KEBERATAN diisi di lembar Dokumen Evaluasi.",
    ),
    _rule(
        faults.OTHER_INDICATOR,
        "Nomor yang sama, indikator yang lain",
        _KEPT,
        "RHK 1 dihapus dari formulir, sehingga RHK 2 menjadi RHK 1; buku kerja masih memuat urutan yang lama.",
    ),
    _rule(
        faults.UNNAMED_FORM,
        "Formulir SKP kehilangan tanda pengenalnya",
        _FORM,
        "Lembar Identitas diganti namanya menjadi Data Diri.",
    ),
    _rule(
        faults.PERCENT_CELL,
        "Format sel formulir menyembunyikan angkanya",
        "Rumus formulir dan himpunan membaca angka yang sama",
        "85 persen diketik di sel berformat persen: yang tersimpan 0,85; atau 1/4 yang menjadi tanggal 1 April.",
    ),
    _rule(
        faults.ERROR_CELL,
        "Sel formulir berisi galat rumus",
        _NOTHING_LOST,
        "#REF! ikut tertempel dari berkas lain ke kolom Target.",
    ),
    _rule(
        faults.STRUCK,
        "Teks yang dicoret ikut terbaca",
        "Yang dibaca adalah isi sel, bukan coretannya",
        "Angka 12 dicoret dan 15 ditulis di belakangnya dalam sel yang sama: terbaca 12 15.",
    ),
    _rule(
        faults.SINCE_1904,
        "Formulir memakai sistem tanggal 1904",
        "Tanggal yang sama di setiap berkas",
        "Formulir disalin ke buku kerja lama buatan Excel untuk Mac, sehingga 7 April 2026 tampak sebagai 8 April 2030.",
    ),
    _rule(
        faults.TOO_MUCH,
        "Berkas CSV bukan satu formulir",
        _FORM,
        "Ekspor seluruh instansi, 40.000 baris, tersimpan di folder formulir.",
    ),
    _rule(
        faults.DAMAGED_NIP,
        "NIP di buku kerja tersimpan sebagai angka",
        "Perka BKN 43/2007 (NIP 18 angka)",
        "Di lembar Pegawai NIP berakhir 000 karena terketik di sel angka; formulir pegawai itu memuat NIP yang utuh.",
    ),
)
EFFECTS = {faults.MISSING.code: "isian pegawai itu di buku kerja tetap; formulir pegawai lain dihimpun"}
"""What comes of a finding that is about no form."""
CODES = frozenset(rule.code for rule in RULES)
"""The rules that concern staff forms; no unit workbook can break them."""
