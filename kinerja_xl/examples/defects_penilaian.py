"""Defects in the sheets Penilaian and Pengembangan: ratings, dates, reasons, development."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from kinerja_xl.checks.pengembangan import WEAK
from kinerja_xl.examples.defects_catalogue import Catalogue, give_feedback, rate
from kinerja_xl.examples.defects_draft import Person, Place
from kinerja_xl.examples.defects_package import typed_over
from kinerja_xl.examples.defects_rencana import left_behind
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Predikat, Rating, read_term

catalogue = Catalogue()
UNKNOWN_RATING = "Rating tidak dikenal"
"""What the predikat formula shows beside a rating that is none of the list."""
FEW_HOURS = "4"
HOURS_OF_DAYS = "80"


def _ratings(person: Person) -> tuple[Rating | None, Rating | None]:
    return read_term(Rating, person.rating["rating_hasil"]), read_term(Rating, person.rating["rating_perilaku"])


@catalogue.person("NIL001", "Rating ditetapkan sebelum ada realisasi.")
def sebelum_realisasi(person: Person) -> Iterator[Place]:
    """No result at all in the period, and yet a rating."""
    give_feedback(person)
    for line in person.lines("realisasi"):
        for key in ("realisasi", "bukti"):
            line.put(f"{key}_{person.occasion.suffix}", "")
    yield person.rating.place("rating_hasil")


@catalogue.person("NIL002", "Rating perilaku belum diisi.", uncounted=True)
def satu_rating(person: Person) -> Iterator[Place]:
    """One rating of two."""
    person.rating.put("predikat", "")
    yield person.rating.put("rating_perilaku", "")


@catalogue.person("NIL003", "Rating hasil kerja diisi kata lain.")
def rating_lain(person: Person) -> Iterator[Place]:
    """A rating that is none of the three."""
    person.rating.put("predikat", UNKNOWN_RATING)
    yield person.rating.put("rating_hasil", "Luar Biasa")


@catalogue.person("NIL004", "Predikat ditulis tangan dan berbeda dari matriks.")
def predikat_tangan(person: Person) -> Iterator[Place]:
    """The formula is gone, a better predikat stands in its place."""
    if person.rating.predikat is Predikat.SANGAT_BAIK:
        return
    place = person.rating.put("predikat", Predikat.SANGAT_BAIK)
    step = partial(typed_over, sheet=place.sheet, cell=place.cell, text=Predikat.SANGAT_BAIK.value)
    person.draft.finishers.append(step)
    yield place


@catalogue.person("NIL005", "Penilai belum menetapkan rating.", uncounted=True)
def belum_dinilai(person: Person) -> Iterator[Place]:
    """The row is prepared and left empty."""
    for key in ("rating_perilaku", "predikat", "tanggal", "rekomendasi", "alasan"):
        person.rating.put(key, "")
    yield person.rating.put("rating_hasil", "")


@catalogue.person("NIL006", "Rating berbeda dari saran tanpa alasan.")
def tanpa_alasan(person: Person) -> Iterator[Place]:
    """Behaviour rated one step off, where the predikat stays the same."""
    hasil, perilaku = _ratings(person)
    steps = {Rating.SESUAI: Rating.DI_ATAS, Rating.DI_ATAS: Rating.SESUAI}
    scored = any(line[f"skor_{person.occasion.suffix}"] for line in person.lines("perilaku"))
    if scored and hasil is not Rating.DI_ATAS and perilaku in steps and not person.rating["alasan"]:
        rate(person, str(hasil), steps[perilaku])
        yield person.rating.put("alasan", "")


@catalogue.person("NIL007", "Tanggal penilaian mendahului akhir periode.")
def terlalu_awal(person: Person) -> Iterator[Place]:
    """Rated ten days before the period ended."""
    day = person.occasion.periode.span(person.occasion.tahun)[1] - timedelta(days=10)
    yield person.rating.put("tanggal", day.isoformat())


@catalogue.person("NIL013", "Tanggal penilaian melewati tenggat setelan.")
def terlambat(person: Person) -> Iterator[Place]:
    """Rated ten days after the last day that the settings allow."""
    occasion = person.occasion
    tenggat = occasion.rating.tenggat_penilaian.isi
    days = tenggat.tahunan if occasion.periode is Periode.TAHUNAN else tenggat.triwulan
    day = occasion.periode.span(occasion.tahun)[1] + timedelta(days=days + 10)
    yield person.rating.put("tanggal", day.isoformat())


@catalogue.person("NIL008", "Penilaian periode ini tersalin dua kali.")
def penilaian_ganda(person: Person) -> Iterator[Place]:
    """The same row at the end."""
    yield person.rating.copy().place("periode")


@catalogue.person("NIL009", "Rating kepala unit lain dari capaian organisasi.", head=True)
def rating_kepala(person: Person) -> Iterator[Place]:
    """The head is rated one step off what the unit's result means, and the curve still holds."""
    hasil, perilaku = _ratings(person)
    other = Rating.SESUAI if hasil is not Rating.SESUAI else Rating.DI_ATAS
    new = person.occasion.predikat(other, str(perilaku))
    if person.draft.capaian and new not in WEAK and person.draft.curve_holds({person.nip: new}):
        rate(person, other, str(perilaku))
        yield person.rating.place("rating_hasil")


@catalogue.person("NIL010", "Rating ekstrem tanpa umpan balik.")
def tanpa_umpan_balik(person: Person) -> Iterator[Place]:
    """No feedback at all in the period of a rating above or below expectation."""
    extreme = [
        key
        for key, rating in zip(("rating_hasil", "rating_perilaku"), _ratings(person), strict=True)
        if rating in (Rating.DI_ATAS, Rating.DI_BAWAH)
    ]
    if extreme:
        for line in (*person.lines("realisasi"), *person.lines("perilaku")):
            line.put(f"umpan_balik_{person.occasion.suffix}", "")
        yield person.rating.place(extreme[0])


@catalogue.person("NIL011", "Periode penilaian ditulis Semester I.")
def semester(person: Person) -> Iterator[Place]:
    """A further row for a period there is not."""
    shown = {key: person.rating[key] for key in ("nip", "nama")}
    yield person.draft.append("penilaian", shown | {"periode": "Semester I"}).place("periode")


@catalogue.person("NIL012", "Baris penilaian pegawai yang sudah pindah masih tertinggal.", uncounted=False)
def penilaian_tertinggal(person: Person) -> Iterator[Place]:
    """A rating of nobody."""
    yield left_behind(person.rating, person)


@catalogue.person("PGB001", "Kegiatan pegawai yang sudah pindah masih tertinggal.", uncounted=False)
def kegiatan_tertinggal(person: Person) -> Iterator[Place]:
    """An activity of nobody."""
    for line in person.lines("pengembangan")[:1]:
        yield left_behind(line, person)


@catalogue.person("PGB002", "Jam pelajaran ditulis dengan kata.")
def jp_kata(person: Person) -> Iterator[Place]:
    """A further activity, its hours in words."""
    for line in person.lines("pengembangan")[:1]:
        yield line.copy(kegiatan="Pelatihan arsip digital", jp="delapan jam").place("jp")


@catalogue.person("PGB003", "Predikat lemah belum ada rencana pengembangannya.")
def tanpa_pengembangan(person: Person) -> Iterator[Place]:
    """Who needs to improve gets no help (that the hours of the year are missing too is not told beside it)."""
    if person.rating.predikat not in WEAK:
        return
    for line in person.lines("pengembangan"):
        line.clear()
    yield person.rating.place("predikat")


@catalogue.person("PGB004", "Tanggal selesai kegiatan mendahului tanggal mulai.")
def kegiatan_terbalik(person: Person) -> Iterator[Place]:
    """Ended before it began."""
    for line in person.lines("pengembangan")[:1]:
        line.put("mulai", f"{person.occasion.tahun}-03-12")
        yield line.put("selesai", f"{person.occasion.tahun}-03-02")


@catalogue.person("PGB005", "Jam pelajaran setahun jauh dari cukup.")
def jp_kurang(person: Person) -> Iterator[Place]:
    """One short activity in the whole year."""
    activities = person.lines("pengembangan")
    if person.occasion.periode is not Periode.TAHUNAN or not activities:
        return
    activities[0].put("jp", FEW_HOURS)
    for line in activities[1:]:
        line.clear()
    yield person.profile.place("nip")


@catalogue.person("PGB006", "Kegiatan tahun lalu tercatat di buku kerja tahun ini.")
def tahun_lalu(person: Person) -> Iterator[Place]:
    """The year before is meant, or typed by mistake."""
    for line in person.lines("pengembangan")[:1]:
        line.put("mulai", f"{person.occasion.tahun - 1}-05-12")
        yield line.put("selesai", f"{person.occasion.tahun - 1}-05-16")


@catalogue.person("PGB007", "Jam pelajaran sehari tidak masuk akal.")
def jp_sehari(person: Person) -> Iterator[Place]:
    """More hours than a day has."""
    for line in person.lines("pengembangan")[:1]:
        for key in ("mulai", "selesai"):
            line.put(key, f"{person.occasion.tahun}-03-12")
        yield line.put("jp", HOURS_OF_DAYS)


@catalogue.person("PGB008", "Kegiatan tersalin dua kali.")
def kegiatan_ganda(person: Person) -> Iterator[Place]:
    """The same activity at the end."""
    for line in person.lines("pengembangan")[:1]:
        yield line.copy().place("kegiatan")
