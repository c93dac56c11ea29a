"""The sheet Pengembangan: training, coaching and mentoring."""

from kinerja_xl.forms.columns import KEY_HELP, name_field, nip_field, words_of
from kinerja_xl.forms.description import Field, Kind, Past, TableSheet
from kinerja_xl.terms import BentukPengembangan, StatusKegiatan

_TITLE = "PENGEMBANGAN KOMPETENSI (PELATIHAN, COACHING, MENTORING)"

PENGEMBANGAN = TableSheet(
    "pengembangan",
    "Pengembangan",
    _TITLE,
    "Satu baris untuk setiap kegiatan. Setiap pegawai berhak atas pengembangan kompetensi setiap tahun (PP 11/2017).",
    (
        nip_field("nip", "NIP", KEY_HELP),
        name_field(),
        Field(
            "bentuk",
            "Bentuk",
            20,
            Kind.CHOICE,
            "Pilih dari daftar.",
            words_of(BentukPengembangan),
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
            "status",
            "Status",
            11,
            Kind.CHOICE,
            "Rencana, Berjalan, atau Selesai.",
            words_of(StatusKegiatan),
            needed=True,
        ),
        Field("bukti", "Bukti Dukung", 30, help="Sertifikat atau laporan."),
    ),
    rows_a_person=3,
    spare_rows=10,
    frozen="bentuk",
    past=(
        Past(
            2016,
            _TITLE,
            "Satu baris untuk setiap kegiatan. Setiap pegawai berhak mengembangkan kompetensi (UU 5/2014).",
        ),
    ),
)
