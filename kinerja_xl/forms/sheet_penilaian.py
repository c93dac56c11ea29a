"""The sheet Penilaian: the two ratings of each person and period; the predikat follows by the matrix.

Before 2022 nothing is rated here: the rater adds points and the date, the numbers follow from Realisasi and Perilaku.
"""

from dataclasses import replace

from kinerja_xl.forms.columns import (
    FIRST_IKI_YEAR,
    FIRST_RATING_YEAR,
    KEY_HELP,
    LAST_NUMERIC_YEAR,
    missing_field,
    name_field,
    nip_field,
    words_of,
)
from kinerja_xl.forms.description import Field, Kind, Past, TableSheet
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Predikat, Rating, YaTidak

RINCIAN = "rincian"
"""Key of the column that says step by step how the score came about."""

_MATRIX = (
    '=IF(OR({rating_hasil}="",{rating_perilaku}=""),"",IFERROR(INDEX({referensi.matriks},'
    'MATCH({rating_hasil},{referensi.rating},0),MATCH({rating_perilaku},{referensi.rating},0)),"Rating tidak dikenal"))'
)

_OF_PERIOD = "{periode}={unit.periode}"

_KELENGKAPAN_DULU = missing_field(
    ('{periode}=""', "periode"), (f'AND({_OF_PERIOD},{{tanggal}}="")', "tanggal"), last_year=LAST_NUMERIC_YEAR
)

_BY_COMMAND = "Diisi oleh kinerja nilai; tidak perlu diketik."


def _result(key: str, header: str, width: float, text: str = "", *, long: bool = False) -> Field:
    """A column that ``kinerja nilai`` fills; its key is that of the person's score."""
    return Field(key, header, width, Kind.RESULT, f"{_BY_COMMAND} {text}".strip(), read=False, long=long)


_RATED = (
    _result("capaian", "Capaian (%)", 10, "Rata-rata capaian RHK pada periode ini."),
    _result("saran_hasil", "Saran Rating Hasil", 20, "Saran bukan ketentuan."),
    _result("saran_perilaku", "Saran Rating Perilaku", 20, "Saran bukan ketentuan."),
)
_NUMERIC = (
    _result("nilai_skp", "Nilai SKP", 10),
    _result("nilai_perilaku", "Nilai Perilaku", 10),
    _result("nilai", "Nilai", 10),
    _result("predikat_dihitung", "Predikat", 16),
)
_RESULTS = (
    *(replace(field, first_year=FIRST_RATING_YEAR) for field in _RATED),
    *(replace(field, last_year=LAST_NUMERIC_YEAR) for field in _NUMERIC),
    _result(RINCIAN, "Rincian Nilai", 30, "Pilih selnya, lalu baca di kotak rumus (Ctrl+Shift+U).", long=True),
)

PENILAIAN = TableSheet(
    "penilaian",
    "Penilaian",
    "PENILAIAN KINERJA OLEH PEJABAT PENILAI",
    "Satu baris untuk setiap pegawai dan periode. Predikat dihitung sendiri dari kedua rating (PermenPANRB 6/2022).",
    (
        nip_field("nip", "NIP", KEY_HELP),
        name_field(),
        Field("periode", "Periode", 11, Kind.CHOICE, "Pilih dari daftar.", words_of(Periode), needed=True, must=True),
        Field(
            "rating_hasil",
            "Rating Hasil Kerja",
            22,
            Kind.CHOICE,
            "Ditetapkan penilai berdasarkan bukti dukung.",
            words_of(Rating),
            needed_when=_OF_PERIOD,
            must=True,
            first_year=FIRST_RATING_YEAR,
        ),
        Field(
            "rating_perilaku",
            "Rating Perilaku Kerja",
            22,
            Kind.CHOICE,
            "Ditetapkan penilai berdasarkan umpan balik perilaku.",
            words_of(Rating),
            needed_when=_OF_PERIOD,
            must=True,
            first_year=FIRST_RATING_YEAR,
            aliases=("Rating Perilaku",),
        ),
        Field(
            "predikat",
            "Predikat Kinerja Pegawai",
            20,
            Kind.FORMULA,
            choices=words_of(Predikat),
            formula=_MATRIX,
            aliases=("Predikat", "Predikat Kinerja"),
            first_year=FIRST_RATING_YEAR,
        ),
        Field(
            "tugas_tambahan",
            "Poin Tugas Tambahan",
            12,
            Kind.QUANTITY,
            "Poin tugas tambahan menurut PP 46/2011. Kosong berarti tidak ada.",
            last_year=LAST_NUMERIC_YEAR,
        ),
        Field(
            "kreativitas",
            "Poin Kreativitas",
            12,
            Kind.QUANTITY,
            "Poin kreativitas menurut PP 46/2011. Kosong berarti tidak ada.",
            last_year=LAST_NUMERIC_YEAR,
        ),
        Field(
            "gagasan",
            "Ada Gagasan Baru",
            11,
            Kind.CHOICE,
            "Ya bila ada gagasan atau cara kerja baru yang bermanfaat (PP 30/2019): syarat Sangat Baik.",
            words_of(YaTidak),
            first_year=FIRST_IKI_YEAR,
            last_year=LAST_NUMERIC_YEAR,
        ),
        Field(
            "tanggal",
            "Tanggal Penilaian",
            13,
            Kind.DATE,
            "Tanggal penilai menetapkan rating, sesudah akhir periode.",
            past=(
                Field(
                    "tanggal",
                    "Tanggal Penilaian",
                    13,
                    Kind.DATE,
                    "Tanggal penilai menetapkan nilai, sesudah akhir periode.",
                    needed_when=_OF_PERIOD,
                    last_year=LAST_NUMERIC_YEAR,
                ),
            ),
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
            first_year=FIRST_RATING_YEAR,
        ),
        missing_field(
            ('{periode}=""', "periode"),
            (f'AND({_OF_PERIOD},{{rating_hasil}}="",{{rating_perilaku}}="")', "kedua rating"),
            ('AND({rating_hasil}="",{rating_perilaku}<>"")', "rating hasil kerja"),
            ('AND({rating_hasil}<>"",{rating_perilaku}="")', "rating perilaku"),
            ('AND({predikat}<>"",{tanggal}="")', "tanggal"),
            past=(_KELENGKAPAN_DULU,),
        ),
        *_RESULTS,
    ),
    rows_a_person=5,
    spare_rows=10,
    frozen="periode",
    pages_wide=2,
    past=(
        Past(
            2020,
            "PENILAIAN PRESTASI KERJA OLEH PEJABAT PENILAI",
            "Satu baris untuk setiap pegawai dan periode. Nilai prestasi kerja dihitung kinerja_xl dari Realisasi, Perilaku, dan poin di sini (PP 46/2011).",
        ),
        Past(
            LAST_NUMERIC_YEAR,
            "PENILAIAN KINERJA OLEH PEJABAT PENILAI",
            "Satu baris untuk setiap pegawai dan periode. Nilai dihitung kinerja_xl: TW I dan II menurut PP 46/2011, sesudahnya menurut PermenPANRB 8/2021 dan PP 30/2019.",
        ),
    ),
)
