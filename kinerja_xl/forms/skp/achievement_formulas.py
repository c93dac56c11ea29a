"""Formulas for the score of one person and period: achievement of indicators, means, suggestions, predikat.

The same arithmetic as ``scoring.achievement``, ``scoring.rating`` and ``scoring.ratings``, in functions that Excel 2010 and
LibreOffice 7 both have. Arguments are addresses (ranges where said); numbers of the law and of the office (``batas``, weights,
thresholds, matrix) come from cells, so that the form and the scores stand on the same data. What cannot be computed is ``""``.
"""

from kinerja_xl.forms.skp.quantity_formulas import Step
from kinerja_xl.scoring.achievement import FULL
from kinerja_xl.scoring.rating import SCORES
from kinerja_xl.scoring.ratings import NOISE
from kinerja_xl.terms import Arah, Rating

_FULL = f"{FULL:.0f}"
_OWN_TARGET = "IF(ISTEXT({target_tw}),LEN({target_tw_text})>0,NOT(ISBLANK({target_tw})))"
_FALLING_ASPECT = "SUMPRODUCT(({aspek_turun}=TRIM({aspek}))*(LEN(TRIM({aspek}))>0))>0"
_RATIO = "IF({turun},(2*{acuan}-{angka})/{acuan},{angka}/{acuan})"
_OF_ZERO = f"IF({{turun}},0,{_FULL})"
_OUTSIDE = f"IF({{acuan}}=0,{_OF_ZERO},{_RATIO}*{_FULL})"
_RAW = f"IF({{angka}}<0,0,IF(AND({{low}}<={{angka}},{{angka}}<={{high}}),{_FULL},{_OUTSIDE}))"
_CAPPED = f'IF(OR({{low}}<0,{{high}}<{{low}}),"",MIN({{batas}},MAX(0,{_RAW})))'

_SCORED = (
    Step(
        "angka",
        "Realisasi",
        '=IF(AND(ISNUMBER({realisasi_low}),{realisasi_low}={realisasi_high}),{realisasi_low},"")',
    ),
    Step(
        "turun",
        "Makin kecil makin baik",
        f'=OR(TRIM({{arah}})="{Arah.TURUN}",AND(TRIM({{arah}})<>"{Arah.NAIK}",{_FALLING_ASPECT}))',
    ),
    Step("acuan", "Acuan", "=IF({angka}>{high},{high},{low})"),
    Step("capaian", "Capaian (%)", f'=IF(COUNT({{low}},{{high}},{{angka}})<3,"",{_CAPPED})'),
)
TAHUNAN = (
    Step("low", "Target: batas bawah", "={target_low}"),
    Step("high", "Target: batas atas", "={target_high}"),
    *_SCORED,
)
"""Achievement of an indicator in the year, for ``quantity_formulas.resolved``.

Inputs: ``target_low``, ``target_high``, ``realisasi_low``, ``realisasi_high`` (what the quantities' formulas give), ``arah``,
``aspek``, ``aspek_turun`` (range of the aspects that fall where ``arah`` is empty; may be an empty cell), ``batas`` (percent).
"""
TRIWULAN = (
    Step("low", "Target: batas bawah", f"=IF({_OWN_TARGET},{{target_tw_low}},{{target_low}})"),
    Step("high", "Target: batas atas", f"=IF({_OWN_TARGET},{{target_tw_high}},{{target_high}})"),
    *_SCORED,
)
"""The same in a quarter: its own target where one is typed, even an unreadable one, else the year's.

Further inputs: ``target_tw`` (the typed cell), ``target_tw_text``, ``target_tw_low``, ``target_tw_high`` (its steps).
"""


def rerata(capaian: str) -> str:
    """Mean of those cells of a range that hold a number: an RHK over its indicators, a person over helper numbers."""
    return f'=IF(COUNT({capaian})=0,"",AVERAGE({capaian}))'


def capaian_pegawai(utama: str, tambahan: str, bobot_utama: str, bobot_tambahan: str) -> str:
    """Weighted mean over the RHK that have a number; ``utama`` and ``tambahan`` are the ranges of their achievement."""
    weight = f"({bobot_utama}*COUNT({utama})+{bobot_tambahan}*COUNT({tambahan}))"
    return f'=IF({weight}>0,({bobot_utama}*SUM({utama})+{bobot_tambahan}*SUM({tambahan}))/{weight},"")'


def saran_hasil(capaian: str, di_atas: str, sesuai: str) -> str:
    """Suggested rating of hasil kerja: above ``di_atas``, from ``sesuai``, below."""
    return _suggested(capaian, f"ROUND({capaian},{NOISE})>{di_atas}", sesuai)


def saran_perilaku(skor: str, di_atas: str, sesuai: str) -> str:
    """Suggested rating of perilaku from the mean of the helper scores: from ``di_atas``, from ``sesuai``, below."""
    return _suggested(skor, f"ROUND({skor},{NOISE})>={di_atas}", sesuai)


def skor_perilaku(skor: str) -> str:
    """Mean of the helper scores in a range: numbers or texts 1, 2, 3; anything else does not count."""
    counts = {score: f'SUMPRODUCT(--(TRIM({skor})="{score}"))' for score in SCORES}
    total = "+".join(f"{score}*{count}" for score, count in counts.items())
    return f'=IFERROR(({total})/({"+".join(counts.values())}),"")'


def predikat(rating_hasil: str, rating_perilaku: str, rating: str, matriks: str) -> str:
    """Predikat by the matrix: ``rating`` is the range of its ratings in order, ``matriks`` its 3x3 range (rows: hasil kerja)."""
    row, column = (f"MATCH({cell},{rating},0)" for cell in (rating_hasil, rating_perilaku))
    found = f'IFERROR(INDEX({matriks},{row},{column}),"Rating tidak dikenal")'
    return f'=IF(OR({rating_hasil}="",{rating_perilaku}=""),"",{found})'


def _suggested(value: str, above: str, sesuai: str) -> str:
    rest = f'IF(ROUND({value},{NOISE})>={sesuai},"{Rating.SESUAI}","{Rating.DI_BAWAH}")'
    return f'=IF(ISNUMBER({value}),IF({above},"{Rating.DI_ATAS}",{rest}),"")'
