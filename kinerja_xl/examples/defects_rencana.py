"""Defects in the sheet Rencana: RHK, indicators, numbers, targets."""

from collections.abc import Callable, Iterator

from kinerja_xl.checks.target import PERCENT_UNITS
from kinerja_xl.examples.defects_catalogue import Catalogue, explain, give_feedback
from kinerja_xl.examples.defects_draft import UNKNOWN_NAME, Line, Person, Place
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Arah, Kategori, read_term

catalogue = Catalogue()


def number(text: str) -> float | None:
    """The single number a cell holds; None for a range, a text, an empty cell."""
    found = parse_quantity(text)
    return found.low if found and found.low == found.high else None


def in_percent(line: Line) -> bool:
    """Whether an indicator is measured in percent."""
    return line["satuan"].strip().lower() in PERCENT_UNITS


def other_nip(person: Person) -> str:
    """A sound NIP that nobody in the unit has: somebody who has moved away."""
    known = {p.nip for p in person.draft.people()}
    serials = (f"{person.nip[:15]}{serial:03d}" for serial in range(900, 1000))
    return next(nip for nip in serials if nip not in known)


def left_behind(line: Line, person: Person) -> Place:
    """Append a row of somebody who is no longer among the people of the unit."""
    shown = {"nama": UNKNOWN_NAME} if "nama" in line.row else {}
    return line.copy(nip=other_nip(person), **shown).place("nip")


def _first(person: Person, wanted: Callable[[Line], bool]) -> Iterator[Line]:
    yield from [line for line in person.lines("rencana") if wanted(line)][:1]


def _same_rhk(person: Person, line: Line) -> list[Line]:
    return [other for other in person.lines("rencana") if other["no_rhk"] == line["no_rhk"]]


def _is_main(line: Line) -> bool:
    return read_term(Kategori, line["kategori"]) is Kategori.UTAMA and bool(line["rhk_pimpinan"])


@catalogue.person("REN001", "Baris rencana pegawai yang sudah pindah masih tertinggal.", uncounted=False)
def rencana_tertinggal(person: Person) -> Iterator[Place]:
    """A planned result of nobody."""
    for line in _first(person, lambda row: _is_main(row) and bool(row["rhk"])):
        yield left_behind(line, person)


@catalogue.person("REN002", "Rencana hasil kerja pegawai belum ditulis.")
def tanpa_rencana(person: Person) -> Iterator[Place]:
    """Neither plan nor results."""
    explain(person)
    for table in ("rencana", "realisasi"):
        for line in person.lines(table):
            line.clear()
    give_feedback(person)
    yield person.profile.place("nip")


@catalogue.person("REN003", "Teks rencana hasil kerja terhapus.")
def tanpa_teks(person: Person) -> Iterator[Place]:
    """No row of an RHK number says what it is."""
    line = person.lines("rencana")[0]
    for other in _same_rhk(person, line):
        other.put("rhk", "")
    yield line.place("rhk")


@catalogue.person("REN004", "Teks indikator terhapus.")
def tanpa_indikator(person: Person) -> Iterator[Place]:
    """A row without indicator."""
    yield person.lines("rencana")[-1].put("indikator", "")


@catalogue.person("REN005", "Target setahun belum diisi.")
def tanpa_target(person: Person) -> Iterator[Place]:
    """A row without target."""
    explain(person)
    yield person.lines("rencana")[-1].put("target", "")


@catalogue.person("REN006", "Satuan target belum diisi.")
def tanpa_satuan(person: Person) -> Iterator[Place]:
    """A bare number as target, and no unit anywhere."""
    for line in _first(person, _bare):
        yield line.put("satuan", "")


def _bare(line: Line) -> bool:
    found = parse_quantity(line["target"])
    return found is not None and found.unit == "" and line["satuan"] != "" and not in_percent(line)


@catalogue.person("REN007", "Target ditulis dengan kata, bukan angka.")
def target_kata(person: Person) -> Iterator[Place]:
    """Words for a number."""
    explain(person)
    yield person.lines("rencana")[0].put("target", "secukupnya")


@catalogue.person("REN008", "Aspek diisi kata lain.")
def aspek_lain(person: Person) -> Iterator[Place]:
    """An aspect that is none of the four."""
    yield person.lines("rencana")[0].put("aspek", "Manfaat")


@catalogue.person("REN009", "RHK pimpinan yang diintervensi belum disebut.")
def tanpa_rhk_pimpinan(person: Person) -> Iterator[Place]:
    """An RHK Utama that supports nothing."""
    for line in _first(person, _is_main):
        for other in _same_rhk(person, line):
            other.put("rhk_pimpinan", "")
        yield line.place("rhk_pimpinan")


@catalogue.person("REN010", "Baris rencana disalin, nomor IKI-nya lupa diganti.")
def nomor_ganda(person: Person) -> Iterator[Place]:
    """The same pair of numbers once more."""
    explain(person)
    yield person.lines("rencana")[-1].copy().place("no_iki")


@catalogue.person("REN011", "Rentang target ditulis terbalik.")
def rentang_terbalik(person: Person) -> Iterator[Place]:
    """From 90 down to 80."""
    for line in _first(person, in_percent):
        explain(person)
        yield line.put("target", "90 - 80")


@catalogue.person("REN012", "Target ditulis nol.")
def target_nol(person: Person) -> Iterator[Place]:
    """Nothing is aimed at where more is better."""
    for line in _first(person, lambda row: read_term(Arah, row["arah"]) is not Arah.TURUN):
        explain(person)
        yield line.put("target", "0")


@catalogue.person("REN013", "Arah indikator diisi kata lain.")
def arah_lain(person: Person) -> Iterator[Place]:
    """A direction that is none of the two."""
    for line in _first(person, lambda row: read_term(Arah, row["arah"]) is not Arah.TURUN):
        yield line.put("arah", "Stabil")


@catalogue.person("REN014", "Target triwulan IV ditulis per triwulan, bukan kumulatif.")
def tidak_kumulatif(person: Person) -> Iterator[Place]:
    """The last quarter's target alone."""
    for line in _first(person, _rises):
        if person.occasion.periode is Periode.TW4:
            explain(person)
        yield line.put("target_tw4", line["target_tw1"])


def _rises(line: Line) -> bool:
    first, third = number(line["target_tw1"]), number(line["target_tw3"])
    counts = line["aspek"] == "Kuantitas" and not in_percent(line)
    return counts and first is not None and third is not None and 0 < first < third


@catalogue.person("REN015", "Kategori RHK diisi kata lain.")
def kategori_lain(person: Person) -> Iterator[Place]:
    """Neither Utama nor Tambahan."""
    line = person.lines("rencana")[0]
    for other in _same_rhk(person, line):
        other.put("kategori", "Pokok")
    yield line.place("kategori")


@catalogue.person("REN016", "Nomor IKI ditulis dengan huruf.")
def nomor_huruf(person: Person) -> Iterator[Place]:
    """A letter behind the number, in plan and result alike."""
    line = person.lines("rencana")[-1]
    results = [r for r in person.lines("realisasi") if (r["no_rhk"], r["no_iki"]) == (line["no_rhk"], line["no_iki"])]
    for result in results:
        result.put("no_iki", f"{result['no_iki']}a")
    yield line.put("no_iki", f"{line['no_iki']}a")
