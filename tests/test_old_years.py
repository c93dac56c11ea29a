"""Years before 2022 from file to master: the unit workbook of the year, checked, scored, consolidated, explained; by hand."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from tests.workbooks import HEAD, Unit, nip, records

RUNNER = CliRunner()
STAFF, OTHER = nip(1), nip(2)


def ran(*words: str | Path) -> tuple[int, str]:
    result = RUNNER.invoke(app, [str(word) for word in words])
    return result.exit_code, result.stdout


def unit_2020() -> Unit:
    unit = Unit(periode="TAHUNAN", tahun=2020)
    unit.person(HEAD, "Siti Penilai", jenis_jabatan="Pengawas").person(STAFF).person(OTHER, "Ani Contoh")
    for who, quality in ((STAFF, "85"), (OTHER, "70"), (HEAD, "90")):
        unit.iki(who, 1, 1, "12", "12", aspek="Kuantitas")  # 100
        unit.iki(who, 1, 2, "100", quality, aspek="Kualitas")
        unit.iki(who, 1, 3, "12", "12", aspek="Waktu")  # (1,76 x 12 - 12) / 12 x 100 = 76
    same = {"integritas": "80", "komitmen": "80", "disiplin": "80", "kerja_sama": "80"}
    unit.behave(STAFF, orientasi_pelayanan="90", **same)  # (90 + 4 x 80) / 5 = 82
    unit.behave(OTHER, orientasi_pelayanan="80", **same)  # 80
    unit.behave(HEAD, orientasi_pelayanan="80", kepemimpinan="86", **same)  # (5 x 80 + 86) / 6 = 81
    return unit.appraise(STAFF, tugas_tambahan="1").appraise(OTHER).appraise(HEAD, kreativitas="12")


def test_a_year_under_pp_46(tmp_path: Path) -> None:
    folder = tmp_path / "unit"
    folder.mkdir()
    unit_2020().write(folder)
    code, told = ran("periksa", folder)
    assert code == 0, told
    code, told = ran("konsolidasi", folder, "-o", tmp_path / "m.xlsx")
    assert code == 0, told
    people = {row["NIP"]: row for row in records(tmp_path / "m.xlsx", "Rekap Pegawai", "No.")}
    # SKP: (100 + 85 + 76) / 3 + 1 = 88; 0,6 x 88 + 0,4 x 82 = 85,6
    # SKP: (100 + 70 + 76) / 3 = 82; 0,6 x 82 + 0,4 x 80 = 81,2
    # SKP: (100 + 90 + 76) / 3 + 12 = 100,6667; 0,6 x 100,6667 + 0,4 x 81 = 92,8
    expected = {STAFF: (88, 82, 85.6, "Baik"), OTHER: (82, 80, 81.2, "Baik"), HEAD: (100.6667, 81, 92.8, "Sangat Baik")}
    for who, (skp, perilaku, nilai, predikat) in expected.items():
        row = people[who]
        found = [row[key] for key in ("Nilai SKP", "Nilai Perilaku", "Nilai Akhir")]
        assert found == pytest.approx([skp, perilaku, nilai], abs=1e-4)
        assert row["Predikat Kinerja"] == predikat
    (unit,) = records(tmp_path / "m.xlsx", "Rekap Unit", "No.")
    assert [unit[key] for key in ("Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")] == [1, 2, 0, 0, 0]
    assert "Kurva" not in unit
    assert [row["NIP"] for row in records(tmp_path / "m.xlsx", "Tindak Lanjut", "No.")] == [HEAD]


def unit_2021(periode: str) -> Unit:
    unit = Unit(periode=periode, tahun=2021)
    unit.person(STAFF).entries["pendapat"] = "Ya"
    unit.iki(STAFF, 1, 1, "100", "98", aspek="Kuantitas").iki(STAFF, 1, 2, "100", "100", aspek="Kualitas")
    unit.iki(STAFF, 1, 3, "12", "12", aspek="Waktu")
    values = {"orientasi_pelayanan": "100", "komitmen": "100", "kerja_sama": "100"}
    if periode == "TW4":
        return unit.behave(STAFF, inisiatif_kerja="100", **values).appraise(STAFF)
    return unit.behave(STAFF, integritas="100", disiplin="100", **values).appraise(STAFF)


@pytest.mark.parametrize(
    ("periode", "scheme", "value"),
    [
        # (98 + 100 + 76) / 3 = 91,3333; 0,6 x 91,3333 + 0,4 x 100 = 94,8
        ("TW2", "PP 46/2011", "94,80 poin"),
        # (88 + 109 + 109) / 3 = 102; pendapat: 0,6 x 102 + 0,4 x 100 = 101,2
        ("TW4", "PP 30/2019", "101,20 poin"),
    ],
)
def test_the_year_with_two_laws(tmp_path: Path, periode: str, scheme: str, value: str) -> None:
    path = unit_2021(periode).write(tmp_path)
    code, told = ran("jelaskan", "--nip", STAFF, path)
    assert code == 0, told
    assert f"= {value}   [{scheme}" in told


def test_letters_of_old_years_are_refused_in_words(tmp_path: Path) -> None:
    path = unit_2020().write(tmp_path)
    result = RUNNER.invoke(app, ["surat", str(path), "-o", str(tmp_path / "surat")])
    assert result.exception is not None
    assert "surat hasil evaluasi dibuat mulai tahun 2022" in str(result.exception)
    assert not (tmp_path / "surat").exists()


def test_a_form_of_old_years_from_the_roster(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(f"Kode Unit,Nama Unit,NIP,Nama\nU1,Unit Uji,{STAFF},Budi Contoh\n", "utf-8")
    code, told = ran("formulir", "unit", "--daftar", roster, "-o", tmp_path / "f", "--tahun", "2020")
    assert code == 0, told
    (path,) = (tmp_path / "f").iterdir()
    names = {
        row["Perilaku"] if "Perilaku" in row else row.get("Nilai BerAKHLAK") for row in records(path, "Perilaku", "NIP")
    }
    assert "Akuntabel" not in names


def test_letters_are_refused_before_the_master_is_written(tmp_path: Path) -> None:
    path = unit_2020().write(tmp_path)
    words = ["konsolidasi", str(path), "-o", str(tmp_path / "m.xlsx"), "--surat", str(tmp_path / "surat")]
    result = RUNNER.invoke(app, words)
    assert "Ulangi tanpa --surat." in str(result.exception)
    assert not (tmp_path / "m.xlsx").exists()
