"""Tables with more rows than a sheet of Excel holds: each whole in a Parquet file beside the master, and the sheet says so.

Parquet is written by polars, which only such offices need: it is an extra of the package (``besar``).
"""

import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.master_book import SPLIT, MasterError
from kinerja_xl.consolidation.master_cells import NUMBERS, plain_values, text_of
from kinerja_xl.consolidation.master_sheets import FIRST_ROW
from kinerja_xl.consolidation.schema import ELSEWHERE, Column, Format
from kinerja_xl.files import reason
from kinerja_xl.indonesian import number_text

MOST_ROWS = 1_048_576 - FIRST_ROW
"""Data rows that fit on a sheet of Excel under the head."""
INSTALL = "atau pasang penulis Parquet: pip install kinerja-xl[besar]"


def too_long(frames: Mapping[str, pd.DataFrame]) -> list[str]:
    """Names of the sheets whose rows do not fit; raises MasterError where they cannot be written otherwise."""
    names = [name for name, frame in frames.items() if len(frame) > MOST_ROWS]
    if names and find_spec("polars") is None:
        raise MasterError(f"{_too_many(names[0], len(frames[names[0]]))} {SPLIT.removesuffix('.')}, {INSTALL}.")
    return names


def refuse_too_long(frames: Mapping[str, pd.DataFrame]) -> None:
    """Raise MasterError where a sheet would hold more rows than Excel has."""
    for name, frame in frames.items():
        if len(frame) > MOST_ROWS:
            raise MasterError(f"{_too_many(name, len(frame))} {SPLIT}")


def _too_many(name: str, rows: int) -> str:
    return f"Lembar {name} akan berisi {number_text(rows)} baris; Excel memuat paling banyak {number_text(MOST_ROWS)}."


def beside(master: Path, name: str) -> Path:
    """The Parquet file of a sheet: ``master - Rekap Pegawai.parquet``."""
    return master.with_name(f"{master.stem} - {name}.parquet")


def told(path: Path, rows: int) -> str:
    """What the sheet says in the place of its rows."""
    return (
        f"{number_text(rows)} baris, {ELSEWHERE}: seluruhnya ada di berkas {path.name} "
        "di folder ini. Buka dengan Power BI, DuckDB, atau Python; atau konsolidasikan per bagian."
    )


def write_parquet(path: Path, frame: pd.DataFrame, columns: Sequence[Column]) -> None:
    """Write the rows of a sheet, texts as the sheet would show them; the old file stays until the new one is complete."""
    import polars as pl  # noqa: PLC0415 - an extra

    kinds = {column.key: _kind(column.format) for column in columns}
    types = {"text": pl.String, "date": pl.Date, "whole": pl.Int64, "number": pl.Float64}
    made = {key: pl.Series(key, _values(frame[key], kind), types[kind], strict=False) for key, kind in kinds.items()}
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        pl.DataFrame(made).write_parquet(unfinished)
        unfinished.replace(path)
    except OSError as error:
        raise MasterError(
            f"{path.name} tidak dapat ditulis ({reason(error)}). Periksa ruang dan izin folder."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _kind(shown_as: Format) -> str:
    if shown_as in NUMBERS:
        return "whole" if shown_as is Format.INTEGER else "number"
    return "date" if shown_as is Format.DATE else "text"


def _values(series: "pd.Series[Any]", kind: str) -> list[object]:
    values = plain_values(series)
    return [text_of(value) for value in values] if kind == "text" else values
