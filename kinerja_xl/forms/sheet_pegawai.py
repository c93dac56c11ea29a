"""The sheet Pegawai: who is rated, in which post, by whom."""

from kinerja_xl.forms.columns import NIP_HELP, missing_field, nip_field, words_of
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.terms import FormatSkp, JenisJabatan, Jenjang, Pendekatan, Status

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
    ),
    rows_a_person=1,
    spare_rows=10,
    frozen="status",
    pages_wide=2,
)
