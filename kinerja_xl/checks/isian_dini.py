"""Rules on results of quarters after the one that is rated: filled early, or filled in the wrong column."""

from collections.abc import Hashable, Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.rows import alike, are_first, firsts, keys_of
from kinerja_xl.scoring.indicators import KEY
from kinerja_xl.scoring.words import terms
from kinerja_xl.tables import PERSON

registry = Registry()
_KUMULATIF = "Formulir baku: realisasi kumulatif s.d. akhir triwulan"


@registry.rule(
    "REA016",
    Severity.INFO,
    "Realisasi sesudah periode yang dinilai sudah terisi",
    pesan="{kolom} milik {nama} sudah terisi ({banyak} indikator), padahal periode unit ini masih {periode_unit}.",
    saran="Tidak perlu tindakan bila memang dicatat lebih awal; bila periodenya sudah berganti, ganti Periode penilaian di lembar Unit.",
    dasar=_KUMULATIF,
    contoh="Kolom TW III sudah terisi, padahal yang dinilai TW2.",
)
def terisi_lebih_awal(scope: Scope) -> Iterable[Hits]:
    """1. Quarters after the unit's period have no results yet (where the period's own result is there)."""
    for key, rows in scope.once(_ahead):
        early = rows[rows[f"realisasi_{scope.periode.suffix}"] != ""]
        yield Hits("realisasi", key, early.assign(banyak=alike(early, PERSON)), where=are_first(early, PERSON))


@registry.rule(
    "REA017",
    Severity.PERINGATAN,
    "Realisasi mungkin tertulis di kolom triwulan yang salah",
    pesan="{kolom} milik {nama} (indikator {no_rhk}.{no_iki}) berisi '{nilai}', padahal realisasi {periode_dinilai} kosong dan periode unit ini masih {periode_unit}.",
    saran="Pindahkan ke kolom triwulan yang dinilai bila salah kolom, atau isi dahulu realisasi triwulan yang dinilai.",
    dasar=_KUMULATIF,
    contoh="Hasil TW2 diketik di kolom TW III.",
)
def salah_kolom(scope: Scope) -> Iterable[Hits]:
    """1. No result stands in a quarter after the unit's period while the period's own is empty."""
    for key, rows in scope.once(_ahead):
        yield Hits("realisasi", key, rows, where=rows[f"realisasi_{scope.periode.suffix}"] == "")


def in_later_column(scope: Scope) -> set[tuple[Hashable, ...]]:
    """The ``KEY`` of indicators whose result stands in a later quarter instead of the period's (REA017)."""
    early = (rows.loc[rows[f"realisasi_{scope.periode.suffix}"] == "", KEY] for _, rows in scope.once(_ahead))
    return {key for rows in early for key in keys_of(rows, KEY)}


def _ahead(scope: Scope) -> list[tuple[str, pd.DataFrame]]:
    """For each quarter after the period: its column, and the rows first filled there although the unit is not that far."""
    rows, found = firsts(scope.tables.realisasi, KEY), []
    unit = terms(scope.tables.unit.set_index("berkas")["periode"], Periode)
    rows = rows.assign(periode_unit=rows["berkas"].map(unit), periode_dinilai=scope.periode.value)
    reached = rows["periode_unit"].map({p.value: p.quarter for p in Periode})
    for quarter in TRIWULAN[scope.periode.quarter :]:
        key = f"realisasi_{quarter.suffix}"
        early = (rows[key] != "") & (reached < quarter.quarter)
        found.append((key, rows[early]))
        rows, reached = rows[~early], reached[~early]
    return found
