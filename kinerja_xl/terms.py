"""The words of the forms with a closed list of values, and reading them as people spell them.

The regulation's nouns stay Indonesian. Spellings met in real workbooks ("DIATAS EKSPETASI", "Cukup", "Kurang/Misconduct")
are read as what they mean; anything else is reported, never guessed.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar


class Rating(StrEnum):
    """Rating of hasil kerja or of perilaku kerja (three levels)."""

    DI_ATAS = "Di Atas Ekspektasi"
    SESUAI = "Sesuai Ekspektasi"
    DI_BAWAH = "Di Bawah Ekspektasi"


class Predikat(StrEnum):
    """Predikat kinerja pegawai (five levels)."""

    SANGAT_BAIK = "Sangat Baik"
    BAIK = "Baik"
    BUTUH_PERBAIKAN = "Butuh Perbaikan"
    KURANG = "Kurang"
    SANGAT_KURANG = "Sangat Kurang"


class CapaianOrganisasi(StrEnum):
    """Predikat kinerja of the unit."""

    ISTIMEWA = "Istimewa"
    BAIK = "Baik"
    BUTUH_PERBAIKAN = "Butuh Perbaikan"
    KURANG = "Kurang"
    SANGAT_KURANG = "Sangat Kurang"


class Status(StrEnum):
    """Employment status."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"


class JenisJabatan(StrEnum):
    """Kind of post."""

    JPT = "JPT"
    ADMINISTRATOR = "Administrator"
    PENGAWAS = "Pengawas"
    PELAKSANA = "Pelaksana"
    FUNGSIONAL = "Fungsional"


class Jenjang(StrEnum):
    """Level of a functional post (jabatan fungsional)."""

    AHLI_UTAMA = "Ahli Utama"
    AHLI_MADYA = "Ahli Madya"
    AHLI_MUDA = "Ahli Muda"
    AHLI_PERTAMA = "Ahli Pertama"
    PENYELIA = "Penyelia"
    MAHIR = "Mahir"
    TERAMPIL = "Terampil"
    PEMULA = "Pemula"


class Pendekatan(StrEnum):
    """Approach of the SKP."""

    KUANTITATIF = "Kuantitatif"
    KUALITATIF = "Kualitatif"


class FormatSkp(StrEnum):
    """Which official form a person uses."""

    PIMPINAN = "Pimpinan"
    JA_JF = "JA/JF"


class Kategori(StrEnum):
    """Kind of a planned result."""

    UTAMA = "Utama"
    TAMBAHAN = "Tambahan"


class Aspek(StrEnum):
    """Aspect of an indicator."""

    KUANTITAS = "Kuantitas"
    KUALITAS = "Kualitas"
    WAKTU = "Waktu"
    BIAYA = "Biaya"


class Arah(StrEnum):
    """Which way an indicator is better."""

    NAIK = "Makin besar makin baik"
    TURUN = "Makin kecil makin baik"


class YaTidak(StrEnum):
    """A question answered with yes or no."""

    YA = "Ya"
    TIDAK = "Tidak"


class Nilai(StrEnum):
    """The seven BerAKHLAK values of perilaku kerja."""

    BERORIENTASI_PELAYANAN = "Berorientasi Pelayanan"
    AKUNTABEL = "Akuntabel"
    KOMPETEN = "Kompeten"
    HARMONIS = "Harmonis"
    LOYAL = "Loyal"
    ADAPTIF = "Adaptif"
    KOLABORATIF = "Kolaboratif"


class BentukPengembangan(StrEnum):
    """Kind of a development activity; the routes that count towards the yearly JP."""

    PELATIHAN = "Pelatihan"
    BIMTEK = "Bimbingan Teknis"
    MENTORING = "Mentoring"
    COACHING = "Coaching"
    E_LEARNING = "E-learning"
    MAGANG = "Magang/Praktik Kerja"
    SEMINAR = "Seminar/Webinar"
    BELAJAR_MANDIRI = "Belajar Mandiri"
    PENUGASAN = "Penugasan Khusus"


class StatusKegiatan(StrEnum):
    """State of a development activity."""

    RENCANA = "Rencana"
    BERJALAN = "Berjalan"
    SELESAI = "Selesai"


_SYNONYMS: dict[type[StrEnum], dict[str, StrEnum]] = {
    Rating: {
        f"{level} {word}": rating
        for level, rating in (("diatas", Rating.DI_ATAS), ("sesuai", Rating.SESUAI), ("dibawah", Rating.DI_BAWAH))
        for word in ("", "ekspetasi", "ekspekstasi", "expektasi")
    },
    Predikat: {
        "cukup": Predikat.BUTUH_PERBAIKAN,
        "cukup/butuh perbaikan": Predikat.BUTUH_PERBAIKAN,
        "butuh perbaikan/cukup": Predikat.BUTUH_PERBAIKAN,
        "kurang/misconduct": Predikat.KURANG,
        "kurang (misconduct)": Predikat.KURANG,
    },
    CapaianOrganisasi: {"sangat baik": CapaianOrganisasi.ISTIMEWA, "cukup": CapaianOrganisasi.BUTUH_PERBAIKAN},
    FormatSkp: {"jajf": FormatSkp.JA_JF, "ja dan jf": FormatSkp.JA_JF, "jpt": FormatSkp.PIMPINAN},
    Status: {"p3k": Status.PPPK},
    Kategori: {"a. utama": Kategori.UTAMA, "b. tambahan": Kategori.TAMBAHAN, "kinerja utama": Kategori.UTAMA},
    Arah: {
        "maksimalkan": Arah.NAIK,
        "max": Arah.NAIK,
        "naik": Arah.NAIK,
        "minimalkan": Arah.TURUN,
        "min": Arah.TURUN,
        "turun": Arah.TURUN,
    },
}

Term = TypeVar("Term", bound=StrEnum)


@lru_cache(maxsize=1 << 16)
def squeezed(text: str) -> str:
    """Lower case without blanks and punctuation: the form in which headers and words are compared."""
    return re.sub(r"[\W_]+", "", text.lower())


@cache
def _vocabulary(words: type[Term]) -> dict[str, Term]:
    own = {squeezed(word): word for word in words}
    synonyms = {squeezed(text): words(meaning) for text, meaning in _SYNONYMS.get(words, {}).items()}
    return {**synonyms, **own}


def read_term(words: type[Term], text: str) -> Term | None:
    """The word of the list ``words`` that ``text`` spells; None where it is empty or not one of them."""
    return _vocabulary(words).get(squeezed(text))


def spellings(word: StrEnum) -> tuple[str, ...]:
    """How people spell ``word``, squeezed."""
    return tuple(text for text, meaning in _vocabulary(type(word)).items() if meaning is word)
