"""The tables of Ringkasan's second page: the units with the heat map of their achievement, and how complete they are."""

import textwrap

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_charts import Rows
from kinerja_xl.consolidation.master_grid import CENTRED, HEADER, LINE, NOTE, SHARE, WHOLE, WIDTH, Page, Shape
from kinerja_xl.consolidation.master_summary import PROGRESS_SHOWN, Summary
from kinerja_xl.consolidation.master_tables import LEFT_WIDTH, SHORT
from kinerja_xl.consolidation.master_units import ASPECTS, ProgressLine, UnitLine
from kinerja_xl.indonesian import number_text

UNIT_NAME, UNIT_PREDIKAT, UNIT_HEAT = 0, range(23, 33, 2), 39
"""Grid columns that the chart is drawn from, and where the heat map begins."""

PROGRESS_NAME = 0
PROGRESS_STATES = {"Dinilai": 17, "Belum dinilai": 21, "Ditolak": 25, "Belum masuk": 29}
"""Grid columns of the progress chart, by what they count."""

_UNIT = "Unit"
_UNIT_WIDTHS = (12, 5, 3, 3, 2, 2, 2, 2, 2, 6, 3, 3, 3, 3, 3, 4, 2)
_PROGRESS_WIDTHS = (13, 4, 4, 4, 4, 4, 8)
_PROGRESS_HEADERS = (_UNIT, "Pegawai", *PROGRESS_STATES, "Selesai dinilai")
_HEADER_PIXELS = 30
_BAR = {"type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True}
_FULL = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}


def unit_table(page: Page, row: int, s: Summary) -> tuple[int, Rows]:
    """The units with the weakest mean achievement; gives the row behind the table and the rows of its data."""
    cut = f": {len(s.units)} dari {number_text(s.unit_count)} unit" if s.unit_count > len(s.units) else ""
    page.heading(row, 0, WIDTH, f"Unit menurut rerata capaian, terendah lebih dahulu{cut}")
    page.cells(row + 1, 0, _UNIT_WIDTHS, map(_unit_header, _unit_headers(s)))
    page.height(row + 1, _HEADER_PIXELS)
    for number, line in enumerate(s.units, start=2):
        page.cells(row + number, 0, _UNIT_WIDTHS, _unit_cells(line))
    rows = Rows(row + 2, row + 1 + len(s.units))
    if s.units:
        heat = (rows.first, UNIT_HEAT, rows.last, UNIT_HEAT + sum(_UNIT_WIDTHS[10:16]) - 1)
        page.sheet.conditional_format(*heat, styles.HEAT)
    page.put(rows.last + 1, 0, WIDTH, _unit_note(s), NOTE)
    return rows.last + 2, rows


def _unit_note(s: Summary) -> str:
    if not s.units:
        return "Belum ada unit yang direkap."
    short = ", ".join(f"{SHORT[word]} {word}" for word in s.words.values())
    low, middle, high = (styles.HEAT[f"{point}_value"] for point in ("min", "mid", "max"))
    return (
        f"{short} (pegawai). Kuantitas sampai Rerata: rerata capaian dalam persen; warna merah {low}, kuning {middle}, "
        f"hijau {high} ke atas, hanya untuk dilihat. Tanpa aspek: indikator pimpinan. Semua unit: lembar Rekap Unit."
    )


def _unit_headers(s: Summary) -> tuple[str, ...]:
    short = (SHORT[word] for word in s.words.values())
    return (_UNIT, "Capaian Org.", "Pegawai", "Dinilai", *short, "Kurva", *ASPECTS.values(), "Rerata (%)", "Galat")


def _unit_header(text: str) -> tuple[object, Shape]:
    fills = [styles.PREDIKAT_COLOURS[word]["bg_color"] for word, short in SHORT.items() if short == text]
    align = "left" if text == _UNIT else "center"
    return text, {**HEADER, "align": align, "text_wrap": True, "bg_color": fills[0] if fills else styles.PALE}


def _unit_cells(line: UnitLine) -> list[tuple[object, Shape]]:
    curve = styles.word_colours("kurva", line.kurva)
    result = styles.word_colours("capaian_organisasi", line.capaian_organisasi)
    kurva = f"{line.kurva} ({line.pindah} orang)" if line.pindah else line.kurva
    mean = {**CENTRED, "num_format": "0.0"}
    return [
        (textwrap.shorten(line.nama, 40, placeholder=" …"), {**LINE, "shrink": True}),
        (line.capaian_organisasi, {**CENTRED, "shrink": True, **result}),
        (line.pegawai, WHOLE),
        (line.dinilai / line.pegawai if line.pegawai else "-", {**SHARE, "num_format": "0%"}),
        *((count, WHOLE) for count in line.jumlah),
        (kurva, {**CENTRED, "shrink": True, **curve}),
        *(("-" if value is None else value, mean) for value in line.aspek),
        ("-" if line.capaian is None else line.capaian, {**mean, "bold": True}),
        (line.galat, {**WHOLE, **(styles.BAD if line.galat else {})}),
    ]


def progress_table(page: Page, row: int, s: Summary) -> tuple[int, Rows]:
    """The units that are least complete, then the sum of all; gives the row behind the table and the rows of the units."""
    lines, total = s.progress[:PROGRESS_SHOWN], _total(s.progress)
    cut = f": {len(lines)} dari {number_text(len(s.progress))} unit" if len(s.progress) > len(lines) else ""
    page.heading(row, 0, LEFT_WIDTH, f"Kemajuan pengumpulan, paling belum lengkap lebih dahulu{cut}")
    header = [(text, {**HEADER, "align": "left" if text == _UNIT else "center"}) for text in _PROGRESS_HEADERS]
    page.cells(row + 1, 0, _PROGRESS_WIDTHS, header)
    for number, line in enumerate(lines, start=2):
        page.cells(row + number, 0, _PROGRESS_WIDTHS, _progress_cells(line, {}))
    rows = Rows(row + 2, row + 1 + len(lines))
    page.cells(rows.last + 1, 0, _PROGRESS_WIDTHS, _progress_cells(total, {"bold": True}))
    last_column = sum(_PROGRESS_WIDTHS[:-1])
    page.sheet.conditional_format(rows.first, last_column, rows.last + 1, last_column, _BAR | _FULL)
    return rows.last + 2, rows


def _total(lines: tuple[ProgressLine, ...]) -> ProgressLine:
    states = ("dinilai", "belum_dinilai", "ditolak", "belum_masuk")
    return ProgressLine("Seluruh unit", *(sum(getattr(line, state) for line in lines) for state in states))


def _progress_cells(line: ProgressLine, more: Shape) -> list[tuple[object, Shape]]:
    late = styles.CAUTION if line.belum_masuk else {}
    refused = styles.BAD if line.ditolak else {}
    return [
        (textwrap.shorten(line.nama, 44, placeholder=" …"), {**LINE, "shrink": True, **more}),
        (line.pegawai, {**WHOLE, **more}),
        (line.dinilai, {**WHOLE, **more}),
        (line.belum_dinilai, {**WHOLE, **more}),
        (line.ditolak, {**WHOLE, **refused, **more}),
        (line.belum_masuk, {**WHOLE, **late, **more}),
        (line.selesai, {**SHARE, **more}),
    ]
