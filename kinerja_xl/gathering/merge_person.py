"""Merges what one form says about its person into the rows of the unit workbook, cell by cell."""

from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.forms.faults import shortened
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, TABLE_BY_KEY
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.choose import KEYS, RowKey, numbered, row_key
from kinerja_xl.gathering.compare import canonical, is_too_long, meaning
from kinerja_xl.gathering.other_indicator import other_indicators
from kinerja_xl.gathering.renumber import renumbered
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.gathering.unit_book import UnitRow
from kinerja_xl.gathering.withdrawn import tell_withdrawn
from kinerja_xl.gathering.work import Spot, Work

PLANNED = ("rencana", "realisasi")
"""Tables whose rows a form lists completely; in the others it has only what the rater wrote."""
MARK = "_angka"
"""Ending of the keys that mark a NIP as stored in a number."""


def merge_person(work: Work, form: StaffForm) -> None:
    """Everything the form says about its person; what it does not have stays as it is."""
    form = renumbered(work, form)
    others = other_indicators(work, form)
    homeless: dict[tuple[str, str], Spot] = {}
    for table, rows in form.rows.items():
        seen = set[RowKey]()
        for index, row in enumerate(rows):
            key = row_key(work.book, table, row) if table in KEYS else ()
            if table not in KEYS or key not in seen:
                values = _placed(work, form, (table, index), homeless)
                if table in PLANNED and key in others:
                    _apart(work, table, (form.nip, key), values)
                else:
                    _row(work, form, (table, index), key, values)
                    tell_withdrawn(work, form, (table, index), key)
            seen.add(key)
    for spot in homeless.values():
        _tell_homeless(work, form, spot)
    _tell_left_over(work, form)


def _placed(
    work: Work, form: StaffForm, where: tuple[str, int], homeless: dict[tuple[str, str], Spot]
) -> dict[str, str]:
    """The entries of a row that have a place, as they are written; those without go to ``homeless``."""
    table, index = where
    values: dict[str, str] = {}
    for key, text in form.rows[table][index].items():
        field = work.book.field(table, key)
        typed = canonical(field, text) if field else text.strip()
        if not typed or _is_shown(key, field):
            continue
        work.merged.counts.entries += 1
        if field is None or table not in KEYS or not work.book.has(table, key):
            homeless.setdefault((table, key), (table, index, key))
            work.merged.counts.homeless += 1
        elif is_too_long(typed):
            work.tell(form, faults.TOO_LONG, (table, index, key), kolom=field.header, value=typed)
            work.merged.counts.homeless += 1
        else:
            values[key] = typed
    return values


def _is_shown(key: str, field: Field | None) -> bool:
    """Whether nobody types it: what a formula shows, or the mark of a damaged NIP."""
    if field is not None:
        return not field.kind.typed
    known = TABLE_BY_KEY["pegawai"].fields if key.endswith(MARK) else ()
    return any(f.key == key.removesuffix(MARK) and f.kind is Kind.NIP for f in known)


def _tell_homeless(work: Work, form: StaffForm, spot: Spot) -> None:
    table, _, key = spot
    known = TABLE_BY_KEY[table].fields if table in TABLE_BY_KEY else ()
    header = next((f.header for f in known if f.key == key), key)
    what = f"{header} (lembar {SHEET_NAMES.get(table, table)})"
    work.tell(form, faults.NO_PLACE, spot, kolom=header, apa=what, tahun=work.book.tahun)


def _apart(work: Work, table: str, row: tuple[str, RowKey], values: dict[str, str]) -> None:
    """Count the entries of a row that belongs to another indicator than that of the workbook; nothing is written."""
    nip, key = row
    there = work.rows[table].get(nip, {}).get(key)
    for name, text in values.items():
        field, old = work.book.form.table(table).field(name), there.values.get(name, "") if there else ""
        same = bool(old) and meaning(field, old) == meaning(field, text)
        work.merged.counts.unchanged += same
        work.merged.counts.different += not same


def _row(work: Work, form: StaffForm, where: tuple[str, int], key: RowKey, values: dict[str, str]) -> None:
    table, index = where
    if not values:
        return
    there = work.rows[table].get(form.nip, {}).get(key)
    if there is None:
        work.merged.added[table].append({"nip": form.nip} | values)
        work.merged.counts.written += len(values)
        return
    for name, text in values.items():
        _cell(work, form, (table, index, name), text, there)


def _cell(work: Work, form: StaffForm, at: Spot, text: str, there: UnitRow) -> None:
    """One entry of the form against the cell of a row that is there."""
    table, _, key = at
    field, old = work.book.form.table(table).field(key), there.values.get(key, "")
    satuan = there.values.get("satuan", "")
    if old and meaning(field, old, satuan) == meaning(field, text, satuan):
        work.merged.counts.unchanged += 1
        return
    if old:
        _tell_different(work, form, at, (field, old, text), work.book.place(table, key, there.number))
    if not old or work.wishes.prefer_form:
        work.merged.changes[table][there.number][key] = text
        work.merged.counts.written += 1


def _tell_different(work: Work, form: StaffForm, at: Spot, what: tuple[Field, str, str], place: str) -> None:
    table, index, _ = at
    field, old, text = what
    which, taken = numbered(table, form.rows[table][index]), work.wishes.prefer_form
    work.tell(
        form,
        faults.REPLACED if taken else faults.DIFFERENT,
        at,
        kolom=field.header,
        value=text,
        baris=f" ({which})" if which else "",
        lama=shortened(old),
        keputusan=f"Isian buku kerja ({place}) {'diganti dengan isian formulir' if taken else 'tetap'}.",
    )
    work.merged.counts.replaced += taken
    work.merged.counts.different += not taken


def _tell_left_over(work: Work, form: StaffForm) -> None:
    """1. Every indicator that the unit workbook plans for the person is in the form, and 2. every one with results."""
    said = set[RowKey]()
    for table in PLANNED:
        mine = {row_key(work.book, table, row) for row in form.rows.get(table, ())}
        theirs = work.rows[table].get(form.nip, {}) if mine else {}
        for key, row in theirs.items():
            if key not in mine | said:
                said.add(key)
                what = f"{SHEET_NAMES[table]} ({numbered(table, row.values)})"
                work.tell_row(faults.LEFT_OVER, (form.nip, form.nama), table, row, apa=what)
