"""Merges staff forms into the content of a unit workbook, by person. Pure: nothing is read or written here.

An empty cell takes the form's text; an empty one of the form is told where the unit workbook has a text (``withdrawn``); two
different texts are told, and the one of the unit workbook stays unless asked otherwise. Rows that only the unit workbook has
stay: of the plan and the results it is told.
"""

from collections.abc import Iterable, Sequence

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.choose import Chosen, choose, damaged, unsound
from kinerja_xl.gathering.merge_person import merge_person
from kinerja_xl.gathering.merge_unit import merge_unit
from kinerja_xl.gathering.merged import Merged, prefill
from kinerja_xl.gathering.owner import Owner, of_unit, owner_of
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import UnitBook, UnitRow
from kinerja_xl.gathering.work import Wishes, Work

__all__ = ["Wishes", "merge"]

ROSTER = "(daftar pegawai)"
"""Stands for the file in findings about somebody of the roster."""


def merge(forms: Iterable[StaffForm], book: UnitBook, wishes: Wishes | None = None) -> Merged:
    """What the ``forms`` change in the unit workbook; the order in which they come does not matter."""
    work = Work(book, wishes or Wishes(), Merged())
    everything = sorted(forms, key=lambda form: (form.berkas, form.nip))
    wanted = [form for form in everything if not work.wishes.only or form.nip in work.wishes.only]
    chosen = choose(wanted, book)
    for form in _in_order(work, chosen.forms):
        _tell_stranger(work, form)
        merge_person(work, form)
    merge_unit(work, chosen.forms)
    prefill(book, work.merged.added, _newcomers(work))
    _turnout(work, wanted, chosen)
    _count_forms(work, wanted, chosen, len(everything))
    work.merged.findings += [*chosen.findings, *(f for form in wanted for f in form.findings)]
    return work.merged


def _in_order(work: Work, forms: Sequence[StaffForm]) -> list[StaffForm]:
    """The forms as their people stand on the sheet Pegawai; others behind."""
    places = {nip: place for place, nip in enumerate(work.rows["pegawai"])}
    return sorted(forms, key=lambda form: places.get(form.nip, len(places)))


def _tell_stranger(work: Work, form: StaffForm) -> None:
    """1. Who sends a form is on the sheet Pegawai, unless there is no such list yet."""
    listed = not work.book.new or work.wishes.roster is not None
    if listed and form.nip not in work.rows["pegawai"]:
        work.tell(form, faults.STRANGER, ("pegawai", 0, "nip"), kolom="NIP", value=form.nip)


def _newcomers(work: Work) -> list[Row]:
    """Rows of Pegawai of the people who get the rows of a blank workbook: new ones, in a new workbook all."""
    added = list[Row](work.merged.added["pegawai"])
    if not work.book.new:
        return added
    changes = work.merged.changes["pegawai"]
    return [*(row.values | changes.get(row.number, {}) for row in work.book.rows["pegawai"]), *added]


def _turnout(work: Work, forms: Sequence[StaffForm], chosen: Chosen) -> None:
    """1. Everybody on the roster (without one: on the sheet Pegawai) has sent a form, be it one that cannot be gathered."""
    counts, sent = work.merged.counts, {nip for form in forms for nip in (form.nip, _damaged(work, form))}
    expected = [person for person in _expected(work) if not work.wishes.only or person[0] in work.wishes.only]
    missing = [person for person in expected if person[0] not in sent or not person[0]]
    gathered, listed = {form.nip for form in chosen.forms}, {nip for nip, *_ in expected}
    others = (gathered | {form.nip for form in chosen.rejected if _is_ours(work, form)}) - listed
    counts.people, counts.missing = len(expected) + len(others), len(missing)
    counts.sent = counts.people - counts.missing
    counts.refused = counts.sent - len(gathered)
    for nip, nama, row in missing:
        if row is not None:
            work.tell_row(faults.MISSING, (nip, nama), "pegawai", row)
        else:
            words = {"nip": nip or "kosong", "nama": nama or nip or "(tanpa nama)"}
            work.merged.findings.append(
                faults.MISSING.finding(ROSTER, field="NIP", value=nip, **words)._replace(nip=nip, nama=nama)
            )


def _damaged(work: Work, form: StaffForm) -> str:
    """The NIP of a form as the unit workbook has it where it became a number there."""
    return damaged(work.book, form.nip).get("lama", "")


def _is_ours(work: Work, form: StaffForm) -> bool:
    """Whether a form that was kept out is of somebody of this unit, as far as it says so, who is not on its list."""
    own = Owner(work.book.unit.get("kode_unit", ""), work.book.unit.get("nama_unit", ""))
    elsewhere = owner_of(form).contradicts(own) or form.tahun.strip() not in ("", work.book.tahun)
    return not (elsewhere or unsound(form) or _damaged(work, form))


def _expected(work: Work) -> list[tuple[str, str, UnitRow | None]]:
    """NIP and name of everybody who should send a form, and the row where that is said; each NIP once."""
    if work.wishes.roster is not None:
        unit = Owner(work.book.unit.get("kode_unit", ""), work.book.unit.get("nama_unit", ""))
        return [(entry.nip, entry.nama, None) for entry in of_unit(work.wishes.roster, unit)]
    known: dict[str, UnitRow] = {}
    for row in work.book.rows.get("pegawai", ()):
        known.setdefault(row.values.get("nip") or f"baris {row.number}", row)
    return [(row.values.get("nip", ""), row.values.get("nama", ""), row) for row in known.values()]


def _count_forms(work: Work, forms: Sequence[StaffForm], chosen: Chosen, everything: int) -> None:
    counts = work.merged.counts
    counts.forms, counts.outside = len(forms), everything - len(forms)
    counts.gathered, counts.alike, counts.rejected = len(chosen.forms), len(chosen.alike), len(chosen.rejected)
