"""Where each typed value of a Formulir SKP stands, by the key of its field in the unit workbook: for ``fill`` and ``read`` alike."""

from kinerja_xl.forms.skp.layout import PANEL_LABEL, PANEL_VALUE, PLAN_HELPERS, Layout
from kinerja_xl.forms.skp.variant import Varian
from kinerja_xl.terms import Nilai

RATED = ("rating_hasil", "rating_perilaku", "rekomendasi", "tanggal", "alasan")
"""What the rater types once a period, by the keys of the sheet Penilaian."""


def plan_keys(varian: Varian) -> tuple[str, ...]:
    """Keys of what is typed for each indicator on the sheet SKP."""
    printed = [c.key for c in Layout(varian, evaluation=False).columns if c.key not in ("rhk", "rhk_pimpinan")]
    helpers = () if varian.kualitatif else tuple(key for key in PLAN_HELPERS.columns if key != "kurang")
    return (*printed, *helpers)


def result_place(layout: Layout, block: int, item: int, key: str) -> tuple[int, int]:
    """Row and column of ``realisasi`` or ``bukti`` of an indicator, or of the ``umpan_balik`` of its RHK."""
    own = layout.blocks[block]
    return (own.row if key == "umpan_balik" else own.items[item - 1]), layout.column(key)


def value_place(layout: Layout, nilai: Nilai, key: str) -> tuple[int, int]:
    """Row and column of the ``ekspektasi``, ``umpan_balik`` or ``skor`` of a value."""
    row = layout.value_row(nilai)
    return {
        "ekspektasi": (row + 1, layout.expectation_span.first),
        "umpan_balik": (row, 9),
        "skor": (row, PANEL_LABEL),
    }[key]


def rated_place(layout: Layout, key: str) -> tuple[int, int]:
    """Row and column of what the rater types on an evaluation sheet: ``capaian`` (of the unit) or a key of ``RATED``."""
    return {
        "capaian": (layout.result_row, 7),
        "rating_hasil": (layout.rating_hasil_row, 7),
        "rating_perilaku": (layout.rating_perilaku_row, 7),
        "rekomendasi": (layout.note_row, 7),
        "tanggal": (layout.predikat_row, PANEL_VALUE),
        "alasan": (layout.rating_hasil_row, PANEL_VALUE),
    }[key]
