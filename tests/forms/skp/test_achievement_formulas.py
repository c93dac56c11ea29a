"""The formulas of achievement, means, suggestions and predikat, computed by LibreOffice and held against the scores of Python."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl.utils import column_index_from_string

from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.local import BobotKategori
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.terms import Arah, Aspek, Rating
from tests.forms.skp.achievement_sheet import CAPAIAN_TAHUNAN, CAPAIAN_TW2, AchievementBook, Indikator
from tests.forms.skp.quantity_sheet import Value, recalculated
from tests.forms.skp.staff import PEOPLE, PERIODS, RHK, Staff
from tests.workbooks import grid

UP, DOWN = Arah.NAIK.value, Arah.TURUN.value
COLUMNS = dict(zip(PERIODS, (CAPAIAN_TW2, CAPAIAN_TAHUNAN), strict=True))
STAFF = Staff(6)

BY_HAND: tuple[tuple[Indikator, object, object], ...] = (  # Waktu falls by default, the cap is 120
    (Indikator("100", "", "80", "80"), 80, 80),
    (Indikator("100", "40", "40", "40"), 100, 40),
    (Indikator("100", 40, "30", 30), 75, 30),
    (Indikator("100", "selesai", "80", "80"), "", 80),  # an unreadable target is not replaced by the year's
    (Indikator("100", " \u00a0", "80", "80"), 80, 80),  # blanks are no target
    (Indikator("80 - 90%", "", "92", "70"), 9200 / 90, 87.5),
    (Indikator("80 - 90%", "", "80", "90%"), 100, 100),
    (Indikator("7 - 8 Bulan", "", "6,5", "9", DOWN), 750 / 7, 87.5),  # (14-6.5)/7, (16-9)/8
    (Indikator("10", "", "8", "12", DOWN), 120, 80),
    (Indikator("10", "", "12", "25", "", "Waktu"), 80, 0),
    (Indikator("10", "", "12", "11", UP, "Waktu"), 120, 110),
    (Indikator("10", "", "12", "11", "entah", " waktu "), 80, 90),  # an unknown word is as good as none
    (Indikator("10", "", "12", "11", DOWN, ""), 80, 90),
    (Indikator("10", "", "12", "11", "", ""), 120, 110),
    (Indikator("0", "", "0", "3", DOWN), 100, 0),
    (Indikator("0", "", "0", "5"), 100, 100),
    (Indikator("100", "", "-5", "0"), 0, 0),
    (Indikator("10", "", "-5", "-1", DOWN), 0, 0),
    (Indikator("100", "", "130", "120"), 120, 120),
    (Indikator("90 - 80", "", "85", "85"), "", ""),
    (Indikator("-5", "", "3", "3"), "", ""),
    (Indikator("100", "", "80 - 90", "80 - 80"), "", 80),  # a result is one number
    (Indikator("100", "", "", "belum"), "", ""),
    (Indikator("", "50", "5", "5"), 10, ""),
    (Indikator("Rp 1.250.000", "", "Rp1.000.000", 1_500_000), 80, 120),
)
ABOVE, MET, BELOW = (rating.value for rating in Rating)
SUGGESTED: tuple[tuple[Value, str, str], ...] = (  # as achievement and as helper score; the seventh decimal is noise
    (100.000001, ABOVE, ABOVE),
    (100.0000001, MET, ABOVE),
    (100, MET, ABOVE),
    (90, MET, ABOVE),
    (89.9999999, MET, ABOVE),
    (89.99, BELOW, ABOVE),
    (2.5, BELOW, ABOVE),
    (2.4999999, BELOW, ABOVE),
    (2.49, BELOW, MET),
    (1.5, BELOW, MET),
    (1.49, BELOW, BELOW),
    ("", "", ""),
)


def rules() -> AturanRating:
    """The rules of a year with other weights than the default and an aspect that falls."""
    aturan = aturan_periode(Periode.TAHUNAN, 2026)
    assert isinstance(aturan, AturanRating)
    weights = aturan.bobot_kategori.model_copy(update={"isi": BobotKategori(utama=2, tambahan=0.5)})
    ways = aturan.arah_bawaan.model_copy(update={"isi": {**aturan.arah_bawaan.isi, Aspek.WAKTU: Arah.TURUN}})
    return aturan.model_copy(update={"bobot_kategori": weights, "arah_bawaan": ways})


def add_staff(book: AchievementBook) -> None:
    """Everybody's indicators; a row for each RHK, period by period; a row for each person and period."""
    columns = book.indicators([item for items in STAFF.indicators for item in items])
    ends, row = [], 0
    for items in STAFF.indicators:
        ends.append((row + 1, row + len(items)))
        row += len(items)
    means = [
        [achievement.rerata(f"Indikator!{columns[key]}{first}:{columns[key]}{last}") for key in COLUMNS.values()]
        for first, last in ends
    ]
    book.formulas("RHK", means)
    each = [(i, period) for i in range(PEOPLE) for period in PERIODS]
    book.put("Isian", [[*STAFF.scores[i][period], *STAFF.ratings[i][period]] for i, period in each])
    book.formulas("Pegawai", [_person(book, row, *who) for row, who in enumerate(each, start=1)])


def _person(book: AchievementBook, row: int, i: int, period: Periode) -> Sequence[str]:
    """Achievement, score of perilaku, both suggestions, predikat; ``row`` is the one in which they will stand."""
    at, first, letter = book.places, 1 + i * len(RHK), "AB"[PERIODS.index(period)]
    utama, tambahan = f"RHK!{letter}{first}:{letter}{first + 2}", f"RHK!{letter}{first + 3}"
    return (
        achievement.capaian_pegawai(utama, tambahan, at["bobot_utama"], at["bobot_tambahan"]),
        achievement.skor_perilaku(f"Isian!A{row}:G{row}"),
        achievement.saran_hasil(f"A{row}", at["hasil_di_atas"], at["hasil_sesuai"]),
        achievement.saran_perilaku(f"B{row}", at["perilaku_di_atas"], at["perilaku_sesuai"]),
        achievement.predikat(f"Isian!H{row}", f"Isian!I{row}", at["rating"], at["matriks"]),
    )


def add_suggestions(book: AchievementBook) -> None:
    """Suggestions of given numbers; a mean of RHK that all weigh nothing; the predikat of an unknown rating."""
    at, rows = book.places, range(1, len(SUGGESTED) + 1)
    book.put("Angka", [[number, BELOW, "Bagus"] for number, _, _ in SUGGESTED])
    hasil = [achievement.saran_hasil(f"Angka!A{row}", at["hasil_di_atas"], at["hasil_sesuai"]) for row in rows]
    skor = [achievement.saran_perilaku(f"Angka!A{row}", at["perilaku_di_atas"], at["perilaku_sesuai"]) for row in rows]
    book.formulas("Saran", list(zip(hasil, skor, strict=True)))
    nothing = achievement.capaian_pegawai("Angka!Z1:Z3", "Angka!A1:A2", "1", "0")
    book.formulas("Lain", [(nothing, achievement.predikat("Angka!B1", "Angka!C1", at["rating"], at["matriks"]))])


def column(path: Path, sheet: str, letters: str) -> list[object]:
    """A column of a sheet from its first row."""
    return [row[column_index_from_string(letters) - 1] for row in grid(path, sheet)]


def shown(values: Sequence[object]) -> list[object]:
    """Numbers as a spreadsheet holds them, to 12 digits; a missing one (NaN) as an empty text."""
    return [pytest.approx(v, rel=1e-12) if isinstance(v, int | float) and v == v else "" for v in values]  # noqa: PLR0124


def scores(period: Periode) -> Penilaian:
    """What Python scores."""
    return penilaian(STAFF.tables(), period, rules())


def assert_scored(path: Path, letters: str, period: Periode) -> None:
    """Indicators, RHK and people have the scores that Python gives them."""
    scored, place = scores(period), PERIODS.index(period)
    people = grid(path, "Pegawai")[place :: len(PERIODS)]
    assert column(path, "Indikator", letters) == shown(scored.indikator["capaian"].tolist())
    assert column(path, "RHK", "AB"[place]) == shown(scored.rhk["capaian"].tolist())
    for number, key in enumerate(("capaian", "skor_perilaku")):
        assert [row[number] for row in people] == shown(scored.pegawai[key].tolist()), key
    for number, key in enumerate(("saran_hasil", "saran_perilaku", "predikat"), start=2):
        assert [row[number] for row in people] == scored.pegawai[key].tolist(), key


@pytest.mark.libreoffice
@pytest.mark.parametrize("locale", ["en-US", "id-ID"])
def test_cells_score_as_python_does(locale: str, tmp_path: Path) -> None:
    book = AchievementBook(rules())
    columns = book.indicators([row for row, _, _ in BY_HAND], "Tangan")
    add_staff(book)
    add_suggestions(book)
    path = recalculated(book.book, tmp_path, locale)
    assert column(path, "Tangan", columns[CAPAIAN_TW2]) == shown([quarter for _, quarter, _ in BY_HAND])
    assert column(path, "Tangan", columns[CAPAIAN_TAHUNAN]) == shown([year for _, _, year in BY_HAND])
    assert grid(path, "Saran") == [[hasil, skor] for _, hasil, skor in SUGGESTED]
    assert grid(path, "Lain") == [["", "Rating tidak dikenal"]]
    for period in PERIODS:
        assert_scored(path, columns[COLUMNS[period]], period)


@pytest.mark.parametrize("period", PERIODS)
def test_made_up_people_are_of_all_kinds(period: Periode) -> None:
    scored = scores(period)
    numbers = scored.indikator["capaian"]
    assert numbers.isna().sum() > 60
    assert all(((numbers > low) & (numbers <= high)).any() for low, high in ((-1, 0), (0, 99), (100, 119), (119, 120)))
    assert (scored.indikator["naik"].value_counts() > 60).all()
    assert set(scored.pegawai["saran_hasil"]) == {*Rating}
    assert {"", *Rating} >= set(scored.pegawai["saran_perilaku"]) > {"", Rating.SESUAI}
