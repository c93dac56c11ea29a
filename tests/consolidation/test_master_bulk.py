"""A long master: every cell where it belongs, however the rows are cut into pieces, for openpyxl, for calamine and for LibreOffice."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.master_sheets import FIRST_ROW
from kinerja_xl.consolidation.result import Konsolidasi
from tests.consolidation.master_example import konsolidasi
from tests.libreoffice import converted

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
PEOPLE = 4_100
"""More than two pieces, the last one not full."""
SHEET = "Rekap Pegawai"


@pytest.fixture(scope="module")
def long() -> Konsolidasi:
    return konsolidasi(8, PEOPLE)


@pytest.fixture(scope="module")
def book(long: Konsolidasi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("panjang") / "master.xlsx"
    write_master(long, path)
    return path


def expected(k: Konsolidasi) -> list[list[object]]:
    return [[_plain(value) for value in row] for row in k.frames[SHEET].astype(object).to_numpy().tolist()]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float):
        return None if pd.isna(value) else float(value)
    return None if value is None or pd.isna(value) or value == "" else value  # type: ignore[call-overload]


def shown(rows: Iterator[Sequence[object]]) -> list[list[object]]:
    return [[_plain(value) for value in row] for row in rows]


def test_openpyxl_reads_every_cell(long: Konsolidasi, book: Path) -> None:
    sheet = openpyxl.load_workbook(book)[SHEET]
    assert shown(sheet.iter_rows(min_row=FIRST_ROW + 1, values_only=True)) == expected(long)


def test_calamine_reads_every_cell(long: Konsolidasi, book: Path) -> None:
    rows = CalamineWorkbook.from_path(book).get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    assert shown(iter(rows[FIRST_ROW:])) == expected(long)


def test_every_row_and_cell_stands_once_and_in_order(long: Konsolidasi, book: Path) -> None:
    with zipfile.ZipFile(book) as package:
        xml = package.read("xl/worksheets/sheet2.xml").decode()
        texts = package.read("xl/sharedStrings.xml").decode()
    rows = [int(number) for number in re.findall(r'<row r="(\d+)"', xml)]
    assert rows == sorted(set(rows))
    assert rows[-1] == FIRST_ROW + PEOPLE
    assert xml.count("</row>") == len(rows)
    cells = re.findall(r'<c r="([A-Z]+)(\d+)"', xml.partition(f'<row r="{FIRST_ROW + 1}"')[2])
    width = len(long.frames[SHEET].columns)
    assert len(cells) == len(set(cells)) == PEOPLE * width
    assert [int(row) for _, row in cells] == [row for row in rows if row > FIRST_ROW for _ in range(width)]
    assert max(map(int, re.findall(r't="s"><v>(\d+)', xml))) < texts.count("<si>")


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_reads_every_cell(long: Konsolidasi, book: Path, tmp_path: Path) -> None:
    saved = openpyxl.load_workbook(converted(book, "xlsx", tmp_path))[SHEET]
    assert shown(saved.iter_rows(min_row=FIRST_ROW + 1, max_col=37, values_only=True)) == expected(long)


def test_a_day_of_1900_and_a_text_among_numbers(long: Konsolidasi, tmp_path: Path) -> None:
    frame = long.frames[SHEET].head(3).astype({"tanggal": object, "capaian": object})
    frame["tanggal"] = pd.Series([date(1900, 1, 1), date(1900, 3, 1), "kemarin"], dtype=object)
    frame["capaian"] = pd.Series([float("inf"), 12.5, "=1+1"], dtype=object)
    values = {f: getattr(long, f) for f in Konsolidasi.__dataclass_fields__}
    write_master(Konsolidasi(**values | {"frames": {**long.frames, SHEET: frame}}), tmp_path / "m.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "m.xlsx")[SHEET]
    places = {key: number for number, key in enumerate(frame.columns, start=1)}
    days = [sheet.cell(FIRST_ROW + n, places["tanggal"]).value for n in (1, 2, 3)]
    assert days == [datetime(1900, 1, 1), datetime(1900, 3, 1), "kemarin"]  # noqa: DTZ001 - a cell knows no time zone
    rows = [sheet.cell(FIRST_ROW + n, places["capaian"]) for n in (1, 2, 3)]
    assert [cell.value for cell in rows] == ["inf", 12.5, "=1+1"]
    assert [cell.data_type for cell in rows] == ["s", "n", "s"]
    assert rows[2].quotePrefix
