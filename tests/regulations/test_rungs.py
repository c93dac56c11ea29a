"""Shapes of the values of the older schemes: what may stand in them, what is refused and with which words."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from kinerja_xl.regulations.rungs import (
    Bobot,
    PorsiRating,
    PredikatAngka,
    Rentang,
    TanggaAngka,
    TanggaIki,
    TingkatIki,
)
from kinerja_xl.terms import Rating

GOOD, FAIR = PredikatAngka.BAIK, PredikatAngka.CUKUP


def rung(predikat: PredikatAngka, dari: float) -> dict[str, object]:
    return {"predikat": predikat, "dari": dari, "termasuk": True}


def category(dari: int, sampai: int | None = None, *, low: float = 0, high: float = 0) -> dict[str, Any]:
    return {"kategori": GOOD, "dari": dari, "sampai": sampai, "nilai_dari": low, "nilai_sampai": high}


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Bobot(skp=0.7, perilaku=0.4), "jumlah bobot 'skp' dan 'perilaku' harus 1"),
        (lambda: TingkatIki(**category(60, 59)), "'sampai' tidak boleh lebih kecil daripada 'dari'"),
        (lambda: TingkatIki(**category(60, 79, low=50, high=49)), "'nilai_sampai' tidak boleh lebih kecil daripada 'nilai_dari'"),
        (
            lambda: TypeAdapter(TanggaAngka).validate_python([rung(FAIR, 70), rung(GOOD, 90)]),
            "'dari' harus menurun dari predikat tertinggi ke terendah",
        ),
        (
            lambda: TypeAdapter(TanggaAngka).validate_python([rung(GOOD, 70), rung(FAIR, 70)]),
            "'dari' harus menurun dari predikat tertinggi ke terendah",
        ),
        (
            lambda: TypeAdapter(TanggaIki).validate_python([category(80), category(60)]),
            "'dari' harus menaik dari kategori terendah ke tertinggi",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused_in_words(make: Callable[[], object], told: str) -> None:
    with pytest.raises(ValidationError) as error:
        make()
    assert error.value.errors()[0]["msg"] == f"Value error, {told}"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Bobot(skp=1.5, perilaku=-0.5),
        lambda: PorsiRating(rating=Rating.SESUAI, minimal=-0.1),
        lambda: PorsiRating(rating=Rating.SESUAI, maksimal=1.1),
        lambda: TingkatIki(**category(-1)),
        lambda: TingkatIki(**{key: value for key, value in category(60).items() if key != "dari"}),
        lambda: Bobot(skp=0.5, perilaku=0.5, lain=0),  # type: ignore[call-arg] # a key that there is not
    ],
)
def test_shares_are_between_0_and_1_and_percents_not_negative(make: Callable[[], object]) -> None:
    with pytest.raises(ValidationError):
        make()


def test_what_is_in_order_is_taken() -> None:
    assert Bobot(skp=0.1 + 0.2, perilaku=0.7).perilaku == 0.7  # 0,30000000000000004 + 0,7: noise of the computer
    assert Bobot(skp=0, perilaku=1).skp == 0
    assert TingkatIki(**category(100, 100, low=109, high=109)).sampai == 100
    assert TingkatIki(**category(111)).sampai is None
    assert len(TypeAdapter(TanggaIki).validate_python([category(0, 59), category(60, 79)])) == 2


def test_what_is_not_said() -> None:
    assert Rentang(predikat=GOOD, dari=90, termasuk=False).gagasan is False
    share = PorsiRating(rating=Rating.SESUAI)
    assert (share.minimal, share.maksimal) == (0, 1)


def test_the_law_cannot_be_changed_while_the_program_runs() -> None:
    value: BaseModel = Bobot(skp=0.7, perilaku=0.3)
    with pytest.raises(ValidationError, match="frozen"):
        value.skp = 0.9  # type: ignore[attr-defined]
