"""The second page of the letter: the steps of the score as in ``kinerja jelaskan``, only where they are asked for."""

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.package import read_parts
from tests.letters.documents import template, text_of
from tests.libreoffice import converted
from tests.workbooks import HEAD, Unit, nip

RUNNER = CliRunner()
S = "Sesuai Ekspektasi"
TITLE = "LAMPIRAN: RINCIAN PERHITUNGAN"
DATED = ("--tanggal", "2026-07-20")


def ran(*words: str | Path) -> tuple[int, str]:
    result = RUNNER.invoke(app, [str(word) for word in words])
    said = (
        result.output if result.exception is None or isinstance(result.exception, SystemExit) else str(result.exception)
    )
    return result.exit_code, said


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """One person: (100 + 90) / 2 = 95 and 110, so (95 + 110) / 2 = 102,5."""
    made = Unit().person(HEAD, "Siti Penilai", format_skp="Pimpinan").iki(HEAD, 1, 1, "10", "10", aspek="")
    made.rate(HEAD, S, S).person(nip(1), "Budi <Contoh>").rate(nip(1), S, S)
    made.iki(nip(1), 1, 1, "10", "10").iki(nip(1), 1, 2, "10", "9", indikator="A & B").iki(nip(1), 2, 1, "10", "11")
    return made.write(tmp_path)


def letter_to(folder: Path, who: str) -> Path:
    (found,) = folder.rglob(f"*{who}.docx")
    return found


def test_the_page_shows_every_step(unit: Path, tmp_path: Path) -> None:
    code, said = ran("surat", unit, "-o", tmp_path / "s", "--rincian", *DATED)
    assert code == 0, said
    lines = text_of(letter_to(tmp_path / "s", nip(1)).read_bytes()).splitlines()
    page = lines[lines.index(TITLE) :]
    assert "1 (satu) berkas" in lines
    assert page[4:9] == ["No.", "Uraian", "Perhitungan", "Hasil", "Dasar"]
    assert "Indikator 1.2 A & B" in page
    start = page.index("Capaian pegawai")
    assert page[start - 1] == "6"  # three indicators, two RHK, then this
    assert page[start : start + 4] == ["Capaian pegawai", "rerata RHK", "(95 + 110) / 2", "102,50%"]


def test_without_the_option_letters_have_no_such_page(unit: Path, tmp_path: Path) -> None:
    ran("surat", unit, "-o", tmp_path / "s", *DATED)
    ran("surat", unit, "-o", tmp_path / "r", "--rincian", *DATED)
    plain, told = (letter_to(tmp_path / name, nip(1)).read_bytes() for name in ("s", "r"))
    text = text_of(plain)
    assert TITLE not in text
    assert "berkas" not in text
    before, page = text_of(told).split(f"{TITLE}\n", 1)
    assert before.replace("1 (satu) berkas", "-").rstrip() == text.split("Surat Nomor")[0].rstrip()
    assert page
    fixed = [name for name, data in read_parts(plain).items() if data != read_parts(told)[name]]
    assert fixed == ["word/document.xml"]


def test_letters_of_a_consolidation_can_have_it(unit: Path, tmp_path: Path) -> None:
    made = ("konsolidasi", unit, "-o", tmp_path / "m.xlsx")
    code, said = ran(*made, "--surat", tmp_path / "s", "--rincian", *DATED)
    assert code == 0, said
    assert TITLE in text_of(letter_to(tmp_path / "s", HEAD).read_bytes())
    assert ran(*made, "--rincian")[0] == 2


def test_a_master_has_no_steps(unit: Path, tmp_path: Path) -> None:
    ran("konsolidasi", unit, "-o", tmp_path / "m.xlsx")
    code, said = ran("surat", tmp_path / "m.xlsx", "-o", tmp_path / "s", "--rincian")
    assert code == 1
    assert said.startswith(
        "m.xlsx: master tidak memuat rincian perhitungan; dengan --rincian, sebut buku kerja unitnya"
    )
    assert not (tmp_path / "s").exists()


def test_a_template_without_the_page_is_refused(unit: Path, tmp_path: Path) -> None:
    own = template(tmp_path / "sendiri.docx", "{{ pegawai.nama }}")
    code, said = ran("surat", unit, "-o", tmp_path / "s", "--rincian", "--templat", own)
    assert (code, said.startswith("Templat sendiri.docx tidak memuat rincian")) == (1, True)
    assert not (tmp_path / "s").exists()
    assert ran("surat", unit, "-o", tmp_path / "s", "--templat", own)[0] == 0


def test_somebody_with_a_galat_gets_no_letter_either_way(unit: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(unit)
    sheet = book["Pegawai"]
    row = next(r for r in range(6, 12) if sheet.cell(r, 1).value == nip(1))
    sheet.cell(row, 11).value = nip(1)  # rates himself
    book.save(unit)
    assert sheet.cell(5, 11).value == "NIP Penilai"
    code, _ = ran("surat", unit, "-o", tmp_path / "s", "--rincian", *DATED)
    assert code == 1
    assert [path.name for path in (tmp_path / "s").rglob(f"*{nip(1)}.docx")] == []


@pytest.mark.libreoffice
def test_libreoffice_prints_the_page(unit: Path, tmp_path: Path) -> None:
    ran("surat", unit, "-o", tmp_path / "s", "--rincian", *DATED)
    (tmp_path / "pdf").mkdir()
    pdf = converted(letter_to(tmp_path / "s", nip(1)), "pdf", tmp_path / "pdf").read_bytes()
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page ") >= 2
