"""A workbook that scores indicators, RHK and people by the formulas of ``achievement_formulas``."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp.quantity_formulas import STEPS, Step, resolved
from kinerja_xl.regulations import AturanRating
from kinerja_xl.terms import Arah, Rating
from tests.forms.skp.quantity_sheet import Value, add_quantity, new_book, type_into

WIDTH = len(STEPS) + 1
QUANTITIES = ("target", "target_tw", "realisasi_tw2", "realisasi_tw4")
INDICATORS, CAPAIAN_TW2, CAPAIAN_TAHUNAN = "Indikator", "capaian_tw2", "capaian_tahunan"


class Indikator(NamedTuple):
    """What is typed for an indicator: targets of the year and the quarter, results of the quarter and the year."""

    target: Value
    target_tw: Value
    realisasi_tw2: Value
    realisasi_tw4: Value
    arah: str = ""
    aspek: str = "Kuantitas"


class AchievementBook:
    """The workbook while it is built: settings first, then whatever a test wants to be computed."""

    def __init__(self, aturan: AturanRating) -> None:
        self.book, self._lists = new_book()
        self.places = self._settings(aturan)

    def _settings(self, aturan: AturanRating) -> dict[str, str]:
        bobot, hasil, perilaku = aturan.bobot_kategori.isi, aturan.saran_hasil.isi, aturan.saran_perilaku.isi
        falling = [aspek.value for aspek, arah in aturan.arah_bawaan.isi.items() if arah is Arah.TURUN]
        matrix = aturan.matriks_predikat.isi
        return {
            "batas": self.put("batas", [[aturan.batas_capaian.isi]]),
            "bobot_utama": self.put("bobot_utama", [[bobot.utama]]),
            "bobot_tambahan": self.put("bobot_tambahan", [[bobot.tambahan]]),
            "hasil_di_atas": self.put("hasil_di_atas", [[hasil.di_atas]]),
            "hasil_sesuai": self.put("hasil_sesuai", [[hasil.sesuai]]),
            "perilaku_di_atas": self.put("perilaku_di_atas", [[perilaku.di_atas]]),
            "perilaku_sesuai": self.put("perilaku_sesuai", [[perilaku.sesuai]]),
            "aspek_turun": self.put("aspek_turun", [[aspek] for aspek in (*falling, "")]),
            "rating": self.put("rating", [[rating] for rating in Rating]),
            "matriks": self.put("matriks", [[matrix[hasil][perilaku] for perilaku in Rating] for hasil in Rating]),
        }

    def put(self, title: str, rows: Sequence[Sequence[Value]]) -> str:
        """A sheet with these values; the range they stand in."""
        sheet = self.book.create_sheet(title)
        for r, row in enumerate(rows, start=1):
            for c, value in enumerate(row, start=1):
                type_into(sheet, r, c, value)
        return f"{title}!$A$1:${get_column_letter(len(rows[0]))}${len(rows)}".replace("$A$1:$A$1", "$A$1")

    def formulas(self, title: str, formulas: Sequence[Sequence[str]]) -> None:
        """A sheet with these formulas."""
        sheet = self.book.create_sheet(title)
        for row in formulas:
            sheet.append(list(row))

    def indicators(self, rows: Sequence[Indikator], title: str = INDICATORS) -> dict[str, str]:
        """A sheet with a row for each indicator; the columns in which achievement stands, by ``CAPAIAN_TW2`` and the like."""
        sheet = self.book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            columns = self._indicator(sheet, number, row)
        return columns

    def _indicator(self, sheet: Worksheet, number: int, row: Indikator) -> dict[str, str]:
        found = {
            key: add_quantity(sheet, number, 1 + i * WIDTH, getattr(row, key), self._lists)
            for i, key in enumerate(QUANTITIES)
        }
        column = 1 + len(QUANTITIES) * WIDTH
        inputs = {
            **{f"target_{step}": found["target"][step] for step in ("low", "high")},
            "target_tw": found["target_tw"]["sel"],
            **{f"target_tw_{step}": found["target_tw"][step] for step in ("text", "low", "high")},
            "arah": type_into(sheet, number, column, row.arah),
            "aspek": type_into(sheet, number, column + 1, row.aspek),
            **{key: self.places[key] for key in ("aspek_turun", "batas")},
        }
        columns = {}
        for key, steps, result in (
            (CAPAIAN_TW2, achievement.TRIWULAN, "realisasi_tw2"),
            (CAPAIAN_TAHUNAN, achievement.TAHUNAN, "realisasi_tw4"),
        ):
            own = {f"realisasi_{step}": found[result][step] for step in ("low", "high")}
            column += len(steps) + 2
            columns[key] = _steps(sheet, number, column, steps, inputs | own)
        return columns


def _steps(sheet: Worksheet, row: int, column: int, steps: Sequence[Step], inputs: dict[str, str]) -> str:
    """Put steps beside each other; letters of the last one's column."""
    letters = {step.name: get_column_letter(column + i) for i, step in enumerate(steps)}
    for name, formula in resolved(steps, lambda step: f"${letters[step]}{row}", **inputs).items():
        sheet[f"{letters[name]}{row}"] = formula
    return letters[steps[-1].name]
