"""The sheet Panduan: what to do in which order, and what every column means, taken from the description itself."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.findings import Severity
from kinerja_xl.forms import styles
from kinerja_xl.forms.behaviours import explained
from kinerja_xl.forms.columns import FIRST_RATING_YEAR
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.marks import COLOURS
from kinerja_xl.forms.page import print_setup
from kinerja_xl.forms.unit_workbook import Form
from kinerja_xl.ribbon.buttons import BUTTONS

NAME = "Panduan"
LABEL_WIDTH, TEXT_WIDTH, LINE_HEIGHT = 34, 96, 14


class Step(NamedTuple):
    """A step of the work; ``before`` is what it says before there were ratings, where that is something else."""

    label: str
    text: str
    before: str = ""


WORK = (
    Step("Urutan kerja", ""),
    Step(
        "1. Unit",
        "Isi periode penilaian, capaian kinerja organisasi, NIP kepala unit, dan data kop surat.",
        "Isi periode penilaian, NIP kepala unit, dan data kop surat.",
    ),
    Step("2. Pegawai", "Satu baris untuk setiap pegawai yang dinilai. NIP bertipe teks, 18 angka."),
    Step(
        "3. Rencana",
        "Satu baris untuk setiap indikator. Beri nomor RHK dan nomor IKI; keduanya menghubungkan rencana dengan realisasi.",
        "Satu RHK satu kegiatan; menurut PP 46/2011 satu baris satu aspek. Beri nomor RHK dan nomor IKI; keduanya menghubungkan rencana dengan realisasi.",
    ),
    Step(
        "4. Realisasi",
        "Salin kolom NIP, No. RHK, dan No. IKI dari lembar Rencana (tempel sebagai nilai), lalu isi realisasi, bukti, dan umpan balik tiap triwulan.",
    ),
    Step(
        "5. Perilaku",
        "Tujuh nilai BerAKHLAK untuk setiap pegawai: ekspektasi khusus, skor bantu, dan umpan balik.",
        "Nilai dalam angka dan umpan balik untuk setiap perilaku kerja. {perilaku}",
    ),
    Step(
        "6. Penilaian",
        "Penilai memilih rating hasil kerja dan rating perilaku. Predikat dihitung sendiri menurut matriks.",
        "Isi tanggal penilaian, poin tugas tambahan, dan poin kreativitas. Nilai SKP, nilai perilaku, nilai akhir, dan sebutannya dihitung kinerja_xl.",
    ),
    Step("7. Pengembangan", "Catat pelatihan, coaching, mentoring, dan jam pelajarannya."),
)
SPREAD = Step(
    "8. Distribusi", "Lihat sebaran predikat dibandingkan pola kurva. Bila berbeda, tulis alasannya di lembar Unit."
)
LIVE = Step(
    "Kolom yang bergerak",
    "Capaian (%) di lembar Realisasi, dan Kelengkapan (%), Capaian (%), kedua saran, serta Bulan di lembar Pegawai dihitung sendiri untuk periode di lembar Unit. Saran bukan ketentuan; penilai yang memutuskan.",
)
WHERE = Step(
    "Di mana",
    "Di tab Kinerja (Excel), atau di menu dan bilah alat Kinerja (LibreOffice), sesudah dipasang: kinerja pasang excel atau kinerja pasang libreoffice. Tanpa tombol formulir ini tetap dapat diisi.",
)
OTHERWISE = {"nilai": "Menulis nilai dan cara menghitungnya di lembar Penilaian.", "distribusi": "", "surat": ""}
"""What buttons do before there were ratings, where that is something else; nothing where they do not work then."""
WRONG = "Tulisan merah"
FILLS = {
    "Kuning": styles.AMBER,
    "Abu-abu": styles.GREY,
    "Merah": COLOURS[Severity.GALAT],
    "Kuning tua": COLOURS[Severity.PERINGATAN],
    "Biru": COLOURS[Severity.INFO],
}
"""Labels that have the colour they are about."""
HABITS = (
    Step("", ""),
    Step("Arti warna", ""),
    Step("Kuning", "Sel ini masih perlu diisi."),
    Step("Abu-abu", "Dihitung sendiri; tidak perlu dan tidak dapat diisi."),
    Step(WRONG, "NIP atau nomor tidak cocok dengan lembar lain."),
    Step("Merah", "Galat menurut tombol Periksa: harus diperbaiki."),
    Step("Kuning tua", "Peringatan menurut tombol Periksa: lihat lagi; boleh tetap bila memang benar."),
    Step("Biru", "Info menurut tombol Periksa: untuk diketahui."),
    Step("Sesudah diperbaiki", "Tekan Periksa lagi: warna dari tombol Periksa yang tidak berlaku lagi hilang."),
    Step("", ""),
    Step("Cara menulis angka", ""),
    Step("Desimal", "Pakai koma: 85,5. Titik hanya pemisah ribuan: 1.250."),
    Step(
        "Rentang",
        "80 - 90% atau 7 - 8 Bulan. Realisasi di dalam rentang berarti 100%.",
        "Menurut PP 46/2011 target adalah satu angka; rentang tidak dapat dihitung.",
    ),
    Step("Satuan", "Boleh di belakang angka (12 Bulan) atau di kolom Satuan."),
    Step("Tidak ada hasil", "Kosongkan selnya. Kosong tidak dihitung nol; tulis 0 hanya bila hasilnya memang nol."),
    Step("", ""),
)


def steps(tahun: int, *, live: bool = True) -> tuple[tuple[str, str], ...]:
    """Label and text of everything the guide says before it explains the columns; ``live``: some of them compute live."""
    if tahun >= FIRST_RATING_YEAR:
        told = (*WORK, SPREAD, *((LIVE,) if live else ()), *_buttons({}), *HABITS)
        return tuple((step.label, step.text) for step in told)
    perilaku = explained(tahun)
    told = (*WORK, *_buttons(OTHERWISE), *HABITS)
    return tuple((step.label, step.before.format(perilaku=perilaku) or step.text) for step in told)


def _buttons(otherwise: Mapping[str, str]) -> Iterator[Step]:
    """What each button does, in the first of its own sentences or as ``otherwise`` says; Panduan is the sheet itself."""
    yield from (Step("", ""), Step("Tombol Kinerja", ""), WHERE)
    for button in BUTTONS:
        text = otherwise.get(button.name, button.supertip.partition(". ")[0].removesuffix(".") + ".")
        if text and button.label != NAME:
            yield Step(f"Tombol {button.label}", text)


def add_guide(book: Workbook, form: Form, tahun: int) -> None:
    """Add the sheet at the end of ``book``."""
    sheet = book.create_sheet(NAME)
    sheet["A1"], sheet["A1"].font = "PANDUAN PENGISIAN", styles.TITLE
    row = 3
    for label, text in steps(tahun, live=form.is_live):
        _line(sheet, row, label, text)
        row += 1
    for name, fields in ((form.unit.name, form.unit.entries), *((table.name, table.inputs) for table in form.tables)):
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
    if label in FILLS:
        first.fill = PatternFill("solid", fgColor=FILLS[label])
    elif label == WRONG:
        first.font = Font(name=styles.FONT, size=10, bold=True, color=styles.RED)
    elif label and not text:
        first.fill = second.fill = styles.SECTION_FILL
