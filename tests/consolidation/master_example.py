"""A made-up consolidation for the tests of the master: 8 units, 120 people, every predikat, findings, a rejected file."""

import random
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.result import Counts, Konsolidasi
from kinerja_xl.consolidation.schema import PREDIKAT_KEYS, SHEETS
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.terms import CapaianOrganisasi, Predikat

INSTANSI = "Pemerintah Kota Contoh"
UNIT_NAMES = (
    "Kecamatan Melati",
    "Kelurahan Anggrek",
    "Kelurahan Kenanga",
    "Kelurahan Dahlia",
    "Dinas Komunikasi dan Informatika",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Puskesmas Mawar",
    "Satuan Polisi Pamong Praja",
)
POSTS = ("Pengelola Data", "Analis Sumber Daya Manusia Aparatur Ahli Muda", "Pranata Komputer Ahli Pertama", "Lurah")
FEEDBACK = (
    "Laporan selesai tepat waktu dan lengkap; pertahankan. Tingkatkan koordinasi dengan seksi lain supaya data "
    "kependudukan diterima sebelum tanggal 5 setiap bulan dan tidak perlu diperbaiki dua kali."
)
Row = dict[str, Any]


def konsolidasi(units: int = 8, people: int = 119, periode: Periode = Periode.TW2) -> Konsolidasi:
    """Build it; one person more is rejected and two are missing."""
    chance = random.Random(7)  # noqa: S311 - the same people every time
    names = [UNIT_NAMES[i] if i < len(UNIT_NAMES) else f"Kelurahan Contoh {i + 1:03d}" for i in range(units)]
    persons = [_person(i, names, i * units // people, chance) for i in range(people)]
    findings = _findings(persons)
    frames: dict[str, list[Row]] = {
        "Rekap Pegawai": persons,
        "Rekap Unit": [_unit(i, name, persons, findings) for i, name in enumerate(names)],
        "Distribusi": [_rule(i, name) for i, name in enumerate(names)],
        "Temuan": [{"no": n, **f._asdict(), "severity": f.severity.value} for n, f in enumerate(findings, 1)],
        "Berkas": [*(_file(i, name) for i, name in enumerate(names)), _rejected_file(units)],
        "Rekonsiliasi": _reconciliation(),
        "Tindak Lanjut": [_follow_up(n, p) for n, p in enumerate(filter(_followed, persons), 1)],
        "Angka Kredit": [_credit(n, p) for n, p in enumerate(persons[::5], 1)],
    }
    rated = sum(bool(p["predikat"]) for p in persons)
    return Konsolidasi(
        tahun=2026,
        periode=periode,
        aturan=aturan_pada(date(2026, 6, 30), AturanRating),
        frames={name: frame(name, rows) for name, rows in frames.items()},
        findings=tuple(findings),
        counts=Counts(units + 1, units, 1, 0, people + 1, people, 1, 2, 0, rated, people + 3, people + 1),
        roster_given=True,
    )


def frame(name: str, rows: list[Row]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.key for column in SHEETS[name]])


def with_frames(k: Konsolidasi, frames: Mapping[str, pd.DataFrame], **changes: object) -> Konsolidasi:
    values = {field: getattr(k, field) for field in Konsolidasi.__dataclass_fields__}
    return Konsolidasi(**values | {"frames": {**k.frames, **frames}} | changes)


def empty() -> Konsolidasi:
    k = konsolidasi(1, 2)
    counts = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return with_frames(k, {name: frame(name, []) for name in SHEETS}, findings=(), counts=counts)


def file_name(unit: int) -> str:
    return f"unit/{unit + 1:03d} buku kerja.xlsx"


def _person(i: int, names: list[str], unit: int, chance: random.Random) -> Row:
    nip = f"1985{1 + i % 9:02d}{1 + i % 27:02d}201001{1 + i % 2}{1 + i % 998:03d}"
    predikat = chance.choices([*Predikat, ""], (18, 58, 14, 4, 2, 8))[0]
    low = predikat not in (Predikat.SANGAT_BAIK, Predikat.BAIK)
    return {
        "no": i + 1,
        "kode_unit": f"U{unit + 1:03d}",
        "nama_unit": names[unit],
        "nip": nip,
        "nama": f"Pegawai Contoh {i + 1:05d}",
        "status": "PPPK" if i % 3 else "PNS",
        "golongan": "IX" if i % 3 else "III/a",
        "pangkat": "" if i % 3 else "Penata Muda",
        "jabatan": POSTS[i % len(POSTS)],
        "jenis_jabatan": "Fungsional" if i % 4 in (1, 2) else "Pelaksana",
        "jenjang": "Ahli Muda" if i % 4 == 1 else "",
        "pendekatan": "Kuantitatif",
        "rhk_jumlah": 4,
        "iki_jumlah": 12,
        "iki_terisi": 12 - i % 3,
        "capaian": None if not predikat else round(chance.uniform(62, 92) if low else chance.uniform(88, 116), 2),
        "saran_hasil": "Sesuai Ekspektasi",
        "rating_hasil": "Di Bawah Ekspektasi" if low else "Sesuai Ekspektasi",
        "saran_perilaku": "Sesuai Ekspektasi",
        "rating_perilaku": "Sesuai Ekspektasi",
        "predikat": str(predikat),
        "tanggal": date(2026, 7, 1 + i % 14) if predikat else None,
        "angka_kredit": 3.125 if i % 4 == 1 else None,
        "jp": float(i % 30),
        "umpan_balik_hasil": FEEDBACK if i % 2 else "Baik.",
        "umpan_balik_perilaku": "Ramah dan cekatan.",
        "rekomendasi": "Dialog kinerja dan pendampingan." if low else "",
        "nip_penilai": "198001012005011001",
        "nama_penilai": f"Penilai Contoh {unit + 1}",
        "jabatan_penilai": f"Kepala {names[unit]}",
        "pangkat_penilai": "Pembina / IV/a",
        "nip_atasan": "",
        "nama_atasan": "Wali Kota Contoh",
        "jabatan_atasan": "Wali Kota",
        "temuan": i % 4,
        "berkas": file_name(unit),
        "baris": 6 + i,
    }


def _unit(i: int, name: str, persons: list[Row], findings: list[Finding]) -> Row:
    own = [p for p in persons if p["nama_unit"] == name]
    found = Counter(p["predikat"] for p in own if p["predikat"])
    known = [p["capaian"] for p in own if p["capaian"] is not None]
    results = (CapaianOrganisasi.BAIK, CapaianOrganisasi.ISTIMEWA, CapaianOrganisasi.BUTUH_PERBAIKAN)
    return {
        "no": i + 1,
        "kode_unit": f"U{i + 1:03d}",
        "nama_unit": name,
        "periode": "TW2",
        "tahun": "2026",
        "capaian_organisasi": results[i % 3].value,
        "pegawai": len(own),
        "diterima": len(own),
        "ditolak": 0,
        "dinilai": sum(found.values()),
        "belum_dinilai": len(own) - sum(found.values()),
        **{key: found[p.value] for p, key in PREDIKAT_KEYS.items()},
        "capaian": sum(known) / len(known) if known else None,
        "capaian_kuantitas": 70.0 + i,
        "capaian_kualitas": 85.0,
        "capaian_waktu": 101.5,
        "capaian_biaya": None,
        "capaian_tanpa_aspek": 92.25,
        "iki_lengkap": 0.93,
        "kurva": ("Sesuai", "Tidak sesuai", "Tidak sesuai, beralasan", "Unit terlalu kecil")[i % 4],
        "alasan_kurva": "Capaian unit naik karena layanan daring dibuka sejak April." if i % 4 == 2 else "",
        "galat": sum(f.severity is Severity.GALAT and f.file == file_name(i) for f in findings),
        "peringatan": 1,
        "nama_kepala": f"Kepala Contoh {i + 1}",
        "instansi": INSTANSI,
        "berkas": file_name(i),
    }


def _findings(persons: list[Row]) -> list[Finding]:
    words = {
        Severity.GALAT: ("PEG001", "NIP", "NIP tidak berisi 18 angka.", "Ketik ulang NIP sebagai teks, 18 angka."),
        Severity.PERINGATAN: (
            "REA004",
            "Realisasi",
            "Realisasi belum diisi.",
            "Isi realisasi triwulan dan bukti dukungnya.",
        ),
        Severity.INFO: (
            "PGB002",
            "JP",
            "JP setahun belum mencapai 20.",
            "Rencanakan pelatihan, mentoring, atau e-learning.",
        ),
    }
    kinds = (Severity.PERINGATAN, Severity.INFO, Severity.PERINGATAN, Severity.GALAT)
    found = []
    for i, person in enumerate(persons[::3]):
        severity = kinds[i % 4]
        code, field, message, fix = words[severity]
        found.append(
            Finding(severity, f"{code[:3]}{i % 2 + 1:03d}", person["berkas"], "Pegawai", f"C{7 + i}", person["nip"],
                    person["nama"], field, "-", message, fix)
        )  # fmt: skip
    rejected = Finding(
        Severity.GALAT, "BER002", "unit/rusak.xlsx", message="Berkas tidak dapat dibuka.", fix="Simpan ulang."
    )
    return [*found, rejected]


def _rule(i: int, name: str) -> Row:
    met = i % 2 == 0
    return {
        "kode_unit": f"U{i + 1:03d}",
        "nama_unit": name,
        "capaian_organisasi": "Baik",
        "dinilai": 14,
        "aturan": "Baik paling banyak dan maksimal 70%",
        "jumlah": 9 if met else 12,
        "bagian": 9 / 14 if met else 12 / 14,
        "pindah": 0 if met else -3,
        "hasil": "Sesuai" if met else "Tidak sesuai",
        "dasar": "SE MenPANRB 3/2023, Tahap 3 (pola distribusi predikat kinerja pegawai)",
    }


def _file(i: int, name: str) -> Row:
    row = {"no": i + 1, "berkas": file_name(i), "status": "Diterima", "kode_unit": f"U{i + 1:03d}", "nama_unit": name}
    return row | {"pegawai": 15, "indikator": 180, "galat": 1, "peringatan": 2, "ukuran": 48_512, "sha256": "0f" * 32}


def _rejected_file(number: int) -> Row:
    row = {"no": number + 1, "berkas": "unit/rusak.xlsx", "status": "Ditolak", "galat": 1, "peringatan": 0}
    return row | {"ukuran": 912, "sha256": "a1" * 32}


def _reconciliation() -> list[Row]:
    states = (("Belum masuk", "Ada di daftar, tidak ada di berkas mana pun."), ("Ditolak", "NIP tidak dapat dibaca."))
    return [
        {"keadaan": state, "nip": f"19900101202012100{n}", "nama": f"Pegawai Lain {n}", "unit": UNIT_NAMES[n],
         "berkas": file_name(n), "baris": 40 + n, "keterangan": text}
        for n, (state, text) in enumerate((states[0], states[0], states[1]), 1)
    ]  # fmt: skip


def _followed(person: Row) -> bool:
    return person["predikat"] not in ("", "Baik")


def _follow_up(n: int, person: Row) -> Row:
    kept = {key: person[key] for key in ("nama_unit", "nip", "nama", "jabatan", "predikat", "jp")}
    kind = "Penghargaan" if person["predikat"] == "Sangat Baik" else "Pembinaan dan pengembangan"
    return {
        "no": n,
        **kept,
        "jenis": kind,
        "rekomendasi": person["rekomendasi"],
        "kegiatan": "Bimbingan Teknis: Arsip (8 JP)",
    }


def _credit(n: int, person: Row) -> Row:
    kept = {key: person[key] for key in ("nama_unit", "nip", "nama", "jabatan", "golongan", "jenjang", "predikat")}
    numbers = {"persen": 1.0, "koefisien": 12.5, "bulan": 3, "angka_kredit": 3.125}
    return {"no": n, **kept, **numbers, "rumus": "100% × 12,5 × 3/12 = 3,125"}
