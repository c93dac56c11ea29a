"""What can be wrong with a staff form or with gathering it, and how it is told. ``checks.himpun`` makes a rule of each.

A galat keeps the form (or the person) out of the unit workbook; nothing else does.
"""

from kinerja_xl.forms.faults import Fault, informs, stops, warns

__all__ = ["Fault"]

NO_FORM = stops(
    "HMP001",
    "Berkas ini bukan Formulir SKP: tidak ada tabel rencana hasil kerja yang dikenali (lembarnya: {semua}).",
    "Keluarkan dari folder, atau pastikan judul kolomnya ada (Rencana Hasil Kerja, Indikator, Target).",
)
NO_NIP = stops(
    "HMP002",
    "NIP pegawai {alasan}.",
    "Isi NIP 18 angka di sel bertipe Teks pada formulir (di samping label NIP, atau di kolom NIP setiap baris), lalu himpun lagi.",
)
MOVED_FORM = stops(
    "HMP003",
    "Susunan lembar {lembar} berubah: {apa}. Baris formulir ini tidak dapat dipastikan artinya.",
    "Kembalikan susunannya, atau salin isian ke formulir kosong (kinerja formulir skp).",
)
OTHER_VERSION = stops(
    "HMP004",
    "Versi formulir '{nilai}' tidak dikenal; yang diterima: {diterima}.",
    "Salin isian ke formulir kosong versi terbaru (kinerja formulir skp); jangan mengubah sel versi.",
)
OTHER_YEAR = stops(
    "HMP005",
    "Formulir ini untuk tahun {nilai}, sedangkan buku kerjanya tahun {tahun}.",
    "Himpun ke buku kerja tahun {nilai}, atau betulkan tahun pada formulir.",
)
OTHER_UNIT = stops(
    "HMP006",
    "Formulir ini milik unit {nilai}, sedangkan buku kerjanya milik {unit}.",
    "Pindahkan ke folder unitnya. Bila pegawai itu pindah ke sini, betulkan unit kerja pada formulir.",
)
TWICE = stops(
    "HMP007",
    "{nama} mengirim {banyak} formulir yang isinya berbeda: {semua}. Tidak satu pun dihimpun.",
    "Sisakan formulir yang benar di dalam folder, lalu himpun lagi.",
)
TWICE_ALIKE = informs(
    "HMP008",
    "{nama} mengirim {banyak} formulir yang isinya sama: {semua}. Dihimpun satu kali.",
    "Tidak perlu diperbaiki.",
)
DIFFERENT = warns(
    "HMP009",
    "{kolom} milik {nama}{baris} berbeda: di buku kerja '{lama}', di formulir '{nilai}'. {keputusan}",
    "Pilih yang benar: betulkan formulir atau buku kerja, atau himpun dengan --utamakan formulir (atau unit).",
)
REPLACED = warns(
    DIFFERENT.code,
    DIFFERENT.pesan,
    "Bila isian formulir itu keliru, betulkan formulirnya dan himpun lagi; isian lama ada di cadangan buku kerja.",
)
WITHDRAWN = warns(
    "HMP050",
    "{kolom} milik {nama}{baris} kosong di formulir, tetapi di buku kerja terisi '{lama}'. Isian buku kerja ({letak}) {keputusan}.",
    "Bila memang dicabut, hapus isian itu di buku kerja; bila tidak, isi lagi di formulirnya.",
)
MISSING = warns(
    "HMP010",
    "{nama} (NIP {nip}) belum mengirim formulir.",
    "Minta formulirnya, lalu himpun lagi; isian lain di buku kerja tetap.",
)
STRANGER = warns(
    "HMP011",
    "{nama} (NIP {nip}) ditambahkan ke lembar Pegawai; sebelumnya tidak ada di sana.",
    "Pastikan ia memang pegawai unit ini. Bila bukan, hapus barisnya dan keluarkan formulirnya.",
)
LEFT_OVER = warns(
    "HMP012",
    "Baris {apa} milik {nama} ada di buku kerja, tetapi tidak ada di formulirnya. Baris itu dibiarkan.",
    "Hapus barisnya bila memang dicabut, atau lengkapi formulirnya.",
)
UNKNOWN_COLUMN = warns(
    "HMP013",
    "Kolom '{nilai}' ({sel}, {banyak} isian) tidak dikenali sehingga tidak ikut dihimpun.",
    "Jalankan kinerja himpun dengan --petakan, tulis di peta kolom apa artinya, lalu himpun lagi.",
)
UNKNOWN_IN_MANY = warns(
    UNKNOWN_COLUMN.code,
    "Kolom '{nilai}' tidak dikenali di {banyak} formulir ({semua}) sehingga tidak ikut dihimpun; pada yang pertama di {letak}.",
    UNKNOWN_COLUMN.saran,
)
UNKNOWN_TEXT = warns(
    "HMP014",
    "Isian '{nilai}' ({sel}) tidak diketahui tempatnya sehingga tidak ikut dihimpun.",
    "Pindahkan ke kolom formulir bila perlu dinilai.",
)
UNKNOWN_TEXTS = warns(
    "HMP014",
    "{banyak} isian lain di lembar {lembar} tidak diketahui tempatnya sehingga tidak ikut dihimpun: {semua}.",
    "Pindahkan ke kolom formulir bila perlu dinilai.",
)
NO_SUCH_PREDIKAT = warns(
    "HMP015",
    "Predikat tertulis '{nilai}' untuk {periode}, sedangkan kedua rating memberi '{matriks}'. Buku kerja menghitungnya dari rating.",
    "Periksa kedua rating; predikat mengikuti matriks (PermenPANRB 6/2022).",
)
NO_PLACE = warns(
    "HMP016",
    "{apa} pada formulir tidak punya tempat di buku kerja tahun {tahun} sehingga tidak ikut dihimpun.",
    "Simpan formulirnya; bila perlu, catat isinya di kolom rekomendasi.",
)
ROW_TWICE = stops(
    "HMP026",
    "Lembar {apa}: {nilai} tertulis lebih dari satu kali di formulir {nama} dengan isi yang berbeda.",
    "Beri setiap baris nomornya sendiri, atau hapus baris yang salah, lalu himpun lagi.",
)
TOO_LONG = warns(
    "HMP027",
    "{kolom} milik {nama} terlalu panjang untuk satu sel Excel sehingga tidak ikut dihimpun.",
    "Ringkas isiannya (paling banyak 32.767 karakter), lalu himpun lagi.",
)
NOT_A_FORM = stops(
    "HMP001",
    "Berkas ini {apa}, bukan Formulir SKP.",
    "Keluarkan dari folder formulir; kinerja himpun hanya membaca formulir pegawai.",
)
NO_PERIOD = warns(
    "HMP017",
    "Lembar {lembar} memuat {apa}, tetapi periodenya tidak disebut atau disebut lebih dari satu. Isian itu tidak ikut dihimpun.",
    "Tulis satu periode di atas tabelnya (misalnya PERIODE PENILAIAN: 1 APRIL S.D. 30 JUNI TAHUN 2026) atau pada nama lembarnya (TW2), lalu himpun lagi.",
)
NIP_FROM_NAME = informs(
    "HMP018",
    "Formulir ini tidak memuat NIP; dipakai NIP {nilai} dari nama berkasnya.",
    "Pastikan NIP pada nama berkas benar.",
)
TWO_SHEETS = warns(
    "HMP019",
    "{kolom} berbeda antarlembar: '{lama}' di {letak_lama}, '{nilai}' di {letak}. Yang dihimpun: '{lama}'.",
    "Samakan isian kedua lembar pada formulir, lalu himpun lagi.",
)
MANY_PEOPLE = stops(
    "HMP020",
    "Berkas ini memuat formulir lebih dari satu pegawai: {semua}.",
    "Simpan formulir setiap pegawai sebagai berkas sendiri, atau satu tabel dengan kolom NIP di setiap baris, lalu himpun lagi.",
)
MANY_YEARS = stops(
    "HMP021",
    "Lembar-lembar formulir ini menyebut tahun yang berbeda: {semua}.",
    "Simpan formulir setiap tahun sebagai berkas sendiri, atau betulkan tahunnya, lalu himpun lagi.",
)
READ_AS = informs(
    "HMP022",
    "Judul kolom '{nilai}' di lembar {lembar} dibaca sebagai {kolom}.",
    "Tidak perlu diperbaiki bila benar. Bila salah, tulis artinya di peta kolom (kinerja himpun --petakan).",
)
READ_AS_IN_MANY = informs(
    READ_AS.code,
    "Judul kolom '{nilai}' dibaca sebagai {kolom} di {banyak} formulir ({semua}); pada yang pertama di {letak}.",
    READ_AS.saran,
)
LOST_SHEET = warns(
    "HMP036",
    "Lembar {lembar} tidak ada pada formulir, sehingga isinya tidak ikut dihimpun.",
    "Kembalikan lembar itu dengan nama aslinya, atau salin isian ke formulir kosong (kinerja formulir skp).",
)
PERIOD_CHOSEN = informs(
    "HMP037",
    "Periode penilaian buku kerja belum dipilih, lalu diisi {nilai}: yang terakhir dinilai, atau terisi, pada formulir.",
    "Tidak perlu diperbaiki bila benar. Bila yang dinilai periode lain, ubah di lembar Unit.",
)
LOST_PLAN = stops(
    "HMP038",
    "Lembar {lembar} tidak ada pada formulir, sehingga rencana dan realisasinya tidak dapat dibaca.{duga}",
    "Kembalikan lembar itu dengan nama aslinya, atau salin isian ke formulir kosong (kinerja formulir skp).",
)
RENAMED_SHEET = stops(
    "HMP039",
    "Lembar {lembar} tidak ada pada formulir; lembar {nama} tampaknya lembar itu yang berganti nama.",
    "Kembalikan nama lembarnya menjadi {lembar}, lalu himpun lagi.",
)
OTHER_PERIOD = stops(
    "HMP040",
    "Lembar {lembar} berjudul periode lain daripada namanya ({periode}); nama lembar evaluasi tampaknya tertukar.",
    "Cocokkan nama lembar evaluasi dengan periode pada judulnya, lalu himpun lagi.",
)
LABEL_TWICE = stops(
    "HMP041",
    "Label '{nilai}' ada lebih dari satu kali di lembar {lembar} dengan isi yang berbeda ({semua}).",
    "Sisakan satu label dengan isian yang benar, lalu himpun lagi.",
)
KEPT_IN_FORM = informs(
    "HMP042",
    "{banyak} isian di lembar {lembar} tidak punya tempat di buku kerja; isian itu tetap tersimpan di formulir ini.",
    "Tidak perlu diperbaiki. Simpan formulirnya, dan tindak lanjuti keberatannya menurut ketentuan.",
)
OTHER_INDICATOR = stops(
    "HMP043",
    "Indikator{baris} milik {nama} lain daripada di buku kerja: di buku kerja '{lama}', di formulir '{nilai}'. Target dan realisasinya tidak dihimpun.",
    "Samakan nomor dan urutan RHK-nya di formulir dan buku kerja, atau himpun dengan --utamakan formulir bila rencana di formulir yang berlaku.",
)
UNNAMED_FORM = stops(
    "HMP045",
    "Berkas ini Formulir SKP dari kinerja_xl yang kehilangan tanda pengenalnya: {apa}. Isinya tidak dibaca, supaya tidak salah arti.",
    "Kembalikan {pulih} seperti pada formulir kosong, atau salin isian ke formulir kosong (kinerja formulir skp).",
)
PERCENT_CELL = warns(
    "HMP046",
    "Sel {sel} di lembar {lembar} berformat persen: rumus formulir membacanya {simpan}, sedangkan yang dihimpun {nilai}.",
    "Jadikan sel itu bertipe Teks, lalu ketik {nilai}.",
)
DATE_CELL = warns(
    "HMP046",
    "Sel {sel} di lembar {lembar} ({kolom}) berisi tanggal ({nilai}), padahal yang diminta angka; rumus formulir membacanya {simpan}.",
    "Jadikan sel itu bertipe Teks, lalu ketik {isi}.",
)
ERROR_CELL = warns(
    "HMP047",
    "Sel {sel} di lembar {lembar} ({kolom}) berisi galat {nilai} sehingga tidak ikut dihimpun, dan ringkasan formulir tidak terhitung.",
    "Hapus isi sel itu, lalu ketik isian yang benar (jangan menempel rumus dari berkas lain).",
)
STRUCK = warns(
    "HMP051",
    "Sel {sel} di lembar {lembar} ({kolom}) memuat teks yang dicoret; teks itu ikut dihimpun: '{nilai}'.",
    "Hapus teks yang dicoret (jangan hanya dicoret), lalu himpun lagi.",
)
SINCE_1904 = warns(
    "HMP052",
    "Berkas ini memakai sistem tanggal 1904 (Excel untuk Mac): tanggal yang disalin dari atau ke berkas lain bergeser 4 tahun 1 hari, dan rumus tanggal formulir tidak berlaku. Tanggal dihimpun seperti yang tampak.",
    "Periksa setiap tanggal pada formulir. Untuk seterusnya, salin isian ke formulir kosong (kinerja formulir skp).",
)
TOO_MUCH = stops(
    "HMP048",
    "Berkas CSV ini memuat {apa}, jauh lebih banyak daripada satu formulir.",
    "Keluarkan dari folder bila bukan formulir; bila formulir, simpan satu formulir saja dalam satu berkas.",
)
NO_COLUMNS = stops(
    "HMP048",
    "Berkas CSV ini tidak dapat dibagi menjadi kolom: ada tanda kutip yang tidak ditutup, atau isian yang sangat panjang.",
    "Buka di Excel dan periksa kolomnya, lalu simpan sebagai Buku Kerja Excel (*.xlsx).",
)
DAMAGED_NIP = stops(
    "HMP049",
    "NIP {nama} di buku kerja {letak} tersimpan sebagai angka ({lama}). Formulirnya tidak dihimpun, supaya ia tidak tercatat dua kali.",
    "Jadikan sel itu bertipe Teks, ketik NIP {nip}, lalu himpun lagi.",
)
