"""Button Himpun Formulir: the staff forms of the folder ``formulir`` beside the workbook, into the workbook."""

from collections.abc import Iterable
from pathlib import Path

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.gathering.foreign.mapping import MAP_NAME, NO_MAP, MapError, read_map
from kinerja_xl.gathering.merge import Wishes
from kinerja_xl.gathering.owner import GatherError
from kinerja_xl.gathering.run import Choice, Gathered, RejectedError, gather
from kinerja_xl.gathering.sources import find_forms, read_forms
from kinerja_xl.gathering.write import planned
from kinerja_xl.ribbon.opened import FOLDER, Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome

MOST_TOLD = 6


def himpun(opened: Opened) -> Outcome:
    """What the forms add to the workbook; where both differ the workbook keeps its own, and both are told."""
    folder = opened.path.with_name(FOLDER)
    if not folder.is_dir():
        raise ButtonError(
            f"Folder '{FOLDER}' tidak ada di {folder.parent}. Buat folder itu, taruh formulir pegawai di dalamnya, lalu tekan lagi."
        )
    found = find_forms([folder], [opened.path])
    if not found.forms:
        raise ButtonError(f"Tidak ada formulir pegawai (Excel atau CSV) di {folder}.")
    try:
        peta = read_map(beside) if (beside := opened.path.with_name(MAP_NAME)).is_file() else NO_MAP
        forms = read_forms(found.forms, peta)
        done = gather(forms, opened.file, Choice(Wishes(), trial=True), opened.now)
    except RejectedError as error:
        raise ButtonError("\n".join([str(error), *_heaviest(error.findings)])) from error
    except (GatherError, MapError) as error:
        raise ButtonError(str(error)) from error
    return Outcome(_told(done, folder), planned(done.book, done.merged))


def _told(done: Gathered, folder: Path) -> str:
    c = done.merged.counts
    lines = [
        f"{c.forms} formulir di folder {folder.name}: {c.gathered} dihimpun, {c.rejected} ditolak; {c.missing} pegawai belum mengirim.",
        f"{done.cells} sel ditulis, {c.different} isian berbeda dibiarkan seperti di buku kerja.",
    ]
    lines += _heaviest(done.merged.told)
    return "\n".join([*lines, "Berikutnya: tekan Periksa."])


def _heaviest(findings: Iterable[Finding]) -> list[str]:
    """What a box has room for: what stops a form before who is missing."""
    heavy = sorted((f for f in findings if f.severity is not Severity.INFO), key=lambda f: f.severity.rank)
    lines = [f"- {f.file}: {f.message}" for f in heavy[:MOST_TOLD]]
    if len(heavy) > MOST_TOLD:
        lines.append(f"- dan {len(heavy) - MOST_TOLD} temuan lagi; semuanya ditampilkan kinerja himpun --uji-coba.")
    return lines
