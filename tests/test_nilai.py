"""``kinerja nilai`` on real files: the score beside the rating, and nothing else touched."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.replace import is_backup
from kinerja_xl.score_cells import CELL_LENGTH, rincian
from kinerja_xl.scoring.step import Step
from tests.libreoffice import converted
from tests.test_old_years import OTHER, STAFF, unit_2020
from tests.workbooks import HEAD, Unit, as_openpyxl, nip, records

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
RUNNER = CliRunner()
S = "Sesuai Ekspektasi"
GOOD, LOW, BAD, NO_ROW = nip(1), nip(2), nip(3), nip(4)
NEW = ["Capaian (%)", "Saran Rating Hasil", "Saran Rating Perilaku", "Rincian Nilai"]


def ran(*words: str | Path) -> tuple[int, str, str]:
    result = RUNNER.invoke(app, ["nilai", *(str(word) for word in words)])
    assert not isinstance(result.exception, Exception), result.exception
    return result.exit_code, result.stdout, result.stderr


def small_unit() -> Unit:
    unit = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").person(GOOD).person(LOW, "Ani Contoh")
    unit.person(BAD, "Cici Contoh", nip_penilai=BAD).person(NO_ROW, "Dedi Contoh")
    unit.iki(GOOD, 1, 1, "10", "9").iki(GOOD, 1, 2, "10", "10").iki(GOOD, 2, 1, "10", "11")  # (95 + 110) / 2 = 102,5
    unit.iki(LOW, 1, 1, "10", "8").iki(LOW, 2, 1, "10", "9")  # (80 + 90) / 2 = 85
    unit.iki(HEAD, 1, 1, "10", "10", aspek="")
    unit.iki(BAD, 1, 1, "10", "10").iki(NO_ROW, 1, 1, "10", "10")
    for who in (GOOD, LOW, BAD, HEAD):
        unit.rate(who, S, S)
    unit.rows["penilaian"].append({**unit.rows["penilaian"][0], "periode": "TW1", "tanggal": "2026-04-05"})
    return unit


def rows_of(path: Path, periode: str = "TW2") -> dict[str, dict[str, object]]:
    return {str(row["NIP"]): row for row in records(path, "Penilaian", "NIP") if row["Periode"] == periode}


def test_scores_stand_beside_the_ratings(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    code, told, _ = ran(path)
    assert code == 1
    assert "unit.xlsx: Triwulan II Tahun 2026, 3 pegawai, 1 ada galat; " in told
    assert f"ada galat: Cici Contoh ({BAD}): PEG" in told
    assert f"tidak ada baris Penilaian untuk periode ini: Dedi Contoh ({NO_ROW})" in told
    rows = rows_of(path)
    assert [rows[GOOD][key] for key in NEW[:2]] == [102.5, "Di Atas Ekspektasi"]
    assert [rows[LOW][key] for key in NEW[:2]] == [85, "Di Bawah Ekspektasi"]
    assert "(95 + 110) / 2 = 102,50%" in str(rows[GOOD]["Rincian Nilai"])
    assert [rows[BAD][key] for key in NEW[:3]] == ["", "", ""]
    assert str(rows[BAD]["Rincian Nilai"]).startswith("Ada galat: PEG")
    assert [rows_of(path, "TW1")[GOOD][key] for key in NEW] == ["", "", "", ""]


def test_a_row_without_nip_is_told(tmp_path: Path) -> None:
    code, told, _ = ran(small_unit().person("", "Eko Contoh").write(tmp_path))
    assert (code, "3 pegawai, 2 ada galat; " in told) == (1, True)
    assert "ada galat: 1 baris Pegawai tanpa NIP" in told


def test_nothing_else_changes_and_the_old_file_is_kept(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    before = path.read_bytes()
    ran(path)
    (backup,) = (p for p in tmp_path.iterdir() if is_backup(p))
    assert backup.read_bytes() == before
    old, new = read_parts(before), read_parts(path.read_bytes())
    (changed,) = (name for name in old if old[name] != new[name])
    assert changed.startswith("xl/worksheets/")
    cells = [as_openpyxl(p)["Penilaian"].iter_rows(min_row=6, max_col=10) for p in (backup, path)]
    assert [[c.value for c in row] for row in cells[0]] == [[c.value for c in row] for row in cells[1]]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    ran(path)
    after = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    code, told, _ = ran(tmp_path)
    assert code == 1
    assert "sudah sesuai, tidak ditulis" in told
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == after


def test_a_trial_writes_nothing_and_says_how_much(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    before = path.read_bytes()
    code, told, said = ran(path, "--uji-coba")
    # capaian, saran hasil and rincian of three people (nobody has behaviour values), one galat: 3 x 3 + 1
    assert "10 sel akan ditulis" in told
    assert said.splitlines()[-1] == f"Berikutnya: kinerja nilai {path}"
    assert code == 1
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_results_follow_the_data(tmp_path: Path) -> None:
    unit = small_unit()
    path = unit.write(tmp_path)
    ran(path)
    book = as_openpyxl(path)
    sheet = book["Penilaian"]
    row = next(r for r in range(6, 20) if sheet.cell(r, 1).value == LOW)
    for column in (1, 3, 4, 5, 7, 8, 9):
        sheet.cell(row, column).value = None
    book.save(path)
    _, told, _ = ran(path)
    assert f"tidak ada baris Penilaian untuk periode ini: Ani Contoh ({LOW})" in told
    after = as_openpyxl(path)["Penilaian"]
    assert [after.cell(row, column).value for column in range(11, 15)] == [None] * 4


def test_years_of_numbers_have_their_own_columns(tmp_path: Path) -> None:
    path = unit_2020().write(tmp_path)
    code, told, _ = ran(path)
    assert code == 0, told
    rows = rows_of(path, "TAHUNAN")
    keys = ["Nilai SKP", "Nilai Perilaku", "Nilai"]
    # SKP (100 + 85 + 76) / 3 + 1 = 88; 0,6 x 88 + 0,4 x 82 = 85,6.  SKP (100 + 70 + 76) / 3 = 82; 0,6 x 82 + 0,4 x 80 = 81,2
    assert [rows[STAFF][key] for key in keys] == pytest.approx([88, 82, 85.6])
    assert [rows[OTHER][key] for key in keys] == pytest.approx([82, 80, 81.2])
    assert rows[STAFF]["Predikat"] == "Baik"
    assert "85,60" in str(rows[STAFF]["Rincian Nilai"])
    assert "Capaian (%)" not in rows[STAFF]


def test_copies_are_named_and_nobody_counts_twice(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    ran(path)
    result = RUNNER.invoke(app, ["periksa", str(tmp_path)])
    (backup,) = (p for p in tmp_path.iterdir() if is_backup(p))
    assert f"Dilewati: {backup.name} adalah cadangan yang disimpan kinerja_xl." in result.stderr
    assert "1 berkas, 5 pegawai" in result.stdout


def test_the_check_finds_nothing_new(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    before = RUNNER.invoke(app, ["periksa", str(path)]).stdout
    ran(path)
    assert RUNNER.invoke(app, ["periksa", str(path)]).stdout == before


def test_a_form_without_the_columns_is_left(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    book = as_openpyxl(path)
    book["Penilaian"].delete_cols(11, 4)
    book.save(path)
    before = path.read_bytes()
    code, told, _ = ran(path)
    assert code == 2
    assert f"formulir ini belum punya kolom {', '.join(NEW)}; buat formulir baru" in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "reason"), [("unit.xlsm", "makro"), ("catatan.xlsx", "BRK001"), ("unit-terbuka.xlsx", "sedang dibuka")]
)
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, name: str, reason: str) -> None:
    path = small_unit().write(tmp_path, name)
    if reason == "BRK001":
        path.write_bytes(b"catatan")
    if "terbuka" in name:
        path.with_name(f"~${name}").touch()
    before = path.read_bytes()
    code, told, _ = ran(path)
    assert code == 2
    assert reason in told
    assert len(told.splitlines()) == 2
    assert path.read_bytes() == before


def test_macros_hidden_in_an_xlsx_are_left(tmp_path: Path) -> None:
    path = small_unit().write(tmp_path)
    path.write_bytes(write_parts(read_parts(path.read_bytes()) | {"xl/vbaProject.bin": b"x"}))
    code, told, _ = ran(path)
    assert (code, "berisi makro" in told) == (2, True)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of odd workbooks is not beside this checkout")
def test_odd_files_are_refused_without_damage(tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    shutil.copytree(CORPUS, folder)
    folder.chmod(0o755)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    code, told, _ = ran(folder)
    assert code == 2
    assert "0 berkas ditulis" in told
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


@pytest.mark.libreoffice
def test_a_workbook_saved_by_libreoffice_is_scored_and_opened_by_it(tmp_path: Path) -> None:
    for folder in ("asal", "lo", "lagi"):
        (tmp_path / folder).mkdir()
    path = converted(small_unit().write(tmp_path / "asal"), "xlsx", tmp_path / "lo")
    code, told, _ = ran(path)
    assert (code, "3 pegawai, 1 ada galat" in told) == (1, True), told
    again = converted(path, "xlsx", tmp_path / "lagi")
    row = rows_of(again)[GOOD]
    assert (row["Capaian (%)"], row["Saran Rating Hasil"]) == (102.5, "Di Atas Ekspektasi")
    assert row["Predikat Kinerja Pegawai"] == "Baik"
    assert "(95 + 110) / 2 = 102,50%" in str(row["Rincian Nilai"])
    assert "sudah sesuai, tidak ditulis" in ran(again)[1]


def test_example_workbooks_have_the_columns(tmp_path: Path) -> None:
    RUNNER.invoke(app, ["contoh", str(tmp_path / "u"), "--unit", "1", "--tahun", "2026"])
    code, told, _ = ran(tmp_path / "u")
    assert code == 0, told
    assert "1 berkas ditulis, 0 ditolak" in told


def test_a_long_trace_is_cut_where_excel_would_cut_and_says_so() -> None:
    steps = [Step(f"Indikator {n}", "x" * 980, "1 + 1", 2.0) for n in range(40)]  # 40 x 1.000 characters
    text = rincian(steps)
    assert CELL_LENGTH - 1_100 < len(text) <= CELL_LENGTH
    kept = text.count("Indikator")
    assert text.endswith(f"(terpotong: {40 - kept} langkah lagi tidak muat di sel ini; lihat kinerja jelaskan --nip)")
    assert rincian(steps[:2]).count(" | ") == 1
