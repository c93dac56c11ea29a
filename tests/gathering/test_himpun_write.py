"""Gathering into real files: a new workbook is read back as it was meant, in an old one nothing else changes."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.findings import Finding
from kinerja_xl.forms.blank import blank_units
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.reading import Reading
from kinerja_xl.forms.recalculate import recalculated
from kinerja_xl.gathering import faults
from kinerja_xl.gathering.merge import Wishes
from kinerja_xl.gathering.owner import GatherError
from kinerja_xl.gathering.run import Choice, Gathered, RejectedError, gather
from kinerja_xl.gathering.staff_form import Row, StaffForm
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.replace import is_backup
from kinerja_xl.roster import RosterEntry
from tests.gathering.forms import form, placed, plan, whole
from tests.libreoffice import converted
from tests.workbooks import HEAD, PERSON, Unit, as_openpyxl, nip

NOW = datetime(2026, 11, 24, 15, 30)  # noqa: DTZ001 the clock on the wall


def into(target: Path, forms: Sequence[StaffForm], wishes: Wishes | None = None, **how: bool) -> Gathered:
    return gather(forms, target, Choice(wishes or Wishes(), trial=how.get("trial", False)), NOW)


def rows(reading: Reading, table: str) -> list[Row]:
    columns = reading.rows[table]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def typed(row: Row) -> Row:
    return {key: text for key, text in row.items() if text and key != "baris"}


def accepted(path: Path) -> Reading:
    reading = read_workbook(path)
    assert reading.findings == []
    return reading


def unit_of_two(folder: Path) -> Path:
    unit = Unit(kode="UJI-01").person(nip(1), "Pegawai 1").person(nip(2), "Pegawai 2")
    unit.iki(nip(1), 1, 1, "10", "9").rate(nip(1), "Sesuai Ekspektasi", "Sesuai Ekspektasi")
    return unit.write(folder)


def test_a_new_workbook_is_read_back_equal(tmp_path: Path) -> None:
    target = tmp_path / "baru" / "kelurahan.xlsx"
    done = into(target, [whole(1), whole(2)])
    reading = accepted(target)
    assert typed({key: texts[0] for key, texts in reading.rows["unit"].items()}) == {
        "formulir": "BUKU KERJA UNIT",
        "versi": "1",
        "tahun": "2026",
        "periode": "TW1",
        "kode_unit": "UJI-01",
        "nama_unit": "KELURAHAN UJI",
        "capaian_tw1": "Baik",
    }
    sent = whole(1)
    person = {"nip": nip(1), **PERSON, "nama": "Pegawai 1"}
    assert [typed(row) for row in rows(reading, "pegawai")] == [person, person | {"nip": nip(2), "nama": "Pegawai 2"}]
    for table in ("rencana", "realisasi"):
        mine = [typed(row) for row in rows(reading, table) if row["nip"] == nip(1)]
        assert mine == [{"nip": nip(1)} | row for row in sent.rows[table]]
    assert len(rows(reading, "perilaku")) == 14
    assert len(rows(reading, "penilaian")) == 10
    assert typed(rows(reading, "penilaian")[0]) == {"nip": nip(1), **sent.rows["penilaian"][0]}
    assert (done.written, done.backup, done.rows) == (True, None, 2 + 4 + 4 + 14 + 10)
    assert [path.name for path in target.parent.iterdir()] == ["kelurahan.xlsx"]


def test_what_looks_like_an_escape_is_a_text_like_any_other(tmp_path: Path) -> None:
    target, texts = tmp_path / "unit.xlsx", ("_x0041_", "_x005F_x0041_", "kode _x000D_ a_x0041_")
    sent = form(1, nama_penilai=texts[0])
    for number, text in enumerate(texts, start=1):
        plan(sent, 1, number, indikator=text)
    into(target, [sent])
    for _ in range(2):
        reading = accepted(target)
        assert reading.rows["rencana"]["indikator"] == list(texts)
        assert reading.rows["pegawai"]["nama_penilai"] == [texts[0]]
        assert [f for f in into(target, [sent]).merged.told if f.code == faults.DIFFERENT.code] == []


def test_the_cells_of_a_new_workbook_are_counted(tmp_path: Path) -> None:
    done = into(tmp_path / "unit.xlsx", [whole(1)])
    reading = accepted(tmp_path / "unit.xlsx")
    everything = [row for table in reading.rows for row in rows(reading, table)]
    locked = ("formulir", "versi")
    assert done.cells == sum(key not in locked for row in everything for key in typed(row))


def test_a_new_workbook_looks_like_a_blank_one_filled(tmp_path: Path) -> None:
    entry = RosterEntry(2, "UJI-01", "KELURAHAN UJI", {"nip": HEAD, "nama": "Siti", "format_skp": "Pimpinan"})
    ((_, blank),) = blank_units([entry], 2026)
    (tmp_path / "kosong.xlsx").write_bytes(blank)
    sent = StaffForm("a.xlsx", "2026", "UJI-01", "KELURAHAN UJI", rows={"pegawai": [dict(entry.pegawai)]})
    into(tmp_path / "unit.xlsx", [sent])
    assert (tmp_path / "unit.xlsx").read_bytes() == blank


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "unit.xlsx"
    into(target, [whole(1), whole(2)])
    before = target.read_bytes()
    done = into(target, [whole(1), whole(2)])
    assert (done.cells, done.rows, done.written, done.merged.told) == (0, 0, False, [])
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_only_the_sheets_concerned_change_and_the_old_file_is_kept(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    before = target.read_bytes()
    done = into(target, [plan(form(1), 1, 1), plan(form(2, mulai="2026-02-01"), 1, 1)])
    assert done.backup is not None
    assert is_backup(done.backup)
    assert done.backup.read_bytes() == before
    old, new = read_parts(before), read_parts(target.read_bytes())
    assert list(old) == list(new)
    sheets = as_openpyxl(target).sheetnames
    parts = {f"xl/worksheets/sheet{sheets.index(name) + 1}.xml" for name in ("Pegawai", "Rencana", "Realisasi")}
    assert {name for name in old if old[name] != new[name]} == parts


def test_new_rows_follow_the_last_one_and_keep_the_look_of_the_form(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    into(target, [plan(form(2, mulai="1/2/2026"), 1, 1, target="12 Bulan")])
    book = as_openpyxl(target)
    pegawai, rencana = book["Pegawai"], book["Rencana"]
    assert (rencana["A7"].value, rencana["A7"].number_format, rencana["C7"].value) == (nip(2), "@", 1)
    assert (rencana["B7"].value or "").startswith("=")
    assert rencana["A8"].value is None
    assert pegawai.cell(7, 17).value == datetime(2026, 2, 1)  # noqa: DTZ001 a day in a cell
    assert rencana["J7"].number_format == "@"


def test_every_filled_cell_stays(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    old = {name: [list(r) for r in s.iter_rows(values_only=True)] for name, s in _sheets(target)}
    into(target, [whole(1), whole(2), whole(3)])
    new = {name: [list(r) for r in s.iter_rows(values_only=True)] for name, s in _sheets(target)}
    for name, cells in old.items():
        for number, row in enumerate(cells):
            assert all(new[name][number][i] == cell for i, cell in enumerate(row) if cell is not None), (name, number)


def _sheets(path: Path) -> list[tuple[str, Worksheet]]:
    book = as_openpyxl(path)
    return [(sheet.title, sheet) for sheet in book.worksheets]


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    before = target.read_bytes()
    tried = into(target, [plan(form(2), 1, 1)], trial=True)
    assert (tried.written, tried.backup) == (False, None)
    assert target.read_bytes() == before
    assert into(target, [plan(form(2), 1, 1)]).cells == tried.cells
    assert into(tmp_path / "baru.xlsx", [whole(1)], trial=True).cells > 0
    assert not (tmp_path / "baru.xlsx").exists()


def test_a_text_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    into(target, [plan(form(2), 1, 1, rhk="=1+1", indikator="@SUM(A1)")])
    assert [as_openpyxl(target)["Rencana"].cell(7, c).data_type for c in (6, 9)] == ["s", "s"]


def fails(target: Path, forms: Sequence[StaffForm], wishes: Wishes | None = None) -> str:
    """The one line in which gathering is refused; nothing was written."""
    before = {path: path.read_bytes() for path in target.parent.rglob("*") if path.is_file()}
    with pytest.raises(GatherError) as refusal:
        into(target, forms, wishes)
    assert {path: path.read_bytes() for path in target.parent.rglob("*") if path.is_file()} == before
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_table_that_is_full_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    target = tmp_path / "unit.xlsx"
    target.write_bytes(Unit().person(nip(1), "Pegawai 1").bytes(people=1))
    sent = form(1)
    for number in range(40):
        plan(sent, number + 1, 1)
    said = fails(target, [sent])
    assert "lembar Rencana hanya punya 34 baris kosong, sedangkan 40 baris baru perlu tempat." in said
    del sent.rows["rencana"][34:], sent.rows["realisasi"][34:]
    assert into(target, [sent]).rows == 68


def test_gaps_are_filled_when_the_end_is_reached(tmp_path: Path) -> None:
    target = tmp_path / "unit.xlsx"
    unit = Unit().person(nip(1), "Pegawai 1")
    unit.rows["rencana"] = [
        {"nip": nip(1), "no_rhk": str(n), "no_iki": "9", "rhk": "x", "indikator": "x"} for n in range(34)
    ]
    target.write_bytes(unit.bytes(people=1))
    book = as_openpyxl(target)
    for column in range(1, 18):
        if not str(book["Rencana"].cell(20, column).value or "").startswith("="):
            book["Rencana"].cell(20, column).value = None
    book.save(target)
    into(target, [plan(form(1), 50, 1)])
    assert as_openpyxl(target)["Rencana"].cell(20, 3).value == 50


def test_a_new_workbook_has_room_for_many_rows(tmp_path: Path) -> None:
    sent = form(1)
    for number in range(200):
        plan(sent, number + 1, 1)
    into(tmp_path / "unit.xlsx", [sent])
    assert len(rows(accepted(tmp_path / "unit.xlsx"), "rencana")) == 200


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [{"tahun": "2026"}, {"tahun": "2025"}],
            "menyebut tahun yang berbeda: 2025 (skp-002.xlsx), 2026 (skp-001.xlsx). ",
        ),
        ([{"tahun": ""}, {"tahun": ""}], "tidak menyebut tahun. "),
        (
            [{}, {"kode_unit": "UJI-02", "nama_unit": "LAIN"}],
            "unit yang berbeda: KELURAHAN UJI (UJI-01): skp-001.xlsx; LAIN (UJI-02): skp-002.xlsx. ",
        ),
        ([{"kode_unit": "", "nama_unit": ""}] * 2, "tidak menyebut unit. "),
        ([{"tahun": "1066"}] * 2, "Tahun '1066' pada formulir belum ada peraturannya"),
    ],
)
def test_a_new_workbook_needs_one_unit_and_one_year(changes: list[Row], said: str, tmp_path: Path) -> None:
    forms = [form(1), form(2)]
    for sent, change in zip(forms, changes, strict=True):
        vars(sent).update(change)
    assert said in fails(tmp_path / "unit.xlsx", forms)


def test_the_roster_says_which_unit_where_the_forms_do_not(tmp_path: Path) -> None:
    roster = [
        RosterEntry(n, kode, nama, {"nip": nip(n), "nama": f"Pegawai {n}", "jabatan": "Juru"})
        for n, kode, nama in _LISTED
    ]
    sent = form(1)
    sent.kode_unit = sent.nama_unit = ""
    done = into(tmp_path / "unit.xlsx", [sent], Wishes(roster=roster))
    assert (done.book.unit["kode_unit"], done.book.unit["nama_unit"]) == ("U1", "SATU")
    reading = accepted(tmp_path / "unit.xlsx")
    assert [(row["nip"], row["jabatan"]) for row in rows(reading, "pegawai")] == [(nip(1), "Juru"), (nip(3), "Juru")]
    assert [f.nip for f in done.merged.told if f.code == faults.MISSING.code] == [nip(3)]


_LISTED = ((1, "U1", "SATU"), (2, "U2", "DUA"), (3, "U1", "SATU"))


def test_a_new_workbook_can_be_told_its_year(tmp_path: Path) -> None:
    forms = [form(1), form(2)]
    forms[1].tahun = "2025"
    done = gather(forms, tmp_path / "unit.xlsx", Choice(tahun=2026), NOW)
    assert [f.code for f in done.merged.told] == [faults.OTHER_YEAR.code]


@pytest.mark.parametrize("tahun", ["2020", "2021"])
def test_older_years_have_their_own_form(tahun: str, tmp_path: Path) -> None:
    sent = form(1, jenis_jabatan="Pengawas")
    sent.tahun = tahun
    sent.rows["perilaku"] = [{"nilai": "Kerja Sama", "angka_tw1": "85"}]
    into(tmp_path / "unit.xlsx", [placed(sent)])
    behaviour = rows(accepted(tmp_path / "unit.xlsx"), "perilaku")
    assert [row["nilai"] for row in behaviour if row["angka_tw1"] == "85"] == ["Kerja Sama"]
    assert "Kepemimpinan" in {row["nilai"] for row in behaviour}


def test_a_workbook_that_is_none_is_refused_with_its_findings(tmp_path: Path) -> None:
    target = tmp_path / "unit.xlsx"
    target.write_bytes(b"catatan")
    with pytest.raises(RejectedError) as refusal:
        into(target, [form(1)])
    assert [f.code for f in refusal.value.findings] == ["BRK001"]
    assert target.read_bytes() == b"catatan"


def test_when_no_form_can_be_gathered_nothing_is_written(tmp_path: Path) -> None:
    assert "Tidak satu pun formulir dapat dihimpun" in fails(tmp_path / "unit.xlsx", [StaffForm("a.xlsx")])
    other = form(1)
    other.tahun = "2025"
    assert "Tidak satu pun formulir dapat dihimpun" in fails(unit_of_two(tmp_path), [other])


@pytest.mark.parametrize(
    ("name", "reason"),
    [("unit.xlsm", "makro"), ("unit.ods", "bukan Buku Kerja Excel"), ("terbuka.xlsx", "sedang dibuka")],
)
def test_files_that_must_not_be_touched_are_refused(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(unit_of_two(tmp_path).read_bytes())
    (tmp_path / "~$terbuka.xlsx").touch()
    assert reason in fails(tmp_path / name, [plan(form(2), 1, 1)])


def test_a_formula_in_the_way_is_named(tmp_path: Path) -> None:
    target = unit_of_two(tmp_path)
    book = as_openpyxl(target)
    book["Pegawai"]["E6"] = '=""'
    book.save(target)
    said = fails(target, [form(1, pangkat="Penata")], Wishes(prefer_form=True))
    assert said == "unit.xlsx: lembar Pegawai: sel E6 berisi rumus; hapus rumus itu"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = unit_of_two(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr("os.link", full)
    assert "tidak dapat ditulis" in fails(target, [plan(form(2), 1, 1)])
    with pytest.raises(OSError, match="No space left"):
        into(tmp_path / "baru.xlsx", [whole(1)])
    assert [path.name for path in tmp_path.iterdir()] == ["unit.xlsx"]


def test_a_file_that_changes_meanwhile_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = unit_of_two(tmp_path)
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + b" ")
    with pytest.raises(GatherError, match="berubah selagi dibaca; ulangi"):
        into(target, [plan(form(2), 1, 1)])


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def _sent(draw: st.DrawFn, serial: int) -> StaffForm:
    made = form(serial, jabatan=draw(_TEXT), mulai=draw(st.sampled_from(["", "2026-03-01", "1 Maret 2026", "besok"])))
    for number in range(draw(st.integers(0, 3))):
        plan(
            made,
            number + 1,
            1,
            target=draw(_TEXT),
            indikator=draw(_TEXT),
            aspek=draw(st.sampled_from(["", "kualitas", "?"])),
        )
    made.rows["perilaku"] = [{"nilai": "Loyal", "skor_tw1": draw(st.sampled_from(["", "3", "03", "x"]))}]
    return placed(made)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_texts_are_written_once_and_for_all(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    target = unit_of_two(tmp_path_factory.mktemp("himpun"))
    sent = [data.draw(_sent(serial)) for serial in (1, 2, 3)]
    first = into(target, sent)
    before = target.read_bytes()
    second = into(target, sent)
    assert (second.cells, second.written) == (0, False)
    assert target.read_bytes() == before
    assert {_said(f) for f in second.merged.told} <= {_said(f) for f in first.merged.told}
    new = target.with_name("baru.xlsx")
    into(new, sent)
    assert into(new, sent).cells == 0


def _said(finding: Finding) -> tuple[str, ...]:
    return finding.code, finding.file, finding.nip, finding.field, finding.value


@pytest.mark.libreoffice
def test_a_file_saved_by_libreoffice_takes_forms_and_asks_to_be_calculated(tmp_path: Path) -> None:
    (tmp_path / "lo").mkdir()
    (tmp_path / "lagi").mkdir()
    target = converted(unit_of_two(tmp_path), "xlsx", tmp_path / "lo")
    sent = [plan(form(2), 1, 1), whole(3)]
    before = read_parts(target.read_bytes())
    assert into(target, sent).written
    after = read_parts(target.read_bytes())
    assert {name for name in before if before[name] != after[name] and "worksheets" not in name} == {"xl/workbook.xml"}
    assert into(target, sent).cells == 0
    opened = converted(target, "xlsx", tmp_path / "lagi")
    shown = openpyxl.load_workbook(opened, data_only=True)["Rencana"]
    assert [(shown.cell(row, 1).value, shown.cell(row, 2).value) for row in (6, 7, 8)] == [
        (nip(1), "Pegawai 1"),
        (nip(2), "Pegawai 2"),
        (nip(3), "Pegawai 3"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<w><sheets></sheets><calcPr calcId='1' fullCalcOnLoad=\"0\"/></w>", b'calcPr fullCalcOnLoad="1" calcId'),
        (b"<x:w><x:sheets></x:sheets></x:w>", b'</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:w>'),
        (b"<w><sheets></sheets><definedNames></definedNames></w>", b'</definedNames><calcPr fullCalcOnLoad="1"/></w>'),
    ],
)
def test_a_workbook_is_asked_to_calculate_anew(before: bytes, after: bytes) -> None:
    asked = recalculated(write_parts({"a": b"a", "xl/workbook.xml": before}))
    assert after in read_parts(asked)["xl/workbook.xml"]
    assert recalculated(asked) == asked


def test_behaviour_rows_that_are_there_are_not_prefilled_again(tmp_path: Path) -> None:
    unit = Unit(kode="UJI-01").person(nip(1), "Pegawai 1").person(nip(2), "Pegawai 2")
    del unit.rows["pegawai"][1]
    target = unit.write(tmp_path)
    into(target, [whole(1), whole(2)])
    assert len(rows(read_workbook(target), "perilaku")) == 14
