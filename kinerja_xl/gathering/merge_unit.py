"""Merges entries that every form of a unit repeats (the achievement of the unit) into the sheet Unit."""

from collections import defaultdict
from collections.abc import Sequence

from kinerja_xl.forms.description import Field
from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.unit_workbook import UNIT
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.compare import canonical, meaning
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.work import Spot, Work
from kinerja_xl.periods import Periode

Said = dict[str, list[tuple[StaffForm, str]]]
"""Meaning -> the forms that say it, and in which words."""


def merge_unit(work: Work, forms: Sequence[StaffForm]) -> None:
    """Take an entry where all forms agree and the unit workbook has none; tell every other difference."""
    said: dict[str, Said] = defaultdict(lambda: defaultdict(list))
    homeless: dict[str, StaffForm] = {}
    for form in forms:
        for key, text in form.unit.items():
            field = work.book.field(UNIT.key, key)
            if field is None or not work.book.has(UNIT.key, key):
                homeless.setdefault(key, form) if text.strip() else None
            elif not field.locked and (typed := canonical(field, text)):
                said[key][meaning(field, typed)].append((form, typed))
    for key, form in homeless.items():
        _tell_homeless(work, form, key)
    for key, meant in said.items():
        work.merged.counts.entries += 1
        _entry(work, work.book.form.unit.field(key), meant)
    _fill_office(work, forms)
    if not work.book.unit.get("periode"):
        _begin_period(work, forms)


def _fill_office(work: Work, forms: Sequence[StaffForm]) -> None:
    """Take what all forms print alike of the office where the unit workbook says nothing."""
    for key in dict.fromkeys(key for form in forms for key in form.office):
        said = {form.office.get(key, "") for form in forms} - {""}
        if len(said) == 1 and work.book.has(UNIT.key, key):
            _office_entry(work, key, said.pop())


def _office_entry(work: Work, key: str, text: str) -> None:
    """An entry counts where it is taken, or was taken before; another text of the unit workbook is its own affair."""
    counts, old = work.merged.counts, work.book.unit.get(key, "")
    if not old:
        work.merged.unit[key] = text
        counts.written += 1
    counts.unchanged += old == text
    counts.entries += old in ("", text)


def _begin_period(work: Work, forms: Sequence[StaffForm]) -> None:
    """Without a period the last one is appraised that somebody was rated in, else the last one with results; it is told."""
    rated = {row.get("periode", "") for form in forms for row in form.rows.get("penilaian", ()) if _is_rated(row)}
    results = {key.removeprefix("realisasi_").upper() for form in forms for key in _results(form)}
    known = [periode for periode in Periode if periode in (rated or results)]
    if known and work.book.has(UNIT.key, "periode"):
        work.merged.unit["periode"] = known[-1].value
        fault = faults.PERIOD_CHOSEN
        work.merged.findings.append(fault.finding(work.book.berkas, sheet=UNIT.name, value=known[-1].value))


def _is_rated(row: Row) -> bool:
    return bool(row.get("rating_hasil") or row.get("rating_perilaku"))


def _results(form: StaffForm) -> set[str]:
    return {key for row in form.rows.get("realisasi", ()) for key in row if key.startswith("realisasi_")}


def _tell_homeless(work: Work, form: StaffForm, key: str) -> None:
    header = next((e.header for e in UNIT.entries if e.key == key), key)
    what = f"{header} (lembar {UNIT.name})"
    work.tell(form, faults.NO_PLACE, (UNIT.key, 0, key), kolom=header, apa=what, tahun=work.book.tahun)
    work.merged.counts.entries += 1
    work.merged.counts.homeless += 1


def _entry(work: Work, field: Field, said: Said) -> None:
    counts, old = work.merged.counts, work.book.unit.get(field.key, "")
    others = {meant: forms for meant, forms in said.items() if not old or meant != meaning(field, old)}
    agreed = len(said) == 1
    if not others:
        counts.unchanged += 1
        return
    taken = agreed and (not old or work.wishes.prefer_form)
    if taken:
        ((_, text), *_), *_ = said.values()
        work.merged.unit[field.key] = text
        counts.written += 1
        counts.replaced += bool(old)
    else:
        counts.different += 1
    if old or not agreed:
        for forms in others.values():
            _tell_different(work, field, forms, taken=taken, agreed=agreed)


def _tell_different(work: Work, field: Field, forms: list[tuple[StaffForm, str]], *, taken: bool, agreed: bool) -> None:
    (form, text), *_ = forms
    spot: Spot = (UNIT.key, 0, field.key)
    done = "diganti dengan isian formulir" if taken else "tetap"
    why = "" if agreed else " karena isi formulir-formulirnya tidak sama"
    work.tell(
        form,
        faults.REPLACED if taken else faults.DIFFERENT,
        spot,
        kolom=field.header,
        value=text,
        nama=work.book.unit.get("nama_unit", "") or "unit ini",
        baris=f" ({len(forms)} formulir)",
        lama=shortened(work.book.unit.get(field.key, "")) or "(kosong)",
        keputusan=f"Isian buku kerja ({work.book.place(UNIT.key, field.key, 1)}) {done}{why}.",
    )
