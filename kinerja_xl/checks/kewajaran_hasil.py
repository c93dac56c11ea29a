"""Rules on results that can be read but can hardly be true: shares above the whole, results far off the target or their own past.

They ask, they do not refuse: how far is too far stands in the settings (``kewajaran``).
"""

import re
from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.realisasi import fraction_targets, in_percent, on_result_rows, unit_differs
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.checks.target import is_count
from kinerja_xl.findings import Severity
from kinerja_xl.indonesian import number_text
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.rows import firsts
from kinerja_xl.scoring.indicators import KEY, quantities
from kinerja_xl.scoring.words import terms
from kinerja_xl.terms import Arah, Aspek

registry = Registry()
_KEWAJARAN = "Kewajaran data (setelan kewajaran)"
WHOLE = 100
"""All there is, in percent."""
SHARE_WORDS = re.compile(r"\b(?:persentase|prosentase|presentase|persen)\b", re.IGNORECASE)
"""An indicator with one of these words is a share."""
OPEN_SHARE_WORDS = re.compile(
    r"pertumbuhan|peningkatan|kenaikan|penurunan|pengurangan|perubahan|capaian|target|realisasi|penerimaan|pendapatan|perolehan"
    r"|dibanding|rasio",
    re.IGNORECASE,
)
"""A share in percent of a target or of an earlier value may pass 100."""
EARLIER_STEPS = 2
"""A rate is known from this many quarters that added something."""


@registry.rule(
    "REA010",
    Severity.PERINGATAN,
    "Persentase lebih dari 100",
    pesan="Realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}: {indikator}) lebih dari 100 persen, padahal bagian tidak dapat melebihi keseluruhannya (target {target_periode}).",
    saran="Periksa angkanya; tanda koma mungkin hilang (985 untuk 98,5). Bila indikator ini memang boleh lebih dari 100, jelaskan dalam teks indikator, misalnya capaian terhadap target.",
    dasar="Kewajaran data: bagian tidak melebihi keseluruhan",
    contoh="985 untuk 'Persentase warga yang terlayani' dengan target 95 Persen.",
)
def persen_lebih(scope: Scope) -> Iterable[Hits]:
    """1. A share, held against a target up to 100 percent, is not above 100; growth and what is measured against a target may be."""
    rows = scope.indikator
    yield on_result_rows(scope, "realisasi", rows[_above_whole(rows)])


def is_share(text: str) -> bool:
    """Whether an indicator's text names a share that cannot pass the whole."""
    return bool(SHARE_WORDS.search(text)) and not OPEN_SHARE_WORDS.search(text)


def _above_whole(rows: pd.DataFrame) -> "pd.Series[bool]":
    texts = rows["indikator"]
    share = texts.map({text: is_share(text) for text in texts.unique()}).astype("bool")
    return rows["kuantitatif"] & in_percent(rows) & share & (rows["high"] <= WHOLE) & (rows["angka"] > WHOLE)


@registry.rule(
    "REA011",
    Severity.PERINGATAN,
    "Realisasi berkali lipat dari target",
    pesan="Realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) {kali} kali targetnya ({target_periode}).",
    saran="Periksa angka dan satuannya; mungkin kelebihan nol. Bila benar, biarkan dan pastikan bukti dukungnya jelas.",
    dasar=_KEWAJARAN,
    contoh="480 untuk target 48 Dokumen.",
    silent_after=("REN014",),
)
def jauh_di_atas_target(scope: Scope) -> Iterable[Hits]:
    """1. A result is below a multiple of the period's target; 2. unless it stays within the year's target, where the work was early."""
    rows = scope.indikator
    found = rows[_far_above_target(scope, rows)]
    yield on_result_rows(scope, "realisasi", found.assign(kali=_times(found["angka"] / found["high"])))


def _far_above_target(scope: Scope, rows: pd.DataFrame) -> "pd.Series[bool]":
    far = (rows["high"] > 0) & (rows["angka"] >= scope.aturan.kewajaran.isi.kali_target * rows["high"])
    beyond_year = ~(rows["angka"] <= scope.target["target"]["high"])
    alike = ~(unit_differs(rows) | fraction_targets(rows) | _above_whole(rows))
    return rows["kuantitatif"] & _more_is_better(rows) & far & beyond_year & alike


def _more_is_better(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Where a larger result is surely better: said so, or nothing said of anything but time and cost."""
    said = terms(rows["arah"], Arah)
    saves = terms(rows["aspek"], Aspek).isin([Aspek.WAKTU, Aspek.BIAYA])
    return (said == Arah.NAIK) | ((said == "") & ~saves)


@registry.rule(
    "REA012",
    Severity.PERINGATAN,
    "Lonjakan realisasi dibanding triwulan sebelumnya",
    pesan="Realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) bertambah {tambah} dalam triwulan ini, {kali} kali rata-rata triwulan sebelumnya ({biasa}).",
    saran="Periksa apakah angkanya benar dan kumulatif. Bila benar, biarkan dan pastikan bukti dukungnya jelas.",
    dasar=_KEWAJARAN,
    contoh="10, 20, lalu 300 pada triwulan III.",
)
def lonjakan(scope: Scope) -> Iterable[Hits]:
    """1. What a quarter adds to a count is at most a multiple of what the quarters before added on average, unless it was planned."""
    rows = scope.indikator
    if scope.periode.quarter <= EARLIER_STEPS:
        return
    planned = rows["angka"] <= scope.target[f"target_{scope.periode.suffix}"]["high"]
    rows = rows[is_count(rows) & rows["angka"].notna() & ~planned & ~_far_above_target(scope, rows)]
    rows = pd.concat([rows, _pace(scope, rows)], axis=1)
    jumps = rows["langkah"] > scope.aturan.kewajaran.isi.kali_riwayat * rows["rerata"]
    found = rows[rows["berjalan"] & jumps]
    words = {
        "tambah": found["langkah"].map(number_text),
        "biasa": found["rerata"].round(1).map(number_text),
        "kali": _times(found["langkah"] / found["rerata"]),
    }
    yield on_result_rows(scope, "realisasi", found.assign(**words))


def _pace(scope: Scope, rows: pd.DataFrame) -> pd.DataFrame:
    """What the period's quarter added (``langkah``), the mean of those before (``rerata``), and whether these tell a rate (``berjalan``)."""
    quarters = [f"realisasi_{p.suffix}" for p in TRIWULAN[: scope.periode.quarter]]
    told = rows[KEY].merge(firsts(scope.tables.realisasi[[*KEY, *quarters]], KEY), how="left", on=KEY).fillna("")
    totals = pd.DataFrame({key: quantities(told[key])["low"] for key in quarters}).set_index(rows.index)
    steps = totals - totals.shift(axis=1).fillna({quarters[0]: 0.0})
    earlier = steps[quarters[:-1]]
    running = (earlier >= 0).all(axis=1) & ((earlier > 0).sum(axis=1) >= EARLIER_STEPS)
    columns = {"langkah": steps[quarters[-1]], "rerata": earlier.mean(axis=1), "berjalan": running}
    return pd.DataFrame(columns, index=rows.index)


def _times(ratio: "pd.Series[float]") -> "pd.Series[str]":
    return ratio.round(1).map(number_text)
