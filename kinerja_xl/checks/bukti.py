"""Rules on evidence: it names something that the rater can open or ask for, and something of its own for each result."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import pandas as pd

from kinerja_xl.checks.realisasi import BUKTI, on_result_rows
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import listed
from kinerja_xl.rows import alike, firsts
from kinerja_xl.tables import PERSON

registry = Registry()
EMPTY_WORDS = frozenset(
    [
        "ada",
        "sudah",
        "belum",
        "tidak",
        "telah",
        "terlampir",
        "lampiran",
        "dilampirkan",
        "ok",
        "oke",
        "ya",
        "bukti",
        "dukung",
        "eviden",
        "dokumen",
        "berkas",
        "file",
        "data",
        "selesai",
        "lengkap",
        "dikirim",
        "diserahkan",
        "dilaporkan",
        "menyusul",
        "nihil",
        "semua",
        "semuanya",
        "dan",
        "sesuai",
        "lihat",
        "di",
        "pada",
        "na",
        "siap",
        "terlaksana",
    ]
)
"""Words that alone, or with each other, name no document."""
SHARED_BY = 3
"""One document for this many planned results is asked about; the aspects of one result may well share theirs."""
_NUMBER_ALONE = re.compile(r"\d+(?:[.,]\d+)?\s*%?")
_LINK = re.compile(r"://|www\.|\.(?:com|id|net|org)\b|\bbit\.ly/|\bs\.id/", re.IGNORECASE)
_FILE_LINK = re.compile(
    r"drive\.google\.com/file/|docs\.google\.com/(?:document|spreadsheets|presentation)/", re.IGNORECASE
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|heic|mp4)(?:\?\S*)?$", re.IGNORECASE)
_COLLECTION = re.compile(
    r"folder|\bmap\b|bundel|kumpulan|gabungan|rekap|arsip|lampiran|\blkh\b|\bskp\b|eviden|bukti.?dukung"
    r"|laporan.(?:kinerja|bulanan|triwulan|tahunan|kegiatan|harian)",
    re.IGNORECASE,
)
"""Names of what holds the evidence of many results."""


@registry.rule(
    "REA013",
    Severity.PERINGATAN,
    "Bukti dukung tidak menunjuk tautan, berkas, atau dokumen",
    pesan="Bukti dukung '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) tidak menunjukkan tautan, berkas, atau dokumen yang dapat diperiksa.",
    saran="Tulis tautan, nama berkas (laporan.pdf), atau nama dan nomor dokumennya.",
    dasar=BUKTI,
    contoh="'ada', '-', 'terlampir', atau angka saja.",
)
def bukti_kosong_makna(scope: Scope) -> Iterable[Hits]:
    """1. Evidence is more than a dash, a bare number, a single word or words such as 'sudah ada'."""
    rows = scope.indikator
    yield on_result_rows(scope, "bukti", rows[_where(rows["bukti"], says_nothing)])


@registry.rule(
    "REA014",
    Severity.PERINGATAN,
    "Satu dokumen menjadi bukti banyak hasil kerja",
    pesan="Bukti dukung '{nilai}' milik {nama} dipakai untuk {banyak} rencana hasil kerja sekaligus (RHK {daftar}).",
    saran="Tunjukkan bukti masing-masing hasil kerja, atau tulis tautan folder yang memuat semuanya.",
    dasar=BUKTI,
    contoh="'notulen rapat.pdf' untuk tiga RHK yang berbeda.",
)
def bukti_disalin(scope: Scope) -> Iterable[Hits]:
    """1. A single document is evidence of fewer than three planned results of a person; a folder or a bundle may be of all."""
    rows = scope.indikator
    rows = rows[_where(rows["bukti"], is_single_document) & (alike(rows, [*PERSON, "bukti"]) >= SHARED_BY)]
    rows = rows[rows.groupby([*PERSON, "bukti"])["no_rhk"].transform("nunique") >= SHARED_BY]
    groups = rows.groupby([*PERSON, "bukti"], sort=False)["no_rhk"].agg(lambda numbers: list(dict.fromkeys(numbers)))
    told = groups.map(lambda numbers: listed(list(map(str, numbers)))).rename("daftar").reset_index()
    found = firsts(rows, [*PERSON, "bukti"]).merge(told.assign(banyak=groups.map(len).to_list()))
    yield on_result_rows(scope, "bukti", found)


def _where(texts: "pd.Series[str]", holds: Callable[[str], bool]) -> "pd.Series[bool]":
    return texts.map({text: bool(text) and holds(text) for text in texts.unique()}).astype("bool")


@lru_cache(maxsize=1 << 15)
def says_nothing(text: str) -> bool:
    """Whether a text names no link, file or document."""
    if _NUMBER_ALONE.fullmatch(text.strip()):
        return True
    words = re.findall(r"[^\W_]+", text.lower())
    lonely = len(words) == 1 and words[0].isalpha()
    return lonely or all(word in EMPTY_WORDS for word in words)


def is_single_document(text: str) -> bool:
    """Whether a text names one document: a file, a link to one, or a title, and no folder or bundle."""
    if says_nothing(text) or _COLLECTION.search(text):
        return False
    return bool(_FILE.search(text.strip()) or _FILE_LINK.search(text)) or not _LINK.search(text)
