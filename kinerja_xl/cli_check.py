"""``kinerja periksa``: checks workbooks and tells the findings, on the screen, as JSON, as a workbook, on marked copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from kinerja_xl import cli_report as report
from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import ReadChoice, exit_by, read_and_check, refuse_filled, refuse_foreign
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.consolidation.sources import Sources
from kinerja_xl.files import write_new
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.book import OwnOutput
from kinerja_xl.forms.set_cells import CellError
from kinerja_xl.mark_findings import UNREADABLE, marked

MALFORMED = (BadZipFile, XMLSyntaxError, LookupError, ValueError)
"""What parts of a package raise that lack something: a note without its cell, an author that is not listed."""


@dataclass(frozen=True)
class CheckChoice:
    """How the findings are told: as JSON, each apart instead of in groups, into a workbook, onto copies in a folder.

    ``roster`` is the list against which the people are held.
    """

    as_json: bool = False
    apart: bool = False
    findings_to: Path | None = None
    marked_to: Path | None = None
    roster: Path | None = None


def check_workbooks(paths: Sequence[Path], choice: CheckChoice, how: ReadChoice) -> None:
    """``kinerja periksa``; exits with 1 when there is a galat."""
    _refuse_targets(paths, choice)
    exclude = [path for path in (choice.findings_to, choice.marked_to) if path]
    checked, sources = read_and_check(paths, exclude, how, choice.roster)
    if choice.findings_to:
        from kinerja_xl.consolidation.master_findings import write_findings

        write_findings(checked, choice.findings_to, {s.name: s.path for s in sources.files})
    _print(checked, choice)
    if choice.findings_to:
        console.say(f"Temuan ditulis ke {choice.findings_to}")
    if choice.marked_to:
        _write_marked(checked, sources, choice.marked_to)
    exit_by(checked)


def _refuse_targets(paths: Sequence[Path], choice: CheckChoice) -> None:
    """Copies must not lie among the workbooks: the next check would read every unit twice."""
    if choice.findings_to:
        refuse_foreign(choice.findings_to, paths, OwnOutput.FINDINGS)
    if choice.marked_to is None:
        return
    refuse_filled(choice.marked_to)
    target = choice.marked_to.resolve()
    for folder in (path.resolve() for path in paths if path.is_dir()):
        if folder == target or folder in target.parents:
            raise CommandError(
                f"{choice.marked_to} berada di dalam {folder.name} yang diperiksa; salinannya akan terbaca sebagai "
                "kiriman kedua. Pilih folder lain."
            )


def _print(checked: Checked, choice: CheckChoice) -> None:
    if choice.as_json:
        from kinerja_xl.cli_json import document

        print(document(checked))
        return
    report.print_checked(checked, apart=choice.apart)
    first = next((f for f in checked.findings if f.severity is not Severity.INFO), None)
    if first:
        console.say(f"Penjelasan sebuah kode: kinerja jelaskan KODE, misalnya kinerja jelaskan {first.code}")


def _write_marked(checked: Checked, sources: Sources, folder: Path) -> None:
    """A copy of every workbook with findings; what cannot be marked is named."""
    by_file = {source.name: source.path for source in sources.files}
    written, taken = 0, set[str]()
    with console.progress("Menandai", len(by_file)) as done:
        for name, findings in _by_file(checked):
            reason = _unmarkable(findings) or _mark(by_file[name], folder / _free(_inside(name), taken), findings)
            written += not reason
            if reason:
                console.say(f"Tidak ditandai: {name}: {reason}")
            done(name)
    if not written:
        console.say("Tidak ada salinan yang ditulis: tidak ada temuan yang dapat ditandai.")
    else:
        console.say(
            f"{written} salinan bertanda di {folder}; berkas tanpa temuan tidak disalin, berkas asli tidak diubah."
        )
        console.say(
            "Berikutnya: buka salinan itu, perbaiki sel yang berwarna (catatannya menjelaskan), lalu periksa lagi."
        )


def _by_file(checked: Checked) -> Iterator[tuple[str, list[Finding]]]:
    read = {reading.berkas for reading in checked.readings}
    found: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        if finding.file in read:
            found.setdefault(finding.file, []).append(finding)
    yield from found.items()


def _inside(name: str) -> Path:
    """The name of a file as a path that stays below a folder, its own folders kept: units of two folders may share a name."""
    path = Path(name)
    return Path(*(part for part in path.parts if part not in (path.anchor, "..")))


def _free(path: Path, taken: set[str]) -> Path:
    """The path, numbered where a copy of that name was written before (``../a/u.xlsx`` beside ``a/u.xlsx``)."""
    tries = chain([path], (path.with_stem(f"{path.stem} ({number})") for number in count(2)))
    found = next(p for p in tries if str(p).casefold() not in taken)
    taken.add(str(found).casefold())
    return found


def _unmarkable(findings: Sequence[Finding]) -> str:
    first = next((f for f in findings if f.code.startswith(UNREADABLE) and f.severity is Severity.GALAT), None)
    return f"{first.code} {first.message}" if first else ""


def _mark(source: Path, target: Path, findings: Sequence[Finding]) -> str:
    """Write the marked copy; returns why not, or nothing."""
    try:
        write_new(target, marked(source.read_bytes(), findings))
    except CellError as error:
        return str(error)
    except MALFORMED:
        return "isi berkasnya tidak dapat ditulisi"
    except OSError:
        return f"{target} tidak dapat ditulis; periksa izin, ruang, dan panjang namanya"
    return ""
