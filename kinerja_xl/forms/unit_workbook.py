"""The Buku Kerja Unit, version 1: what its sheets, columns, help texts and limits are.

This is the only place where its columns are named. Result columns are cumulative ("s.d." the end of the quarter), so that a
quarter and the year are scored by the same rule.
"""

from collections.abc import Iterable
from enum import StrEnum

from kinerja_xl.forms.description import Field, FormSheet, Kind, Section, TableSheet
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import (
    Arah,
    Aspek,
    BentukPengembangan,
    CapaianOrganisasi,
    FormatSkp,
    JenisJabatan,
    Jenjang,
    Kategori,
    Nilai,
    Pendekatan,
    Predikat,
    Rating,
    Status,
    StatusKegiatan,
)

FORM = "BUKU KERJA UNIT"
VERSION = "1"
ACCEPTED_VERSIONS = ("1",)
"""Versions of the form that can be read; an old one stays here as long as its columns are understood."""

GOLONGAN_PNS = tuple(
    f"{roman}/{letter}"
    for roman, letters in (("I", "abcd"), ("II", "abcd"), ("III", "abcd"), ("IV", "abcde"))
    for letter in letters
)
PERSPEKTIF = ("Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran")


def _words(words: type[StrEnum]) -> tuple[str, ...]:
    return tuple(words)


def _nip(key: str, header: str, text: str, *, needed: bool = True, must: bool = True) -> Field:
    return Field(key, header, 21, Kind.NIP, text, needed=needed, must=must)


_NIP_HELP = "18 angka tanpa spasi. Sel ini bertipe teks: angka terakhir NIP tidak akan hilang."
_KEY_HELP = "NIP pegawai, sama dengan di lembar Pegawai. Pilih dari daftar atau tempel sebagai nilai."


def _nama() -> Field:
    """The name behind a NIP, shown by a formula so that people see whose row it is."""
    text = (
        '=IF({nip}="","",IFERROR(INDEX({pegawai.nama},MATCH({nip},{pegawai.nip},0)),"NIP tidak ada di lembar Pegawai"))'
    )
    return Field("nama", "Nama", 26, Kind.FORMULA, formula=text, read=False)


def _planned(key: str) -> str:
    """A formula that shows what the plan says of the indicator in this row, found by NIP and both numbers."""
    same = "({rencana.nip}={nip})*({rencana.no_rhk}={no_rhk})*({rencana.no_iki}={no_iki})"
    found = f'INDEX({{rencana.{key}}},MATCH(1,INDEX({same},0),0))&""'
    return f'=IF({{nip}}="","",IFERROR({found},"Tidak ada di lembar Rencana"))'


def _missing(*parts: tuple[str, str]) -> Field:
    """A formula that lists in words what a row still lacks; ``parts`` are (condition, word)."""
    shown = "&".join(f'IF({condition},"{word}; ","")' for condition, word in parts)
    return Field(
        "kelengkapan", "Yang Masih Kurang", 30, Kind.FORMULA, formula=f'=IF({{nip}}="","",{shown})', read=False
    )


def _quarters(make: "Iterable[tuple[str, str, float, Kind, str]]") -> tuple[Field, ...]:
    """Repeat columns for each quarter, under the quarter's heading."""
    columns = tuple(make)
    return tuple(
        Field(f"{key}_{p.suffix}", f"{header} TW {p.roman}", width, kind, text, group=p.label.upper())
        for p in TRIWULAN
        for key, header, width, kind, text in columns
    )


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
                    _words(Periode),
                    needed=True,
                    must=True,
                ),
                *(
                    Field(
                        f"capaian_{p.lower()}",
                        f"Capaian kinerja organisasi {p.label}",
                        44,
                        Kind.CHOICE,
                        "Ditetapkan pimpinan organisasi di atasnya. Pilih dari daftar.",
                        _words(CapaianOrganisasi),
                    )
                    for p in Periode
                ),
                *(
                    Field(
                        f"alasan_kurva_{p.lower()}",
                        f"Alasan distribusi berbeda dari kurva {p.label}",
                        44,
                        help="Isi bila predikat pegawai tidak mengikuti pola distribusi. Kurva tidak pernah menurunkan predikat.",
                    )
                    for p in Periode
                ),
            ),
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
    ),
)

PEGAWAI = TableSheet(
    "pegawai",
    "Pegawai",
    "DAFTAR PEGAWAI YANG DINILAI",
    "Satu baris untuk setiap pegawai. Pegawai pindahan ditulis dengan tanggal mulai dan selesai di unit ini.",
    (
        _nip("nip", "NIP", _NIP_HELP),
        Field("nama", "Nama", 30, help="Nama lengkap dengan gelar.", needed=True, must=True),
        Field("status", "Status", 9, Kind.CHOICE, "PNS, CPNS, atau PPPK.", _words(Status), needed=True),
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
            "jenis_jabatan", "Jenis Jabatan", 14, Kind.CHOICE, "Pilih dari daftar.", _words(JenisJabatan), needed=True
        ),
        Field(
            "jenjang",
            "Jenjang JF",
            13,
            Kind.CHOICE,
            "Hanya untuk jabatan fungsional; menentukan angka kredit.",
            _words(Jenjang),
        ),
        Field(
            "pendekatan",
            "Pendekatan",
            13,
            Kind.CHOICE,
            "Pendekatan hasil kerja pada SKP.",
            _words(Pendekatan),
            needed=True,
        ),
        Field(
            "format_skp",
            "Format SKP",
            12,
            Kind.CHOICE,
            "Kepala unit kerja mandiri memakai format Pimpinan.",
            _words(FormatSkp),
            needed=True,
        ),
        _nip(
            "nip_penilai",
            "NIP Penilai",
            "NIP Pejabat Penilai Kinerja (atasan langsung). Boleh kosong bila bukan ASN.",
            needed=False,
            must=False,
        ),
        Field("nama_penilai", "Nama Penilai", 28, help="Nama Pejabat Penilai Kinerja.", needed=True),
        Field("jabatan_penilai", "Jabatan Penilai", 30, needed=True),
        _nip(
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
        _missing(
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

RENCANA = TableSheet(
    "rencana",
    "Rencana",
    "RENCANA HASIL KERJA DAN INDIKATOR KINERJA INDIVIDU",
    "Satu baris untuk setiap indikator. Target triwulan bersifat kumulatif (s.d. akhir triwulan); kosongkan bila sama sepanjang tahun.",
    (
        _nip("nip", "NIP", _KEY_HELP),
        _nama(),
        Field(
            "no_rhk",
            "No. RHK",
            7,
            Kind.INTEGER,
            "Nomor rencana hasil kerja: 1, 2, 3, ...",
            needed=True,
            must=True,
            aliases=("No RHK", "Nomor RHK"),
        ),
        Field("kategori", "Kategori", 11, Kind.CHOICE, "Utama atau Tambahan.", _words(Kategori), needed=True),
        Field(
            "rhk_pimpinan",
            "Rencana Hasil Kerja Pimpinan yang Diintervensi",
            36,
            help="RHK atasan yang didukung. Tidak diisi pada format Pimpinan.",
            aliases=(
                "Rencana Hasil Kerja Atasan Yang Diintervensi",
                "Rencana Hasil Kinerja Pimpinan Yang Di Intervensi",
                "RHK Pimpinan",
                "Rencana Hasil Kerja Pimpinan",
            ),
        ),
        Field(
            "rhk",
            "Rencana Hasil Kerja",
            36,
            help="Hasil yang akan dicapai, bukan kegiatan.",
            needed=True,
            must=True,
            aliases=("Rencana Hasil Kerja / Sasaran", "Rencana Hasil Kerja Pegawai", "Rencana Kinerja"),
        ),
        Field(
            "no_iki",
            "No. IKI",
            7,
            Kind.INTEGER,
            "Nomor indikator di dalam RHK: 1, 2, 3, ...",
            needed=True,
            must=True,
            aliases=("No IKI", "Nomor IKI"),
        ),
        Field(
            "aspek",
            "Aspek",
            12,
            Kind.CHOICE,
            "Kuantitas, Kualitas, Waktu, atau Biaya. Pendekatan kualitatif boleh kosong.",
            _words(Aspek),
        ),
        Field(
            "indikator",
            "Indikator Kinerja Individu",
            36,
            help="Ukuran keberhasilan yang dapat dihitung atau dibuktikan.",
            needed=True,
            must=True,
            aliases=("Indkator Kinerja Individu", "Indikator Kinerja", "IKI"),
        ),
        Field(
            "target",
            "Target",
            15,
            Kind.QUANTITY,
            "Angka, rentang, atau angka dengan satuan: 85,5 - 80 - 90% - 12 Bulan.",
            needed=True,
            must=True,
            aliases=("Target Tahunan", "Target/Sesuai Ekspektasi"),
        ),
        Field("satuan", "Satuan", 13, help="Misalnya Orang, Dokumen, Persen, Bulan, Rupiah."),
        Field("arah", "Arah", 22, Kind.CHOICE, "Kosong berarti makin besar makin baik.", _words(Arah)),
        *(
            Field(
                f"target_{p.suffix}",
                f"Target s.d. TW {p.roman}",
                13,
                Kind.QUANTITY,
                f"Target kumulatif s.d. akhir {p.label}. Kosong: sama dengan target setahun.",
                group="TARGET KUMULATIF TRIWULAN",
            )
            for p in TRIWULAN
        ),
        Field("perspektif", "Perspektif", 18, Kind.CHOICE, "Hanya untuk format Pimpinan.", PERSPEKTIF),
        _missing(
            ('{no_rhk}=""', "No. RHK"),
            ('{no_iki}=""', "No. IKI"),
            ('{rhk}=""', "RHK"),
            ('{indikator}=""', "indikator"),
            ('{target}=""', "target"),
        ),
    ),
    rows_a_person=14,
    spare_rows=20,
    frozen="no_rhk",
    pages_wide=2,
)

REALISASI = TableSheet(
    "realisasi",
    "Realisasi",
    "REALISASI BERDASARKAN BUKTI DUKUNG",
    "Satu baris untuk setiap indikator (NIP, No. RHK, No. IKI seperti di lembar Rencana). Realisasi kumulatif s.d. akhir triwulan.",
    (
        _nip("nip", "NIP", _KEY_HELP),
        _nama(),
        Field(
            "no_rhk",
            "No. RHK",
            7,
            Kind.INTEGER,
            "Nomor RHK seperti di lembar Rencana.",
            needed=True,
            must=True,
            aliases=("No RHK", "Nomor RHK"),
        ),
        Field(
            "no_iki",
            "No. IKI",
            7,
            Kind.INTEGER,
            "Nomor IKI seperti di lembar Rencana.",
            needed=True,
            must=True,
            aliases=("No IKI", "Nomor IKI"),
        ),
        Field(
            "indikator",
            "Indikator Kinerja Individu",
            34,
            Kind.FORMULA,
            formula=_planned("indikator"),
            read=False,
        ),
        Field(
            "target",
            "Target Setahun",
            13,
            Kind.FORMULA,
            formula=_planned("target"),
            read=False,
        ),
        Field("satuan", "Satuan", 12, Kind.FORMULA, formula=_planned("satuan"), read=False),
        *_quarters(
            (
                (
                    "realisasi",
                    "Realisasi s.d.",
                    14,
                    Kind.QUANTITY,
                    "Hasil kumulatif s.d. akhir triwulan: 85,5 atau 12 Bulan. Pendekatan kualitatif: uraian.",
                ),
                (
                    "bukti",
                    "Bukti Dukung",
                    30,
                    Kind.TEXT,
                    "Tautan atau nama berkas bukti. Pastikan penilai dapat membukanya.",
                ),
                ("umpan_balik", "Umpan Balik", 34, Kind.TEXT, "Umpan balik penilai berdasarkan bukti dukung."),
            )
        ),
    ),
    rows_a_person=14,
    spare_rows=20,
    frozen="indikator",
    pages_wide=3,
)

PERILAKU = TableSheet(
    "perilaku",
    "Perilaku",
    "PERILAKU KERJA BerAKHLAK",
    "Tujuh baris untuk setiap pegawai. Skor bantu (1 di bawah, 2 sesuai, 3 di atas) hanya membantu saran rating perilaku.",
    (
        _nip("nip", "NIP", _KEY_HELP),
        _nama(),
        Field(
            "nilai",
            "Nilai BerAKHLAK",
            22,
            Kind.CHOICE,
            "Salah satu dari tujuh nilai dasar ASN.",
            _words(Nilai),
            needed=True,
            must=True,
        ),
        Field("ekspektasi", "Ekspektasi Khusus Pimpinan", 44, help="Perilaku yang secara khusus diharapkan pimpinan."),
        *_quarters(
            (
                ("skor", "Skor Bantu", 8, Kind.INTEGER, "1 di bawah, 2 sesuai, 3 di atas ekspektasi. Boleh kosong."),
                ("umpan_balik", "Umpan Balik", 34, Kind.TEXT, "Umpan balik penilai atas perilaku ini."),
            )
        ),
    ),
    rows_a_person=7,
    spare_rows=14,
    frozen="nilai",
    pages_wide=2,
)

_MATRIX = (
    '=IF(OR({rating_hasil}="",{rating_perilaku}=""),"",IFERROR(INDEX({referensi.matriks},'
    'MATCH({rating_hasil},{referensi.rating},0),MATCH({rating_perilaku},{referensi.rating},0)),"Rating tidak dikenal"))'
)

PENILAIAN = TableSheet(
    "penilaian",
    "Penilaian",
    "PENILAIAN KINERJA OLEH PEJABAT PENILAI",
    "Satu baris untuk setiap pegawai dan periode. Predikat dihitung sendiri dari kedua rating (PermenPANRB 6/2022).",
    (
        _nip("nip", "NIP", _KEY_HELP),
        _nama(),
        Field("periode", "Periode", 11, Kind.CHOICE, "Pilih dari daftar.", _words(Periode), needed=True, must=True),
        Field(
            "rating_hasil",
            "Rating Hasil Kerja",
            22,
            Kind.CHOICE,
            "Ditetapkan penilai berdasarkan bukti dukung.",
            _words(Rating),
            must=True,
        ),
        Field(
            "rating_perilaku",
            "Rating Perilaku Kerja",
            22,
            Kind.CHOICE,
            "Ditetapkan penilai berdasarkan umpan balik perilaku.",
            _words(Rating),
            must=True,
            aliases=("Rating Perilaku",),
        ),
        Field(
            "predikat",
            "Predikat Kinerja Pegawai",
            20,
            Kind.FORMULA,
            choices=_words(Predikat),
            formula=_MATRIX,
            aliases=("Predikat", "Predikat Kinerja"),
        ),
        Field(
            "tanggal", "Tanggal Penilaian", 13, Kind.DATE, "Tanggal penilai menetapkan rating, sesudah akhir periode."
        ),
        Field(
            "rekomendasi",
            "Catatan/Rekomendasi",
            44,
            help="Rekomendasi tindak lanjut; tercetak pada surat.",
            aliases=("Catatan", "Rekomendasi"),
        ),
        Field(
            "alasan",
            "Alasan bila Berbeda dari Saran",
            36,
            help="Isi bila rating berbeda dari saran kinerja_xl. Saran bukan ketentuan.",
        ),
        _missing(
            ('{periode}=""', "periode"),
            ('AND({rating_hasil}="",{rating_perilaku}<>"")', "rating hasil kerja"),
            ('AND({rating_hasil}<>"",{rating_perilaku}="")', "rating perilaku"),
            ('AND({predikat}<>"",{tanggal}="")', "tanggal"),
        ),
    ),
    rows_a_person=5,
    spare_rows=10,
    frozen="periode",
)

PENGEMBANGAN = TableSheet(
    "pengembangan",
    "Pengembangan",
    "PENGEMBANGAN KOMPETENSI (PELATIHAN, COACHING, MENTORING)",
    "Satu baris untuk setiap kegiatan. Setiap pegawai berhak atas pengembangan kompetensi setiap tahun (PP 11/2017).",
    (
        _nip("nip", "NIP", _KEY_HELP),
        _nama(),
        Field(
            "bentuk",
            "Bentuk",
            20,
            Kind.CHOICE,
            "Pilih dari daftar.",
            _words(BentukPengembangan),
            needed=True,
            must=True,
        ),
        Field("kegiatan", "Nama Kegiatan", 40, needed=True, must=True),
        Field("penyelenggara", "Penyelenggara/Mentor", 28),
        Field(
            "jp", "JP", 7, Kind.QUANTITY, "Jam pelajaran (1 JP = 45 menit).", needed=True, aliases=("Jam Pelajaran",)
        ),
        Field("mulai", "Mulai", 12, Kind.DATE),
        Field("selesai", "Selesai", 12, Kind.DATE),
        Field(
            "status", "Status", 11, Kind.CHOICE, "Rencana, Berjalan, atau Selesai.", _words(StatusKegiatan), needed=True
        ),
        Field("bukti", "Bukti Dukung", 30, help="Sertifikat atau laporan."),
    ),
    rows_a_person=3,
    spare_rows=10,
    frozen="bentuk",
)

TEMUAN = TableSheet(
    "temuan",
    "Temuan",
    "TEMUAN PEMERIKSAAN",
    "Diisi oleh kinerja_xl. Perbaiki sel yang disebut, lalu periksa lagi.",
    (
        Field("tingkat", "Tingkat", 12),
        Field("kode", "Kode", 9),
        Field("lembar", "Lembar", 14),
        Field("sel", "Sel", 8),
        Field("nama", "Pegawai", 28),
        Field("pesan", "Pesan", 70),
        Field("saran", "Yang Perlu Dilakukan", 60),
    ),
    rows_a_person=2,
    spare_rows=20,
    frozen="tingkat",
)

TABLES = (PEGAWAI, RENCANA, REALISASI, PERILAKU, PENILAIAN, PENGEMBANGAN)
"""The sheets that are read, in the order of the work."""


def unit_line(nama: str, tahun: str) -> str:
    """Second line of every sheet with a table: whose it is."""
    return f"Unit: {nama}   |   Tahun: {tahun}"


TABLE_BY_KEY = {table.key: table for table in TABLES}
SHEET_NAMES = {UNIT.key: UNIT.name, **{table.key: table.name for table in TABLES}}
