"""Defects in the sheets Realisasi and Perilaku: results, evidence, values and helper scores of the period."""

from collections.abc import Callable, Iterator

from kinerja_xl.examples.defects_catalogue import Catalogue, explain, give_feedback
from kinerja_xl.examples.defects_draft import Line, Person, Place
from kinerja_xl.examples.defects_rencana import in_percent, left_behind, number
from kinerja_xl.indonesian import number_text
from kinerja_xl.periods import TRIWULAN

catalogue = Catalogue()


def results(person: Person, wanted: Callable[[Line, Line], bool]) -> Iterator[Line]:
    """The first filled result of the period whose plan and result are as ``wanted``."""
    plans = {(line["no_rhk"], line["no_iki"]): line for line in person.lines("rencana")}
    key = f"realisasi_{person.occasion.suffix}"
    pairs = [(plans.get((line["no_rhk"], line["no_iki"])), line) for line in person.lines("realisasi") if line[key]]
    yield from [result for plan, result in pairs if plan is not None and wanted(plan, result)][:1]


def _any(_plan: Line, _result: Line) -> bool:
    return True


def in_percent_result(plan: Line, _result: Line) -> bool:
    """Whether a result is in percent."""
    return in_percent(plan)


def column(person: Person, key: str) -> str:
    """The column of the period."""
    return f"{key}_{person.occasion.suffix}"


@catalogue.person("REA001", "Realisasi ditulis dengan kata, bukan angka.")
def realisasi_kata(person: Person) -> Iterator[Place]:
    """A word for a number."""
    for line in results(person, _any):
        explain(person)
        yield line.put(column(person, "realisasi"), "selesai")


@catalogue.person("REA002", "Bukti dukung belum diisi.")
def tanpa_bukti(person: Person) -> Iterator[Place]:
    """A result without evidence."""
    for line in results(person, _any):
        yield line.put(column(person, "bukti"), "")


@catalogue.person("REA003", "Baris realisasi memakai nomor IKI yang tidak direncanakan.")
def tanpa_rencana(person: Person) -> Iterator[Place]:
    """A further row of results with a number that is not planned."""
    for line in results(person, _any):
        yield line.copy(no_iki="99").place("no_iki")


@catalogue.person("REA004", "Realisasi satu indikator belum diisi.")
def belum_diisi(person: Person) -> Iterator[Place]:
    """One result of several is missing."""
    filled = [line for line in person.lines("realisasi") if line[column(person, "realisasi")]]
    if len(filled) > 1:
        explain(person)
        yield filled[-1].put(column(person, "realisasi"), "")


@catalogue.person("REA005", "Persentase ditulis sebagai pecahan.")
def pecahan(person: Person) -> Iterator[Place]:
    """A share of one instead of a hundred."""
    for line in results(person, in_percent_result):
        explain(person)
        yield line.put(column(person, "realisasi"), "0,93")


@catalogue.person("REA006", "Realisasi ditulis negatif.")
def negatif(person: Person) -> Iterator[Place]:
    """A result below zero."""
    for line in results(person, in_percent_result):
        explain(person)
        yield line.put(column(person, "realisasi"), "-5")


@catalogue.person("REA007", "Realisasi ditulis per triwulan, bukan kumulatif.")
def tidak_kumulatif(person: Person) -> Iterator[Place]:
    """Less than at the end of the quarter before."""
    quarter = person.occasion.periode.quarter
    before = f"realisasi_{TRIWULAN[quarter - 2].suffix}" if quarter > 1 else ""
    for line in results(person, lambda plan, result: counts(plan) and (number(result[before]) or 0) > 1):
        explain(person)
        half = (number(line[before]) or 0) // 2
        yield line.put(column(person, "realisasi"), number_text(half))


def counts(plan: Line) -> bool:
    """Whether an indicator counts something."""
    return plan["aspek"] == "Kuantitas" and not in_percent(plan)


@catalogue.person("REA008", "Satuan realisasi lain dari satuan target.")
def satuan_lain(person: Person) -> Iterator[Place]:
    """The number stays, with another unit behind it."""
    key = column(person, "realisasi")
    for line in results(person, lambda plan, result: bool(plan["satuan"]) and number(result[key]) is not None):
        yield line.put(key, f"{number_text(number(line[key]) or 0)} Karung")


@catalogue.person("REA009", "Baris realisasi tersalin dua kali.")
def realisasi_ganda(person: Person) -> Iterator[Place]:
    """The same row of results at the end."""
    for line in results(person, _any):
        yield line.copy().place("no_iki")


@catalogue.person("PRL001", "Satu dari tujuh nilai BerAKHLAK terhapus.")
def enam_nilai(person: Person) -> Iterator[Place]:
    """Six values are left."""
    explain(person)
    person.lines("perilaku")[-1].clear()
    give_feedback(person)
    yield person.lines("perilaku")[0].place("nilai")


@catalogue.person("PRL002", "Nilai perilaku diisi kata lain.")
def nilai_lain(person: Person) -> Iterator[Place]:
    """A virtue that is none of the seven."""
    yield person.lines("perilaku")[2].put("nilai", "Ramah")


@catalogue.person("PRL003", "Nilai perilaku yang sama ditulis dua kali.")
def nilai_ganda(person: Person) -> Iterator[Place]:
    """The fourth row repeats the third."""
    third, fourth = person.lines("perilaku")[2:4]
    yield fourth.put("nilai", third["nilai"])


@catalogue.person("PRL004", "Skor bantu perilaku ditulis 4.")
def skor_empat(person: Person) -> Iterator[Place]:
    """A score beyond the scale."""
    explain(person)
    yield person.lines("perilaku")[0].put(column(person, "skor"), "4")


@catalogue.person("PRL005", "Baris perilaku pegawai yang sudah pindah masih tertinggal.", uncounted=False)
def perilaku_tertinggal(person: Person) -> Iterator[Place]:
    """A value of nobody."""
    yield left_behind(person.lines("perilaku")[0], person)
