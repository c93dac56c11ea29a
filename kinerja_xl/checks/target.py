"""Rules on the targets in the sheet Rencana: a number or range with a unit that can be scored."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rencana import numbered_or_owned
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.scoring.indicators import TARGETS
from kinerja_xl.scoring.words import is_term
from kinerja_xl.terms import Arah, Aspek, squeezed

registry = Registry()
_SKP = "PermenPANRB 6/2022, Lampiran (formulir SKP)"
PERCENT_UNITS = frozenset({"persen", "%", "percent"})


def is_percent(units: "pd.Series[str]") -> "pd.Series[bool]":
    """Where a unit means percent."""
    return units.isin([unit for unit in units.unique() if unit.lower().strip() in PERCENT_UNITS])


def is_count(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Where a planned indicator counts something: quantitative, aspect Kuantitas, not a percentage."""
    return rows["kuantitatif"] & is_term(rows["aspek"], Aspek, Aspek.KUANTITAS) & ~is_percent(rows["satuan"])


def same_unit(first: str, second: str) -> bool:
    """Whether two units mean the same: ``%`` and ``Persen``, ``Rp`` and ``Rupiah``."""
    return _unit(first) == _unit(second)


def _unit(text: str) -> str:
    name = text.strip().lower()
    return "persen" if name in PERCENT_UNITS else {"rp": "rupiah"}.get(squeezed(name), squeezed(name))


@registry.rule(
    "REN005",
    Severity.GALAT,
    "Target kosong",
    pesan="Indikator {no_rhk}.{no_iki} milik {nama} belum bertarget.",
    saran="Isi target setahun, misalnya 12 Bulan, 85,5, atau 80 - 90%.",
    dasar=_SKP,
    contoh="Indikator sudah ditulis, target setahun menyusul.",
)
def target_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Every indicator has a target."""
    rows = numbered_or_owned(scope.indikator)
    yield Hits("rencana", "target", rows, where=rows["target"] == "")


@registry.rule(
    "REN006",
    Severity.PERINGATAN,
    "Satuan target kosong",
    pesan="Target '{target}' milik {nama} tidak bersatuan.",
    saran="Isi satuan, misalnya Orang, Dokumen, Persen, atau Bulan.",
    dasar=_SKP,
    contoh="Target 12 tanpa keterangan dokumen, orang, atau bulan.",
)
def satuan_kosong(scope: Scope) -> Iterable[Hits]:
    """1. A quantitative target has a unit, in its own column or behind the number."""
    rows = scope.indikator
    unit = scope.target["target"]["unit"]
    yield Hits(
        "rencana", "satuan", rows[rows["kuantitatif"] & (rows["target"] != "") & (rows["satuan"] == "") & (unit == "")]
    )


@registry.rule(
    "REN007",
    Severity.GALAT,
    "Target tidak terbaca sebagai angka",
    pesan="{kolom} '{nilai}' milik {nama} tidak terbaca sebagai angka atau rentang.",
    saran="Tulis angka: 85,5 atau 80 - 90% atau 12 Bulan. Uraian hanya untuk pendekatan kualitatif.",
    dasar=_SKP,
    contoh="'secukupnya', atau 7-8 yang diubah Excel menjadi tanggal.",
)
def target_tidak_terbaca(scope: Scope) -> Iterable[Hits]:
    """1. Targets of a quantitative SKP are a number or a range."""
    rows = scope.indikator
    for key in TARGETS:
        yield Hits(
            "rencana", key, rows, where=rows["kuantitatif"] & (rows[key] != "") & scope.target[key]["low"].isna()
        )


@registry.rule(
    "REN011",
    Severity.GALAT,
    "Rentang target terbalik",
    pesan="Rentang target '{nilai}' milik {nama} dimulai dari angka yang lebih besar.",
    saran="Tulis dari yang kecil: 80 - 90%.",
    dasar="PermenPANRB 8/2021, Lampiran (target berupa rentang)",
    contoh="90 - 80%.",
)
def rentang_terbalik(scope: Scope) -> Iterable[Hits]:
    """1. The lower bound stands first."""
    rows = scope.indikator
    for key in TARGETS:
        bounds = scope.target[key]
        yield Hits("rencana", key, rows, where=rows["kuantitatif"] & (bounds["low"] > bounds["high"]))


@registry.rule(
    "REN012",
    Severity.GALAT,
    "Target nol atau negatif",
    pesan="{kolom} '{nilai}' milik {nama} tidak dapat dipakai menghitung capaian.",
    saran="Isi target lebih besar dari nol. Target 0 hanya boleh bila makin kecil makin baik.",
    dasar="Capaian = realisasi dibagi target",
    contoh="Target 0 Dokumen untuk indikator yang makin besar makin baik.",
)
def target_nol(scope: Scope) -> Iterable[Hits]:
    """1. A target is positive; 2. the year's is zero only where less is better."""
    rows = scope.indikator
    less = is_term(rows["arah"], Arah, Arah.TURUN)
    for key in TARGETS:
        low = scope.target[key]["low"]
        zero = (low == 0) & ~less & (key == "target")
        yield Hits("rencana", key, rows, where=rows["kuantitatif"] & ((low < 0) | zero))


@registry.rule(
    "REN014",
    Severity.PERINGATAN,
    "Target kumulatif triwulan menurun",
    pesan="{kolom} '{nilai}' milik {nama} lebih kecil daripada triwulan sebelumnya, padahal target ditulis kumulatif.",
    saran="Tulis target s.d. akhir triwulan, bukan target triwulan itu saja.",
    dasar="Formulir baku: target triwulan kumulatif",
    contoh="Target s.d. TW III 9 Laporan, lalu s.d. TW IV ditulis 3 karena hanya triwulan itu.",
)
def target_kumulatif_turun(scope: Scope) -> Iterable[Hits]:
    """1. Cumulative targets of a count do not fall."""
    rows = scope.indikator
    counted = is_count(rows)
    before = scope.target[TARGETS[1]]["low"]
    for key in TARGETS[2:]:
        now = scope.target[key]["low"]
        yield Hits("rencana", key, rows, where=counted & (now < before))
        before = now.fillna(before)
