"""The curve of SE MenPANRB 3/2023: its vectors, people to move, and words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.scoring.curve import HasilKurva, curve, rule_text
from kinerja_xl.terms import CapaianOrganisasi, Predikat

ATURAN = aturan_pada(date(2026, 6, 30), AturanRating)
SB, B, BP, K, SK = Predikat


def moves(capaian: CapaianOrganisasi, *counts: int) -> list[int]:
    return [h.pindah for h in curve(dict(zip(Predikat, counts, strict=True)), capaian, ATURAN)]


@pytest.mark.parametrize(
    ("capaian", "counts", "expected"),
    [
        # Baik, 20 people: 14 Baik are 70% (allowed), 15 are one too many; somebody must be Butuh Perbaikan or Kurang
        (CapaianOrganisasi.BAIK, (5, 14, 1, 0, 0), [0, 0]),
        (CapaianOrganisasi.BAIK, (4, 15, 1, 0, 0), [-1, 0]),
        (CapaianOrganisasi.BAIK, (6, 14, 0, 0, 0), [0, 1]),
        # Baik must be the most frequent: 8 against 11, two moved from 11 make 10 against 9
        (CapaianOrganisasi.BAIK, (11, 8, 1, 0, 0), [2, 0]),
        # Kurang, 10 people: 60% Kurang, 10% Butuh Perbaikan, at most 10% Sangat Baik
        (CapaianOrganisasi.KURANG, (1, 2, 1, 6, 0), [0, 0, 0]),
        (CapaianOrganisasi.KURANG, (2, 1, 1, 6, 0), [0, 0, -1]),
        (CapaianOrganisasi.KURANG, (0, 5, 0, 5, 0), [1, 1, 0]),
        # Sangat Kurang: no Sangat Baik at all
        (CapaianOrganisasi.SANGAT_KURANG, (1, 1, 1, 1, 6), [0, 0, -1]),
        # Butuh Perbaikan, 7 people: 60% are 4,2, so five; at most 0,7 Sangat Baik, so none
        (CapaianOrganisasi.BUTUH_PERBAIKAN, (1, 2, 4, 0, 0), [1, -1]),
        (CapaianOrganisasi.BUTUH_PERBAIKAN, (0, 2, 5, 0, 0), [0, 0]),
        # Istimewa, 10 people: at most seven Sangat Baik, and they are the most
        (CapaianOrganisasi.ISTIMEWA, (7, 3, 0, 0, 0), [0]),
        (CapaianOrganisasi.ISTIMEWA, (8, 2, 0, 0, 0), [-1]),
        (CapaianOrganisasi.ISTIMEWA, (4, 6, 0, 0, 0), [1]),
    ],
)
def test_people_to_move(capaian: CapaianOrganisasi, counts: tuple[int, ...], expected: list[int]) -> None:
    assert moves(capaian, *counts) == expected


def test_nobody_rated_or_no_rule_in_force() -> None:
    assert curve(dict.fromkeys(Predikat, 0), CapaianOrganisasi.BAIK, ATURAN) == []
    assert curve({SB: 3}, CapaianOrganisasi.BAIK, aturan_pada(date(2022, 12, 31), AturanRating)) == []


def test_words() -> None:
    assert ATURAN.kurva is not None
    assert [rule_text(r) for r in ATURAN.kurva.isi[CapaianOrganisasi.SANGAT_KURANG]] == [
        "Sangat Kurang minimal 60%",
        "Kurang dan/atau Butuh Perbaikan minimal 10%",
        "Sangat Baik tidak boleh ada",
    ]
    told = curve({SB: 4, B: 15, BP: 1}, CapaianOrganisasi.BAIK, ATURAN)[0].penjelasan
    assert told == "Baik paling banyak dan maksimal 70%: terdapat 15 dari 20 pegawai (75,0%), lebih 1 orang"


def test_a_result_in_words() -> None:
    most, some = curve({SB: 6, B: 14}, CapaianOrganisasi.BAIK, ATURAN)
    assert most.penjelasan == "Baik paling banyak dan maksimal 70%: terdapat 14 dari 20 pegawai (70,0%), sesuai"
    assert (
        some.penjelasan
        == "Butuh Perbaikan dan/atau Kurang minimal 1 orang: terdapat 0 dari 20 pegawai (0,0%), kurang 1 orang"
    )
    assert (most.terpenuhi, some.terpenuhi) == (True, False)
    assert HasilKurva(most.aturan, 0, 0, 2).penjelasan.endswith("terdapat 0 dari 0 pegawai (0%), kurang 2 orang")


def test_a_predikat_that_is_not_mentioned_has_nobody() -> None:
    # 3 Baik, no Sangat Baik: 1 against 2 is too few, 2 against 1 is the most; 70% of 3 are 2
    (held,) = curve({B: 3}, CapaianOrganisasi.ISTIMEWA, ATURAN)
    assert (held.jumlah, held.dinilai, held.pindah) == (0, 3, 2)


@given(st.sampled_from(list(CapaianOrganisasi)), st.lists(st.integers(0, 40), min_size=5, max_size=5))
def test_a_move_never_exceeds_the_people(capaian: CapaianOrganisasi, counts: list[int]) -> None:
    for hasil in curve(dict(zip(Predikat, counts, strict=True)), capaian, ATURAN):
        assert abs(hasil.pindah) <= sum(counts)
