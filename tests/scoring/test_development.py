"""Development in a year: hours that were earned, and the activities in words."""

from kinerja_xl.scoring.development import activities, hours
from tests.tables import WHO, tables

OTHER, IDLE = "198601012010012002", "198701012010011003"
FOUND = tables(
    pegawai=[{"nip": IDLE}, {"nip": WHO}, {"nip": OTHER}, {"nip": WHO, "berkas": "lain.xlsx"}],
    pengembangan=[
        {"bentuk": "Seminar/Webinar", "kegiatan": "Arsip", "jp": "4", "status": "Selesai"},
        {"nip": OTHER, "bentuk": "Mentoring", "kegiatan": "Pendampingan", "jp": "10", "status": "RENCANA"},
        {"bentuk": "Pelatihan", "kegiatan": "Pelayanan", "jp": "8,5", "status": "Berjalan"},
        {"bentuk": "Magang/Praktik Kerja", "kegiatan": "Dinas", "jp": "", "status": ""},
        {"berkas": "lain.xlsx", "bentuk": "Pelatihan", "kegiatan": "Anggaran", "jp": "3", "status": "Selesai"},
    ],
)


def test_hours_of_what_was_done_in_the_order_of_the_people() -> None:
    # nobody's hours are missing: 0; 4 + 8,5; only planned; the other file has its own
    assert hours(FOUND).tolist() == [0, 12.5, 0, 3]


def test_activities_in_words_one_a_line_in_the_order_of_the_form() -> None:
    assert activities(FOUND).tolist() == [
        "",
        "Seminar/Webinar: Arsip (4 JP, selesai)\nPelatihan: Pelayanan (8,5 JP, berjalan)\nMagang/Praktik Kerja: Dinas (- JP, )",
        "Mentoring: Pendampingan (10 JP, rencana)",
        "Pelatihan: Anggaran (3 JP, selesai)",
    ]


def test_hours_typed_with_their_unit_or_unreadable() -> None:
    rows = [{"jp": "4 JP", "status": "Selesai"}, {"jp": "beberapa", "status": "Selesai"}]
    assert hours(tables(pegawai=[{}], pengembangan=rows)).tolist() == [4]
