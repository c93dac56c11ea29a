from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from xlsxwriter.format import Format as XlsxFormat
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.consolidation.result import Counts, Konsolidasi
from kinerja_xl.consolidation.schema import REKAP_PEGAWAI, REKAP_UNIT, Column, Format
from kinerja_xl.letters import LetterError, LetterSource, from_konsolidasi, from_master
from kinerja_xl.letters.context import letters_of
from kinerja_xl.periods import Periode
from tests.letters.people import DAY, source


def write_master(
    path: Path, data: LetterSource, *, skip: str = "", header_row: int = 3, nip_as_number: bool = False
) -> Path:
    """What the master looks like to a reader: a title, headers, rows, a row of totals."""
    with xlsxwriter.Workbook(path, {"nan_inf_to_errors": False, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("Ringkasan").write(0, 0, "MASTER")
        for name, columns, frame in (
            ("Rekap Pegawai", REKAP_PEGAWAI, data.pegawai),
            ("Rekap Unit", REKAP_UNIT, data.unit),
        ):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, name)
            kept = [c for c in columns if c.header != skip]
            for place, column in enumerate(kept):
                sheet.write(header_row, place, column.header)
                for number, value in enumerate(frame[column.key], header_row + 1):
                    write_cell(sheet, number, place, column, value, day, nip_as_number=nip_as_number)
            sheet.write(header_row + 1 + len(frame), 2, "Jumlah")
    return path


def write_cell(
    sheet: Worksheet, row: int, place: int, column: Column, value: object, day: XlsxFormat, *, nip_as_number: bool
) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif nip_as_number and column.key == "nip":
        sheet.write_number(row, place, float(str(value)))
    elif isinstance(value, str):
        sheet.write_string(row, place, value)
    elif isinstance(value, int | float) and value == value:  # noqa: PLR0124 (NaN is not itself)
        sheet.write_number(row, place, value)


def test_a_master_read_again_makes_the_same_letters(tmp_path: Path) -> None:
    straight = source()
    read = from_master(write_master(tmp_path / "master.xlsx", straight))
    assert (read.tahun, read.periode) == (2026, Periode.TW2)
    assert list(read.pegawai.columns) == [c.key for c in REKAP_PEGAWAI]
    assert list(read.unit.columns) == [c.key for c in REKAP_UNIT]
    assert letters_of(read, DAY, 1) == letters_of(straight, DAY, 1)


def test_numbers_stay_numbers_and_text_stays_text(tmp_path: Path) -> None:
    read = from_master(write_master(tmp_path / "master.xlsx", source()))
    assert read.pegawai["capaian"][0] == 97.254
    assert pd.isna(read.pegawai["angka_kredit"][0])
    assert read.pegawai["nip"][0] == "199001012015011001"
    assert (read.unit["kode_pos"][0], read.unit["unit_induk"][1]) == ("30266", "")
    numbers = [c.key for c in REKAP_PEGAWAI if c.format in (Format.INTEGER, Format.PERCENT, Format.DECIMAL)]
    assert all(dtype == "float64" for dtype in read.pegawai[numbers].dtypes)


def test_from_a_consolidation_in_memory() -> None:
    data = source()
    konsolidasi = Konsolidasi(
        2026,
        Periode.TW2,
        data.aturan,
        {"Rekap Pegawai": data.pegawai, "Rekap Unit": data.unit},
        (),
        Counts(2, 2, 0, 0, 6, 6, 0, 0, 0, 5),
        roster_given=False,
    )
    assert letters_of(from_konsolidasi(konsolidasi), DAY, 1) == letters_of(data, DAY, 1)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = write_master(tmp_path / "master.xlsx", source(), skip="NIP Penilai")
    with pytest.raises(
        LetterError, match=r"lembar Rekap Pegawai kolom NIP Penilai tidak ditemukan.*kinerja konsolidasi"
    ):
        from_master(path)


def test_a_master_without_the_columns_of_later_versions_is_read(tmp_path: Path) -> None:
    read = from_master(write_master(tmp_path / "master.xlsx", source(), skip="Capaian Waktu (%)"))
    assert read.unit["capaian_waktu"].isna().all()
    assert list(read.unit.columns) == [c.key for c in REKAP_UNIT]


def test_a_header_too_far_down_is_no_master(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="20 baris pertama"):
        from_master(write_master(tmp_path / "master.xlsx", source(), header_row=25))


def test_a_nip_that_became_a_number_is_refused(tmp_path: Path) -> None:
    path = write_master(tmp_path / "master.xlsx", source(), nip_as_number=True)
    with pytest.raises(LetterError, match="Rekap Pegawai baris 5: kolom NIP berisi angka"):
        from_master(path)


def test_two_periods_are_refused(tmp_path: Path) -> None:
    data = source()
    data.unit.loc[1, "periode"] = "TW1"
    with pytest.raises(LetterError, match="tepat satu periode, ditemukan: 2026 TW1, 2026 TW2"):
        from_master(write_master(tmp_path / "master.xlsx", data))


@pytest.mark.parametrize(
    ("tahun", "periode", "message"),
    [
        ("2026", "TW9", "tidak dikenal"),
        ("2013", "TW1", "Belum ada peraturan yang dimuat untuk Triwulan I 2013"),
        ("2019", "TW1", "surat hasil evaluasi dibuat mulai tahun 2022"),
    ],
)
def test_a_period_without_rules(tmp_path: Path, tahun: str, periode: str, message: str) -> None:
    data = source()
    data.unit[["tahun", "periode"]] = [tahun, periode]
    with pytest.raises(LetterError, match=message):
        from_master(write_master(tmp_path / "master.xlsx", data))


def test_another_workbook_is_no_master(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Rekap Unit")
    with pytest.raises(LetterError, match="bukan master kinerja_xl: lembar Rekap Pegawai tidak ada"):
        from_master(path)


@pytest.mark.parametrize("name", ["teks.xlsx", "tidak-ada.xlsx"])
def test_what_is_no_workbook(tmp_path: Path, name: str) -> None:
    (tmp_path / "teks.xlsx").write_text("bukan Excel")
    with pytest.raises(LetterError, match=f"{name} tidak dapat dibaca"):
        from_master(tmp_path / name)
