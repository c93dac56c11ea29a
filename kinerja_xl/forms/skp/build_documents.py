"""Builds what is printed beside SKP and evaluation: Lampiran (three lists) and Dokumen Evaluasi (the result, keberatan if asked)."""

from kinerja_xl.forms.description import Field
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.heading import (
    LABELS,
    PERSON,
    RATER,
    SUPERIOR,
    add_signature,
    add_signatures,
    add_titles,
    dated_place,
    identity_formulas,
    named_instansi,
)
from kinerja_xl.forms.skp.layout import Span
from kinerja_xl.forms.skp.paper import BOLD, BOXED, CENTRED, HEAD, PLAIN, SECTION, TITLE, TYPED, Paper
from kinerja_xl.forms.skp.period_calculation import PeriodCalculation
from kinerja_xl.forms.skp.variant import LISTED
from kinerja_xl.forms.validation import add_validation

LISTS = (
    ("dukungan", "DUKUNGAN SUMBER DAYA", "Yang dibutuhkan untuk mencapai SKP. Contoh: Membutuhkan komputer/laptop."),
    ("pertanggungjawaban", "SKEMA PERTANGGUNGJAWABAN", "Contoh: Hasil kerja dilaporkan setiap bulan."),
    ("konsekuensi", "KONSEKUENSI", "Contoh: Apabila memenuhi ekspektasi akan diberikan penghargaan."),
)
"""The lists of the Lampiran: key, heading, hint."""
LIST_TOP = 7
WIDTHS = (5, 28, 24, 5, 16, 18)
"""Widths with which texts are printed nearly in their real size."""
OBJECTION_WIDTHS = (5, 30, 34, 5, 22, 26)
"""Widths with which the result and the boxes of an objection fit on one page, in smaller print."""
TWO_LINES = 28.0
EMBLEM_POINTS = 48.0
"""Points of the row above the title of the result, where the emblem of the state belongs."""
OBJECTION = (
    ("KEBERATAN", "Diisi pegawai: keberatan atas hasil evaluasi beserta alasannya."),
    ("PENJELASAN PEJABAT PENILAI ATAS KEBERATAN", "Diisi pejabat penilai kinerja."),
    ("KEPUTUSAN ATASAN PEJABAT PENILAI KINERJA", "Diisi atasan pejabat penilai kinerja; keputusannya final."),
)
"""Boxes of an objection (PP 30/2019 Pasal 59): heading, hint."""


def list_rows(key: str) -> range:
    """Rows of the lines of a list of the Lampiran."""
    place = [name for name, _, _ in LISTS].index(key)
    first = LIST_TOP + place * (LISTED + 1) + 1
    return range(first, first + LISTED)


def add_lists(paper: Paper, context: Context) -> None:
    """Draw the Lampiran."""
    paper.widths(*WIDTHS)
    add_titles(paper, "LAMPIRAN SASARAN KINERJA PEGAWAI", context.varian, 6)
    _whose(paper, context.year_text)
    for key, heading, hint in LISTS:
        rows = list_rows(key)
        paper.put(rows[0] - 1, Span(1, 6), heading, HEAD)
        for number, row in enumerate(rows, start=1):
            paper.put(row, Span(1, 1), number, CENTRED)
            cell = paper.put(row, Span(2, 6), None, TYPED)
            add_validation(paper.sheet, Field(key, heading, 8, help=hint), (cell.coordinate, cell.coordinate), "")
            paper.height(TWO_LINES, row)
    end = list_rows(LISTS[-1][0])[-1]
    for key, _, _ in LISTS:
        paper.hide(*list_rows(key)[LISTED // 2 :])
    add_signatures(paper, end + 2, Span(4, 6), dated_place(context.periods.plan_date), Span(1, 3))
    paper.page("portrait", end + 7, WIDTHS)
    paper.protect()


def add_result(paper: Paper, context: Context, *, keberatan: bool) -> None:
    """Draw the Dokumen Evaluasi of the period chosen on Identitas."""
    widths = OBJECTION_WIDTHS if keberatan else WIDTHS
    paper.widths(*widths)
    paper.height(EMBLEM_POINTS, 1)
    paper.put(2, Span(1, 6), "DOKUMEN EVALUASI KINERJA PEGAWAI", TITLE)
    paper.put(3, Span(1, 6), f'="PERIODE: "&UPPER({context.periods.chosen("label")})', TITLE)
    _whose(paper, context.periods.chosen("rentang"))
    row = 7
    for number, who in enumerate((PERSON, RATER, SUPERIOR), start=1):
        if not keberatan:
            paper.height(TWO_LINES, row + LABELS.index("JABATAN") + 1, row + LABELS.index("UNIT KERJA") + 1)
        row = _official(paper, row, number, who)
    row = _evaluation(paper, row, context.periods)
    number = 6
    for heading, hint in OBJECTION if keberatan else ():
        row = _box(paper, row, number, heading, hint)
        number += 1
    dated = dated_place(context.periods.chosen("tanggal"))
    row = _sign(paper, row + 1, dated, superior=keberatan)
    paper.page("portrait", row, widths)
    paper.protect()


def _whose(paper: Paper, period: str) -> None:
    """Instansi and periode (``period``: formula of its text), as on the other sheets."""
    paper.put(5, Span(1, 2), named_instansi(), PLAIN)
    paper.put(5, Span(3, 6), f'="PERIODE PENILAIAN: "&{period}', PLAIN)
    paper.height(TWO_LINES, 5)


BOX_ROWS = 4


def _official(paper: Paper, row: int, number: int, who: str) -> int:
    """A numbered block with the five lines of one official; returns the next row."""
    paper.put(row, Span(1, 1), number, CENTRED, last_row=row + len(LABELS))
    paper.put(row, Span(2, 6), who, SECTION)
    for offset, (label, formula) in enumerate(zip(LABELS, identity_formulas(who), strict=True), start=1):
        paper.put(row + offset, Span(2, 2), label, BOXED)
        paper.put(row + offset, Span(3, 6), formula, BOXED)
    return row + len(LABELS) + 1


def _evaluation(paper: Paper, row: int, periods: PeriodCalculation) -> int:
    paper.put(row, Span(1, 1), 4, CENTRED, last_row=row + 2)
    paper.put(row, Span(2, 6), "EVALUASI KINERJA", SECTION)
    lines = (
        ("CAPAIAN KINERJA ORGANISASI", periods.chosen("capaian_organisasi")),
        ("PREDIKAT KINERJA PEGAWAI", periods.chosen("predikat")),
    )
    for offset, (label, formula) in enumerate(lines, start=1):
        paper.put(row + offset, Span(2, 3), label, BOXED)
        paper.put(row + offset, Span(4, 6), f"=UPPER({formula})", BOLD)
    paper.put(row + 3, Span(1, 1), 5, CENTRED, last_row=row + 4)
    paper.put(row + 3, Span(2, 6), "CATATAN/REKOMENDASI", SECTION)
    paper.put(row + 4, Span(2, 6), f"={periods.chosen('rekomendasi')}", BOXED)
    paper.height(54, row + 4)
    return row + 5


def _box(paper: Paper, row: int, number: int, heading: str, hint: str) -> int:
    """A box that is filled by hand or typed."""
    last = row + BOX_ROWS
    paper.put(row, Span(1, 1), number, CENTRED, last_row=last)
    paper.put(row, Span(2, 6), heading, SECTION)
    cell = paper.put(row + 1, Span(2, 6), None, TYPED, last_row=last)
    add_validation(paper.sheet, Field("keberatan", heading, 8, help=hint), (cell.coordinate, cell.coordinate), "")
    return last + 1


def _sign(paper: Paper, row: int, dated: str, *, superior: bool) -> int:
    """Who signs; everybody but the rater writes the date by hand. Returns the last row."""
    add_signature(paper, row, Span(1, 3), PERSON, dated_place())
    add_signature(paper, row, Span(4, 6), RATER, dated)
    if superior:
        row += 7
        add_signature(paper, row, Span(1, 6), SUPERIOR, dated_place())
    return row + 5
