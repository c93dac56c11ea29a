"""The tables of Ringkasan's first page: distribution, who needs attention, what to mend; the first feeds a chart."""

import textwrap

from kinerja_xl.consolidation import master_styles as styles
from kinerja_xl.consolidation.master_charts import Rows
from kinerja_xl.consolidation.master_grid import CENTRED, HEADER, LINE, NOTE, SHARE, WHOLE, WIDTH, Link, Page, Shape
from kinerja_xl.consolidation.master_sheets import FIRST_ROW
from kinerja_xl.consolidation.master_summary import COACHED, CURVE_ORDER, Summary
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.rungs import PredikatAngka, PredikatPp46
from kinerja_xl.terms import Predikat

LEFT_WIDTH, RIGHT = 41, 42
"""Width of the left-hand tables and first column of the right-hand ones."""

SPREAD_NAME, SPREAD_SHARE, SPREAD_PATTERN = RIGHT, RIGHT + 10, RIGHT + 14
"""Grid columns that the chart is drawn from."""

_RIGHT_WIDTH = WIDTH - RIGHT
SHORT: dict[str, str] = {
    **dict(zip(Predikat, ("SB", "B", "BP", "K", "SK"), strict=True)),
    PredikatAngka.CUKUP: "C",
    PredikatPp46.BURUK: "Bu",
}
"""Each word of predikat in a narrow column, of all schemes."""
_CODE_WIDTHS, _CODE_HEADERS = (
    (4, 4, 4, LEFT_WIDTH - 12),
    ("Kode", "Jumlah", "Berkas", "Apa dan apa yang perlu dilakukan"),
)
_SPREAD_WIDTHS = (7, 3, 4, 4)
_SPREAD_HEADERS = ("Predikat", "Pegawai", "Persen", "Pola kurva")


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
    weak = ", ".join(f"{SHORT[s.words[predikat]]} {number_text(s.sebaran[predikat])}" for predikat in COACHED)
    lines = (
        (f"Penghargaan: {s.words[Predikat.SANGAT_BAIK]}", s.rewarded, "Tindak Lanjut"),
        (f"Pembinaan: {weak}", s.coached, "Tindak Lanjut"),
        ("Direkap tetapi belum dinilai", c.recapped - c.rated, "Rekap Pegawai"),
        ("Belum masuk atau ditolak", c.missing + c.people_rejected, "Rekonsiliasi"),
        *([("Predikat turun", k.tren.moves.turun, "Perubahan Predikat")] if k.tren else []),
    )
    page.heading(row, RIGHT, _RIGHT_WIDTH, "Siapa perlu perhatian")
    for at, (text, count, sheet) in enumerate(lines, start=row + 1):
        page.put(at, RIGHT, 11, text, {**LINE, "shrink": True})
        page.put(at, RIGHT + 11, 3, count, {**WHOLE, "bold": True})
        page.link(at, RIGHT + 14, 4, Link(sheet, sheet), LINE)
    return row + 1 + len(lines)


def code_table(page: Page, row: int, k: Konsolidasi, s: Summary) -> int:
    """The kinds of finding that matter most and what to do, each with a link to its first; gives the row behind it."""
    total = number_text(sum(s.severities.values()))
    page.heading(row, 0, LEFT_WIDTH, f"Temuan yang paling perlu dibereskan ({total} temuan)")
    if not s.codes:
        page.put(row + 1, 0, LEFT_WIDTH, "Tidak ada temuan.", LINE)
        return row + 2
    header = [(text, {**HEADER, "align": "left" if text == _CODE_HEADERS[-1] else "center"}) for text in _CODE_HEADERS]
    page.cells(row + 1, 0, _CODE_WIDTHS, header)
    rows: dict[object, int] = {}
    for number, code in enumerate(k.frames["Temuan"]["code"], start=FIRST_ROW + 1):
        rows.setdefault(code, number)
    for at, line in zip(range(row + 2, row + 100, 2), s.codes, strict=False):
        text = textwrap.shorten(f"{line.title}: {line.fix}" if line.title else line.fix, 170, placeholder=" …")
        colours = styles.word_colours("severity", line.severity)
        target = Link("Temuan", line.code, f"A{rows.get(line.code, 1)}")
        page.link(at, 0, 4, target, {**CENTRED, **colours}, height=2)
        page.put(at, 4, 4, line.count, {**WHOLE, "bold": True}, height=2)
        page.put(at, 8, 4, line.files, WHOLE, height=2)
        page.put(at, 12, LEFT_WIDTH - 12, text, {**LINE, "text_wrap": True}, height=2)
    return row + 2 + 2 * len(s.codes)
