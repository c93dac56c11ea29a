"""The Formulir SKP, version 1: its four variants and what differs between them.

A variant is the official form (pimpinan, or JA/JF) and the approach (kuantitatif, or kualitatif). Everything else asks here:
``layout`` where things stand, ``build`` what is written, ``fill`` and ``read`` which rows there are.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kinerja_xl.periods import Periode
from kinerja_xl.terms import FormatSkp, Kategori, Pendekatan, read_term

FORM = "FORMULIR SKP"
VERSION = "1"
ACCEPTED_VERSIONS = ("1",)
"""Versions of the form that can be read; an old one stays here as long as its places are understood."""

MOST = {Kategori.UTAMA: 15, Kategori.TAMBAHAN: 5}
"""How many RHK of each kategori the form has room for; most of them are hidden until they are needed."""
SHOWN = {Kategori.UTAMA: 5, Kategori.TAMBAHAN: 1}
"""How many of them a blank form shows."""
ITEMS = 4
"""Indicators (aspects) that an RHK has room for."""
SHOWN_ITEMS = 3
LISTED = 8
"""Lines of each of the three lists of the Lampiran."""
FIRST_YEAR = 2022
"""There is no Formulir SKP of ours before PermenPANRB 6/2022."""

IDENTITAS, SKP, LAMPIRAN, DOKUMEN = "Identitas", "SKP", "Lampiran", "Dokumen Evaluasi"
KUADRAN, POLA, PANDUAN, HITUNG, REFERENSI = "Kuadran", "Pola Distribusi", "Panduan", "Hitung", "Referensi"
EVALUASI = {p: f"Evaluasi {'Tahunan' if p is Periode.TAHUNAN else p}" for p in Periode}
"""Name of the evaluation sheet of each period."""


class Varian(NamedTuple):
    """One of the four forms."""

    format_skp: FormatSkp
    pendekatan: Pendekatan

    @property
    def pimpinan(self) -> bool:
        """Whether it is the form of leaders (JPT, pimpinan unit kerja mandiri)."""
        return self.format_skp is FormatSkp.PIMPINAN

    @property
    def kualitatif(self) -> bool:
        """Whether results are told instead of counted."""
        return self.pendekatan is Pendekatan.KUALITATIF

    @property
    def slug(self) -> str:
        """Its name in file names: ``ja-jf-kuantitatif``."""
        return f"{'pimpinan' if self.pimpinan else 'ja-jf'}-{self.pendekatan.lower()}"

    @property
    def titles(self) -> tuple[str, str]:
        """The second and third line of every title."""
        who = (
            "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
            if self.pimpinan
            else "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
        )
        return f"PENDEKATAN HASIL KERJA {self.pendekatan.upper()}", who

    @property
    def head_rows(self) -> int:
        """Rows of an RHK above its indicators: its text, who gave it, the heading of the measures (kualitatif only)."""
        if not self.kualitatif:
            return 0
        return 2 if self.pimpinan else 3


VARIANTS = tuple(Varian(f, p) for f in FormatSkp for p in Pendekatan)


def variant_of(person: Mapping[str, str]) -> Varian:
    """The form that a row of the sheet Pegawai asks for; JA/JF and kuantitatif where it does not say."""
    format_skp = read_term(FormatSkp, person.get("format_skp", "")) or FormatSkp.JA_JF
    return Varian(format_skp, read_term(Pendekatan, person.get("pendekatan", "")) or Pendekatan.KUANTITATIF)
