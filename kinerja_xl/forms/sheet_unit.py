"""The sheet Unit: whose workbook it is, the period, the result of the unit, the letterhead."""

from kinerja_xl.forms.columns import FIRST_IKI_YEAR, FIRST_RATING_YEAR, LAST_NUMERIC_YEAR, words_of
from kinerja_xl.forms.description import Field, FormSheet, Kind, Past, Section
from kinerja_xl.periods import Periode
from kinerja_xl.terms import CapaianOrganisasi, YaTidak

UNIT = FormSheet(
    "unit",
    "Unit",
    "BUKU KERJA UNIT - PENGELOLAAN KINERJA PEGAWAI",
    (
        Section(
            "Identitas formulir (terkunci)",
            (
                Field("formulir", "Formulir", 44, locked=True, must=True),
                Field("versi", "Versi formulir", 44, locked=True, must=True),
                Field("tahun", "Tahun", 44, Kind.INTEGER, locked=True, must=True),
                Field("kode_unit", "Kode unit", 44, locked=True, must=True),
                Field("nama_unit", "Nama unit", 44, locked=True, must=True),
            ),
        ),
        Section(
            "Unit kerja",
            (
                Field(
                    "instansi",
                    "Instansi",
                    44,
                    help="Misalnya PEMERINTAH KOTA PALEMBANG; tercetak pada kop surat.",
                    needed=True,
                ),
                Field(
                    "unit_induk",
                    "Perangkat daerah induk",
                    44,
                    help="Misalnya KECAMATAN PLAJU. Kosongkan bila unit ini sendiri perangkat daerah.",
                ),
                Field(
                    "nip_kepala",
                    "NIP kepala unit",
                    44,
                    Kind.NIP,
                    "NIP kepala unit, sama dengan di lembar Pegawai.",
                    needed=True,
                ),
            ),
        ),
        Section(
            "Periode dan capaian kinerja organisasi",
            (
                Field(
                    "periode",
                    "Periode penilaian",
                    44,
                    Kind.CHOICE,
                    "Periode yang sedang dinilai. Pilih dari daftar.",
                    words_of(Periode),
                    needed=True,
                    must=True,
                ),
                Field(
                    "pendapat",
                    "Memakai pendapat rekan dan bawahan",
                    44,
                    Kind.CHOICE,
                    "Ya bila instansi memakai pendapat rekan kerja setingkat dan bawahan langsung (bobot 60/40, PP 30/2019).",
                    words_of(YaTidak),
                    first_year=FIRST_IKI_YEAR,
                    last_year=LAST_NUMERIC_YEAR,
                ),
                *(
                    Field(
                        f"capaian_{p.lower()}",
                        f"Capaian kinerja organisasi {p.label}",
                        44,
                        Kind.CHOICE,
                        "Ditetapkan pimpinan organisasi di atasnya. Pilih dari daftar.",
                        words_of(CapaianOrganisasi),
                        first_year=FIRST_RATING_YEAR,
                    )
                    for p in Periode
                ),
                *(
                    Field(
                        f"alasan_kurva_{p.lower()}",
                        f"Alasan distribusi berbeda dari kurva {p.label}",
                        44,
                        help="Isi bila predikat pegawai tidak mengikuti pola distribusi. Kurva tidak pernah menurunkan predikat.",
                        first_year=FIRST_RATING_YEAR,
                    )
                    for p in Periode
                ),
            ),
            past=(Past(LAST_NUMERIC_YEAR, "Periode"),),
        ),
        Section(
            "Kop dan penomoran surat",
            (
                Field("alamat", "Alamat", 44),
                Field("telepon", "Telepon", 44),
                Field("laman", "Laman", 44),
                Field("pos_el", "Pos-el", 44),
                Field("kode_pos", "Kode pos", 44),
                Field("tempat", "Tempat surat", 44, help="Kota tempat surat ditandatangani, misalnya Palembang."),
                Field(
                    "kode_klasifikasi",
                    "Kode klasifikasi arsip",
                    44,
                    help="Kode klasifikasi surat penilaian kinerja menurut bagian umum, misalnya 800.1.7.",
                ),
                Field("kode_surat", "Kode unit pada nomor surat", 44, help="Misalnya KEC-PLJ."),
                Field(
                    "tembusan",
                    "Tembusan",
                    44,
                    help="Pisahkan dengan titik koma. Atasan penilai dan Arsip ditambahkan sendiri.",
                ),
            ),
        ),
        Section(
            "Penguncian (diisi tombol Kunci)",
            (
                Field("dikunci", "Dikunci sejak", 44, Kind.RESULT, locked=True),
                Field("sidik", "Sidik isian", 44, Kind.RESULT, locked=True),
            ),
        ),
    ),
)
