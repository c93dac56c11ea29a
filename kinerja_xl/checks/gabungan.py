"""Rules across workbooks: the same person in two units, the same unit twice."""

from collections.abc import Iterable

import pandas as pd

from kinerja_xl.checks.rule import Hits, Registry, Rule, Scope
from kinerja_xl.findings import Severity
from kinerja_xl.terms import squeezed

registry = Registry()
OPEN_START, OPEN_END = "0000-00-00", "9999-99-99"


@registry.rule(
    "GAB001",
    Severity.GALAT,
    "Pegawai yang sama di dua unit",
    pesan="NIP {nilai} ({nama}) juga ada di {lain} pada waktu yang sama.",
    saran="Hapus dari salah satu unit. Bila pindah, isi tanggal selesai di unit lama dan tanggal mulai di unit baru.",
    dasar="Satu pegawai dinilai satu Pejabat Penilai Kinerja pada satu waktu",
    contoh="Pegawai mutasi masih tercatat di kelurahan lama.",
    across=True,
)
def pegawai_di_dua_unit(scope: Scope) -> Iterable[Hits]:
    """1. A NIP stands in one workbook; 2. or the dates of its rows do not overlap (mutasi)."""
    people = scope.tables.pegawai
    twice = people[(people["nip"] != "") & people.groupby("nip")["berkas"].transform("nunique").gt(1)]
    spans = twice.assign(dari=twice["mulai"].replace("", OPEN_START), hingga=twice["selesai"].replace("", OPEN_END))
    pairs = spans.merge(spans[["nip", "berkas", "baris", "dari", "hingga"]], on="nip", suffixes=("", "_lain"))
    clash = pairs[
        (pairs["berkas"] != pairs["berkas_lain"])
        & (pairs["dari"] <= pairs["hingga_lain"])
        & (pairs["dari_lain"] <= pairs["hingga"])
    ]
    others = clash.groupby(["berkas", "baris"])["berkas_lain"].agg(lambda names: ", ".join(sorted(set(names))))
    yield Hits("pegawai", "nip", twice.merge(others.rename("lain").reset_index(), on=["berkas", "baris"]))


@registry.rule(
    "GAB002",
    Severity.GALAT,
    "Unit yang sama dikirim lebih dari sekali",
    pesan="Kode unit {nilai} juga dipakai berkas {lain}.",
    saran="Sisakan satu berkas yang paling baru untuk unit ini; pindahkan yang lain dari folder.",
    dasar="Satu unit satu buku kerja setahun",
    contoh="'kelurahan.xlsx' dan 'kelurahan (1).xlsx' ada di folder yang sama.",
    whole_file=True,
    across=True,
)
def unit_ganda(scope: Scope) -> Iterable[Hits]:
    """1. A unit code (without one, the name) stands in one workbook, capitals and blanks aside."""
    unit = scope.tables.unit
    code = unit["kode_unit"].where(unit["kode_unit"] != "", unit["nama_unit"]).map(squeezed)
    unit = unit.assign(kunci=code)
    twice = unit[(code != "") & code.duplicated(keep=False)]
    yield Hits("unit", "kode_unit", twice.assign(lain=_other_files(twice)))


def _other_files(twice: pd.DataFrame) -> list[str]:
    by_code = twice.groupby("kunci")["berkas"].agg(list).to_dict()
    return [
        ", ".join(sorted(f for f in by_code[code] if f != own))
        for code, own in zip(twice["kunci"], twice["berkas"], strict=True)
    ]


BELUM_MASUK = Rule(
    "GAB003",
    Severity.PERINGATAN,
    "Pegawai dalam daftar belum masuk",
    pesan="{nama} (NIP {nip}, {unit}) ada di daftar pegawai tetapi tidak ada di buku kerja mana pun yang diterima.",
    saran="Bila berkas unitnya ditolak, perbaiki berkas itu dahulu; bila belum dikirim, tanyakan kepada unitnya; bila sudah pindah atau pensiun, perbarui daftar pegawai.",
    dasar="Daftar pegawai = sudah masuk + belum masuk",
    contoh="Satu kelurahan belum mengirim buku kerjanya.",
)
DI_LUAR_DAFTAR = Rule(
    "GAB004",
    Severity.PERINGATAN,
    "Pegawai di luar daftar",
    pesan="{nama} (NIP {nip}) ada di buku kerja tetapi tidak ada di daftar pegawai.",
    saran="Periksa NIP-nya, atau tambahkan ke daftar pegawai.",
    dasar="Daftar pegawai = sudah masuk + belum masuk",
    contoh="Pegawai baru sudah dinilai unitnya, daftar pegawai belum diperbarui.",
)
registry.rules += [BELUM_MASUK, DI_LUAR_DAFTAR]
