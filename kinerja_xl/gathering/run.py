"""Gathers staff forms into the unit workbook at a path: reads it, merges, and (unless it is a trial) writes it.

One function for the command line and the button; it prints nothing.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kinerja_xl.checks import is_ruled
from kinerja_xl.files import create
from kinerja_xl.findings import Finding, in_order
from kinerja_xl.forms import seal
from kinerja_xl.gathering.choose import tell_unsound, unsound
from kinerja_xl.gathering.merge import Wishes, merge
from kinerja_xl.gathering.merged import Merged, content
from kinerja_xl.gathering.owner import GatherError, agreed_unit, agreed_year, of_unit
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.unit_book import UnitBook, new_unit_book, read_unit_book
from kinerja_xl.gathering.write import built, changed, planned
from kinerja_xl.indonesian import listed
from kinerja_xl.regulations.instansi import Instansi
from kinerja_xl.replace import ReplaceError, check, check_name, replaced


class RejectedError(GatherError):
    """The unit workbook (or every form) has faults that keep it out; ``findings`` names them."""

    def __init__(self, message: str, findings: Sequence[Finding]) -> None:
        super().__init__(message)
        self.findings = in_order(findings)


@dataclass(frozen=True)
class Gathered:
    """What gathering did, or in a trial would do."""

    book: UnitBook
    merged: Merged
    cells: int
    rows: int
    written: bool = False
    backup: Path | None = None


@dataclass(frozen=True)
class Choice:
    """How to gather: the wishes of the merge, year and office's settings of a new workbook, and whether this is only a trial."""

    wishes: Wishes = field(default_factory=Wishes)
    tahun: int | None = None
    trial: bool = False
    instansi: Instansi | None = None


def gather(forms: Sequence[StaffForm], target: Path, choice: Choice, now: datetime) -> Gathered:
    """Gather ``forms`` into the unit workbook ``target``, which is built where it does not exist.

    Raises GatherError where that cannot be done; then nothing was written.
    """
    try:
        check_name(target)
        _refuse_nobody(forms, choice.wishes.only)
        return _into_old(forms, target, choice, now) if target.exists() else _into_new(forms, target, choice, now)
    except (GatherError, ReplaceError) as error:
        if isinstance(error, RejectedError):
            raise
        raise GatherError(f"{target.name}: {error}") from error


def _refuse_nobody(forms: Sequence[StaffForm], only: Collection[str]) -> None:
    """Refuse to gather only people of whom there is no form; what keeps forms out may be why."""
    if only and not any(form.nip in only for form in forms):
        raise RejectedError(
            f"Tidak ada formulir dari NIP {listed(sorted(only))} di antara {len(forms)} formulir yang dibaca. "
            "Periksa --nip, atau himpun tanpa --nip.",
            [f for form in forms for f in _kept_out(form)],
        )


def _kept_out(form: StaffForm) -> list[Finding]:
    """Why a form cannot be gathered, whatever the unit workbook."""
    return tell_unsound(form) if form.accepted else form.findings


def _into_old(forms: Sequence[StaffForm], target: Path, choice: Choice, now: datetime) -> Gathered:
    reading, book = read_unit_book(target)
    if book is None:
        raise RejectedError(f"{target} bukan Buku Kerja Unit yang dapat dibaca.", reading.findings)
    if choice.tahun and book.tahun != str(choice.tahun):
        raise GatherError(f"buku kerja ini tahun {book.tahun}, bukan {choice.tahun} (--tahun)")
    if since := book.unit.get(seal.SINCE):
        raise GatherError(f"buku kerja ini dikunci sejak {since}; buka dahulu dengan tombol Buka Kunci, lalu ulangi")
    package = target.read_bytes()
    if hashlib.sha256(package).hexdigest() != book.sha256:
        raise GatherError("berubah selagi dibaca; ulangi")
    check(target, package)
    if book.counts_from_1904:
        raise GatherError(_SINCE_1904)
    merged = _merged(forms, book, choice)
    cells = planned(book, merged)
    done = Gathered(book, merged, sum(map(len, cells.values())), merged.rows)
    if choice.trial or not cells:
        return done
    backup = replaced(target, package, changed(package, cells), now)
    return Gathered(book, merged, done.cells, done.rows, written=True, backup=backup)


def _into_new(forms: Sequence[StaffForm], target: Path, choice: Choice, now: datetime) -> Gathered:
    """Build the workbook; where somebody else has done so meanwhile, theirs takes the forms as any other."""
    book = _new_book(forms, target, choice)
    merged = _merged(forms, book, choice)
    lokal = choice.instansi.peraturan if choice.instansi else ()
    package, filled = built(book, merged, lokal), content(book, merged)
    typed = [
        text
        for table, rows in filled.rows.items()
        for row in rows
        for key, text in row.items()
        if text and (f := book.field(table, key)) and f.kind.typed
    ]
    cells = len(typed) + sum(bool(text) for text in filled.unit.values())
    try:
        if not choice.trial:
            create(target, package)
    except FileExistsError:
        return _into_old(forms, target, choice, now)
    return Gathered(book, merged, cells, sum(map(len, filled.rows.values())), written=not choice.trial)


def _new_book(forms: Sequence[StaffForm], target: Path, choice: Choice) -> UnitBook:
    """The workbook that the forms call for: their unit, their year, the people of the roster."""
    only = choice.wishes.only
    sound = [form for form in forms if form.accepted and not unsound(form) and (not only or form.nip in only)]
    if not sound:
        raise RejectedError(_NONE, [f for form in forms if not only or form.nip in only for f in _kept_out(form)])
    tahun, unit = agreed_year(sound, choice.tahun), agreed_unit(sound, choice.wishes.roster)
    if not is_ruled(tahun) and choice.tahun:
        raise GatherError(f"--tahun {tahun} belum ada peraturannya.")
    if not is_ruled(tahun):
        raise GatherError(
            f"Tahun '{tahun}' pada formulir belum ada peraturannya, atau bukan tahun. Sebutkan tahunnya dengan --tahun."
        )
    people = [entry.pegawai for entry in of_unit(choice.wishes.roster or (), unit)]
    entries = {"tahun": tahun, "kode_unit": unit.kode or unit.nama, "nama_unit": unit.nama or unit.kode}
    entries |= {"instansi": choice.instansi.nama} if choice.instansi else {}
    return new_unit_book(target.name, entries, people)


_SINCE_1904 = (
    "buku kerja ini memakai sistem tanggal 1904 (Excel untuk Mac), sehingga tanggal yang ditulis akan bergeser 4 tahun. "
    "Salin isiannya ke buku kerja kosong (kinerja formulir unit), periksa tanggalnya, lalu himpun ke sana"
)
_NONE = "Tidak satu pun formulir dapat dihimpun; lihat temuannya."


def _merged(forms: Sequence[StaffForm], book: UnitBook, choice: Choice) -> Merged:
    merged = merge(forms, book, choice.wishes)
    if not merged.counts.gathered:
        raise RejectedError(_NONE, merged.findings)
    return merged
