"""The rows of the sheet Hitung for people and behaviours, and the period chosen: achievement, suggestions, how much is there.

The same as ``scoring.rating``. ``Calculation`` builds the whole sheet.
"""

from collections.abc import Sequence

from openpyxl.workbook import Workbook

from kinerja_xl.forms.calculation_lists import add_calculation_lists
from kinerja_xl.forms.calculation_sheet import (
    NAME,
    PLACE,
    Blocks,
    ColumnRange,
    Sources,
    setting,
    side_by_side,
    write_cells,
)
from kinerja_xl.forms.cells import serial
from kinerja_xl.forms.formula_sheet import FormulaSheet
from kinerja_xl.forms.indicator_calculation import (
    COLUMNS,
    NEEDED,
    RESULT_COLUMNS,
    add_spellings,
    indicator_formulas,
    result_formulas,
    spelled,
)
from kinerja_xl.forms.reference import Lists
from kinerja_xl.forms.row_keys import person_key, squeezed_text, typed_text
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.unit_workbook import Form
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.rating import SCORES
from kinerja_xl.terms import Pendekatan

PEOPLE = (
    "nip",
    "pendekatan",
    "pendekatan_padat",
    "kunci",
    "kualitatif",
    "lengkap",
    "capaian",
    "skor",
    "saran_hasil",
    "saran_perilaku",
)
BEHAVIOURS = ("nip", "diketik", "orang", "skor")


class Calculation:
    """The sheet under construction: hands out its addresses to the live columns."""

    def __init__(self, form: Form, people: int, column_range: ColumnRange) -> None:
        columns = {"rencana": COLUMNS, "realisasi": RESULT_COLUMNS, "perilaku": BEHAVIOURS, "pegawai": PEOPLE}
        blocks = side_by_side([(form.table(key).capacity(people), names) for key, names in columns.items()])
        self.sheet = FormulaSheet(NAME)
        lists = Lists(NAME, self.sheet.cell, blocks.pegawai.last_column + 2)
        self.sources = Sources(column_range, lists, blocks)

    def __getitem__(self, name: str) -> str:
        """Address of a setting, or range of the ends of the months, or of a column of indicators or people with its header."""
        blocks: Blocks = self.sources.blocks
        if name in ("mulai", "selesai"):
            return setting(name)
        if name == "akhir_bulan":
            return self.sources.lists[name]
        block = blocks.rencana if name in COLUMNS and name.endswith("_iki") else blocks.pegawai
        return block.headed(name)

    def add_lists(self, aturan: Sequence[AturanRating], tahun: int) -> None:
        """Add what the formulas look up; ``aturan`` are the rules of each period."""
        add_calculation_lists(self.sources.lists, aturan, tahun)
        add_spellings(self.sources.lists)

    def write(self, book: Workbook, tahun: int) -> None:
        """Add the sheet to ``book``, still empty, and its cells to ``sheet``, with the days of ``tahun``."""
        sources, blocks = self.sources, self.sources.blocks
        formulas = [
            (blocks.rencana, indicator_formulas(sources)),
            (blocks.realisasi, result_formulas(sources)),
            (blocks.perilaku, _behaviours(sources)),
            (blocks.pegawai, _people(sources)),
        ]
        write_cells(self.sheet, _settings(sources, tahun), formulas)
        empty = book.create_sheet(NAME)
        empty.sheet_state, empty.protection.sheet = "hidden", True


def _settings(sources: Sources, tahun: int) -> dict[str, str]:
    """The number of the period (0: none is chosen), of its quarter, its first and last day."""
    names = ",".join(f'"{p}"' for p in Periode)
    periode = setting("periode")
    days = [[serial(day) for day in p.span(tahun)] for p in Periode]
    first, last = (",".join(str(span[i]) for span in days) for i in (0, 1))
    typed = sources.column_range("unit", "periode")
    return {
        "periode": f"=IFERROR(MATCH({squeezed_text(typed)},{{{names}}},0),0)",
        "triwulan": f"=MIN({periode},{len(TRIWULAN)})",
        "mulai": f'=IF({periode}=0,"",CHOOSE({periode},{first}))',
        "selesai": f'=IF({periode}=0,"",CHOOSE({periode},{last}))',
    }


def _behaviours(sources: Sources) -> dict[str, str]:
    """The helper score of each row of Perilaku, and whose it is."""
    own = sources.blocks.perilaku
    nip, typed = own.here("nip"), own.here("diketik")
    known = ",".join(f'{typed}="{score}"' for score in SCORES)
    return {
        "nip": f'={sources.cell("perilaku", "nip")}&""',
        "diketik": f"={typed_text(sources.quarter_cell('perilaku', 'skor', PLACE))}",
        "orang": f'=IF({nip}="",0,IFERROR(MATCH({person_key(nip)},{sources.blocks.pegawai.whole("kunci")},0),0))',
        "skor": f'=IF({setting("periode")}=0,"",IFERROR(IF(OR({known}),VALUE({typed}),""),""))',
    }


def _people(sources: Sources) -> dict[str, str]:
    """The scores of each row of Pegawai; of a person with two rows those of the first."""
    own, plan, behaviours = sources.blocks.pegawai, sources.blocks.rencana, sources.blocks.perilaku
    nip = own.here("nip")

    def total(name: str) -> str:
        return f"SUMIFS({plan.whole(name)},{plan.whole('orang')},{PLACE})"

    planned = f"COUNTIFS({plan.whole('orang')},{PLACE})"
    qualitative = spelled(sources.lists, own.here("pendekatan_padat"), Pendekatan.KUALITATIF)
    share = f"INT(100*{total('ada')}/({NEEDED}*{planned}))"
    nobody = f'{own.here("kunci")}="",{setting("periode")}=0'
    mean = f"AVERAGEIFS({behaviours.whole('skor')},{behaviours.whole('orang')},{PLACE})"
    capaian, skor = own.here("capaian"), own.here("skor")
    copies = {key: f'={sources.cell("pegawai", key)}&""' for key in ("nip", "pendekatan")}
    return copies | {
        "pendekatan_padat": f"={squeezed_text(own.here('pendekatan'))}",
        "kunci": f'=IF({nip}="","",{person_key(nip)})',
        "kualitatif": f'=IF({qualitative},{own.here("kunci")},"")',
        "lengkap": f'=IF(OR({nobody}),"",IF({planned}=0,0,{share}))',
        "capaian": f'=IF({total("bobot")}>0,{total("kali")}/{total("bobot")},"")',
        "skor": f'=IFERROR({mean},"")',
        "saran_hasil": achievement.saran_hasil(
            capaian, sources.number("hasil_di_atas"), sources.number("hasil_sesuai")
        ),
        "saran_perilaku": achievement.saran_perilaku(
            skor, sources.number("perilaku_di_atas"), sources.number("perilaku_sesuai")
        ),
    }
