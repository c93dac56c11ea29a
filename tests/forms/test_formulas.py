"""The live formulas of the unit workbook, computed by LibreOffice: an oracle that knows nothing of this program."""

import zipfile
from pathlib import Path

import pytest

from tests.libreoffice import converted
from tests.workbooks import HEAD, Unit, grid, nip, records

A, S, B = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
MATRIX = {
    (A, A): "Sangat Baik",
    (A, S): "Baik",
    (A, B): "Kurang",
    (S, A): "Baik",
    (S, S): "Baik",
    (S, B): "Kurang",
    (B, A): "Butuh Perbaikan",
    (B, S): "Butuh Perbaikan",
    (B, B): "Sangat Kurang",
}


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook without any computed value, opened and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("rumus")
    unit = Unit(nama="KELURAHAN RUMUS").person(HEAD, "Siti Penilai")
    for serial, (hasil, perilaku) in enumerate(MATRIX, start=1):
        unit.person(nip(serial), f"Pegawai {serial}").iki(nip(serial), 1, 1, "80 - 90%", "85", satuan="Persen").rate(
            nip(serial), hasil, perilaku
        )
    unit.rate(HEAD, S, "")
    unit.rows["realisasi"].append({"nip": nip(1), "no_rhk": "9", "no_iki": "9"})
    unit.rows["rencana"].append({"nip": "123", "no_rhk": "1"})
    unit.rows["pegawai"][1]["jabatan"] = ""
    (folder / "keluar").mkdir()
    return converted(unit.write(folder), "xlsx", folder / "keluar")


@pytest.mark.libreoffice
def test_predikat_follows_the_matrix(recalculated: Path) -> None:
    rows = records(recalculated, "Penilaian", "NIP")
    found = {
        (r["Rating Hasil Kerja"], r["Rating Perilaku Kerja"]): r["Predikat Kinerja Pegawai"]
        for r in rows
        if r["Rating Perilaku Kerja"]
    }
    assert found == MATRIX


@pytest.mark.libreoffice
def test_what_is_missing_is_named(recalculated: Path) -> None:
    ratings = {r["NIP"]: r for r in records(recalculated, "Penilaian", "NIP") if r["NIP"]}
    assert ratings[HEAD]["Predikat Kinerja Pegawai"] == ""
    assert ratings[HEAD]["Yang Masih Kurang"] == "rating perilaku; "
    assert ratings[nip(1)]["Yang Masih Kurang"] == ""
    people = {r["NIP"]: r for r in records(recalculated, "Pegawai", "NIP") if r["NIP"]}
    assert people[nip(1)]["Yang Masih Kurang"] == "jabatan; "
    plans = {r["NIP"]: r for r in records(recalculated, "Rencana", "NIP") if r["NIP"]}
    assert plans["123"]["Yang Masih Kurang"] == "No. IKI; RHK; indikator; target; "
    assert plans["123"]["Nama"] == "NIP tidak ada di lembar Pegawai"


@pytest.mark.libreoffice
def test_results_show_the_plan_they_belong_to(recalculated: Path) -> None:
    rows = [r for r in records(recalculated, "Realisasi", "NIP") if r["NIP"]]
    assert (rows[0]["Nama"], rows[0]["Indikator Kinerja Individu"]) == ("Pegawai 1", "Indikator 1.1")
    assert (rows[0]["Target Setahun"], rows[0]["Satuan"]) == ("80 - 90%", "Persen")
    assert rows[-1]["Indikator Kinerja Individu"] == "Tidak ada di lembar Rencana"


@pytest.mark.libreoffice
def test_distribution_counts_the_period(recalculated: Path) -> None:
    cells = grid(recalculated, "Distribusi")
    assert [cells[r][1] for r in (3, 4, 5)] == ["TW2", "Baik", 9]
    counted = {row[0]: (row[1], row[2]) for row in cells[8:13]}
    # nine cells of the matrix: 1 Sangat Baik, 3 Baik, 2 Butuh Perbaikan, 2 Kurang, 1 Sangat Kurang
    assert counted == {
        "Sangat Kurang": (1, pytest.approx(1 / 9)),
        "Kurang": (2, pytest.approx(2 / 9)),
        "Butuh Perbaikan": (2, pytest.approx(2 / 9)),
        "Baik": (3, pytest.approx(3 / 9)),
        "Sangat Baik": (1, pytest.approx(1 / 9)),
    }
    # pattern of the annex for Baik: 2, 3, 6, 11, 2 of 24
    assert [row[3] for row in cells[8:13]] == [pytest.approx(9 * n / 24) for n in (2, 3, 6, 11, 2)]


@pytest.mark.libreoffice
def test_no_formula_shows_an_error(recalculated: Path) -> None:
    with zipfile.ZipFile(recalculated) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                assert b't="e"' not in package.read(name), name
