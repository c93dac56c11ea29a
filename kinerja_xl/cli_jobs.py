"""What the commands do, step by step with progress: each function carries out one command and prints its result.

The work itself is in ``consolidation``, ``letters``, ``examples`` and ``forms``; here it is put in order and told.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kinerja_xl import cli_report as report
from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_regulations import local_rules, settings
from kinerja_xl.consolidation.batch import Workers
from kinerja_xl.consolidation.run import Checked, check_all, check_files, consolidate, read_all
from kinerja_xl.consolidation.sources import Sources, find_sources
from kinerja_xl.findings import Severity
from kinerja_xl.forms.book import OwnOutput, own_output, sheet_names
from kinerja_xl.forms.read import Reading
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Peraturan

if TYPE_CHECKING:
    from kinerja_xl.cli_letters import LetterChoice
    from kinerja_xl.consolidation.cache import Cache

DEMO_YEAR, DEMO_SEED = 2026, 1
DEMO_DEFECTS = ("BRK002", "PEG003", "REN007", "REA002", "REA005", "NIL006")
"""A few mistakes for ``kinerja coba``, so that the first look shows what a finding is."""


@dataclass(frozen=True)
class ReadChoice:
    """How workbooks are read and judged: how many at a time or by which cluster, the office's own settings, and the cache."""

    workers: int = 2
    lokal: tuple[Peraturan, ...] = ()
    cache: "Cache | None" = None
    cluster: str | None = None


def reading(
    workers: int, instansi: Path | None, tembolok: Path | None = None, cluster: str | None = None
) -> ReadChoice:
    """The choice of a command, with the office's settings read (and announced) from ``instansi`` or the current folder."""
    lokal = local_rules(instansi)
    if tembolok is None:
        return ReadChoice(workers, lokal, cluster=cluster)
    from kinerja_xl.consolidation.cache import Cache

    if tembolok.exists() and not tembolok.is_dir():
        raise CommandError(f"{tembolok} bukan folder. Sebut folder lain untuk --tembolok; bila belum ada, dibuat.")
    return ReadChoice(workers, lokal, Cache(tembolok, lokal), cluster)


def refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CommandError(
            f"{folder} sudah berisi. Pilih folder yang baru atau kosong, supaya tidak ada berkas yang tertimpa."
        )


def make_blank_units(roster_file: Path, folder: Path, tahun: int, instansi: Path | None = None) -> None:
    """``kinerja formulir unit``, with the office's settings from ``instansi`` or the current folder."""
    from kinerja_xl.cli_roster import refuse_year, roster_of
    from kinerja_xl.forms.blank import blank_units, write_blank_units

    refuse_year(tahun)
    roster = roster_of(roster_file)
    files = blank_units(roster, tahun, settings(instansi))
    with console.progress("Membuat formulir", len(files)) as done:
        written = write_blank_units(files, folder, done)
    console.out().print(
        f"{len(written)} Buku Kerja Unit kosong tahun {tahun} untuk {len(roster)} pegawai, di {folder}", markup=False
    )
    console.say("Berikutnya: bagikan kepada unit; sesudah terisi, kinerja periksa FOLDER")


def exit_by(checked: Checked) -> None:
    """End with the exit code 1 when there is a galat."""
    if any(f.severity is Severity.GALAT for f in checked.findings):
        raise typer.Exit(1)


def read_and_check(
    paths: Sequence[Path | str],
    exclude: Sequence[Path],
    how: ReadChoice,
    roster_file: Path | None = None,
    *,
    whole: bool = False,
) -> tuple[Checked, Sources]:
    """Find, read and check workbooks, also against a roster; what is no input is named and left out.

    ``whole``: all tables are kept, for those who want the score of a person step by step.
    """
    from kinerja_xl.roster import read_roster

    roster = read_roster(roster_file) if roster_file else None
    sources = _found(paths, [*exclude, *([roster_file] if roster_file else [])])
    if whole:
        return check_all(_read(sources), how.lokal, roster), sources
    with _workers(how) as (count, workers), console.progress("Membaca dan memeriksa", len(sources.files)) as done:
        checked, own = check_files(
            sources.files, how.lokal, roster, workers=count, executor=workers, cache=how.cache, progress=done
        )
    _name_own(own)
    return checked, sources


@contextmanager
def _workers(how: ReadChoice) -> Iterator[tuple[int, Workers | None]]:
    """Among how many the work is divided, and who does it; without a cluster it is processes of this machine."""
    if not how.cluster:
        yield how.workers, None
        return
    from kinerja_xl.consolidation.cluster import connected

    with connected(how.cluster) as cluster:
        console.say(f"Klaster {how.cluster}: {cluster.workers} pekerja.")
        yield cluster.workers, cluster
        for note in cluster.notes:
            console.say(note)


def read_found(paths: Sequence[Path]) -> tuple[list[Reading], Sources]:
    """Find and read workbooks; results of kinerja_xl itself and the copies it keeps are named."""
    sources = _found(paths, [])
    return _read(sources), sources


def _read(sources: Sources) -> list[Reading]:
    with console.progress("Membaca", len(sources.files)) as done:
        readings = read_all(sources.files, progress=done)
    _name_own([found.berkas for found in readings if found.own_output])
    return readings


def _name_own(names: Sequence[str]) -> None:
    for name in names:
        console.say(f"Dilewati: {name} adalah hasil kinerja_xl, bukan buku kerja unit.")


def _found(paths: Sequence[Path | str], exclude: Sequence[Path]) -> Sources:
    """The workbooks; the copies that kinerja_xl keeps are named."""
    sources = find_sources(paths, exclude)
    if not sources.files:
        raise CommandError(f"Tidak ada buku kerja Excel di {', '.join(map(str, paths))}.")
    for name in sources.backups:
        console.say(f"Dilewati: {name} adalah cadangan yang disimpan kinerja_xl.")
    return sources


def refuse_foreign(target: Path, paths: Sequence[Path | str], what: OwnOutput) -> None:
    """Refuse to write over anything but an earlier result of the same kind: most likely it is somebody's form."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", str(target)):
        raise CommandError(f"'{target}' adalah alamat, sedangkan {what} hanya dapat ditulis ke berkas di komputer ini.")
    if target.suffix.lower() != ".xlsx":
        raise CommandError(f"Nama {what} harus berakhiran .xlsx, bukan '{target.name}'.")
    if target.resolve() in {path.resolve() for path in paths if isinstance(path, Path)} or (
        target.exists() and own_output(sheet_names(target)) is not what
    ):
        raise CommandError(f"{target} bukan {what} kinerja_xl sehingga tidak ditimpa. Pilih nama lain.")


def write_letters_of(source: Path, folder: Path, choice: "LetterChoice", how: ReadChoice) -> None:
    """``kinerja surat``: from a master, or straight from a unit workbook."""
    from kinerja_xl.cli_letters import letters_of_master, letters_of_workbooks

    if not source.is_file():
        raise FileNotFoundError(2, "tidak ditemukan", str(source))
    if own_output(sheet_names(source)) is OwnOutput.MASTER:
        letters_of_master(source, folder, choice, how.lokal)
    else:
        checked, _ = read_and_check([source], [], how, whole=True)
        if checked.periode is None:
            report.print_checked(checked)
            raise CommandError(f"{source} bukan master dan bukan Buku Kerja Unit yang dapat dibaca.")
        letters_of_workbooks(checked, consolidate(checked), folder, choice, how.lokal)
        exit_by(checked)


def try_out(folder: Path) -> None:
    """``kinerja coba``: example workbooks, master and letters in a new folder."""
    from kinerja_xl.cli_konsolidasi import write_master_of
    from kinerja_xl.cli_letters import LetterChoice, letters_of_workbooks
    from kinerja_xl.examples.write import ROSTER, write_examples

    refuse_filled(folder)
    units, master, letters = folder / "unit", folder / "master.xlsx", folder / "surat"
    with console.progress("Membuat contoh", 8) as done:
        made = write_examples(
            units, tahun=DEMO_YEAR, periode=Periode.TW2, benih=DEMO_SEED, cacat=True, codes=DEMO_DEFECTS, progress=done
        )
    checked, sources = read_and_check([units], [], ReadChoice(), units / ROSTER)
    result = consolidate(checked)
    write_master_of(result, master, sources)
    report.print_consolidated(result, master)
    letters_of_workbooks(checked, result, letters, LetterChoice(date(DEMO_YEAR, 7, 20)))
    report.print_try_out(folder, len(made.files), len(made.defects))
