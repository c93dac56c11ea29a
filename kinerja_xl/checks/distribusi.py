"""Rules on the curve of each unit: they warn and ask for a reason, and never change a predikat."""

from collections.abc import Callable, Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among
from kinerja_xl.scoring.curve import HasilKurva
from kinerja_xl.scoring.units import KurvaUnit, curves
from kinerja_xl.tables import PERSON

registry = Registry(AturanRating)
_SE = "SE MenPANRB 3/2023, pola distribusi predikat kinerja pegawai"
_SARAN = "Tinjau lagi predikat bersama pimpinan, atau tulis alasannya di lembar Unit. Kurva tidak menurunkan predikat siapa pun."


def _hits(scope: Scope, wanted: Callable[[KurvaUnit, HasilKurva], bool]) -> Iterable[Hits]:
    key = f"capaian_{scope.periode.lower()}"
    rows = [
        {
            "berkas": unit.berkas,
            "baris": 1,
            key: unit.capaian.value,
            "penjelasan": hasil.penjelasan,
            "alasan": unit.alasan,
        }
        for unit, hasil in scope.once(_broken)
        if wanted(unit, hasil)
    ]
    yield Hits("unit", key, pd.DataFrame(rows, columns=["berkas", "baris", key, "penjelasan", "alasan"]))


def _broken(scope: Scope) -> list[tuple[KurvaUnit, HasilKurva]]:
    people = scope.penilaian.pegawai
    accepted = people[~are_among(people, PERSON, scope.blocked)]
    units = curves(scope.tables, accepted, scope.periode, scope.rating)
    return [(unit, hasil) for unit in units for hasil in unit.hasil if not hasil.terpenuhi]


def _warns(unit: KurvaUnit) -> bool:
    return not unit.terlalu_kecil and not unit.alasan


@registry.rule(
    "DIS001",
    Severity.PERINGATAN,
    "Predikat melebihi batas kurva",
    pesan="Capaian organisasi {nilai}; {penjelasan}.",
    saran=_SARAN,
    dasar=_SE,
    contoh="Capaian organisasi Baik, tetapi 80% pegawai berpredikat Baik.",
    second_round=True,
)
def lebih(scope: Scope) -> Iterable[Hits]:
    """1. No share is above its maximum."""
    yield from _hits(scope, lambda unit, hasil: _warns(unit) and hasil.pindah < 0)


@registry.rule(
    "DIS002",
    Severity.PERINGATAN,
    "Predikat kurang dari batas kurva",
    pesan="Capaian organisasi {nilai}; {penjelasan}.",
    saran=_SARAN,
    dasar=_SE,
    contoh="Capaian organisasi Baik, tetapi tidak seorang pun Butuh Perbaikan atau Kurang.",
    second_round=True,
)
def kurang(scope: Scope) -> Iterable[Hits]:
    """1. No share is below its minimum; 2. predikat that must exist do."""
    yield from _hits(scope, lambda unit, hasil: _warns(unit) and hasil.pindah > 0 and not hasil.aturan.terbanyak)


@registry.rule(
    "DIS003",
    Severity.PERINGATAN,
    "Predikat yang seharusnya terbanyak tidak terbanyak",
    pesan="Capaian organisasi {nilai}; {penjelasan}.",
    saran=_SARAN,
    dasar=_SE,
    contoh="Capaian organisasi Istimewa, tetapi predikat terbanyak Baik.",
    second_round=True,
)
def bukan_terbanyak(scope: Scope) -> Iterable[Hits]:
    """1. The predikat that should be the most frequent is."""
    yield from _hits(scope, lambda unit, hasil: _warns(unit) and hasil.pindah > 0 and hasil.aturan.terbanyak)


@registry.rule(
    "DIS004",
    Severity.INFO,
    "Unit terlalu kecil untuk kurva",
    pesan="Capaian organisasi {nilai}; {penjelasan}. Unit ini terlalu kecil sehingga aturan tidak dapat dipenuhi secara matematis.",
    saran="Tidak perlu tindakan.",
    dasar=_SE,
    contoh="Unit dengan empat pegawai.",
    second_round=True,
)
def unit_kecil(scope: Scope) -> Iterable[Hits]:
    """1. In a unit below the local minimum the rules are told, not held against it."""
    yield from _hits(scope, lambda unit, _: unit.terlalu_kecil)


@registry.rule(
    "DIS005",
    Severity.INFO,
    "Distribusi berbeda dari kurva dengan alasan",
    pesan="Capaian organisasi {nilai}; {penjelasan}. Alasan: {alasan}",
    saran="Tidak perlu tindakan; alasan ikut tercatat di master.",
    dasar=_SE,
    contoh="Capaian organisasi Istimewa, yang terbanyak Baik, dan alasannya tertulis di lembar Unit.",
    second_round=True,
)
def dengan_alasan(scope: Scope) -> Iterable[Hits]:
    """1. A broken rule with a reason is kept, with the reason."""
    yield from _hits(scope, lambda unit, _: not unit.terlalu_kecil and bool(unit.alasan))
