"""The look of the master: colours, fonts and cell formats, each made once for a workbook.

One palette for cells and charts: navy and gold as in the standard workbooks, soft blues, and a colour for every predikat.
"""

from xlsxwriter.format import Format as CellFormat
from xlsxwriter.workbook import Workbook

from kinerja_xl.consolidation.schema import ASPECT_KEYS, NO_ASPECT, Format
from kinerja_xl.terms import Predikat

NAVY, GOLD, BLUE, PALE, SOFT, LINE, INK, GREY = (
    "#1F3864",
    "#C9A227",
    "#2E75B6",
    "#DCE6F1",
    "#F3F7FC",
    "#D0D7E2",
    "#262626",
    "#6B7280",
)
FONT = "Calibri"

CHART_COLOURS = {
    Predikat.SANGAT_BAIK: "#548235",
    Predikat.BAIK: "#A9D08E",
    Predikat.BUTUH_PERBAIKAN: "#FFD966",
    Predikat.KURANG: "#F4B183",
    Predikat.SANGAT_KURANG: "#C00000",
}

PROGRESS_COLOURS = (BLUE, "#BDD7EE", "#C00000", "#BFBFBF")
"""Rated, recapped only, rejected, in no workbook."""

HEAT = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": 70,
    "mid_value": 85,
    "max_value": 100,
    "min_color": "#F4B6B6",
    "mid_color": "#FFF2CC",
    "max_color": "#B7DDA0",
}
"""Colours of a mean achievement in percent, the same in every period; light, so that the number stays readable in print. No rule."""

HEAT_KEYS = {*ASPECT_KEYS.values(), NO_ASPECT}
"""Columns of a data sheet that have these colours."""

BEST = {"bg_color": "#C6E0B4", "font_color": "#375623"}
GOOD = {"bg_color": "#E2EFDA", "font_color": "#375623"}
CAUTION = {"bg_color": "#FFF2CC", "font_color": "#7F6000"}
WEAK = {"bg_color": "#FBE5D6", "font_color": "#833C0B"}
BAD = {"bg_color": "#F8CBCB", "font_color": "#9C0006"}
MUTED = {"bg_color": "#EDEDED", "font_color": "#595959"}

PREDIKAT_COLOURS = {
    "Sangat Baik": BEST,
    "Istimewa": BEST,
    "Baik": GOOD,
    "Butuh Perbaikan": CAUTION,
    "Cukup": CAUTION,
    "Kurang": WEAK,
    "Sangat Kurang": BAD,
    "Buruk": BAD,
}
_RATING_COLOURS = {"Di Atas": BEST, "Di Bawah": WEAK}
_CURVE_COLOURS = {"Sesuai": GOOD, "Tidak sesuai, beralasan": CAUTION, "Tidak sesuai": WEAK, "": MUTED}

WORD_COLOURS: dict[str, dict[str, dict[str, str]]] = {
    "predikat": PREDIKAT_COLOURS,
    "predikat_sebelumnya": PREDIKAT_COLOURS,
    "perubahan": {"Turun": WEAK, "Naik": GOOD},
    "capaian_organisasi": PREDIKAT_COLOURS,
    "rating_hasil": _RATING_COLOURS,
    "rating_perilaku": _RATING_COLOURS,
    "severity": {"galat": BAD, "peringatan": CAUTION, "info": MUTED},
    "kurva": _CURVE_COLOURS,
    "hasil": _CURVE_COLOURS,
    "status": {"diterima": GOOD, "ditolak": BAD, "dilewati": MUTED},
    "keadaan": {"belum masuk": CAUTION, "ditolak": BAD, "berkas ditolak": BAD, "": MUTED},
    "jenis": {"penghargaan": BEST, "pembinaan": CAUTION, "rencana": WEAK},
}
"""Colours of the columns with words, by column key: a cell that begins with the word takes the colour; ``""``: any other."""


def word_colours(key: str, text: str) -> dict[str, str]:
    """The colours that a text takes in the column ``key``; none where no word fits."""
    words = WORD_COLOURS[key].items()
    return next((colours for word, colours in words if text and text.lower().startswith(word.lower())), {})


NUMBER_FORMATS = {
    Format.TEXT: "@",
    Format.LINK: "@",
    Format.INTEGER: "#,##0_)",
    Format.PERCENT: "0.00",
    Format.SHARE: "0.0%",
    Format.DECIMAL: "#,##0.00_)",
    Format.DATE: "dd/mm/yyyy",
}
"""Format codes as Excel stores them; it shows them with the separators of the user's country. ``_)`` keeps off the border."""


class Look:
    """Cell formats of one workbook: the same properties give the same format object."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, object], ...], CellFormat] = {}

    def __call__(self, **properties: object) -> CellFormat:
        """A format in the house's font; ``properties`` as XlsxWriter names them."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            self._formats[key] = self._book.add_format(base | properties)
        return self._formats[key]

    def colour(self, colours: dict[str, str]) -> CellFormat:
        """A format for conditional colouring: only what changes."""
        key = tuple(sorted((f"={name}", value) for name, value in colours.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(colours)
        return self._formats[key]

    def body(self, kind: Format, *, quoted: bool = False, linked: bool = False) -> CellFormat:
        """The format of a column's cells."""
        numeric = kind in (Format.INTEGER, Format.PERCENT, Format.SHARE, Format.DECIMAL)
        shape: dict[str, object] = {"border": 1, "border_color": LINE, "valign": "top", "text_wrap": not numeric}
        if kind in (Format.PERCENT, Format.SHARE, Format.DATE):
            shape["align"] = "center"
        if linked:
            shape |= {"font_color": BLUE, "underline": 1}
        if quoted:
            shape["quote_prefix"] = True
        return self(num_format=NUMBER_FORMATS.get(kind, "General"), **shape)
