"""The rows of the sheet Hitung for people and behaviours, and the period chosen: achievement, suggestions, how much is there.

The same as ``scoring.rating``. ``Calculation`` builds the whole sheet.
"""

import calendar
from datetime import date

from openpyxl.workbook import Workbook

from kinerja_xl.forms.calculation_sheet import (
    PLACE,
    Blocks,
    ColumnRange,
    Sources,
    setting,
    side_by_side,
    write_sheet,
)
from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.indicator_calculation import (
    COLUMNS,
    NEEDED,
    RESULT_COLUMNS,
    indicator_formulas,
    result_formulas,
    spelled,
)
from kinerja_xl.forms.reference import Reference
from kinerja_xl.forms.row_keys import person_key
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp import quantity_formulas
from kinerja_xl.forms.unit_workbook import Form
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.rating import SCORES
from kinerja_xl.terms import Arah, Kategori, Pendekatan

PEOPLE = ("kunci", "kualitatif", "lengkap", "capaian", "skor", "saran_hasil", "saran_perilaku")
BEHAVIOURS = ("orang", "skor")


class Calculation:
    """The sheet under construction: hands out its addresses to the live columns."""

    def __init__(self, form: Form, people: int, column_range: ColumnRange, reference: Reference) -> None:
        columns = {"rencana": COLUMNS, "realisasi": RESULT_COLUMNS, "perilaku": BEHAVIOURS, "pegawai": PEOPLE}
        blocks = side_by_side([(form.table(key).capacity(people), names) for key, names in columns.items()])
        self.sources = Sources(form, column_range, reference, blocks)

    def __getitem__(self, name: str) -> str:
        """Address of a setting, or range of a column of indicators or people."""
        blocks: Blocks = self.sources.blocks
        if name in ("mulai", "selesai"):
            return setting(name)
        return blocks.rencana.whole(name) if name in COLUMNS and name.endswith("_iki") else blocks.pegawai.whole(name)

    def add(self, book: Workbook, tahun: int) -> None:
        """Add the sheet to ``book``, with the days of the periods of ``tahun``."""
        sources, blocks = self.sources, self.sources.blocks
        formulas = [
            (blocks.rencana, indicator_formulas(sources)),
            (blocks.realisasi, result_formulas(sources)),
            (blocks.perilaku, _behaviours(sources)),
            (blocks.pegawai, _people(sources)),
        ]
        write_sheet(book, _settings(sources, tahun), formulas)


def add_calculation_lists(reference: Reference, aturan: AturanRating, tahun: int) -> None:
    """What the formulas look up: signs, ends of months, the numbers of the law and of the office."""
    for name, words in quantity_formulas.LISTS.items():
        reference.add(name, [[word] for word in words])
    ends = (date(tahun, month, calendar.monthrange(tahun, month)[1]) for month in range(1, 13))
    reference.add("akhir_bulan", [[serial(day)] for day in ends])
    falling = [aspek.value for aspek, arah in aturan.arah_bawaan.isi.items() if arah is Arah.TURUN]
    reference.add("aspek_turun", [[word] for word in falling or [""]])
    weights, hasil, perilaku = aturan.bobot_kategori.isi, aturan.saran_hasil.isi, aturan.saran_perilaku.isi
    numbers = {
        "batas": aturan.batas_capaian.isi,
        f"bobot_{Kategori.UTAMA.lower()}": weights.utama,
        f"bobot_{Kategori.TAMBAHAN.lower()}": weights.tambahan,
        "hasil_di_atas": hasil.di_atas,
        "hasil_sesuai": hasil.sesuai,
        "perilaku_di_atas": perilaku.di_atas,
        "perilaku_sesuai": perilaku.sesuai,
    }
    for name, number in numbers.items():
        reference.add(name, [[number]])


def _settings(sources: Sources, tahun: int) -> dict[str, str]:
    """The number of the period (0: none is chosen), of its quarter, its first and last day."""
    names = ",".join(f'"{p}"' for p in Periode)
    periode = setting("periode")
    days = [[serial(day) for day in p.span(tahun)] for p in Periode]
    first, last = (",".join(str(span[i]) for span in days) for i in (0, 1))
    typed = sources.column_range("unit", "periode")
    return {
        "periode": f'=IFERROR(MATCH(SUBSTITUTE({typed}," ",""),{{{names}}},0),0)',
        "triwulan": f"=MIN({periode},{len(TRIWULAN)})",
        "mulai": f'=IF({periode}=0,"",CHOOSE({periode},{first}))',
        "selesai": f'=IF({periode}=0,"",CHOOSE({periode},{last}))',
    }


def _behaviours(sources: Sources) -> dict[str, str]:
    """The helper score of each row of Perilaku, and whose it is."""
    nip = sources.cell("perilaku", "nip")
    typed = f"TRIM({sources.quarter_cell('perilaku', 'skor', PLACE)})"
    texts, scores = ",".join(f'"{score}"' for score in SCORES), ",".join(str(score) for score in SCORES)
    score = f"INDEX({{{scores}}},MATCH({typed},{{{texts}}},0))"
    return {
        "orang": f'=IF({nip}="",0,IFERROR(MATCH({person_key(nip)},{sources.blocks.pegawai.whole("kunci")},0),0))',
        "skor": f'=IF({setting("periode")}=0,"",IFERROR({score},""))',
    }


def _people(sources: Sources) -> dict[str, str]:
    """The scores of each row of Pegawai; of a person with two rows those of the first."""
    own, plan, behaviours = sources.blocks.pegawai, sources.blocks.rencana, sources.blocks.perilaku
    limits = sources.reference
    nip = sources.cell("pegawai", "nip")

    def total(name: str) -> str:
        return f"SUMIFS({plan.whole(name)},{plan.whole('orang')},{PLACE})"

    planned = f"COUNTIFS({plan.whole('orang')},{PLACE})"
    qualitative = spelled(sources.cell("pegawai", "pendekatan"), Pendekatan.KUALITATIF)
    share = f"INT(100*{total('ada')}/({NEEDED}*{planned}))"
    nobody = f'{own.here("kunci")}="",{setting("periode")}=0'
    mean = f"AVERAGEIFS({behaviours.whole('skor')},{behaviours.whole('orang')},{PLACE})"
    capaian, skor = own.here("capaian"), own.here("skor")
    return {
        "kunci": f'=IF({nip}="","",{person_key(nip)})',
        "kualitatif": f'=IF({qualitative},{own.here("kunci")},"")',
        "lengkap": f'=IF(OR({nobody}),"",IF({planned}=0,0,{share}))',
        "capaian": f'=IF({total("bobot")}>0,{total("kali")}/{total("bobot")},"")',
        "skor": f'=IFERROR({mean},"")',
        "saran_hasil": achievement.saran_hasil(capaian, limits["hasil_di_atas"], limits["hasil_sesuai"]),
        "saran_perilaku": achievement.saran_perilaku(skor, limits["perilaku_di_atas"], limits["perilaku_sesuai"]),
    }
