"""The people's sheets of the master: Rekap Pegawai, Tindak Lanjut, Angka Kredit, Temuan.

``people`` keeps everybody whom nothing blocks; the others stand in Rekonsiliasi with the reason.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

import pandas as pd

from kinerja_xl.checks import Examination
from kinerja_xl.consolidation.schema import ANGKA_KREDIT, TEMUAN, TINDAK_LANJUT, Column, sheets_of
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.indonesian import number_text
from kinerja_xl.regulations import AturanRating
from kinerja_xl.rows import are_among, keys_of
from kinerja_xl.scoring.credit import MONTHS_A_YEAR
from kinerja_xl.scoring.development import activities, hours
from kinerja_xl.scoring.scheme import skema_of
from kinerja_xl.tables import PERSON
from kinerja_xl.terms import Jenjang, Predikat, read_term

KINDS = {
    Predikat.SANGAT_BAIK: "Penghargaan",
    Predikat.BUTUH_PERBAIKAN: "Pembinaan dan pengembangan",
    Predikat.KURANG: "Pembinaan perilaku",
    Predikat.SANGAT_KURANG: "Rencana perbaikan kinerja",
}
"""Kind of follow-up by predikat; who is rated Baik goes on as before."""


def numbered(frame: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """The frame with exactly the ``columns`` of its sheet, numbered from 1 where the sheet has a number column."""
    fresh = frame.reset_index(drop=True)
    if columns[0].key == "no":
        fresh = fresh.assign(no=range(1, len(fresh) + 1))
    return fresh[[c.key for c in columns]]


def is_blocked(examination: Examination, people: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows a galat keeps from being scored."""
    return are_among(people, PERSON, examination.blocked)


def people(examination: Examination, findings: Sequence[Finding]) -> pd.DataFrame:
    """Rekap Pegawai: one row for everybody who is not blocked, by file and row."""
    everybody = examination.penilaian.pegawai
    units = examination.tables.unit.set_index("berkas")
    rows = everybody.assign(
        jp=hours(examination.tables).to_numpy(),
        kode_unit=everybody["berkas"].map(units["kode_unit"]),
        nama_unit=everybody["berkas"].map(units["nama_unit"]),
        temuan=_finding_counts(everybody, findings),
        pangkat_penilai=_rater_ranks(everybody),
    )
    rows = rows[~is_blocked(examination, everybody)]
    texts = _usual_follow_up(examination)
    usual = rows["predikat"].map(lambda word: texts.get(word, "")).astype("str")
    rows["rekomendasi"] = rows["rekomendasi"].where(rows["rekomendasi"] != "", usual)
    columns = sheets_of(examination.penilaian.aturan)["Rekap Pegawai"]
    return numbered(rows.sort_values(["berkas", "baris"], kind="stable"), columns)


def _usual_follow_up(examination: Examination) -> dict[str, str]:
    """What is recommended where the rater wrote nothing: the local setting for each predikat; nothing before 2022."""
    aturan = examination.penilaian.aturan
    return {p.value: text for p, text in aturan.tindak_lanjut.isi.items()} if isinstance(aturan, AturanRating) else {}


def _finding_counts(rows: pd.DataFrame, findings: Sequence[Finding]) -> list[int]:
    """Findings a person should act on; infos are not counted."""
    found = Counter[Hashable]((f.file, f.nip) for f in findings if f.severity is not Severity.INFO)
    return [found[key] for key in keys_of(rows, PERSON)]


def _rater_ranks(rows: pd.DataFrame) -> "pd.Series[str]":
    """Rank of each rater who is among the people read: ``Penata Tk. I (III/d)``."""
    known = (
        rows[(rows["nip"] != "") & (rows["pangkat"] != "") & (rows["golongan"] != "")]
        .drop_duplicates("nip")
        .set_index("nip")
    )
    ranks = known["pangkat"] + " (" + known["golongan"] + ")"
    return rows["nip_penilai"].map(ranks).fillna("")


def follow_up(examination: Examination, recap: pd.DataFrame) -> pd.DataFrame:
    """Tindak Lanjut: who earns an award and who needs coaching, with what is already recorded."""
    tables = examination.tables
    recorded = tables.pegawai[PERSON].assign(kegiatan=activities(tables).to_numpy()).drop_duplicates(PERSON)
    words = skema_of(examination.penilaian.aturan).words
    order = {words[p]: rank for rank, p in enumerate(KINDS)}
    rows = recap[recap["predikat"].isin(order)].merge(recorded, how="left", on=PERSON)
    rows = rows.assign(
        jenis=rows["predikat"].map({words[p]: kind for p, kind in KINDS.items()}), urutan=rows["predikat"].map(order)
    )
    return numbered(rows.sort_values(["urutan", "berkas", "baris"], kind="stable"), TINDAK_LANJUT)


def credit_rows(examination: Examination, recap: pd.DataFrame) -> pd.DataFrame:
    """Angka Kredit: conversion of each functional post, with its arithmetic."""
    aturan = examination.penilaian.aturan
    if not isinstance(aturan, AturanRating):
        return pd.DataFrame(columns=[c.key for c in ANGKA_KREDIT])
    months = examination.penilaian.pegawai[["berkas", "baris", "bulan"]]
    rows = recap[recap["angka_kredit"].notna()].merge(months, on=["berkas", "baris"])
    persen = {p.value: v for p, v in aturan.angka_kredit_persen.isi.items()} if aturan.angka_kredit_persen else {}
    levels = dict(aturan.angka_kredit_koefisien.isi) if aturan.angka_kredit_koefisien else {}
    rows["persen"] = rows["predikat"].map(persen)
    rows["koefisien"] = [
        levels.get(read_term(Jenjang, text) or Jenjang.PEMULA, float("nan")) for text in rows["jenjang"]
    ]
    rows["rumus"] = [
        f"{bulan}/{MONTHS_A_YEAR} x {number_text(100 * p)}% x {number_text(k)} = {number_text(ak, 2)}"
        for bulan, p, k, ak in zip(rows["bulan"], rows["persen"], rows["koefisien"], rows["angka_kredit"], strict=True)
    ]
    return numbered(rows, ANGKA_KREDIT)


def findings_frame(findings: Sequence[Finding]) -> pd.DataFrame:
    """Temuan: one row a finding, the heaviest first."""
    findings = sorted(findings, key=lambda f: f.severity.rank)
    rows = pd.DataFrame([f._asdict() for f in findings], columns=list(Finding._fields))
    return numbered(rows.assign(severity=[f.severity.value for f in findings]), TEMUAN)
