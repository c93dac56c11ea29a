"""The tables of Ringkasan: units, distribution, who needs attention, what to mend; the charts are drawn from the first two."""

import textwrap

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_charts import Rows
from kinerja_xl.consolidation.master_grid import CENTRED, HEADER, LINE, NOTE, SHARE, WHOLE, WIDTH, Page, Shape
from kinerja_xl.consolidation.master_summary import COACHED, CURVE_ORDER, Summary, UnitLine
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.rungs import PredikatAngka, PredikatPp46
from kinerja_xl.terms import Predikat

LEFT_WIDTH, RIGHT = 41, 42
"""Width of the left-hand tables and first column of the right-hand ones."""

UNIT_NAME, UNIT_PREDIKAT, UNIT_ACHIEVEMENT = 0, range(20, 30, 2), 30
SPREAD_NAME, SPREAD_SHARE, SPREAD_PATTERN = RIGHT, RIGHT + 10, RIGHT + 14
"""Grid columns that the charts are drawn from."""

_RIGHT_WIDTH = WIDTH - RIGHT
_SHORT: dict[str, str] = {
    **dict(zip(Predikat, ("SB", "B", "BP", "K", "SK"), strict=True)),
    PredikatAngka.CUKUP: "C",
    PredikatPp46.BURUK: "Bu",
}
"""Each word of predikat in a narrow column, of all schemes."""
_UNIT = "Unit"
_UNIT_WIDTHS = (10, 4, 3, 3, 2, 2, 2, 2, 2, 3, 6, 2)
_SPREAD_WIDTHS = (7, 3, 4, 4)
_SPREAD_HEADERS = ("Predikat", "Pegawai", "Persen", "Pola kurva")


def unit_table(page: Page, row: int, s: Summary) -> tuple[int, Rows]:
    """The units with the weakest mean achievement; gives the row behind the table and the rows of its data."""
    cut = f": {len(s.units)} dari {number_text(s.unit_count)} unit" if s.unit_count > len(s.units) else ""
    page.heading(row, 0, LEFT_WIDTH, f"Unit menurut rerata capaian, terendah lebih dahulu{cut}")
    page.cells(row + 1, 0, _UNIT_WIDTHS, map(_unit_header, _unit_headers(s)))
    for number, line in enumerate(s.units, start=2):
        page.cells(row + number, 0, _UNIT_WIDTHS, _unit_cells(line))
    last = row + 1 + len(s.units)
    short = ", ".join(f"{_SHORT[word]} {word}" for word in s.words.values())
    note = f"{short} (pegawai). Selengkapnya di lembar Rekap Unit." if s.units else "Belum ada unit yang direkap."
    page.put(last + 1, 0, LEFT_WIDTH, note, NOTE)
    return last + 2, Rows(row + 2, last)


def _unit_headers(s: Summary) -> tuple[str, ...]:
    short = (_SHORT[word] for word in s.words.values())
    return (_UNIT, "Capaian Org.", "Pegawai", "Dinilai", *short, "Rerata (%)", "Kurva", "Galat")


def _unit_header(text: str) -> tuple[object, Shape]:
    fills = [styles.PREDIKAT_COLOURS[word]["bg_color"] for word, short in _SHORT.items() if short == text]
    align = "left" if text == _UNIT else "center"
    return text, {**HEADER, "align": align, "bg_color": fills[0] if fills else styles.PALE}


def _unit_cells(line: UnitLine) -> list[tuple[object, Shape]]:
    curve = styles.word_colours("kurva", line.kurva)
    result = styles.word_colours("capaian_organisasi", line.capaian_organisasi)
    return [
        (textwrap.shorten(line.nama, 36, placeholder=" …"), LINE),
        (line.capaian_organisasi, {**CENTRED, "shrink": True, **result}),
        (line.pegawai, WHOLE),
        (line.dinilai / line.pegawai if line.pegawai else "-", SHARE),
        *((count, WHOLE) for count in line.jumlah),
        (line.capaian if line.capaian is not None else "-", {**CENTRED, "num_format": "0.00", "bold": True}),
        (line.kurva, {**CENTRED, "shrink": True, **curve}),
        (line.galat, {**WHOLE, **(styles.BAD if line.galat else {})}),
    ]


def distribution_table(page: Page, row: int, k: Konsolidasi, s: Summary) -> tuple[int, Rows]:
    """People of each predikat beside the pattern; gives the row behind the table and the rows of its data."""
    page.heading(row, RIGHT, _RIGHT_WIDTH, "Distribusi predikat seluruh pegawai")
    header = [(text, {**HEADER, "align": "left" if text == "Predikat" else "center"}) for text in _SPREAD_HEADERS]
    page.cells(row + 1, RIGHT, _SPREAD_WIDTHS, header)
    for number, predikat in enumerate(CURVE_ORDER, start=2):
        page.cells(row + number, RIGHT, _SPREAD_WIDTHS, _spread_cells(s, predikat))
    page.put(row + 7, RIGHT, _RIGHT_WIDTH, _pattern_note(k), NOTE)
    return row + 8, Rows(row + 2, row + 6)


def _pattern_note(k: Konsolidasi) -> str:
    if not isinstance(k.aturan, AturanRating):
        return "Sebelum 2022 tidak ada pola kurva menurut capaian organisasi."
    source = k.aturan.pola_kurva.dasar.split(",")[0]
    return f"Pola kurva: {source}, menurut capaian tiap unit; bukan kuota."


def _spread_cells(s: Summary, predikat: Predikat) -> list[tuple[object, Shape]]:
    count = s.sebaran[predikat]
    return [
        (s.words[predikat], {**LINE, **styles.word_colours("predikat", s.words[predikat])}),
        (count, WHOLE),
        (count / s.rated if s.rated else 0, SHARE),
        (s.pola[predikat] if s.pola else "-", SHARE),
    ]


def attention_table(page: Page, row: int, k: Konsolidasi, s: Summary) -> int:
    """Whom to reward, coach, rate and look for, each with a link to the names; gives the row behind the table."""
    c = k.counts
    weak = ", ".join(f"{_SHORT[s.words[predikat]]} {number_text(s.sebaran[predikat])}" for predikat in COACHED)
    lines = (
        (f"Penghargaan: {s.words[Predikat.SANGAT_BAIK]}", s.rewarded, "Tindak Lanjut"),
        (f"Pembinaan: {weak}", s.coached, "Tindak Lanjut"),
        ("Direkap tetapi belum dinilai", c.recapped - c.rated, "Rekap Pegawai"),
        ("Belum masuk atau ditolak", c.missing + c.people_rejected, "Rekonsiliasi"),
    )
    page.heading(row, RIGHT, _RIGHT_WIDTH, "Siapa perlu perhatian")
    for at, (text, count, sheet) in enumerate(lines, start=row + 1):
        page.put(at, RIGHT, 11, text, {**LINE, "shrink": True})
        page.put(at, RIGHT + 11, 3, count, {**WHOLE, "bold": True})
        page.link(at, RIGHT + 14, 4, sheet, sheet, LINE)
    return row + 1 + len(lines)


def code_table(page: Page, row: int, place: int, width: int, s: Summary) -> int:
    """The kinds of finding that matter most and what to do; in a narrow place two rows each. Gives the row behind it."""
    total = number_text(sum(s.severities.values()))
    page.heading(row, place, width, f"Temuan yang paling perlu dibereskan ({total} temuan)")
    if not s.codes:
        page.put(row + 1, place, width, "Tidak ada temuan.", LINE)
    height, room = (1, 150) if width == LEFT_WIDTH else (2, 96)
    for at, line in zip(range(row + 1, row + 100, height), s.codes, strict=False):
        text = textwrap.shorten(f"{line.title}: {line.fix}" if line.title else line.fix, room, placeholder=" …")
        colours = styles.word_colours("severity", line.severity)
        page.put(at, place, 3, line.code, {**CENTRED, **colours}, height=height)
        page.put(at, place + 3, 2, line.count, {**WHOLE, "bold": True}, height=height)
        page.put(at, place + 5, width - 5, text, {**LINE, "text_wrap": True}, height=height)
    return row + 1 + max(1, len(s.codes) * height)
