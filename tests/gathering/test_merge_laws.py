"""Laws of merging that hold for any forms and any unit workbook."""

from collections.abc import Sequence
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.unit_workbook import PENILAIAN, PERILAKU, RENCANA
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.compare import canonical, meaning
from kinerja_xl.gathering.merge import Wishes, merge
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.gathering.unit_book import UnitBook
from tests.gathering.forms import form
from tests.gathering.merging import FORM_WINS, applied, book, codes, person
from tests.workbooks import nip

_WORDS = st.sampled_from(["", "10", "12 Bulan", "Baik", "a  b", "=A1", " x", "\x01", "baris\r\ndua", "_x000D_"])
_SHEETS = {RENCANA.key: RENCANA, PERILAKU.key: PERILAKU, PENILAIAN.key: PENILAIAN}


def _row(keys: dict[str, st.SearchStrategy[str]], *columns: str) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(keys, optional=dict.fromkeys(columns, _WORDS))


_NUMBER = st.sampled_from(["1", "2"])
_PLAN = {"no_rhk": _NUMBER, "no_iki": _NUMBER}
_TABLES: dict[str, st.SearchStrategy[Row]] = {
    "rencana": _row(_PLAN, "rhk", "indikator", "target", "aspek"),
    "realisasi": _row(_PLAN, "realisasi_tw1", "bukti_tw1"),
    "perilaku": _row({"nilai": st.sampled_from(["Loyal", "loyal", "Harmonis"])}, "ekspektasi", "skor_tw1"),
    "penilaian": _row({"periode": st.sampled_from(["TW1", "TAHUNAN"])}, "rating_hasil", "rekomendasi"),
}
_UNIT = st.fixed_dictionaries({}, optional={"capaian_tw1": _WORDS, "instansi": _WORDS})


@st.composite
def _forms(draw: st.DrawFn) -> list[StaffForm]:
    made = []
    for serial, berkas in draw(
        st.lists(st.tuples(st.integers(1, 4), st.uuids().map(str)), max_size=5, unique_by=lambda p: p[1])
    ):
        sent = form(serial, berkas, **draw(_row({}, "jabatan", "status")))
        sent.rows |= {table: draw(st.lists(rows, max_size=3)) for table, rows in _TABLES.items()}
        sent.unit = draw(_UNIT)
        sent.tahun = draw(st.sampled_from(["2026", "2026", "", "2025"]))
        made.append(sent)
    return made


@st.composite
def _books(draw: st.DrawFn) -> UnitBook:
    people = [
        person(serial, **draw(_row({}, "jabatan")))
        for serial in draw(st.lists(st.integers(1, 5), max_size=4, unique=True))
    ]
    who = st.sampled_from([row["nip"] for row in people] or [nip(9)])
    rows = {
        table: draw(st.lists(rows.flatmap(lambda row: who.map(lambda n: {"nip": n} | row)), max_size=4))
        for table, rows in _TABLES.items()
    }
    stored = {table: [_stored(table, row) for row in there] for table, there in rows.items()}
    unit = {key: text for key, text in draw(_UNIT).items() if text.strip() == text and text.isprintable()}
    return book(unit, pegawai=people, **stored)


def _stored(table: str, row: Row) -> Row:
    """A row as the reader returns it."""
    fields = {key: book().field(table, key) for key in row}
    return {key: canonical(f, text) if f else text for key, text in row.items() if (f := fields[key])}


LAWS = settings(max_examples=150, deadline=None)


@LAWS
@given(_forms(), _books(), st.booleans())
def test_a_second_merge_changes_nothing_and_finds_nothing_new(
    sent: list[StaffForm], before: UnitBook, wins: bool
) -> None:
    wishes = Wishes(prefer_form=wins)
    first = merge(deepcopy(sent), before, wishes)
    second = merge(deepcopy(sent), applied(before, first), wishes)
    assert (second.cells, second.rows) == (0, 0)
    assert {_said(f) for f in second.findings} <= {_said(f) for f in first.findings}


def _said(finding: Finding) -> tuple[str, ...]:
    """What a finding says, but for the number of a row of the unit workbook."""
    return finding.code, finding.file, finding.nip, finding.field, finding.value


@LAWS
@given(_forms(), _books(), st.randoms())
def test_the_order_of_the_forms_does_not_matter(sent: list[StaffForm], before: UnitBook, chance: object) -> None:
    shuffled = deepcopy(sent)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = merge(deepcopy(sent), before), merge(shuffled, before)
    assert (one.unit, one.changes, one.added, one.told, one.counts) == (
        two.unit,
        two.changes,
        two.added,
        two.told,
        two.counts,
    )


@LAWS
@given(_forms(), _books())
def test_nothing_of_the_unit_workbook_is_lost(sent: list[StaffForm], before: UnitBook) -> None:
    after = applied(before, merge(sent, before))
    assert all(after.unit[key] == text for key, text in before.unit.items() if text)
    for table, rows in before.rows.items():
        for old, new in zip(rows, after.rows[table], strict=False):
            assert all(new.values[key] == text for key, text in old.values.items() if text)


@LAWS
@given(_forms(), _books(), st.booleans())
def test_sums_add_up(sent: list[StaffForm], before: UnitBook, wins: bool) -> None:
    merged = merge(sent, before, Wishes(prefer_form=wins))
    c = merged.counts
    assert c.forms == len(sent) == c.gathered + c.alike + c.rejected
    assert c.people == c.sent + c.missing
    assert c.entries == c.written + c.unchanged + c.different + c.homeless
    assert codes(merged).count(faults.MISSING.code) == c.missing
    blocked = {f.file for f in merged.findings if f.severity is Severity.GALAT}
    assert (c.rejected > 0) == bool(blocked)


@LAWS
@given(_forms(), _books())
def test_every_entry_of_a_gathered_form_stands_in_the_workbook_where_it_wins(
    sent: list[StaffForm], before: UnitBook
) -> None:
    for row in (row for made in sent for row in made.rows["rencana"]):
        row.pop("indikator", None)  # without it no indicator is found again under another number
    merged = merge(sent, before, FORM_WINS)
    after = applied(before, merged)
    kept_out = {f.file for f in merged.findings if f.severity is Severity.GALAT or f.code == faults.TWICE_ALIKE.code}
    twice = {s.nip for s in sent if [o.nip for o in sent].count(s.nip) > 1}
    for made in (s for s in sent if s.berkas not in kept_out and s.nip not in twice):
        for table, rows in made.rows.items():
            mine = [row.values for row in after.rows[table] if row.values["nip"] == made.nip]
            assert all(_stands(after, table, row, mine) for row in rows), (table, rows, mine)


def _stands(after: UnitBook, table: str, row: Row, mine: Sequence[Row]) -> bool:
    def said(key: str, text: str) -> str:
        return meaning(f, text) if (f := after.field(table, key)) else ""

    return any(
        all(said(key, text) in ("", said(key, there.get(key, ""))) for key, text in row.items()) for there in mine
    )
