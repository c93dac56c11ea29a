"""What is typed on the sheets that are only printed: the lists are read by their headings, and an objection is told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from kinerja_xl.forms.skp.build_documents import list_rows
from kinerja_xl.forms.skp.variant import DOKUMEN, LAMPIRAN
from tests.forms.skp.blank_forms import JA_JF
from tests.gathering.moved import insert_row
from tests.gathering.test_own_form_moved import Change, changed, one_after_another, told, typed

FIRST, SECOND = list_rows("dukungan")[0], list_rows("konsekuensi")[0]
LISTED = one_after_another(
    typed(LAMPIRAN, f"B{FIRST}", "Membutuhkan komputer"), typed(LAMPIRAN, f"B{SECOND}", "Penghargaan")
)


def box(book: Workbook) -> None:
    """The box of an objection, filled."""
    sheet = book.create_sheet(DOKUMEN)
    sheet["B30"], sheet["B31"] = "KEBERATAN", "Rating tidak sesuai bukti"


MOVES: dict[str, Callable[[Workbook], None]] = {
    "as built": lambda _: None,
    "rows above": partial(insert_row, name=LAMPIRAN, row=3),
    "a row within a list": partial(insert_row, name=LAMPIRAN, row=FIRST + 2),
}


@pytest.mark.parametrize("name", MOVES)
def test_the_lists_are_read_by_their_headings(name: str, tmp_path: Path) -> None:
    form = changed(JA_JF, one_after_another(LISTED, MOVES[name]), tmp_path)
    assert form.lists == {
        "dukungan": ["Membutuhkan komputer"],
        "pertanggungjawaban": [],
        "konsekuensi": ["Penghargaan"],
    }
    assert told(form) == []


STRAYS: dict[str, tuple[Change, tuple[str, str, str]]] = {
    "a text beside a list": (typed(LAMPIRAN, "H10", "catatan"), ("HMP014", LAMPIRAN, "H10")),
    "an objection": (box, ("HMP042", DOKUMEN, "B31")),
}


@pytest.mark.parametrize("name", STRAYS)
def test_what_stands_elsewhere_is_told_at_its_cell(name: str, tmp_path: Path) -> None:
    change, expected = STRAYS[name]
    assert told(changed(JA_JF, change, tmp_path)) == [expected]


def test_a_list_without_its_heading_is_told_line_by_line(tmp_path: Path) -> None:
    form = changed(JA_JF, one_after_another(LISTED, typed(LAMPIRAN, f"A{FIRST - 1}", "Daftar")), tmp_path)
    assert ("HMP014", LAMPIRAN, f"B{FIRST}") in told(form)
    assert form.lists["konsekuensi"] == ["Penghargaan"]
