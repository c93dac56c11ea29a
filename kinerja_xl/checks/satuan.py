"""Rules on a target's number against its unit: whole things are counted whole, a percentage stays one, one unit at a time."""

import re
from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.checks.target import is_percent, same_unit
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import number_text
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.scoring.indicators import TARGETS

registry = Registry()
_UNIT = "Formulir baku: target ditulis dengan satuannya"
_WHOLE = """
agenda aplikasi arsip artikel berita berkas buku data desa dialog dokumen draf draft formulir forum inovasi kasus kecamatan
kegiatan kelompok keluarga keluhan kelurahan koreksi kunjungan laporan layanan lembaga lembar naskah notula notulen orang paket
patroli pegawai pelatihan pembinaan permohonan peserta piket posyandu rapat rekomendasi rumah sekolah sertifikat siswa sk
sosialisasi sop spj surat telaahan titik undangan unit usul usulan warga
"""
WHOLE = frozenset(_WHOLE.split())
"""Units of things that come whole."""
_AVERAGE = re.compile(r"rata\W*rata|rerata|rasio|indeks|\bper\b|/", re.IGNORECASE)
"""Words of an indicator or unit that divides: half a person a day makes sense."""
_NEUTRAL = frozenset(
    {"juta", "miliar", "milyar", "ribu", "triliun", "kali", "x", "buah", "kurang", "lebih", "minimal", "maksimal"}
)
"""Words behind a number that are no unit of their own."""
_OTHER_NAMES = {"kk": "keluarga", "percent": "persen", "prosen": "persen"}


@registry.rule(
    "REN018",
    Severity.PERINGATAN,
    "Target pecahan untuk benda yang dihitung utuh",
    pesan="Target '{nilai}' (indikator {no_rhk}.{no_iki} milik {nama}) adalah pecahan, padahal {benda} dihitung utuh.",
    saran="Tulis bilangan bulat, atau satuan yang boleh pecahan seperti Persen, Nilai, atau Hari.",
    dasar=_UNIT,
    contoh="2,5 Dokumen.",
)
def target_pecahan(scope: Scope) -> Iterable[Hits]:
    """1. The year's target of things that come whole is a whole number; averages and ratios may be fractions."""
    rows = scope.indikator
    found = scope.target["target"]
    unit = found["unit"].where(found["unit"] != "", rows["satuan"])
    fraction = (found["low"] % 1 != 0) | (found["high"] % 1 != 0)
    rows = rows.assign(benda=unit)[rows["kuantitatif"] & fraction & found["low"].notna() & _comes_whole(unit)]
    yield Hits("rencana", "target", rows, where=~rows["indikator"].str.contains(_AVERAGE))


def _comes_whole(units: "pd.Series[str]") -> "pd.Series[bool]":
    known = {
        unit: bool(_words(unit)) and _words(unit)[0] in WHOLE and not _AVERAGE.search(unit) for unit in units.unique()
    }
    return units.map(known).astype(bool)


@registry.rule(
    "REN024",
    Severity.PERINGATAN,
    "Target persen terlalu besar",
    pesan="{kolom} '{nilai}' (indikator {no_rhk}.{no_iki} milik {nama}) melebihi {batas}%; mungkin koma atau satuannya keliru.",
    saran="Periksa angkanya: 95,5 bukan 955. Bila yang dihitung bukan persen, pilih satuan yang benar.",
    dasar="Kewajaran data: persen adalah bagian dari seratus",
    contoh="955 Persen, yang dimaksud 95,5 Persen.",
)
def persen_terlalu_besar(scope: Scope) -> Iterable[Hits]:
    """1. A target in percent is hardly a multiple of the whole; growth above one hundred percent is possible."""
    limit = FULL * scope.aturan.kewajaran.isi.kali_target
    rows = scope.indikator.assign(batas=number_text(limit))
    for key in TARGETS:
        found = scope.target[key]
        percent = is_percent(found["unit"]) | ((found["unit"] == "") & is_percent(rows["satuan"]))
        yield Hits("rencana", key, rows, where=rows["kuantitatif"] & percent & (found["high"] > limit))


@registry.rule(
    "REN025",
    Severity.PERINGATAN,
    "Satuan di belakang target berbeda dari kolom Satuan",
    pesan="{kolom} '{nilai}' (indikator {no_rhk}.{no_iki} milik {nama}) bersatuan {ditulis}, sedangkan kolom Satuan {satuan}.",
    saran="Pakai satu satuan: hapus yang di belakang angka, atau betulkan kolom Satuan.",
    dasar=_UNIT,
    contoh="Target 12 Bulan dengan Satuan Dokumen.",
)
def satuan_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A unit typed behind a target is the one in the column Satuan; abbreviations and a shared word are the same."""
    rows = scope.indikator
    for key in TARGETS:
        typed = scope.target[key]["unit"]
        pairs = list(zip(typed.tolist(), rows["satuan"].tolist(), strict=True))
        contrary = {pair: not _alike(*pair) for pair in set(pairs)}
        at_odds = pd.Series([contrary[pair] for pair in pairs], index=rows.index, dtype=bool) & rows["kuantitatif"]
        yield Hits("rencana", key, rows[at_odds].assign(ditulis=typed[at_odds]))


def _alike(typed: str, column: str) -> bool:
    """Whether nothing contradicts: either is empty, both mean the same, share a word, or one abbreviates the other."""
    words, others = _words(typed), _words(column)
    if not words or not others or same_unit(typed, column):
        return True
    return any(_shortens(a, b) or _shortens(b, a) for a in words for b in others)


def _words(unit: str) -> list[str]:
    """The words of a unit without what stands in brackets."""
    text = re.sub(r"\(.*?\)", " ", unit.lower().replace("%", " persen "))
    found = [_OTHER_NAMES.get(word, word) for word in re.findall(r"[^\W\d_]+", text)]
    return [word for word in found if word not in _NEUTRAL]


def _shortens(short: str, word: str) -> bool:
    """Whether ``short`` is made of letters of ``word`` in their order, the first one included: org, bln, dok."""
    rest = iter(word)
    return len(short) > 1 and short[0] == word[0] and all(letter in rest for letter in short)
