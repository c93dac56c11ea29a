"""A predikat that was typed over its formula on our own form: it is not gathered but follows from the two ratings."""

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.own_page import Page
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, RegulationError, aturan_pada
from kinerja_xl.terms import Predikat, Rating, read_term

COLUMN = 7


def tell_predikat(page: Page, periode: Periode, rated: Row, form: StaffForm) -> None:
    """Hold a typed predikat against the one that the ratings in ``rated`` give."""
    built = page.layout.predikat_row
    text, where = page.text(built, COLUMN), page.place(built, COLUMN)
    if not text or page.formula(built, COLUMN) is not None:
        return
    page.used.add((page.row(built), COLUMN))
    given = _by_matrix(form.tahun, periode, rated)
    if given is None:
        what = f"Predikat '{text}' {periode.label} tanpa kedua rating"
        form.tell(faults.NO_PLACE, sheet=where.sheet, cell=where.cell, apa=what, tahun=form.tahun)
    elif read_term(Predikat, text) is not given:
        form.tell(
            faults.NO_SUCH_PREDIKAT,
            sheet=where.sheet,
            cell=where.cell,
            kolom="Predikat Kinerja Pegawai",
            value=text,
            periode=periode.label,
            matriks=str(given),
        )


def _by_matrix(tahun: str, periode: Periode, rated: Row) -> Predikat | None:
    """The predikat of both ratings; None where one is missing or the year has none."""
    hasil, perilaku = (read_term(Rating, rated.get(key, "")) for key in ("rating_hasil", "rating_perilaku"))
    if hasil is None or perilaku is None or not tahun.isdigit():
        return None
    try:
        matrix = aturan_pada(periode.span(int(tahun))[1], AturanRating).matriks_predikat.isi
    except RegulationError:
        return None
    return matrix[hasil][perilaku]
