"""The rule on vague wording: words that promise without saying how much, where nothing else says it."""

import re
from collections.abc import Callable, Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.checks.target import is_percent
from kinerja_xl.findings import Severity

registry = Registry()
_FILLERS = """
agar akan berjalan dan dapat dengan dilaksanakan dilakukan harus lebih paling sangat secara selalu semakin serta sesuai
terlaksana terlaksananya yang
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that add no measure to a vague one."""
GRADES = "akreditasi|indeks|kategori|nilai|opini|peringkat|predikat|skor|tingkat"
"""Words of an indicator whose target may be a grade such as Baik."""
_GRADE = re.compile(rf"\b(?:{GRADES})\b", re.IGNORECASE)
_MEASURE = re.compile(
    rf"\d|%|\b(?:{GRADES}|angka|biaya|frekuensi|jumlah|kali|persen\w*|rata|rerata|rasio|waktu|jam|hari|pekan|minggu|bulan\w*|"
    r"triwulan\w*|semester|tahun\w*|tanggal|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|semua|seluruh|setiap|"
    r"tanpa|bebas|nihil|paling lambat|standar|sop|ketentuan|peraturan\w*|pedoman)\b",
    re.IGNORECASE,
)
"""Words and digits that say how much, how often, until when, or against which standard."""


@registry.rule(
    "REN019",
    Severity.PERINGATAN,
    "Ukuran keberhasilan kabur",
    pesan="{kolom} {no_rhk}.{no_iki} milik {nama} '{nilai}' hanya menjanjikan '{kata}', tanpa ukuran yang dapat dibuktikan.",
    saran="Tulis berapa, berapa lama, atau menurut standar apa, misalnya: selesai paling lambat dua hari kerja.",
    dasar="PermenPANRB 6/2022: indikator kinerja individu spesifik dan terukur",
    contoh="Target 'baik dan lancar'; indikator 'Pelayanan dilaksanakan secara optimal' dengan target 100 Persen.",
)
def ukuran_kabur(scope: Scope) -> Iterable[Hits]:
    """1. The target of a qualitative SKP is more than vague words, unless it is the grade that the indicator asks for.

    2. An indicator with a vague word, whose target is told in words or in percent of nothing named, names a measure too.
    """
    vague = _pattern(scope.aturan.kewajaran.isi.kata_kabur)
    rows = scope.indikator
    told = ~rows["kuantitatif"]
    target = told & _each(rows["target"], lambda text: _only_vague(text, vague))
    target &= ~_each(rows["indikator"], lambda text: bool(_GRADE.search(text)))
    yield _hits(rows[target], "target", vague)
    open_ended = told | is_percent(rows["satuan"]) | is_percent(rows["satuan_target"])
    promises = _each(rows["indikator"], lambda text: bool(vague.search(text)))
    said = rows["indikator"].where(~told, rows["indikator"] + " " + rows["target"])
    measured = _each(said, lambda text: bool(_MEASURE.search(text)))
    yield _hits(rows[promises & open_ended & ~measured & ~target], "indikator", vague)


def _hits(rows: pd.DataFrame, key: str, vague: re.Pattern[str]) -> Hits:
    words = [found[0] if (found := vague.search(text)) else "" for text in rows[key]]
    return Hits("rencana", key, rows.assign(kata=words))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first; nothing where there are none."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b" if longest else "(?!)", re.IGNORECASE)


def _each(texts: "pd.Series[str]", holds: Callable[[str], bool]) -> "pd.Series[bool]":
    """Whether it holds for each text, looked at once for each distinct one."""
    return texts.map({text: holds(text) for text in texts.unique()}).astype(bool)


def _only_vague(text: str, vague: re.Pattern[str]) -> bool:
    if not vague.search(text):
        return False
    rest = re.findall(r"\w+", vague.sub(" ", text).lower())
    return all(word in FILLERS for word in rest)
