"""``kinerja nilai``: scores each unit workbook for the period it names and writes the score and its trace into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import typer

from kinerja_xl import console
from kinerja_xl.checks import rejected_files
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import ReadChoice, read_found
from kinerja_xl.consolidation.run import Checked, check_all
from kinerja_xl.files import reason
from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import Reading
from kinerja_xl.forms.set_cells import CellError, with_cells
from kinerja_xl.replace import ReplaceError, check, check_name, replaced
from kinerja_xl.score_cells import Plan, ScoreCellsError, plan


@dataclass(frozen=True)
class Outcome:
    """What became of one workbook: its plan and the copy that was kept, or why it was left as it is."""

    checked: Checked | None = None
    plan: Plan | None = None
    backup: Path | None = None
    reason: str = ""


def score_workbooks(paths: Sequence[Path], *, trial: bool, how: ReadChoice) -> None:
    """``kinerja nilai``; exits with 1 when somebody has a galat or a file was refused, with 2 when all files were."""
    readings, sources = read_found(paths)
    where = {source.name: source.path for source in sources.files}
    readings = [reading for reading in readings if not reading.own_output]
    outcomes = []
    for reading in readings:
        outcomes.append(_scored(reading, where[reading.berkas], how, trial=trial))
        _print_outcome(reading.berkas, outcomes[-1], trial=trial)
    _print_end(outcomes, paths, trial=trial)
    if outcomes and all(outcome.reason for outcome in outcomes):
        raise typer.Exit(2)
    if any(outcome.reason or (outcome.plan and outcome.plan.held_back) for outcome in outcomes):
        raise typer.Exit(1)


def _scored(reading: Reading, path: Path, how: ReadChoice, *, trial: bool) -> Outcome:
    """Score one workbook and write it, unless it is refused, already says so, or this is a trial."""
    try:
        check_name(path)
        checked = check_all([reading], how.lokal)
        _check_readable(checked)
        package = path.read_bytes()
        check(path, package)
        planned = plan(checked, path)
        if trial or not planned.cells:
            return Outcome(checked, planned)
        new = with_cells(package, planned.sheet, planned.cells)
        return Outcome(checked, planned, replaced(path, package, new, datetime.now().astimezone()))
    except (ReplaceError, ScoreCellsError, CellError) as error:
        return Outcome(reason=str(error))
    except OSError as error:
        return Outcome(reason=f"tidak dapat dibaca ({reason(error)})")


def _check_readable(checked: Checked) -> None:
    """Refuse a file that a galat on the file as a whole keeps out."""
    if checked.examination is None or rejected_files(checked.findings):
        first = next((f for f in checked.findings if f.severity is Severity.GALAT), None)
        raise ScoreCellsError(f"{first.code} {first.message} {first.fix}" if first else "tidak dapat dinilai")


def _print_outcome(berkas: str, outcome: Outcome, *, trial: bool) -> None:
    out = console.out()
    if outcome.plan is None or outcome.checked is None:
        out.print(f"{berkas}: tidak ditulis; {outcome.reason}", markup=False)
        return
    planned = outcome.plan
    out.print(f"{berkas}: {_period(outcome.checked)}, {_people(planned)}; {_done(outcome, trial=trial)}", markup=False)
    names = dict(outcome.checked.tables.pegawai[["nip", "nama"]].itertuples(index=False, name=None))

    def named(nip: str) -> str:
        return f"{names[nip] or '(tanpa nama)'} ({nip})"

    for nip, codes in planned.blocked.items():
        out.print(f"  ada galat: {named(nip)}: {codes}", markup=False)
    if planned.without_nip:
        out.print(f"  ada galat: {planned.without_nip} baris Pegawai tanpa NIP", markup=False)
    for nip in planned.without_row:
        out.print(f"  tidak ada baris Penilaian untuk periode ini: {named(nip)}", markup=False)


def _period(checked: Checked) -> str:
    return f"{checked.periode.label} Tahun {checked.tahun}" if checked.periode else ""


def _people(planned: Plan) -> str:
    blocked = f", {planned.held_back} ada galat" if planned.held_back else ""
    return f"{planned.scored} pegawai{blocked}"


def _done(outcome: Outcome, *, trial: bool) -> str:
    cells = len(outcome.plan.cells) if outcome.plan else 0
    if not cells:
        return "sudah sesuai, tidak ditulis"
    if outcome.backup is None:
        return f"{cells} sel akan ditulis" if trial else "tidak ditulis"
    return f"{cells} sel ditulis, cadangan {outcome.backup.name}"


def _print_end(outcomes: Sequence[Outcome], paths: Sequence[Path], *, trial: bool) -> None:
    """The sums, and what comes next."""
    if not outcomes:
        raise CommandError(f"Tidak ada buku kerja unit di {', '.join(map(str, paths))}.")
    plans = [outcome.plan for outcome in outcomes if outcome.plan]
    cells, people = sum(len(p.cells) for p in plans), sum(p.scored for p in plans)
    written = sum(outcome.backup is not None for outcome in outcomes)
    refused = sum(bool(outcome.reason) for outcome in outcomes)
    what = f"uji coba: {cells} sel akan ditulis, tidak ada yang ditulis" if trial else f"{written} berkas ditulis"
    console.out().print(f"{len(outcomes)} berkas, {people} pegawai: {what}, {refused} ditolak.", markup=False)
    named = " ".join(map(str, paths))
    if refused == len(outcomes):
        console.say(f"Berikutnya: perbaiki yang disebut di atas; rinciannya dari kinerja periksa {named}")
    elif trial:
        console.say(f"Berikutnya: kinerja nilai {named}")
    else:
        console.say(
            "Berikutnya: buka buku kerja, lembar Penilaian, kolom paling kanan; sesudah data berubah, ulangi kinerja nilai."
        )
