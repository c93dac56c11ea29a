"""The sheet Penilaian: the two ratings of each person and period; the predikat follows by the matrix."""

from kinerja_xl.forms.columns import KEY_HELP, missing_field, name_field, nip_field, words_of
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Predikat, Rating

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
            needed_when="{periode}={unit.periode}",
            must=True,
        ),
        Field(
            "rating_perilaku",
            "Rating Perilaku Kerja",
            22,
            Kind.CHOICE,
            "Ditetapkan penilai berdasarkan umpan balik perilaku.",
            words_of(Rating),
            needed_when="{periode}={unit.periode}",
            must=True,
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
        missing_field(
            ('{periode}=""', "periode"),
            ('AND({periode}={unit.periode},{rating_hasil}="",{rating_perilaku}="")', "kedua rating"),
            ('AND({rating_hasil}="",{rating_perilaku}<>"")', "rating hasil kerja"),
            ('AND({rating_hasil}<>"",{rating_perilaku}="")', "rating perilaku"),
            ('AND({predikat}<>"",{tanggal}="")', "tanggal"),
        ),
    ),
    rows_a_person=5,
    spare_rows=10,
    frozen="periode",
)
