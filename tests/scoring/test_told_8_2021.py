"""The trace by PermenPANRB 8/2021 as it is told: every step with its words, arithmetic, value, unit, basis and note."""

from datetime import date

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanPermenpan8, aturan_pada
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import steps
from tests.tables import FILE, WHO, iki, tables

ATURAN = aturan_pada(date(2021, 12, 31), AturanPermenpan8)
IKI, LEBIH, MAKSIMAL = ATURAN.iki_tingkat.dasar, ATURAN.iki_tingkat_lebih.dasar, ATURAN.iki_target_maksimal.dasar
FOUR = {"Orientasi Pelayanan": "90", "Komitmen": "100", "Inisiatif Kerja": "110", "Kerja Sama": "100"}
RUNGS = "mulai 110 Sangat Baik bila ada gagasan baru, di atas 90 Baik, di atas 70 Cukup, di atas 50 Kurang, mulai 0 Sangat Kurang"
Pair = tuple[dict[str, str], dict[str, str]]


def told(plan: list[Pair], given: dict[str, str], pendapat: str = "", gagasan: str = "", how: str = "") -> list[Step]:
    found = tables(
        unit=[{"pendapat": pendapat}],
        pegawai=[{"jenis_jabatan": "Pelaksana", "pendekatan": how}],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=[{"nilai": name, "angka_tw4": value} for name, value in given.items()],
        penilaian=[{"periode": "TAHUNAN", "gagasan": gagasan}],
    )
    return steps(penilaian(found, Periode.TAHUNAN, ATURAN), FILE, WHO)


def about(step: Step) -> Step:
    """A step whose value is rounded as hand arithmetic is."""
    return step._replace(nilai=round(step.nilai, 4) if isinstance(step.nilai, float) else step.nilai)


def test_a_whole_person() -> None:
    plan = [
        iki("1", "1", "100", "98"),  # 98%: Cukup, 70 + 19/19 x (98 - 80) = 88
        iki("1", "2", "10", "10"),  # 100%: Baik, 109
        iki("2", "1", "100%", "100%", target_maksimal="Ya"),  # 100%, the target cannot be higher: 120
        iki("2", "2", "10", "10,4"),  # 104%: 110 + 10/9 x 3 = 113,3333
        iki("2", "3", "10", "15"),  # 150%: 120
        iki("3", "1", "10", "8", kategori="Tambahan", bobot_penugasan="5"),  # 80%: Cukup, 70; 60% x 5 x 70/100 = 2,1
    ]
    rasio, dasar = "realisasi / target x 100", ATURAN.rumus_capaian.dasar

    def capaian(number: str, typed: str, counted: str, value: float) -> Step:
        words = f"target setahun {typed}: {rasio}"
        return Step(f"Indikator {number} Ukuran {number}", words, counted, value, "persen", dasar)

    def nilai(number: str, words: str, counted: str, value: float, basis: str) -> Step:
        return Step(f"Nilai indikator {number}", f"capaian dibulatkan {words}", counted, value, "poin", basis)

    mean = "rerata nilai indikatornya (disimpulkan)"
    expected = [
        capaian("1.1", "100, realisasi 98", "98 / 100 x 100", 98.0),
        nilai("1.1", "98%: Cukup", "70 + (89 - 70) / (99 - 80) x (98 - 80)", 88.0, IKI),
        capaian("1.2", "10, realisasi 10", "10 / 10 x 100", 100.0),
        nilai("1.2", "100%: Baik", "109", 109.0, IKI),
        capaian("2.1", "100%, realisasi 100%", "100 / 100 x 100", 100.0),
        nilai("2.1", "100%: Sangat Baik (target sudah maksimal)", "120", 120.0, MAKSIMAL),
        capaian("2.2", "10, realisasi 10,4", "10,4 / 10 x 100", 104.0),
        nilai("2.2", "104%: Sangat Baik", "110 + (120 - 110) / (110 - 101) x (104 - 101)", 113.3333, LEBIH),
        capaian("2.3", "10, realisasi 15", "15 / 10 x 100", 150.0),
        nilai("2.3", "150%: Sangat Baik", "120", 120.0, IKI),
        capaian("3.1", "10, realisasi 8", "8 / 10 x 100", 80.0),
        nilai("3.1", "80%: Cukup", "70 + (89 - 70) / (99 - 80) x (80 - 80)", 70.0, IKI),
        Step(
            "Kinerja tambahan 3.1",
            "persentase kategori x bobot lingkup penugasan x nilai / 100",
            "60% x 5 x 70 / 100",
            2.1,
            "poin",
            ATURAN.tambahan_persen.dasar,
        ),
        Step("RHK 1 Hasil 1", mean, "(88 + 109) / 2", 98.5, "poin"),
        Step("RHK 2 Hasil 2", mean, "(120 + 113,33 + 120) / 3", 117.7778, "poin"),
        Step(
            "Nilai SKP",
            "rerata nilai hasil kerja utama + kinerja tambahan",
            "(98,5 + 117,78) / 2 + terkecil dari (2,1; 10)",
            110.2389,
            "poin",
            ATURAN.tambahan_maksimal.dasar,
        ),
        Step(
            "Nilai perilaku",
            "rerata perilaku (Orientasi Pelayanan 90, Komitmen 100, Inisiatif Kerja 110, Kerja Sama 100)",
            "(90 + 100 + 110 + 100) / 4",
            100.0,
            "poin",
            ATURAN.perilaku.dasar,
        ),
        Step(
            "Nilai kinerja",
            "70% SKP + 30% perilaku",
            "70% x 110,24 + 30% x 100",
            107.1672,
            "poin",
            ATURAN.pp30_bobot.dasar,
        ),
        Step("Predikat", f"{RUNGS} (tidak ada gagasan baru)", "", "Baik", "", ATURAN.pp30_predikat.dasar),
    ]
    assert [about(step) for step in told(plan, FOUR)] == expected


def test_the_best_with_opinions_and_an_idea() -> None:
    plan = [
        iki(
            "1", "1", "10", "12", target_maksimal="Ya"
        ),  # 120% is more than a target that was thought to be the highest
        iki("2", "1", "10", "12", kategori="Tambahan", bobot_penugasan="20"),  # 100% x 20 x 120/100 = 24, at most 10
        iki("3", "1", "10", "12", kategori="Tambahan", bobot_penugasan="1"),  # 1,2
    ]
    found = told(plan, dict.fromkeys(FOUR, "120"), pendapat="Ya", gagasan="Ya")
    assert found[1].rumus == "capaian dibulatkan 120%: Sangat Baik"
    skp, _, value, predikat = found[-4:]
    assert skp.hitungan == "(120) / 1 + terkecil dari (24 + 1,2; 10)"
    assert skp.nilai == 130
    assert value == Step(
        "Nilai kinerja",
        "60% SKP + 40% perilaku",
        "60% x terkecil dari (130; 120) + 40% x 120",  # 120 itself is not above the cap
        120.0,
        "poin",
        ATURAN.pp30_bobot_pendapat.dasar,
        f"dibatasi 120: {ATURAN.batas_capaian.dasar}",
    )
    assert predikat.rumus == f"{RUNGS} (ada gagasan baru)"
    assert predikat.nilai == "Sangat Baik"


def test_what_is_missing() -> None:
    plan = [
        iki("1", "1", "10", "12"),
        iki("1", "2", "10", ""),
        iki("2", "1", "10", "10", kategori="Tambahan"),  # no weight
    ]
    unit, weight = "poin", "bobot lingkup penugasan atau nilainya belum ada"
    lost = "salah satu unsur belum bernilai; bobotnya tidak dibagikan kepada yang lain"
    found = told(plan, {})
    assert found[2] == Step(
        "Indikator 1.2 Ukuran 1.2",
        "target setahun 10, realisasi kosong: belum ada realisasi, tidak dihitung nol",
        "",
        None,
        "persen",
        ATURAN.rumus_capaian.dasar,
    )
    assert found[5:8] == [
        Step(
            "Kinerja tambahan 2.1",
            "persentase kategori x bobot lingkup penugasan x nilai / 100",
            "",
            None,
            unit,
            "",
            weight,
        ),
        Step(
            "RHK 1 Hasil 1",
            "rerata nilai indikatornya (disimpulkan)",
            "",
            None,
            unit,
            "",
            "1 dari 2 indikator belum bernilai; bobotnya tidak dibagikan kepada yang lain",
        ),
        Step(
            "Nilai SKP",
            "rerata nilai hasil kerja utama + kinerja tambahan",
            "",
            None,
            unit,
            ATURAN.tambahan_maksimal.dasar,
            "ada hasil kerja yang belum bernilai",
        ),
    ]
    assert found[9] == Step("Nilai kinerja", "70% SKP + 30% perilaku", "", None, unit, ATURAN.pp30_bobot.dasar, lost)
    assert (found[10].nilai, found[10].hitungan) == ("belum dinilai", "")


def test_a_weight_that_is_missing_leaves_nilai_skp_missing() -> None:
    plan = [iki("1", "1", "10", "12"), iki("2", "1", "10", "10", kategori="Tambahan")]
    skp = next(step for step in told(plan, FOUR) if step.label == "Nilai SKP")
    assert (skp.hitungan, skp.nilai, skp.catatan) == ("", None, "ada hasil kerja yang belum bernilai")


def test_nothing_planned() -> None:
    (skp, *_) = told([], FOUR)
    assert skp == Step(
        "Nilai SKP", "rerata nilai hasil kerja utama", "", None, "poin", "", "belum ada hasil kerja utama"
    )


def test_a_qualitative_plan_has_no_number() -> None:
    found = told([iki("1", "1", "10", "12")], FOUR, how="Kualitatif")
    assert found[0] == Step("Indikator 1.1 Ukuran 1.1", "pendekatan kualitatif: tidak ada angka", "", None)
    assert found[1].catatan == "1 dari 1 indikator belum bernilai; bobotnya tidak dibagikan kepada yang lain"
