"""Defects of copied words and of scores that are all the same: between people of one unit, or in a unit of their own."""

from collections.abc import Iterator

from kinerja_xl.examples.defects_catalogue import Catalogue, explain
from kinerja_xl.examples.defects_draft import Draft, Person, Place
from kinerja_xl.terms import Nilai, Pendekatan, Rating, read_term

catalogue = Catalogue()
SAME_RESULT = "Dilaksanakan sesuai jadwal dan dilaporkan kepada atasan setiap bulan."
SAME_FOR_ALL = "Pertahankan sikap kerja yang sudah baik dan tingkatkan kerja sama."
SAME_FOR_TWO = "Hasil kerja pada periode ini sudah dibahas bersama; tindak lanjutnya disepakati dalam dialog kinerja."
USUAL_SCORE = "2"


@catalogue.person("REA015", "Realisasi kualitatif menyalin uraian indikator lain.")
def uraian_disalin(person: Person) -> Iterator[Place]:
    """An SKP in words whose last result repeats the first."""
    key = f"realisasi_{person.occasion.suffix}"
    filled = [line for line in person.lines("realisasi") if line[key]]
    if len(filled) > 1:
        person.profile.put("pendekatan", Pendekatan.KUALITATIF)
        filled[0].put(key, SAME_RESULT)
        yield filled[-1].put(key, SAME_RESULT)


@catalogue.file("PRL006", "Umpan balik perilaku semua pegawai sama.", "unit-umpan-balik-sama")
def umpan_balik_sama(draft: Draft) -> Iterator[Place]:
    """One sentence for everybody."""
    key = f"umpan_balik_{draft.occasion.suffix}"
    places = [person.lines("perilaku")[0].put(key, SAME_FOR_ALL) for person in draft.people()]
    yield places[0]


@catalogue.file("PRL007", "Skor bantu perilaku semua pegawai 2.", "unit-skor-sama")
def skor_sama(draft: Draft) -> Iterator[Place]:
    """The usual score for every value of everybody."""
    key = f"skor_{draft.occasion.suffix}"
    for person in draft.people():
        explain(person)
    places = [line.put(key, USUAL_SCORE) for line in draft.lines("perilaku")]
    yield places[0]


@catalogue.person("NIL015", "Dua pegawai dengan rating ekstrem memperoleh umpan balik yang sama.")
def umpan_balik_ekstrem(person: Person) -> Iterator[Place]:
    """All that is said about one is said about the other."""
    people = [p for p in person.draft.people() if p.nip == person.nip or p.nip not in person.draft.taken]
    pair = [p for p in people if _extreme(p)]
    others = [p for p in pair if p.nip != person.nip]
    if person not in pair or not others:
        return
    both = [p for p in pair if p in (person, others[0])]
    for each in both:
        _say_only(each, SAME_FOR_TWO)
    person.draft.taken.update(p.nip for p in both)
    yield both[1].rating.place(_extreme(both[1])[0])


def _extreme(person: Person) -> list[str]:
    """The columns with a rating above or below expectation."""
    keys = ("rating_hasil", "rating_perilaku")
    return [key for key in keys if read_term(Rating, person.rating[key]) in (Rating.DI_ATAS, Rating.DI_BAWAH)]


def _say_only(person: Person, text: str) -> None:
    key = f"umpan_balik_{person.occasion.suffix}"
    for line in (*person.lines("realisasi"), *person.lines("perilaku")):
        said = line.table.key == "perilaku" and read_term(Nilai, line["nilai"]) is Nilai.AKUNTABEL
        line.put(key, text if said else "")
