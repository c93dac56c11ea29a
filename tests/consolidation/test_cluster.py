"""A scheduler and workers of dask.distributed, processes of their own: the master is the same, also when they die."""

import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest
from distributed import Client, get_worker

from kinerja_xl.consolidation.batch import Part, Task, work
from kinerja_xl.consolidation.cluster import connected
from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.run import check_files, consolidate
from kinerja_xl.consolidation.sources import Source, find_sources
from kinerja_xl.examples.write import write_examples
from kinerja_xl.forms.remote import RemoteError
from kinerja_xl.periods import Periode
from tests.test_cli import kinerja

pytestmark = pytest.mark.xdist_group("cluster")

Process = subprocess.Popen[bytes]
TOP = Path(__file__).parents[2]


@contextmanager
def started(part: str, *arguments: object, cwd: Path, env: Mapping[str, str] | None = None) -> Iterator[Process]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *map(str, arguments), "--no-dashboard"]
    with subprocess.Popen(
        command, cwd=cwd, env=os.environ | (env or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def scheduler(folder: Path, env: Mapping[str, str] | None = None) -> Iterator[tuple[str, Process]]:
    port = free_port()
    with started("scheduler", "--host", "127.0.0.1", "--port", port, cwd=folder, env=env) as process:
        yield f"tcp://127.0.0.1:{port}", process


def worker(
    address: str, folder: Path, cwd: Path = TOP, env: Mapping[str, str] | None = None
) -> AbstractContextManager[Process]:
    return started("worker", address, "--nthreads", 1, "--no-nanny", "--local-directory", folder, cwd=cwd, env=env)


@contextmanager
def two_workers(address: str, folder: Path) -> Iterator[tuple[Process, Process]]:
    with worker(address, folder / "1") as first, worker(address, folder / "2") as second:
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield first, second


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with scheduler(tmp_path_factory.mktemp("scheduler")) as (address, _):
        yield address


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks with mistakes in them; one cannot be read, and one is judged again for what others hold."""
    folder = tmp_path_factory.mktemp("kerja") / "unit"
    codes = ("PEG003", "GAB001")
    write_examples(folder, tahun=2026, periode=Periode.TW2, benih=5, unit=5, pegawai=5, cacat=True, codes=codes)
    (folder / "rusak.xlsx").write_bytes(b"PK")
    return folder


@pytest.fixture(scope="module")
def expected(units: Path) -> bytes:
    """The master made without a cluster, by the command, in a folder beside that of the workbooks."""
    master = units.parent / "biasa" / "master.xlsx"
    assert kinerja("konsolidasi", units, "-o", master, "--pekerja", 1).returncode == 1
    return master.read_bytes()


def consolidated(
    sources: Sequence[Source], address: str, master: Path, progress: Callable[[str], None], seconds: float = 60
) -> list[str]:
    """Write the master, batches of two workbooks; returns what is said of the cluster.

    The client looks for a scheduler that is gone as long as it waits for one at the start: ``seconds``.
    """
    with connected(address, seconds=seconds, patience=1) as cluster:
        checked, _ = check_files(sources, batch=2, executor=cluster, progress=progress)
    master.parent.mkdir(exist_ok=True)
    write_master(consolidate(checked), master, {s.name: s.place for s in sources})
    return list(cluster.notes)


def ends(*processes: Process, told: list[str] | None = None) -> Callable[[str], None]:
    """A listener that kills the processes as soon as the first workbook is done; ``told`` gets all names."""

    def listen(name: str) -> None:
        for process in processes:
            process.kill()
            process.wait()
        if told is not None:
            told.append(name)

    return listen


def test_the_command_on_two_workers(address: str, units: Path, expected: bytes, tmp_path: Path) -> None:
    """Named from the current folder, which is not that of the workers."""
    master = units.parent / "perintah" / "master.xlsx"
    with two_workers(address, tmp_path):
        done = kinerja("konsolidasi", units.name, "-o", master, "--klaster", address, cwd=units.parent)
    assert done.returncode == 1
    assert f"Klaster {address}: 2 pekerja." in done.stderr
    assert "komputer ini" not in done.stderr
    assert master.read_bytes() == expected


def test_a_worker_dies_half_way(address: str, units: Path, expected: bytes, tmp_path: Path) -> None:
    master, told = units.parent / "mati" / "master.xlsx", list[str]()
    with two_workers(address, tmp_path) as (first, _):
        notes = consolidated(find_sources([units]).files, address, master, ends(first, told=told))
    assert first.returncode == -signal.SIGKILL
    assert told == [source.name for source in find_sources([units]).files]
    assert notes == []
    assert master.read_bytes() == expected


def test_all_workers_die(address: str, units: Path, expected: bytes, tmp_path: Path) -> None:
    master = units.parent / "semua" / "master.xlsx"
    with two_workers(address, tmp_path) as (first, second):
        notes = consolidated(find_sources([units]).files, address, master, ends(first, second))
    assert ["sisanya dikerjakan di komputer ini" in note for note in notes] == [True]
    assert master.read_bytes() == expected


def test_the_scheduler_dies(units: Path, expected: bytes, tmp_path: Path) -> None:
    master = units.parent / "penjadwal" / "master.xlsx"
    with scheduler(tmp_path) as (address, process), two_workers(address, tmp_path):
        notes = consolidated(find_sources([units]).files, address, master, ends(process), seconds=10)
    assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)
    assert ["sisanya dikerjakan di komputer ini" in note for note in notes] == [True]
    assert master.read_bytes() == expected


def ends_its_worker(task: Task) -> Part:
    """The step for a batch, which no worker survives whose batch holds the first workbook."""
    if task.sources[0].name == "rusak.xlsx" and _on_a_worker():
        os._exit(9)
    return work(task)


def _on_a_worker() -> bool:
    try:
        get_worker()
    except ValueError:
        return False
    return True


def test_a_batch_that_ends_workers_is_done_here(units: Path, tmp_path: Path) -> None:
    tasks = [Task([source]) for source in find_sources([units]).files]
    with (
        scheduler(tmp_path, {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}) as (address, _),
        two_workers(address, tmp_path),
        connected(address, seconds=60) as cluster,
    ):
        parts = list(cluster.map(ends_its_worker, tasks))
    assert [part.files for part in parts] == [[task.sources[0].name] for task in tasks]
    assert ["menghentikan pekerja klaster berulang kali" in note for note in cluster.notes] == [True]


def test_workbooks_the_workers_do_not_see_are_read_here(address: str, units: Path, tmp_path: Path) -> None:
    """``memory://`` is another one in every process."""
    storage = fsspec.filesystem("memory")
    storage.put(f"{units}/", "/kiriman/", recursive=True)
    sources = find_sources(["memory://kiriman"]).files[:3]
    with two_workers(address, tmp_path):
        notes = consolidated(sources, address, tmp_path / "a" / "m.xlsx", print)
    assert ["letakkan di folder bersama" in note for note in notes] == [True]
    checked, _ = check_files(sources, workers=1)
    write_master(consolidate(checked), tmp_path / "b.xlsx", {s.name: s.place for s in sources})
    assert (tmp_path / "a" / "m.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_worker_with_another_version_is_refused(address: str, tmp_path: Path) -> None:
    other = tmp_path / "lama" / "kinerja_xl" / "__init__.py"
    other.parent.mkdir(parents=True)
    other.write_text("__version__ = '0.0.9'\n", "utf-8")
    old = {"PYTHONPATH": str(other.parents[1])}
    with (
        worker(address, tmp_path / "w", cwd=other.parents[1], env=old),
        pytest.raises(RemoteError, match=r"memakai kinerja_xl 0\.0\.9, pandas .* komputer ini kinerja_xl 0\.1\.0"),
        connected(address, seconds=60),
    ):
        pass


def test_no_workers(address: str) -> None:
    with pytest.raises(RemoteError, match=f"dask worker {address}"), connected(address, seconds=0.5):
        pass


def test_no_scheduler(units: Path, tmp_path: Path) -> None:
    with pytest.raises(RemoteError, match="tidak menjawab"), connected(f"tcp://127.0.0.1:{free_port()}", seconds=0.5):
        pass
    done = kinerja("konsolidasi", units, "-o", tmp_path / "m.xlsx", "--klaster", "127.0.0.1")
    assert done.returncode == 2
    assert done.stderr == "Kesalahan: '127.0.0.1' bukan alamat penjadwal klaster; tulis misalnya tcp://10.0.0.5:8786\n"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("http://127.0.0.1:80", "bukan alamat"),
        ("inproc://x:1", "bukan alamat"),
        ("tcp://127.0.0.1:99999999", "bukan alamat"),
        ("tls://127.0.0.1:9", "sertifikat Dask belum diatur"),
    ],
)
def test_addresses_that_cannot_be_used(wrong: str, told: str) -> None:
    with pytest.raises(RemoteError, match=told), connected(wrong, seconds=0.5):
        pass


def fails_on_a_worker(task: Task) -> Part:
    if _on_a_worker():
        raise TimeoutError if task.sources[0].name == "rusak.xlsx" else MemoryError
    return work(task)


def test_what_fails_on_a_worker_is_done_here(address: str, units: Path, tmp_path: Path) -> None:
    tasks = [Task([source]) for source in find_sources([units]).files]
    with worker(address, tmp_path), connected(address, seconds=60) as cluster:
        parts = list(cluster.map(fails_on_a_worker, tasks))
    assert [part.files for part in parts] == [[task.sources[0].name] for task in tasks]
    assert ["gagal di pekerja klaster" in note for note in cluster.notes] == [True]


def reads_an_older_copy(task: Task) -> Part:
    """A worker on whose machine another file lies under the same path."""
    part = work(task)
    if not _on_a_worker():
        return part
    readings = [replace(reading, size=reading.size - 1) for reading in part.read.readings]
    return replace(part, read=replace(part.read, readings=readings))


def test_a_worker_that_sees_other_files_is_not_believed(address: str, units: Path, tmp_path: Path) -> None:
    tasks = [Task([source]) for source in find_sources([units]).files[:2]]
    with worker(address, tmp_path), connected(address, seconds=60) as cluster:
        parts = list(cluster.map(reads_an_older_copy, tasks))
    assert [part.read.readings for part in parts] == [work(task).read.readings for task in tasks]
    assert ["Pastikan semua mesin melihat folder bersama yang sama" in note for note in cluster.notes] == [True]


def test_without_the_extra(units: Path, tmp_path: Path) -> None:
    arguments = [
        "kinerja",
        "konsolidasi",
        str(units),
        "-o",
        str(tmp_path / "m.xlsx"),
        "--klaster",
        "tcp://127.0.0.1:8786",
    ]
    code = f"import sys; sys.modules['distributed'] = None; sys.argv = {arguments}; from kinerja_xl.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "Kesalahan: Untuk --klaster, pasang dahulu: pip install kinerja-xl[klaster]\n"
