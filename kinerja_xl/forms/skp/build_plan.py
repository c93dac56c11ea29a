"""Builds the sheet SKP: planned results with their indicators and targets, behaviour, signatures; helpers on the right."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kinerja_xl.forms import styles
from kinerja_xl.forms.description import Field
from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.sheet_perilaku import PERILAKU
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.skp import layout as places
from kinerja_xl.forms.skp.calculation import block_keys, place_of
from kinerja_xl.forms.skp.context import Context
from kinerja_xl.forms.skp.heading import add_heading, add_signatures, dated_place
from kinerja_xl.forms.skp.layout import PLAN_HELPERS, Block, Layout, Span
from kinerja_xl.forms.skp.page_breaks import page_breaks, usual_heights
from kinerja_xl.forms.skp.paper import (
    BOLD,
    BOXED,
    CENTRED,
    HEAD,
    NUMBERS,
    PANEL,
    PANEL_HEAD,
    SECTION,
    SMALL,
    TYPED,
    TYPED_CENTRE,
    Paper,
)
from kinerja_xl.forms.skp.unused import quiet_unused
from kinerja_xl.forms.skp.variant import SHOWN, SHOWN_ITEMS
from kinerja_xl.forms.validation import add_validation, prompt
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Aspek, Kategori, Nilai

ASPECTS = tuple(Aspek)


def add_plan(paper: Paper, context: Context) -> None:
    """Draw the whole sheet."""
    layout, reference = context.plan, context.reference
    paper.widths(*layout.widths, 2)
    add_heading(paper, "SASARAN KINERJA PEGAWAI", layout, context.year_text)
    add_table_head(paper, layout)
    for block in layout.blocks:
        _block(paper, layout, block, reference)
    _helpers(paper, context)
    _guide(paper, layout)
    quiet_unused(paper, layout)
    _behaviours(paper, layout, context.aturan, reference)
    add_signatures(paper, layout.signature_row, Span(5, 6), dated_place(context.periods.plan_date), Span(1, 3))
    hide_spare(paper, layout)
    heights = usual_heights(layout)
    paper.heights(heights)
    paper.page("landscape", layout.last_row, layout.widths, "1:4", page_breaks(layout, heights, hidden_rows(layout)))
    paper.sheet.freeze_panes = f"A{layout.header_row + 3}"
    paper.zoom(70)
    paper.protect()


def add_table_head(paper: Paper, layout: Layout) -> None:
    """Heading HASIL KERJA, header, printed numbers, headings of the sections."""
    paper.put(layout.top, Span(1, layout.last_column), places.HASIL_KERJA, SECTION)
    row = layout.header_row
    paper.put(row, places.NO.span, places.NO.header, HEAD, last_row=row + 1)
    columns = _printed(layout)
    for column in columns:
        paper.put(row, column.span, column.header, HEAD, last_row=row + 1)
    numbered = [places.NO, *columns]
    if layout.evaluation:
        paper.put(row, Span(7, 8), places.EVIDENCED, HEAD)
        for column in places.RESULTS[:2]:
            paper.put(row + 1, column.span, column.header, HEAD)
        numbered = [places.NO, *columns[:-1], places.Column("hasil", "", Span(7, 8)), columns[-1]]
    for number, column in enumerate(numbered, start=1):
        paper.put(row + 2, column.span, f"({number})", NUMBERS)
    for kategori, at in layout.sections.items():
        paper.put(at, Span(1, layout.last_column), places.SECTIONS[kategori], SECTION)


def _printed(layout: Layout) -> list[places.Column]:
    """The columns whose header spans both header rows."""
    plan = [c for c in layout.columns if c not in places.RESULTS]
    if layout.varian.kualitatif:
        plan = [places.Column("hasil_kerja", places.HASIL_KERJA, Span(2, 6))]
    return [*plan, *([places.RESULTS[2]] if layout.evaluation else [])]


def _block(paper: Paper, layout: Layout, block: Block, reference: Reference) -> None:
    """The cells of an RHK."""
    kualitatif = layout.varian.kualitatif
    paper.put(block.row, Span(1, 1), block.number, CENTRED, last_row=block.last)
    for key in block_keys(layout.varian):
        row, span = place_of(layout, block, key)
        paper.put(row, span, None, TYPED, last_row=row if kualitatif else block.last)
        _accept(paper, RENCANA.field(key), reference, row, span.first)
    if kualitatif:
        _measure_head(paper, layout, block)
    for number, row in enumerate(block.items, start=1):
        _item(paper, layout, row, ASPECTS[number - 1], reference)


def _measure_head(paper: Paper, layout: Layout, block: Block) -> None:
    if not layout.varian.pimpinan:
        paper.put(block.row + 1, Span(2, 2), "(Penugasan dari/RHK pimpinan)", BOXED)
    paper.put(block.row + block.head_rows - 1, Span(2, 6), places.MEASURES, BOLD)


def _item(paper: Paper, layout: Layout, row: int, aspek: Aspek, reference: Reference) -> None:
    """The cells of an indicator."""
    for column in layout.columns:
        if column.key in ("rhk", "rhk_pimpinan"):
            continue
        look = TYPED_CENTRE if centred(layout, column.key) else TYPED
        paper.put(row, column.span, aspek.value if column.key == "aspek" else None, look)
        field = RENCANA.field(column.key)
        if column.key == "target" and not layout.varian.kualitatif:
            _accept_quantity(paper, field, reference, row, column.span.first)
        else:
            _accept(paper, field, reference, row, column.span.first)


def centred(layout: Layout, key: str) -> bool:
    """Whether a column of the plan holds a word or a number; the target of the qualitative form is a sentence."""
    return key in ("aspek", "perspektif") or (key == "target" and not layout.varian.kualitatif)


def _accept(paper: Paper, field: Field, reference: Reference, row: int, column: int) -> None:
    cell = f"{get_column_letter(column)}{row}"
    add_validation(paper.sheet, field, (cell, cell), reference.list_range(field))


def _accept_quantity(paper: Paper, field: Field, reference: Reference, row: int, column: int) -> None:
    paper.sheet.add_data_validation(quantity_rule(field, reference, f"{get_column_letter(column)}{row}"))


def quantity_rule(field: Field, reference: Reference, cell: str) -> DataValidation:
    """Accepts only what has a digit in it; further faults are told in the column Yang Masih Kurang."""
    rule = DataValidation(
        type="custom",
        formula1=f"SUMPRODUCT(--ISNUMBER(FIND({reference['angka']},{cell})))>0",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="Periksa isian",
        error=f"{field.header} harus memuat angka. Contoh: 85,5; 80 - 90%; 12 Bulan.",
    )
    prompt(rule, field.header, field.help)
    rule.add(cell)
    return rule


def _helpers(paper: Paper, context: Context) -> None:
    """The columns beside the paper: direction, quarter targets, what is missing."""
    layout, columns = context.plan, PLAN_HELPERS.columns
    for key, column in columns.items():
        if key == "kurang" or not layout.varian.kualitatif:
            _helper_column(paper, context, key, column)
    for i, block in enumerate(layout.blocks):
        for n, row in enumerate(block.items, start=1):
            paper.sheet.cell(row, columns["kurang"]).value = context.items.plan_missing(i, n)
    first, last = columns["arah"], columns["kurang"]
    paper.put(layout.top, Span(first, last), "KOLOM BANTU (TIDAK DICETAK)", PANEL_HEAD)
    paper.put(layout.pane_row, Span(first, last), "KELENGKAPAN SKP (TIDAK DICETAK)", PANEL_HEAD)
    for offset, (label, formula) in enumerate(context.periods.plan_summary(), start=1):
        paper.put(layout.pane_row + offset, Span(first, first), label, PANEL)
        paper.put(layout.pane_row + offset, Span(first + 1, last), formula, PANEL)


def _helper_column(paper: Paper, context: Context, key: str, column: int) -> None:
    layout, span = context.plan, Span(column, column)
    paper.put(layout.header_row, span, PLAN_HELPERS.headers[key], PANEL_HEAD, last_row=layout.header_row + 1)
    paper.sheet.column_dimensions[get_column_letter(column)].width = PLAN_HELPERS.widths[key]
    for _, _, row in layout.items:
        paper.put(row, span, None, PANEL if key == "kurang" else TYPED_CENTRE)
        if key == "arah":
            _accept(paper, RENCANA.field(key), context.reference, row, column)
        elif key != "kurang":
            _accept_quantity(paper, RENCANA.field(key), context.reference, row, column)


def _guide(paper: Paper, layout: Layout) -> None:
    """Yellow where something is missing beside what is there."""
    items = [layout.column("indikator"), layout.column("target")]
    letters = [get_column_letter(c) for c in items]
    for block in layout.blocks:
        first, last = block.items[0], block.items[-1]
        any_item = f"COUNTA(${letters[0]}${first}:${letters[1]}${last})>0"
        heads = [place_of(layout, block, key) for key in block_keys(layout.varian)]
        cells = [f"${get_column_letter(span.first)}${row}" for row, span in heads]
        for key, cell in zip(block_keys(layout.varian), cells, strict=True):
            if key == "rhk" or block.kategori is Kategori.UTAMA:
                paper.highlight(cell.replace("$", ""), f'AND({any_item},{cell}="")')
        begun = ",".join(f'{cell}<>""' for cell in cells)
        paper.highlight(f"{letters[0]}{first}:{letters[1]}{first}", f"AND(OR({begun}),NOT({any_item}))")
        beside = f'OR(${letters[0]}{first}<>"",${letters[1]}{first}<>"")'
        paper.highlight(f"{letters[0]}{first}:{letters[1]}{last}", f'AND({beside},{letters[0]}{first}="")')
        missing = get_column_letter(layout.column("kurang"))
        paper.highlight(f"{letters[1]}{first}:{letters[1]}{last}", unread(f"${missing}{first}"), styles.WRONG)


def unread(missing: str) -> str:
    """Condition: what is missing in a row says that its quantity could not be read."""
    return f'ISNUMBER(SEARCH("tidak terbaca",{missing}))'


def _behaviours(paper: Paper, layout: Layout, aturan: AturanRating, reference: Reference) -> None:
    """The seven values with their guides and the leader's expectations."""
    field = PERILAKU.field("ekspektasi")
    paper.put(layout.perilaku_row, Span(1, layout.last_column), "PERILAKU KERJA", SECTION)
    for nilai in Nilai:
        add_value(paper, layout, nilai, aturan)
        row = layout.value_row(nilai) + 1
        paper.put(row, layout.expectation_span, None, TYPED)
        _accept(paper, field, reference, row, layout.expectation_span.first)


def add_value(paper: Paper, layout: Layout, nilai: Nilai, aturan: AturanRating) -> None:
    """Number, name and guide of a value, and the label of what is expected."""
    row = layout.value_row(nilai)
    guides = guide_text(nilai, aturan)
    paper.put(row, Span(1, 1), list(Nilai).index(nilai) + 1, CENTRED, last_row=row + 1)
    paper.put(row, layout.guide_span, nilai.value, BOLD)
    paper.put(row, layout.expectation_span, places.EKSPEKTASI, BOLD)
    paper.put(row + 1, layout.guide_span, guides, SMALL)


def guide_text(nilai: Nilai, aturan: AturanRating) -> str:
    """The guides of a value, one a line."""
    return "\n".join(f"- {text}" for text in aturan.panduan_perilaku.isi[nilai])


def hide_spare(paper: Paper, layout: Layout) -> None:
    """Hide what a blank form does not show."""
    paper.hide(*hidden_rows(layout))


def hidden_rows(layout: Layout) -> frozenset[int]:
    """The rows that a blank form does not show."""
    shown = 1 if layout.varian.kualitatif else SHOWN_ITEMS
    spare = [set(range(b.row, b.last + 1)) for b in layout.blocks if b.number > SHOWN[b.kategori]]
    rest = [set(b.items[shown:]) for b in layout.blocks]
    return frozenset().union(*spare, *rest)
