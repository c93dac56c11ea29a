"""The trace by PermenPANRB 6/2022 as it is told: every step with its words, arithmetic, value, unit, basis and note."""

from collections.abc import Mapping
from datetime import date

import pytest

from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.regulations.local import BobotKategori
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import steps
from tests.tables import FILE, WHO, Rows, iki, tables

ATURAN = aturan_pada(date(2026, 6, 30), AturanRating)
OLDER = aturan_pada(date(2022, 6, 30), AturanRating)
RUMUS, BATAS, BOBOT = ATURAN.rumus_capaian.dasar, ATURAN.batas_capaian.dasar, ATURAN.bobot_kategori.dasar
ABOVE, AS_EXPECTED, BELOW = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
LESS = "Makin kecil makin baik"
POST = {"status": "PNS", "jenis_jabatan": "Fungsional", "jenjang": "Ahli Muda", "nama_penilai": "Siti Penilai"}
Pair = tuple[dict[str, str], dict[str, str]]


def weights(utama: float, tambahan: float) -> AturanRating:
    value = ATURAN.bobot_kategori.model_copy(update={"isi": BobotKategori(utama=utama, tambahan=tambahan)})
    return ATURAN.model_copy(update={"bobot_kategori": value})


def told(
    plan: list[Pair],
    aturan: AturanRating = ATURAN,
    post: dict[str, str] = POST,
    scores: Rows = (),
    rated: Mapping[str, str] | None = None,
) -> list[Step]:
    found = tables(
        unit=[{"tahun": "2026"}],
        pegawai=[post],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=scores,
        penilaian=[{"periode": "TW2", **rated}] if rated else [],
    )
    return steps(penilaian(found, Periode.TW2, aturan), FILE, WHO)


def about(step: Step) -> Step:
    """A step whose value is rounded as hand arithmetic is."""
    return step._replace(nilai=round(step.nilai, 4) if isinstance(step.nilai, float) else step.nilai)


def row(target: str, result: str, number: str = "1", rhk: str = "1", **columns: str) -> Pair:
    return iki(rhk, number, target, result, "tw2", **columns)


@pytest.mark.parametrize(
    ("pair", "words", "counted", "value", "note"),
    [
        (row("90", "85,5"), "realisasi / target x 100", "85,5 / 90 x 100", 95.0, ""),
        (row("1.250", "1.000"), "realisasi / target x 100", "1.000 / 1.250 x 100", 80.0, ""),
        (row("9", "12"), "realisasi / target x 100", "terkecil dari (12 / 9 x 100; 120)", 120.0, f"dibatasi 120%: {BATAS}"),
        (row("10", "12"), "realisasi / target x 100", "12 / 10 x 100", 120.0, ""),  # 120 itself is not capped
        (row("10", "8", arah=LESS), "(2 x target - realisasi) / target x 100", "(2 x 10 - 8) / 10 x 100", 120.0, ""),
        (row("10", "25", arah=LESS), "(2 x target - realisasi) / target x 100", "terbesar dari ((2 x 10 - 25) / 10 x 100; 0)", 0.0, ""),
        (row("10", "20", arah=LESS), "(2 x target - realisasi) / target x 100", "(2 x 10 - 20) / 10 x 100", 0.0, ""),
        (row("80 - 90%", "85%"), "realisasi di dalam rentang target", "100", 100.0, ""),
        (row("80 - 90%", "92%"), "realisasi / target x 100", "92 / 90 x 100", 102.2222, ""),
        (row("0", "3", arah=LESS), "target 0 terlampaui", "0", 0.0, ""),
        (row("0", "3"), "target 0 dan sudah ada hasil", "100", 100.0, ""),
        (row("10", "-1"), "realisasi negatif", "0", 0.0, ""),
        (row("10", ""), "belum ada realisasi, tidak dihitung nol", "", None, ""),
        (row("90 - 80", "85"), "tidak dapat dihitung dari isian ini", "", None, ""),
    ],
)  # fmt: skip
def test_an_indicator(pair: Pair, words: str, counted: str, value: float | None, note: str) -> None:
    held = f"target setahun {pair[0]['target']}, realisasi {pair[1]['realisasi_tw2'] or 'kosong'}"
    step = about(told([pair])[0])
    assert step == Step("Indikator 1.1 Ukuran 1.1", f"{held}: {words}", counted, value, "persen", RUMUS, note)


def test_the_quarters_own_target_is_named() -> None:
    (step, *_) = told([row("100", "45", target_tw2="50")])
    assert step.rumus == "target triwulan 50, realisasi 45: realisasi / target x 100"
    assert step.nilai == pytest.approx(90)


def test_a_qualitative_indicator() -> None:
    found = told([row("10", "8")], post={**POST, "pendekatan": "Kualitatif"})
    words = "pendekatan kualitatif: tidak dihitung, penilai menetapkan rating"
    assert found[0] == Step("Indikator 1.1 Ukuran 1.1", words, "", None)
    note = "1 dari 1 indikator belum berangka: tidak dihitung, juga tidak nol"
    assert found[1] == Step("RHK 1 Hasil 1", "tidak ada indikator yang berangka", "", None, "persen", "", note)


def test_a_whole_person() -> None:
    plan = [row("100", "110"), row("100", "90", "2"), row("10", "", "3"), row("10", "8", "1", "2", kategori="Tambahan")]
    scores = [
        {"nilai": "Loyal", "skor_tw2": "3"},
        {"nilai": "Kompeten", "skor_tw2": "2"},
        {"nilai": "Adaptif", "skor_tw2": ""},
    ]
    rated = {"rating_hasil": AS_EXPECTED, "rating_perilaku": ABOVE, "alasan": "banjir"}
    found = told(plan, scores=scores, rated=rated)
    assert [about(step) for step in found[4:]] == [
        Step("RHK 1 Hasil 1", "rerata indikatornya", "(110 + 90) / 2", 100.0, "persen", "", "1 dari 3 indikator belum berangka: tidak dihitung, juga tidak nol"),
        Step("RHK 2 Hasil 2", "rerata indikatornya", "(80) / 1", 80.0, "persen"),
        Step("Capaian pegawai", "rerata RHK", "(100 + 80) / 2", 90.0, "persen", BOBOT),
        Step("Saran rating hasil kerja", f"capaian di atas 100% disarankan {ABOVE}, mulai 90% {AS_EXPECTED}, selebihnya {BELOW}", "", AS_EXPECTED, "", ATURAN.saran_hasil.dasar),
        Step("Skor bantu perilaku", "rerata skor bantu 1 sampai 3", "(3 + 2) / 2", 2.5, "", "", "1 dari 3 perilaku tanpa skor bantu: tidak dihitung"),
        Step("Saran rating perilaku", f"skor mulai 2,5 disarankan {ABOVE}, mulai 1,5 {AS_EXPECTED}, selebihnya {BELOW}", "", ABOVE, "", ATURAN.saran_perilaku.dasar),
        Step("Rating hasil kerja", "ditetapkan oleh Siti Penilai", "", AS_EXPECTED, "", "", "alasan: banjir"),
        Step("Rating perilaku kerja", "ditetapkan oleh Siti Penilai", "", ABOVE),
        Step("Predikat", f"matriks: hasil kerja {AS_EXPECTED}, perilaku {ABOVE}", "", "Baik", "", ATURAN.matriks_predikat.dasar),
        # 3/12 x 100% x 25 = 6,25
        Step("Angka kredit", "bulan / 12 x persentase Baik x koefisien Ahli Muda", "3 / 12 x 100% x 25", 6.25, "", "PermenPANRB 1/2023, Pasal 36"),
    ]  # fmt: skip


def test_rhk_that_weigh_differently() -> None:
    plan = [
        row("10", "9"),
        row("10", "7", rhk="2", kategori="Tambahan"),
        row("10", "", rhk="3"),
        row("10", "", rhk="4"),
    ]
    step = told(plan, weights(1, 0.5))[8]
    words = "rerata RHK menurut bobot kategorinya"
    note = "RHK 3, 4 belum berangka: bobotnya tidak dihitung, juga tidak nol"
    # (1 x 90 + 0,5 x 70) / (1 + 0,5) = 125 / 1,5
    assert about(step) == Step(
        "Capaian pegawai", words, "(1 x 90 + 0,5 x 70) / (1 + 0,5)", 83.3333, "persen", BOBOT, note
    )


def test_without_ratings_and_without_numbers() -> None:
    found = told([], post={})
    by = "ditetapkan oleh penilai"
    assert found == [
        Step("Capaian pegawai", "tidak ada RHK yang berangka", "", None, "persen", BOBOT),
        Step("Rating hasil kerja", by, "", None),
        Step("Rating perilaku kerja", by, "", None),
        Step(
            "Predikat",
            "matriks: hasil kerja belum ada, perilaku belum ada",
            "",
            "belum dinilai",
            "",
            ATURAN.matriks_predikat.dasar,
        ),
    ]


def test_all_helper_scores_given_leaves_no_note() -> None:
    found = told([], scores=[{"nilai": "Loyal", "skor_tw2": "1"}])
    assert found[1] == Step("Skor bantu perilaku", "rerata skor bantu 1 sampai 3", "(1) / 1", 1.0, "")


def test_before_the_conversion_was_in_force_no_angka_kredit_is_told() -> None:
    rated = {"rating_hasil": AS_EXPECTED, "rating_perilaku": AS_EXPECTED}
    assert told([], OLDER, rated=rated)[-1].label == "Predikat"
    assert told([], ATURAN, rated=rated)[-1].label == "Angka kredit"


@pytest.mark.parametrize(
    ("hasil", "perilaku", "percent", "credit"),
    [
        # 3/12 x 150% x 25 = 9,375 -> 9,38; 3/12 x 75% x 25 = 4,6875 -> 4,69
        (ABOVE, ABOVE, "150", 9.38),
        (BELOW, AS_EXPECTED, "75", 4.69),
    ],
)
def test_the_share_of_the_predikat_is_told_in_percent(hasil: str, perilaku: str, percent: str, credit: float) -> None:
    step = told([], rated={"rating_hasil": hasil, "rating_perilaku": perilaku})[-1]
    assert (step.hitungan, step.nilai) == (f"3 / 12 x {percent}% x 25", credit)
