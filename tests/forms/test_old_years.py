"""The unit workbook of a year before the ratings: the columns and words its law needs, read back as they were filled.

PP 46/2011 rules until 30 June 2021, PermenPANRB 8/2021 with PP 30/2019 from July to the end of 2021.
"""

import re
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.forms.blank import blank_units
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.regulations import RegulationError
from kinerja_xl.roster import RosterEntry
from tests.forms.old_unit import PP_46, old_unit
from tests.workbooks import HEAD, Unit, as_openpyxl, nip

TABLE_NAMES = ("Pegawai", "Rencana", "Realisasi", "Perilaku", "Penilaian", "Pengembangan")
BOTH_LAWS = [*PP_46, "Inisiatif Kerja"]
NOT_BEFORE_2022 = re.compile(
    r"BerAKHLAK|\brating\b|matriks|kurva|6/2022|ekspektasi|skor bantu|distribusi|capaian kinerja organisasi",
    re.IGNORECASE,
)
NUMBERS = ["Nilai SKP", "Nilai Perilaku", "Nilai", "Predikat", "Rincian Nilai"]
SUGGESTIONS = ["Capaian (%)", "Saran Rating Hasil", "Saran Rating Perilaku", "Rincian Nilai"]
"""What ``kinerja nilai`` fills: before 2022, and from then on."""

PENILAIAN = {
    2020: [
        "NIP",
        "Nama",
        "Periode",
        "Poin Tugas Tambahan",
        "Poin Kreativitas",
        "Tanggal Penilaian",
        "Catatan/Rekomendasi",
        "Yang Masih Kurang",
        *NUMBERS,
    ],
    2021: [
        "NIP",
        "Nama",
        "Periode",
        "Poin Tugas Tambahan",
        "Poin Kreativitas",
        "Ada Gagasan Baru",
        "Tanggal Penilaian",
        "Catatan/Rekomendasi",
        "Yang Masih Kurang",
        *NUMBERS,
    ],
    2026: [
        "NIP",
        "Nama",
        "Periode",
        "Rating Hasil Kerja",
        "Rating Perilaku Kerja",
        "Predikat Kinerja Pegawai",
        "Tanggal Penilaian",
        "Catatan/Rekomendasi",
        "Alasan bila Berbeda dari Saran",
        "Yang Masih Kurang",
        *SUGGESTIONS,
    ],
}


def _book(tahun: int) -> openpyxl.Workbook:
    return as_openpyxl(blank_unit_workbook(10, tahun))


def _headers(book: openpyxl.Workbook, sheet: str) -> list[object]:
    return [cell.value for cell in book[sheet][5]]


def _labels(book: openpyxl.Workbook) -> list[object]:
    return [row[0].value for row in book["Unit"].iter_rows(min_row=4) if row[0].value]


def _choices(book: openpyxl.Workbook, sheet: str, cell: str) -> list[object]:
    """The words of the drop-down of a cell, from the hidden sheet they stand on."""
    rule = next(rule for rule in book[sheet].data_validations.dataValidation if cell in rule.sqref)
    name, _, area = str(rule.formula1).partition("!")
    return [row[0].value for row in book[name][area.replace("$", "")]]


def _texts(book: openpyxl.Workbook) -> list[str]:
    """Every text a person can meet: cells, messages of the cells, choices."""
    cells = [c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    return cells + [text for rule in rules for text in (rule.promptTitle, rule.prompt, rule.error) if text]


@pytest.mark.parametrize("tahun", PENILAIAN)
def test_penilaian_has_the_columns_of_the_year(tahun: int) -> None:
    assert _headers(_book(tahun), "Penilaian") == PENILAIAN[tahun]


@pytest.mark.parametrize(("tahun", "words"), [(2014, PP_46), (2020, PP_46), (2021, BOTH_LAWS)])
def test_perilaku_asks_for_the_behaviours_of_the_law_in_numbers(tahun: int, words: list[str]) -> None:
    book = _book(tahun)
    quarters = [f"{what} TW {roman}" for roman in ("I", "II", "III", "IV") for what in ("Nilai", "Umpan Balik")]
    assert _headers(book, "Perilaku") == ["NIP", "Nama", "Perilaku Kerja", *quarters]
    assert _choices(book, "Perilaku", "C6") == words


def test_only_2021_asks_what_permenpanrb_8_needs() -> None:
    extra = {"Target Sudah Maksimal", "Bobot Lingkup Penugasan"}
    asked = {tahun: extra & set(map(str, _headers(_book(tahun), "Rencana"))) for tahun in (2020, 2021, 2022, 2026)}
    assert asked == {2020: set(), 2021: extra, 2022: set(), 2026: set()}
    opinions = "Memakai pendapat rekan dan bawahan"
    assert [opinions in _labels(_book(tahun)) for tahun in (2020, 2021, 2022, 2026)] == [False, True, False, False]


@pytest.mark.parametrize("tahun", [2014, 2016, 2020, 2021])
def test_an_old_workbook_speaks_of_no_rating(tahun: int) -> None:
    book = _book(tahun)
    assert book.sheetnames == ["Unit", *TABLE_NAMES, "Temuan", "Panduan", "Referensi"]
    assert [text for text in _texts(book) if NOT_BEFORE_2022.search(text)] == []
    assert any("PP 46/2011" in text for text in _texts(book))
    assert any("8/2021" in text for text in _texts(book)) == (tahun == 2021)


@pytest.mark.parametrize("tahun", [2022, 2026])
def test_a_workbook_with_ratings_speaks_of_no_old_law(tahun: int) -> None:
    book = _book(tahun)
    assert "Distribusi" in book.sheetnames
    assert [text for text in _texts(book) if re.search(r"PP 46|8/2021|PP 30", text)] == []


def test_a_year_without_law_is_refused() -> None:
    with pytest.raises(RegulationError, match="2014"):
        blank_unit_workbook(10, 2013)


@pytest.mark.parametrize("tahun", [2014, 2020, 2021, 2022, 2026])
def test_formulas_are_whole_and_point_at_sheets_there_are(tahun: int) -> None:
    book = _book(tahun)
    formulas = [str(c.value)[1:] for s in book.worksheets for row in s.iter_rows() for c in row if c.data_type == "f"]
    for sheet in book.worksheets:
        formulas += [r.formula1 for r in sheet.data_validations.dataValidation if r.formula1]
        formulas += [f for area in sheet.conditional_formatting for rule in area.rules for f in rule.formula]
    for formula in set(map(str, formulas)):
        bare = re.sub(r'"[^"]*"', '""', formula)
        assert bare.count("(") == bare.count(")"), formula
        assert not re.search(r"\{[A-Za-z]", bare), formula
        assert set(re.findall(r"(\w+)!", bare)) <= set(book.sheetnames), formula


@pytest.mark.parametrize(("tahun", "periode"), [(2020, "TAHUNAN"), (2021, "TW2"), (2021, "TW4")])
def test_an_old_workbook_is_read_without_findings(tmp_path: Path, tahun: int, periode: str) -> None:
    reading = read_workbook(old_unit(tahun, periode).write(tmp_path))
    assert reading.findings == []
    assert reading.rows["unit"]["periode"] == [periode]
    rated, behaviours = reading.rows["penilaian"], reading.rows["perilaku"]
    assert (rated["tugas_tambahan"], rated["kreativitas"]) == (["2", "2"], ["3", "3"])
    assert rated["tanggal"] == [f"{tahun + 1}-01-05"] * 2
    assert rated["rating_hasil"] == rated["rating_perilaku"] == rated["predikat"] == rated["alasan"] == ["", ""]
    quarter = "tw2" if periode == "TW2" else "tw4"
    given = dict(
        zip(zip(behaviours["nip"], behaviours["nilai"], strict=True), behaviours[f"angka_{quarter}"], strict=True)
    )
    assert (given[nip(1), "Kerja Sama"], given[HEAD, "Kepemimpinan"], given[HEAD, "Kerja Sama"]) == ("88,5", "90", "")
    assert (nip(1), "Kepemimpinan") not in given
    assert set(behaviours["skor_tw1"]) == {""}
    assert reading.rows["unit"]["capaian_tahunan"] == [""]
    assert ("penilaian", "rating_hasil") not in reading.cells


def test_workbooks_of_different_years_join_into_one_schema(tmp_path: Path) -> None:
    old = old_unit(2020, "TAHUNAN").write(tmp_path, "lama.xlsx")
    new = Unit().person(nip(2)).rate(nip(2), "Sesuai Ekspektasi", "Sesuai Ekspektasi").write(tmp_path, "baru.xlsx")
    tables = join([read_workbook(old), read_workbook(new)])
    assert tables.penilaian["rating_hasil"].tolist() == ["", "", "Sesuai Ekspektasi"]
    assert tables.penilaian["tugas_tambahan"].tolist() == ["2", "2", ""]
    # PP 46: five behaviours of the staff member and six of the supervisor; then seven values
    assert tables.perilaku["berkas"].tolist() == ["lama.xlsx"] * 11 + ["baru.xlsx"] * 7


@pytest.mark.parametrize("typed", ["dua ribu", "1999", None])
def test_a_year_that_is_none_is_read_by_the_form_of_today(tmp_path: Path, typed: str | None) -> None:
    unit = Unit().person(nip(1)).rate(nip(1), "Sesuai Ekspektasi", "Di Atas Ekspektasi")
    book = as_openpyxl(unit.bytes())
    book["Unit"]["B7"] = typed
    book.save(tmp_path / "unit.xlsx")
    reading = read_workbook(tmp_path / "unit.xlsx")
    assert reading.findings == []
    assert reading.rows["penilaian"]["rating_perilaku"] == ["Di Atas Ekspektasi"]


def test_a_form_of_today_with_an_old_year_written_over_is_refused(tmp_path: Path) -> None:
    book = as_openpyxl(Unit().person(nip(1)).bytes())
    book["Unit"]["B7"] = 2020
    book.save(tmp_path / "unit.xlsx")
    found = read_workbook(tmp_path / "unit.xlsx").findings
    assert [(f.code, f.sheet, f.cell) for f in found] == [("FRM007", "Unit", "B7")]
    assert "2022 atau sesudahnya" in found[0].message


def _entry(who: str, **columns: str) -> RosterEntry:
    return RosterEntry(2, "UJI-01", "KELURAHAN UJI", {"nip": who, "nama": "Budi Contoh", **columns})


@pytest.mark.parametrize(
    ("tahun", "staff", "leader"), [(2020, PP_46[:5], PP_46), (2021, [*PP_46[:5], "Inisiatif Kerja"], BOTH_LAWS)]
)
def test_a_blank_from_the_roster_has_the_rows_of_the_year(
    tmp_path: Path, tahun: int, staff: list[str], leader: list[str]
) -> None:
    roster = [_entry(HEAD, jenis_jabatan="Pengawas"), _entry(nip(1), jenis_jabatan="Pelaksana"), _entry(nip(2))]
    ((name, data),) = blank_units(roster, tahun)
    (tmp_path / name).write_bytes(data)
    reading = read_workbook(tmp_path / name)
    assert reading.findings == []
    rows = list(zip(reading.rows["perilaku"]["nip"], reading.rows["perilaku"]["nilai"], strict=True))
    assert [word for who, word in rows if who == HEAD] == leader
    assert [word for who, word in rows if who == nip(1)] == [word for who, word in rows if who == nip(2)] == staff
    assert reading.rows["penilaian"]["periode"] == [p for p in ("TW1", "TW2", "TW3", "TW4", "TAHUNAN") for _ in roster]


@pytest.mark.parametrize("tahun", ["2014", "2020", "2021"])
def test_the_command_makes_blanks_of_old_years(tmp_path: Path, tahun: str) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(f"Kode Unit;Nama Unit;NIP;Nama\nUJI-01;KELURAHAN UJI;{HEAD};Siti Penilai\n", encoding="utf-8")
    out = tmp_path / "formulir"
    done = CliRunner().invoke(app, ["formulir", "unit", "--daftar", str(roster), "-o", str(out), "--tahun", tahun])
    assert done.exit_code == 0, done.output
    (path,) = out.iterdir()
    assert read_workbook(path).rows["unit"]["tahun"] == [tahun]


@pytest.mark.parametrize(("tahun", "columns"), [(2020, NUMBERS), (2026, SUGGESTIONS)])
def test_what_the_command_fills_is_grey_locked_and_says_so(tahun: int, columns: list[str]) -> None:
    sheet = _book(tahun)["Penilaian"]
    cells = [cell for head, cell in zip(sheet[5], sheet[6], strict=True) if head.value in columns]
    assert len(cells) == len(columns)
    for cell in cells:
        assert (cell.value, cell.protection.locked, cell.fill.fgColor.rgb) == (None, True, "00F2F2F2")
        assert not cell.alignment.wrap_text
        rule = next(rule for rule in sheet.data_validations.dataValidation if cell.coordinate in rule.sqref)
        assert str(rule.prompt).startswith("Diisi oleh kinerja nilai; tidak perlu diketik.")
