"""Builds the blank Formulir SKP of a variant from its description, with openpyxl.

Typed cells are open, everything else is protected (without a password: it guards against accidents, not against people).
``fill`` puts a person into it; ``read`` reads what people made of it.
"""

import io

from openpyxl import Workbook

from kinerja_xl.forms import styles
from kinerja_xl.forms.build import as_excel_writes
from kinerja_xl.forms.build_entries import add_entries
from kinerja_xl.forms.calculation_lists import add_calculation_lists
from kinerja_xl.forms.formula_sheet import FormulaSheet
from kinerja_xl.forms.reference import Lists, Reference
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.sheet_unit import UNIT
from kinerja_xl.forms.skp.build_documents import add_lists, add_result
from kinerja_xl.forms.skp.build_evaluation import SCORE, Evaluation
from kinerja_xl.forms.skp.build_guide import add_guide
from kinerja_xl.forms.skp.build_pictures import add_pattern, add_quadrant
from kinerja_xl.forms.skp.build_plan import add_plan
from kinerja_xl.forms.skp.calculation import LISTS_COLUMN, Calculation
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import Span
from kinerja_xl.forms.skp.paper import PANEL, PANEL_HEAD, Paper
from kinerja_xl.forms.skp.period_calculation import PeriodCalculation
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
from kinerja_xl.indonesian import MONTHS
from kinerja_xl.regulations import AturanRating

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
    reference.add("angka", [[str(digit)] for digit in range(10)])
    reference.add("bulan", [[name] for name in MONTHS[1:]])
    hitung = FormulaSheet(HITUNG)
    lists = Lists(HITUNG, hitung.cell, LISTS_COLUMN)
    add_calculation_lists(lists, [aturan], tahun)
    items = Calculation(hitung, varian, lists)
    return Context(varian, aturan, reference, items, PeriodCalculation(items, reference, tahun))


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
    return context.items.sheet.put_into(as_excel_writes(out.getvalue()))
