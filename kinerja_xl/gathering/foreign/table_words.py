"""Rows of a foreign form that are no data: section titles (A. UTAMA), printed column numbers, and what comes after the table."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kinerja_xl.gathering.foreign.headers import cleaned
from kinerja_xl.indonesian import MONTHS
from kinerja_xl.terms import Kategori, Nilai, squeezed

_SECTION = re.compile(
    r"(?:(?:rencana\s+)?hasil\s+kerja|(?:rencana\s+)?kinerja|tugas|kegiatan|unsur)?\s*(?P<kind>utama|tambahan)"
    r"(?:\s*(?:dan|/)\s*kreati[vf]itas.*)?\s*(?:\(.*\))?\s*[:.]?",
    re.IGNORECASE | re.DOTALL,
)
_POST_TASKS = {"tugasjabatan", "kegiatantugasjabatan", "kegiatantugaspokokjabatan"}
"""Section titles of PP 46 forms over the main activities."""

_AFTER = frozenset(
    squeezed(text)
    for text in (
        "Perilaku Kerja",
        "Perilaku Kerja Pegawai",
        "Rating Hasil Kerja",
        "Rating Perilaku Kerja",
        "Rating Perilaku",
        "Predikat Kinerja Pegawai",
        "Predikat Kinerja",
        "Capaian Kinerja Organisasi",
        "Pola Distribusi",
        "Pegawai yang Dinilai",
        "PNS yang Dinilai",
        "Pegawai Negeri Sipil yang Dinilai",
        "Pejabat Penilai",
        "Pejabat Penilai Kinerja",
        "Atasan Pejabat Penilai",
        "Atasan Pejabat Penilai Kinerja",
        "Mengetahui",
        "Menyetujui",
        "Catatan",
        "Catatan/Rekomendasi",
        "Keterangan",
        "Ket",
        "Dukungan Sumber Daya",
        "Skema Pertanggungjawaban",
        "Konsekuensi",
        *Nilai,
    )
)
_SUMS = frozenset(
    squeezed(text)
    for text in (
        "Jumlah",
        "Jumlah Nilai",
        "Total",
        "Total Nilai",
        "Rata-rata",
        "Nilai Capaian SKP",
        "Nilai SKP",
        "Nilai Akhir",
        "Nilai Akhir SKP",
        "Nilai Kinerja Utama",
        "Nilai Kinerja Tambahan",
    )
)
_HEAD = re.compile(r"[:;\n*]")
_MONTH = "|".join(MONTHS[1:])
PLACE_AND_DATE = re.compile(
    rf"^\W*(?:\d+[.)]\s*)?[A-Za-z][A-Za-z .'-]{{2,40}},\s*(?P<date>(?:\d{{1,2}}|[.…_]*)\s*(?:{_MONTH}|[.…_]{{3,}})\s*(?:\d{{4}})?)\s*(?:$|\n)",
    re.IGNORECASE,
)
"""``Palembang, 5 Juli 2026`` above a signature."""


def section_in(texts: Sequence[str]) -> Kategori | None:
    """The kind of results that a row announces, whose filled cells hold ``texts``; None where it is no section title."""
    words = [text for text in texts if not is_number(text)]
    if len({squeezed(text) for text in words}) != 1:
        return None
    title = cleaned(words[0])
    if squeezed(title) in _POST_TASKS:
        return Kategori.UTAMA
    found = _SECTION.fullmatch(title)
    return Kategori(found["kind"].capitalize()) if found else None


def is_numbers(texts: Sequence[str]) -> bool:
    """Whether a row holds the printed numbers of the columns: ``(1) (2) (3)``."""
    found = [re.fullmatch(r"\(?\s*(\d{1,2})\s*\)?(?:\s*=.*)?", text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    printed = all(text.startswith("(") for text in texts)
    if len(numbers) < len(texts) or len(numbers) < (2 if printed else 3):
        return False
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))


def is_sum(texts: Sequence[str]) -> bool:
    """Whether a row holds what the unit workbook computes (JUMLAH, NILAI SKP), or is a footnote; the table may go on below."""
    words = [text for text in texts if not is_number(text)]
    if not words:
        return False
    return squeezed(cleaned(words[0])) in _SUMS or (len(words) == 1 and words[0].startswith("*"))


def ends_table(texts: Sequence[str]) -> bool:
    """Whether a row belongs to what stands after a table: behaviours, ratings, signatures."""
    words = [text for text in texts if not is_number(text)]
    if not words:
        return False
    return heading(words[0]) in _AFTER or (len(words) == 1 and bool(PLACE_AND_DATE.match(words[0])))


def heading(text: str) -> str:
    """The heading that a text starts with, squeezed: ``RATING HASIL KERJA*: ...`` is ``ratinghasilkerja``."""
    return squeezed(cleaned(_HEAD.split(text.lstrip(), maxsplit=1)[0]))


def is_number(text: str) -> bool:
    """Whether a text only numbers something: ``1``, ``1.2``, ``A.``, ``II``."""
    return bool(re.fullmatch(r"\(?(?:\d{1,5}(?:[.,]\d{1,3})*|[A-Za-z]|[IVX]{1,4})\s*[.)]{0,2}", text))
