"""Builds the blank Formulir SKP of a variant from its description, with openpyxl.

Typed cells are open, everything else is protected (without a password: it guards against accidents, not against people).
``fill`` puts a person into it; ``read`` reads what people made of it.
"""

import calendar
import io
from datetime import date

from openpyxl import Workbook

from kinerja_xl.forms import styles
from kinerja_xl.forms.build import without_clock
from kinerja_xl.forms.build_entries import add_entries
from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.sheet_unit import UNIT
from kinerja_xl.forms.skp import quantity_formulas
from kinerja_xl.forms.skp.build_documents import add_lists, add_result
from kinerja_xl.forms.skp.build_evaluation import SCORE, Evaluation
from kinerja_xl.forms.skp.build_guide import add_guide
from kinerja_xl.forms.skp.build_pictures import add_pattern, add_quadrant
from kinerja_xl.forms.skp.build_plan import add_plan
from kinerja_xl.forms.skp.calculation import Calculation
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import Span
from kinerja_xl.forms.skp.paper import PANEL, PANEL_HEAD, Paper
from kinerja_xl.forms.skp.period_calculation import PeriodCalculation
from kinerja_xl.forms.skp.shared_formulas import share_formulas
from kinerja_xl.forms.skp.variant import (
    DOKUMEN,
    EVALUASI,
    FORM,
    HITUNG,
    IDENTITAS,
    KUADRAN,
    LAMPIRAN,
    PANDUAN,
    POLA,
    SKP,
    VERSION,
    Varian,
)
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.indonesian import MONTHS
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Arah, Kategori

SUMMARY_COLUMNS = (4, 5, 6)
"""Columns of the overview of what is missing, on the sheet Identitas."""


def blank_skp(varian: Varian, tahun: int, aturan: AturanRating, *, keberatan: bool = False) -> bytes:
    """A blank Formulir SKP of ``varian`` for ``tahun`` under ``aturan``; ``keberatan``: with the boxes of an objection."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in (IDENTITAS, SKP, LAMPIRAN, *EVALUASI.values(), DOKUMEN, KUADRAN, POLA, PANDUAN, HITUNG):
        book.create_sheet(name)
    context = _context(book, varian, tahun, aturan)
    add_plan(Paper(book[SKP]), context)
    add_lists(Paper(book[LAMPIRAN]), context)
    for periode, name in EVALUASI.items():
        Evaluation(Paper(book[name]), context, periode).draw()
        book[name].sheet_properties.tabColor = styles.RATER_TAB
    add_result(Paper(book[DOKUMEN]), context, keberatan=keberatan)
    add_quadrant(Paper(book[KUADRAN]), context)
    add_pattern(Paper(book[POLA]), context)
    add_guide(Paper(book[PANDUAN]), context)
    _identity(book, context, tahun)
    context.items.write()
    context.periods.write()
    return _saved(book, context)


def _context(book: Workbook, varian: Varian, tahun: int, aturan: AturanRating) -> Context:
    fields = (*IDENTITY.entries, *RENCANA.fields, *PENILAIAN.fields, *UNIT.entries, SCORE)
    reference = Reference(book, fields)
    reference.add_ratings(aturan)
    _add_lists(reference, aturan, tahun)
    items = Calculation(book[HITUNG], varian, reference)
    return Context(varian, aturan, reference, items, PeriodCalculation(items, tahun))


def _add_lists(reference: Reference, aturan: AturanRating, tahun: int) -> None:
    """What the formulas look up: signs, months, and the numbers of the law and of the office."""
    for name, words in quantity_formulas.LISTS.items():
        reference.add(name, [[word] for word in words])
    reference.add("angka", [[str(digit)] for digit in range(10)])
    reference.add("bulan", [[name] for name in MONTHS[1:]])
    ends = (date(tahun, month, calendar.monthrange(tahun, month)[1]) for month in range(1, 13))
    epoch = date(1899, 12, 30)
    reference.add("akhir_bulan", [[(day - epoch).days] for day in ends])
    falling = [aspek.value for aspek, arah in aturan.arah_bawaan.isi.items() if arah is Arah.TURUN]
    reference.add("aspek_turun", [[word] for word in falling or [""]])
    weights, hasil, perilaku = aturan.bobot_kategori.isi, aturan.saran_hasil.isi, aturan.saran_perilaku.isi
    numbers = {
        "batas": aturan.batas_capaian.isi,
        f"bobot_{Kategori.UTAMA.lower()}": weights.utama,
        f"bobot_{Kategori.TAMBAHAN.lower()}": weights.tambahan,
        "hasil_di_atas": hasil.di_atas,
        "hasil_sesuai": hasil.sesuai,
        "perilaku_di_atas": perilaku.di_atas,
        "perilaku_sesuai": perilaku.sesuai,
    }
    for name, number in numbers.items():
        reference.add(name, [[number]])


def _identity(book: Workbook, context: Context, tahun: int) -> None:
    """The sheet Identitas: entries, and beside them what is still missing on every sheet."""
    preset: dict[str, str | int] = {
        "formulir": FORM,
        "versi": VERSION,
        "tahun": tahun,
        "format_skp": context.varian.format_skp.value,
        "pendekatan": context.varian.pendekatan.value,
    }
    sheet = book[IDENTITAS]
    add_entries(sheet, IDENTITY, preset, context.reference, dates=True)
    paper = Paper(sheet)
    first, percent, missing = SUMMARY_COLUMNS
    for letter, width in zip("CDEF", (3, 20, 12, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    top = 4
    for column, text in zip(SUMMARY_COLUMNS, ("LEMBAR", "LENGKAP (%)", "YANG MASIH KURANG"), strict=True):
        paper.put(top, Span(column, column), text, PANEL_HEAD)
    for row, (name, lines) in enumerate(_overview(context).items(), start=top + 1):
        paper.put(row, Span(first, first), name, PANEL).hyperlink = f"#'{name}'!A1"
        paper.put(row, Span(percent, percent), lines[0], PANEL)
        paper.put(row, Span(missing, missing), lines[1], PANEL)
    paper.protect()


def _overview(context: Context) -> dict[str, list[str]]:
    """Percent and first gap of each sheet people fill in, as formulas."""
    periods = context.periods
    summaries = {IDENTITAS: periods.identity_summary(), SKP: periods.plan_summary()}
    summaries |= {name: periods.evaluation_summary(periode)[:2] for periode, name in EVALUASI.items()}
    return {name: [formula for _, formula in lines] for name, lines in summaries.items()}


def _saved(book: Workbook, context: Context) -> bytes:
    book[HITUNG].sheet_state = "hidden"
    book[HITUNG].protection.sheet = True
    book.move_sheet(context.reference.sheet, len(book.worksheets))
    book.calculation.fullCalcOnLoad = True
    book.properties.title = "Formulir SKP - Sasaran Kinerja Pegawai"
    book.properties.creator = "kinerja_xl"
    book.active = 0
    out = io.BytesIO()
    book.save(out)
    return _shared(without_clock(out.getvalue()))


def _shared(package: bytes) -> bytes:
    """The workbook with the repeated formulas of Hitung written once."""
    parts = read_parts(package)
    name = sheet_parts(parts)[HITUNG]
    return write_parts(parts | {name: share_formulas(parts[name])})
