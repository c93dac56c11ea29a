"""The sheet Rencana: planned results and their indicators. Targets of a quarter are cumulative, up to its end.

By PP 46/2011 a row is an aspect of an activity, its target one number.
"""

from kinerja_xl.forms.columns import (
    FIRST_IKI_YEAR,
    KEY_HELP,
    LAST_NUMERIC_YEAR,
    missing_field,
    name_field,
    nip_field,
    number_field,
    words_of,
)
from kinerja_xl.forms.description import Field, Kind, Past, TableSheet
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.terms import Arah, Aspek, Kategori, YaTidak

PERSPEKTIF = ("Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran")

RENCANA = TableSheet(
    "rencana",
    "Rencana",
    "RENCANA HASIL KERJA DAN INDIKATOR KINERJA INDIVIDU",
    "Satu baris untuk setiap indikator. Target triwulan bersifat kumulatif (s.d. akhir triwulan); kosongkan bila sama sepanjang tahun.",
    (
        nip_field("nip", "NIP", KEY_HELP),
        name_field(),
        number_field("RHK", "Nomor rencana hasil kerja: 1, 2, 3, ..."),
        Field("kategori", "Kategori", 11, Kind.CHOICE, "Utama atau Tambahan.", words_of(Kategori), needed=True),
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
        number_field("IKI", "Nomor indikator di dalam RHK: 1, 2, 3, ..."),
        Field(
            "aspek",
            "Aspek",
            12,
            Kind.CHOICE,
            "Kuantitas, Kualitas, Waktu, atau Biaya. Pendekatan kualitatif boleh kosong.",
            words_of(Aspek),
            past=(
                Field(
                    "aspek",
                    "Aspek",
                    12,
                    Kind.CHOICE,
                    "Kuantitas, Kualitas, Waktu, atau Biaya; setiap aspek satu kali dalam sebuah RHK (PP 46/2011).",
                    words_of(Aspek),
                    needed=True,
                    last_year=LAST_NUMERIC_YEAR,
                ),
            ),
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
            "Angka, rentang, atau angka dengan satuan. Contoh: 85,5; 80 - 90%; 12 Bulan.",
            needed=True,
            must=True,
            aliases=("Target Tahunan", "Target/Sesuai Ekspektasi"),
            past=(
                Field(
                    "target",
                    "Target",
                    15,
                    Kind.QUANTITY,
                    "Satu angka, boleh dengan satuan; menurut PP 46/2011 rentang tidak dapat dihitung. Contoh: 85,5; 12 Bulan.",
                    needed=True,
                    must=True,
                    last_year=LAST_NUMERIC_YEAR,
                    aliases=("Target Tahunan",),
                ),
            ),
        ),
        Field("satuan", "Satuan", 13, help="Misalnya Orang, Dokumen, Persen, Bulan, Rupiah."),
        Field(
            "arah",
            "Arah",
            22,
            Kind.CHOICE,
            "Kosong berarti makin besar makin baik.",
            words_of(Arah),
            first_year=FIRST_IKI_YEAR,
        ),
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
        Field(
            "target_maksimal",
            "Target Sudah Maksimal",
            11,
            Kind.CHOICE,
            "Ya bila target sudah yang tertinggi, misalnya 100% bebas temuan (PermenPANRB 8/2021).",
            words_of(YaTidak),
            first_year=FIRST_IKI_YEAR,
            last_year=LAST_NUMERIC_YEAR,
        ),
        Field(
            "bobot_penugasan",
            "Bobot Lingkup Penugasan",
            12,
            Kind.QUANTITY,
            "Hanya untuk kinerja tambahan: bobot lingkup penugasannya (PermenPANRB 8/2021).",
            first_year=FIRST_IKI_YEAR,
            last_year=LAST_NUMERIC_YEAR,
        ),
        Field("perspektif", "Perspektif", 18, Kind.CHOICE, "Hanya untuk format Pimpinan.", PERSPEKTIF),
        missing_field(
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
    past=(
        Past(
            2020,
            "SASARAN KERJA PEGAWAI",
            "Satu RHK satu kegiatan, satu baris satu aspeknya (PP 46/2011). Target triwulan bersifat kumulatif; kosongkan bila sama sepanjang tahun.",
        ),
        Past(
            LAST_NUMERIC_YEAR,
            "SASARAN KERJA PEGAWAI",
            "Satu baris untuk setiap indikator; menurut PP 46/2011 (TW I dan II) satu baris satu aspek kegiatan. Target triwulan bersifat kumulatif.",
        ),
    ),
)
