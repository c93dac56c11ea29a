import csv
import io
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from kinerja_xl.checks import check
from kinerja_xl.examples.ratings import profile
from kinerja_xl.examples.units import ExampleUnit, make_units
from kinerja_xl.examples.write import ROSTER, roster, roster_rows, unit_bytes, write_examples
from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.forms.unit_workbook import TABLES, UNIT
from kinerja_xl.nip import fits_status, problem
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.roster import read_roster
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.scoring.units import curves
from kinerja_xl.tables import Layout, Tables
from kinerja_xl.terms import CapaianOrganisasi, Pendekatan, Rating, Status

TAHUN = 2026
Row = dict[str, str]


def rows(units: list[ExampleUnit], table: str) -> list[Row]:
    return [row for made in units for row in made.content.rows[table]]


def as_tables(units: list[ExampleUnit]) -> Tables:
    """The tables of units as the reader would return them, without writing files."""

    def frame(table: str) -> pd.DataFrame:
        fields = UNIT.entries if table == UNIT.key else next(t for t in TABLES if t.key == table).fields
        data: list[dict[str, object]] = []
        for made in units:
            content = [dict(made.content.unit)] if table == UNIT.key else made.content.rows[table]
            data += [
                {"berkas": made.file_name, "baris": number}
                | {f.key: row.get(f.key, "") for f in fields}
                | {f"{f.key}_angka": "" for f in fields}
                for number, row in enumerate(content, start=6)
            ]
        return pd.DataFrame(data).astype({f.key: "str" for f in fields})

    frames = {key: frame(key) for key in (UNIT.key, *(t.key for t in TABLES))}
    return Tables(**frames, layouts={made.file_name: Layout({}) for made in units})


def test_same_arguments_give_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    def written(folder: str, benih: int) -> dict[str, bytes]:
        target = tmp_path / folder
        write_examples(target, tahun=TAHUN, periode=Periode.TW1, benih=benih, unit=2, pegawai=6)
        return {path.name: path.read_bytes() for path in target.iterdir()}

    first = written("a", 1)
    assert first == written("b", 1)
    assert all(first[name] != data for name, data in written("c", 2).items())


def test_a_unit_does_not_depend_on_how_many_others_there_are_nor_on_the_period() -> None:
    few = make_units(tahun=TAHUN, periode=Periode.TW1, benih=3, unit=2)
    many = make_units(tahun=TAHUN, periode=Periode.TW3, benih=3, unit=5)
    for a, b in zip(few, many, strict=False):
        assert a.content.rows["pegawai"] == b.content.rows["pegawai"]
        assert a.content.rows["rencana"] == b.content.rows["rencana"]
        first_quarter = [row for row in b.content.rows["penilaian"] if row["periode"] == "TW1"]
        assert a.content.rows["penilaian"] == first_quarter


@pytest.mark.parametrize("benih", [1, 7, 11])
@pytest.mark.parametrize("periode", [Periode.TW1, Periode.TW2, Periode.TW4, Periode.TAHUNAN])
def test_clean_units_have_no_galat_and_no_peringatan(periode: Periode, benih: int) -> None:
    units = make_units(tahun=TAHUN, periode=periode, benih=benih)
    found = check(as_tables(units), periode, aturan_pada(periode.span(TAHUN)[1], AturanRating))
    assert [f for f in found if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("pegawai", [5, 6, 7, 8, 9, 10, 13, 60])
def test_clean_at_every_size(pegawai: int) -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW3, benih=5, pegawai=pegawai)
    assert {len(made.content.rows["pegawai"]) for made in units} == {pegawai}
    assert check(as_tables(units), Periode.TW3, aturan_pada(Periode.TW3.span(TAHUN)[1], AturanRating)) == []


@pytest.mark.parametrize("tahun", [2022, 2023, 2030])
def test_other_years_have_valid_people_too(tahun: int) -> None:
    units = make_units(tahun=tahun, periode=Periode.TW4, benih=1, unit=4)
    assert check(as_tables(units), Periode.TW4, aturan_pada(Periode.TW4.span(tahun)[1], AturanRating)) == []


@pytest.mark.parametrize("periode", [Periode.TW2, Periode.TAHUNAN])
def test_files_read_back_as_they_were_made(tmp_path: Path, periode: Periode) -> None:
    report = write_examples(tmp_path, tahun=TAHUN, periode=periode, benih=7, unit=3, pegawai=8)
    units = make_units(tahun=TAHUN, periode=periode, benih=7, unit=3, pegawai=8)
    assert [path.name for path in report.files] == [made.file_name for made in units]
    for path, made in zip(report.files, units, strict=True):
        reading = read_workbook(path)
        assert reading.findings == []
        assert {f.key: reading.rows[UNIT.key][f.key][0] for f in UNIT.entries} == {
            f.key: made.content.unit.get(f.key, "") for f in UNIT.entries
        }
        for table in TABLES:
            for field in table.read_fields:
                expected = [row.get(field.key, "") for row in made.content.rows[table.key]]
                assert reading.rows[table.key][field.key] == expected, (table.key, field.key)


def test_files_are_clean_through_the_reader(tmp_path: Path) -> None:
    report = write_examples(tmp_path, tahun=TAHUN, periode=Periode.TW2, benih=4)
    readings = [read_workbook(path) for path in report.files]
    tables = join(readings)
    assert len(tables.pegawai) == report.people
    assert check(tables, Periode.TW2, aturan_pada(Periode.TW2.span(TAHUN)[1], AturanRating)) == []


@pytest.mark.parametrize("unit", [1, 8, 9, 150])
def test_exactly_as_many_units_as_asked_with_unique_names(unit: int) -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW1, benih=1, unit=unit, pegawai=5)
    assert len(units) == unit
    assert len({made.file_name for made in units}) == unit
    assert len({made.content.unit["kode_unit"] for made in units}) == unit
    nips = [row["nip"] for row in rows(units, "pegawai")]
    assert len(set(nips)) == len(nips)


def test_the_first_eight_are_kecamatan_plaju_and_its_kelurahan() -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW1, benih=1)
    assert [(u.file_name, u.content.unit["kode_unit"]) for u in units] == [
        ("kecamatan-plaju.xlsx", "KEC-PLJ"),
        ("kelurahan-bagus-kuning.xlsx", "KEL-PLJ-01"),
        ("kelurahan-komperta.xlsx", "KEL-PLJ-02"),
        ("kelurahan-plaju-darat.xlsx", "KEL-PLJ-03"),
        ("kelurahan-plaju-ilir.xlsx", "KEL-PLJ-04"),
        ("kelurahan-plaju-ulu.xlsx", "KEL-PLJ-05"),
        ("kelurahan-talang-bubuk.xlsx", "KEL-PLJ-06"),
        ("kelurahan-talang-putri.xlsx", "KEL-PLJ-07"),
    ]
    assert units[0].content.unit["unit_induk"] == ""
    assert {u.content.unit["unit_induk"] for u in units[1:]} == {"KECAMATAN PLAJU"}


@pytest.mark.parametrize("pegawai", [0, 4, 61])
def test_an_impossible_number_of_people_is_refused(pegawai: int) -> None:
    with pytest.raises(ValueError, match="5 sampai 60"):
        make_units(tahun=TAHUN, periode=Periode.TW1, benih=1, pegawai=pegawai)


@pytest.mark.parametrize("benih", range(4))
def test_nips_are_possible_unique_and_fit_the_status(benih: int) -> None:
    people = rows(make_units(tahun=TAHUN, periode=Periode.TW1, benih=benih), "pegawai")
    aturan = aturan_pada(Periode.TW1.span(TAHUN)[1], AturanRating)
    for row in people:
        assert problem(row["nip"], TAHUN, aturan) is None
        assert problem(row["nip_penilai"], TAHUN, aturan) is None
        assert fits_status(row["nip"], Status(row["status"]))
        assert len({row["nip"], row["nip_penilai"], row["nip_atasan"]}) == 3
    assert len({row["nip"] for row in people}) == len(people)
    identity = {row["nip"]: row["nama"] for row in people}
    raters = {row["nip_penilai"]: row["nama_penilai"] for row in people}
    assert all(identity.get(nip, nama) == nama for nip, nama in raters.items())


def test_the_chain_of_raters_ends_at_the_mayor() -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW1, benih=2)
    camat, lurah = units[0].content.rows["pegawai"][0], units[1].content.rows["pegawai"][0]
    assert (camat["nama_atasan"], camat["nip_atasan"]) == ("Wali Kota Palembang", "")
    assert lurah["nip_penilai"] == camat["nip"]
    assert lurah["nip_atasan"] == camat["nip_penilai"]


@pytest.mark.parametrize("benih", [1, 7, 11])
@pytest.mark.parametrize("pegawai", [None, 5])
def test_all_nine_cells_of_the_matrix_occur(benih: int, pegawai: int | None) -> None:
    for periode in (Periode.TW2, Periode.TW4):
        rated = rows(make_units(tahun=TAHUN, periode=periode, benih=benih, pegawai=pegawai), "penilaian")
        cells = {(r["rating_hasil"], r["rating_perilaku"]) for r in rated if r["periode"] == periode.value}
        assert cells == set(product(Rating, Rating))


@pytest.mark.parametrize("periode", list(Periode))
def test_every_unit_keeps_to_the_curve(periode: Periode) -> None:
    tables = as_tables(make_units(tahun=TAHUN, periode=periode, benih=9))
    aturan = aturan_pada(periode.span(TAHUN)[1], AturanRating)
    found = curves(tables, penilaian(tables, periode, aturan).pegawai, periode, aturan)
    assert [unit.status for unit in found] == ["Sesuai"] * 8


def test_results_of_the_units_vary() -> None:
    found = [CapaianOrganisasi(profile(n)["capaian"][1]) for n in range(8)]
    assert found.count(CapaianOrganisasi.BAIK) > 4
    assert found.count(CapaianOrganisasi.BUTUH_PERBAIKAN) == 1
    assert CapaianOrganisasi.ISTIMEWA in found


def test_suggestions_are_the_ratings_but_for_a_few_with_a_reason() -> None:
    tables = as_tables(make_units(tahun=TAHUN, periode=Periode.TW4, benih=7))
    people = penilaian(tables, Periode.TW4, aturan_pada(Periode.TW4.span(TAHUN)[1], AturanRating)).pegawai
    numbered = people[people["saran_hasil"] != ""]
    deviating = numbered[numbered["saran_hasil"] != numbered["rating_hasil"]]
    assert 0 < len(deviating) < 9
    assert (deviating["alasan"] != "").all()
    assert (people["saran_perilaku"].isin(["", *Rating])).all()
    assert set(people.loc[people["alasan"] != "", "nip"]) == set(deviating["nip"])


def test_the_set_shows_what_the_form_can_hold() -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW4, benih=7)
    people, plans = rows(units, "pegawai"), rows(units, "rencana")
    assert {row["status"] for row in people} == set(Status)
    assert {row["golongan"] for row in people if row["status"] == Status.PPPK} == {"V", "VII", "IX"}
    assert len({row["jenjang"] for row in people}) >= 5
    told = {row["nip"] for row in people if row["pendekatan"] == Pendekatan.KUALITATIF}
    assert 8 <= len(told) <= 16
    assert {row.get("satuan", "") for row in plans if row["nip"] in told} == {""}
    assert {"12 Bulan", "80 - 90%"} <= {row["target"] for row in plans}
    assert {row.get("arah") for row in plans if row["nip"] not in told} == {
        "Makin besar makin baik",
        "Makin kecil makin baik",
    }
    assert {row["kategori"] for row in plans} == {"Utama", "Tambahan"}


def test_the_superiors_planned_result_is_one_of_the_superiors() -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TW1, benih=7)
    for made in units:
        own = {nip: {r["rhk"] for r in made.content.rows["rencana"] if r["nip"] == nip} for nip in people_of(made)}
        raters = {row["nip"]: row["nip_penilai"] for row in made.content.rows["pegawai"]}
        for row in made.content.rows["rencana"]:
            if row["rhk_pimpinan"]:
                assert row["rhk_pimpinan"] in own[raters[row["nip"]]]


def people_of(made: ExampleUnit) -> list[str]:
    return [row["nip"] for row in made.content.rows["pegawai"]]


def test_the_year_gives_everybody_twenty_hours() -> None:
    units = make_units(tahun=TAHUN, periode=Periode.TAHUNAN, benih=7)
    hours: dict[str, int] = {}
    for row in rows(units, "pengembangan"):
        hours[row["nip"]] = hours.get(row["nip"], 0) + int(row["jp"])
    assert all(hours.get(row["nip"], 0) >= 20 for row in rows(units, "pegawai"))


def test_the_roster_is_read_again_with_everybody(tmp_path: Path) -> None:
    write_examples(tmp_path, tahun=TAHUN, periode=Periode.TW1, benih=7, unit=3, pegawai=6)
    units = make_units(tahun=TAHUN, periode=Periode.TW1, benih=7, unit=3, pegawai=6)
    entries = read_roster(tmp_path / ROSTER)
    assert [entry.nip for entry in entries] == [row["nip"] for row in rows(units, "pegawai")]
    assert {entry.kode_unit for entry in entries} == {"KEC-PLJ", "KEL-PLJ-01", "KEL-PLJ-02"}
    head = next(csv.reader(io.StringIO(roster(roster_rows(units)).decode("utf-8-sig")), delimiter=";"))
    assert head[:4] == ["Kode Unit", "Nama Unit", "NIP", "Nama"]


def test_nothing_in_the_folder_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("milik orang lain", "utf-8")
    told: list[str] = []
    write_examples(tmp_path, tahun=TAHUN, periode=Periode.TW1, benih=1, unit=1, pegawai=5, progress=told.append)
    assert (tmp_path / "catatan.txt").read_text("utf-8") == "milik orang lain"
    assert told == ["kecamatan-plaju.xlsx"]


def test_files_look_saved_by_excel() -> None:
    made = make_units(tahun=TAHUN, periode=Periode.TW1, benih=1, unit=1, pegawai=5)[0]
    book = load_workbook(io.BytesIO(unit_bytes(made.content, TAHUN)), data_only=True)
    first = made.content.rows["realisasi"][0]
    assert book["Realisasi"]["B6"].value == first["nama"]
    assert book["Realisasi"]["E6"].value == first["indikator"]
    assert book["Penilaian"]["F6"].value == made.content.rows["penilaian"][0]["predikat"]
