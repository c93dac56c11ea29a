"""Files that are no form of ours: one finding each, quickly, in bounded memory, and the rest goes on."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.checks import rejected_files
from kinerja_xl.consolidation.run import check_all, consolidate, read_all
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.forms.read import read_workbook
from tests.workbooks import Unit, as_openpyxl, nip

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def _far(tmp_path: Path, cell: str, sheet: str = "Pegawai") -> Path:
    path = Unit().person(nip(1)).write(tmp_path)
    book = as_openpyxl(path)
    book[sheet][cell] = "x"
    book.save(path)
    return path


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD1", "A20001", "GA7"])
def test_a_cell_far_outside_is_named_and_does_not_end_the_program(tmp_path: Path, cell: str) -> None:
    findings = read_workbook(_far(tmp_path, cell)).findings
    assert [(f.code, f.cell) for f in findings] == [("BRK006", cell)]


@pytest.mark.parametrize("cell", ["A5000", "AZ200", "FZ19999"])
def test_a_stray_note_within_reach_is_harmless(tmp_path: Path, cell: str) -> None:
    assert read_workbook(_far(tmp_path, cell, "Panduan")).findings == []


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    return path


def _truncated(path: Path) -> Path:
    data = Unit().person(nip(1)).bytes()
    return _write(path, data[: len(data) // 2])


def _plain_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("catatan.txt", "bukan buku kerja")
    return path


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda p: _write(p, b""), "BRK001"),
        (lambda p: _write(p, b"<html><table>"), "BRK001"),
        (lambda p: _write(p, bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)), "BRK001"),
        (lambda p: _write(p, bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")), "BRK002"),
        (_truncated, "BRK001"),
        (_plain_zip, "BRK001"),
        (_bomb, "BRK005"),
    ],
)
def test_no_workbook(tmp_path: Path, make: object, code: str) -> None:
    assert callable(make)
    reading = read_workbook(make(tmp_path / "kiriman.xlsx"))
    assert [f.code for f in reading.findings] == [code]
    assert reading.findings[0].message
    assert reading.findings[0].fix


def test_a_workbook_with_entities_is_not_opened(tmp_path: Path) -> None:
    path = Unit().person(nip(1)).write(tmp_path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    sheet = "xl/worksheets/sheet2.xml"
    parts[sheet] = head + parts[sheet].split(b"?>", 1)[1]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert [f.code for f in read_workbook(path).findings] == ["BRK005"]


def _folder_with_corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "kiriman"
    shutil.copytree(CORPUS, folder)
    folder.chmod(0o755)
    for number in (1, 2, 3):
        unit = (
            Unit(nama=f"KELURAHAN {number}", kode=f"K-{number}").person(nip(number)).iki(nip(number), 1, 1, "10", "10")
        )
        unit.rate(nip(number), "Sesuai Ekspektasi", "Sesuai Ekspektasi").write(folder, f"unit-{number}.xlsx")
    return folder


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of odd workbooks is not beside this checkout")
def test_three_good_units_among_all_odd_files(tmp_path: Path) -> None:
    folder = _folder_with_corpus(tmp_path)
    odd = {p.name for p in CORPUS.glob("*.xlsx") if "~$" not in p.name}
    sources = find_sources([folder])
    checked = check_all(read_all(sources.files))
    result = consolidate(checked, skipped=sources.skipped)
    per_file = {name: [f.code for f in checked.findings if f.file == name] for name in odd}
    assert all(len(codes) == 1 for codes in per_file.values()), per_file
    assert rejected_files(checked.findings) == odd
    assert (result.counts.files_accepted, result.counts.files_rejected, result.counts.recapped) == (3, len(odd), 3)


def _repacked(tmp_path: Path, part: str, change: Callable[[bytes], bytes], renamed: str = "") -> Path:
    path = Unit().person(nip(1)).write(tmp_path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    if renamed:
        parts[renamed] = parts.pop(part)
        for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            parts[name] = parts[name].replace(f"/{part}".encode(), f"/{renamed}".encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet2.xml"
END = b"</sheetData>"


@pytest.mark.parametrize(
    "extra",
    [
        b'<row r="1048576"><c r = "XFD1048576"><v>1</v></c></row>',
        b'<row r="1048576"><c><v>1</v></c></row>',
        b'<row r="1048576"><c x="a" r=\'XFD1048576\' t="str"><v>1</v></c></row>',
        b'<row r="1048576"><c r="XFD1048576" s="1"><v>1</v></c></row>',
    ],
)
@pytest.mark.parametrize("renamed", ["", "xl/lain/s.xml"])
def test_far_cells_in_unusual_xml(tmp_path: Path, extra: bytes, renamed: str) -> None:
    path = _repacked(tmp_path, SHEET, lambda xml: xml.replace(END, extra + END), renamed)
    assert [f.code for f in read_workbook(path).findings] == ["BRK006"]


@pytest.mark.parametrize(
    "extra",
    [
        b'<row r="1048576" spans="1:2"><c r="A1048576" s="1"/></row>',
        b'<row r="1048576" ht="15"/>',
        b'<row r="30000" ht="12.8"><c r="A30000" s="5"></c><c r="XFD30000" s="5" t="n"> </c></row>',
        b'<row r="200"><x:c r="GA200" s="5"></x:c></row>',
    ],
    ids=["of Excel", "a whole row", "of LibreOffice", "with a prefix"],
)
def test_far_formats_without_content_are_harmless(tmp_path: Path, extra: bytes) -> None:
    assert read_workbook(_repacked(tmp_path, SHEET, lambda xml: xml.replace(END, extra + END))).findings == []


def test_a_package_that_lies_about_its_size_is_not_inflated(tmp_path: Path) -> None:
    path = _repacked(tmp_path, SHEET, lambda xml: xml.replace(END, b" " * 50_000 + END))
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        size = package.getinfo(SHEET).file_size
    for offset in [i for i in range(len(data) - 4) if data[i : i + 4] == size.to_bytes(4, "little")]:
        data[offset : offset + 4] = (size - 40_000).to_bytes(4, "little")
    path.write_bytes(data)
    assert [f.code for f in read_workbook(path).findings] == ["BRK005"]


def test_one_long_text_in_very_many_cells_is_not_spelled_out(tmp_path: Path) -> None:
    long = b"<si><t>" + b"x" * 32_767 + b"</t></si>"
    path = _repacked(tmp_path, "xl/sharedStrings.xml", lambda xml: xml.replace(b"</sst>", long + b"</sst>"))
    rows = b"".join(b'<row r="%d">' % r + b'<c t="s"><v>0</v></c>' * 40 + b"</row>" for r in range(2_000, 3_000))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[SHEET] = parts[SHEET].replace(END, rows + END)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert [f.code for f in read_workbook(path).findings] == ["BRK005"]
