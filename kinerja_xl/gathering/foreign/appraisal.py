"""Behaviours and ratings of all sheets of a foreign form, by period; compares a typed predikat with the matrix of the law."""

from collections.abc import Mapping, Sequence

from kinerja_xl.forms.columns import FIRST_RATING_YEAR
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.behaviour import read_behaviours
from kinerja_xl.gathering.foreign.join import Difference, together
from kinerja_xl.gathering.foreign.page import Page
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.gathering.foreign.ratings import is_sentence, ratings
from kinerja_xl.gathering.foreign.report import ForeignForm, put_row, tell_differences, tell_loose
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, RegulationError, aturan_pada
from kinerja_xl.terms import Predikat, Rating, read_term

Periods = Mapping[str, Periode | None]
"""The period of each sheet by its name."""


def put_behaviours(form: ForeignForm, pages: Sequence[Page], periods: Periods) -> None:
    """The sheet Perilaku: one row for each behaviour of which anything is said."""
    rows: dict[str, Values] = {}
    differences: list[Difference] = []
    for page in pages:
        found = read_behaviours(page.sheet, form.tahun, page.feedback)
        tell_loose(found.loose, form)
        for name, values in found.rows.items():
            together(rows.setdefault(name, {}), _of_period(form, values, periods[page.sheet.name]), differences)
    for name, values in rows.items():
        if values:
            put_row(form, "perilaku", {"nilai": name}, values)
    tell_differences(differences, form)


def _of_period(form: ForeignForm, values: Values, periode: Periode | None) -> Values:
    """Feedback and number by the quarter of the sheet; what is expected holds all year."""
    named = {key: value for key, value in values.items() if key == "ekspektasi"}
    rest = {key: value for key, value in values.items() if key != "ekspektasi"}
    if periode:
        return named | {f"{key}_{periode.suffix}": value for key, value in rest.items()}
    for value in rest.values():
        _tell_no_period(form, value, "umpan balik atau nilai perilaku")
    return named


def put_appraisals(form: ForeignForm, pages: Sequence[Page], periods: Periods) -> None:
    """The sheet Penilaian, one row for each period, and what a form says of the unit."""
    by_period: dict[Periode, Values] = {}
    differences: list[Difference] = []
    for page in pages:
        found, choices = ratings(page.sheet, page.outside() if page.evaluates else ())
        periode = periods[page.sheet.name]
        tell_loose((value for value in choices if page.has_entries or is_sentence(value.text)), form)
        if found and periode:
            together(by_period.setdefault(periode, {}), found, differences)
        elif found:
            _tell_no_period(form, next(iter(found.values())), "rating, predikat, atau catatan")
    tell_differences(differences, form)
    for periode in sorted(by_period, key=list(Periode).index):
        _put_appraisal(form, periode, by_period[periode])


def _tell_no_period(form: ForeignForm, value: Value, what: str) -> None:
    form.tell(faults.NO_PERIOD, sheet=value.place.sheet, cell=value.place.cell, apa=what)


def _put_appraisal(form: ForeignForm, periode: Periode, values: Values) -> None:
    capaian, predikat = values.pop("capaian", None), values.pop("predikat", None)
    if capaian:
        key = f"capaian_{periode.lower()}"
        form.unit[key] = capaian.text
        form.places["unit", 0, key] = capaian.place
    if values:
        put_row(form, "penilaian", {"periode": str(periode)}, values)
    if predikat:
        _check_predikat(form, periode, values, predikat)


def _check_predikat(form: ForeignForm, periode: Periode, values: Values, typed: Value) -> None:
    """The predikat is not gathered but follows from the ratings; a typed one that they do not give is told."""
    where = typed.place
    by_matrix = _by_matrix(form.tahun, periode, values)
    if by_matrix is None:
        what = f"Predikat '{typed.text}' {periode.label} tanpa kedua rating"
        form.tell(faults.NO_PLACE, sheet=where.sheet, cell=where.cell, apa=what, tahun=form.tahun)
    elif read_term(Predikat, typed.text) is not by_matrix:
        form.tell(
            faults.NO_SUCH_PREDIKAT,
            sheet=where.sheet,
            cell=where.cell,
            kolom="Predikat Kinerja Pegawai",
            value=typed.text,
            periode=periode.label,
            matriks=str(by_matrix),
        )


def _by_matrix(tahun: str, periode: Periode, values: Values) -> Predikat | None:
    """The predikat of both ratings by the matrix of that year; None where one is missing or the year has no ratings."""
    typed = [read_term(Rating, values[key].text) for key in ("rating_hasil", "rating_perilaku") if key in values]
    if len(typed) < 2 or not typed[0] or not typed[1] or not tahun.isdigit() or int(tahun) < FIRST_RATING_YEAR:
        return None
    try:
        matrix = aturan_pada(periode.span(int(tahun))[1], AturanRating).matriks_predikat.isi
    except RegulationError:
        return None
    return matrix[typed[0]][typed[1]]
