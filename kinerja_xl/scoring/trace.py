"""Tells how a person's score came about: steps with label, formula in numbers, result and legal basis.

It narrates the numbers ``people.penilaian`` computed; it does not compute them again.
"""

from collections.abc import Hashable, Mapping
from typing import NamedTuple

import pandas as pd

from kinerja_xl.indonesian import number_text
from kinerja_xl.scoring.achievement import Rumus
from kinerja_xl.scoring.credit import MONTHS_A_YEAR
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.terms import Jenjang, Predikat, read_term


class Step(NamedTuple):
    """One step of a score."""

    label: str
    rumus: str
    hasil: str
    dasar: str = ""


def steps(score: Penilaian, berkas: str, nip: str) -> list[Step]:
    """All steps from the indicators to predikat and angka kredit of one person; empty where the person is not there."""
    person = _of(score.pegawai, berkas, nip)
    if person.empty:
        return []
    indicators, rhk = _of(score.indikator, berkas, nip), _of(score.rhk, berkas, nip)
    found = [_indicator(row, score) for row in indicators.to_dict("records")]
    found += [_rhk(row, indicators) for row in rhk.to_dict("records")]
    return [*found, *_person(person.iloc[0], rhk, score)]


def _of(frame: pd.DataFrame, berkas: str, nip: str) -> pd.DataFrame:
    return frame[(frame["berkas"] == berkas) & (frame["nip"] == nip)]


def _percent(value: float) -> str:
    return "tidak ada angka" if pd.isna(value) else f"{number_text(value, 2)}%"


def _indicator(row: Mapping[Hashable, object], score: Penilaian) -> Step:
    label = f"Indikator {row['no_rhk']}.{row['no_iki']} {row['indikator']}"
    if not row["kuantitatif"]:
        return Step(label, "pendekatan kualitatif: tidak dihitung, penilai menetapkan rating", "-")
    formula = _formula(row)
    capped, raw = float(str(row["capaian"])), float(str(row["mentah"]))
    if capped < raw:
        formula += f"; dibatasi {number_text(score.aturan.batas_capaian.isi)}% ({score.aturan.batas_capaian.dasar})"
    held = "target triwulan" if row["target_triwulan"] else "target setahun"
    return Step(
        label, f"{held} {row['target_periode']}, realisasi {row['realisasi'] or 'kosong'}: {formula}", _percent(capped)
    )


def _formula(row: Mapping[Hashable, object]) -> str:
    rumus = str(row["rumus"])
    target, result = (number_text(float(str(row[key]))) for key in ("acuan", "angka"))
    if rumus == Rumus.NAIK:
        return f"{result} / {target} x 100 = {_percent(float(str(row['mentah'])))}"
    if rumus == Rumus.TURUN:
        return f"(2 x {target} - {result}) / {target} x 100 = {_percent(float(str(row['mentah'])))}"
    return rumus


def _rhk(row: Mapping[Hashable, object], indicators: pd.DataFrame) -> Step:
    numbers = indicators[(indicators["no_rhk"] == row["no_rhk"]) & indicators["capaian"].notna()]["capaian"]
    formula = _mean(list(numbers)) if len(numbers) else "tidak ada indikator yang berangka"
    if row["terisi"] != row["indikator"]:
        formula += f"; {row['terisi']} dari {row['indikator']} indikator terisi, yang kosong tidak dihitung nol"
    return Step(f"RHK {row['no_rhk']} {row['rhk']}", formula, _percent(float(str(row["capaian"]))))


def _mean(values: list[float]) -> str:
    return f"rerata ({' + '.join(number_text(v, 2) for v in values)}) / {len(values)}"


def _person(row: "pd.Series[str]", rhk: pd.DataFrame, score: Penilaian) -> list[Step]:
    aturan = score.aturan
    scored = list(rhk[rhk["capaian"].notna()]["capaian"])
    ambang, skor = aturan.saran_hasil.isi, float(row["skor_perilaku"])
    found = [
        Step(
            "Capaian pegawai", _mean(scored) + " RHK" if scored else "tidak ada angka", _percent(float(row["capaian"]))
        )
    ]
    if row["saran_hasil"]:
        words = f"di atas {number_text(ambang.di_atas)}% Di Atas, mulai {number_text(ambang.sesuai)}% Sesuai, selebihnya Di Bawah"
        found.append(Step("Saran rating hasil kerja", words, row["saran_hasil"], aturan.saran_hasil.dasar))
    if row["saran_perilaku"]:
        found.append(
            Step(
                "Saran rating perilaku",
                f"rerata skor bantu {number_text(skor, 2)}",
                row["saran_perilaku"],
                aturan.saran_perilaku.dasar,
            )
        )
    return [*found, *_decision(row, score)]


def _decision(row: "pd.Series[str]", score: Penilaian) -> list[Step]:
    aturan = score.aturan
    rated = f"hasil kerja {row['rating_hasil'] or 'belum ada'}, perilaku {row['rating_perilaku'] or 'belum ada'}"
    reason = f"; alasan: {row['alasan']}" if row["alasan"] else ""
    found = [
        Step("Rating oleh penilai", rated + reason, f"ditetapkan oleh {row['nama_penilai']}"),
        Step(
            "Predikat",
            "matriks rating hasil kerja dan perilaku",
            row["predikat"] or "belum dinilai",
            aturan.matriks_predikat.dasar,
        ),
    ]
    level, predikat = read_term(Jenjang, row["jenjang"]), read_term(Predikat, row["predikat"])
    credit = float(row["angka_kredit"])
    if level and predikat and aturan.angka_kredit_persen and aturan.angka_kredit_koefisien and not pd.isna(credit):
        share, factor = aturan.angka_kredit_persen.isi[predikat], aturan.angka_kredit_koefisien.isi[level]
        formula = f"{row['bulan']}/{MONTHS_A_YEAR} x {number_text(100 * share)}% x {number_text(factor)} ({level})"
        found.append(Step("Angka kredit", formula, number_text(credit, 2), aturan.angka_kredit_persen.dasar))
    return found
