"""Builds the evaluation sheet of a period: the plan beside results, evidence and feedback, the two ratings, the predikat.

The sheet of the year shows the results of the fourth quarter, which are cumulative; only the year's ratings are typed there.
"""

from openpyxl.utils import get_column_letter

from kinerja_xl.forms import styles
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_perilaku import PERILAKU
from kinerja_xl.forms.sheet_realisasi import REALISASI
from kinerja_xl.forms.sheet_unit import UNIT
from kinerja_xl.forms.skp import layout as places
from kinerja_xl.forms.skp.build_plan import (
    add_table_head,
    add_value,
    centred,
    hidden_rows,
    hide_spare,
    quantity_rule,
    unread,
)
from kinerja_xl.forms.skp.calculation import block_keys, place_of
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.curve_chart import Frame, add_curve
from kinerja_xl.forms.skp.heading import CHOICES_NOTE, add_heading, add_signatures, dated_place, shown
from kinerja_xl.forms.skp.layout import EVALUATION_HELPERS, PANEL_LABEL, PANEL_VALUE, Block, Span
from kinerja_xl.forms.skp.page_breaks import page_breaks, usual_heights
from kinerja_xl.forms.skp.paper import (
    BOLD,
    BOXED,
    CENTRED,
    CHOSEN,
    FOOTNOTE,
    HEAD,
    PANEL,
    PANEL_HEAD,
    SECTION,
    TYPED,
    TYPED_CENTRE,
    TYPED_DATE,
    Look,
    Paper,
)
from kinerja_xl.forms.skp.unused import quiet_unused
from kinerja_xl.forms.skp.variant import EVALUASI, SKP
from kinerja_xl.forms.validation import add_validation
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Nilai

SCORE_CHOICES = ("1", "2", "3")
SCORE = Field("skor", "Skor bantu", 8, help=PERILAKU.field("skor_tw1").help, choices=SCORE_CHOICES)
_PERCENT_LOOK = Look(styles.COMPUTED, styles.CENTRE, PANEL.fill, number_format=styles.POINTS_FORMAT)


class Evaluation:
    """One evaluation sheet while it is drawn."""

    def __init__(self, paper: Paper, context: Context, periode: Periode) -> None:
        self.paper, self.context, self.periode = paper, context, periode
        self.layout, self.plan = context.evaluation, context.plan
        self.items, self.periods, self.reference = context.items, context.periods, context.reference
        self.yearly = periode is Periode.TAHUNAN

    def draw(self) -> None:
        """Draw the whole sheet."""
        paper, layout = self.paper, self.layout
        paper.widths(*layout.widths, 2)
        add_heading(paper, "EVALUASI KINERJA PEGAWAI", layout, self.periods.at("rentang", self.periode))
        self._organisation()
        add_table_head(paper, layout)
        for block in layout.blocks:
            self._block(block)
        self._result_guide()
        quiet_unused(paper, layout)
        self._ratings()
        self._behaviours()
        self._panel()
        dated = dated_place(self.periods.at("tanggal", self.periode))
        paper.put(layout.note_row + 1, Span(1, layout.last_column), CHOICES_NOTE, FOOTNOTE)
        add_signatures(paper, layout.signature_row, Span(7, 9), dated)
        hide_spare(paper, layout)
        heights = usual_heights(layout)
        paper.heights(heights)
        breaks = page_breaks(layout, heights, hidden_rows(layout))
        paper.page("landscape", layout.last_row, layout.widths, "1:4", breaks)
        paper.zoom(70)
        paper.protect()

    def _choice(self, row: int, label: str, field: Field) -> None:
        """A line of the form that the rater answers by choosing."""
        self.paper.put(row, Span(1, 6), f"{label}*", SECTION)
        cell = self.paper.put(row, Span(7, 9), None, CHOSEN)
        self._accept(field, cell.coordinate)

    def _accept(self, field: Field, cell: str) -> None:
        add_validation(self.paper.sheet, field, (cell, cell), self.reference.list_range(field))

    def _organisation(self) -> None:
        """Capaian kinerja organisasi, and the curve that belongs to it."""
        layout, paper = self.layout, self.paper
        self._choice(layout.result_row, places.CAPAIAN, UNIT.field(f"capaian_{self.periode.lower()}"))
        found = self.periods.at("capaian_organisasi", self.periode)
        title = (
            '="POLA DISTRIBUSI: KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI "&'
            f'IF({found}="","(BELUM DITETAPKAN)",UPPER({found}))'
        )
        paper.put(layout.curve_row, Span(1, layout.last_column), title, SECTION)
        frame = Frame(layout.curve_row + 1, layout.curve_rows, layout.last_column)
        add_curve(paper.sheet, frame, self.periods.curve(self.periode), flat=True)

    def _block(self, block: Block) -> None:
        """The cells of an RHK: the plan shown, results typed."""
        paper, layout = self.paper, self.layout
        index = layout.blocks.index(block)
        planned = self.plan.blocks[index]
        paper.put(block.row, Span(1, 1), block.number, CENTRED, last_row=block.last)
        for key in block_keys(layout.varian):
            row, span = place_of(layout, block, key)
            at, where = place_of(self.plan, planned, key)
            paper.put(row, span, self._planned(where.first, at), BOXED, last_row=row if block.head_rows else block.last)
        if block.head_rows:
            self._measure_head(block)
        for number, (row, at) in enumerate(zip(block.items, planned.items, strict=True), start=1):
            self._item(index, number, row, at)
        self._feedback(block)

    def _planned(self, column: int, row: int) -> str:
        return shown(f"{SKP}!{get_column_letter(column)}{row}")

    def _planned_item(self, key: str, row: int) -> str:
        """What the plan says of an indicator; an aspect is not shown where there is no indicator."""
        if key != "aspek":
            return self._planned(self.plan.column(key), row)
        aspek, indikator = (f"{SKP}!{get_column_letter(self.plan.column(k))}{row}" for k in (key, "indikator"))
        return f'=IF({indikator}="","",{aspek}&"")'

    def _measure_head(self, block: Block) -> None:
        if not self.layout.varian.pimpinan:
            self.paper.put(block.row + 1, Span(2, 2), "(Penugasan dari/RHK pimpinan)", BOXED)
        self.paper.put(block.row + block.head_rows - 1, Span(2, 6), places.MEASURES, BOLD)
        for column in (7, 8):
            self.paper.put(block.row, Span(column, column), None, BOXED, last_row=block.items[0] - 1)

    def _item(self, index: int, number: int, row: int, at: int) -> None:
        """An indicator: plan, result, evidence; achievement and what is missing beside the paper."""
        paper, layout = self.paper, self.layout
        for column in layout.columns:
            if column.key in ("rhk", "rhk_pimpinan") or column in places.RESULTS:
                continue
            look = CENTRED if centred(layout, column.key) else BOXED
            paper.put(row, column.span, self._planned_item(column.key, at), look)
        for column in places.RESULTS[:2]:
            self._result(column, row)
        helpers = EVALUATION_HELPERS.columns
        achieved = self.items.achieved(self.periode, index, number)
        paper.put(row, Span(helpers["capaian"], helpers["capaian"]), achieved, _PERCENT_LOOK)
        missing = self.items.result_missing(self.periode, index, number)
        paper.put(row, Span(helpers["kurang"], helpers["kurang"]), missing, PANEL)

    def _result(self, column: places.Column, row: int) -> None:
        counted = column.key == "realisasi" and not self.layout.varian.kualitatif
        if self.yearly:
            self.paper.put(
                row, column.span, self._of_last_quarter(column.span.first, row), CENTRED if counted else BOXED
            )
            return
        field = REALISASI.field(f"{column.key}_{self.periode.suffix}")
        cell = self.paper.put(row, column.span, None, TYPED_CENTRE if counted else TYPED)
        if counted:
            self.paper.sheet.add_data_validation(quantity_rule(field, self.reference, cell.coordinate))
        else:
            self._accept(field, cell.coordinate)

    def _of_last_quarter(self, column: int, row: int) -> str:
        return shown(f"'{EVALUASI[Periode.TW4]}'!{get_column_letter(column)}{row}")

    def _feedback(self, block: Block) -> None:
        """The rater's feedback, once for the RHK."""
        column = places.RESULTS[2]
        value = self._of_last_quarter(column.span.first, block.row) if self.yearly else None
        cell = self.paper.put(block.row, column.span, value, BOXED if self.yearly else TYPED, last_row=block.last)
        if not self.yearly:
            self._accept(REALISASI.field(f"umpan_balik_{self.periode.suffix}"), cell.coordinate)

    def _result_guide(self) -> None:
        """Yellow: a planned indicator without result once the first result of the period is there, a result without evidence."""
        if self.yearly:
            return
        first, last = self.layout.blocks[0].row, self.layout.end
        missing = get_column_letter(EVALUATION_HELPERS.columns["kurang"])
        begun = f"COUNTA($G${first}:$G${last})>0"
        self.paper.highlight(f"G{first}:G{last}", f'AND({begun},${missing}{first}<>"",G{first}="")')
        self.paper.highlight(f"H{first}:H{last}", f'AND($G{first}<>"",H{first}="")')
        self.paper.highlight(f"G{first}:G{last}", unread(f"${missing}{first}"), styles.WRONG)

    def _ratings(self) -> None:
        """The lines of the two ratings and of the predikat, and what the rater adds to them."""
        layout, paper = self.layout, self.paper
        self._choice(layout.rating_hasil_row, places.RATING_HASIL, PENILAIAN.field("rating_hasil"))
        self._choice(layout.rating_perilaku_row, places.RATING_PERILAKU, PENILAIAN.field("rating_perilaku"))
        paper.put(layout.predikat_row, Span(1, 6), f"{places.PREDIKAT}*", SECTION)
        paper.put(layout.predikat_row, Span(7, 9), self.periods.predikat_formula(), CENTRED)
        paper.sheet.cell(layout.predikat_row, 7).font = styles.BOLD
        paper.put(layout.note_row, Span(1, 6), "CATATAN/REKOMENDASI", SECTION)
        note = paper.put(layout.note_row, Span(7, 9), None, TYPED)
        self._accept(PENILAIAN.field("rekomendasi"), note.coordinate)
        asked = (
            (layout.rating_hasil_row, "alasan", "Alasan bila berbeda dari saran", TYPED),
            (layout.predikat_row, "tanggal", "Tanggal penilaian", TYPED_DATE),
        )
        for row, key, label, look in asked:
            paper.put(row, Span(PANEL_LABEL, PANEL_LABEL), label, PANEL)
            cell = paper.put(row, Span(PANEL_VALUE, PANEL_VALUE), None, look)
            self._accept(PENILAIAN.field(key), cell.coordinate)

    def _behaviours(self) -> None:
        """The seven values with feedback; the helper score stands beside the paper."""
        layout, paper = self.layout, self.paper
        paper.put(layout.perilaku_row, Span(1, 8), "PERILAKU KERJA", SECTION)
        paper.put(layout.perilaku_row, Span(9, 9), places.UMPAN_BALIK, HEAD)
        paper.put(layout.perilaku_row, Span(PANEL_LABEL, PANEL_LABEL), "SKOR BANTU (1, 2, 3)", PANEL_HEAD)
        for nilai in Nilai:
            add_value(paper, layout, nilai, self.context.aturan)
            row = layout.value_row(nilai)
            expected = self.plan.expectation_span.first
            formula = self._planned(expected, self.plan.value_row(nilai) + 1)
            paper.put(row + 1, layout.expectation_span, formula, BOXED)
            self._value_input(row, 9, PERILAKU.field(f"umpan_balik_{self.periode.suffix}"), TYPED, last_row=row + 1)
            self._value_input(row, PANEL_LABEL, SCORE, TYPED_CENTRE)

    def _value_input(self, row: int, column: int, field: Field, look: Look, *, last_row: int = 0) -> None:
        if self.yearly:
            self.paper.put(row, Span(column, column), self._of_last_quarter(column, row), BOXED, last_row=last_row)
            return
        cell = self.paper.put(row, Span(column, column), None, look, last_row=last_row)
        rule_field = Field(field.key, field.header, 8, help=field.help, choices=field.choices)
        self._accept(rule_field if not field.choices else field, cell.coordinate)

    def _panel(self) -> None:
        """What the numbers say, beside the identity table."""
        paper, helpers = self.paper, EVALUATION_HELPERS
        head = self.layout.header_row
        for key, column in helpers.columns.items():
            paper.sheet.column_dimensions[get_column_letter(column)].width = helpers.widths[key]
            paper.put(head, Span(column, column), helpers.headers[key], PANEL_HEAD, last_row=head + 1)
        top = self.layout.period_row
        paper.put(top, Span(PANEL_LABEL, PANEL_VALUE), "RINGKASAN (TIDAK DICETAK)", PANEL_HEAD)
        for offset, (label, formula) in enumerate(self.periods.evaluation_summary(self.periode), start=1):
            paper.put(top + offset, Span(PANEL_LABEL, PANEL_LABEL), label, PANEL)
            cell = paper.put(top + offset, Span(PANEL_VALUE, PANEL_VALUE), formula, PANEL)
            cell.number_format = styles.POINTS_FORMAT if label == "Capaian (%)" else styles.GENERAL
