"""``kinerja himpun``: gathers staff forms into the unit workbook and tells what was done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import typer
from rich.text import Text

from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_himpun_json import document
from kinerja_xl.cli_regulations import settings
from kinerja_xl.cli_report import print_findings
from kinerja_xl.files import write_new
from kinerja_xl.findings import Severity, counts
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.mapping import MAP_NAME, NO_MAP, Map, MapError, proposed, read_map
from kinerja_xl.gathering.foreign.report import ForeignForm
from kinerja_xl.gathering.merge import Wishes
from kinerja_xl.gathering.owner import GatherError
from kinerja_xl.gathering.run import Choice, Gathered, RejectedError, gather
from kinerja_xl.gathering.same_in_many import across_files
from kinerja_xl.gathering.sources import FormSources, find_forms, read_forms
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.nip import LENGTH
from kinerja_xl.regulations.instansi import Instansi
from kinerja_xl.replace import ReplaceError, check_name
from kinerja_xl.roster import read_roster


@dataclass(frozen=True)
class GatherChoice:
    """What a person asked for: how to merge, which lists to use, how to tell it."""

    prefer_form: bool = False
    nips: tuple[str, ...] = ()
    roster: Path | None = None
    tahun: int | None = None
    map_file: Path | None = None
    propose_map: bool = False
    trial: bool = False
    as_json: bool = False
    apart: bool = False
    workers: int = 2
    instansi: Path | None = None


@dataclass(frozen=True)
class _Task:
    """Forms found, where they go, and how."""

    paths: Sequence[Path]
    target: Path
    choice: GatherChoice
    sources: FormSources = field(default=FormSources(()))
    only: frozenset[str] = frozenset()


def gather_forms(paths: Sequence[Path], target: Path, choice: GatherChoice) -> None:
    """``kinerja himpun``; exits with 1 when there is a galat."""
    _refuse_name(target)
    only = _only(choice.nips)
    own = [target, *([choice.roster] if choice.roster else [])]
    task = _Task(paths, target, choice, find_forms(paths, own), only)
    for name, reason in task.sources.passed:
        console.say(f"Dilewati: {name} adalah {reason}.")
    if not task.sources.forms:
        raise CommandError(f"Tidak ada formulir pegawai (Excel atau CSV) di {', '.join(map(str, paths))}.")
    forms = _read(task)
    if choice.propose_map:
        _write_map(forms, task)
    else:
        _gather(forms, task)


def _refuse_name(target: Path) -> None:
    """Say it before hundreds of forms are read for nothing."""
    try:
        check_name(target)
    except ReplaceError as error:
        raise CommandError(f"{target.name}: {error}") from error


def _only(nips: Sequence[str]) -> frozenset[str]:
    """The NIPs of ``--nip``, digits only."""
    found = {nip: text_column([nip], Kind.NIP)[0] for nip in nips}
    for typed, nip in found.items():
        if len(nip) != LENGTH or not (nip.isascii() and nip.isdigit()):
            raise CommandError(f"--nip '{typed}' bukan NIP {LENGTH} angka.")
    return frozenset(found.values())


def _read(task: _Task) -> list[StaffForm]:
    peta = _map(task)
    with console.progress("Membaca", len(task.sources.forms)) as done:
        return read_forms(task.sources.forms, peta, workers=task.choice.workers, progress=done)


def _map(task: _Task) -> Map:
    """The map that was named, else the one beside the unit workbook."""
    beside = task.target.with_name(MAP_NAME)
    path = task.choice.map_file or (beside if beside.is_file() else None)
    if path is None or (task.choice.propose_map and not path.exists()):
        return NO_MAP
    if not path.is_file():
        raise FileNotFoundError(2, "tidak ditemukan", str(path))
    try:
        peta = read_map(path)
    except MapError as error:
        raise CommandError(str(error)) from error
    console.say(f"Memakai peta kolom {path}.")
    return peta


def _write_map(forms: Sequence[StaffForm], task: _Task) -> None:
    """``--petakan``: the unknown columns into the mapping file; nothing is gathered yet."""
    path = task.choice.map_file or task.target.with_name(MAP_NAME)
    unknown = [column for form in forms if isinstance(form, ForeignForm) for column in form.unknown]
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    new = proposed(unknown, old)
    if not unknown:
        console.say("Semua kolom formulir dikenali; tidak perlu peta kolom.")
    elif new == old:
        console.say(f"Semua kolom yang belum dikenali sudah tertulis di {path}.")
    elif task.choice.trial:
        console.out().print(new, markup=False)
        console.say(f"Uji coba: {path} tidak ditulis.")
    else:
        write_new(path, new.encode("utf-8"))
        console.out().print(f"{path}: kolom yang belum dikenali ditulis ke peta ini.", markup=False)
    what = f"buka {path}, tulis arti setiap kolom dan hapus tanda # di depannya, lalu " if unknown else ""
    console.say(f"Belum ada yang dihimpun. Berikutnya: {what}{_command(task)}")


def _command(task: _Task) -> str:
    named = f" --peta {task.choice.map_file}" if task.choice.map_file else ""
    return f"kinerja himpun {' '.join(map(str, task.paths))} -o {task.target}{named}"


def _gather(forms: Sequence[StaffForm], task: _Task) -> None:
    choice = task.choice
    roster = read_roster(choice.roster) if choice.roster else None
    wishes = Wishes(choice.prefer_form, task.only, roster)
    wanted = Choice(wishes, choice.tahun, choice.trial, _settings(task))
    try:
        done = gather(forms, task.target, wanted, datetime.now().astimezone())
    except RejectedError as error:
        _print_rejected(error, task)
        raise CommandError(str(error)) from error
    except GatherError as error:
        raise CommandError(str(error)) from error
    findings = done.merged.told
    if choice.as_json:
        print(document(str(task.target), done, findings, task.sources.passed))
    else:
        _print(done, task)
    for nip in sorted(task.only - {form.nip for form in forms}):
        console.say(f"Tidak ada formulir dari NIP {nip}.")
    _print_next(done, task)
    if any(f.severity is Severity.GALAT for f in findings):
        raise typer.Exit(1)


def _settings(task: _Task) -> Instansi | None:
    """The office's settings, for a workbook that is yet to be built; one that is there keeps its numbers."""
    if not task.target.exists():
        return settings(task.choice.instansi)
    if task.choice.instansi:
        console.say(f"--instansi tidak dipakai: {task.target} sudah ada, angka hitungannya tetap.")
    return None


def _print_rejected(error: RejectedError, task: _Task) -> None:
    if task.choice.as_json:
        print(document(str(task.target), None, error.findings, task.sources.passed, str(error)))
    else:
        apart = task.choice.apart
        print_findings(error.findings if apart else across_files(error.findings), apart=apart)


def _print(done: Gathered, task: _Task) -> None:
    """The findings, and the sums, which must add up."""
    findings, c = done.merged.told, done.merged.counts
    shown = findings if task.choice.apart else across_files(findings)
    if print_findings(shown, apart=task.choice.apart) or len(shown) < len(findings):
        console.say("Temuan sejenis dikelompokkan; satu per satu: --rinci.")
    outside = f"; {c.outside} formulir lain di luar --nip" if c.outside else ""
    replaced = f" ({c.replaced} menggantikan isian lain)" if c.replaced else ""
    refused = f" ({c.refused} di antaranya ditolak)" if c.refused else ""
    out = console.out()
    out.print(Text(f"\n{done.book.unit.get('nama_unit', '')}, tahun {done.book.tahun}: {task.target}", style="bold"))
    lines = {
        "Formulir": f"{c.forms} = {c.gathered} dihimpun + {c.alike} sama + {c.rejected} ditolak{outside}",
        "Pegawai": f"{c.people} = {c.sent} mengirim formulir{refused} + {c.missing} belum",
        "Isian": f"{c.entries} = {c.written} ditulis{replaced} + {c.unchanged} sudah sama + {c.different} berbeda + {c.homeless} tanpa tempat",
        "Buku kerja": _done(done, trial=task.choice.trial),
        "Temuan": console.summary_line(counts(findings)),
    }
    for label, text in lines.items():
        out.print(f"  {label:<10}  {text}", markup=False)


def _done(done: Gathered, *, trial: bool) -> str:
    what = f"{done.cells} sel, {done.rows} baris baru"
    if not done.cells:
        return "sudah sesuai, tidak ditulis"
    if trial:
        return f"uji coba: {what} akan ditulis, tidak ada yang ditulis"
    return f"{what} ditulis; " + (f"cadangan {done.backup.name}" if done.backup else "buku kerja baru")


def _print_next(done: Gathered, task: _Task) -> None:
    if any(f.code == faults.UNKNOWN_COLUMN.code for f in done.merged.findings):
        console.say(f"Ada kolom yang tidak dikenali. Untuk menjelaskannya: {_command(task)} --petakan")
    if not (done.book.unit | done.merged.unit).get("periode"):
        console.say("Lembar Unit belum menyebut periode penilaian: pilih dari daftarnya sebelum memeriksa.")
    if task.choice.trial:
        console.say(f"Berikutnya: {_command(task)}")
    else:
        console.say(f"Berikutnya: kinerja periksa {task.target}")
