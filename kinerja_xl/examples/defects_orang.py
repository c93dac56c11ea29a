"""Defects of two people taken for one, or one for two: NIPs that differ in a digit."""

from collections.abc import Iterator
from dataclasses import replace

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Draft, Person, Place
from kinerja_xl.examples.defects_pegawai import IDENTITY
from kinerja_xl.forms.unit_workbook import SHEET_NAMES

catalogue = Catalogue()
RATERS = ("nip_penilai", "nip_atasan")


def is_rater(person: Person) -> bool:
    """Whether somebody of the unit names the person as rater or rater's superior."""
    return any(line[key] == person.nip for line in person.draft.lines("pegawai") for key in RATERS)


def retyped(person: Person, nip: str) -> Person:
    """The person under another NIP that is in order: unlike one renamed, the person goes on counting for the curve."""
    for key in SHEET_NAMES.keys() & person.draft.rows.keys():
        for line in person.lines(key):
            line.put("nip", nip)
    person.draft.taken.add(nip)
    return replace(person, nip=nip)


def colleagues(person: Person) -> Iterator[Person]:
    """The others of the unit who carry no defect."""
    return (p for p in person.draft.people() if p.nip != person.nip and p.nip not in person.draft.taken)


def _nearly(nip: str) -> str:
    """The NIP with another last digit, still a possible one."""
    return f"{nip[:-1]}{'8' if nip[-1] == '9' else '9'}"


@catalogue.person("PEG024", "Pegawai yang sama tertulis dua kali, satu angka NIP-nya keliru.", renamed=True)
def orang_dua_kali(person: Person) -> Iterator[Place]:
    """Two rows of one name, their NIPs a digit apart."""
    for other in colleagues(person):
        if other.profile["jenjang"] or person.profile["jenjang"] or other.is_head:
            continue
        person = retyped(person, _nearly(other.nip))
        for key in IDENTITY:
            person.profile.put(key, other.profile[key])
        person.draft.taken.add(other.nip)
        yield max(person.profile, other.profile, key=lambda line: line.index).place("nip")
        return


@catalogue.person("GAB005", "NIP penilai berbeda satu angka dari NIP lurah di lembar Pegawai.")
def penilai_salah_ketik(person: Person) -> Iterator[Place]:
    """A digit of the rater's NIP is mistyped."""
    for rater in colleagues(person):
        if rater.nip == person.profile["nip_penilai"]:
            person.draft.taken.add(rater.nip)
            yield person.profile.put("nip_penilai", _nearly(rater.nip))


@catalogue.file("GAB006", "Pegawai pindahan diketik ulang di unit barunya, satu angka NIP-nya keliru.", "unit-lama")
def pindahan_salah_ketik(draft: Draft) -> Iterator[Place]:
    """Two units of different people but for one, whose NIPs are a digit apart."""
    new = draft.twin("unit-baru.xlsx")
    new.enter("kode_unit", f"{draft.unit['kode_unit']}-B")
    new.enter("nama_unit", f"{draft.unit['nama_unit']} BARU")
    moved = next(person.nip for person in draft.people() if not (person.is_head or is_rater(person)))
    nips = {p.nip: _stranger(p.nip, number) for number, p in enumerate(draft.people())} | {moved: _nearly(moved)}
    for unit, nip in ((draft, moved), (_with_nips(new, nips), nips[moved])):
        yield Person(unit, nip).profile.place("nip")


def _stranger(nip: str, number: int) -> str:
    """A NIP far from ``nip``: born on another day, with a serial that nobody has."""
    day = int(nip[6:8]) % 28 + 1
    return f"{nip[:6]}{day:02d}{nip[8:15]}{980 + number}"


def _with_nips(draft: Draft, nips: dict[str, str]) -> Draft:
    """Other NIPs throughout a unit."""
    for row in [draft.unit, *(row for rows in draft.rows.values() for row in rows)]:
        for key in ("nip", "nip_kepala", *RATERS):
            if row.get(key, "") in nips:
                row[key] = nips[row[key]]
    return draft
