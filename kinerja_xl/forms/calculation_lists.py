"""What the sheets Hitung look up, on these sheets themselves: signs, ends of months, the numbers of the law and of the office."""

import calendar
from datetime import date

from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.reference import Lists
from kinerja_xl.forms.skp import quantity_formulas
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Arah, Kategori


def add_calculation_lists(lists: Lists, aturan: AturanRating, tahun: int) -> None:
    """Add the lists of ``quantity_formulas``, ``akhir_bulan`` (the last days of the months of ``tahun``), ``aspek_turun``, and numbers.

    The numbers: ``batas`` (percent), ``bobot_utama``, ``bobot_tambahan``, and from where a suggestion begins:
    ``hasil_di_atas``, ``hasil_sesuai`` (percent), ``perilaku_di_atas``, ``perilaku_sesuai`` (helper scores).
    """
    for name, words in quantity_formulas.LISTS.items():
        lists.add(name, [[word] for word in words])
    ends = (date(tahun, month, calendar.monthrange(tahun, month)[1]) for month in range(1, 13))
    lists.add("akhir_bulan", [[serial(day)] for day in ends])
    falling = [aspek.value for aspek, arah in aturan.arah_bawaan.isi.items() if arah is Arah.TURUN]
    lists.add("aspek_turun", [[word] for word in falling or [""]])
    for name, number in _numbers(aturan).items():
        lists.add(name, [[number]])


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
