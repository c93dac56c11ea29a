"""The nine boxes: complete, each in one group, and better in both directions."""

from datetime import date
from itertools import product

import pytest

from kinerja_xl.regulations import AturanTalenta, aturan_pada
from kinerja_xl.regulations.rungs import Potensial
from kinerja_xl.scoring.talent import kelompok, kotak
from kinerja_xl.terms import Rating

TALENTA = aturan_pada(date(2026, 6, 30), AturanTalenta)


def test_nine_boxes_each_in_exactly_one_group() -> None:
    boxes = sorted(kotak(kinerja, potensial, TALENTA) for kinerja, potensial in product(Rating, Potensial))
    assert boxes == list(range(1, 10))
    assert sorted(box for group in TALENTA.kelompok_talenta.isi for box in group.kotak) == boxes


def test_the_number_rises_with_performance_and_with_potential() -> None:
    for potensial in Potensial:
        column = [kotak(kinerja, potensial, TALENTA) for kinerja in (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS)]
        assert column == sorted(column)
    for kinerja in Rating:
        row = [kotak(kinerja, potensial, TALENTA) for potensial in Potensial]
        assert row == sorted(row)


def test_an_unknown_box_has_no_group() -> None:
    with pytest.raises(ValueError, match="Kotak talenta 10"):
        kelompok(10, TALENTA)
