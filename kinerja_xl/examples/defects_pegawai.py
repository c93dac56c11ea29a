"""Defects in the sheet Pegawai: NIP, identity, post and rank, rater, dates."""

from collections.abc import Iterator
from functools import partial

from kinerja_xl.examples.defects_catalogue import Catalogue
from kinerja_xl.examples.defects_draft import Person, Place
from kinerja_xl.examples.defects_package import as_number, shown_number
from kinerja_xl.nip import is_pppk
from kinerja_xl.terms import JenisJabatan, Jenjang, squeezed

catalogue = Catalogue()
IDENTITY = ("nama", "status", "golongan", "pangkat")
_POST = ("jabatan", "jenis_jabatan", "jenjang", "pendekatan", "format_skp", "nama_penilai", "jabatan_penilai")


@catalogue.person("PEG001", "Pegawai baru ditulis tanpa NIP.", uncounted=False)
def tanpa_nip(person: Person) -> Iterator[Place]:
    """A new row with everything but the NIP."""
    new = {key: person.profile[key] for key in (*IDENTITY, *_POST)} | {"nip": "", "nama": "Pegawai Baru, S.E."}
    yield person.draft.append("pegawai", new).place("nip")


@catalogue.person("PEG002", "NIP tersimpan sebagai angka; tiga angka terakhirnya hilang.", renamed=True)
def nip_angka(person: Person) -> Iterator[Place]:
    """All NIP cells of the person become numbers, as they do when the drop-down copies a number."""
    place = person.profile.place("nip")
    person.draft.finishers.append(partial(as_number, text=person.nip, number=shown_number(person.nip)))
    yield place


def _retyped(person: Person, nip: str) -> Iterator[Place]:
    yield person.renamed(nip).profile.place("nip")


@catalogue.person("PEG003", "NIP kurang satu angka.", renamed=True)
def nip_pendek(person: Person) -> Iterator[Place]:
    """The last digit is missing in all sheets."""
    yield from _retyped(person, person.nip[:-1])


@catalogue.person("PEG004", "Bulan lahir dalam NIP tertulis 13.", renamed=True)
def nip_bulan_lahir(person: Person) -> Iterator[Place]:
    """Born in month 13."""
    yield from _retyped(person, f"{person.nip[:4]}13{person.nip[6:]}")


@catalogue.person("PEG005", "Bulan pengangkatan dalam NIP tertulis 15.", renamed=True)
def nip_bulan_angkat(person: Person) -> Iterator[Place]:
    """Appointed in month 15."""
    if not is_pppk(person.nip):
        yield from _retyped(person, f"{person.nip[:12]}15{person.nip[14:]}")


@catalogue.person("PEG006", "Angka jenis kelamin dalam NIP tertulis 3.", renamed=True)
def nip_jenis_kelamin(person: Person) -> Iterator[Place]:
    """Digit 15 is neither 1 nor 2."""
    yield from _retyped(person, f"{person.nip[:14]}3{person.nip[15:]}")


@catalogue.person("PEG007", "Baris pegawai tersalin dua kali.")
def nip_ganda(person: Person) -> Iterator[Place]:
    """The person's row once more at the end."""
    yield person.profile.copy().place("nip")


@catalogue.person("PEG008", "Nama pegawai terhapus.")
def tanpa_nama(person: Person) -> Iterator[Place]:
    """The name is gone."""
    yield person.profile.put("nama", "")


@catalogue.person("PEG009", "Status tertulis Honorer.")
def status_lain(person: Person) -> Iterator[Place]:
    """A status no ASN has; the golongan of a PNS stays plausible with it."""
    if not is_pppk(person.nip):
        yield person.profile.put("status", "Honorer")


@catalogue.person("PEG010", "Golongan tertulis III/f.")
def golongan_lain(person: Person) -> Iterator[Place]:
    """A golongan that does not exist."""
    yield person.profile.put("golongan", "III/f")


def _functional(person: Person) -> bool:
    return person.profile["jenis_jabatan"] == JenisJabatan.FUNGSIONAL


@catalogue.person("PEG011", "Jenjang jabatan fungsional belum diisi.")
def tanpa_jenjang(person: Person) -> Iterator[Place]:
    """A functional post without its level."""
    if _functional(person):
        yield person.profile.put("jenjang", "")


@catalogue.person("PEG012", "Jenjang jabatan fungsional tidak sesuai golongan.")
def jenjang_lain(person: Person) -> Iterator[Place]:
    """A level whose range of golongan lies elsewhere."""
    table, golongan = person.occasion.aturan.golongan_jenjang, person.profile["golongan"]
    if table is None or is_pppk(person.nip) or not _functional(person):
        return
    ranges = {level: {squeezed(g) for g in table.isi.get(level, ())} for level in Jenjang}
    other = next((level for level, known in ranges.items() if known and squeezed(golongan) not in known), None)
    if other is not None:
        person.profile.put("jenjang", other)
        yield person.profile.place("golongan")


@catalogue.person("PEG023", "Golongan seorang pejabat pengawas tertulis II/d.")
def golongan_pengawas(person: Person) -> Iterator[Place]:
    """A golongan, with its pangkat, that nobody in such a post has."""
    if person.profile["jenis_jabatan"] == JenisJabatan.PENGAWAS and not is_pppk(person.nip):
        person.profile.put("pangkat", person.occasion.aturan.pangkat.isi["II/d"])
        yield person.profile.put("golongan", "II/d")


@catalogue.person("PEG013", "Nama Pejabat Penilai Kinerja belum diisi.")
def tanpa_penilai(person: Person) -> Iterator[Place]:
    """Nobody rates the person."""
    yield person.profile.put("nama_penilai", "")


@catalogue.person("PEG014", "NIP penilai diisi NIP pegawai itu sendiri.")
def menilai_diri(person: Person) -> Iterator[Place]:
    """The person is the rater."""
    yield person.profile.put("nip_penilai", person.nip)


@catalogue.person("PEG015", "NIP atasan penilai sama dengan NIP penilai.")
def atasan_sama(person: Person) -> Iterator[Place]:
    """The rater stands in both columns."""
    if person.profile["nip_penilai"]:
        yield person.profile.put("nip_atasan", person.profile["nip_penilai"])


@catalogue.person("PEG016", "Tanggal selesai mendahului tanggal mulai.")
def tanggal_terbalik(person: Person) -> Iterator[Place]:
    """Left in March, came in August."""
    person.profile.put("mulai", f"{person.occasion.tahun}-08-01")
    yield person.profile.put("selesai", f"{person.occasion.tahun}-03-01")


@catalogue.person("PEG017", "Nama jabatan belum diisi.")
def tanpa_jabatan(person: Person) -> Iterator[Place]:
    """The post is empty."""
    yield person.profile.put("jabatan", "")


@catalogue.person("PEG018", "Pangkat bukan pangkat golongan itu.")
def pangkat_lain(person: Person) -> Iterator[Place]:
    """The rank of another golongan."""
    ranks = person.occasion.aturan.pangkat.isi
    golongan, own = person.profile["golongan"], person.profile["pangkat"]
    if own and golongan in ranks:
        yield person.profile.put("pangkat", next(r for r in ranks.values() if r != ranks[golongan]))


@catalogue.person("PEG019", "NIP penilai kurang satu angka.")
def nip_penilai_pendek(person: Person) -> Iterator[Place]:
    """The rater's NIP has 17 digits."""
    if person.profile["nip_penilai"]:
        yield person.profile.put("nip_penilai", person.profile["nip_penilai"][:-1])
