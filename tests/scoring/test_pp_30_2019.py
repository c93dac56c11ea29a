"""PP 30/2019: the distribution of ratings told share by share; its worked cases are in tests/cases."""

from datetime import date

from kinerja_xl.regulations import AturanPp30, aturan_pada
from kinerja_xl.scoring.pp_30_2019 import distribusi
from kinerja_xl.terms import Rating

ATURAN = aturan_pada(date(2021, 12, 31), AturanPp30)


def test_each_share_in_people() -> None:
    # 20 people: at most 20% = 4 above; 60% to 70% = 12 to 14 as expected; at most 4 below
    held = distribusi({Rating.DI_ATAS: 5, Rating.SESUAI: 10, Rating.DI_BAWAH: 5}, ATURAN)
    assert [h.porsi.rating for h in held] == [Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH]
    assert [(h.paling_sedikit, h.paling_banyak) for h in held] == [(0, 4), (12, 14), (0, 4)]
    assert [(h.jumlah, h.pindah) for h in held] == [(5, -1), (10, 2), (5, -1)]
