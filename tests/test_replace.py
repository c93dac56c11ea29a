"""Replacing somebody's workbook: a copy first, nothing that must not be touched."""

from datetime import datetime
from pathlib import Path

import pytest

from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.replace import ReplaceError, check, is_backup, replaced
from tests.workbooks import Unit, nip

NOW = datetime(2026, 11, 24, 15, 30)  # noqa: DTZ001 the clock on the wall


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    return Unit().person(nip(1)).write(tmp_path, "kelurahan-x.xlsx")


def with_part(path: Path, name: str) -> bytes:
    return write_parts(read_parts(path.read_bytes()) | {name: b"<x/>"})


def test_the_old_file_is_kept_and_no_copy_is_overwritten(unit: Path) -> None:
    first = unit.read_bytes()
    names = [replaced(unit, first, b"dua", NOW).name, replaced(unit, b"dua", b"tiga", NOW).name]
    assert names == ["kelurahan-x.cadangan-20261124-1530.xlsx", "kelurahan-x.cadangan-20261124-1530-2.xlsx"]
    assert [unit.with_name(name).read_bytes() for name in names] == [first, b"dua"]
    assert unit.read_bytes() == b"tiga"


def test_the_rights_of_the_file_and_a_link_to_it_stay(unit: Path) -> None:
    unit.chmod(0o640)
    link = unit.with_name("tautan.xlsx")
    link.symlink_to(unit)
    replaced(link, unit.read_bytes(), b"baru", NOW)
    assert link.is_symlink()
    assert unit.read_bytes() == b"baru"
    assert unit.stat().st_mode & 0o777 == 0o640


def test_a_file_changed_meanwhile_is_left(unit: Path) -> None:
    with pytest.raises(ReplaceError, match="berubah selagi dikerjakan"):
        replaced(unit, b"yang dibaca", b"baru", NOW)
    assert [path.name for path in unit.parent.iterdir()] == ["kelurahan-x.xlsx"]


@pytest.mark.parametrize(
    ("part", "reason"), [("xl/vbaProject.bin", "makro"), ("_xmlsignatures/sig1.xml", "ditandatangani secara digital")]
)
def test_macros_and_signatures_are_refused(unit: Path, part: str, reason: str) -> None:
    with pytest.raises(ReplaceError, match=reason):
        check(unit, with_part(unit, part))


@pytest.mark.parametrize("mark", ["~$kelurahan-x.xlsx", ".~lock.kelurahan-x.xlsx#"])
def test_an_open_file_is_refused(unit: Path, mark: str) -> None:
    unit.with_name(mark).touch()
    with pytest.raises(ReplaceError, match="sedang dibuka"):
        check(unit, unit.read_bytes())


def test_a_write_protected_file_is_refused(unit: Path) -> None:
    unit.chmod(0o444)
    with pytest.raises(ReplaceError, match="read-only"):
        check(unit, unit.read_bytes())


def test_another_kind_of_file_is_refused(unit: Path) -> None:
    for name, reason in (("unit.xlsm", "makro"), ("unit.ods", "bukan Buku Kerja Excel")):
        with pytest.raises(ReplaceError, match=reason):
            check(unit.with_name(name), unit.read_bytes())


def test_copies_are_no_input_unless_named_alone(unit: Path) -> None:
    backup = replaced(unit, unit.read_bytes(), unit.read_bytes(), NOW)
    assert is_backup(backup)
    assert not is_backup(unit)
    assert not is_backup(Path("laporan.cadangan.xlsx"))
    found = find_sources([unit.parent])
    assert [source.path for source in found.files] == [unit]
    assert (found.backups, found.skipped) == ((backup.name,), 1)
    assert [source.path for source in find_sources([unit, backup]).files] == [unit]
    assert [source.path for source in find_sources([backup]).files] == [backup]
