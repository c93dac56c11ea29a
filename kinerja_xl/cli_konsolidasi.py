"""``kinerja konsolidasi``: from a folder of workbooks to the master, and what is made of it besides.

With ``--tembolok`` only what changed is read again, and a master that would come out the same is left as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kinerja_xl import cli_report as report
from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import ReadChoice, read_and_check, refuse_foreign
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked, consolidate
from kinerja_xl.consolidation.sources import Sources
from kinerja_xl.findings import Severity
from kinerja_xl.forms.book import OwnOutput
from kinerja_xl.regulations import AturanRating

if TYPE_CHECKING:
    from kinerja_xl.cli_letters import LetterChoice
    from kinerja_xl.consolidation.trend_model import Snapshot


@dataclass(frozen=True)
class ConsolidateChoice:
    """What a consolidation is held against and what is made of it besides the master: letters, a CSV for SIASN.

    ``earlier`` are masters of earlier periods to compare with.
    """

    letters: "LetterChoice"
    roster_file: Path | None = None
    letters_to: Path | None = None
    siasn: Path | None = None
    earlier: tuple[Path, ...] = ()


def consolidate_workbooks(
    paths: Sequence[Path | str], master: Path, choice: ConsolidateChoice, how: ReadChoice
) -> None:
    """``kinerja konsolidasi``; exits with 1 when there is a galat."""
    refuse_targets(paths, master, choice)
    beside = contents_beside(choice)
    earlier = _read_earlier(choice, how)
    whole = bool(choice.letters_to and choice.letters.rincian)
    checked, sources = read_and_check(paths, [master, *choice.earlier], how, choice.roster_file, whole=whole)
    if checked.periode is None:
        report.print_checked(checked)
        raise CommandError("Tidak ada satu pun buku kerja yang dapat dikonsolidasi; lihat temuan di atas.")
    _refuse_without_ratings(checked, choice)
    result = compared(consolidate(checked, skipped=sources.skipped), earlier)
    renewed = renew_master(result, master, sources, beside, None if whole else how)
    report.print_consolidated(result, master)
    if choice.siasn:
        from kinerja_xl.cli_siasn import write_siasn

        write_siasn(result, choice.siasn)
    if choice.letters_to:
        from kinerja_xl.cli_letters import letters_of_workbooks

        letters_of_workbooks(checked, result, choice.letters_to, choice.letters, how.lokal)
    if not renewed:
        console.say(f"Tidak ada yang berubah sejak master terakhir; {master} tidak ditulis ulang.")
    console.say(f"Berikutnya: buka {master}, lembar Ringkasan lalu Temuan.")
    if any(f.severity is Severity.GALAT for f in result.findings):
        raise typer.Exit(1)


def renew_master(
    result: Konsolidasi, master: Path, sources: Sources, beside: Mapping[str, str], how: ReadChoice | None
) -> bool:
    """Write the master, unless the cache of ``how`` knows that it would come out as it is; whether it was written."""
    cache = how.cache if how else None
    if cache and cache.made(master, sources.skipped, beside):
        return False
    write_master_of(result, master, sources)
    if cache:
        cache.remember_made(master, sources.skipped, beside)
    return True


def contents_beside(choice: ConsolidateChoice) -> Mapping[str, str]:
    """What the files hold that the master is made from beside the workbooks; asked before any of them is read."""
    from kinerja_xl.consolidation.cache import contents

    return contents([path for path in (choice.roster_file, *choice.earlier) if path])


def _read_earlier(choice: ConsolidateChoice, how: ReadChoice) -> "list[Snapshot]":
    if not choice.earlier:
        return []
    from kinerja_xl.consolidation.trend_read import read_snapshots

    return read_snapshots(choice.earlier, how.lokal)


def compared(result: Konsolidasi, earlier: "list[Snapshot]") -> Konsolidasi:
    """The consolidation with its trend, where earlier masters were given."""
    if not earlier:
        return result
    from kinerja_xl.consolidation import trend
    from kinerja_xl.consolidation.trend_read import refuse_not_earlier

    refuse_not_earlier(earlier, result.tahun, result.periode)
    return trend.compared(result, earlier)


def refuse_targets(paths: Sequence[Path | str], master: Path, choice: ConsolidateChoice) -> None:
    """Refuse to write over what is no earlier result of the same kind, or is read itself."""
    refuse_foreign(master, paths, OwnOutput.MASTER)
    if master.resolve() in {path.resolve() for path in choice.earlier}:
        raise CommandError(f"{master} adalah master sebelumnya dan akan tertimpa. Pilih nama lain untuk -o.")
    if choice.siasn:
        from kinerja_xl.cli_siasn import refuse_target

        refuse_target(choice.siasn)


def _refuse_without_ratings(checked: Checked, choice: ConsolidateChoice) -> None:
    """Letters and the CSV for SIASN begin with the ratings of 2022."""
    if isinstance(checked.aturan, AturanRating):
        return
    if choice.letters_to:
        from kinerja_xl.letters.source import NO_LETTERS

        raise CommandError(f"{NO_LETTERS.capitalize()} Ulangi tanpa --surat.")
    if choice.siasn:
        raise CommandError(
            "CSV SIASN dibuat mulai tahun 2022; sebelum itu penilaian memakai angka. Ulangi tanpa --siasn."
        )


def write_master_of(result: Konsolidasi, master: Path, sources: Sources) -> None:
    """Write the master, in a folder that may be new; raises MasterError."""
    from kinerja_xl.consolidation.master import write_master

    master.parent.mkdir(parents=True, exist_ok=True)
    write_master(result, master, {s.name: s.place for s in sources.files})
