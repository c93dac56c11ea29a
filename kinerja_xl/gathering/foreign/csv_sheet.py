"""A form saved as CSV, read as a sheet: UTF-8 with or without byte order mark, UTF-16, or the Windows code page."""

import codecs
import csv
import io
from pathlib import Path

from kinerja_xl.forms import faults
from kinerja_xl.forms.guard import Refusal, refuse_size
from kinerja_xl.forms.sheet_scan import MAX_ROW
from kinerja_xl.gathering.faults import NO_COLUMNS, TOO_MUCH
from kinerja_xl.gathering.foreign.sheet import Sheet

SUFFIXES = (".csv", ".txt", ".tsv")
_DELIMITERS = ";,\t"
_HEAD_LINES = 20
_MOST_COLUMNS = 182
"""As many columns as a sheet may have (``sheet_scan.LAST_COLUMN``)."""


def csv_sheet(path: Path) -> Sheet:
    """The file as a sheet named like it; raises Refusal where it is no text in columns."""
    refuse_size(path.stat().st_size)
    text = _decoded(path.read_bytes())
    if "\0" in text:
        raise Refusal(faults.NOT_A_PACKAGE)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise Refusal(NO_COLUMNS) from error
    columns = max(map(len, rows), default=0)
    if len(rows) > MAX_ROW or columns > _MOST_COLUMNS:
        many = f"{len(rows):,} baris" if len(rows) > MAX_ROW else f"{columns:,} kolom"
        raise Refusal(TOO_MUCH, apa=many.replace(",", "."))
    return Sheet(path.stem, rows)


def _delimiter(text: str) -> str:
    """The delimiter most frequent in the first lines outside quotes."""
    head = "\n".join(text.splitlines()[:_HEAD_LINES])
    bare = "".join(head.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
