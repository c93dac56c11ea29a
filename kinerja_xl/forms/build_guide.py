"""The sheet Panduan: what to do in which order, and what every column means, taken from the description itself."""

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms import styles
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.page import print_setup
from kinerja_xl.forms.unit_workbook import TABLES, UNIT

NAME = "Panduan"
LABEL_WIDTH, TEXT_WIDTH, LINE_HEIGHT = 34, 96, 14
STEPS = (
    ("Urutan kerja", ""),
    ("1. Unit", "Isi periode penilaian, capaian kinerja organisasi, NIP kepala unit, dan data kop surat."),
    ("2. Pegawai", "Satu baris untuk setiap pegawai yang dinilai. NIP bertipe teks, 18 angka."),
    (
        "3. Rencana",
        "Satu baris untuk setiap indikator. Beri nomor RHK dan nomor IKI; keduanya menghubungkan rencana dengan realisasi.",
    ),
    (
        "4. Realisasi",
        "Salin kolom NIP, No. RHK, dan No. IKI dari lembar Rencana (tempel sebagai nilai), lalu isi realisasi, bukti, dan umpan balik tiap triwulan.",
    ),
    ("5. Perilaku", "Tujuh nilai BerAKHLAK untuk setiap pegawai: ekspektasi khusus, skor bantu, dan umpan balik."),
    (
        "6. Penilaian",
        "Penilai memilih rating hasil kerja dan rating perilaku. Predikat dihitung sendiri menurut matriks.",
    ),
    ("7. Pengembangan", "Catat pelatihan, coaching, mentoring, dan jam pelajarannya."),
    ("8. Distribusi", "Lihat sebaran predikat dibandingkan pola kurva. Bila berbeda, tulis alasannya di lembar Unit."),
    ("", ""),
    ("Arti warna", ""),
    ("Kuning", "Sel ini masih perlu diisi."),
    ("Abu-abu", "Dihitung sendiri oleh Excel; tidak perlu dan tidak dapat diisi."),
    ("Tulisan merah", "NIP atau nomor tidak cocok dengan lembar lain."),
    ("", ""),
    ("Cara menulis angka", ""),
    ("Desimal", "Pakai koma: 85,5. Titik hanya pemisah ribuan: 1.250."),
    ("Rentang", "80 - 90% atau 7 - 8 Bulan. Realisasi di dalam rentang berarti 100%."),
    ("Satuan", "Boleh di belakang angka (12 Bulan) atau di kolom Satuan."),
    ("Tidak ada hasil", "Kosongkan selnya. Kosong tidak dihitung nol; tulis 0 hanya bila hasilnya memang nol."),
    ("", ""),
)


def add_guide(book: Workbook) -> None:
    """Add the sheet at the end of ``book``."""
    sheet = book.create_sheet(NAME)
    sheet["A1"], sheet["A1"].font = "PANDUAN PENGISIAN", styles.TITLE
    row = 3
    for label, text in STEPS:
        _line(sheet, row, label, text)
        row += 1
    for name, fields in ((UNIT.name, UNIT.entries), *((table.name, table.inputs) for table in TABLES)):
        row = _columns(sheet, row, name, fields)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = LABEL_WIDTH + 2, TEXT_WIDTH + 4
    sheet.sheet_properties.tabColor = styles.OUTPUT_TAB
    sheet.protection.sheet = True
    print_setup(sheet, "portrait")


def _columns(sheet: Worksheet, row: int, name: str, fields: tuple[Field, ...]) -> int:
    _line(sheet, row, f"Kolom lembar {name}", "")
    helped = [f for f in fields if f.help]
    for offset, field in enumerate(helped, start=1):
        choices = f" Pilihan: {', '.join(field.choices)}." if field.choices else ""
        _line(sheet, row + offset, field.header, field.help + choices)
    return row + len(helped) + 2


def _line(sheet: Worksheet, row: int, label: str, text: str) -> None:
    first, second = sheet.cell(row, 1, label), sheet.cell(row, 2, text)
    first.font, second.font = styles.BOLD, styles.BODY
    first.alignment = second.alignment = styles.WRAPPED
    lines = max(-(-len(label) // LABEL_WIDTH), -(-len(text) // TEXT_WIDTH), 1)
    sheet.row_dimensions[row].height = LINE_HEIGHT * lines
    if label and not text:
        first.fill = second.fill = styles.SECTION_FILL
