"""The sheet Identitas of the Formulir SKP: whose form it is. Typed once; every other sheet shows it."""

from kinerja_xl.forms.columns import NIP_HELP, words_of
from kinerja_xl.forms.description import Field, FormSheet, Kind, Section
from kinerja_xl.forms.sheet_pegawai import PEGAWAI
from kinerja_xl.forms.skp.variant import IDENTITAS
from kinerja_xl.periods import Periode

_RANK = "Misalnya Penata Tk. I (III/d). Boleh kosong."


def _of_pegawai(key: str, header: str) -> Field:
    """An entry that is a column of the sheet Pegawai, with its help and choices."""
    field = PEGAWAI.field(key)
    return Field(key, header, field.width, field.kind, field.help, field.choices, needed=field.needed, must=field.must)


IDENTITY = FormSheet(
    "identitas",
    IDENTITAS,
    "FORMULIR SKP - IDENTITAS",
    (
        Section(
            "Identitas formulir (terkunci)",
            (
                Field("formulir", "Formulir", 44, locked=True, must=True),
                Field("versi", "Versi formulir", 44, locked=True, must=True),
                Field("tahun", "Tahun", 44, Kind.INTEGER, locked=True, must=True),
                Field("format_skp", "Format SKP", 44, locked=True, must=True),
                Field("pendekatan", "Pendekatan", 44, locked=True, must=True),
                Field("kode_unit", "Kode unit", 44, locked=True),
                Field("nama_unit", "Unit kerja", 44, locked=True),
            ),
        ),
        Section(
            "Pegawai yang dinilai",
            (
                _of_pegawai("nama", "Nama pegawai"),
                Field("nip", "NIP pegawai", 44, Kind.NIP, NIP_HELP, needed=True, must=True),
                _of_pegawai("status", "Status pegawai"),
                _of_pegawai("golongan", "Golongan ruang pegawai"),
                _of_pegawai("pangkat", "Pangkat pegawai"),
                _of_pegawai("jabatan", "Jabatan pegawai"),
                _of_pegawai("jenis_jabatan", "Jenis jabatan"),
                _of_pegawai("jenjang", "Jenjang JF"),
                Field("mulai", "Mulai di unit ini", 44, Kind.DATE, "Isi bila mulai di unit ini sesudah 1 Januari."),
                Field(
                    "selesai",
                    "Selesai di unit ini",
                    44,
                    Kind.DATE,
                    "Isi bila pindah atau berhenti sebelum 31 Desember.",
                ),
            ),
        ),
        Section(
            "Pejabat penilai kinerja",
            (
                _of_pegawai("nama_penilai", "Nama penilai"),
                _of_pegawai("nip_penilai", "NIP penilai (opsional)"),
                Field("pangkat_penilai", "Pangkat/gol. ruang penilai", 44, help=_RANK),
                _of_pegawai("jabatan_penilai", "Jabatan penilai"),
                Field("unit_penilai", "Unit kerja penilai", 44),
            ),
        ),
        Section(
            "Atasan pejabat penilai kinerja",
            (
                _of_pegawai("nama_atasan", "Nama atasan penilai"),
                _of_pegawai("nip_atasan", "NIP atasan penilai (opsional)"),
                Field("pangkat_atasan", "Pangkat/gol. ruang atasan penilai", 44, help=_RANK),
                _of_pegawai("jabatan_atasan", "Jabatan atasan penilai"),
                Field("unit_atasan", "Unit kerja atasan penilai", 44),
            ),
        ),
        Section(
            "Penandatanganan dan tampilan",
            (
                Field("instansi", "Instansi", 44, help="Misalnya PEMERINTAH KOTA PALEMBANG.", needed=True),
                Field("tempat", "Tempat", 44, help="Kota tempat formulir ditandatangani.", needed=True),
                Field("tanggal_skp", "Tanggal SKP", 44, Kind.DATE, "Tanggal SKP disepakati.", needed=True),
                Field(
                    "periode",
                    "Periode yang ditampilkan",
                    44,
                    Kind.CHOICE,
                    "Periode pada lembar Dokumen Evaluasi, Kuadran, dan Pola Distribusi.",
                    words_of(Periode),
                ),
            ),
        ),
    ),
)
OF_PEGAWAI = tuple(e.key for e in IDENTITY.entries if any(e.key == f.key for f in PEGAWAI.fields))
"""Entries that are columns of the sheet Pegawai of the unit workbook."""
OF_FORM = ("formulir", "versi", "tahun", "format_skp", "pendekatan")
"""Entries that say which form this is; no person changes them."""
