import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.master_summary import REWARDED, UNITS_SHOWN, summarise
from kinerja_xl.consolidation.master_tables import RIGHT
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.schema import REKONSILIASI
from kinerja_xl.findings import Severity, counts
from kinerja_xl.terms import Predikat
from tests.consolidation.master_example import INSTANSI, UNIT_NAMES, empty, frame, konsolidasi, with_frames

Page = list[list[Any]]
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")  # openpyxl: solid data bars
REKONSILIASI_KEYS = [column.key for column in REKONSILIASI]


@pytest.fixture
def page(tmp_path: Path) -> Callable[[Konsolidasi], Page]:
    def read(k: Konsolidasi) -> Page:
        write_master(k, tmp_path / "master.xlsx")
        sheet = CalamineWorkbook.from_path(tmp_path / "master.xlsx").get_sheet_by_name("Ringkasan")
        return sheet.to_python(skip_empty_area=False)

    return read


def below(page: Page, label: str) -> tuple[object, object]:
    """Value and note of a card."""
    row, place = next((r, c) for r, cells in enumerate(page) for c, cell in enumerate(cells) if cell == label)
    return page[row + 1][place], page[row + 2][place]


def beside(page: Page, label: str, column: int = RIGHT) -> list[Any]:
    """The cells right of a label of the right-hand tables, or of the units in column 0."""
    row = next(row for row in page if row[column] == label)
    return [cell for cell in row[column + 1 :] if cell != ""]


def texts(page: Page) -> list[str]:
    return [cell for row in page for cell in row if isinstance(cell, str) and cell]


def test_cards_show_the_counts(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi()
    shown = page(k)
    found = counts(k.findings)
    assert below(shown, "Pegawai") == (k.counts.people, "119 sudah direkap")
    assert below(shown, "Sudah dinilai") == (k.counts.rated, "90,2% dari seluruh pegawai")
    assert below(shown, "Unit masuk") == (8, "1 berkas ditolak")
    assert below(shown, "Rerata capaian (%)")[0] == pytest.approx(k.frames["Rekap Pegawai"]["capaian"].mean())
    assert below(shown, "Predikat terbanyak") == (
        "Baik",
        f"{sum(k.frames['Rekap Pegawai']['predikat'] == 'Baik')} pegawai",
    )
    assert below(shown, "Temuan galat") == (found[Severity.GALAT], f"{found[Severity.PERINGATAN]} peringatan")


def test_title_names_the_government_and_the_period(page: Callable[[Konsolidasi], Page]) -> None:
    assert f"{INSTANSI} - Triwulan II Tahun 2026 (1 April 2026 s.d. 30 Juni 2026)" in texts(page(konsolidasi()))


def test_distribution_counts_everybody_rated(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi()
    shown = page(k)
    rows = [beside(shown, p.value) for p in Predikat]
    people, shares, pattern = (sum(column) for column in zip(*rows, strict=True))
    assert people == k.counts.rated
    assert (shares, pattern) == pytest.approx((1, 1))


def test_pattern_follows_the_result_of_each_unit() -> None:
    k = konsolidasi(1, 10)
    pola = summarise(k).pola
    assert pola is not None
    assert [round(24 * pola[p]) for p in reversed(Predikat)] == [2, 3, 6, 11, 2]
    units = k.frames["Rekap Unit"].assign(capaian_organisasi="")
    assert summarise(with_frames(k, {"Rekap Unit": units})).pola is None


def test_who_needs_attention(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi()
    shown, predikat = page(k), k.frames["Rekap Pegawai"]["predikat"]
    weak = [
        int((predikat == p.value).sum()) for p in (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG)
    ]
    assert beside(shown, "Penghargaan: Sangat Baik") == [int(predikat.isin(REWARDED).sum()), "Tindak Lanjut"]
    assert beside(shown, "Pembinaan: BP {}, K {}, SK {}".format(*weak)) == [sum(weak), "Tindak Lanjut"]
    assert beside(shown, "Direkap tetapi belum dinilai") == [k.counts.recapped - k.counts.rated, "Rekap Pegawai"]
    assert beside(shown, "Belum masuk atau ditolak") == [3, "Rekonsiliasi"]


def test_sums_add_up_and_say_so(page: Callable[[Konsolidasi], Page]) -> None:
    shown = texts(page(konsolidasi()))
    assert "Pegawai 122 = direkap 119 + ditolak 1 + belum masuk 2" in shown
    assert "Daftar pegawai 122 = sudah masuk 120 + belum masuk 2" in shown
    assert "Berkas 9 = diterima 8 + ditolak 1" in shown
    assert (shown.count("OK"), shown.count("PERIKSA")) == (3, 0)


@pytest.mark.parametrize(
    "wrong", [{"entries": 119}, {"recapped": 118}, {"rated": 1}, {"files_rejected": 0}, {"roster": 130}]
)
def test_sums_that_do_not_add_up_are_marked(page: Callable[[Konsolidasi], Page], wrong: dict[str, int]) -> None:
    k = konsolidasi()
    shown = texts(page(with_frames(k, {}, counts=replace(k.counts, **wrong))))
    assert (shown.count("OK"), shown.count("PERIKSA")) == (2, 1)


def test_people_outside_the_roster_and_skipped_files_are_named(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi()
    more = replace(k.counts, outside_roster=5, files_skipped=3)
    shown = texts(page(with_frames(k, {}, counts=more)))
    assert "Daftar pegawai 122 = sudah masuk 120 + belum masuk 2; di luar daftar 5" in shown
    assert "Berkas 9 = diterima 8 + ditolak 1; dilewati 3" in shown


def test_weakest_units_come_first_and_a_cut_is_told(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi(40, 800)
    shown = page(k)
    assert f"Unit menurut rerata capaian, terendah lebih dahulu: {UNITS_SHOWN} dari 40 unit" in texts(shown)
    weakest = k.frames["Rekap Unit"].sort_values("capaian").head(UNITS_SHOWN)
    assert [line.capaian for line in summarise(k).units] == weakest["capaian"].tolist()
    assert [beside(shown, name, 0)[14] for name in weakest["nama_unit"][:3]] == pytest.approx(
        weakest["capaian"][:3].tolist()
    )


def test_findings_are_told_by_weight_then_number() -> None:
    lines = summarise(konsolidasi(8, 300)).codes
    assert [line.severity.rank for line in lines] == sorted(line.severity.rank for line in lines)
    assert [(line.code, line.count, line.files) for line in lines[:2]] == [("PEG002", 25, 8), ("BER002", 1, 1)]
    assert lines[0].fix == "Ketik ulang NIP sebagai teks, 18 angka."


@pytest.mark.parametrize(("units", "charts"), [(8, 3), (40, 3), (0, 0)])
def test_charts_are_drawn_from_the_page_itself(tmp_path: Path, units: int, charts: int) -> None:
    write_master(konsolidasi(units, 200) if units else empty(), tmp_path / "master.xlsx")
    with zipfile.ZipFile(tmp_path / "master.xlsx") as parts:
        drawn = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(drawn) == charts
    assert {sheet for text in drawn for sheet in re.findall(r"<c:f>(\w+)!", text)} <= {"Ringkasan"}


def test_links_lead_to_every_sheet(tmp_path: Path) -> None:
    k = konsolidasi()
    write_master(k, tmp_path / "master.xlsx")
    with zipfile.ZipFile(tmp_path / "master.xlsx") as parts:
        text = parts.read("xl/worksheets/sheet1.xml").decode()
    assert set(re.findall(r"location=\"'([^']*)'!A1\"", text)) == set(k.frames)


def test_a_unit_without_anybody_rated_has_no_numbers(page: Callable[[Konsolidasi], Page]) -> None:
    unit = {"no": 1, "kode_unit": "U1", "nama_unit": "Unit Baru", "pegawai": 0, "dinilai": 0, "kurva": "Belum dinilai"}
    shown = page(with_frames(empty(), {"Rekap Unit": frame("Rekap Unit", [unit])}))
    assert beside(shown, "Unit Baru", 0) == [0, "-", 0, 0, 0, 0, 0, "Belum dinilai", "-", "-", "-", "-", "-", "-", 0]


def test_the_heat_map_has_the_mean_of_each_aspect_and_a_scale_of_colours(tmp_path: Path) -> None:
    k = konsolidasi()
    write_master(k, tmp_path / "master.xlsx")
    book = load_workbook(tmp_path / "master.xlsx")
    sheet = book["Ringkasan"]
    header = next(row for row in sheet.iter_rows() if row[39].value == "Kuantitas")
    assert [header[place].value for place in (39, 42, 45, 48, 51, 54)] == [
        *("Kuantitas", "Kualitas", "Waktu", "Biaya", "Tanpa aspek", "Rerata (%)"),
    ]
    first = next(row for row in sheet.iter_rows(min_row=header[0].row) if row[0].value == "Kecamatan Melati")
    assert [first[place].value for place in (39, 42, 45, 48, 51)] == [70, 85, 101.5, "-", 92.25]
    (area,) = [str(area.sqref) for area, rules in _rules(sheet) if rules[0].type == "colorScale"]
    top = int(header[0].row or 0)
    rows = (top + 1, top + 8)
    assert area == f"AN{rows[0]}:BF{rows[1]}"


def test_rekap_unit_has_the_colours_for_every_unit(tmp_path: Path) -> None:
    write_master(konsolidasi(40, 80), tmp_path / "master.xlsx")
    sheet = load_workbook(tmp_path / "master.xlsx")["Rekap Unit"]
    headers = [cell.value for cell in sheet[4]]
    first = get_column_letter(1 + headers.index("Capaian Kuantitas (%)"))
    coloured = {str(area.sqref) for area, rules in _rules(sheet) if rules[0].type == "colorScale"}
    assert len(coloured) == 5
    assert f"{first}5:{first}44" in coloured


def _rules(sheet: Worksheet) -> list[tuple[ConditionalFormatting, list[Rule]]]:
    return [(area, area.rules) for area in sheet.conditional_formatting]


def test_the_curve_says_how_many_people_it_is_about(page: Callable[[Konsolidasi], Page]) -> None:
    shown = page(konsolidasi())
    assert "Tidak sesuai (3 orang)" in beside(shown, UNIT_NAMES[1], 0)
    assert "Sesuai" in beside(shown, UNIT_NAMES[0], 0)


def test_progress_names_the_units_that_are_behind_first_and_adds_up(page: Callable[[Konsolidasi], Page]) -> None:
    k = konsolidasi(3, 9)
    people = k.frames["Rekap Pegawai"].assign(predikat=["Baik", "Baik", "Baik", "Baik", "", "", "Baik", "Baik", "Baik"])
    missing = pd.DataFrame(
        {
            "keadaan": ["Belum masuk", "Belum masuk", "Ditolak", "Di luar daftar"],
            "unit": ["Puskesmas Baru", "KELURAHAN  ANGGREK", "Kecamatan Melati", "Kecamatan Melati"],
        }
    )
    shown = page(with_frames(k, {"Rekap Pegawai": people, "Rekonsiliasi": missing.reindex(columns=REKONSILIASI_KEYS)}))
    start = next(number for number, row in enumerate(shown) if row[0] == "Unit" and row[13] == "Pegawai")
    rows = [[cell for cell in row if cell != ""] for row in shown[start + 1 : start + 6]]
    assert rows == [
        ["Puskesmas Baru", 1, 0, 0, 0, 1, 0],
        ["Kelurahan Anggrek", 4, 1, 2, 0, 1, 0.25],
        ["Kecamatan Melati", 4, 3, 0, 1, 0, 0.75],
        ["Kelurahan Kenanga", 3, 3, 0, 0, 0, 1],
        ["Seluruh unit", 12, 7, 2, 1, 2, pytest.approx(7 / 12)],
    ]


def test_a_code_leads_to_its_first_finding(tmp_path: Path) -> None:
    k = konsolidasi()
    write_master(k, tmp_path / "master.xlsx")
    book = load_workbook(tmp_path / "master.xlsx")
    links = {
        cell.value: cell.hyperlink.location for row in book["Ringkasan"].iter_rows() for cell in row if cell.hyperlink
    }
    row = int(str(links["PEG002"]).split("!A")[1])
    codes = [cell.value for cell in book["Temuan"]["C"]]
    assert codes[row - 1] == "PEG002"
    assert "PEG002" not in codes[: row - 1]
