"""Workbooks behind URLs are found as those of a folder and read as they are; ``memory://`` stands for any storage."""

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from kinerja_xl.consolidation.master_links import Links
from kinerja_xl.consolidation.run import check_files
from kinerja_xl.consolidation.sources import Source, find_sources
from kinerja_xl.forms import guard
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.remote import RemoteError, name_of, place_of
from tests.forms.edited import two_people
from tests.test_cli import kinerja


@pytest.fixture
def storage() -> Iterator[fsspec.AbstractFileSystem]:
    found = fsspec.filesystem("memory")
    yield found
    found.store.clear()
    found.pseudo_dirs[:] = [""]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    (tmp_path / "unit").mkdir()
    return two_people().write(tmp_path / "unit")


def test_a_folder_behind_a_url_is_searched_like_one_here(storage: fsspec.AbstractFileSystem) -> None:
    for name in (
        "b.xlsx",
        "sub/a.xlsx",
        "catatan.txt",
        "~$b.xlsx",
        "sub/.tersembunyi.xlsx",
        "dari surel ~$b.xlsx",
        "b.cadangan-20261124-1530.xlsx",
    ):
        storage.pipe(f"/unit/{name}", b"PK")
    found = find_sources(["memory://unit/"])
    assert [(s.name, s.place) for s in found.files] == [
        ("b.xlsx", "memory:///unit/b.xlsx"),
        ("sub/a.xlsx", "memory:///unit/sub/a.xlsx"),
    ]
    assert (found.skipped, found.backups) == (4, ("b.cadangan-20261124-1530.xlsx",))


def test_a_url_beside_a_folder(storage: fsspec.AbstractFileSystem, workbook: Path) -> None:
    storage.pipe("/unit/b.xlsx", b"PK")
    names = [s.name for s in find_sources([workbook.parent, "memory://unit", "memory://unit/b.xlsx"]).files]
    assert names == sorted([workbook.as_posix(), "memory:///unit/b.xlsx"], key=str.casefold)
    assert [s.name for s in find_sources(["memory://unit/b.xlsx"]).files] == ["b.xlsx"]


def test_a_backup_is_read_where_it_is_the_one_thing_named(storage: fsspec.AbstractFileSystem) -> None:
    name = "b.cadangan-20261124-1530.xlsx"
    storage.pipe(f"/unit/{name}", b"PK")
    assert [s.name for s in find_sources([f"memory://unit/{name}"]).files] == [name]
    assert find_sources([f"memory://unit/{name}", "memory://unit"]).backups != ()


def test_what_is_read_is_what_lies_there(storage: fsspec.AbstractFileSystem, workbook: Path) -> None:
    storage.pipe("/unit/unit.xlsx", workbook.read_bytes())
    there, here = read_workbook("memory://unit/unit.xlsx"), read_workbook(workbook)
    assert there == here
    assert len(there.sha256) == 64


def test_batches_read_from_a_storage(storage: fsspec.AbstractFileSystem, workbook: Path) -> None:
    storage.pipe("/unit/unit.xlsx", workbook.read_bytes())
    checked, _ = check_files(find_sources(["memory://unit"]).files, workers=1)
    assert checked.findings == check_files(find_sources([workbook.parent]).files, workers=1)[0].findings


def test_no_more_is_fetched_than_a_workbook_may_have(
    storage: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.pipe("/unit/besar.xlsx", b"PK" + bytes(3_000_000))
    monkeypatch.setattr(guard, "MAX_FILE", 1_000_000)
    (found,) = read_workbook("memory://unit/besar.xlsx").findings
    assert (found.code, found.message) == ("BRK005", "Berkas berukuran 3 MB, lebih besar dari batas 1 MB.")


def test_what_is_gone_is_a_finding(storage: fsspec.AbstractFileSystem) -> None:
    storage.pipe("/unit/a.xlsx", b"PK")
    (source,) = find_sources(["memory://unit"]).files
    storage.rm("/unit/a.xlsx")
    (found,) = read_workbook(source.place, source.name).findings
    assert (found.code, found.message) == ("BRK001", "Berkas tidak dapat diambil dari alamatnya.")


def test_urls_that_cannot_be_used() -> None:
    with pytest.raises(FileNotFoundError):
        find_sources(["memory://tidak-ada"])
    with pytest.raises(RemoteError, match=r"ftq://x tidak dapat dibuka .* Periksa alamat"):
        find_sources(["ftq://x"])
    with pytest.raises(TypeError):
        _ = Source("a.xlsx", "memory://a.xlsx").path


def test_a_file_url_is_a_path(workbook: Path, tmp_path: Path) -> None:
    assert place_of(workbook.as_uri()) == workbook
    assert read_workbook(workbook.as_uri()).sha256 == read_workbook(workbook).sha256
    done = kinerja("konsolidasi", workbook.parent.as_uri(), "-o", tmp_path / "a.xlsx")
    kinerja("konsolidasi", workbook.parent, "-o", tmp_path / "b.xlsx")
    assert done.returncode in (0, 1)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_names() -> None:
    assert name_of("s3://bucket/unit/Kelurahan 5% #1.xlsx") == "Kelurahan 5% #1.xlsx"
    assert name_of("https://contoh.go.id/unit/Kelurahan%201.xlsx?kunci=rahasia") == "Kelurahan 1.xlsx"
    assert place_of("C:/unit") == Path("C:/unit")
    assert place_of("s3://bucket/unit") == "s3://bucket/unit"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://contoh.go.id/unit/a.xlsx", "https://contoh.go.id/unit/a.xlsx"),
        ("https://contoh.go.id/unit/a.xlsx?kunci=rahasia", None),
        ("https://nama:sandi@contoh.go.id/a.xlsx", None),
        ("s3://bucket/a.xlsx", None),
    ],
)
def test_the_master_links_what_a_browser_opens_and_no_secret(tmp_path: Path, url: str, link: str | None) -> None:
    assert Links(tmp_path, {"a.xlsx": url}).to("a.xlsx", "Rencana", "C7") == link
