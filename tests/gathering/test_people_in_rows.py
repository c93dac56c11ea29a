"""Tables that name the person in each row, as e-Kinerja exports them: one form a person comes out of the file."""

from pathlib import Path

from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.gathering.foreign import people
from kinerja_xl.gathering.foreign.mapping import NO_MAP
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.sources import find_forms, read_forms
from kinerja_xl.gathering.staff_form import Place, StaffForm
from tests.gathering.foreign import Rows, hasil, rencana, tulis
from tests.workbooks import nip

HEADER = ("No", "NIP", "Nama", "Unit Kerja", "Rencana Hasil Kerja", "Indikator", "Target", "Realisasi TW II", "Output")
BUDI, ANI = nip(1), nip(2)
EXPORT: Rows = [
    ["DATA SKP TAHUN 2026"],
    HEADER,
    [1, BUDI, "Budi Contoh", "Kelurahan Uji", "Surat terlayani", "Jumlah surat", "60 Surat", "30", "x"],
    [2, BUDI, "Budi Contoh", "Kelurahan Uji", "Arsip tertata", "Jumlah arsip", "4 Arsip", "2", "x"],
    [3, ANI, "Ani Contoh", "Kelurahan Uji", "Kas tertib", "Jumlah laporan", "12 Laporan", "6", "x"],
    [None, None, None, None, None, "Ketepatan laporan", "12 Bulan", "6", "x"],
]


def forms(folder: Path, rows: Rows = EXPORT) -> list[StaffForm]:
    return read_forms(find_forms([tulis(folder, {"Data": rows})]).forms, NO_MAP)


def test_each_person_of_the_table_has_a_form(tmp_path: Path) -> None:
    budi, ani = forms(tmp_path)
    assert [(form.nip, form.nama, form.nama_unit, form.tahun) for form in (budi, ani)] == [
        (BUDI, "Budi Contoh", "Kelurahan Uji", "2026"),
        (ANI, "Ani Contoh", "Kelurahan Uji", "2026"),
    ]
    assert rencana(budi, "indikator", "target") == [
        ("1", "1", "Jumlah surat", "60 Surat"),
        ("2", "1", "Jumlah arsip", "4 Arsip"),
    ]
    assert rencana(ani, "indikator", "target") == [
        ("1", "1", "Jumlah laporan", "12 Laporan"),
        ("1", "2", "Ketepatan laporan", "12 Bulan"),
    ]
    assert hasil(ani, "realisasi_tw2") == [("1", "1", "6"), ("1", "2", "6")]
    assert ani.place("pegawai", 0, "nip") == Place("Data", "B5")
    assert ani.place("rencana", 1, "target") == Place("Data", "G6")


def test_what_concerns_the_whole_file_is_told_once(tmp_path: Path) -> None:
    found = [(f.code, f.value) for form in forms(tmp_path) for f in form.findings]
    assert found == [("HMP013", "Output")]


def test_they_are_gathered(tmp_path: Path) -> None:
    tulis(tmp_path, {"Data": EXPORT}, "ekspor.xlsx")
    result = CliRunner().invoke(app, ["himpun", str(tmp_path / "ekspor.xlsx"), "-o", str(tmp_path / "unit.xlsx")])
    assert result.exit_code == 0, result.output
    assert "2 = 2 dihimpun + 0 sama + 0 ditolak" in result.stdout


def test_a_nip_that_became_a_number_keeps_only_its_person_out(tmp_path: Path) -> None:
    rows = [*EXPORT[:2], [1, 198501012010012001, *EXPORT[2][2:]], EXPORT[4]]
    budi, ani = forms(tmp_path, rows)
    assert [f.code for f in budi.findings if not budi.accepted] == ["HMP002", "HMP013"]
    assert (ani.accepted, ani.nip) == (True, ANI)


def test_a_csv_of_one_person(tmp_path: Path) -> None:
    lines = [";".join("" if cell is None else str(cell) for cell in row) for row in EXPORT[:4]]
    (tmp_path / "ekspor 2026.csv").write_text("\n".join(lines), "utf-8")
    form = read_form(tmp_path / "ekspor 2026.csv")
    assert (form.nip, form.accepted, len(form.rows["rencana"])) == (BUDI, True, 2)


def test_far_too_many_people_are_no_unit(tmp_path: Path) -> None:
    rows = [[n, nip(n), f"Pegawai {n}", *EXPORT[2][3:]] for n in range(1, people.MOST_PEOPLE + 2)]
    (form,) = forms(tmp_path, [*EXPORT[:2], *rows])
    (found,) = form.findings
    assert (found.code, "301 pegawai" in found.message, form.accepted) == ("HMP020", True, False)
