"""Which forms are gathered: one form for each person, of this unit and this year. Every other one is told why it is not."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja_xl.findings import Finding
from kinerja_xl.forms.cells import text_column
from kinerja_xl.forms.description import Kind
from kinerja_xl.forms.faults import Fault
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.compare import meaning
from kinerja_xl.gathering.owner import Owner, owner_of
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import UnitBook
from kinerja_xl.nip import LENGTH

KEYS: dict[str, tuple[str, ...]] = {
    "pegawai": (),
    "rencana": ("no_rhk", "no_iki"),
    "realisasi": ("no_rhk", "no_iki"),
    "perilaku": ("nilai",),
    "penilaian": ("periode",),
}
"""The tables that are gathered, and what besides the NIP tells their rows apart."""
RowKey = tuple[str, ...]


@dataclass
class Chosen:
    """The forms to gather, one a person; those with the same content as one of them; those that are kept out."""

    forms: list[StaffForm] = field(default_factory=list)
    alike: list[StaffForm] = field(default_factory=list)
    rejected: list[StaffForm] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tell(self, form: StaffForm, fault: Fault, at: tuple[str, int, str] = ("", 0, ""), **words: str) -> None:
        """Add what was found about a form; ``at`` is the table, row and field to blame."""
        self.findings.append(told(form, fault, at, **words))


def told(
    form: StaffForm, fault: Fault, at: tuple[str, int, str], *, kolom: str = "", value: str = "", **words: str
) -> Finding:
    """The finding of a fault about the person of a form, at the place of a value."""
    place = form.place(*at)
    words = {"nama": form.nama or form.nip, "nip": form.nip} | words
    found = fault.finding(form.berkas, sheet=place.sheet, cell=place.cell, field=kolom, value=value, **words)
    return found._replace(nip=form.nip, nama=form.nama)


def row_key(book: UnitBook, table: str, row: Row) -> RowKey:
    """What tells a row of a person from the others."""
    fields = ((key, book.field(table, key)) for key in KEYS[table])
    return tuple(meaning(f, row.get(key, "")) if f else row.get(key, "") for key, f in fields)


def numbered(table: str, row: Row) -> str:
    """Which row it is, in words; nothing where a person has only one."""
    named = [row.get(key, "") or "?" for key in KEYS[table]]
    return f"indikator {'.'.join(named)}" if len(named) > 1 else "".join(named)


def choose(forms: Sequence[StaffForm], book: UnitBook) -> Chosen:
    """Sort the forms, in the order given: what the reader refused, what does not belong here, who sent more than one."""
    chosen = Chosen()
    people: dict[str, list[StaffForm]] = defaultdict(list)
    for form in forms:
        if form.accepted and _belongs(form, book, chosen):
            people[form.nip].append(form)
        else:
            chosen.rejected.append(form)
    for sent in people.values():
        _take_one(sent, book, chosen)
    return chosen


def _belongs(form: StaffForm, book: UnitBook, chosen: Chosen) -> bool:
    before = len(chosen.findings)
    chosen.findings += tell_unsound(form)
    tahun, unit, own = (
        form.tahun.strip(),
        owner_of(form),
        Owner(book.unit.get("kode_unit", ""), book.unit.get("nama_unit", "")),
    )
    if tahun and book.tahun and tahun != book.tahun:
        chosen.tell(form, faults.OTHER_YEAR, ("unit", 0, "tahun"), value=tahun, tahun=book.tahun)
    if unit.contradicts(own):
        chosen.tell(form, faults.OTHER_UNIT, ("unit", 0, "nama_unit"), value=unit.named, unit=own.named)
    if place := damaged(book, form.nip):
        chosen.tell(form, faults.DAMAGED_NIP, ("pegawai", 0, "nip"), kolom="NIP", value=form.nip, **place)
    _tell_ambiguous(form, book, chosen)
    return len(chosen.findings) == before


def unsound(form: StaffForm) -> str:
    """Why nobody can be found by the NIP of a form; empty where it is as it should be."""
    nip = form.nip
    if not nip:
        return "tidak diisi"
    if form.pegawai.get("nip_angka") == "1":
        return f"tersimpan sebagai angka ({nip}) sehingga angka terakhirnya hilang"
    if not (nip.isascii() and nip.isdigit()) or len(nip) != LENGTH:
        return f"'{nip}' bukan {LENGTH} angka (terbaca {len(nip)} karakter)"
    return ""


def tell_unsound(form: StaffForm) -> list[Finding]:
    """1. The NIP of a form is one by which a person can be found."""
    reason, at = unsound(form), ("pegawai", 0, "nip")
    return [told(form, faults.NO_NIP, at, kolom="NIP", value=form.nip, alasan=reason)] if reason else []


def damaged(book: UnitBook, nip: str) -> dict[str, str]:
    """Where a NIP stands in the unit workbook as a number, which keeps 15 of its digits, and what it became; mostly nowhere."""
    lost = text_column([int(nip)], Kind.NIP)[0] if nip.isascii() and nip.isdigit() else ""
    return {"letak": book.numeric_nips[lost], "lama": lost} if lost in book.numeric_nips else {}


def _tell_ambiguous(form: StaffForm, book: UnitBook, chosen: Chosen) -> None:
    """1. Rows of the form that say different things have different numbers (values, periods)."""
    for table in KEYS:
        first: dict[RowKey, Row] = {}
        for index, row in enumerate(form.rows.get(table, ())):
            said = _meant(book, table, row)
            if first.setdefault(row_key(book, table, row), said) != said:
                at, what = (table, index, (*KEYS[table], "nip")[0]), numbered(table, row) or "pegawai"
                chosen.tell(form, faults.ROW_TWICE, at, value=what, apa=book.form.table(table).name)


def _take_one(sent: Sequence[StaffForm], book: UnitBook, chosen: Chosen) -> None:
    """The one form of a person; none where several say different things."""
    first, *others = sent
    words = {"banyak": str(len(sent)), "semua": ", ".join(form.berkas for form in sent)}
    if others and any(_content(form, book) != _content(first, book) for form in others):
        chosen.tell(first, faults.TWICE, ("pegawai", 0, "nip"), **words)
        chosen.rejected += sent
        return
    if others:
        chosen.tell(first, faults.TWICE_ALIKE, ("pegawai", 0, "nip"), **words)
    chosen.forms.append(first)
    chosen.alike += others


def _content(form: StaffForm, book: UnitBook) -> object:
    """What a form says, in any order of its rows, without where it stands."""
    tables = {("unit", ""): form.unit} | {
        (table, *row_key(book, table, row)): row for table in form.rows if table in KEYS for row in form.rows[table]
    }
    return {key: _meant(book, key[0], row) for key, row in tables.items()}


def _meant(book: UnitBook, table: str, row: Row) -> Row:
    fields = ((key, book.field(table, key), text) for key, text in row.items())
    said = {key: meaning(f, text) if f else text.strip() for key, f, text in fields}
    return {key: text for key, text in said.items() if text}
