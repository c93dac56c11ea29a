"""The units' sheets of the master: Rekap Unit, Distribusi, Berkas."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from kinerja_xl.checks import Examination, rejected_files
from kinerja_xl.consolidation.recap import is_blocked, numbered
from kinerja_xl.consolidation.schema import ASPECT_KEYS, BERKAS, DISTRIBUSI, NO_ASPECT, PREDIKAT_KEYS, sheets_of
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms import seal
from kinerja_xl.forms.read import Reading
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.aspects import columns_of
from kinerja_xl.scoring.curve import rule_text
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.scoring.units import KurvaUnit, curves
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Predikat


def _curves(examination: Examination, recap: pd.DataFrame) -> list[KurvaUnit]:
    """The curves of the units; none in years without ratings."""
    score = examination.penilaian
    if not isinstance(score.aturan, AturanRating):
        return []
    return curves(examination.tables, recap, score.periode, score.aturan)


def units(
    tables: Tables, examination: Examination, recap: pd.DataFrame, findings: Sequence[Finding], rejected: set[str]
) -> pd.DataFrame:
    """Rekap Unit: one row for each accepted file."""
    periode, aturan = examination.penilaian.periode, examination.penilaian.aturan
    unit = tables.unit[~tables.unit["berkas"].isin(rejected)].sort_values("berkas", kind="stable")
    files = unit["berkas"]
    entries = tables.pegawai.groupby("berkas").size()
    groups = recap.groupby("berkas")
    filled, planned = groups["iki_terisi"].sum(), groups["iki_jumlah"].sum()
    curve = {k.berkas: k for k in _curves(examination, recap)}
    found = Counter((f.file, f.severity) for f in findings)
    rows = unit.assign(
        periode=periode.value,
        pegawai=files.map(entries).fillna(0).astype("int64"),
        diterima=files.map(groups.size()).fillna(0).astype("int64"),
        dinilai=files.map(recap[recap["predikat"] != ""].groupby("berkas").size()).fillna(0).astype("int64"),
        capaian=files.map(groups["capaian"].mean()),
        iki_lengkap=files.map(filled / planned.where(planned > 0)),
        capaian_organisasi=[curve[f].capaian.value if f in curve else "" for f in files],
        kurva=[curve[f].status if f in curve else "Capaian organisasi kosong" for f in files],
        alasan_kurva=unit[f"alasan_kurva_{periode.lower()}"],
        galat=[found[f, Severity.GALAT] for f in files],
        peringatan=[found[f, Severity.PERINGATAN] for f in files],
        **_predikat_counts(recap, files, skema_of(aturan).words),
        **_aspects(examination, files),
    )
    rows = rows.assign(ditolak=rows["pegawai"] - rows["diterima"], belum_dinilai=rows["diterima"] - rows["dinilai"])
    heads = tables.pegawai.drop_duplicates(["berkas", "nip"]).set_index(["berkas", "nip"])
    keys = pd.MultiIndex.from_frame(rows[["berkas", "nip_kepala"]])
    named = heads.reindex(keys)
    return numbered(
        rows.assign(
            nama_kepala=named["nama"].fillna("").to_numpy(), jabatan_kepala=named["jabatan"].fillna("").to_numpy()
        ),
        sheets_of(aturan)["Rekap Unit"],
    )


def _predikat_counts(
    recap: pd.DataFrame, files: "pd.Series[str]", words: Mapping[Predikat, str]
) -> dict[str, list[int]]:
    """People of each level of predikat in each file."""
    found = recap.groupby(["berkas", "predikat"]).size().to_dict()
    return {key: [int(found.get((f, words[p]), 0)) for f in files] for p, key in PREDIKAT_KEYS.items()}


def _aspects(examination: Examination, files: "pd.Series[str]") -> dict[str, "pd.Series[float]"]:
    """Mean achievement by aspect of each file's indicators that have a number, of the people recapped."""
    people = examination.penilaian.pegawai
    sums = people[~is_blocked(examination, people)].groupby("berkas")
    keys = {**{aspek.value: key for aspek, key in ASPECT_KEYS.items()}, "": NO_ASPECT}
    found = {}
    for aspek, key in keys.items():
        total, number = (sums[column].sum() for column in columns_of(aspek))
        found[key] = files.map(total / number.where(number > 0)).astype("float64")
    return found


def distribution(examination: Examination, recap: pd.DataFrame) -> pd.DataFrame:
    """Distribusi: each rule of the curve applied to each unit."""
    aturan = examination.penilaian.aturan
    kurva = aturan.kurva if isinstance(aturan, AturanRating) else None
    names = examination.tables.unit.set_index("berkas")
    rows = [
        {
            "kode_unit": names.at[unit.berkas, "kode_unit"],
            "nama_unit": names.at[unit.berkas, "nama_unit"],
            "capaian_organisasi": unit.capaian.value,
            "dinilai": hasil.dinilai,
            "aturan": rule_text(hasil.aturan),
            "jumlah": hasil.jumlah,
            "bagian": hasil.jumlah / hasil.dinilai,
            "pindah": hasil.pindah,
            "hasil": "Sesuai" if hasil.terpenuhi else unit.status,
            "dasar": kurva.dasar if kurva else "",
        }
        for unit in sorted(_curves(examination, recap), key=lambda k: k.berkas)
        for hasil in unit.hasil
    ]
    return numbered(pd.DataFrame(rows, columns=[c.key for c in DISTRIBUSI]), DISTRIBUSI)


def files(readings: Sequence[Reading], findings: Sequence[Finding]) -> pd.DataFrame:
    """Berkas: every file found, with its status, since when it is locked, size and SHA-256."""
    rejected = rejected_files(findings)
    found = Counter((f.file, f.severity) for f in findings)
    rows = [
        {
            "berkas": r.berkas,
            "status": "Ditolak" if r.berkas in rejected else "Diterima",
            "dikunci": _entry(r, seal.SINCE),
            "kode_unit": _entry(r, "kode_unit"),
            "nama_unit": _entry(r, "nama_unit"),
            "pegawai": _size(r, "pegawai"),
            "indikator": _size(r, "rencana"),
            "galat": found[r.berkas, Severity.GALAT],
            "peringatan": found[r.berkas, Severity.PERINGATAN],
            "ukuran": r.size,
            "sha256": r.sha256,
        }
        for r in readings
    ]
    return numbered(pd.DataFrame(rows, columns=[c.key for c in BERKAS if c.key != "no"]), BERKAS)


def _entry(reading: Reading, key: str) -> str:
    return reading.rows["unit"][key][0] if reading.rows else ""


def _size(reading: Reading, table: str) -> int:
    return len(reading.rows[table]["baris"]) if reading.rows else 0
