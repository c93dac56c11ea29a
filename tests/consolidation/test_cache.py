"""With a cache the outcome is that of reading everything, whatever happened to the files and to the cache meanwhile."""

import os
import pickle
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl import cli_konsolidasi
from kinerja_xl.cli_jobs import ReadChoice
from kinerja_xl.cli_konsolidasi import ConsolidateChoice
from kinerja_xl.cli_letters import LetterChoice
from kinerja_xl.consolidation import batch, cache_entry, run
from kinerja_xl.consolidation import cache as caching
from kinerja_xl.consolidation.batch import Part, Task
from kinerja_xl.consolidation.cache import AGAIN, SUFFIX, Cache
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked, check_files, consolidate
from kinerja_xl.consolidation.sources import Source, find_sources
from kinerja_xl.examples.write import write_examples
from kinerja_xl.periods import Periode
from tests.consolidation.test_batches import assert_same
from tests.regulations.instansi import entry
from tests.regulations.instansi import lokal as own_rules
from tests.workbooks import Unit, grid, nip

FILES = 4


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two variants of each of a few workbooks: ``0-3.xlsx`` is the second of the fourth."""
    folder = tmp_path_factory.mktemp("model")
    for variant in range(2):
        made = folder / f"benih{variant}"
        write_examples(made, tahun=2026, periode=Periode.TW2, benih=variant + 1, unit=FILES, pegawai=5)
        for number, path in enumerate(sorted(made.glob("ke*.xlsx"))):
            shutil.copy(path, folder / f"{variant}-{number}.xlsx")
    assert len(list(folder.glob("?-?.xlsx"))) == 2 * FILES
    return folder


def consolidated(folder: Path, cache: Cache | None) -> run.Checked:
    return check_files(find_sources([folder]).files, workers=1, batch=3, cache=cache)[0]


@given(
    steps=st.lists(
        st.lists(
            st.one_of(
                st.tuples(st.just("put"), st.integers(0, FILES - 1), st.integers(0, 1)),
                st.tuples(st.just("delete"), st.integers(0, FILES - 1), st.just(0)),
                st.tuples(st.just("rename"), st.integers(0, FILES - 1), st.integers(0, 1)),
            ),
            max_size=3,
        ),
        min_size=1,
        max_size=2,
    )
)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_changes_between_runs(models: Path, steps: list[list[tuple[str, int, int]]]) -> None:
    with TemporaryDirectory() as place:
        folder, store = Path(place) / "unit", Path(place) / "tembolok"
        folder.mkdir()
        for number in range(FILES):
            shutil.copy(models / f"0-{number}.xlsx", folder / f"unit{number}.xlsx")
        for changes in ([], *steps):
            for what, number, variant in changes:
                _change(folder, models, what, number, variant)
            if any(folder.iterdir()):
                assert_same(consolidated(folder, Cache(store)), consolidated(folder, None))


def _change(folder: Path, models: Path, what: str, number: int, variant: int) -> None:
    path = folder / f"unit{number}.xlsx"
    if what == "put":
        shutil.copy(models / f"{variant}-{number}.xlsx", path)
    elif what == "delete":
        path.unlink(missing_ok=True)
    elif path.exists():
        path.rename(folder / f"nama{variant}{number}.xlsx")


@pytest.fixture
def folder(models: Path, tmp_path: Path) -> Path:
    made = tmp_path / "unit"
    made.mkdir()
    for number in range(FILES):
        shutil.copy(models / f"0-{number}.xlsx", made / f"unit{number}.xlsx")
    return made


def entries(store: Path) -> list[Path]:
    return sorted(store.rglob(f"*{SUFFIX}"))


def test_only_what_changed_is_read(folder: Path, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[list[str]] = []
    working = batch.work

    def noticed(task: Task) -> Part:
        read.append([source.name for source in task.sources])
        return working(task)

    monkeypatch.setattr(run, "work", noticed)
    store = Cache(tmp_path / "tembolok")
    consolidated(folder, store)
    assert (read, store.fresh) == ([["unit0.xlsx", "unit1.xlsx", "unit2.xlsx"], ["unit3.xlsx"]], 4)
    first, read[:] = store.content, []
    consolidated(folder, store)
    assert (read, store.fresh, store.content) == ([], 0, first)
    shutil.copy(models / "1-1.xlsx", folder / "unit1.xlsx")
    consolidated(folder, store)
    assert (read, store.fresh) == ([["unit1.xlsx"]], 1)
    assert store.content != first


def test_what_was_judged_again_is_known_until_it_or_its_reason_changes(
    folder: Path, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same person in two workbooks blocks that person in both."""
    shared = Unit(nama="KELURAHAN SATU", kode="U-1").person(nip(1)).iki(nip(1), 1, 1, "12", "6")
    for name, kode in (("a.xlsx", "U-1"), ("b.xlsx", "U-2")):
        replace(shared, kode=kode, nama=f"KELURAHAN {kode}").write(folder, name)
    judged: list[list[str]] = []
    working = batch.work

    def noticed(task: Task) -> Part:
        if task.across:
            judged.append([source.name for source in task.sources])
        return working(task)

    monkeypatch.setattr(run, "work", noticed)
    store = tmp_path / "tembolok"
    first = consolidated(folder, Cache(store))
    assert "GAB001" in {f.code for f in first.findings}
    assert (judged, len(list(store.rglob(f"*{AGAIN}")))) == ([["a.xlsx", "b.xlsx"]], 1)
    shutil.copy(models / "1-1.xlsx", folder / "unit1.xlsx")
    judged.clear()
    found = consolidated(folder, Cache(store))
    assert judged == []
    assert_same(found, consolidated(folder, None))
    Unit(nama="KELURAHAN U-2", kode="U-2").person(nip(2)).write(folder, "b.xlsx")
    assert_same(consolidated(folder, Cache(store)), consolidated(folder, None))


def test_another_program_or_other_settings_know_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "tembolok"
    consolidated(folder, Cache(store))
    lokal = own_rules(tmp_path, entry("batas_capaian", "110.0"))
    other = Cache(store, lokal)
    found = check_files(find_sources([folder]).files, lokal, workers=1, cache=other)[0]
    assert other.fresh == FILES
    assert_same(found, check_files(find_sources([folder]).files, lokal, workers=1)[0])
    monkeypatch.setattr(caching, "program", lambda: "versi lain")
    newer = Cache(store)
    consolidated(folder, newer)
    assert newer.fresh == FILES


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 bukan tembolok", cache_entry.MAGIC + b"0" * 64],
    ids=["one byte less", "foreign", "without content"],
)
def test_a_damaged_entry_is_as_good_as_none(folder: Path, tmp_path: Path, data: bytes) -> None:
    store = tmp_path / "tembolok"
    consolidated(folder, Cache(store))
    for path in entries(store):
        path.write_bytes(data or path.read_bytes()[:-1])
    again = Cache(store)
    assert_same(consolidated(folder, again), consolidated(folder, None))
    assert again.fresh == FILES
    last = Cache(store)
    consolidated(folder, last)
    assert last.fresh == 0


class Planted:
    """Would write a file when unpickled by others."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_a_planted_entry_runs_nothing(folder: Path, tmp_path: Path) -> None:
    store, mark = tmp_path / "tembolok", tmp_path / "dijalankan"
    consolidated(folder, Cache(store))
    payload = pickle.dumps((Cache(store).program, {}, Planted(mark)))
    for path in entries(store):
        path.write_bytes(cache_entry.MAGIC + cache_entry.digest(payload).encode() + b"\n" + payload)
    again = Cache(store)
    consolidated(folder, again)
    assert (again.fresh, mark.exists()) == (FILES, False)
    pickle.loads(payload)  # noqa: S301 that is the danger
    assert mark.exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_among_the_entries_is_not_waited_for(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "tembolok"
    consolidated(folder, Cache(store))
    (there,) = {path.parent for path in entries(store)}
    os.mkfifo(there / f"pipa{SUFFIX}")
    os.mkfifo(tmp_path / "daftar.csv")
    again = Cache(store)
    consolidated(folder, again)
    assert again.fresh == 0
    assert caching.contents([tmp_path / "daftar.csv"]) == {str(tmp_path / "daftar.csv"): ""}


def test_two_folders_share_one_cache(folder: Path, models: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    shutil.copy(models / "1-0.xlsx", other / "unit0.xlsx")
    store = tmp_path / "tembolok"
    for place in (folder, other):
        consolidated(place, Cache(store))
    for place in (folder, other):
        again = Cache(store)
        consolidated(place, again)
        assert again.fresh == 0


def test_a_master_of_what_cannot_be_compared_is_made_anew(folder: Path, tmp_path: Path) -> None:
    """As a workbook behind a URL: nobody knows here whether it has changed."""
    master, store = tmp_path / "master.xlsx", Cache(tmp_path / "tembolok")
    master.write_bytes(b"master")
    sources = find_sources([folder]).files
    store.recall(sources)
    store.remember_made(master, 0, {})
    assert store.made(master, 0, {})
    assert not store.made(master, 1, {})
    store.recall([*sources, Source("jauh.xlsx", "s3://ember/jauh.xlsx")])
    store.remember_made(master, 0, {})
    assert not store.made(master, 0, {})


def test_a_file_that_changes_while_it_is_read_is_noted_as_read(folder: Path, models: Path, tmp_path: Path) -> None:
    store, sources = Cache(tmp_path / "tembolok"), find_sources([folder]).files
    store.recall(sources)
    first = store.content
    shutil.copy(models / "1-1.xlsx", folder / "unit1.xlsx")
    store.keep([batch.work(Task(sources))])
    assert (store.content == first, entries(tmp_path / "tembolok")) == (False, [])


def test_a_roster_that_changes_during_the_work_gives_a_new_master_next_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    master, roster = tmp_path / "master.xlsx", tmp_path / "pegawai.csv"
    head = "NIP,Nama,Nama Unit\n"
    roster.write_text(head + "198501012010012001,Ani Contoh,KELURAHAN UJI\n", "utf-8")
    later = head + "198501012010011002,Budi Contoh,KELURAHAN UJI\n"
    how, choice = (
        ReadChoice(1, (), Cache(tmp_path / "tembolok")),
        ConsolidateChoice(LetterChoice(date(2026, 7, 20)), roster),
    )
    with monkeypatch.context() as meanwhile:

        def somebody_saves_it(checked: Checked, *, skipped: int) -> Konsolidasi:
            roster.write_text(later, "utf-8")
            return consolidate(checked, skipped=skipped)

        meanwhile.setattr(cli_konsolidasi, "consolidate", somebody_saves_it)
        with suppress(typer.Exit):
            cli_konsolidasi.consolidate_workbooks([folder], master, choice, how)
    assert "Ani Contoh" in names(master)
    with suppress(typer.Exit):
        cli_konsolidasi.consolidate_workbooks([folder], master, choice, how)
    assert {"Ani Contoh", "Budi Contoh"} & names(master) == {"Budi Contoh"}
    before = master.stat().st_mtime_ns
    with suppress(typer.Exit):
        cli_konsolidasi.consolidate_workbooks([folder], master, choice, how)
    assert master.stat().st_mtime_ns == before


def names(master: Path) -> set[object]:
    return {cell for row in grid(master, "Rekonsiliasi") for cell in row}
