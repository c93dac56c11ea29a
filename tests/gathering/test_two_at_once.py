"""Two people gather into the same new workbook at the same time: nobody's form is lost."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from kinerja_xl.files import create
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.gathering.merged import Merged
from kinerja_xl.gathering.run import Choice, gather
from kinerja_xl.gathering.unit_book import UnitBook
from kinerja_xl.gathering.write import built
from kinerja_xl.regulations import Peraturan
from tests.gathering.forms import whole
from tests.workbooks import nip

NOW = datetime(2026, 11, 24, 15, 30)  # noqa: DTZ001 the clock on the wall


def test_a_workbook_that_came_meanwhile_is_merged_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, name = tmp_path / "unit.xlsx", "kinerja_xl.gathering.run.built"

    def meanwhile(book: UnitBook, merged: Merged, lokal: Sequence[Peraturan]) -> bytes:
        monkeypatch.setattr(name, built)
        gather([whole(2)], target, Choice(), NOW)
        return built(book, merged, lokal)

    monkeypatch.setattr(name, meanwhile)
    done = gather([whole(1)], target, Choice(), NOW)
    assert read_workbook(target).rows["pegawai"]["nip"] == [nip(2), nip(1)]
    assert (done.written, done.backup is not None) == (True, True)


def test_a_file_is_created_whole_and_never_in_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "baru" / "a.xlsx"
    create(path, b"satu")
    with pytest.raises(FileExistsError):
        create(path, b"dua")
    assert path.read_bytes() == b"satu"
    assert [found.name for found in path.parent.iterdir()] == ["a.xlsx"]


def test_a_file_is_created_where_the_disk_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", unknown)
    path = tmp_path / "a.xlsx"
    create(path, b"satu")
    with pytest.raises(FileExistsError):
        create(path, b"dua")
    assert path.read_bytes() == b"satu"
