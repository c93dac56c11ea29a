"""Rules on the result of the years before 2022: answers Ya/Tidak, the rater's row, values that cannot be computed, the year 2021.

They belong to the registry of ``skema_lama``.
"""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Hits, Scope
from kinerja_xl.checks.skema_lama import appraised, registry
from kinerja_xl.findings import Severity
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPermenpan8
from kinerja_xl.scoring.scheme import aturan_periode, skema_of
from kinerja_xl.scoring.trace import traces
from kinerja_xl.scoring.words import is_term, no_term
from kinerja_xl.terms import YaTidak

_PP_30 = "PP 30/2019 dan PermenPANRB 8/2021"


@registry.rule(
    "SKL008",
    Severity.PERINGATAN,
    "Bernilai, tetapi belum ada baris penilaian",
    pesan="Nilai {nama} dapat dihitung, tetapi lembar Penilaian belum memuat barisnya untuk periode ini.",
    saran="Tambahkan barisnya di lembar Penilaian dengan tanggal, dan poin atau gagasan bila ada.",
    dasar="Penilaian ditetapkan Pejabat Penilai",
    contoh="Baris pegawai terhapus dari lembar Penilaian.",
    silent_after=(*NIP_BROKEN, "NIL011"),
    second_round=True,
)
def tanpa_baris_penilaian(scope: Scope) -> Iterable[Hits]:
    """1. Who has a value has a row on the sheet Penilaian."""
    people = scope.penilaian.pegawai
    yield Hits("pegawai", "nama", people, where=people["nilai"].notna() & people["baris_penilaian"].isna())


@registry.rule(
    "SKL009",
    Severity.GALAT,
    "Jawaban bukan Ya atau Tidak",
    pesan="{kolom} milik {nama} berisi '{nilai}'; seharusnya Ya, Tidak, atau kosong.",
    saran="Pilih dari daftar: jawaban ini menentukan nilai.",
    dasar=_PP_30,
    contoh="Gagasan diisi 'ada'.",
    untuk=AturanPermenpan8,
)
def jawaban_tidak_dikenal(scope: Scope) -> Iterable[Hits]:
    """1. An idea of the period; 2. a target that is already the highest."""
    rows = scope.tables.penilaian
    rows = rows[is_term(rows["periode"], Periode, scope.periode)]
    yield Hits("penilaian", "gagasan", _unclear(rows, "gagasan"))
    yield Hits("rencana", "target_maksimal", _unclear(scope.tables.rencana, "target_maksimal"))


@registry.rule(
    "SKL010",
    Severity.PERINGATAN,
    "Pemakaian pendapat rekan dan bawahan tidak terbaca",
    pesan="{kolom} berisi '{nilai}'; dibaca Tidak (bobot tanpa pendapat).",
    saran="Pilih Ya atau Tidak di lembar Unit.",
    dasar="PP 30/2019 Pasal 41",
    contoh="Diisi 'mungkin'.",
    untuk=AturanPermenpan8,
)
def pendapat_tidak_terbaca(scope: Scope) -> Iterable[Hits]:
    """1. The answer is Ya, Tidak or empty."""
    yield Hits("unit", "pendapat", _unclear(scope.tables.unit, "pendapat"))


def _unclear(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    return rows[(rows[key] != "") & no_term(rows[key], YaTidak)]


@registry.rule(
    "SKL011",
    Severity.PERINGATAN,
    "Nilai akhir belum dapat dihitung",
    pesan="Nilai akhir {nama} belum dapat dihitung. {sebab}.",
    saran="Lengkapi yang disebut; kinerja jelaskan --nip menunjukkan perhitungannya.",
    dasar="Yang kosong tidak dihitung nol dan bobotnya tidak dibagikan",
    contoh="Target ditulis sebagai rentang pada tahun 2020.",
    silent_after=(*NIP_BROKEN, "SKL002", "SKL005", "SKL007", "REN002", "REN007", "REA001", "REA004"),
    second_round=True,
)
def tidak_dapat_dihitung(scope: Scope) -> Iterable[Hits]:
    """1. Who is appraised has a value."""
    people = appraised(scope)
    people = people[people["nilai"].isna()]
    keys = set(zip(people["berkas"], people["nip"], strict=True)) - scope.blocked
    why = {
        key: "; ".join(f"{step.label}: {step.catatan}" for step in steps if step.nilai is None and step.catatan)
        for key, steps in traces(scope.penilaian, keys)
    }
    told = people.assign(sebab=[why.get(key, "") for key in zip(people["berkas"], people["nip"], strict=True)])
    yield Hits("pegawai", "nama", told, where=told["sebab"] != "")


@registry.rule(
    "SKL012",
    Severity.INFO,
    "Tahun dengan dua peraturan",
    pesan="Periode {nilai} {tahun_dinilai} dinilai seluruhnya menurut {skema}; penggabungan dengan {sebelumnya} tidak dihitung.",
    saran="Nilai semester pertama lewat periode TW2 pada buku kerja tersendiri; cara menggabungkannya tidak terbaca dari peraturan.",
    dasar="PermenPANRB 8/2021 mulai 1 Juli 2021; sebelumnya PP 46/2011",
    contoh="TAHUNAN 2021.",
    untuk=AturanPermenpan8,
)
def dua_peraturan(scope: Scope) -> Iterable[Hits]:
    """1. The whole year is scored by one scheme."""
    earlier = skema_of(aturan_periode(Periode.TW1, scope.tahun)).nama
    unit = scope.tables.unit.assign(
        tahun_dinilai=scope.tahun, skema=skema_of(scope.aturan).nama, sebelumnya=f"semester pertama ({earlier})"
    )
    if scope.periode is Periode.TAHUNAN and earlier != skema_of(scope.aturan).nama:
        yield Hits("unit", "periode", unit)
