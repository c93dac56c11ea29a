"""``kinerja pantau``: keeps the master current while units send their workbooks, and shows how far the collection is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from rich.live import Live
from rich.table import Table

from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError, explained
from kinerja_xl.cli_jobs import ReadChoice
from kinerja_xl.cli_konsolidasi import ConsolidateChoice, contents_beside, refuse_targets, renew_master
from kinerja_xl.consolidation.cache import Cache
from kinerja_xl.consolidation.master_book import MasterError
from kinerja_xl.consolidation.run import check_files, consolidate
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.consolidation.watch import rounds
from kinerja_xl.findings import Severity, counts
from kinerja_xl.indonesian import number_text
from kinerja_xl.roster import RosterError, read_roster

MOST_NAMED = 3
WAITING = "belum ada yang dapat dikonsolidasi"


@dataclass(frozen=True)
class State:
    """What is shown after a round."""

    files: int = 0
    rejected: int = 0
    people: int = 0
    """In the recap."""
    people_rejected: int = 0
    """Read, but kept out with their workbook or by a galat of their own."""
    galat: int = 0
    peringatan: int = 0
    missing: int | None = None
    """People of the roster without data; None without a roster."""
    changed: str = ""
    master: str = WAITING
    locked: bool = False
    at: datetime = field(default_factory=lambda: datetime.now().astimezone())

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Label and value of each line."""
        return [
            ("Berkas", f"{number_text(self.files)} ({number_text(self.rejected)} ditolak)"),
            ("Pegawai", f"{number_text(self.people)} direkap, {number_text(self.people_rejected)} ditolak"),
            ("Temuan", f"{number_text(self.galat)} galat, {number_text(self.peringatan)} peringatan"),
            ("Belum masuk", "tanpa --daftar tidak diketahui" if self.missing is None else number_text(self.missing)),
            ("Perubahan terakhir", f"{self.at:%H:%M:%S}  {self.changed}"),
            ("Master", self.master),
        ]

    @property
    def line(self) -> str:
        """The same in one line, for where no table can be drawn."""
        told = "; ".join(f"{label}: {value}" for label, value in self.rows if label != "Perubahan terakhir")
        return f"{self.at:%H:%M:%S} {self.changed} | {told}"


def watch_workbooks(
    paths: Sequence[Path], master: Path, choice: ConsolidateChoice, how: ReadChoice, stop: Event | None = None
) -> None:
    """Watch until interrupted (or ``stop`` is set)."""
    refuse_targets(paths, master, choice)
    find_sources(paths)
    if choice.roster_file:
        read_roster(choice.roster_file)
    stop = stop or Event()
    console.say(f"Memantau {', '.join(map(str, paths))}; Ctrl+C untuk berhenti.")
    with TemporaryDirectory(prefix="kinerja-") as folder, _shown() as show:
        how = how if how.cache else replace(how, cache=Cache(Path(folder), how.lokal))
        try:
            _watch(paths, master, choice, how, show, stop)
        except KeyboardInterrupt:
            stop.set()
    console.say(f"Pemantauan dihentikan. Berikutnya: buka {master}, lembar Ringkasan lalu Temuan.")


def _watch(
    paths: Sequence[Path],
    master: Path,
    choice: ConsolidateChoice,
    how: ReadChoice,
    show: Callable[[State], None],
    stop: Event,
) -> None:
    state, beside = State(), contents_beside(choice)
    for changed in rounds(paths, [master], stop):
        before, beside = beside, contents_beside(choice)
        others = [Path(name) for name, content in beside.items() if content != before[name]]
        if changed or others or state.locked:
            state = _round(paths, master, choice, how, _named([*changed, *others]) or state.changed)
            show(state)


def _named(paths: Sequence[Path]) -> str:
    """The files that changed, the first of them by name."""
    more = f" dan {len(paths) - MOST_NAMED} lagi" if len(paths) > MOST_NAMED else ""
    return ", ".join(path.name for path in paths[:MOST_NAMED]) + more


def _round(paths: Sequence[Path], master: Path, choice: ConsolidateChoice, how: ReadChoice, changed: str) -> State:
    """Consolidate what is there now."""
    beside = contents_beside(choice)
    try:
        roster = read_roster(choice.roster_file) if choice.roster_file else None
        sources = find_sources(paths, [master, *([choice.roster_file] if choice.roster_file else [])])
    except (OSError, RosterError) as error:
        return State(changed=changed, master=explained(error))
    checked, _ = check_files(sources.files, how.lokal, roster, workers=how.workers, cache=how.cache)
    found = counts(checked.findings)
    state = State(
        len(sources.files), galat=found[Severity.GALAT], peringatan=found[Severity.PERINGATAN], changed=changed
    )
    if checked.periode is None:
        return state
    result = consolidate(checked, skipped=sources.skipped)
    c = result.counts
    missing = c.missing if roster is not None else None
    state = replace(
        state, rejected=c.files_rejected, people=c.recapped, people_rejected=c.people_rejected, missing=missing
    )

    def renew() -> bool:
        refuse_targets(paths, master, choice)
        return renew_master(result, master, sources, beside, how)

    told, locked = _written(renew, master)
    return replace(state, master=told, locked=locked)


def _written(renew: Callable[[], bool], master: Path) -> tuple[str, bool]:
    """Write the master; what to say of it, and whether it is to be tried again: it may be open in Excel."""
    try:
        done = renew()
    except (MasterError, CommandError, OSError) as error:
        return f"{explained(error)} Dicoba lagi.", True
    return f"{master.name} {'ditulis' if done else 'sudah sesuai'}", False


@contextmanager
def _shown() -> Iterator[Callable[[State], None]]:
    """How a state is shown: a table that is drawn anew, or a line each where there is no terminal."""
    err = console.err()
    if not err.is_terminal:
        yield lambda state: console.say(state.line)
        return
    with Live(console=err, auto_refresh=False) as live:
        yield lambda state: live.update(_table(state), refresh=True)


def _table(state: State) -> Table:
    table = Table(show_header=False)
    for label, value in state.rows:
        table.add_row(label, value)
    return table
