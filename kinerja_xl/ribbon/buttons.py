"""The buttons of the tab Kinerja as data: the one list from which the ribbon, the macros and the LibreOffice extension are made.

A button's ``name`` is the Sub of the macros, the command of the extension and, in ``functions``, the function that it runs.
"""

from enum import StrEnum
from typing import NamedTuple

TAB = "Kinerja"


class Group(StrEnum):
    """The groups of the tab, in the order of the work."""

    ISIAN = "Isian"
    PENILAIAN = "Penilaian"
    UMPAN_BALIK = "Umpan Balik"
    KEPEGAWAIAN = "Kepegawaian"
    BANTUAN = "Bantuan"


class Button(NamedTuple):
    """One button: how it looks and what it says before it is pressed.

    ``icon`` is one of Office's own pictures (imageMso); ``keytip`` what is typed after Alt and the tab's own letters.
    """

    name: str
    group: Group
    label: str
    icon: str
    keytip: str
    screentip: str
    supertip: str
    large: bool = True


BUTTONS = (
    Button(
        "periksa",
        Group.ISIAN,
        "Periksa",
        "DataValidation",
        "P",
        "Periksa isian buku kerja ini",
        "Menulis semua temuan di lembar Temuan dan mewarnai sel yang perlu diperbaiki. Isian tidak diubah.",
    ),
    Button(
        "himpun",
        Group.ISIAN,
        "Himpun Formulir",
        "ImportTextFile",
        "H",
        "Himpun formulir SKP pegawai",
        "Memasukkan formulir SKP dari folder 'formulir' di sebelah buku kerja ini. Isian yang berbeda tidak ditimpa, tetapi disebutkan.",
    ),
    Button(
        "nilai",
        Group.PENILAIAN,
        "Nilai",
        "CalculateNow",
        "N",
        "Hitung capaian dan saran rating",
        "Menulis capaian, saran, predikat, dan cara menghitungnya di lembar Penilaian. Rating tetap Anda yang memilih.",
    ),
    Button(
        "distribusi",
        Group.PENILAIAN,
        "Distribusi",
        "ChartTypeColumnInsertGallery",
        "D",
        "Bandingkan predikat dengan kurva",
        "Membuka lembar Distribusi dan menyebutkan di mana sebaran predikat berbeda dari pola SE MenPANRB 3/2023, dan siapa yang perlu dibicarakan.",
    ),
    Button(
        "kunci",
        Group.PENILAIAN,
        "Kunci",
        "Lock",
        "K",
        "Kunci isian yang sudah selesai",
        "Mengunci semua sel isian dan mencatat sidiknya, sehingga perubahan sesudah itu diketahui. Tekan bila penilaian periode ini selesai.",
        large=False,
    ),
    Button(
        "buka_kunci",
        Group.PENILAIAN,
        "Buka Kunci",
        "AdpPrimaryKey",
        "B",
        "Buka kunci isian",
        "Membuka lagi semua sel isian, untuk memperbaiki atau untuk mengisi periode berikutnya.",
        large=False,
    ),
    Button(
        "umpan_balik",
        Group.UMPAN_BALIK,
        "Umpan Balik",
        "ReviewNewComment",
        "U",
        "Siapkan lembar dialog kinerja",
        "Membuat satu lembar untuk setiap pegawai yang dipilih, atau bagi semua: hasil, umpan balik, dan yang perlu dibicarakan dalam dialog.",
    ),
    Button(
        "surat",
        Group.UMPAN_BALIK,
        "Surat",
        "MailMergeStartLetters",
        "S",
        "Buat surat hasil evaluasi",
        "Menulis surat bagi pegawai yang dipilih, atau bagi semua yang sudah dinilai, ke folder di sebelah buku kerja ini.",
    ),
    Button(
        "konsolidasi",
        Group.KEPEGAWAIAN,
        "Konsolidasi",
        "Consolidate",
        "G",
        "Gabungkan semua buku kerja unit",
        "Untuk kepegawaian: menggabungkan semua buku kerja di folder ini menjadi satu master di sebelahnya.",
    ),
    Button(
        "panduan",
        Group.BANTUAN,
        "Panduan",
        "Help",
        "A",
        "Panduan singkat",
        "Membuka lembar Panduan buku kerja ini.",
    ),
)
