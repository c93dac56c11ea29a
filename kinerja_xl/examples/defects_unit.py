"""Defects of a unit: its result, its head, one person in two units, and distributions off the curve."""

from collections.abc import Iterator, Sequence

from kinerja_xl.checks.pengembangan import WEAK
from kinerja_xl.examples.defects_catalogue import Catalogue, explain, rate
from kinerja_xl.examples.defects_draft import Draft, Person, Place
from kinerja_xl.examples.defects_pegawai import IDENTITY
from kinerja_xl.examples.defects_rencana import other_nip
from kinerja_xl.terms import BentukPengembangan, CapaianOrganisasi, Predikat, Rating, StatusKegiatan

catalogue = Catalogue()
CURVE_REASON = "Seluruh sasaran triwulan tercapai; distribusi sudah dibahas bersama pimpinan."
SMALL_UNIT = 4
_RATINGS = {
    Predikat.SANGAT_BAIK: (Rating.DI_ATAS, Rating.DI_ATAS),
    Predikat.BAIK: (Rating.SESUAI, Rating.SESUAI),
    Predikat.BUTUH_PERBAIKAN: (Rating.DI_BAWAH, Rating.SESUAI),
}


@catalogue.person("UNT002", "Capaian kinerja organisasi periode ini belum diisi.", head=True)
def tanpa_capaian(person: Person) -> Iterator[Place]:
    """Nobody has set the unit's result."""
    yield person.draft.enter(f"capaian_{person.occasion.periode.lower()}", "")


@catalogue.person("UNT003", "NIP kepala unit masih milik kepala unit yang lama.", head=True)
def kepala_lama(person: Person) -> Iterator[Place]:
    """The head of the unit has moved away."""
    explain(person)
    yield person.draft.enter("nip_kepala", other_nip(person))


@catalogue.file("UNT006", "Formulir kosong ikut terkirim.", "unit-kosong")
def formulir_kosong(draft: Draft) -> Iterator[Place]:
    """Nobody is in the workbook."""
    draft.rows = {key: [] for key in draft.rows}
    yield draft.enter("nama_unit", draft.unit["nama_unit"])


@catalogue.pair("GAB001", "Pegawai pindahan masih tercatat di dua unit.")
def dua_unit(person: Person, other: Person) -> Iterator[Place]:
    """Somebody of another unit turns out to be the same person."""
    if other.profile["jenjang"]:
        return
    moved = other.renamed(person.nip)
    for key in IDENTITY:
        moved.profile.put(key, person.profile[key])
    yield person.profile.place("nip")
    yield moved.profile.place("nip")


def _shape(draft: Draft, capaian: CapaianOrganisasi, wanted: Sequence[Predikat]) -> Place:
    """Rate the unit's people so that the predikat are as ``wanted``, the head's first."""
    people = sorted(draft.people(), key=lambda p: (not p.is_head, p.rating.predikat not in WEAK))
    for person, predikat in zip(people, wanted, strict=True):
        if person.is_head or person.rating.predikat is not predikat:
            rate(person, *_RATINGS[predikat])
            _help(person)
    period = draft.occasion.periode.lower()
    draft.enter(f"alasan_kurva_{period}", "")
    return draft.enter(f"capaian_{period}", capaian)


def _help(person: Person) -> None:
    """Whoever needs to improve has an activity."""
    if person.rating.predikat in WEAK and not person.lines("pengembangan"):
        row = {"nip": person.nip, "nama": person.profile["nama"], "bentuk": BentukPengembangan.COACHING.value}
        planned = {"kegiatan": "Coaching oleh penilai", "jp": "20", "status": StatusKegiatan.RENCANA.value}
        person.draft.append("pengembangan", row | planned)


def _size(draft: Draft) -> int:
    return sum(1 for _ in draft.people())


def _hardly_excellent(draft: Draft) -> Place:
    """The unit's result is Istimewa, yet nobody but the head is Sangat Baik."""
    others = [Predikat.BAIK] * (_size(draft) - 1)
    return _shape(draft, CapaianOrganisasi.ISTIMEWA, [Predikat.SANGAT_BAIK, *others])


@catalogue.file("DIS001", "Hampir semua pegawai berpredikat Baik.", "unit-hampir-semua-baik", on_curve=True)
def hampir_semua_baik(draft: Draft) -> Iterator[Place]:
    """One needs to improve, everybody else is Baik."""
    others = [Predikat.BAIK] * (_size(draft) - 2)
    yield _shape(draft, CapaianOrganisasi.BAIK, [Predikat.BAIK, Predikat.BUTUH_PERBAIKAN, *others])


@catalogue.file("DIS002", "Tidak seorang pun Butuh Perbaikan atau Kurang.", "unit-tanpa-yang-kurang", on_curve=True)
def tanpa_yang_kurang(draft: Draft) -> Iterator[Place]:
    """Two in three are Baik, the others Sangat Baik."""
    size = _size(draft)
    good = 2 * size // 3
    wanted = [Predikat.BAIK] * good + [Predikat.SANGAT_BAIK] * (size - good)
    yield _shape(draft, CapaianOrganisasi.BAIK, wanted)


@catalogue.file("DIS003", "Capaian Istimewa, tetapi yang terbanyak Baik.", "unit-istimewa-baik", on_curve=True)
def istimewa_baik(draft: Draft) -> Iterator[Place]:
    """The most frequent predikat is the wrong one."""
    yield _hardly_excellent(draft)


@catalogue.file("DIS004", "Unit berempat: terlalu kecil untuk kurva.", "unit-kecil", on_curve=True)
def unit_kecil(draft: Draft) -> Iterator[Place]:
    """Four people are left."""
    kept = {person.nip for person in sorted(draft.people(), key=lambda p: not p.is_head)[:SMALL_UNIT]}
    for key, rows in draft.rows.items():
        draft.rows[key] = [row for row in rows if row.get("nip", "") in kept]
    yield _hardly_excellent(draft)


@catalogue.file("DIS005", "Distribusi berbeda dari kurva, alasannya ditulis.", "unit-beralasan", on_curve=True)
def beralasan(draft: Draft) -> Iterator[Place]:
    """Off the curve, with the reason."""
    place = _hardly_excellent(draft)
    draft.enter(f"alasan_kurva_{draft.occasion.periode.lower()}", CURVE_REASON)
    yield place
