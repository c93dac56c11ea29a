"""Draws the sheet Ringkasan: what leadership reads in a minute, on two A4 landscape pages.

First page: title, links to the sheets, cards, charts, findings, distribution, whom to look after, the sums that must add up.
Second page: the units with the heat map of their achievement, and how far the collecting has come. The numbers come ready
from ``master_summary``; the charts are drawn by Excel from the page's own tables.
"""

from collections.abc import Iterable
from typing import NamedTuple

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation import master_charts as charts
from kinerja_xl.consolidation import master_grid as grid
from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation import master_tables as tables
from kinerja_xl.consolidation import master_unit_tables as unit_tables
from kinerja_xl.consolidation.master_cards import CARD, Card, draw_cards
from kinerja_xl.consolidation.master_grid import Link, Page, Shape
from kinerja_xl.consolidation.master_sheets import page_set_up
from kinerja_xl.consolidation.master_styles import Look
from kinerja_xl.consolidation.master_summary import PROGRESS_SHOWN, Balance, Summary
from kinerja_xl.consolidation.master_texts import TREND
from kinerja_xl.consolidation.master_trend import mean_note
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import date_text, number_text

_CHART_WIDTH, _CHARTS_HEIGHT = grid.WIDTH // 3, 296
_BAND: Shape = {"bg_color": styles.NAVY, "indent": 1}


def write_summary(sheet: Worksheet, book: Workbook, look: Look, k: Konsolidasi, s: Summary) -> None:
    """Draw the page."""
    page = Page(sheet, look)
    sheet.set_column_pixels(0, grid.WIDTH - 1, grid.PIXELS)
    _title(page, k, s)
    _navigation(page, k)
    top = page.row
    page.next(8)
    draw_cards(page, _card_values(k, s))
    charts_row = _charts_row(page, s)
    spread = _tables(page, k, s)
    _balances(page, s.balances)
    page.fill()
    second = page.row
    units, progress = _second_page(page, k, s)
    _charts(page, book, s, charts_row, _Drawn(spread, units, progress))
    sheet.freeze_panes(top, 0)
    _set_up(page, k.judul, second)


def _title(page: Page, k: Konsolidasi, s: Summary) -> None:
    first, last = k.periode.span(k.tahun)
    title = {**_BAND, "bold": True, "font_size": 20, "font_color": "white"}
    page.put(page.next(38), 0, grid.WIDTH, "RINGKASAN KINERJA PEGAWAI ASN", title)
    period = f"{k.judul} ({date_text(first)} s.d. {date_text(last)})"
    subtitle = " - ".join(filter(None, (s.instansi, period)))
    page.put(page.next(24), 0, grid.WIDTH, subtitle, {**_BAND, "font_size": 12, "font_color": "#F2E3B3"})
    page.put(page.next(4), 0, grid.WIDTH, "", {"bg_color": styles.GOLD})


def _navigation(page: Page, k: Konsolidasi) -> None:
    row, place = page.next(22), 0
    names = [*([TREND] if k.tren else []), *k.columns]
    wider = grid.WIDTH % len(names)
    for number, name in enumerate(names):
        width = grid.WIDTH // len(names) + (number < wider)
        text = f"{name} ({number_text(len(k.frames[name]))})" if name in k.frames else name
        page.link(row, place, width, Link(name, text), {"bg_color": styles.PALE, "align": "center"})
        place += width


def _card_values(k: Konsolidasi, s: Summary) -> list[Card]:
    c, common = k.counts, s.most_common
    share = number_text(100 * c.rated / c.people, 1) if c.people else "0"
    errors, warnings = s.severities[Severity.GALAT], s.severities[Severity.PERINGATAN]
    alarm = styles.BAD["font_color"] if errors else styles.NAVY
    mean = "-" if s.capaian is None else s.capaian
    measured = f"{number_text(s.capaian_known)} pegawai terukur"
    with_common = number_text(s.sebaran[common] if common else 0)
    return [
        Card("Pegawai", c.people, f"{number_text(c.recapped)} sudah direkap"),
        Card("Sudah dinilai", c.rated, f"{share}% dari seluruh pegawai"),
        Card("Unit masuk", s.unit_count, f"{number_text(c.files_rejected)} berkas ditolak"),
        Card("Rerata capaian (%)", mean, mean_note(k.tren.periods[-1], k.tren.before) if k.tren else measured, "0.00"),
        Card("Predikat terbanyak", s.words[common] if common else "-", f"{with_common} pegawai"),
        Card("Temuan galat", errors, f"{number_text(warnings)} peringatan", colour=alarm),
    ]


def _tables(page: Page, k: Konsolidasi, s: Summary) -> charts.Rows:
    """Findings left; distribution and attention right. Gives the rows of the distribution."""
    left = tables.code_table(page, page.row, k, s)
    right, spread = tables.distribution_table(page, page.row, k, s)
    right = tables.attention_table(page, right + 1, k, s)
    _take_rows(page, max(left, right) + 1)
    return spread


def _second_page(page: Page, k: Konsolidasi, s: Summary) -> tuple[charts.Rows, charts.Rows]:
    """Units, then progress; gives the rows of both."""
    band = {**_BAND, "bold": True, "font_size": 12, "font_color": "white"}
    page.put(page.next(24), 0, grid.WIDTH, f"CAPAIAN DAN KEMAJUAN MENURUT UNIT - {k.judul}".upper(), band)
    page.next(8)
    row, units = unit_tables.unit_table(page, page.row, s)
    row, progress = unit_tables.progress_table(page, row + 1, s)
    _take_rows(page, row)
    return units, progress


def _take_rows(page: Page, end: int) -> None:
    while page.row < end:
        page.next()


class _Drawn(NamedTuple):
    """Where the charts find their numbers."""

    spread: charts.Rows
    units: charts.Rows
    progress: charts.Rows


def _charts(page: Page, book: Workbook, s: Summary, row: int, rows: _Drawn) -> None:
    which = f" ({len(s.units)} capaian terendah)" if s.unit_count > len(s.units) else ""
    late = f", {PROGRESS_SHOWN} unit terakhir" if len(s.progress) > PROGRESS_SHOWN else ""
    pattern = tables.SPREAD_PATTERN if s.pola else None
    drawn = []
    if s.rated:
        drawn.append(charts.distribution_chart(book, rows.spread, tables.SPREAD_NAME, tables.SPREAD_SHARE, pattern))
        drawn.append(
            charts.units_chart(book, rows.units, unit_tables.UNIT_NAME, unit_tables.UNIT_PREDIKAT, which, s.words)
        )
    if s.progress:
        states = unit_tables.PROGRESS_STATES
        drawn.append(charts.progress_chart(book, rows.progress, unit_tables.PROGRESS_NAME, states, late))
    for number, chart in enumerate(drawn):
        gap = 0 if number == 2 else 10
        chart.set_size({"width": _CHART_WIDTH * grid.PIXELS - gap, "height": _CHARTS_HEIGHT - 2})
        page.sheet.insert_chart(row, number * _CHART_WIDTH, chart, {"object_position": 1})


def _charts_row(page: Page, s: Summary) -> int:
    if s.rated or s.progress:
        row = page.next(_CHARTS_HEIGHT)
    else:
        row = page.next(40)
        note = "Grafik tampil setelah ada pegawai yang direkap dan dinilai."
        page.put(row, 0, grid.WIDTH, note, {**CARD, "font_color": styles.GREY})
    page.next(8)
    return row


def _balances(page: Page, balances: Iterable[Balance]) -> None:
    for balance in balances:
        row = page.next(20)
        mark, colours = ("OK", styles.BEST) if balance.holds else ("PERIKSA", styles.BAD)
        page.put(row, 0, 4, mark, {"bold": True, "align": "center", **colours})
        page.put(row, 4, grid.WIDTH - 4, balance.text, {"bg_color": styles.SOFT, "indent": 1, "shrink": True})


def _set_up(page: Page, judul: str, second: int) -> None:
    """One page wide, with a break before the second page."""
    page.sheet.hide_gridlines(2)
    page.sheet.set_tab_color(styles.GOLD)
    page.sheet.set_zoom(90)
    page_set_up(page.sheet, judul)
    page.sheet.print_area(0, 0, page.row - 1, grid.WIDTH - 1)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.set_h_pagebreaks([second])
    page.sheet.center_horizontally()
