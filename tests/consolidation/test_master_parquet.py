"""More rows than Excel has: whole in a Parquet file beside the master, the sheet says where, everything else as always."""

from datetime import date
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation import master_parquet
from kinerja_xl.consolidation.master import MasterError, write_master
from kinerja_xl.consolidation.master_findings import write_findings
from kinerja_xl.consolidation.run import check_all
from kinerja_xl.consolidation.schema import SHEETS
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.letters.source import LetterError, from_master
from tests.consolidation.master_example import konsolidasi

NAME = "Rekap Pegawai"


def rows_of(path: Path, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[return-value]


def test_what_does_not_fit_goes_into_a_file_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_parquet, "MOST_ROWS", 118)
    k, path = konsolidasi(), tmp_path / "master.xlsx"
    write_master(k, path)
    beside = tmp_path / "master - Rekap Pegawai.parquet"
    assert sorted(tmp_path.iterdir()) == [beside, path]
    sheet = rows_of(path, NAME)
    assert len(sheet) == 4
    assert sheet[1][0] == (
        "119 baris, lebih banyak daripada yang dimuat lembar Excel: seluruhnya ada di berkas master - Rekap Pegawai.parquet di "
        "folder ini. Buka dengan Power BI, DuckDB, atau Python; atau konsolidasikan per bagian."
    )
    assert len(rows_of(path, "Berkas")) == 4 + len(k.frames["Berkas"])
    found = pl.read_parquet(beside)
    assert found.columns == [column.key for column in SHEETS[NAME]]
    assert found["nip"].to_list() == k.frames[NAME]["nip"].tolist()
    assert found["no"].to_list() == list(range(1, 120))
    assert found.schema["tanggal"] == pl.Date
    assert date(2026, 7, 1) in found["tanggal"].to_list()
    wanted = [None if pd.isna(value) else value for value in k.frames[NAME]["capaian"]]
    assert found["capaian"].to_list() == wanted


def test_what_lies_beside_is_not_taken_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_parquet, "MOST_ROWS", 118)
    path = tmp_path / "master.xlsx"
    write_master(konsolidasi(), path)
    with pytest.raises(LetterError, match=r"master\.xlsx: isi lembar Rekap Pegawai ada di berkas Parquet"):
        from_master(path)


def test_a_folder_that_does_not_take_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_parquet, "MOST_ROWS", 118)
    with pytest.raises(MasterError, match=r"master - Rekap Pegawai\.parquet tidak dapat ditulis"):
        write_master(konsolidasi(), tmp_path / "tidak-ada" / "master.xlsx")


def test_a_list_of_findings_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_parquet, "MOST_ROWS", 0)
    (tmp_path / "rusak.xlsx").write_bytes(b"PK")
    checked = check_all([read_workbook(tmp_path / "rusak.xlsx")])
    with pytest.raises(MasterError, match="Lembar Temuan akan berisi 1 baris"):
        write_findings(checked, tmp_path / "temuan.xlsx")
    assert not (tmp_path / "temuan.xlsx").exists()
