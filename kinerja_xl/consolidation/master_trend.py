"""Draws the sheet Tren on one A4 landscape: how the period compares with the earlier masters that were named.

Cards say how many people rose and fell; three charts and a table show the periods, and below stand the units whose achievement
moved most. Names are on the sheet Perubahan Predikat.
"""

import math
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation import master_charts as charts
from kinerja_xl.consolidation import master_grid as grid
from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_cards import Card, draw_cards
from kinerja_xl.consolidation.master_grid import CENTRED, HEADER, LINE, NOTE, SHARE, WHOLE, Link, Page, Shape
from kinerja_xl.consolidation.master_sheets import page_set_up
from kinerja_xl.consolidation.master_styles import Look
from kinerja_xl.consolidation.master_texts import SUMMARY, TREND
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.trend_model import PeriodLine, Trend, UnitMove
from kinerja_xl.indonesian import number_text
from kinerja_xl.terms import Predikat

UNITS_SHOWN = 14
"""Units in each of the two tables, the fallen and the risen."""

PERIOD_RATED, PERIOD_GOOD, PERIOD_MEAN = 22, 52, 56
PERIOD_PREDIKAT = dict(zip(Predikat, range(27, 52, 5), strict=True))
"""Grid columns that the charts are drawn from."""

_PERIOD_WIDTHS = (12, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4)
_UNIT_WIDTHS, _RIGHT = (13, 4, 4, 4, 4), 31
_CHART_WIDTH, _CHARTS_HEIGHT = grid.WIDTH // 3, 280
_SEEN = 0.05
"""The smallest move that a number with one decimal shows."""
_HEADER: Shape = {**HEADER, "text_wrap": True}
_MEAN: Shape = {**CENTRED, "num_format": "0.0"}


def write_trend(sheet: Worksheet, book: Workbook, look: Look, k: Konsolidasi, tren: Trend) -> None:
    """Draw the page."""
    page = Page(sheet, look)
    sheet.set_column_pixels(0, grid.WIDTH - 1, grid.PIXELS)
    _title(page, k, tren)
    draw_cards(page, _cards(tren))
    charts_row = page.next(_CHARTS_HEIGHT)
    page.next(8)
    rows = _period_table(page, page.row, k, tren)
    _charts(page, book, k, tren, _Place(charts_row, rows))
    start = rows.last + 1
    for number, note in enumerate(tren.notes):
        page.put(start + number, 0, grid.WIDTH, note, NOTE)
    start += len(tren.notes) + 1
    fallen = [move for move in tren.units if move.selisih <= -_SEEN][:UNITS_SHOWN]
    risen = [move for move in reversed(tren.units) if move.selisih >= _SEEN][:UNITS_SHOWN]
    ends = (
        _unit_table(page, start, 0, "Unit yang rerata capaiannya turun paling jauh", fallen),
        _unit_table(page, start, _RIGHT, "Unit yang rerata capaiannya naik paling jauh", risen),
    )
    _set_up(page, k.judul, max(ends))


def _title(page: Page, k: Konsolidasi, tren: Trend) -> None:
    band: Shape = {"bg_color": styles.NAVY, "indent": 1}
    title = {**band, "bold": True, "font_size": 20, "font_color": "white"}
    page.put(page.next(38), 0, grid.WIDTH, f"TREN KINERJA SAMPAI {k.judul}".upper(), title)
    earlier = ", ".join(line.judul for line in tren.periods[:-1])
    subtitle = f"Dibandingkan dengan {earlier}"
    page.put(page.next(24), 0, grid.WIDTH, subtitle, {**band, "font_size": 12, "font_color": "#F2E3B3", "shrink": True})
    row = page.next(22)
    for place, name in zip(range(0, grid.WIDTH, 20), (SUMMARY, "Perubahan Predikat", "Tren Unit"), strict=True):
        page.link(row, place, 20, Link(name, name), {"bg_color": styles.PALE, "align": "center"})
    page.next(8)


def _cards(tren: Trend) -> list[Card]:
    m, now, before = tren.moves, tren.periods[-1], tren.before
    compared = m.naik + m.turun + m.tetap
    whom = f"dari {number_text(compared)} pegawai yang dapat dibandingkan"
    alarm = styles.BAD["font_color"] if m.turun else styles.NAVY
    new = (
        f"{number_text(m.tidak_dibandingkan)} lagi tidak dapat dibandingkan"
        if m.tidak_dibandingkan
        else "tanpa predikat sebelumnya"
    )
    return [
        Card("Predikat naik", m.naik, whom),
        Card("Predikat turun", m.turun, whom, colour=alarm),
        Card("Predikat tetap", m.tetap, whom),
        Card("Pegawai baru dinilai", m.baru, new),
        Card("Rerata capaian (%)", "-" if now.capaian is None else now.capaian, mean_note(now, before), "0.00"),
    ]


def mean_note(now: PeriodLine, before: PeriodLine) -> str:
    """How the mean achievement compares: ``naik 2,1 dari Triwulan I Tahun 2026``."""
    if now.capaian is None or before.capaian is None:
        return f"tidak dapat dibandingkan dengan {before.judul}"
    moved = round(now.capaian - before.capaian, 2)
    if not moved:
        return f"sama dengan {before.judul}"
    return f"{'naik' if moved > 0 else 'turun'} {number_text(abs(moved), 2)} dari {before.judul}"


def _period_table(page: Page, row: int, k: Konsolidasi, tren: Trend) -> charts.Rows:
    """The periods, the oldest first; gives the rows of the data."""
    page.heading(row, 0, grid.WIDTH, "Periode")
    words = [k.words[level] for level in Predikat]
    texts = ("Periode", "Pegawai", "Dinilai", "Dinilai (%)", *words, f"{k.words[Predikat.BAIK]} ke atas", "Rerata (%)")
    header = [(text, {**_HEADER, "align": "left" if text == "Periode" else "center"}) for text in texts]
    page.cells(row + 1, 0, _PERIOD_WIDTHS, header)
    page.height(row + 1, 30)
    for number, line in enumerate(tren.periods, start=row + 2):
        page.cells(number, 0, _PERIOD_WIDTHS, _period_cells(line))
    return charts.Rows(row + 2, row + 1 + len(tren.periods), TREND)


def _period_cells(line: PeriodLine) -> list[tuple[object, Shape]]:
    """What is not known stays empty, so that a chart leaves a gap."""
    shares = [count / line.dinilai if line.dinilai else "" for count in line.jumlah]
    return [
        (line.judul, LINE),
        ("" if line.pegawai is None else line.pegawai, WHOLE),
        (line.dinilai, WHOLE),
        ("" if line.rated_share is None else line.rated_share, SHARE),
        *((share, SHARE) for share in shares),
        ("" if line.good_share is None else line.good_share, SHARE),
        ("" if line.capaian is None else line.capaian, {**_MEAN, "bold": True}),
    ]


class _Place(NamedTuple):
    """Row where the charts stand, and the rows that they are drawn from."""

    row: int
    rows: charts.Rows


def _mean_axis(tren: Trend) -> tuple[int, int]:
    """Whole tens with room below, so that a small move looks small."""
    known = [line.capaian for line in tren.periods if line.capaian is not None] or [0.0]
    return max(0, 10 * math.floor(min(known) / 10) - 10), 10 * math.ceil(max(known) / 10) + 10


def _charts(page: Page, book: Workbook, k: Konsolidasi, tren: Trend, place: _Place) -> None:
    rows = place.rows
    shares = {k.words[level]: (column, styles.CHART_COLOURS[level]) for level, column in PERIOD_PREDIKAT.items()}
    done = {
        "Sudah dinilai": (PERIOD_RATED, styles.BLUE),
        f"{k.words[Predikat.BAIK]} ke atas": (PERIOD_GOOD, styles.CHART_COLOURS[Predikat.SANGAT_BAIK]),
    }
    drawn = (
        charts.shares_chart(book, rows, "Sebaran predikat menurut periode", shares, stacked=True),
        charts.mean_chart(book, rows, "Rerata capaian (%) menurut periode", PERIOD_MEAN, _mean_axis(tren)),
        charts.shares_chart(book, rows, "Pengumpulan dan predikat baik menurut periode", done, stacked=False),
    )
    for number, chart in enumerate(drawn):
        gap = 0 if number == len(drawn) - 1 else 10
        chart.set_size({"width": _CHART_WIDTH * grid.PIXELS - gap, "height": _CHARTS_HEIGHT - 2})
        page.sheet.insert_chart(place.row, number * _CHART_WIDTH, chart, {"object_position": 1})


def _unit_table(page: Page, row: int, place: int, title: str, moves: Sequence[UnitMove]) -> int:
    """Units with what they had and have; gives the row behind the table."""
    page.heading(row, place, sum(_UNIT_WIDTHS), title)
    if not moves:
        page.put(row + 1, place, sum(_UNIT_WIDTHS), "Tidak ada.", LINE)
        return row + 2
    texts = ("Unit", "Sebelum", "Kini", "Selisih", "Baik ke atas")
    header = [(text, {**_HEADER, "align": "left" if text == "Unit" else "center"}) for text in texts]
    page.cells(row + 1, place, _UNIT_WIDTHS, header)
    for number, move in enumerate(moves, start=row + 2):
        page.cells(number, place, _UNIT_WIDTHS, _unit_cells(move))
    return row + 2 + len(moves)


def _unit_cells(move: UnitMove) -> list[tuple[object, Shape]]:
    colours = styles.GOOD if move.selisih > 0 else styles.WEAK
    return [
        (textwrap.shorten(move.nama, 44, placeholder=" …"), {**LINE, "shrink": True}),
        (move.capaian[0], _MEAN),
        (move.capaian[1], {**_MEAN, "bold": True}),
        (move.selisih, {**CENTRED, "num_format": "+0.0;-0.0;0.0", **colours}),
        (_arrow(move.baik), {**CENTRED, "shrink": True}),
    ]


def _arrow(shares: tuple[float | None, float | None]) -> str:
    return " → ".join("-" if share is None else f"{number_text(100 * share, 0)}%" for share in shares)


def _set_up(page: Page, judul: str, end: int) -> None:
    page.sheet.hide_gridlines(2)
    page.sheet.set_tab_color(styles.GOLD)
    page.sheet.set_zoom(90)
    page_set_up(page.sheet, judul)
    page.sheet.print_area(0, 0, end - 1, grid.WIDTH - 1)
    page.sheet.fit_to_pages(1, 1)
    page.sheet.center_horizontally()
