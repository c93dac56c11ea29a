"""Indicators that have a number in common and nothing else: their targets and results must not be mixed.

Numbers tell the rows of a person apart. Where people have taken out an RHK, or put them in another order, the same number means
another indicator in the form than in the unit workbook.
"""

from difflib import SequenceMatcher

from kinerja_xl.forms.faults import shortened
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.choose import RowKey, numbered, row_key
from kinerja_xl.gathering.compare import meaning
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.work import Work

PLAN, INDICATOR, TARGET = "rencana", "indikator", "target"
ALIKE = 0.75
"""From here on two wordings are taken for one, if the target is the same."""


def other_indicators(work: Work, form: StaffForm) -> frozenset[RowKey]:
    """Keys under which form and unit workbook plan different indicators; each is told. None where the form's plan counts."""
    if work.wishes.prefer_form:
        return frozenset()
    there, found = work.rows[PLAN].get(form.nip, {}), set[RowKey]()
    for index, row in enumerate(form.rows.get(PLAN, ())):
        key = row_key(work.book, PLAN, row)
        if key in there and key not in found and _is_other(work, row, there[key].values):
            found.add(key)
            which, old = numbered(PLAN, row), shortened(there[key].values[INDICATOR])
            at = (PLAN, index, INDICATOR)
            told = shortened(row[INDICATOR])
            work.tell(form, faults.OTHER_INDICATOR, at, value=told, baris=f" {which}" if which else "", lama=old)
    return frozenset(found)


def _is_other(work: Work, mine: Row, theirs: Row) -> bool:
    """Whether two rows of a plan with the same number are about different indicators."""
    new, old = mine.get(INDICATOR, ""), theirs.get(INDICATOR, "")
    if not new or not old or _same(work, INDICATOR, mine, theirs):
        return False
    alike = SequenceMatcher(None, new.casefold(), old.casefold()).ratio() >= ALIKE
    return not (alike and _same(work, TARGET, mine, theirs))


def _same(work: Work, key: str, mine: Row, theirs: Row) -> bool:
    field, satuan = work.book.form.table(PLAN).field(key), theirs.get("satuan", "")
    return meaning(field, mine.get(key, ""), satuan) == meaning(field, theirs.get(key, ""), satuan)
