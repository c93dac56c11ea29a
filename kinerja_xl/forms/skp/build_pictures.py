"""Builds the sheets Kuadran (the 3x3 matrix with the person's place) and Pola Distribusi (the curve, its rules in words)."""

from dataclasses import replace

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from kinerja_xl.forms import styles
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.curve_chart import Frame, add_curve
from kinerja_xl.forms.skp.heading import entry, shown
from kinerja_xl.forms.skp.layout import Span
from kinerja_xl.forms.skp.paper import BOLD, HEAD, PLAIN, SECTION, TITLE, Look, Paper
from kinerja_xl.forms.skp.period_calculation import PeriodCalculation
from kinerja_xl.scoring.curve import rule_text
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating

COLOURS = {
    Predikat.SANGAT_BAIK: "A9D08E",
    Predikat.BAIK: "C6E0B4",
    Predikat.BUTUH_PERBAIKAN: "FFE699",
    Predikat.KURANG: "F8CBAD",
    Predikat.SANGAT_KURANG: "F4B084",
}
_HERE = DifferentialStyle(font=Font(color="FFFFFF", bold=True), fill=PatternFill(bgColor=styles.NAVY))
_CELL = Font(name=styles.FONT, size=13, bold=True)
_SIDEWAYS = Alignment(horizontal="center", vertical="center", text_rotation=90, wrap_text=True)
QUADRANT_TOP, QUADRANT_HEIGHT = 8, 78
QUADRANT_WIDTHS = (6, 20, 28, 28, 28)


def add_quadrant(paper: Paper, context: Context) -> None:
    """Draw the sheet Kuadran: rating hasil kerja upwards, rating perilaku to the right."""
    aturan, periods = context.aturan, context.periods
    paper.widths(*QUADRANT_WIDTHS)
    paper.put(1, Span(1, 5), "KUADRAN KINERJA PEGAWAI", TITLE)
    _who(paper, periods, 5)
    hasil, perilaku = periods.chosen("rating_hasil"), periods.chosen("rating_perilaku")
    levels = tuple(Rating)
    paper.put(
        QUADRANT_TOP,
        Span(1, 1),
        "RATING HASIL KERJA",
        Look(styles.BOLD, _SIDEWAYS, HEAD.fill),
        last_row=QUADRANT_TOP + 2,
    )
    for offset, own in enumerate(levels):
        row = QUADRANT_TOP + offset
        paper.height(QUADRANT_HEIGHT, row)
        paper.put(row, Span(2, 2), own.value, HEAD)
        for column, other in enumerate(reversed(levels), start=3):
            found = aturan.matriks_predikat.isi[own][other]
            here = f'AND({hasil}="{own}",{perilaku}="{other}")'
            text = f'="{found.value.upper()}"&IF({here},CHAR(10)&CHAR(10)&"[ "&{entry("nama")}&" ]","")'
            look = Look(_CELL, styles.CENTRE, PatternFill("solid", fgColor=COLOURS[found]))
            cell = paper.put(row, Span(column, column), text, look)
            paper.highlight(cell.coordinate, here, _HERE)
    below = QUADRANT_TOP + len(levels)
    for column, level in enumerate(reversed(levels), start=3):
        paper.put(below, Span(column, column), level.value, HEAD)
    paper.put(below + 1, Span(3, 5), "RATING PERILAKU KERJA", HEAD)
    paper.put(below + 3, Span(1, 5), f"Predikat menurut matriks {aturan.matriks_predikat.dasar}.", PLAIN)
    paper.page("landscape", below + 3, QUADRANT_WIDTHS)
    paper.protect()


def _who(paper: Paper, periods: PeriodCalculation, last: int) -> None:
    """Whose picture it is, of which period, with which predikat."""
    lines = (
        ("Nama", shown(entry("nama"))),
        ("NIP", shown(entry("nip"))),
        ("Periode", f"={periods.chosen('label')}"),
        ("Predikat", f'=IF({periods.chosen("predikat")}="","belum dinilai",{periods.chosen("predikat")})'),
    )
    for row, (label, formula) in enumerate(lines, start=3):
        paper.put(row, Span(1, 2), label, PLAIN)
        paper.put(row, Span(3, last), formula, replace(PLAIN, font=styles.BOLD))


CURVE_WIDTHS = (24, 24, 24, 24)
CURVE_ROWS = 20


def add_pattern(paper: Paper, context: Context) -> None:
    """Draw the sheet Pola Distribusi."""
    aturan, periods = context.aturan, context.periods
    paper.widths(*CURVE_WIDTHS)
    paper.put(1, Span(1, 4), "POLA DISTRIBUSI PREDIKAT KINERJA PEGAWAI", TITLE)
    _who(paper, periods, 4)
    organisation = periods.chosen("capaian_organisasi")
    title = (
        '="KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI "'
        f'&IF({organisation}="","(BELUM DITETAPKAN)",UPPER({organisation}))'
    )
    paper.put(8, Span(1, 4), title, SECTION)
    add_curve(paper.sheet, Frame(9, CURVE_ROWS, len(CURVE_WIDTHS)), periods.curve(None))
    row = 10 + CURVE_ROWS
    if aturan.kurva is not None:
        paper.put(row, Span(1, 4), f"Aturan kurva ({aturan.kurva.dasar})", BOLD)
        for capaian in CapaianOrganisasi:
            row += 1
            rules = "; ".join(rule_text(rule) for rule in aturan.kurva.isi[capaian])
            paper.put(row, Span(1, 4), f"Capaian {capaian}: {rules}.", PLAIN)
            paper.height(30, row)
            paper.highlight(f"A{row}", f'{organisation}="{capaian}"', styles.INCOMPLETE)
    row += 2
    paper.put(row, Span(1, 4), "Kurva adalah gambar pertimbangan pimpinan, bukan kuota.", PLAIN)
    paper.page("portrait", row, CURVE_WIDTHS)
    paper.protect()
