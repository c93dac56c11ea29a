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
from kinerja_xl.consolidation.master_texts import SUMMARY
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import sheets_of
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.achievement import FULL

__all__ = ["MasterError", "write_master"]


def write_master(k: Konsolidasi, path: Path, sources: Mapping[str, Path | str] | None = None) -> None:
    """Write the master to ``path``; ``sources`` says where the workbooks lie, by their names in the frames, to link them.

    A sheet with more rows than Excel has goes into a Parquet file beside the master (``master_parquet``). Raises MasterError when a
    file cannot be written.
    """
    long = too_long(k.frames)
    created = datetime.combine(k.periode.span(k.tahun)[1], time())
    links = Links(path.parent, sources or {})
    elsewhere = {name: told(beside(path, name), len(k.frames[name])) for name in long}
    for name in long:
        write_parquet(beside(path, name), k.frames[name], sheets_of(k.aturan)[name])
    title = f"Master Kinerja Pegawai - {k.judul}"
    write_book(path, title, created, lambda book: _fill(book, k, links, elsewhere))


def _fill(book: Workbook, k: Konsolidasi, links: Links, elsewhere: Mapping[str, str]) -> None:
    look = Look(book)
    front = book.add_worksheet(SUMMARY)
    setting = Setting(k.judul, k.counts, look, links, has_summary=True, full_bar=_full_bar(k), elsewhere=elsewhere)
    columns = sheets_of(k.aturan)
    sheets = [
        DataSheet(
            name,
            k.frames[name].iloc[: 0 if name in elsewhere else None],
            book.add_worksheet(name),
            setting,
            columns[name],
        )
        for name in columns
    ]
    write_summary(front, book, look, k, summarise(k))
    for sheet in sheets:
        sheet.write()


def _full_bar(k: Konsolidasi) -> float:
    """The achievement whose bar fills the cell: the cap of the ratings; before, the sources give none."""
    return k.aturan.batas_capaian.isi if isinstance(k.aturan, AturanRating) else FULL
