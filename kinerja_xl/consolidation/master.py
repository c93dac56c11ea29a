"""Writes a consolidation as the master workbook: Ringkasan in front, then every sheet of ``schema.SHEETS``.

The same consolidation always gives the same bytes. The old master stays whole until the new one is complete.
"""

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

from xlsxwriter import Workbook

from kinerja_xl.consolidation.master_book import MasterError, write_book
from kinerja_xl.consolidation.master_links import Links
from kinerja_xl.consolidation.master_page import write_summary
from kinerja_xl.consolidation.master_parquet import beside, told, too_long, write_parquet
from kinerja_xl.consolidation.master_sheets import DataSheet, Setting
from kinerja_xl.consolidation.master_styles import Look
from kinerja_xl.consolidation.master_summary import summarise
from kinerja_xl.consolidation.master_texts import SUMMARY, TREND
from kinerja_xl.consolidation.master_trend import write_trend
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.achievement import FULL

__all__ = ["MasterError", "write_master"]


def write_master(k: Konsolidasi, path: Path, sources: Mapping[str, Path | str] | None = None) -> None:
    """Write the master to ``path``; ``sources`` says where the workbooks lie, by their names in the frames, to link them.

    A sheet with more rows than Excel has goes into a Parquet file beside the master (``master_parquet``). Raises MasterError when a
    file cannot be written.
    """
    long = too_long(k.frames)
    links = Links(path.parent, sources or {})
    elsewhere = {name: told(beside(path, name), len(k.frames[name])) for name in long}
    for name in long:
        write_parquet(beside(path, name), k.frames[name], k.columns[name])
    write_book(path, _properties(k), lambda book: _fill(book, k, links, elsewhere))


def _properties(k: Konsolidasi) -> dict[str, object]:
    """What the file says about itself in a file manager; dated on the last day of the period."""
    c = k.counts
    return {
        "title": f"Master Kinerja Pegawai - {k.judul}",
        "subject": f"Rekap evaluasi kinerja pegawai, {k.periode.span_text(k.tahun)}",
        "keywords": f"SKP; predikat kinerja; {k.periode.value}; {k.tahun}",
        "comments": f"{number_text(c.recapped)} pegawai dari {number_text(c.files_accepted)} berkas; lembar {SUMMARY} menjelaskan isinya.",
        "created": datetime.combine(k.periode.span(k.tahun)[1], time()),
    }


def _fill(book: Workbook, k: Konsolidasi, links: Links, elsewhere: Mapping[str, str]) -> None:
    look = Look(book)
    front = book.add_worksheet(SUMMARY)
    setting = Setting(k.judul, k.counts, look, links, has_summary=True, full_bar=_full_bar(k), elsewhere=elsewhere)
    columns = k.columns
    trend = book.add_worksheet(TREND) if k.tren else None
    shown = {name: k.frames[name].iloc[: 0 if name in elsewhere else None] for name in columns}
    sheets = [DataSheet(name, shown[name], book.add_worksheet(name), setting, columns[name]) for name in columns]
    write_summary(front, book, look, k, summarise(k))
    if trend and k.tren:
        write_trend(trend, book, look, k, k.tren)
    for sheet in sheets:
        sheet.write()


def _full_bar(k: Konsolidasi) -> float:
    """The achievement whose bar fills the cell: the cap of the ratings; before, the sources give none."""
    return k.aturan.batas_capaian.isi if isinstance(k.aturan, AturanRating) else FULL
