"""A kelurahan and its kecamatan, with one person for each way a letter is signed. No real people."""

from datetime import date
from typing import Any

import pandas as pd

from kinerja_xl.consolidation.schema import REKAP_PEGAWAI, REKAP_UNIT, Column, Format
from kinerja_xl.letters import LetterSource
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada

DAY = date(2026, 7, 8)
NUMBERS = (Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL)
Row = dict[str, Any]

KELURAHAN: Row = {
    "kode_unit": "16.71.01",
    "nama_unit": "Kelurahan Contoh Ilir",
    "periode": "TW2",
    "tahun": "2026",
    "capaian_organisasi": "Baik",
    "nip_kepala": "198001012005011001",
    "nama_kepala": "Budi Contoh, S.Sos.",
    "jabatan_kepala": "Lurah Contoh Ilir",
    "instansi": "Pemerintah Kota Palembang",
    "unit_induk": "Kecamatan Contoh",
    "alamat": "Jalan Contoh Raya Nomor 10, Palembang",
    "telepon": "(0711) 000000",
    "laman": "contohilir.palembang.go.id",
    "pos_el": "kel.contohilir@palembang.go.id",
    "kode_pos": "30266",
    "tempat": "Palembang",
    "kode_klasifikasi": "800.1.7",
    "kode_surat": "KEL-CTI",
    "tembusan": "Kepala BKPSDM Kota Palembang; Inspektur Kota Palembang",
    "berkas": "kelurahan.xlsx",
}
KECAMATAN: Row = {
    **KELURAHAN,
    "kode_unit": "16.71",
    "nama_unit": "Kecamatan Contoh",
    "nip_kepala": "197501012000011001",
    "nama_kepala": "Dr. Candra Misal, M.Si.",
    "jabatan_kepala": "Camat Contoh",
    "unit_induk": "",
    "kode_surat": "KEC-CTH",
    "berkas": "kecamatan.xlsx",
}
LURAH: Row = {
    "nip_penilai": "198001012005011001",
    "nama_penilai": "Budi Contoh, S.Sos.",
    "jabatan_penilai": "Lurah Contoh Ilir",
    "pangkat_penilai": "Penata Tk. I (III/d)",
    "nip_atasan": "197501012000011001",
    "nama_atasan": "Dr. Candra Misal, M.Si.",
    "jabatan_atasan": "Camat Contoh",
}
SEKRETARIS: Row = {
    "nip_penilai": "198505052010012002",
    "nama_penilai": "Dewi Umpama, S.E.",
    "jabatan_penilai": "Sekretaris Lurah",
    "pangkat_penilai": "Penata (III/c)",
    "nip_atasan": "198001012005011001",
    "nama_atasan": "Budi Contoh, S.Sos.",
    "jabatan_atasan": "Lurah Contoh Ilir",
}
KASUBBAG: Row = {
    "nip_penilai": "198606062011011003",
    "nama_penilai": "Eko Teladan, S.H.",
    "jabatan_penilai": "Kepala Subbagian Umum dan Kepegawaian",
    "pangkat_penilai": "Penata (III/c)",
    "nip_atasan": "197803032003121002",
    "nama_atasan": "Fajar Patokan, S.STP.",
    "jabatan_atasan": "Sekretaris Camat",
}
CAMAT: Row = {
    "nip_penilai": "197501012000011001",
    "nama_penilai": "Dr. Candra Misal, M.Si.",
    "jabatan_penilai": "Camat Contoh",
    "pangkat_penilai": "Pembina (IV/a)",
    "nip_atasan": "197001011995031001",
    "nama_atasan": "Gilang Acuan, M.M.",
    "jabatan_atasan": "Sekretaris Daerah Kota Palembang",
}
WALI_KOTA: Row = {"nama_penilai": "Hendra Wacana", "jabatan_penilai": "Wali Kota Contoh"}

STAFF: Row = {
    "kode_unit": "16.71.01",
    "nama_unit": "Kelurahan Contoh Ilir",
    "nip": "199001012015011001",
    "nama": "Indra Sampel, A.Md.",
    "status": "PNS",
    "golongan": "III/b",
    "pangkat": "Penata Muda Tk. I",
    "jabatan": "Pengadministrasi Perkantoran",
    "capaian": 97.254,
    "rating_hasil": "Sesuai Ekspektasi",
    "rating_perilaku": "Di Atas Ekspektasi",
    "predikat": "Baik",
    "tanggal": date(2026, 7, 3),
    "umpan_balik_hasil": "Capaian pelayanan stabil.\nBukti dukung perlu dilengkapi.",
    "umpan_balik_perilaku": "Kolaboratif: aktif membantu seksi lain.",
    "rekomendasi": "Mengikuti pelatihan pelayanan prima.",
    "berkas": "kelurahan.xlsx",
    "baris": 7,
    **SEKRETARIS,
}
SECRETARY: Row = {
    **STAFF,
    **LURAH,
    "nip": "198505052010012002",
    "nama": "Dewi Umpama, S.E.",
    "jabatan": "Sekretaris Lurah",
}
HEAD: Row = {
    **STAFF,
    **CAMAT,
    "nip": "198001012005011001",
    "nama": "Budi Contoh, S.Sos.",
    "jabatan": "Lurah Contoh Ilir",
}
IN_KECAMATAN: Row = {"kode_unit": "16.71", "nama_unit": "Kecamatan Contoh", "berkas": "kecamatan.xlsx"}
FUNCTIONAL: Row = {
    **STAFF,
    **KASUBBAG,
    **IN_KECAMATAN,
    "nip": "199103032016012001",
    "nama": "Joko Model, S.Kom.",
    "jabatan": "Pranata Komputer Ahli Pertama",
    "jenjang": "Ahli Pertama",
    "angka_kredit": 3.125,
}
CAMAT_HIMSELF: Row = {
    **STAFF,
    **dict.fromkeys(SEKRETARIS, ""),
    **WALI_KOTA,
    **IN_KECAMATAN,
    "nip": "197501012000011001",
    "nama": "Dr. Candra Misal, M.Si.",
    "jabatan": "Camat Contoh",
}
UNRATED: Row = {**STAFF, "nip": "199605052025212001", "nama": "Kartika Nirnilai", "predikat": "", "rating_hasil": ""}
EVERYBODY = (STAFF, SECRETARY, HEAD, FUNCTIONAL, CAMAT_HIMSELF, UNRATED)


def row(columns: tuple[Column, ...], values: Row) -> Row:
    """A row of the recap with all its columns."""
    unknown = set(values) - {c.key for c in columns}
    assert not unknown
    return {c.key: values.get(c.key, float("nan") if c.format in NUMBERS else "") for c in columns}


def source(
    *people: Row, units: tuple[Row, ...] = (KELURAHAN, KECAMATAN), periode: Periode = Periode.TW2
) -> LetterSource:
    """A recap of these people."""
    return LetterSource(
        2026,
        periode,
        aturan_pada(date(2026, 6, 30), AturanRating),
        pd.DataFrame([row(REKAP_PEGAWAI, {"no": n, **p}) for n, p in enumerate(people or EVERYBODY, 1)]),
        pd.DataFrame([row(REKAP_UNIT, {"no": n, **u}) for n, u in enumerate(units, 1)]),
    )
