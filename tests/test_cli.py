"""The command as people run it: a process of its own, its exit code, what it prints where."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.cli_failures import explained
from kinerja_xl.cli_words import translated
from tests.workbooks import HEAD, Unit, nip, records

COMMANDS = [
    "coba",
    "contoh",
    "formulir unit",
    "periksa",
    "konsolidasi",
    "surat",
    "nilai",
    "jelaskan",
    "regulasi",
    "pasang",
    "pasang excel",
]


def kinerja(
    *arguments: object, encoding: str = "utf-8", cwd: Path | None = None, columns: int = 120
) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": str(columns)}
    done = subprocess.run(
        [sys.executable, "-m", "kinerja_xl", *map(str, arguments)],
        capture_output=True,
        env=environment,
        cwd=cwd,
        check=False,
        timeout=120,
    )
    found = subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)
    )
    assert "Traceback" not in found.stderr + found.stdout
    return found


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A unit with one mistake: a person who rates himself."""
    folder = tmp_path / "unit"
    folder.mkdir()
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan", golongan="III/d", pangkat="Penata Tk. I")
    made.iki(HEAD, 1, 1, "10", "10", aspek="").rate(HEAD, "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    made.person(nip(1), "Budi Contoh", nip_penilai=nip(1)).iki(nip(1), 1, 1, "10", "10").rate(
        nip(1), "Sesuai Ekspektasi", "Sesuai Ekspektasi"
    )
    made.write(folder)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command: str) -> None:
    done = kinerja(*command.split(), "--help")
    assert done.returncode == 0
    assert "Contoh: kinerja" in done.stdout
    assert "Pemakaian:" in done.stdout
    assert "Usage" not in done.stdout
    assert "Show this message" not in done.stdout
    assert "[[" not in done.stdout


@pytest.mark.parametrize("group", ["", "formulir", "pasang", "konsolidasi"])
def test_help_names_what_is_typed_in_words_not_in_types(group: str) -> None:
    told = kinerja(*group.split(), "--help").stdout
    assert not [kind for kind in ("<bool>", "<str>", "<int", "<list", "<Path") if kind in told]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_help_on_any_console(encoding: str) -> None:
    assert "konsolidasi" in kinerja("--help", encoding=encoding).stdout


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; sys.argv=['kinerja','--help']\nfrom kinerja_xl.cli import main\ntry: main()\nexcept SystemExit: pass\nprint([m for m in ('pandas','openpyxl','xlsxwriter','docxtpl','numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["konsolidasi"], "belum diisi"),
        (["periksa", "--formatt", "json", "x"], "tidak dikenal"),
        (["konsolidasii"], "tidak dikenal"),
        (["periksa", "tidak-ada"], "tidak ditemukan"),
        (["jelaskan", "XYZ999"], "tidak dikenal"),
        (["jelaskan", "PEG999"], "PEG001"),
        (["regulasi", "uu-1"], "permenpanrb-6-2022"),
        (["regulasi", "--tanggal", "kemarin"], "bukan tanggal"),
        (["contoh", "x", "--unit", "0"], "di luar batas: paling kecil 1"),
        (["contoh", "x", "--unit", "banyak"], "bukan bilangan bulat"),
        (["contoh", "x", "--periode", "TW9"], "tidak dikenal"),
        (["regulasi", "a", "b"], "Kelebihan isian: b"),
        (["jelaskan", "PEG001", "--nip"], "memerlukan nilai"),
        (["surat", "tidak-ada.xlsx", "-o", "s"], "tidak ditemukan"),
        (["formulir", "unit", "--daftar", "tidak-ada.csv", "-o", "f"], "tidak ditemukan"),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_why_in_one_line(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    done = kinerja(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    line = done.stderr.strip().splitlines()
    assert line[0].startswith("Kesalahan: ")
    assert told in line[0]
    assert len(line) <= 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "helps"),
    [
        (["konsolidasi", "x"], "kinerja konsolidasi --help"),
        (["formulir", "skp", "--salah"], "kinerja formulir skp --help"),
        (["periks"], "kinerja --help"),
    ],
)
def test_a_mistyped_command_names_the_help_that_helps(arguments: list[str], helps: str) -> None:
    assert kinerja(*arguments).stderr.strip().splitlines()[-1] == f"Bantuan: {helps}"


def test_periksa_names_file_sheet_cell_person_and_what_to_do(unit: Path) -> None:
    done = kinerja("periksa", unit)
    assert done.returncode == 1
    assert "unit.xlsx" in done.stdout
    assert "galat" in done.stdout
    assert "PEG014  Pegawai!K7: NIP penilai Budi Contoh sama dengan NIP-nya sendiri." in done.stdout
    assert "-> Isi NIP atasan langsung sebagai penilai." in done.stdout
    assert "1 berkas, 2 pegawai, 2 indikator, " in done.stdout


def test_periksa_as_json_is_one_document(unit: Path) -> None:
    done = kinerja("periksa", unit, "--format", "json")
    assert done.returncode == 1
    document = json.loads(done.stdout)
    assert document["versi"] == 1
    assert document["jumlah"]["galat"] == 1
    found = [t for t in document["temuan"] if t["tingkat"] == "galat"]
    assert [(t["kode"], t["berkas"], t["lembar"], t["sel"], t["nama"]) for t in found] == [
        ("PEG014", "unit.xlsx", "Pegawai", "K7", "Budi Contoh")
    ]


def test_periksa_writes_the_findings_into_a_workbook(unit: Path, tmp_path: Path) -> None:
    report = tmp_path / "temuan.xlsx"
    assert kinerja("periksa", unit, "--keluaran", report).returncode == 1
    rows = records(report, "Temuan", "No.")
    assert ("PEG014", "K7") in {(row["Kode"], row["Sel"]) for row in rows}


def test_konsolidasi_adds_up_and_writes_master_and_letters(unit: Path, tmp_path: Path) -> None:
    master, letters = tmp_path / "hasil" / "master.xlsx", tmp_path / "surat"
    done = kinerja("konsolidasi", unit, "-o", master, "--surat", letters)
    assert done.returncode == 1
    assert "1 = 1 diterima + 0 ditolak" in done.stdout
    assert "2 = 1 direkap + 1 ditolak + 0 belum masuk" in done.stdout
    assert master.exists()
    assert len(list(letters.rglob("*.docx"))) == 1


def test_konsolidasi_with_a_roster_names_who_is_missing(unit: Path, tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(
        f"NIP;Nama;Unit\n{HEAD};Siti Penilai;KELURAHAN UJI\n{nip(7)};Rina Hilang;KELURAHAN UJI\n", "utf-8-sig"
    )
    done = kinerja("konsolidasi", unit, "-o", tmp_path / "m.xlsx", "--daftar", roster)
    assert "3 = 1 direkap + 1 ditolak + 1 belum masuk" in done.stdout


def test_the_master_never_overwrites_a_form(unit: Path) -> None:
    form = unit / "unit.xlsx"
    before = form.read_bytes()
    done = kinerja("konsolidasi", unit, "-o", form)
    assert done.returncode == 2
    assert "tidak ditimpa" in done.stderr
    assert form.read_bytes() == before


def test_a_master_is_not_written_into_folders_named_like_an_address(unit: Path, tmp_path: Path) -> None:
    done = kinerja("konsolidasi", unit, "-o", "https://contoh.go.id/master.xlsx", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "https:").exists()) == (2, False)
    assert "adalah alamat, sedangkan master hanya dapat ditulis ke berkas" in done.stderr


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "ruang simpannya habis"), (errno.ENAMETOOLONG, "namanya terlalu panjang"), (9999, "Unknown")],
)
def test_reasons_of_the_system_are_told_in_bahasa_indonesia(number: int, told: str) -> None:
    error = OSError(number, os.strerror(number), "unit.xlsx")
    assert told in explained(error)
    assert explained(error).startswith("unit.xlsx tidak dapat dipakai: ")


def test_what_the_parser_says_of_rights_is_told_in_bahasa_indonesia() -> None:
    told = translated("Invalid value for '--daftar': Path 'd.csv' is not readable.")
    assert told == "'--daftar': 'd.csv' tidak boleh dibaca atau ditulis. Periksa izinnya."


def test_consolidating_twice_gives_the_same_file_and_the_master_is_no_input(unit: Path) -> None:
    master = unit / "master.xlsx"
    kinerja("konsolidasi", unit, "-o", master)
    first = master.read_bytes()
    done = kinerja("konsolidasi", unit, "-o", master)
    assert "1 = 1 diterima + 0 ditolak" in done.stdout
    assert master.read_bytes() == first


def test_an_older_master_in_the_folder_is_told_apart_from_a_form(unit: Path) -> None:
    kinerja("konsolidasi", unit, "-o", unit / "lama.xlsx")
    done = kinerja("konsolidasi", unit, "-o", unit / "baru.xlsx")
    assert "1 = 1 diterima + 0 ditolak" in done.stdout
    assert "lama.xlsx" in done.stderr


def test_letters_from_a_master_and_from_a_unit_are_the_same(unit: Path, tmp_path: Path) -> None:
    master = tmp_path / "m.xlsx"
    kinerja("konsolidasi", unit, "-o", master)
    assert kinerja("surat", master, "-o", tmp_path / "a", "--tanggal", "2026-07-20").returncode == 0
    assert kinerja("surat", unit / "unit.xlsx", "-o", tmp_path / "b", "--tanggal", "2026-07-20").returncode == 1
    first = {p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*.docx")}
    second = {p.relative_to(tmp_path / "b"): p.read_bytes() for p in (tmp_path / "b").rglob("*.docx")}
    assert first == second
    assert len(first) == 1


def test_formulir_unit_makes_a_blank_workbook_that_is_read_again(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(
        f"Kode Unit,Nama Unit,NIP,Nama\nK-1,KELURAHAN SATU,{nip(1)},Budi\nK-1,KELURAHAN SATU,{nip(2)},Rina\nK-2,KELURAHAN DUA,{nip(3)},Tono\n",
        "utf-8",
    )
    done = kinerja("formulir", "unit", "--daftar", roster, "-o", tmp_path / "f", "--tahun", "2026")
    assert done.returncode == 0
    assert sorted(p.name for p in (tmp_path / "f").iterdir()) == ["kelurahan-dua-2026.xlsx", "kelurahan-satu-2026.xlsx"]
    again = kinerja("formulir", "unit", "--daftar", roster, "-o", tmp_path / "f", "--tahun", "2026")
    assert again.returncode == 2
    assert "sudah ada" in again.stderr


def test_a_roster_with_a_damaged_nip_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["NIP", "Nama", "Unit"])
    sheet.append([198609262015051001, "Budi", "K"])
    book.save(tmp_path / "daftar.xlsx")
    done = kinerja("formulir", "unit", "--daftar", tmp_path / "daftar.xlsx", "-o", tmp_path / "f")
    assert done.returncode == 2
    assert "baris 2: NIP tersimpan sebagai angka" in done.stderr


def test_jelaskan_a_code_and_a_score(unit: Path) -> None:
    done = kinerja("jelaskan", "nil004")
    assert done.returncode == 0
    assert "PermenPANRB 6/2022 Pasal 24-25" in done.stdout
    score = kinerja("jelaskan", "--nip", HEAD, unit / "unit.xlsx")
    assert "10 / 10 x 100 = 100,00%" in score.stdout
    assert "= Baik   [PermenPANRB 6/2022" in score.stdout


def test_regulasi_by_date() -> None:
    assert "se-menpanrb-3-2023" not in kinerja("regulasi", "--tanggal", "2022-12-31").stdout
    assert "se-menpanrb-3-2023" in kinerja("regulasi", "--tanggal", "2026-06-30").stdout
    assert "maksimal 0,7" in kinerja("regulasi", "se-menpanrb-3-2023").stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_findings_on_a_windows_console(unit: Path, encoding: str) -> None:
    assert "PEG014" in kinerja("periksa", unit, encoding=encoding).stdout


def test_findings_never_overwrite_a_form_a_master_or_another_file(unit: Path, tmp_path: Path) -> None:
    master = tmp_path / "m.xlsx"
    kinerja("konsolidasi", unit, "-o", master)
    other = tmp_path / "catatan.docx"
    other.write_bytes(b"x")
    for target in (unit / "unit.xlsx", master, other):
        before = target.read_bytes()
        assert kinerja("periksa", unit, "--keluaran", target).returncode == 2
        assert target.read_bytes() == before


def test_two_units_of_one_name_get_files_of_their_own(tmp_path: Path) -> None:
    roster = tmp_path / "daftar.csv"
    roster.write_text(
        "".join(["Kode Unit;Nama Unit;NIP;Nama\n", *(f"U{n};SDN 1;{nip(n)};Guru {n}\n" for n in (1, 2, 3))]), "utf-8"
    )
    assert kinerja("formulir", "unit", "--daftar", roster, "-o", tmp_path / "f", "--tahun", "2026").returncode == 0
    assert sorted(p.name for p in (tmp_path / "f").iterdir()) == [f"sdn-1-u{n}-2026.xlsx" for n in (1, 2, 3)]


def test_letters_into_the_input_folder_hide_nobody(unit: Path, tmp_path: Path) -> None:
    done = kinerja("konsolidasi", unit, "-o", tmp_path / "m.xlsx", "--surat", unit)
    assert "2 = 1 direkap + 1 ditolak + 0 belum masuk" in done.stdout
