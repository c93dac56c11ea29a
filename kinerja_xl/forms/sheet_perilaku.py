"""The sheet Perilaku: the seven BerAKHLAK values of each person."""

from kinerja_xl.forms.columns import KEY_HELP, name_field, nip_field, quarter_fields, words_of
from kinerja_xl.forms.description import Field, Kind, TableSheet
from kinerja_xl.terms import Nilai

PERILAKU = TableSheet(
    "perilaku",
    "Perilaku",
    "PERILAKU KERJA BerAKHLAK",
    "Tujuh baris untuk setiap pegawai. Skor bantu (1 di bawah, 2 sesuai, 3 di atas) hanya membantu saran rating perilaku.",
    (
        nip_field("nip", "NIP", KEY_HELP),
        name_field(),
        Field(
            "nilai",
            "Nilai BerAKHLAK",
            22,
            Kind.CHOICE,
            "Salah satu dari tujuh nilai dasar ASN.",
            words_of(Nilai),
            needed=True,
            must=True,
        ),
        Field("ekspektasi", "Ekspektasi Khusus Pimpinan", 44, help="Perilaku yang secara khusus diharapkan pimpinan."),
        *quarter_fields(
            (
                Field(
                    "skor", "Skor Bantu", 8, Kind.INTEGER, "1 di bawah, 2 sesuai, 3 di atas ekspektasi. Boleh kosong."
                ),
                Field("umpan_balik", "Umpan Balik", 34, help="Umpan balik penilai atas perilaku ini."),
            )
        ),
    ),
    rows_a_person=7,
    spare_rows=14,
    frozen="nilai",
    pages_wide=2,
)
