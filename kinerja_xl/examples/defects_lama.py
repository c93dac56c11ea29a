"""Defects of the years before the ratings: behaviours in numbers, aspects, points, answers (rules SKL)."""

from collections.abc import Iterable, Iterator

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Draft, Line, Person, Place
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPp46
from kinerja_xl.scoring.scheme import aturan_periode, skema_of
from kinerja_xl.terms import Aspek, Kategori, Nilai, read_term

catalogue = Catalogue()
TWO_LAWS = "SKL012"
"""Found in every unit of the year in which the law changed."""


def _numbers(person: Person) -> list[Line]:
    """The rows of Perilaku with a number in the period."""
    return [line for line in person.lines("perilaku") if line[_number(person)]]


def _number(person: Person) -> str:
    return f"angka_{person.occasion.suffix}"


def _aspect(person: Person, aspek: Aspek) -> Line:
    """The first row of the plan with that aspect."""
    return next(line for line in person.lines("rencana") if read_term(Aspek, line["aspek"]) is aspek)


def _result(person: Person, plan: Line) -> Line:
    key = plan["no_rhk"], plan["no_iki"]
    return next(line for line in person.lines("realisasi") if (line["no_rhk"], line["no_iki"]) == key)


def _once_more(person: Person, plan: Line, **changes: str) -> Line:
    """A further row of the plan with its own result, numbered after all others of the person."""
    number = {"no_iki": str(1 + max(int(line["no_iki"]) for line in person.lines("rencana")))}
    own = {key: text for key, text in changes.items() if key == "no_rhk"}
    _result(person, plan).copy(**number, **own)
    return plan.copy(**number, **changes)


@catalogue.person("SKL001", "Nilai BerAKHLAK ditulis pada formulir tahun ini.")
def nilai_berakhlak(person: Person) -> Iterator[Place]:
    """A further row with a value that was not appraised yet."""
    yield _numbers(person)[0].copy(nilai=Nilai.AKUNTABEL.value).place("nilai")


@catalogue.person("SKL002", "Satu perilaku belum dinilai.")
def belum_dinilai(person: Person) -> Iterator[Place]:
    """A number is missing."""
    _numbers(person)[0].put(_number(person), "")
    yield person.profile.place("nama")


@catalogue.person("SKL003", "Nilai perilaku ditulis 850.")
def terlalu_besar(person: Person) -> Iterator[Place]:
    """A number with a digit too many."""
    yield _numbers(person)[0].put(_number(person), "850")


@catalogue.person("SKL004", "Poin tugas tambahan ditulis 4.")
def empat_poin(person: Person) -> Iterator[Place]:
    """Points the regulation does not know."""
    yield person.rating.put("tugas_tambahan", "4")


@catalogue.person("SKL005", "Aspek waktu sebuah kegiatan terhapus.")
def tanpa_waktu(person: Person) -> Iterator[Place]:
    """An activity with two aspects."""
    line = _aspect(person, Aspek.WAKTU)
    number = line["no_rhk"]
    _result(person, line).clear()
    line.clear()
    yield next(other for other in person.lines("rencana") if other["no_rhk"] == number).place("no_rhk")


@catalogue.person("SKL006", "Aspek kualitas ditulis dua kali dalam satu kegiatan.")
def kualitas_dua_kali(person: Person) -> Iterator[Place]:
    """A fourth row of an activity."""
    line = _aspect(person, Aspek.KUALITAS)
    yield _once_more(person, line, indikator=f"{line['indikator']} (tambahan)").place("aspek")


@catalogue.person("SKL007", "Kinerja tambahan belum berbobot.")
def tanpa_bobot(person: Person) -> Iterator[Place]:
    """Additional work without the weight of its assignment."""
    line = _aspect(person, Aspek.KUANTITAS)
    number = str(1 + max(int(other["no_rhk"]) for other in person.lines("rencana")))
    words = {"kategori": Kategori.TAMBAHAN.value, "rhk": "Terlaksananya tugas panitia tingkat kota", "rhk_pimpinan": ""}
    yield _once_more(person, line, no_rhk=number, **words).place("bobot_penugasan")


@catalogue.person("SKL008", "Baris penilaian terhapus.")
def tanpa_penilaian(person: Person) -> Iterator[Place]:
    """Everything is there but the rater's row."""
    person.rating.clear()
    yield person.profile.place("nama")


@catalogue.person("SKL009", "Gagasan baru dijawab dengan kata lain.")
def gagasan_ada(person: Person) -> Iterator[Place]:
    """Neither Ya nor Tidak."""
    yield person.rating.put("gagasan", "ada")


@catalogue.person("SKL010", "Pemakaian pendapat rekan dan bawahan tidak jelas.", head=True)
def pendapat_mungkin(person: Person) -> Iterator[Place]:
    """An answer nobody can use."""
    yield person.draft.enter("pendapat", "mungkin")


@catalogue.person("SKL011", "Target ditulis sebagai rentang, yang tidak dikenal peraturan tahun ini.")
def target_rentang(person: Person) -> Iterator[Place]:
    """From 80 to 90, where one number is held against the result."""
    if isinstance(person.occasion.aturan, AturanPp46):
        _aspect(person, Aspek.KUALITAS).put("target", "80 - 90")
        yield person.profile.place("nama")


def two_laws(drafts: Iterable[Draft]) -> Iterator[Place]:
    """The period of every unit, where the whole year is asked for and its first half had another law."""
    for draft in drafts:
        occasion = draft.occasion
        first = skema_of(aturan_periode(Periode.TW1, occasion.tahun))
        if occasion.periode is Periode.TAHUNAN and skema_of(occasion.aturan) is not first:
            yield Place(draft.file_name, draft.form.unit.name, f"B{draft.form.unit.row('periode')}")
