"""Puts a person into a blank Formulir SKP: identity, and as far as they are there plan, results, feedback and ratings.

Behind ``kinerja formulir skp`` (identity, and last year's plan with ``--lanjutan``) and the examples (everything). Works on the
parts of the package like ``forms.fill``; shows the rows that are used and ends pages between RHK.
"""

from collections.abc import Iterator, Mapping

from kinerja_xl.forms.description import Field
from kinerja_xl.forms.fill import CellValue, cell_value, filled, height_of
from kinerja_xl.forms.sheet_penilaian import PENILAIAN
from kinerja_xl.forms.sheet_rencana import RENCANA
from kinerja_xl.forms.skp.build_documents import list_rows
from kinerja_xl.forms.skp.calculation import block_keys, place_of
from kinerja_xl.forms.skp.content import Row, SkpContent, Spot, spots
from kinerja_xl.forms.skp.identity import IDENTITY, OF_FORM
from kinerja_xl.forms.skp.inputs import RATED, plan_keys, rated_place, result_place, value_place
from kinerja_xl.forms.skp.layout import Block, Layout, Span
from kinerja_xl.forms.skp.page_breaks import ITEM_POINTS, LINE_POINTS, UNUSED_POINTS, page_breaks, usual_heights
from kinerja_xl.forms.skp.variant import EVALUASI, IDENTITAS, LAMPIRAN, LISTED, SHOWN_ITEMS, SKP, Varian
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import Kategori, Nilai, read_term

Cells = dict[tuple[int, int], CellValue]


def fill_skp(blank: bytes, varian: Varian, content: SkpContent, *, spare: int = 0) -> bytes:
    """The blank form with ``content`` in it; ``spare``: how many further RHK of each kategori are shown.

    Raises RoomError where the plan does not fit.
    """
    plan, evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
    where, cells = spots(content.rows.get("rencana", []), plan.blocks), typed_cells(varian, content)
    if not where:
        return filled(blank, cells, {})
    sizes = {SKP: plan} | dict.fromkeys(EVALUASI.values(), evaluation)
    texts = {SKP: cells[SKP]} | {name: _with_plan(evaluation, plan, cells, name) for name in EVALUASI.values()}
    shown = {name: _shown(layout, where, spare) for name, layout in sizes.items()}
    heights = {
        name: _heights(layout, texts[name], shown[name], spare) | _identity_heights(layout, content.entries)
        for name, layout in sizes.items()
    }
    breaks = {
        name: page_breaks(layout, heights[name], {row for row, seen in shown[name].items() if not seen})
        for name, layout in sizes.items()
    }
    return filled(blank, cells, heights, shown=shown, breaks=breaks)


def typed_cells(varian: Varian, content: SkpContent) -> dict[str, Cells]:
    """The cells that ``content`` is typed into, by sheet; raises RoomError where the plan does not fit."""
    plan, evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
    where = spots(content.rows.get("rencana", []), plan.blocks)
    cells: dict[str, Cells] = {IDENTITAS: _identity(content.entries), LAMPIRAN: _lists(content)}
    cells[SKP] = _plan(plan, content, where) | _expectations(plan, content)
    for periode, name in EVALUASI.items():
        cells[name] = _evaluated(evaluation, content, where, periode)
    return cells


def _identity(entries: Row) -> Cells:
    own = (e for e in IDENTITY.entries if entries.get(e.key) and e.key not in OF_FORM)
    return {(IDENTITY.row(e.key), 2): cell_value(e, entries[e.key]) for e in own}


def _lists(content: SkpContent) -> Cells:
    return {
        (row, 2): text
        for key, lines in content.lists.items()
        for row, text in zip(list_rows(key), lines[:LISTED], strict=False)
        if text
    }


def _plan(layout: Layout, content: SkpContent, where: Mapping[tuple[str, str], Spot]) -> Cells:
    """The cells of the sheet SKP that hold the plan."""
    found: Cells = {}
    for row in content.rows.get("rencana", []):
        spot = where[row["no_rhk"], row["no_iki"]]
        block = layout.blocks[spot.block]
        for key in block_keys(layout.varian):
            at, span = place_of(layout, block, key)
            found |= _typed(at, span.first, RENCANA.field(key), row.get(key, ""))
        for key in plan_keys(layout.varian):
            text = _with_unit(row, key) if key.startswith("target") else row.get(key, "")
            found |= _typed(block.items[spot.item - 1], layout.column(key), RENCANA.field(key), text)
    return found


def _with_unit(row: Row, key: str) -> str:
    """A target as the form has it: with its unit behind it."""
    text, unit = row.get(key, ""), row.get("satuan", "")
    found = parse_quantity(text)
    return f"{text} {unit}" if found and not found.unit and unit else text


def _typed(row: int, column: int, field: Field, text: str) -> Cells:
    return {(row, column): cell_value(field, text)} if text else {}


def _expectations(layout: Layout, content: SkpContent) -> Cells:
    return {
        value_place(layout, nilai, "ekspektasi"): row["ekspektasi"]
        for row in content.rows.get("perilaku", [])
        if row.get("ekspektasi") and (nilai := read_term(Nilai, row["nilai"]))
    }


def _evaluated(layout: Layout, content: SkpContent, where: Mapping[tuple[str, str], Spot], periode: Periode) -> Cells:
    """The typed cells of the evaluation sheet of a period."""
    found: Cells = {}
    if periode in TRIWULAN:
        found |= _results(layout, content, where, periode) | _behaviour(layout, content, periode)
    if result := content.unit.get(f"capaian_{periode.lower()}"):
        found[rated_place(layout, "capaian")] = result
    for row in content.rows.get("penilaian", []):
        if read_term(Periode, row["periode"]) is periode:
            for key in RATED:
                found |= _typed(*rated_place(layout, key), PENILAIAN.field(key), row.get(key, ""))
    return found


def _results(layout: Layout, content: SkpContent, where: Mapping[tuple[str, str], Spot], periode: Periode) -> Cells:
    """Results and evidence of a quarter; feedback on the indicators of an RHK is one text, each sentence once."""
    found: Cells = {}
    said: dict[tuple[int, int], dict[str, None]] = {}
    for row in content.rows.get("realisasi", []):
        block, item = where[row["no_rhk"], row["no_iki"]]
        for key in ("realisasi", "bukti"):
            if text := row.get(f"{key}_{periode.suffix}", ""):
                found[result_place(layout, block, item, key)] = text
        if text := row.get(f"umpan_balik_{periode.suffix}", ""):
            said.setdefault(result_place(layout, block, 1, "umpan_balik"), {})[text] = None
    return found | {at: "\n".join(texts) for at, texts in said.items()}


def _behaviour(layout: Layout, content: SkpContent, periode: Periode) -> Cells:
    found: Cells = {}
    for row in content.rows.get("perilaku", []):
        nilai = read_term(Nilai, row["nilai"])
        for key in ("umpan_balik", "skor") if nilai else ():
            text = row.get(f"{key}_{periode.suffix}", "")
            if text and nilai:
                found[value_place(layout, nilai, key)] = text
    return found


def _with_plan(layout: Layout, plan: Layout, cells: Mapping[str, Cells], name: str) -> Cells:
    """The cells of an evaluation sheet with the texts of the plan that its formulas will show; the year shows the fourth quarter."""
    source = EVALUASI[Periode.TW4] if name == EVALUASI[Periode.TAHUNAN] else name
    found = dict(cells[source])
    for old, new in zip(plan.blocks, layout.blocks, strict=True):
        shift = new.row - old.row
        columns = {plan.column(c.key): layout.column(c.key) for c in plan.columns}
        columns |= {_first_column(plan, old, k): _first_column(layout, new, k) for k in block_keys(layout.varian)}
        for row in range(old.row, old.last + 1):
            found |= {
                (row + shift, there): text
                for here, there in columns.items()
                if (text := cells[SKP].get((row, here))) is not None
            }
    return found


def _first_column(layout: Layout, block: Block, key: str) -> int:
    return place_of(layout, block, key)[1].first


def _shown(layout: Layout, where: Mapping[tuple[str, str], Spot], spare: int) -> dict[int, bool]:
    """Which rows of the table are visible: what is used, ``spare`` more, and at least one RHK of each kategori."""
    most: dict[int, int] = {}
    for spot in where.values():
        most[spot.block] = max(most.get(spot.block, 0), spot.item)
    for kategori in Kategori:
        own = [i for i, block in enumerate(layout.blocks) if block.kategori is kategori]
        free = [i for i in own if i not in most]
        for i in free[: max(spare, 0 if len(free) < len(own) else 1)]:
            most[i] = SHOWN_ITEMS if spare and not layout.varian.kualitatif else 1
    return {row: row in seen for block, seen in _rows_of(layout, most) for row in range(block.row, block.last + 1)}


def _rows_of(layout: Layout, most: Mapping[int, int]) -> Iterator[tuple[Block, set[int]]]:
    for i, block in enumerate(layout.blocks):
        if i in most:
            yield block, {*range(block.row, block.items[0]), *block.items[: most[i]]}
        else:
            yield block, set()


def _heights(layout: Layout, texts: Cells, shown: Mapping[int, bool], spare: int) -> dict[int, float]:
    """Heights at which all texts can be read; what is merged over an RHK stretches its last visible row."""
    found = usual_heights(layout)
    for block in layout.blocks:
        rows = [row for row in block.items if shown[row]]
        for row in rows:
            own = _row_texts(layout, texts, row)
            found[row] = max(ITEM_POINTS if spare or any(text for text, _ in own) else UNUSED_POINTS, height_of(own))
        if rows:
            found |= (heads := _head_heights(layout, texts, block))
            there = sum(heads.values()) + sum(found[row] for row in rows)
            found[rows[-1]] += max([there, *map(height_of, _merged_texts(layout, texts, block))]) - there
    return found | _value_heights(layout, texts)


def _head_heights(layout: Layout, texts: Cells, block: Block) -> dict[int, float]:
    """Heights of the rows of a qualitative RHK above its measures."""
    found = dict.fromkeys(range(block.row, block.items[0]), LINE_POINTS)
    for key in block_keys(layout.varian) if found else ():
        row, span = place_of(layout, block, key)
        found[row] = max(LINE_POINTS, height_of([(str(texts.get((row, span.first), "")), layout.wide(span))]))
    return found


def _identity_heights(layout: Layout, entries: Row) -> dict[int, float]:
    """Heights of the identity table in which names and posts can be read whole."""
    widths = [layout.wide(value) for _, _, value in layout.panes]
    keys = (
        ("nama", "nama_penilai"),
        ("nip", "nip_penilai"),
        ("pangkat", "pangkat_penilai"),
        ("jabatan", "jabatan_penilai"),
    )
    rows = {}
    for row, own in enumerate((*keys, ("nama_unit", "unit_penilai")), start=layout.pane_row + 1):
        shown = ((entries.get(key, ""), width) for key, width in zip(own, widths, strict=True))
        rows[row] = max(LINE_POINTS, height_of(shown))
    return rows


def _row_texts(layout: Layout, texts: Cells, row: int) -> list[tuple[str, float]]:
    """The texts of an indicator's row with the width of their columns."""
    own = (c for c in layout.columns if c.key not in ("rhk", "rhk_pimpinan", "umpan_balik"))
    return [(str(texts.get((row, c.span.first), "")), layout.wide(c.span)) for c in own]


def _merged_texts(layout: Layout, texts: Cells, block: Block) -> list[list[tuple[str, float]]]:
    merged = (c for c in layout.columns if c.key in ("rhk", "rhk_pimpinan", "umpan_balik"))
    return [[(str(texts.get((block.row, c.span.first), "")), layout.wide(c.span))] for c in merged]


def _value_heights(layout: Layout, texts: Cells) -> dict[int, float]:
    """Heights of the values whose expectation or feedback is longer than the guide."""
    found, usual = {}, usual_heights(layout)
    for nilai in Nilai:
        row, column = value_place(layout, nilai, "ekspektasi")
        own = [(str(texts.get((row, column), "")), layout.wide(layout.expectation_span))]
        found[row] = max(usual[row], height_of(own))
        if layout.evaluation:
            said = str(texts.get(value_place(layout, nilai, "umpan_balik"), ""))
            found[row] = max(found[row], height_of([(said, layout.wide(Span(9, 9)))]) - LINE_POINTS)
    return found
