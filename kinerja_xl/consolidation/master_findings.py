"""Writes the findings of a check as a workbook of their own: the sheets Temuan and Berkas just as the master has them."""

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

import pandas as pd
from xlsxwriter import Workbook

from kinerja_xl.consolidation.master_book import write_book
from kinerja_xl.consolidation.master_links import Links
from kinerja_xl.consolidation.master_parquet import refuse_too_long
from kinerja_xl.consolidation.master_sheets import DataSheet, Setting
from kinerja_xl.consolidation.master_styles import Look
from kinerja_xl.consolidation.recap import findings_frame
from kinerja_xl.consolidation.recap_unit import files
from kinerja_xl.consolidation.result import Counts
from kinerja_xl.consolidation.run import Checked, counts_of
from kinerja_xl.consolidation.schema import SHEETS

_NO_PERIOD = datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed day, as in the parts of the file


def write_findings(checked: Checked, path: Path, sources: Mapping[str, Path] | None = None) -> None:
    """Write the list to ``path``, with links to the cells; raises MasterError when the file cannot be written."""
    frames = {"Temuan": findings_frame(checked.findings), "Berkas": files(checked.readings, checked.findings)}
    refuse_too_long(frames)
    links = Links(path.parent, sources or {})
    judul, created = _period(checked)
    title = f"Temuan - {judul}" if judul else "Temuan"
    write_book(
        path, {"title": title, "created": created}, lambda book: _fill(book, frames, judul, counts_of(checked), links)
    )


def _period(checked: Checked) -> tuple[str, datetime]:
    if checked.periode is None:
        return "", _NO_PERIOD
    last_day = checked.periode.span(checked.tahun)[1]
    return f"{checked.periode.label} Tahun {checked.tahun}", datetime.combine(last_day, time())


def _fill(book: Workbook, frames: Mapping[str, pd.DataFrame], judul: str, counts: Counts, links: Links) -> None:
    setting = Setting(judul, counts, Look(book), links, has_summary=False)
    for name, frame in frames.items():
        DataSheet(name, frame, book.add_worksheet(name), setting, SHEETS[name]).write()
