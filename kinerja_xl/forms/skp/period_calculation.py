"""The part of the sheet Hitung with a row for each period: dates, what was rated, scores, completeness, the curve.

The sheets of a period, and those that show the period chosen on Identitas, take everything from here.
"""

from collections.abc import Callable

from openpyxl.utils import get_column_letter

from kinerja_xl.forms.reference import CURVE_ORDER, Reference
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp.calculation import Calculation, Region, listed
from kinerja_xl.forms.skp.curve_chart import Curve
from kinerja_xl.forms.skp.heading import entry
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import PANEL_LABEL, PANEL_VALUE
from kinerja_xl.forms.skp.variant import EVALUASI, HITUNG, IDENTITAS, SKP
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Kategori, Nilai

_EXCEL_EPOCH = 693594
"""Ordinal of the day 0 of spreadsheets."""
NOT_THERE = "TIDAK BERTUGAS DI UNIT INI PADA PERIODE INI"
_COLUMNS = (
    *("kode", "label", "mulai", "selesai", "rentang", "bulan"),
    *("capaian_organisasi", "rating_hasil", "rating_perilaku", "predikat", "rekomendasi", "tanggal"),
    *("capaian", "skor", "saran_hasil", "saran_perilaku", "lengkap", "kurang", "bagian_penilai"),
)


class PeriodCalculation:
    """The rows of the periods while they are written; hands out the addresses of their results."""

    def __init__(self, calc: Calculation, reference: Reference, tahun: int) -> None:
        self.calc, self.reference, self.tahun = calc, reference, tahun
        self.sheet = calc.sheet
        self.rows = Region(self.sheet, calc.end + 2, Periode, _COLUMNS)
        self.chosen_row = self.rows.end + 2
        self._curve_row = self.chosen_row + 3

    def at(self, name: str, periode: Periode) -> str:
        """Address of a result of a period, for other sheets too."""
        return self.rows.at(periode, name)

    def cell(self, periode: Periode, column: int, row: int) -> str:
        """Address of a cell of the evaluation sheet of a period."""
        return f"'{EVALUASI[periode]}'!${get_column_letter(column)}${row}"

    def write(self) -> None:
        """Write the rows of all periods, of the chosen one, and the curves."""
        for periode in Periode:
            for name, formula in self._formulas(periode).items():
                self.rows.put(periode, name, formula)
        self.sheet.cell(self.chosen_row, 1, self._choice())
        self.sheet.cell(self.chosen_row, 2, f"={date_words(self, entry('tanggal_skp'))}")
        for place, periode in enumerate((*Periode, None)):
            self._write_curve(place, periode)

    def _choice(self) -> str:
        """Formula: number of the period shown by the sheets that show one; the year where none is chosen."""
        names = ",".join(f'"{p}"' for p in Periode)
        return f"=IFERROR(MATCH({entry('periode')},{{{names}}},0),{len(Periode)})"

    def chosen(self, name: str) -> str:
        """Formula (without ``=``): a result of the period chosen on Identitas."""
        return f"INDEX({self.rows.range(Periode, name)},{HITUNG}!$A${self.chosen_row})"

    @property
    def plan_date(self) -> str:
        """Address of the date of the SKP in words."""
        return f"{HITUNG}!$B${self.chosen_row}"

    def _formulas(self, periode: Periode) -> dict[str, str | int]:
        return {
            "kode": periode.value,
            "label": f"Tahun {self.tahun}" if periode is Periode.TAHUNAN else f"{periode.label} Tahun {self.tahun}",
            **self._dates(periode),
            **self._rated(periode),
            **self._scores(periode),
            **self._completeness(periode),
        }

    def _dates(self, periode: Periode) -> dict[str, str | int]:
        """The days of the period in which the person is in the unit, in words, and the months of angka kredit."""
        first, last = (day.toordinal() - _EXCEL_EPOCH for day in periode.span(self.tahun))
        start, end = (self.at(name, periode) for name in ("mulai", "selesai"))
        begun, left = entry("mulai"), entry("selesai")
        words = f'{day_words(self, start)}&" S.D. "&{day_words(self, end)}&" TAHUN {self.tahun}"'
        return {
            "mulai": f"=IF(ISNUMBER({begun}),MAX({begun},{first}),{first})",
            "selesai": f"=IF(ISNUMBER({left}),MIN({left},{last}),{last})",
            "rentang": f'=IF({start}>{end},"{NOT_THERE}",{words})',
            "bulan": f"=SUMPRODUCT(({self._month_ends}>={start})*({self._month_ends}<={last})*(({self._month_ends}<={end})))",
        }

    @property
    def _month_ends(self) -> str:
        return self.calc.lists["akhir_bulan"]

    def _rated(self, periode: Periode) -> dict[str, str]:
        """What the rater typed, as text; dates in words."""
        layout = self.calc.evaluation
        places = {
            "capaian_organisasi": (7, layout.result_row),
            "rating_hasil": (7, layout.rating_hasil_row),
            "rating_perilaku": (7, layout.rating_perilaku_row),
            "predikat": (7, layout.predikat_row),
            "rekomendasi": (7, layout.note_row),
        }
        shown = {name: f'={self.cell(periode, *place)}&""' for name, place in places.items()}
        typed = self.cell(periode, PANEL_VALUE, layout.predikat_row)
        return shown | {"tanggal": f"={date_words(self, typed)}"}

    def _scores(self, periode: Periode) -> dict[str, str]:
        """Achievement, mean of the helper scores, both suggestions."""
        limits, calc = self.calc.lists, self.calc
        achieved = '=""'
        if not calc.varian.kualitatif:
            utama, tambahan = (calc.rhk_range(periode, kategori) for kategori in Kategori)
            weights = (limits["bobot_utama"], limits["bobot_tambahan"])
            achieved = achievement.capaian_pegawai(utama, tambahan, *weights)
        rows = [calc.evaluation.value_row(nilai) for nilai in Nilai]
        source = Periode.TW4 if periode is Periode.TAHUNAN else periode
        column = get_column_letter(PANEL_LABEL)
        scores = f"'{EVALUASI[source]}'!${column}${min(rows)}:${column}${max(rows) + 1}"
        mean, skor = self.at("capaian", periode), self.at("skor", periode)
        return {
            "capaian": achieved,
            "skor": achievement.skor_perilaku(scores),
            "saran_hasil": achievement.saran_hasil(mean, limits["hasil_di_atas"], limits["hasil_sesuai"]),
            "saran_perilaku": achievement.saran_perilaku(skor, limits["perilaku_di_atas"], limits["perilaku_sesuai"]),
        }

    def _completeness(self, periode: Periode) -> dict[str, str]:
        """Percent that is filled, the first thing missing with its row, and what the rater still has to do."""
        layout = self.calc.evaluation
        area = self._missing_area(f"'{EVALUASI[periode]}'", layout.column("kurang"), layout.header_row + 3, layout.end)
        needed, missing = (self.calc.sum_of(periode, key) for key in ("butuh", "kurang"))
        asked = (
            ("capaian_organisasi", "capaian kinerja organisasi"),
            ("rating_hasil", "rating hasil kerja"),
            ("rating_perilaku", "rating perilaku kerja"),
            ("tanggal", "tanggal penilaian"),
        )
        lacking = "&".join(f'IF({self.at(name, periode)}="","; {word}","")' for name, word in asked)
        return {
            "lengkap": percent_filled(needed, missing),
            "kurang": first_missing(area, layout.header_row + 3, needed),
            "bagian_penilai": f"={listed(lacking)}",
        }

    @staticmethod
    def _missing_area(sheet: str, column: int, first: int, last: int) -> str:
        letter = get_column_letter(column)
        return f"{sheet}!${letter}${first}:${letter}${last}"

    def plan_summary(self) -> list[tuple[str, str]]:
        """Label and formula of each line of the panel on the sheet SKP."""
        layout = self.calc.plan
        area = self._missing_area(SKP, layout.column("kurang"), layout.header_row + 3, layout.end)
        needed, missing = (self.calc.sum_of(None, key) for key in ("butuh", "kurang"))
        return [
            ("Kelengkapan (%)", percent_filled(needed, missing)),
            ("Yang masih kurang", first_missing(area, layout.header_row + 3, needed)),
        ]

    def evaluation_summary(self, periode: Periode) -> list[tuple[str, str]]:
        """Label and formula of each line of the panel on the evaluation sheet of a period."""
        labels = (
            ("Kelengkapan (%)", "lengkap"),
            ("Yang masih kurang", "kurang"),
            ("Bulan bertugas", "bulan"),
            ("Capaian (%)", "capaian"),
            ("Saran rating hasil kerja", "saran_hasil"),
            ("Saran rating perilaku", "saran_perilaku"),
            ("Penilai belum mengisi", "bagian_penilai"),
        )
        return [(label, f"={self.at(name, periode)}") for label, name in labels]

    def identity_summary(self) -> list[tuple[str, str]]:
        """The two formulas of the completeness of the sheet Identitas."""
        asked = [(e.header, f"$B${IDENTITY.row(e.key)}") for e in IDENTITY.entries if e.needed]
        missing = "+".join(f'IF({IDENTITAS}!{cell}="",1,0)' for _, cell in asked)
        first = '"tidak ada"'
        for header, cell in reversed(asked):
            first = f'IF({IDENTITAS}!{cell}="","{header}",{first})'
        return [
            ("Kelengkapan (%)", percent_filled(str(len(asked)), f"({missing})")),
            ("Yang masih kurang", f"={first}"),
        ]

    def predikat_formula(self) -> str:
        """Formula of the predikat on the evaluation sheet."""
        layout = self.calc.evaluation
        hasil, perilaku = f"$G${layout.rating_hasil_row}", f"$G${layout.rating_perilaku_row}"
        return achievement.predikat(hasil, perilaku, self.reference["rating"], self.reference["matriks"])

    def curve(self, periode: Periode | None) -> Curve:
        """Where the curve of a period stands; None: of the chosen one."""
        place = [*Periode, None].index(periode)
        first = 1 + 3 * place
        return Curve(self.sheet.name, self._curve_row, first, first + 1, first + 2)

    def _write_curve(self, place: int, periode: Periode | None) -> None:
        value: Callable[[str], str] = self.chosen if periode is None else lambda name: self.at(name, periode)
        names, values, person = (3 * place + offset for offset in (1, 2, 3))
        row_of_result = f"MATCH({value('capaian_organisasi')},{self.reference['capaian']},0)"
        self.sheet.cell(self._curve_row - 1, values, "Pola")
        self.sheet.cell(self._curve_row - 1, person, "Predikat pegawai")
        for point, predikat in enumerate(CURVE_ORDER):
            row = self._curve_row + point
            here = f"{get_column_letter(values)}{row}"
            self.sheet.cell(row, names, predikat.value)
            self.sheet.cell(row, values, f"=IFERROR(INDEX({self.reference['pola']},{row_of_result},{point + 1}),0)")
            self.sheet.cell(row, person, f'=IF({value("predikat")}="{predikat}",{here},0)')


def percent_filled(needed: str, missing: str) -> str:
    """Formula: percent (0 to 100, whole) of what is needed that is there; 0 where nothing is needed yet."""
    return f"=IF({needed}=0,0,ROUND(100*(1-{missing}/{needed}),0))"


def first_missing(area: str, first_row: int, needed: str) -> str:
    """Formula: row and words of the first line of ``area`` that says something, and how many lines do; ``needed`` as above."""
    place = f'MATCH(1,INDEX(({area}<>"")*1,0),0)'
    lines = f'SUMPRODUCT(--({area}<>""))'
    others = f'IF({lines}>1," (dan "&({lines}-1)&" baris lain)","")'
    found = f'IFERROR("baris "&({place}+{first_row - 1})&": "&INDEX({area},{place})&{others},"tidak ada")'
    return f'=IF({needed}=0,"belum diisi",{found})'


def day_words(calc: PeriodCalculation, cell: str) -> str:
    """Formula (without ``=``): day and month in capitals."""
    return f'DAY({cell})&" "&UPPER(INDEX({calc.reference["bulan"]},MONTH({cell})))'


def date_words(calc: PeriodCalculation, cell: str) -> str:
    """Formula (without ``=``): a typed date in words, nothing where there is none."""
    month = f"INDEX({calc.reference['bulan']},MONTH({cell}))"
    return f'IF(ISNUMBER({cell}),DAY({cell})&" "&{month}&" "&YEAR({cell}),"")'
