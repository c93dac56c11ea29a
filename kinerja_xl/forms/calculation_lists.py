"""What the sheets Hitung look up, on these sheets themselves: signs, ends of months, the numbers of the law and of the office."""

import calendar
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.reference import Lists
from kinerja_xl.forms.skp import quantity_formulas
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Arah, Kategori


def add_calculation_lists(lists: Lists, aturan: Sequence[AturanRating], tahun: int) -> None:
    """Add the lists of ``quantity_formulas``, ``akhir_bulan`` (the last days of the months of ``tahun``), ``aspek_turun``, and numbers.

    ``aturan``: the rules of each period, or of the year alone; ``aspek_turun`` and the numbers have a column for each of them.
    The numbers: ``batas`` (percent), ``bobot_utama``, ``bobot_tambahan``, and from where a suggestion begins:
    ``hasil_di_atas``, ``hasil_sesuai`` (percent), ``perilaku_di_atas``, ``perilaku_sesuai`` (helper scores).
    """
    for name, words in quantity_formulas.LISTS.items():
        lists.add(name, [[word] for word in words])
    ends = (date(tahun, month, calendar.monthrange(tahun, month)[1]) for month in range(1, 13))
    lists.add("akhir_bulan", [[serial(day)] for day in ends])
    falling = [[aspek.value for aspek, arah in a.arah_bawaan.isi.items() if arah is Arah.TURUN] or [""] for a in aturan]
    lists.add("aspek_turun", list(zip_longest(*falling, fillvalue="")))
    numbers = [_numbers(a) for a in aturan]
    for name in numbers[0]:
        lists.add(name, [[number[name] for number in numbers]])


def _numbers(aturan: AturanRating) -> dict[str, float]:
    weights, hasil, perilaku = aturan.bobot_kategori.isi, aturan.saran_hasil.isi, aturan.saran_perilaku.isi
    return {
        "batas": aturan.batas_capaian.isi,
        f"bobot_{Kategori.UTAMA.lower()}": weights.utama,
        f"bobot_{Kategori.TAMBAHAN.lower()}": weights.tambahan,
        "hasil_di_atas": hasil.di_atas,
        "hasil_sesuai": hasil.sesuai,
        "perilaku_di_atas": perilaku.di_atas,
        "perilaku_sesuai": perilaku.sesuai,
    }
