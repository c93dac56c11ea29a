"""Rows, columns and sheets of our own form that people moved: each value is read from its place, or the form is kept out with its reason."""

import io
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.variant import Varian
from kinerja_xl.forms.workbook_parts import sheet_parts
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import Place, StaffForm
from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.terms import Nilai
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF, blank
from tests.gathering.moved import delete_column, delete_row, insert_column, insert_row, rename
from tests.workbooks import PERSON, nip

Change = Callable[[Workbook], None]
TW1, TW2 = "Evaluasi TW1", "Evaluasi TW2"
FIRST, SECOND = {"no_rhk": "1", "no_iki": "1"}, {"no_rhk": "1", "no_iki": "2"}
RATED = {"rating_hasil": "Sesuai Ekspektasi", "rating_perilaku": "Di Atas Ekspektasi", "rekomendasi": "Pelatihan"}
CONTENT = SkpContent(
    PERSON | {"nip": nip(1), "kode_unit": "UJI-01", "nama_unit": "KELURAHAN UJI"},
    {
        "rencana": [
            FIRST | {"kategori": "Utama", "rhk": "Hasil", "indikator": "Jumlah surat", "target": "12 Surat"},
            SECOND | {"kategori": "Utama", "rhk": "Hasil", "indikator": "Lama", "target": "7 Hari"},
            {
                "no_rhk": "2",
                "no_iki": "1",
                "kategori": "Utama",
                "rhk": "Kedua",
                "indikator": "Rapat",
                "target": "4 Kali",
            },
        ],
        "realisasi": [
            FIRST | {"realisasi_tw1": "4", "bukti_tw1": "laporan.pdf", "umpan_balik_tw1": "Baik"},
            SECOND | {"realisasi_tw1": "7", "bukti_tw1": "daftar.pdf"},
            {"no_rhk": "2", "no_iki": "1", "realisasi_tw1": "1"},
        ],
        "perilaku": [
            {"nilai": "Akuntabel", "umpan_balik_tw1": "Jujur", "skor_tw1": "3"},
            {"nilai": "Loyal", "ekspektasi": "Setia", "umpan_balik_tw1": "Setia sekali", "skor_tw1": "2"},
        ],
        "penilaian": [{"periode": "TW1"} | RATED | {"alasan": "Tugas lapangan", "tanggal": "2026-04-07"}],
    },
    {"capaian_tw1": "Baik"},
)
PLAN, EVALUATION = Layout(JA_JF, evaluation=False), Layout(JA_JF, evaluation=True)
QUALITATIVE = Layout(JA_JF_KUALITATIF, evaluation=False)
VARIANTS = {"kuantitatif": JA_JF, "kualitatif": JA_JF_KUALITATIF}


LEFT_OUT = ("Hitung", "Referensi", "Kuadran", "Pola Distribusi", "Panduan", "Dokumen Evaluasi")
"""Sheets that nobody types into."""


@cache
def filled(varian: Varian) -> bytes:
    """The form with ``CONTENT``; without looks and the sheets ``LEFT_OUT``, so that it is changed quickly."""
    entries = dict(CONTENT.entries) | {"pendekatan": varian.pendekatan.value}
    content = SkpContent(entries, CONTENT.rows, CONTENT.unit)
    whole, book = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(varian), varian, content))), Workbook()
    book.remove(book.worksheets[0])
    for sheet in whole:
        if sheet.title not in LEFT_OUT:
            _copy(sheet, book.create_sheet(sheet.title))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _copy(source: Worksheet, target: Worksheet) -> None:
    """Values, formulas, dates and merged cells."""
    for row in source.iter_rows():
        for cell in row:
            if cell.value is not None:
                copy = target.cell(cell.row, cell.column, cell.value)
                copy.number_format = cell.number_format
    for area in source.merged_cells.ranges:
        target.merge_cells(area.coord)


def changed(varian: Varian, change: Change, folder: Path) -> StaffForm:
    """The form after somebody changed it."""
    book = openpyxl.load_workbook(io.BytesIO(filled(varian)))
    change(book)
    path = folder / "formulir.xlsx"
    book.save(path)
    return read_form(path)


def unchanged(_: Workbook) -> None:
    """Saved, nothing else."""


def one_after_another(*changes: Change) -> Change:
    def change(book: Workbook) -> None:
        for each in changes:
            each(book)

    return change


def inserted(sheet: str, row: int) -> Change:
    return lambda book: insert_row(book, sheet, row)


def deleted(sheet: str, row: int) -> Change:
    return lambda book: delete_row(book, sheet, row)


def bare(what: str, sheet: str, row: int) -> Change:
    """As another program does it: the formulas stay as they were."""
    return lambda book: getattr(book[sheet], f"{what}_rows")(row)


def typed(sheet: str, cell: str, value: str | int) -> Change:
    def change(book: Workbook) -> None:
        for area in [area for area in book[sheet].merged_cells.ranges if cell in area]:
            book[sheet].unmerge_cells(area.coord)
        book[sheet][cell] = value

    return change


def contents(form: StaffForm) -> tuple[object, ...]:
    return form.rows, form.unit, form.tahun


def told(form: StaffForm) -> list[tuple[str, str, str]]:
    return [(f.code, f.sheet, f.cell) for f in form.findings]


def harmless(varian: Varian) -> dict[str, Change]:
    """Changes after which every value can still be told by its label."""
    plan, evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
    loyal = evaluation.value_row(Nilai.LOYAL)
    block, second = evaluation.blocks[0], evaluation.blocks[1]
    return {
        "a row before a value": inserted(TW1, loyal),
        "a row between a value and its guide": inserted(TW1, loyal + 1),
        "a row between a value and its expectation": inserted("SKP", plan.value_row(Nilai.LOYAL) + 1),
        "a row before PERILAKU KERJA": inserted(TW1, evaluation.perilaku_row),
        "a row before the rating of perilaku": inserted(TW1, evaluation.rating_perilaku_row),
        "a row before the predikat": inserted(TW1, evaluation.predikat_row),
        "a row before the recommendation": inserted(TW1, evaluation.note_row),
        "a row before the rating of hasil kerja": inserted(TW1, evaluation.rating_hasil_row),
        "a row below the capaian": inserted(TW1, evaluation.result_row + 1),
        "a row above the table": inserted(TW1, evaluation.top),
        "a row above everything": inserted(TW1, 1),
        "a row among the indicators": inserted("SKP", plan.blocks[0].items[1]),
        "a row among the results": inserted(TW1, block.items[1]),
        "a row between two RHK": inserted(TW1, second.row),
        "the spacer deleted, a row among the values": one_after_another(
            deleted(TW1, evaluation.rating_hasil_row + 1), inserted(TW1, loyal - 1)
        ),
        "rows by a program that leaves formulas alone": bare("insert", TW1, second.row),
    }


@pytest.mark.parametrize("approach", VARIANTS)
@pytest.mark.parametrize("name", harmless(JA_JF))
def test_what_can_be_told_by_its_label_is_read_all_the_same(approach: str, name: str, tmp_path: Path) -> None:
    varian = VARIANTS[approach]
    usual = changed(varian, unchanged, tmp_path)
    form = changed(varian, harmless(varian)[name], tmp_path)
    assert told(form) == []
    assert contents(form) == contents(usual)
    assert len(form.rows["perilaku"]) == 2
    assert form.rows["penilaian"][0].items() >= RATED.items()


def test_the_place_of_a_value_is_the_one_it_has_now(tmp_path: Path) -> None:
    layout = Layout(JA_JF, evaluation=True)
    form = changed(JA_JF, inserted(TW1, layout.value_row(Nilai.LOYAL)), tmp_path)
    assert form.place("perilaku", 0, "umpan_balik_tw1") == Place(TW1, f"I{layout.value_row(Nilai.AKUNTABEL)}")
    assert form.place("perilaku", 1, "umpan_balik_tw1") == Place(TW1, f"I{layout.value_row(Nilai.LOYAL) + 1}")
    assert form.place("penilaian", 0, "rekomendasi") == Place(TW1, f"G{layout.note_row + 1}")


def test_what_is_typed_into_an_inserted_row_is_told(tmp_path: Path) -> None:
    row = Layout(JA_JF, evaluation=False).blocks[0].items[1]
    form = changed(
        JA_JF, one_after_another(inserted("SKP", row), typed("SKP", f"E{row}", "Jumlah surat keluar")), tmp_path
    )
    assert told(form) == [("HMP014", "SKP", f"E{row}")]
    assert [r["indikator"] for r in form.rows["rencana"]] == ["Jumlah surat", "Lama", "Rapat"]


def harmful(varian: Varian) -> dict[str, tuple[Change, str]]:
    """Changes after which nobody can say what a row means, with the sheet that is told."""
    plan, evaluation = Layout(varian, evaluation=False), Layout(varian, evaluation=True)
    loyal = evaluation.value_row(Nilai.LOYAL)
    first, items, results = plan.blocks[0], plan.blocks[0].items, evaluation.blocks[0].items
    swap = one_after_another
    return {
        "a value deleted": (swap(deleted(TW1, loyal), inserted(TW1, loyal + 3)), TW1),
        "the guide of a value deleted, another row inserted": (
            swap(deleted(TW1, loyal + 1), inserted(TW1, loyal - 2)),
            TW1,
        ),
        "the rating of perilaku deleted": (
            swap(deleted(TW1, evaluation.rating_perilaku_row), inserted(TW1, loyal)),
            TW1,
        ),
        "an indicator deleted, a row inserted in its RHK": (
            swap(deleted("SKP", items[1]), inserted("SKP", items[2])),
            "SKP",
        ),
        "an indicator deleted, a row inserted in another RHK": (
            swap(deleted("SKP", items[1]), inserted("SKP", plan.blocks[2].items[2] - 1)),
            "SKP",
        ),
        "a whole RHK deleted": (swap(*[deleted("SKP", first.row)] * (first.last - first.row + 1)), "SKP"),
        "a result deleted, a row inserted in its RHK": (
            swap(deleted(TW1, results[1]), inserted(TW1, results[3] - 1)),
            TW1,
        ),
        "a result deleted, a row inserted in another RHK": (
            swap(deleted(TW1, results[1]), inserted(TW1, evaluation.blocks[3].items[1])),
            TW1,
        ),
        "the same, leaving formulas alone": (
            swap(bare("delete", "SKP", items[1]), bare("insert", "SKP", items[3])),
            "SKP",
        ),
        "an indicator copied into a row of its own": (
            swap(inserted("SKP", items[2]), copied_row(items[1], items[2])),
            "SKP",
        ),
        "the number of an RHK lost": (typed("SKP", f"A{plan.blocks[1].row}", ""), "SKP"),
        "the number of an RHK twice": (typed(TW1, f"A{evaluation.blocks[1].row}", 3), TW1),
        "a label twice": (typed(TW1, f"A{evaluation.last_row + 2}", "RATING HASIL KERJA*"), TW1),
    }


def copied_row(source: int, target: int) -> Change:
    def change(book: Workbook) -> None:
        sheet = book["SKP"]
        for column in range(2, 14):
            if sheet.cell(target, column).coordinate not in sheet.merged_cells:
                sheet.cell(target, column).value = sheet.cell(source, column).value

    return change


@pytest.mark.parametrize("approach", VARIANTS)
@pytest.mark.parametrize("name", harmful(JA_JF))
def test_what_nobody_can_tell_keeps_the_form_out(approach: str, name: str, tmp_path: Path) -> None:
    varian = VARIANTS[approach]
    change, sheet = harmful(varian)[name]
    form = changed(varian, change, tmp_path)
    assert ("HMP003", sheet) in [(f.code, f.sheet) for f in form.findings]
    assert all(f.cell for f in form.findings if f.code == "HMP003")
    assert not form.accepted


def columns(varian: Varian) -> dict[str, tuple[Change, str]]:
    """Columns inserted, deleted and moved, with the sheet that is told."""
    return {
        "one more after NO": (partial(insert_column, name="SKP", column=2), "SKP"),
        "one more among the texts": (partial(insert_column, name="SKP", column=4), "SKP"),
        "one deleted, another inserted": (
            one_after_another(
                partial(delete_column, name="SKP", column=4), partial(insert_column, name="SKP", column=3)
            ),
            "SKP",
        ),
        "one more before the results": (partial(insert_column, name=TW1, column=7), TW1),
        "one more between results and evidence": (partial(insert_column, name=TW1, column=8), TW1),
        "one more before the helpers": (partial(insert_column, name="SKP", column=8), "SKP"),
        "one more among the helpers": (partial(insert_column, name="SKP", column=10), "SKP"),
        "a helper deleted": (partial(delete_column, name=TW1, column=11), TW1),
        "results and evidence changed over": (changed_over(varian), TW1),
    }


def changed_over(varian: Varian) -> Change:
    row = Layout(varian, evaluation=True).header_row + 1
    return one_after_another(typed(TW1, f"G{row}", "BUKTI DUKUNG"), typed(TW1, f"H{row}", "REALISASI"))


@pytest.mark.parametrize("approach", VARIANTS)
@pytest.mark.parametrize("name", columns(JA_JF))
def test_a_column_that_moved_keeps_the_form_out(approach: str, name: str, tmp_path: Path) -> None:
    varian = VARIANTS[approach]
    change, sheet = columns(varian)[name]
    form = changed(varian, change, tmp_path)
    assert [(f.code, f.sheet) for f in form.findings][:1] == [("HMP003", sheet)]
    assert form.findings[0].cell
    assert not form.accepted


WORDS: dict[str, tuple[Varian, str, str, str]] = {
    "the name of a value": (JA_JF, TW1, f"B{EVALUATION.value_row(Nilai.LOYAL)}", "Loyal (setia)"),
    "the heading of the measures": (JA_JF_KUALITATIF, "SKP", f"B{QUALITATIVE.blocks[0].row + 2}", "Ukuran"),
    "the heading of the assignment": (JA_JF_KUALITATIF, "SKP", f"B{QUALITATIVE.blocks[0].row + 1}", "Penugasan"),
    "the title of the rater": (JA_JF, "SKP", "E6", "PENILAI"),
}


@pytest.mark.parametrize("name", WORDS)
def test_other_words_for_a_label_are_told_where_its_row_is_certain(name: str, tmp_path: Path) -> None:
    varian, sheet, cell, text = WORDS[name]
    form = changed(varian, typed(sheet, cell, text), tmp_path)
    assert told(form) == [("HMP014", sheet, cell)]
    assert contents(form) == contents(changed(varian, unchanged, tmp_path))


def test_a_guide_that_was_cleared_is_no_matter(tmp_path: Path) -> None:
    form = changed(JA_JF, typed("SKP", f"B{PLAN.value_row(Nilai.LOYAL) + 1}", ""), tmp_path)
    assert told(form) == []
    assert form.rows["perilaku"][1]["ekspektasi"] == "Setia"


def test_what_is_wrong_on_skp_is_told_once(tmp_path: Path) -> None:
    items = PLAN.blocks[0].items
    form = changed(JA_JF, one_after_another(deleted("SKP", items[1]), inserted("SKP", items[2])), tmp_path)
    assert told(form) == [("HMP003", "SKP", f"A{items[2]}")]


def test_without_the_sheet_skp_nothing_is_taken(tmp_path: Path) -> None:
    form = changed(JA_JF, lambda book: book.remove(book["SKP"]), tmp_path)
    assert told(form)[0] == ("HMP038", "SKP", "")
    assert not form.accepted
    assert "berganti nama" not in form.findings[0].message


@pytest.mark.parametrize(("sheet", "code"), [("SKP", "HMP038"), (TW2, "HMP039")])
def test_a_renamed_sheet_is_named(sheet: str, code: str, tmp_path: Path) -> None:
    form = changed(JA_JF, partial(rename, old=sheet, new="Lembar baru"), tmp_path)
    assert told(form) == [(code, sheet, "")]
    assert "'Lembar baru'" in form.findings[0].message
    assert not form.accepted


def swapped(book: Workbook) -> None:
    rename(book, TW1, "sementara")
    rename(book, TW2, TW1)
    rename(book, "sementara", TW2)


def test_swapped_names_of_evaluation_sheets_keep_the_form_out(tmp_path: Path) -> None:
    form = changed(JA_JF, swapped, tmp_path)
    assert told(form)[0][:2] == ("HMP040", TW1)
    assert {f.sheet for f in form.findings if f.code == "HMP040"} == {TW1, TW2}
    assert not form.accepted


def test_a_heading_that_names_another_period_keeps_the_form_out(tmp_path: Path) -> None:
    form = changed(JA_JF, typed(TW1, "D5", "PERIODE PENILAIAN: 1 APRIL S.D. 30 JUNI TAHUN 2026"), tmp_path)
    assert ("HMP040", TW1, "D5") in told(form)


def test_a_label_twice_on_identitas_keeps_the_form_out(tmp_path: Path) -> None:
    row = IDENTITY.row("tempat") + 3
    twice = one_after_another(typed("Identitas", f"A{row}", "NIP pegawai"), typed("Identitas", f"B{row}", nip(2)))
    form = changed(JA_JF, twice, tmp_path)
    assert told(form)[0] == ("HMP041", "Identitas", f"A{row}")
    assert not form.accepted


def test_a_label_that_a_formula_shows_is_none(tmp_path: Path) -> None:
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(filled(JA_JF))
    parts = read_parts(path.read_bytes())
    name = sheet_parts(parts)["Identitas"]
    shown = re.sub(
        rb'(<c r="F5")([^<>]*>)(<f>[^<]*</f>)<v(?: ?/>|></v>)', rb'\1 t="str"\2\3<v>Tanggal SKP</v>', parts[name]
    )
    assert shown != parts[name]
    path.write_bytes(write_parts(parts | {name: shown}))
    assert told(read_form(path)) == []
