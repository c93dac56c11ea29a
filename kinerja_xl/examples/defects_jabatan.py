"""Defects of the post in the sheet Pegawai: its kind, form and level, and the time in the unit."""

from collections.abc import Iterator
from datetime import timedelta

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Person, Place
from kinerja_xl.examples.defects_orang import is_rater, retyped
from kinerja_xl.nip import is_pppk
from kinerja_xl.periods import Periode
from kinerja_xl.terms import FormatSkp, JenisJabatan, Jenjang

catalogue = Catalogue()
_AGE = 72


@catalogue.person("PEG020", "Jenis jabatan diisi kata lain.")
def jenis_lain(person: Person) -> Iterator[Place]:
    """A kind of post of former times."""
    if not person.profile["jenjang"]:
        yield person.profile.put("jenis_jabatan", "Struktural")


@catalogue.person("PEG021", "Format SKP belum dipilih.")
def tanpa_format(person: Person) -> Iterator[Place]:
    """Neither form is chosen."""
    yield person.profile.put("format_skp", "")


@catalogue.person("PEG022", "Pelaksana memakai format Pimpinan.")
def format_pimpinan(person: Person) -> Iterator[Place]:
    """Somebody who leads nobody uses the leaders' form."""
    if person.profile["jenis_jabatan"] == JenisJabatan.PELAKSANA and not is_rater(person):
        yield person.profile.put("format_skp", FormatSkp.PIMPINAN)


@catalogue.person("PEG025", "Tahun lahir dalam NIP terketik terlalu lampau.", renamed=True)
def usia_lanjut(person: Person) -> Iterator[Place]:
    """Born 72 years ago."""
    if not is_pppk(person.nip):
        born = person.occasion.tahun - _AGE
        yield retyped(person, f"{born}{person.nip[4:]}").profile.place("nip")


@catalogue.person("PEG026", "Pegawai sudah pindah sebelum periode ini, tetapi masih dinilai di sini.")
def sudah_pindah(person: Person) -> Iterator[Place]:
    """Left the day before the period; in the first quarter, came the day after it."""
    first, last = person.occasion.periode.span(person.occasion.tahun)
    if person.occasion.periode is Periode.TW1:
        yield person.profile.put("mulai", (last + timedelta(days=1)).isoformat())
    elif person.occasion.periode is not Periode.TAHUNAN:
        yield person.profile.put("selesai", (first - timedelta(days=1)).isoformat())


@catalogue.person("PEG027", "Jenjang terisi untuk jabatan pelaksana.")
def jenjang_pelaksana(person: Person) -> Iterator[Place]:
    """A level of a functional post that the golongan would fit."""
    table, golongan = person.occasion.aturan.golongan_jenjang, person.profile["golongan"]
    fitting = [level for level in Jenjang if table is not None and golongan in table.isi.get(level, ())]
    if fitting and person.profile["jenis_jabatan"] == JenisJabatan.PELAKSANA:
        yield person.profile.put("jenjang", fitting[0])
