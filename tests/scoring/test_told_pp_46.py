"""The trace by PP 46/2011 as it is told: every step with its words, arithmetic, value, unit, basis and note."""

from datetime import date

import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPp46, aturan_pada
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import steps
from tests.tables import FILE, WHO, iki, tables

ATURAN = aturan_pada(date(2020, 12, 31), AturanPp46)
FIVE = {"Orientasi Pelayanan": "80", "Integritas": "82", "Komitmen": "84", "Disiplin": "86", "Kerja Sama": "88"}
RASIO, HEMAT = ATURAN.rumus_capaian.dasar, ATURAN.pp46_hemat.dasar
LOST = "salah satu unsur belum bernilai; bobotnya tidak dibagikan kepada yang lain"
Pair = tuple[dict[str, str], dict[str, str]]


def told(plan: list[Pair], given: dict[str, str], how: str = "", **rated: str) -> list[Step]:
    found = tables(
        unit=[{"tahun": "2020"}],
        pegawai=[{"jenis_jabatan": "Pelaksana", "pendekatan": how}],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in given.items()],
        penilaian=[{"periode": "TAHUNAN", **rated}],
    )
    return steps(penilaian(found, Periode.TAHUNAN, ATURAN), FILE, WHO)


def about(step: Step) -> Step:
    """A step whose value is rounded as hand arithmetic is."""
    return step._replace(nilai=round(step.nilai, 4) if isinstance(step.nilai, float) else step.nilai)


def aspect(number: str, name: str, words: str, counted: str, value: float, basis: str = RASIO) -> Step:
    return Step(f"Indikator {number} Ukuran {number} ({name})", words, counted, value, "poin", basis)


def test_a_whole_person() -> None:
    plan = [
        iki("1", "1", "12 Laporan", "9", aspek="Kuantitas"),  # 9/12 x 100 = 75
        iki("1", "2", "100", "85,5", aspek="Kualitas"),
        iki("1", "3", "12 Bulan", "12", aspek="Waktu"),  # nothing saved: (21,12 - 12)/12 x 100 = 76
        iki("1", "4", "1000", "500", aspek="Biaya"),  # 50% saved: (1760 - 500)/1000 x 100 = 126; 76 - (126 - 100) = 50
        iki("2", "1", "10", "5", kategori="Tambahan", aspek="Kuantitas"),
        iki("3", "1", "10", "0", aspek="Kuantitas"),
        iki("3", "2", "100", "90", aspek="Kualitas"),
        iki("3", "3", "10", "20", aspek="Waktu"),  # twice the time: (17,6 - 20)/10 x 100 = -24, at least 0
    ]
    assert [about(step) for step in told(plan, FIVE, tugas_tambahan="2", kreativitas="3")] == [
        aspect("1.1", "Kuantitas", "target setahun 12 Laporan, realisasi 9: realisasi / target x 100", "9 / 12 x 100", 75.0),
        aspect("1.2", "Kualitas", "target setahun 100, realisasi 85,5: realisasi / target x 100", "85,5 / 100 x 100", 85.5),
        aspect("1.3", "Waktu", "target setahun 12 Bulan, realisasi 12: hemat 0%, tidak lebih dari 24%", "(1,76 x 12 - 12) / 12 x 100", 76.0, HEMAT),
        aspect("1.4", "Biaya", "target setahun 1000, realisasi 500: hemat 50%, lebih dari 24%", "76 - ((1,76 x 1.000 - 500) / 1.000 x 100 - 100)", 50.0, HEMAT),
        aspect("2.1", "Kuantitas", "target setahun 10, realisasi 5: realisasi / target x 100", "5 / 10 x 100", 50.0),
        aspect("3.1", "Kuantitas", "target setahun 10, realisasi 0: realisasi / target x 100", "terbesar dari (0 / 10 x 100; 0)", 0.0),
        aspect("3.2", "Kualitas", "target setahun 100, realisasi 90: realisasi / target x 100", "90 / 100 x 100", 90.0),
        aspect("3.3", "Waktu", "target setahun 10, realisasi 20: hemat -100%, tidak lebih dari 24%", "terbesar dari ((1,76 x 10 - 20) / 10 x 100; 0)", 0.0, HEMAT),
        Step("RHK 1 Hasil 1", "rerata aspeknya", "(75 + 85,5 + 76 + 50) / 4", 71.625, "poin"),
        Step("RHK 2 Hasil 2", "tugas tambahan: dihitung dengan poin, bukan sebagai kegiatan", "", None, "poin"),
        Step("RHK 3 Hasil 3", "rerata aspeknya", "(0 + 90 + 0) / 3", 30.0, "poin"),
        Step(
            "Nilai SKP",
            "rerata kegiatan + poin tugas tambahan + poin kreativitas",
            "(71,63 + 30) / 2 + 2 + 3",
            55.8125,  # 101,625 / 2 = 50,8125
            "poin",
            f"{ATURAN.pp46_poin_tugas_tambahan.dasar}; {ATURAN.pp46_poin_kreativitas.dasar}",
        ),
        Step(
            "Nilai perilaku",
            "rerata perilaku (Orientasi Pelayanan 80, Integritas 82, Komitmen 84, Disiplin 86, Kerja Sama 88)",
            "(80 + 82 + 84 + 86 + 88) / 5",
            84.0,
            "poin",
            ATURAN.perilaku.dasar,
        ),
        Step("Nilai prestasi kerja", "60% SKP + 40% perilaku", "60% x 55,81 + 40% x 84", 67.0875, "poin", ATURAN.pp46_bobot.dasar),
        Step("Predikat", "mulai 91 Sangat Baik, mulai 76 Baik, mulai 61 Cukup, mulai 51 Kurang, mulai 0 Buruk", "", "Cukup", "", ATURAN.pp46_predikat.dasar),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "typed", "result", "note"),
    [
        ({"aspek": ""}, "10", "8", "aspek kosong atau tidak dikenal"),
        ({"aspek": "Umum"}, "10", "8", "aspek kosong atau tidak dikenal"),
        ({}, "8 - 10", "9", "target berupa rentang, yang tidak dikenal PP 46/2011"),
        ({}, "10", "", "target atau realisasi belum terbaca sebagai angka; tidak dihitung nol"),
        ({}, "banyak", "8", "target atau realisasi belum terbaca sebagai angka; tidak dihitung nol"),
    ],
)
def test_why_a_row_has_no_value(changes: dict[str, str], typed: str, result: str, note: str) -> None:
    step = told([iki("1", "1", typed, result, **changes)], FIVE)[0]
    name = changes.get("aspek", "Kuantitas") or "tanpa aspek"
    held = f"target setahun {typed}, realisasi {result or 'kosong'}"
    assert step == Step(f"Indikator 1.1 Ukuran 1.1 ({name})", held, "", None, "poin", "", note)


def test_an_aspect_twice_and_a_qualitative_plan() -> None:
    twice = [iki("1", "1", "10", "8"), iki("1", "2", "10", "9")]
    said = "aspek ini sudah ada dalam kegiatan yang sama; baris ini tidak dihitung"
    assert [step.catatan for step in told(twice, FIVE)[:2]] == ["", said]
    qualitative = told(twice, FIVE, how="Kualitatif")
    assert [step.catatan for step in qualitative[:2]] == ["pendekatan kualitatif: tidak ada angka"] * 2


def test_what_is_missing() -> None:
    found = told([iki("1", "1", "10", "8"), iki("2", "1", "10", "8")], {}, kreativitas="5")
    assert found[2] == Step(
        "RHK 1 Hasil 1",
        "rerata aspeknya",
        "",
        None,
        "poin",
        "",
        "belum ada angka: kualitas, waktu; tidak dihitung nol",
    )
    assert found[4] == Step(
        "Nilai SKP",
        "rerata kegiatan + poin tugas tambahan + poin kreativitas",
        "",
        None,
        "poin",
        ATURAN.pp46_poin_kreativitas.dasar,
        "kegiatan 1, 2 belum bernilai; bobotnya tidak dibagikan kepada yang lain; "
        "poin tugas tambahan atau kreativitas tidak dikenal",
    )
    assert found[6] == Step(
        "Nilai prestasi kerja", "60% SKP + 40% perilaku", "", None, "poin", ATURAN.pp46_bobot.dasar, LOST
    )
    assert (found[7].nilai, found[7].hitungan) == ("belum dinilai", "")


def test_one_of_two_parts_is_not_enough() -> None:
    whole = [
        iki("1", "1", "10", "10", aspek="Kuantitas"),
        iki("1", "2", "100", "90", aspek="Kualitas"),
        iki("1", "3", "12", "12", aspek="Waktu"),
    ]
    assert told(whole, {})[-2].catatan == LOST  # no behaviour
    nothing = told([], FIVE)
    assert nothing[0].catatan == "belum ada kegiatan"
    assert nothing[0].dasar == ""  # no points were given, so none are cited
    assert (nothing[-2].hitungan, nothing[-2].catatan) == ("", LOST)


def test_saving_just_as_much_as_is_good() -> None:
    exact = told([iki("1", "1", "100", "76", aspek="Biaya")], FIVE)[0]
    assert exact.rumus == "target setahun 100, realisasi 76: hemat 24%, tidak lebih dari 24%"
    assert exact.nilai == pytest.approx(100)  # (176 - 76) / 100 x 100
    more = told([iki("1", "1", "100", "75", aspek="Biaya")], FIVE)[0]
    assert more.rumus.endswith("hemat 25%, lebih dari 24%")
    assert more.nilai == pytest.approx(75)  # 76 - (101 - 100)
