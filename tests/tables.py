"""Tables for tests of scoring, written row by row without a workbook; every column that a row does not name is empty."""

from collections.abc import Mapping, Sequence

import pandas as pd

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.read import all_columns
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TABLES
from kinerja_xl.tables import Layout, Tables

FILE = "unit.xlsx"
WHO = "198501012010011001"
Rows = Sequence[Mapping[str, str]]
_CELLS = {(table.key, f.key): letters(table.column(f.key)) for table in TABLES for f in table.fields}


def tables(**rows: Rows) -> Tables:
    """Tables with the ``rows`` given by table name; rows are of ``FILE`` and ``WHO`` where they do not say otherwise."""
    frames = {name: _frame(name, rows.get(name, ())) for name in SHEET_NAMES}
    files = {file for frame in frames.values() for file in frame["berkas"]}
    return Tables(**frames, layouts={file: Layout(_CELLS) for file in files})


def _frame(name: str, rows: Rows) -> pd.DataFrame:
    columns = all_columns(name)
    start = {"berkas": FILE, **({"nip": WHO} if "nip" in columns else {})}
    found = [
        {**dict.fromkeys(columns, ""), **start, **row, "baris": number} for number, row in enumerate(rows, start=6)
    ]
    frame = pd.DataFrame(found, columns=["berkas", "baris", *columns])
    return frame.astype({key: "str" for key in frame if key != "baris"} | {"baris": "int64"})


def iki(
    rhk: str, number: str, target: str, realisasi: str, quarter: str = "tw4", **columns: str
) -> tuple[dict[str, str], dict[str, str]]:
    """A row of Rencana and its row of Realisasi."""
    keys = {"no_rhk": rhk, "no_iki": number, **({"nip": columns.pop("nip")} if "nip" in columns else {})}
    plan = {"kategori": "Utama", "rhk": f"Hasil {rhk}", "indikator": f"Ukuran {rhk}.{number}", "aspek": "Kuantitas"}
    return {**keys, **plan, "target": target, **columns}, {**keys, f"realisasi_{quarter}": realisasi}
