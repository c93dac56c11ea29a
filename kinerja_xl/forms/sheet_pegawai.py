"""The sheet Pegawai: who is rated, in which post, by whom."""

from dataclasses import replace

from kinerja_xl.forms.columns import NIP_HELP, live_field, missing_field, nip_field, words_of
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.terms import FormatSkp, JenisJabatan, Jenjang, Pendekatan, Status

_MONTHS = (
    'IF(OR({hitung.mulai}="",ISTEXT({mulai}),ISTEXT({selesai})),"",COUNTIFS({hitung.akhir_bulan},">="&MAX({hitung.mulai},{mulai}),'
    '{hitung.akhir_bulan},"<="&MIN({hitung.selesai},{selesai})))'
)
"""Months on whose last day the person is in the unit, as ``scoring.credit.months_in_post``; none where a day is no date."""
_SUGGESTION = "Saran bukan ketentuan; penilai yang memutuskan."


def _worked_out(key: str) -> str:
    """What Hitung says of the person in this row."""
    return f'IFERROR(INDEX({{hitung.{key}}},MATCH({{nip}},{{pegawai.nip}},0)),"")'


_SHARE = "Bagian yang sudah terisi dari rencana, realisasi, dan bukti dukung yang diperlukan pada periode ini."
_ACHIEVED = "Rata-rata capaian RHK pada periode ini. Kosong: belum ada yang dapat dihitung."
_NUMBERS = {"lengkap": "0", "capaian": "0.00", "bulan": "0"}
_LIVE = tuple(
    replace(field, group="PERIODE DI LEMBAR UNIT (SARAN BUKAN KETENTUAN)", number_format=_NUMBERS.get(field.key, ""))
    for field in (
        live_field("lengkap", "Kelengkapan (%)", 13, _SHARE, _worked_out("lengkap")),
        live_field("capaian", "Capaian (%)", 10, _ACHIEVED, _worked_out("capaian")),
        live_field("saran_hasil", "Saran Rating Hasil", 20, _SUGGESTION, _worked_out("saran_hasil")),
        live_field(
            "saran_perilaku",
            "Saran Rating Perilaku",
            20,
            f"Dari rata-rata skor bantu. {_SUGGESTION}",
            _worked_out("saran_perilaku"),
        ),
        live_field("bulan", "Bulan", 8, "Bulan bertugas di unit ini pada periode ini.", _MONTHS),
    )
)

PEGAWAI = TableSheet(
    "pegawai",
    "Pegawai",
    "DAFTAR PEGAWAI YANG DINILAI",
    "Satu baris untuk setiap pegawai. Pegawai pindahan ditulis dengan tanggal mulai dan selesai di unit ini.",
    (
        nip_field("nip", "NIP", NIP_HELP),
        Field("nama", "Nama", 30, help="Nama lengkap dengan gelar.", needed=True, must=True),
        Field("status", "Status", 9, Kind.CHOICE, "PNS, CPNS, atau PPPK.", words_of(Status), needed=True),
        Field(
            "golongan",
            "Gol. Ruang",
            10,
            help="PNS: misalnya III/c. PPPK: angka Romawi, misalnya IX.",
            needed=True,
            aliases=("Golongan", "Golongan Ruang", "Gol"),
        ),
        Field("pangkat", "Pangkat", 20, help="Misalnya Penata Tk. I. Kosongkan untuk PPPK."),
        Field("jabatan", "Jabatan", 34, help="Nama jabatan lengkap.", needed=True),
        Field(
            "jenis_jabatan", "Jenis Jabatan", 14, Kind.CHOICE, "Pilih dari daftar.", words_of(JenisJabatan), needed=True
        ),
        Field(
            "jenjang",
            "Jenjang JF",
            13,
            Kind.CHOICE,
            "Hanya untuk jabatan fungsional; menentukan angka kredit.",
            words_of(Jenjang),
        ),
        Field(
            "pendekatan",
            "Pendekatan",
            13,
            Kind.CHOICE,
            "Pendekatan hasil kerja pada SKP.",
            words_of(Pendekatan),
            needed=True,
        ),
        Field(
            "format_skp",
            "Format SKP",
            12,
            Kind.CHOICE,
            "Kepala unit kerja mandiri memakai format Pimpinan.",
            words_of(FormatSkp),
            needed=True,
        ),
        nip_field(
            "nip_penilai",
            "NIP Penilai",
            "NIP Pejabat Penilai Kinerja (atasan langsung). Boleh kosong bila bukan ASN.",
            needed=False,
            must=False,
        ),
        Field("nama_penilai", "Nama Penilai", 28, help="Nama Pejabat Penilai Kinerja.", needed=True),
        Field("jabatan_penilai", "Jabatan Penilai", 30, needed=True),
        nip_field(
            "nip_atasan",
            "NIP Atasan Penilai",
            "NIP atasan Pejabat Penilai Kinerja. Boleh kosong bila bukan ASN.",
            needed=False,
            must=False,
        ),
        Field("nama_atasan", "Nama Atasan Penilai", 28, help="Tempat mengajukan keberatan."),
        Field("jabatan_atasan", "Jabatan Atasan Penilai", 30),
        Field("mulai", "Mulai", 12, Kind.DATE, "Isi bila pegawai mulai di unit ini sesudah 1 Januari."),
        Field("selesai", "Selesai", 12, Kind.DATE, "Isi bila pegawai pindah atau berhenti sebelum 31 Desember."),
        missing_field(
            ("LEN({nip})<>18", "NIP 18 angka"),
            ('{nama}=""', "nama"),
            ('{jabatan}=""', "jabatan"),
            ('{nama_penilai}=""', "penilai"),
            ('AND({jenis_jabatan}="Fungsional",{jenjang}="")', "jenjang"),
        ),
        *_LIVE,
    ),
    rows_a_person=1,
    spare_rows=10,
    frozen="status",
    pages_wide=2,
)
