"""Writes the letters of a period: one Word file a person, and the index. Everything is tried before the first file is written."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kinerja_xl.files import reason, write_new
from kinerja_xl.letters.context import Letter, letters_of
from kinerja_xl.letters.index import NAME, Entry, index_workbook
from kinerja_xl.letters.names import FileNames
from kinerja_xl.letters.source import LetterError, LetterSource
from kinerja_xl.letters.template import LetterTemplate
from kinerja_xl.resources import resource

STANDARD = "surat-hasil-evaluasi.docx"
NOT_CHOSEN = "tidak dipilih"
IN_USE = "berkas lama sedang terbuka di program lain; tutup, lalu buat lagi"


@dataclass(frozen=True)
class LetterReport:
    """What was made: ``written`` + ``not_written`` is everybody in the source."""

    written: int
    reasons: Mapping[str, int]
    """Why people got no letter, and how many."""
    index: Path
    left_over: tuple[Path, ...] = ()
    """Letters of an earlier run that lie in the folder and do not stand in the index."""

    @property
    def not_written(self) -> int:
        """People without a letter."""
        return sum(self.reasons.values())


def write_letters(  # noqa: PLR0913 (each is a choice of the person who sends the letters)
    source: LetterSource,
    folder: Path,
    *,
    tanggal: date,
    nomor_awal: int = 1,
    nip: Collection[str] = (),
    templat: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> LetterReport:
    """Write a letter to everybody who is rated (or only to those of ``nip``) into ``folder``, and the index.

    Raises LetterError before the first file is written when the template uses unknown variables or one letter cannot be made;
    later only when the folder cannot be written. ``progress`` is told each file.
    """
    template = LetterTemplate(templat or resource("templates", STANDARD))
    if source.rincian is not None and not template.uses("rincian"):
        raise LetterError(f"Templat {template.name} tidak memuat rincian; contoh tabelnya ada pada templat bawaan.")
    letters = _chosen(letters_of(source, tanggal, nomor_awal), nip)
    _check(template, letters)
    names = FileNames(source.periode.value, source.tahun)
    index = folder / NAME
    judul = next((letter.context["hal"] for letter in letters if letter.context), "Penyampaian Hasil Evaluasi Kinerja")
    try:
        entries = _write_all(template, names, folder, letters, progress)
        write_new(index, index_workbook(f"Indeks {judul}", tanggal, entries))
    except OSError as error:
        raise LetterError(
            f"Tidak dapat menulis ke {error.filename or folder} ({reason(error)}). Tutup berkas yang terbuka, periksa izin dan "
            "ruang folder, lalu ulangi; surat yang sudah jadi tetap utuh."
        ) from error
    reasons = Counter(entry.reason for entry in entries if entry.reason)
    return LetterReport(len(entries) - reasons.total(), dict(reasons), index, _left_over(folder, entries))


def _left_over(folder: Path, entries: Sequence[Entry]) -> tuple[Path, ...]:
    """Letters of an earlier run in the folder that the index does not stand for: they may carry a number given anew."""
    current = {folder / entry.file for entry in entries if entry.file and entry.reason in ("", NOT_CHOSEN)}
    return tuple(sorted(path for path in folder.rglob("Hasil Evaluasi *.docx") if path not in current))


def _chosen(letters: Sequence[Letter], nip: Collection[str]) -> list[Letter]:
    """The letters, of which only those of ``nip`` are to be made; numbers are as if all were made."""
    unknown = sorted(set(nip) - {letter.nip for letter in letters})
    if unknown:
        raise LetterError(f"NIP {', '.join(unknown)} tidak ada dalam buku kerja ini. Periksa NIP, lalu coba lagi.")
    return [
        letter if not nip or letter.nip in nip else replace(letter, reason=letter.reason or NOT_CHOSEN)
        for letter in letters
    ]


def _check(template: LetterTemplate, letters: Sequence[Letter]) -> None:
    """Everything that can go wrong in the words goes wrong here, before a file is written."""
    filled = [letter for letter in letters if not letter.reason]
    unknown = template.undeclared(filled[0].context) if filled else []
    if unknown:
        raise LetterError(
            f"Templat {template.name} memakai variabel yang tidak dikenal: {', '.join(unknown)}. "
            "Daftar variabel ada pada templates/README.md."
        )
    for letter in filled:
        try:
            template.check(letter.context)
        except LetterError as error:
            raise LetterError(f"Surat {letter.nama} ({letter.nip}): {error}. Belum ada surat yang dibuat.") from error


def _write_all(
    template: LetterTemplate,
    names: FileNames,
    folder: Path,
    letters: Sequence[Letter],
    progress: Callable[[str], None] | None,
) -> list[Entry]:
    entries = []
    for letter in letters:
        file = names.next(letter.nama_unit, letter.nama, letter.nip)
        reason = letter.reason or _write(template, folder / file, letter)
        if progress and not reason:
            progress(file)
        there = not reason or (folder / file).is_file()
        entries.append(
            Entry(
                letter.nomor, letter.nama_unit, letter.nip, letter.nama, letter.predikat, file if there else "", reason
            )
        )
    return entries


def _write(template: LetterTemplate, path: Path, letter: Letter) -> str:
    """Write one letter; the reason where the old one cannot be replaced."""
    try:
        write_new(path, template.render(letter.context))
    except PermissionError:
        if not path.exists():
            raise
        return IN_USE
    return ""
