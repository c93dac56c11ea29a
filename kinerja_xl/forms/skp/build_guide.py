"""The sheet Panduan of the Formulir SKP: what to do when, for the one who fills it in, and what the form has room for."""

from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.layout import Span
from kinerja_xl.forms.skp.paper import BOLD, BOXED, SECTION, TITLE, Paper
from kinerja_xl.forms.skp.variant import EVALUASI, IDENTITAS, ITEMS, LAMPIRAN, MOST, SHOWN, SKP, Varian
from kinerja_xl.terms import Kategori

WIDTHS = (30, 90)
CHARACTERS_A_LINE, LINE_POINTS = 95, 13.5

_FIRST = (
    ("Menyusun SKP (awal tahun)", ""),
    (
        f"1. {IDENTITAS}",
        "Periksa nama, NIP, pangkat, jabatan, penilai, dan atasannya. Sel kuning masih perlu diisi. Semua lembar lain mengambil dari sini.",
    ),
    (
        f"2. {SKP}",
        "Tulis rencana hasil kerja, indikator, dan targetnya. Target boleh memuat satuan atau rentang: 12 Dokumen; 85,5%; 80 - 90%; 7 - 8 Bulan.",
    ),
    (
        "Kolom bantu SKP",
        "Di sebelah kanan (tidak dicetak): arah (kosong berarti makin besar makin baik) dan target kumulatif s.d. akhir setiap triwulan bila berbeda dari target setahun.",
    ),
    (
        f"3. {LAMPIRAN}",
        "Tulis dukungan sumber daya, skema pertanggungjawaban, dan konsekuensi hasil dialog dengan pimpinan.",
    ),
    ("4. Cetak", "Cetak lembar SKP dan Lampiran (A4), tanda tangani bersama pejabat penilai."),
)
_QUARTERS = (
    ("Setiap triwulan", ""),
    (
        "5. Evaluasi TW1 sampai TW4",
        "Tulis realisasi kumulatif s.d. akhir triwulan dan bukti dukungnya (tautan atau nama berkas). Belum ada hasil? Biarkan kosong: kosong tidak dihitung nol.",
    ),
    (
        "Kolom bantu Evaluasi",
        "Capaian (%) dan saran rating di sebelah kanan bergerak selagi Anda mengetik. Saran bukan ketentuan; pejabat penilai yang memutuskan.",
    ),
    (
        "6. Kirim",
        "Simpan dengan nama yang sama, lalu kirim berkas ini kepada pejabat penilai. Isinya dihimpun sendiri ke buku kerja unit.",
    ),
    (
        "Untuk pejabat penilai",
        "Isi capaian kinerja organisasi, umpan balik, skor bantu (boleh kosong), kedua rating, tanggal, dan catatan. Predikat mengikuti matriks dari kedua rating.",
    ),
    (
        EVALUASI[list(EVALUASI)[-1]],
        "Realisasi dan umpan balik diambil dari Triwulan IV; yang diketik di sini hanya rating tahunan.",
    ),
    (
        "Dokumen Evaluasi, Kuadran, Pola Distribusi",
        f"Menampilkan periode yang dipilih di lembar {IDENTITAS} (Periode yang ditampilkan). Di atas judul Dokumen Evaluasi tersedia tempat untuk lambang Garuda (menu Sisipkan, Gambar).",
    ),
)


def _room(varian: Varian) -> tuple[tuple[str, str], ...]:
    most, shown = MOST, SHOWN
    tall = "baris" if not varian.kualitatif else "baris ukuran"
    return (
        ("Menambah baris", ""),
        (
            "Tempat yang tersedia",
            f"{most[Kategori.UTAMA]} RHK utama dan {most[Kategori.TAMBAHAN]} RHK tambahan, masing-masing {ITEMS} indikator. Yang tampak pada formulir kosong: {shown[Kategori.UTAMA]} utama dan {shown[Kategori.TAMBAHAN]} tambahan; sisanya tersembunyi.",
        ),
        (
            "Menampilkan baris cadangan",
            f"Pilih nomor baris di atas dan di bawah {tall} yang tersembunyi (klik nomor baris, seret), klik kanan, Tampilkan (Unhide). Lakukan juga pada lembar Evaluasi. Baris kosong yang tidak dipakai boleh disembunyikan dengan cara yang sama sebelum mencetak. Teks terpotong? Tarik batas bawah nomor barisnya, atau klik dua kali.",
        ),
        (
            "Jangan",
            "Menyisipkan, menghapus, atau memindahkan baris dan kolom, atau mengganti nama lembar. Formulir ini tidak memakai makro dan tidak perlu dipasangi apa pun.",
        ),
    )


_KEYS = (
    ("Arti warna", ""),
    ("Kuning", "Masih perlu diisi."),
    ("Abu-abu", "Kolom bantu: dihitung sendiri atau tidak dicetak."),
    (
        "Merah: tidak terbaca sebagai angka",
        "Tulis angkanya dahulu, lalu satuannya: 12 Dokumen, bukan dua belas dokumen. Koma untuk desimal, titik untuk ribuan.",
    ),
)


def add_guide(paper: Paper, context: Context) -> None:
    """Draw the sheet."""
    paper.widths(*WIDTHS)
    paper.put(1, Span(1, 2), "PANDUAN MENGISI FORMULIR SKP", TITLE)
    row = 3
    for label, text in (*_FIRST, *_QUARTERS, *_room(context.varian), *_KEYS):
        if not text:
            paper.put(row, Span(1, 2), label, SECTION)
        else:
            paper.put(row, Span(1, 1), label, BOLD)
            paper.put(row, Span(2, 2), text, BOXED)
            paper.height(LINE_POINTS * max(-(-len(text) // CHARACTERS_A_LINE), -(-len(label) // 30)) + 4, row)
        row += 1
    paper.page("portrait", row - 1, WIDTHS)
    paper.protect()
