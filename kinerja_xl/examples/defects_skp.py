"""Defects of a whole plan: its link to the superior's, repetitions, contradictions, somebody else's plan."""

from collections.abc import Iterator

from kinerja_xl.checks.rencana_rangkap import COPIED_ROWS
from kinerja_xl.examples.defects_catalogue import Catalogue, explain, give_feedback
from kinerja_xl.examples.defects_draft import Line, Person, Place
from kinerja_xl.examples.defects_orang import colleagues, is_rater
from kinerja_xl.terms import FormatSkp, Kategori, Pendekatan

catalogue = Catalogue()
OLD_LINK = "Terselenggaranya lomba kampung bahari antarkota"
_NUMBERS = ("no_rhk", "no_iki")


def _results(person: Person, line: Line) -> list[Line]:
    """The rows of Realisasi of a planned indicator."""
    return [row for row in person.lines("realisasi") if all(row[key] == line[key] for key in _NUMBERS)]


def _again(person: Person, line: Line, **numbers: str) -> Line:
    """The indicator once more under other numbers, with its result."""
    for result in _results(person, line):
        result.copy(**numbers)
    return line.copy(**numbers)


@catalogue.person("REN017", "RHK pimpinan masih disalin dari tahun lalu.")
def rhk_pimpinan_lama(person: Person) -> Iterator[Place]:
    """A link to nothing in the rater's plan, who keeps the plan as it is."""
    linked = [line for line in person.lines("rencana") if line["rhk_pimpinan"]]
    raters = [other for other in colleagues(person) if other.nip == person.profile["nip_penilai"]]
    for line in linked[:1] if raters else ():
        person.draft.taken.add(raters[0].nip)
        for other in linked:
            if other["no_rhk"] == line["no_rhk"]:
                other.put("rhk_pimpinan", OLD_LINK)
        yield line.place("rhk_pimpinan")


@catalogue.person("REN020", "RHK disalin ke nomor baru, teksnya lupa diganti.")
def rhk_dua_nomor(person: Person) -> Iterator[Place]:
    """The first RHK once more under a new number."""
    line, highest = person.lines("rencana")[0], max(int(row["no_rhk"]) for row in person.lines("rencana"))
    explain(person)
    yield _again(person, line, no_rhk=str(highest + 1), no_iki="1").place("rhk")


@catalogue.person("REN021", "Baris kedua sebuah RHK berkategori lain.")
def kategori_berbeda(person: Person) -> Iterator[Place]:
    """Utama in the first row of an RHK, Tambahan in the second."""
    first, *others = person.lines("rencana")
    for line in [row for row in others if row["no_rhk"] == first["no_rhk"]][:1]:
        explain(person)
        yield line.put("kategori", Kategori.TAMBAHAN)


@catalogue.person("REN022", "Semua RHK berkategori Tambahan.")
def semua_tambahan(person: Person) -> Iterator[Place]:
    """No main result is left."""
    explain(person)
    for line in person.lines("rencana"):
        line.put("kategori", Kategori.TAMBAHAN)
    yield person.lines("rencana")[0].place("kategori")


@catalogue.person("REN023", "Seluruh rencana disalin dari pegawai di jabatan lain.")
def rencana_orang_lain(person: Person) -> Iterator[Place]:
    """Plan and results of a colleague with another post."""
    if is_rater(person):
        return
    for other in colleagues(person):
        if _has_common_plan(other) and other.profile["jenis_jabatan"] != person.profile["jenis_jabatan"]:
            copied = _take_over(person, other)
            person.draft.taken.add(other.nip)
            explain(person)
            give_feedback(person)
            yield copied.place("rhk")
            return


def _has_common_plan(person: Person) -> bool:
    profile = person.profile
    common = (profile["pendekatan"], profile["format_skp"]) == (Pendekatan.KUANTITATIF, FormatSkp.JA_JF)
    return common and len(person.lines("rencana")) >= COPIED_ROWS


def _take_over(person: Person, other: Person) -> Line:
    """Replace the person's plan and results; the first new row of the plan."""
    for table in ("rencana", "realisasi"):
        for line in person.lines(table):
            line.clear()
        for line in other.lines(table):
            line.copy(nip=person.nip, **({"nama": person.profile["nama"]} if "nama" in line.row else {}))
    return person.lines("rencana")[0]


@catalogue.person("REN026", "Indikator disalin di dalam RHK yang sama.")
def indikator_dua_kali(person: Person) -> Iterator[Place]:
    """The first indicator once more under a new number."""
    line = person.lines("rencana")[0]
    highest = max(int(row["no_iki"]) for row in person.lines("rencana") if row["no_rhk"] == line["no_rhk"])
    explain(person)
    yield _again(person, line, no_iki=str(highest + 1)).place("indikator")
