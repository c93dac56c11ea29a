"""The sheet Perilaku: the seven BerAKHLAK values of each person; before 2022 the behaviours of the law, with numbers."""

from kinerja_xl.forms.behaviours import behaviours
from kinerja_xl.forms.columns import (
    FIRST_RATING_YEAR,
    KEY_HELP,
    LAST_NUMERIC_YEAR,
    name_field,
    nip_field,
    quarter_fields,
    words_of,
)
from kinerja_xl.forms.description import Field, Kind, Past, TableSheet
from kinerja_xl.terms import Nilai

_ANGKA_DIMINTA = (
    'AND(COUNTIF({referensi.perilaku_{q}},{nilai})>0,IF({unit.periode}="TAHUNAN","TW4",{unit.periode})="{q}")'
)
"""The number is asked for in the quarter that is appraised (the year: the fourth), of the behaviours of its law."""

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
            first_year=FIRST_RATING_YEAR,
            past=(
                Field(
                    "nilai",
                    "Perilaku Kerja",
                    22,
                    Kind.CHOICE,
                    "Salah satu perilaku kerja menurut peraturan tahun ini.",
                    needed=True,
                    must=True,
                    last_year=LAST_NUMERIC_YEAR,
                    aliases=("Perilaku", "Aspek Perilaku"),
                    choices_in=behaviours,
                ),
            ),
        ),
        Field(
            "ekspektasi",
            "Ekspektasi Khusus Pimpinan",
            44,
            help="Perilaku yang secara khusus diharapkan pimpinan.",
            first_year=FIRST_RATING_YEAR,
        ),
        *quarter_fields(
            (
                Field(
                    "skor",
                    "Skor Bantu",
                    8,
                    Kind.INTEGER,
                    "1 di bawah, 2 sesuai, 3 di atas ekspektasi. Boleh kosong.",
                    first_year=FIRST_RATING_YEAR,
                ),
                Field(
                    "angka",
                    "Nilai",
                    8,
                    Kind.QUANTITY,
                    "Nilai perilaku ini dalam angka, misalnya 85.",
                    needed_when=_ANGKA_DIMINTA,
                    last_year=LAST_NUMERIC_YEAR,
                ),
                Field("umpan_balik", "Umpan Balik", 34, help="Umpan balik penilai atas perilaku ini."),
            )
        ),
    ),
    rows_a_person=7,
    spare_rows=14,
    frozen="nilai",
    pages_wide=2,
    past=(
        Past(
            2020,
            "PERILAKU KERJA",
            "Satu baris untuk setiap perilaku; nilainya dalam angka (PP 46/2011). Perilaku yang dinilai disebut di lembar Panduan.",
        ),
        Past(
            LAST_NUMERIC_YEAR,
            "PERILAKU KERJA",
            "Satu baris untuk setiap perilaku; nilainya dalam angka: TW I dan II menurut PP 46/2011, TW III dan IV menurut PermenPANRB 8/2021 (lihat Panduan).",
        ),
    ),
)
