"""Rules on the sheet Realisasi: results that can be read, belong to a plan, have evidence and make sense."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.isian_dini import in_later_column
from kinerja_xl.checks.rencana import nip_above
from kinerja_xl.checks.rule import Hits, Registry, Scope
from kinerja_xl.checks.target import is_count, is_percent, same_unit
from kinerja_xl.findings import Severity
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.rows import are_among, firsts, keys_of, of_first
from kinerja_xl.scoring.indicators import KEY, quantities
from kinerja_xl.tables import PERSON

registry = Registry()
BUKTI = "PermenPANRB 6/2022, Lampiran (realisasi berdasarkan bukti dukung)"
LARGEST_FRACTION = 1.5
"""A share written as a fraction is hardly larger: 150%."""


def on_result_rows(scope: Scope, key: str, rows: pd.DataFrame, value: str = "") -> Hits:
    """Hits on the row of Realisasi that belongs to planned indicators."""
    return Hits("realisasi", f"{key}_{scope.periode.suffix}", rows.assign(baris=rows["baris_realisasi"]), value or key)


@registry.rule(
    "REA001",
    Severity.GALAT,
    "Realisasi tidak terbaca sebagai angka",
    pesan="Realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) tidak terbaca sebagai satu angka.",
    saran="Tulis satu angka: 85,5 atau 12 Bulan. Keterangan ditulis di kolom bukti atau umpan balik.",
    dasar=BUKTI,
    contoh="'n/a', 'selesai', atau 12/8 yang diubah Excel menjadi tanggal.",
)
def realisasi_tidak_terbaca(scope: Scope) -> Iterable[Hits]:
    """1. Results of a quantitative SKP are one number."""
    rows = scope.indikator
    yield on_result_rows(
        scope, "realisasi", rows[rows["kuantitatif"] & (rows["realisasi"] != "") & rows["angka"].isna()]
    )


@registry.rule(
    "REA002",
    Severity.PERINGATAN,
    "Realisasi tanpa bukti dukung",
    pesan="Realisasi '{realisasi}' milik {nama} (indikator {no_rhk}.{no_iki}) belum ada bukti dukungnya.",
    saran="Isi tautan atau nama berkas bukti yang dapat dibuka penilai.",
    dasar=BUKTI,
    contoh="Realisasi 12 Dokumen, kolom Bukti Dukung kosong.",
)
def tanpa_bukti(scope: Scope) -> Iterable[Hits]:
    """1. A result of the period has evidence."""
    rows = scope.indikator
    yield on_result_rows(scope, "bukti", rows[(rows["realisasi"] != "") & (rows["bukti"] == "")])


@registry.rule(
    "REA003",
    Severity.GALAT,
    "Baris realisasi tanpa rencana",
    pesan="RHK {no_rhk} IKI {no_iki} milik {nama} tidak ada di lembar Rencana; hasilnya tidak ikut dihitung.",
    saran="Samakan NIP, No. RHK, dan No. IKI dengan lembar Rencana.",
    dasar="Nomor RHK dan IKI menghubungkan rencana dengan realisasi",
    contoh="Realisasi untuk IKI 1.4, padahal rencananya hanya sampai IKI 1.3.",
    silent_after=("REN002", "REN010", "REN016"),
)
def realisasi_tanpa_rencana(scope: Scope) -> Iterable[Hits]:
    """1. Every row of results belongs to a planned indicator."""
    rows = scope.tables.realisasi
    lost = ~are_among(rows, KEY, keys_of(scope.tables.rencana, KEY))
    rows = rows.assign(nip=rows["nip"].where(rows["nip"] != "", nip_above(rows)))
    yield Hits("realisasi", "no_iki", rows, where=lost)


@registry.rule(
    "REA004",
    Severity.PERINGATAN,
    "Realisasi periode ini kosong",
    pesan="Indikator {no_rhk}.{no_iki} milik {nama} belum ada realisasinya; kosong tidak dihitung nol dan tidak ikut rerata.",
    saran="Isi realisasi s.d. akhir periode; tulis 0 bila memang belum ada hasil.",
    dasar=BUKTI,
    contoh="Empat dari lima indikator sudah terisi, satu masih kosong.",
    silent_after=("REN016",),
)
def realisasi_kosong(scope: Scope) -> Iterable[Hits]:
    """1. Who has any result in the period has one for every indicator (a missing row is told at the plan, a wrong column by REA017)."""
    rows = scope.indikator
    rows = rows[~are_among(rows, KEY, in_later_column(scope))]
    filled = rows["realisasi"] != ""
    empty = rows[~filled & are_among(rows, PERSON, keys_of(rows.loc[filled, PERSON], PERSON))]
    yield on_result_rows(scope, "realisasi", empty[empty["baris_realisasi"] > 0])
    yield Hits("rencana", "no_iki", empty, where=empty["baris_realisasi"] == 0)


@registry.rule(
    "REA005",
    Severity.GALAT,
    "Persentase mungkin ditulis sebagai pecahan",
    pesan="{kolom} '{nilai}' milik {nama} bersatuan persen (target {target_periode}); mungkin yang dimaksud {seratus_kali}.",
    saran="Tulis {seratus_kali} atau {seratus_kali}%, bukan {nilai}. Sel berformat persen menyimpan pecahan; jadikan sel bertipe Teks.",
    dasar="Realisasi memakai satuan yang sama dengan target",
    contoh="0,93 untuk target 95 Persen.",
)
def persen_pecahan(scope: Scope) -> Iterable[Hits]:
    """1. A percentage is written like its target: as a number up to 100, not as a fraction."""
    rows = scope.indikator
    small = (
        (rows["angka"] > 0)
        & (rows["angka"] <= LARGEST_FRACTION)
        & (rows["low"] > LARGEST_FRACTION)
        & (rows["satuan_realisasi"] == "")
    )
    found = rows[rows["kuantitatif"] & in_percent(rows) & small]
    target = rows[rows["kuantitatif"] & fraction_targets(rows)]
    yield Hits(
        "rencana",
        "target",
        target.assign(realisasi=target["target"], seratus_kali=(100 * target["low"]).map("{:g}".format)),
    )
    yield on_result_rows(scope, "realisasi", found.assign(seratus_kali=(100 * found["angka"]).map("{:g}".format)))


def in_percent(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Where an indicator is measured in percent, by its unit or by what stands behind its target."""
    return is_percent(rows["satuan"]) | is_percent(rows["satuan_target"])


def fraction_targets(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Where a target in percent is most likely a fraction, for its result is not."""
    fraction = (rows["low"] > 0) & (rows["low"] <= LARGEST_FRACTION)
    return in_percent(rows) & fraction & (rows["angka"] > LARGEST_FRACTION)


@registry.rule(
    "REA006",
    Severity.PERINGATAN,
    "Realisasi negatif",
    pesan="Realisasi '{nilai}' milik {nama} negatif; capaiannya dihitung 0.",
    saran="Periksa angkanya. Bila memang tidak ada hasil, tulis 0.",
    dasar="Hasil kerja tidak kurang dari nol",
    contoh="-5 karena tanda hubung terketik di depan angka.",
)
def realisasi_negatif(scope: Scope) -> Iterable[Hits]:
    """1. A result is not below zero."""
    rows = scope.indikator
    yield on_result_rows(scope, "realisasi", rows[rows["kuantitatif"] & (rows["angka"] < 0)])


@registry.rule(
    "REA007",
    Severity.PERINGATAN,
    "Realisasi kumulatif menurun",
    pesan="Realisasi '{nilai}' milik {nama} (indikator {no_rhk}.{no_iki}) lebih kecil daripada triwulan sebelumnya ({sebelumnya}), padahal ditulis kumulatif.",
    saran="Tulis hasil s.d. akhir triwulan, bukan hasil triwulan itu saja.",
    dasar="Formulir baku: realisasi kumulatif",
    contoh="Triwulan I 30, Triwulan II 20: yang ditulis hanya hasil Triwulan II.",
)
def kumulatif_turun(scope: Scope) -> Iterable[Hits]:
    """1. Cumulative counts do not fall from one quarter to the next."""
    quarter = scope.periode.quarter
    if quarter == 1:
        return
    before = f"realisasi_{TRIWULAN[quarter - 2].suffix}"
    rows = scope.indikator.merge(
        firsts(scope.tables.realisasi[[*KEY, before]], KEY).rename(columns={before: "sebelumnya"}), on=KEY
    )
    yield on_result_rows(
        scope, "realisasi", rows[is_count(rows) & (rows["angka"] < quantities(rows["sebelumnya"])["low"])]
    )


@registry.rule(
    "REA008",
    Severity.PERINGATAN,
    "Satuan realisasi berbeda dari satuan target",
    pesan="Realisasi '{nilai}' milik {nama} bersatuan {satuan_realisasi}, targetnya {satuan_asli}.",
    saran="Pakai satuan yang sama dengan target, atau tulis angkanya saja.",
    dasar="Realisasi memakai satuan yang sama dengan target",
    contoh="Realisasi 12 Kegiatan untuk target 12 Dokumen.",
)
def satuan_berbeda(scope: Scope) -> Iterable[Hits]:
    """1. A unit typed behind the result is the target's."""
    rows = scope.indikator.assign(satuan_asli=_target_units(scope.indikator))
    yield on_result_rows(scope, "realisasi", rows[rows["kuantitatif"] & rows["angka"].notna() & unit_differs(rows)])


def unit_differs(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Where the unit typed behind the result is not the target's."""
    pairs = list(zip(rows["satuan_realisasi"].tolist(), _target_units(rows).tolist(), strict=True))
    different = {(a, b): bool(a and b) and not same_unit(a, b) for a, b in set(pairs)}
    return pd.Series([different[pair] for pair in pairs], index=rows.index, dtype=bool)


def _target_units(rows: pd.DataFrame) -> "pd.Series[str]":
    return rows["satuan"].where(rows["satuan"] != "", rows["satuan_target"])


@registry.rule(
    "REA009",
    Severity.GALAT,
    "Baris realisasi ganda",
    pesan="RHK {no_rhk} IKI {no_iki} milik {nama} sudah ada di baris {pertama}.",
    saran="Gabungkan menjadi satu baris.",
    dasar="Satu indikator satu baris realisasi",
    contoh="Baris indikator 1.1 tersalin dua kali.",
)
def realisasi_ganda(scope: Scope) -> Iterable[Hits]:
    """1. An indicator has one row of results."""
    rows = scope.tables.realisasi
    rows = rows.assign(pertama=of_first(rows, KEY, "baris"))
    yield Hits("realisasi", "no_iki", rows, where=rows["baris"] != rows["pertama"])
