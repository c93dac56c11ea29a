"""Writing letters from the command line: what was chosen, from which source, with progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kinerja_xl import cli_report as report
from kinerja_xl import console
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.letters.source import NO_TRACE, LetterError, LetterSource, from_konsolidasi, from_master
from kinerja_xl.letters.write import write_letters
from kinerja_xl.regulations import Peraturan


@dataclass(frozen=True)
class LetterChoice:
    """How letters are to be written.

    Their date, first number, for whom (empty: everybody), HR's own template, whether with the steps of the score.
    """

    tanggal: date
    nomor: int = 1
    nip: tuple[str, ...] = ()
    templat: Path | None = None
    rincian: bool = False


def letters_of_workbooks(
    checked: Checked, result: Konsolidasi, folder: Path, choice: LetterChoice, lokal: Sequence[Peraturan] = ()
) -> None:
    """Letters from workbooks just consolidated; with the steps of each score where that was chosen."""
    score = checked.examination.penilaian if checked.examination and choice.rincian else None
    _write(from_konsolidasi(result, lokal, score), folder, choice)


def letters_of_master(master: Path, folder: Path, choice: LetterChoice, lokal: Sequence[Peraturan] = ()) -> None:
    """Letters from a master file; raises LetterError where the steps of the scores are asked for, which it does not hold."""
    if choice.rincian:
        raise LetterError(f"{master.name}: {NO_TRACE}")
    _write(from_master(master, lokal), folder, choice)


def _write(source: LetterSource, folder: Path, choice: LetterChoice) -> None:
    with console.progress("Menulis surat", len(source.pegawai)) as done:
        made = write_letters(
            source,
            folder,
            tanggal=choice.tanggal,
            nomor_awal=choice.nomor,
            nip=choice.nip,
            templat=choice.templat,
            progress=done,
        )
    report.print_letters(made, folder)
