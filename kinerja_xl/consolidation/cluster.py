"""Batches on several machines: a scheduler of dask.distributed gives them to its workers (the extra ``klaster``).

Nothing is lost with a worker: what it had, the scheduler gives to another one. What the cluster cannot do at all (no worker left,
scheduler gone, a batch that ended several workers, workbooks that its workers do not see) is done here.
"""

import logging
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kinerja_xl.consolidation.batch import Part, Task
from kinerja_xl.consolidation.sources import Source
from kinerja_xl.forms.remote import INSTALL, RemoteError

if TYPE_CHECKING:
    from distributed import Client, Future

SECONDS = 10.0
"""In which scheduler and first worker must answer."""
PATIENCE = 30.0
"""Seconds without any worker after which nobody waits for another one: longer than it takes to start one anew."""
POLL = 1.0

_ADDRESS = re.compile(r"(tcp|tls|wss?)://.+:\d{1,5}")
_ENCRYPTED = ("tls", "wss")
_EXAMPLE = "tcp://10.0.0.5:8786"
_VERSIONS = "[getattr(__import__(name), '__version__') for name in ('kinerja_xl', 'pandas', 'distributed')]"
"""What a worker is asked; it knows nothing of ours as long as it is not certain that it has the same kinerja_xl."""
_LOGS = ("distributed", "distributed.client")
"""Of which each has a level of its own; what matters of them is told in our words."""
_UNSEEN = (
    "Pekerja klaster tidak dapat membuka sebagian buku kerja; yang itu dibaca di komputer ini. Agar klaster yang membacanya, letakkan "
    "di folder bersama yang jalurnya sama di semua mesin, atau sebut alamatnya, misalnya s3://bucket/unit."
)
_LEFT = "Klaster berhenti di tengah jalan; sisanya dikerjakan di komputer ini dan tidak ada yang hilang."
_OTHER = (
    "Pekerja klaster membaca buku kerja lain daripada yang ada di komputer ini pada jalur yang sama; yang itu dibaca di komputer ini. "
    "Pastikan semua mesin melihat folder bersama yang sama."
)
_FAILED = (
    "Sebagian pekerjaan gagal di pekerja klaster, lalu dikerjakan di komputer ini. Pastikan semua mesin memakai versi kinerja_xl yang sama "
    "dan memorinya cukup."
)
_DEADLY = "Sebagian pekerjaan menghentikan pekerja klaster berulang kali, lalu dikerjakan di komputer ini. Periksa memori mesinnya."


class Cluster:
    """Workers on other machines, as ``check_files`` takes them; ``notes`` is what the person should hear of them afterwards."""

    def __init__(self, client: "Client", patience: float = PATIENCE) -> None:
        self._client = client
        self._patience = patience
        self._gone = False
        self.workers = len(client.nthreads())
        self.notes: dict[str, None] = {}

    def map(self, do: Callable[[Task], Part], tasks: Sequence[Task], /) -> Iterator[Part]:
        """The results in the order of the tasks."""
        if self._gone:
            yield from map(do, tasks)
            return
        futures = [self._client.submit(do, _sent(task), pure=False) for task in tasks]
        for task, future in zip(tasks, futures, strict=True):
            part = self._result(future, task)
            yield do(task) if part is None else part
            future.release()

    def _result(self, future: "Future[Part]", task: Task) -> Part | None:
        """What a worker made of a batch; None where it has to be done here."""
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        alive = monotonic()
        while not self._gone or future.done():
            try:
                return self._whole(future.result(timeout=POLL), task)
            except TimeoutError:
                if future.status == "error":
                    self.notes[_FAILED] = None
                    return None
                alive = monotonic() if self._manned() else alive
                self._gone = monotonic() - alive > self._patience
            except KilledWorker:
                self.notes[_DEADLY] = None
                return None
            except (CancelledError, OSError):  # the connection to the scheduler broke
                self._gone = True
                break
            except Exception:  # noqa: BLE001 whatever a worker fails at; where it is our own fault it shows itself again here
                self.notes[_FAILED] = None
                return None
        self.notes[_LEFT] = None
        return None

    def _manned(self) -> bool:
        """Whether there is a worker at all; nobody knows while the scheduler does not answer."""
        try:
            return bool(self._client.nthreads())
        except OSError:
            return False

    def _whole(self, part: Part, task: Task) -> Part | None:
        """The part, unless a workbook in it could not be opened where it was worked on, or is another one there."""
        if not all(reading.sha256 for reading in part.read.readings):
            self.notes[_UNSEEN] = None
            return None
        places = {source.name: source.place for source in task.sources}
        if all(_is_same_size(places[reading.berkas], reading.size) for reading in part.read.readings):
            return part
        self.notes[_OTHER] = None
        return None


def _is_same_size(place: Path | str, size: int) -> bool:
    """Whether a file has that size here too; what this machine cannot see, it cannot compare."""
    try:
        return isinstance(place, str) or place.stat().st_size == size
    except OSError:
        return True


@contextmanager
def connected(address: str, seconds: float = SECONDS, patience: float = PATIENCE) -> Iterator[Cluster]:
    """The workers of the scheduler at ``address``, while they are used; RemoteError where they cannot be."""
    if not _ADDRESS.fullmatch(address):
        raise RemoteError(f"'{address}' bukan alamat penjadwal klaster; tulis misalnya {_EXAMPLE}")
    try:
        from distributed import Client, Security  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise RemoteError(f"Untuk --klaster, pasang dahulu: {INSTALL}") from error
    if address.startswith(_ENCRYPTED) and not Security().get_connection_args("client")["ssl_context"]:
        raise RemoteError(
            f"Untuk alamat {address}, sertifikat Dask belum diatur di komputer ini (distributed.comm.tls); atur dahulu, atau pakai tcp://"
        )
    for name in _LOGS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed")  # versions are compared below, in words people know
            client = Client(address, timeout=seconds, set_as_default=False, name="kinerja")
    except (OSError, ValueError) as error:
        raise RemoteError(
            f"Penjadwal klaster {address} tidak menjawab. Periksa alamatnya (misalnya {_EXAMPLE}), atau jalankan di mesin itu: "
            "dask scheduler"
        ) from error
    with client:
        _refuse_none(client, address, seconds)
        _refuse_others(client)
        yield Cluster(client, patience)


def _refuse_none(client: "Client", address: str, seconds: float) -> None:
    try:
        client.wait_for_workers(1, timeout=seconds)
    except TimeoutError as error:
        raise RemoteError(
            f"Klaster {address} belum punya pekerja. Jalankan di setiap mesin: dask worker {address} --nworkers -1 --nthreads 1"
        ) from error


def _refuse_others(client: "Client") -> None:
    """Refuse workers that would judge by another kinerja_xl, or whose frames could not be read here."""
    ours = eval(_VERSIONS)  # noqa: S307 - the same question, asked here
    for worker, theirs in client.run(eval, _VERSIONS, on_error="return").items():
        if theirs != ours:
            raise RemoteError(
                f"Pekerja {worker} memakai {_named(theirs)}, sedangkan komputer ini {_named(ours)}. Pasang versi yang sama di semua "
                f"mesin: {INSTALL}=={ours[0]}"
            )


def _named(versions: object) -> str:
    if not isinstance(versions, list):
        return "Python tanpa kinerja_xl"
    return "kinerja_xl {}, pandas {}, distributed {}".format(*versions)


def _sent(task: Task) -> Task:
    """The task for a machine with another current folder, or another system."""
    return replace(task, sources=[Source(s.name, _address(s.place)) for s in task.sources])


def _address(place: Path | str) -> str:
    return place.absolute().as_uri() if isinstance(place, Path) else place
