"""Evidence whose cell shows a text and leads to a link: the link comes along, in our own form and in those of others."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.hyperlink import Hyperlink

from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.package import read_parts, write_parts
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.gathering.foreign import EVALUASI, NOMOR, TW2, Cell, hasil, kepala, tulis
from tests.gathering.test_own_form import CONTENT, EVALUATION

LINK = "https://drive.contoh.id/berkas?id=1&lihat=ya"
PROOF = f"H{EVALUATION.blocks[0].row}"
HEADER = (*EVALUASI[:7], "BUKTI DUKUNG", EVALUASI[7])
ROW: list[Cell] = [
    1,
    "Layanan baik",
    "Surat dilayani",
    "Kuantitas",
    "Jumlah surat",
    "60 Surat",
    "30",
    "Laporan Juni",
    "Baik",
]


def linked(path: Path, cell: str) -> StaffForm:
    """The form with a link on a cell."""
    book = openpyxl.load_workbook(path)
    book["EVALUASI"][cell].hyperlink = Hyperlink(cell, target=LINK)
    book.save(path)
    return read_form(path)


def with_formula(path: Path, cell: str, text: str) -> StaffForm:
    """The form with a formula that shows ``text`` in a cell and leads to the link."""
    book = openpyxl.load_workbook(path)
    book["EVALUASI"][cell] = f'=HYPERLINK("{LINK}","{text}")'
    book.save(path)
    parts = read_parts(path.read_bytes())
    name, shown = "xl/worksheets/sheet1.xml", f'<c r="{cell}" t="str"><f>HYPERLINK'.encode()
    xml = re.sub(rb'<c r="%b"[^>]*><f>HYPERLINK' % cell.encode(), shown, parts[name])
    xml = re.sub(rb"</f><v ?/>|</f><v></v>", f"</f><v>{text}</v>".encode(), xml)
    path.write_bytes(write_parts(parts | {name: xml}))
    return read_form(path)


def own(folder: Path, text: str, link: str) -> str:
    """The evidence of our own form in whose cell ``text`` leads to ``link``."""
    book = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(JA_JF), JA_JF, CONTENT)))
    book["Evaluasi TW1"][PROOF].value = text
    book["Evaluasi TW1"][PROOF].hyperlink = Hyperlink(PROOF, target=link)
    path = folder / "skp.xlsx"
    book.save(path)
    return read_form(path).rows["realisasi"][0]["bukti_tw1"]


@pytest.mark.parametrize(
    ("text", "link", "kept"),
    [
        ("Laporan Juni", LINK, f"Laporan Juni ({LINK})"),
        (LINK, LINK, LINK),
        ("drive.contoh.id/a", "https://drive.contoh.id/a/", "drive.contoh.id/a"),
        (f"Laporan: {LINK}", LINK, f"Laporan: {LINK}"),
        ("laporan.pdf", "bukti/laporan.pdf", "laporan.pdf (bukti/laporan.pdf)"),
        ("budi@contoh.id", "mailto:budi@contoh.id", "budi@contoh.id"),
    ],
)
def test_the_link_stands_behind_the_text_where_the_text_is_another(
    tmp_path: Path, text: str, link: str, kept: str
) -> None:
    assert own(tmp_path, text, link) == kept


def test_a_link_in_a_form_of_others(tmp_path: Path) -> None:
    path = tulis(tmp_path, {"EVALUASI": [*kepala(TW2), HEADER, [*NOMOR, "(9)"], ["A. UTAMA"], ROW]})
    row = len(kepala(TW2)) + 4
    assert hasil(linked(path, f"H{row}"), "bukti_tw2") == [("1", "1", f"Laporan Juni ({LINK})")]


def test_a_result_that_leads_to_its_evidence(tmp_path: Path) -> None:
    path = tulis(tmp_path, {"EVALUASI": [*kepala(TW2), EVALUASI, NOMOR, ["A. UTAMA"], [*ROW[:7], ROW[8]]]})
    row = len(kepala(TW2)) + 4
    found = hasil(linked(path, f"G{row}"), "realisasi_tw2", "bukti_tw2")
    assert found == [("1", "1", "30", LINK)]


def test_a_link_by_formula(tmp_path: Path) -> None:
    path = tulis(tmp_path, {"EVALUASI": [*kepala(TW2), HEADER, [*NOMOR, "(9)"], ["A. UTAMA"], ROW]})
    cell = f"H{len(kepala(TW2)) + 4}"
    assert hasil(with_formula(path, cell, "Laporan Juni"), "bukti_tw2") == [("1", "1", f"Laporan Juni ({LINK})")]
