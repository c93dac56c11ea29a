"""The Formulir SKP as built: the words of the official form, what is locked, what is printed, formulas that every program knows."""

import io
from collections.abc import Iterator
from functools import cache

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.page_breaks import LINE_POINTS
from kinerja_xl.forms.skp.paper import page_points, scale_of
from kinerja_xl.forms.skp.variant import EVALUASI, VARIANTS, Varian
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Kategori
from tests.forms.formula_lint import lint
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF, blank

SHEETS = [
    "Identitas",
    "SKP",
    "Lampiran",
    "Evaluasi TW1",
    "Evaluasi TW2",
    "Evaluasi TW3",
    "Evaluasi TW4",
    "Evaluasi Tahunan",
    "Dokumen Evaluasi",
    "Kuadran",
    "Pola Distribusi",
    "Panduan",
    "Hitung",
    "Referensi",
]
PRINTED = SHEETS[1:11]
every_variant = pytest.mark.parametrize("varian", VARIANTS, ids=lambda varian: varian.slug)


@cache
def opened(varian: Varian, *, keberatan: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(blank(varian, keberatan=keberatan)))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


@every_variant
def test_the_sheets_are_those_of_the_familiar_form(varian: Varian) -> None:
    book = opened(varian)
    assert book.sheetnames == SHEETS
    assert [s.title for s in book if s.sheet_state != "visible"] == ["Hitung", "Referensi"]


HEADERS = {
    "ja-jf-kuantitatif": [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
    ],
    "pimpinan-kuantitatif": ["NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"],
    "ja-jf-kualitatif": ["NO", "HASIL KERJA"],
    "pimpinan-kualitatif": ["NO", "HASIL KERJA"],
}
"""Headers of the official forms (Lampiran PermenPANRB 6/2022) from left to right."""


@every_variant
def test_headers_are_those_of_the_annex(varian: Varian) -> None:
    layout = Layout(varian, evaluation=False)
    sheet = opened(varian)["SKP"]
    row = [c.value for c in sheet[layout.header_row][: layout.last_column] if c.value]
    assert row == HEADERS[varian.slug]
    assert [c.value for c in sheet[layout.header_row + 2][:6] if c.value] == [f"({n})" for n in range(1, len(row) + 1)]


@every_variant
def test_the_blocks_of_the_annex_follow_each_other(varian: Varian) -> None:
    book = opened(varian)
    order = ["EVALUASI KINERJA PEGAWAI", "CAPAIAN KINERJA ORGANISASI*", "HASIL KERJA", "A. UTAMA", "B. TAMBAHAN"]
    order += ["RATING HASIL KERJA*", "PERILAKU KERJA", "RATING PERILAKU KERJA*", "PREDIKAT KINERJA PEGAWAI*"]
    for name in EVALUASI.values():
        found = texts(book[name])
        assert sorted(order, key=found.index) == order
    found = texts(book["SKP"])
    order = ["SASARAN KINERJA PEGAWAI", "HASIL KERJA", "A. UTAMA", "B. TAMBAHAN", "PERILAKU KERJA", "Kolaboratif"]
    assert sorted(order, key=found.index) == order
    who = "PIMPINAN TINGGI" if varian.pimpinan else "ADMINISTRASI"
    assert varian.pendekatan.upper() in found[1]
    assert who in found[2]


def test_values_have_their_three_guides() -> None:
    """Domain: three behaviour guides for each of the seven values."""
    found = [text for text in texts(opened(JA_JF)["SKP"]) if text.startswith("- ")]
    assert [text.count("\n- ") for text in found] == [2] * 7
    assert found[0].startswith("- Memahami dan memenuhi kebutuhan masyarakat")


@every_variant
def test_formulas_are_known_to_old_excel_and_libreoffice(varian: Varian) -> None:
    assert lint(blank(varian)) == []
    assert lint(blank(varian, keberatan=True)) == []


@every_variant
def test_people_can_type_where_they_should_and_nowhere_else(varian: Varian) -> None:
    book = opened(varian)
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for cell in typed(sheet):
            assert not str(cell.value or "").startswith("="), f"{sheet.title}!{cell.coordinate} is a formula left open"
    assert not list(typed(book["Hitung"]))
    assert not book["SKP"].protection.formatRows  # rows can be shown and hidden


def typed(sheet: Worksheet) -> Iterator[openpyxl.cell.cell.Cell]:
    return (
        c
        for row in sheet.iter_rows()
        for c in row
        if isinstance(c, openpyxl.cell.cell.Cell) and not c.protection.locked
    )


@every_variant
def test_every_sheet_of_paper_is_set_up_for_a4(varian: Varian) -> None:
    book = opened(varian)
    for name in PRINTED:
        setup = book[name].page_setup
        assert setup.paperSize == 9
        assert setup.scale is None or 50 <= setup.scale <= 100
        assert book[name].print_area
        footer = book[name].oddFooter
        assert footer is not None
        assert footer.right is not None
        assert footer.right.text == "Halaman &P dari &N"
    for name in ("SKP", *EVALUASI.values()):
        assert book[name].print_title_rows == "$1:$4"
        assert book[name].row_breaks.brk


def test_there_is_room_for_twenty_rhk_of_four_indicators() -> None:
    """The documented maximum: 15 utama, 5 tambahan."""
    for varian in VARIANTS:
        blocks = Layout(varian, evaluation=False).blocks
        assert [b.kategori for b in blocks].count(Kategori.UTAMA) == 15
        assert [b.kategori for b in blocks].count(Kategori.TAMBAHAN) == 5
        assert {len(b.items) for b in blocks} == {4}
        assert len({b.no_rhk for b in blocks}) == 20
    guide = " ".join(texts(opened(JA_JF)["Panduan"]))
    assert "15 RHK utama dan 5 RHK tambahan, masing-masing 4 indikator" in guide


def test_a_blank_form_shows_five_rhk_and_hides_the_rest() -> None:
    layout, sheet = Layout(JA_JF, evaluation=False), opened(JA_JF)["SKP"]
    seen = [b.number for b in layout.blocks if not sheet.row_dimensions[b.row].hidden]
    assert seen == [1, 2, 3, 4, 5, 1]
    rows = layout.blocks[0].items
    assert [bool(sheet.row_dimensions[r].hidden) for r in rows] == [False, False, False, True]


def test_objection_boxes_come_only_when_asked_for() -> None:
    without, boxes = texts(opened(JA_JF)["Dokumen Evaluasi"]), texts(opened(JA_JF, keberatan=True)["Dokumen Evaluasi"])
    heading = "KEPUTUSAN ATASAN PEJABAT PENILAI KINERJA"
    assert heading not in without
    signed = max(place for place, text in enumerate(boxes) if text == "PEGAWAI YANG DINILAI")
    assert boxes.index("CATATAN/REKOMENDASI") < boxes.index("KEBERATAN") < boxes.index(heading) < signed


def test_qualitative_results_have_no_numbers() -> None:
    book = opened(JA_JF_KUALITATIF)
    assert "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:" in texts(book["SKP"])
    assert "ARAH" not in texts(book["SKP"])


def test_input_cells_say_what_belongs_there() -> None:
    sheet = opened(JA_JF)["SKP"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    target = rules["F18"]
    assert (target.type, target.showErrorMessage) == ("custom", True)
    assert "85,5; 80 - 90%; 12 Bulan" in str(target.prompt)
    assert rules["D18"].type == "list"


@every_variant
def test_the_asterisks_of_the_form_are_explained(varian: Varian) -> None:
    layout, book = Layout(varian, evaluation=True), opened(varian)
    for name in EVALUASI.values():
        note = str(book[name].cell(layout.note_row + 1, 1).value)
        assert note.startswith("*) Pilih salah satu. Capaian kinerja organisasi: Istimewa/Baik/Butuh Perbaikan/")
        assert "Rating: Di Atas Ekspektasi/Sesuai Ekspektasi/Di Bawah Ekspektasi." in note


def test_the_employee_dates_the_result_by_hand_and_the_superior_signs_a_decision() -> None:
    who = ("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "ATASAN PEJABAT PENILAI KINERJA")
    for keberatan, signers in ((False, who[:2]), (True, who)):
        sheet = opened(JA_JF, keberatan=keberatan)["Dokumen Evaluasi"]
        signed = {c.value: c for row in sheet.iter_rows() for c in row if c.value in who and not c.border.top.style}
        assert sorted(signed) == sorted(signers)
        dates = {post: str(sheet.cell(c.row - 1, c.column).value) for post, c in signed.items()}
        assert [post for post, date in dates.items() if "Hitung!" in date] == ["PEJABAT PENILAI KINERJA"]


def test_the_curve_is_as_wide_as_its_heading() -> None:
    book = opened(JA_JF)
    for name, columns in ((EVALUASI[Periode.TW1], 9), ("Pola Distribusi", 4)):
        (chart,) = getattr(book[name], "_charts")  # noqa: B009
        assert (chart.anchor._from.col, chart.anchor.to.col) == (0, columns)


@every_variant
def test_no_text_touches_the_lines_around_it(varian: Varian) -> None:
    book = opened(varian)
    for name in PRINTED:
        for cell in (c for row in book[name].iter_rows() for c in row if c.border.left.style and c.value):
            assert cell.alignment.horizontal == "center" or cell.alignment.indent == 1, f"{name}!{cell.coordinate}"


@every_variant
@pytest.mark.parametrize("evaluation", [False, True])
def test_numbers_stand_in_the_middle_and_sentences_on_the_left(varian: Varian, *, evaluation: bool) -> None:
    layout = Layout(varian, evaluation=evaluation)
    sheet = opened(varian)[EVALUASI[Periode.TW1] if evaluation else "SKP"]
    target = sheet.cell(layout.blocks[0].items[0], layout.column("target"))
    assert target.alignment.horizontal == ("left" if varian.kualitatif else "center")


@every_variant
@pytest.mark.parametrize("name", ["SKP", EVALUASI[Periode.TW1]])
def test_an_unused_tambahan_shows_no_words(varian: Varian, name: str) -> None:
    layout = Layout(varian, evaluation=name != "SKP")
    block = next(b for b in layout.blocks if b.kategori is Kategori.TAMBAHAN)
    quiet = {
        str(area.sqref): rule.formula[0]
        for area in opened(varian)[name].conditional_formatting
        for rule in area.rules
        if rule.dxf.font and rule.dxf.font.color and rule.dxf.font.color.rgb == "00FFFFFF"
    }
    areas = {
        "ja-jf-kuantitatif": (f"D{block.row}:D{block.last}", f"$C${block.row}&"),
        "ja-jf-kualitatif": (f"B{block.row + 1}:B{block.row + 2}", f"$B${block.row}&"),
        "pimpinan-kualitatif": (f"B{block.row + 1}", f"$B${block.row}&"),
    }
    assert len(quiet) == (5 if varian.slug in areas else 0)
    if varian.slug in areas:
        area, used = areas[varian.slug]
        assert used in quiet[area]


@pytest.mark.parametrize("keberatan", [False, True])
@pytest.mark.parametrize("name", ["Lampiran", "Dokumen Evaluasi"])
def test_a_document_is_one_page(name: str, *, keberatan: bool) -> None:
    sheet = opened(JA_JF, keberatan=keberatan)[name]
    rows = [sheet.row_dimensions[n] for n in range(1, sheet.max_row + 1)]
    high = sum(row.height or LINE_POINTS for row in rows if not row.hidden)
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEF"]
    assert high <= page_points("portrait", widths)
    assert sheet.page_setup.scale == scale_of("portrait", widths)
    assert keberatan or sheet.page_setup.scale > 90  # 10 points stay 9 or more on paper
