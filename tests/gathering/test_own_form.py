"""Our own Formulir SKP as it comes back: what was changed in it is told, and nothing of it is taken for something else."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kinerja_xl.findings import Finding
from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import Place, StaffForm
from tests.forms.skp.blank_forms import JA_JF, blank
from tests.workbooks import PERSON, nip

PLAN = {"no_rhk": "1", "no_iki": "1", "kategori": "Utama", "rhk": "Hasil", "rhk_pimpinan": "Hasil atasan"}
CONTENT = SkpContent(
    PERSON | {"nip": nip(1), "kode_unit": "UJI-01", "nama_unit": "KELURAHAN UJI", "instansi": "KOTA UJI"},
    {
        "rencana": [
            PLAN | {"aspek": "Kuantitas", "indikator": "Jumlah surat", "target": "12 Surat", "target_tw1": "3"},
            PLAN | {"no_iki": "2", "aspek": "Waktu", "indikator": "Lama", "target": "7 - 8%", "arah": "turun"},
        ],
        "realisasi": [
            {"no_rhk": "1", "no_iki": "1", "realisasi_tw1": "4", "bukti_tw1": "laporan.pdf", "umpan_balik_tw1": "Baik"}
        ],
        "perilaku": [{"nilai": "Loyal", "ekspektasi": "Setia", "skor_tw2": "3"}],
        "penilaian": [{"periode": "TW1", "rating_hasil": "Sesuai Ekspektasi", "tanggal": "2026-04-07"}],
    },
    {"capaian_tw1": "Baik"},
)
LAYOUT, EVALUATION = Layout(JA_JF, evaluation=False), Layout(JA_JF, evaluation=True)
FIRST = LAYOUT.blocks[0].row


def edited(change: Callable[[Workbook], None], folder: Path) -> StaffForm:
    """The form after somebody changed it in another program."""
    book = openpyxl.load_workbook(io.BytesIO(fill_skp(blank(JA_JF), JA_JF, CONTENT)))
    change(book)
    path = folder / "formulir.xlsx"
    book.save(path)
    return read_form(path)


def told(form: StaffForm) -> list[tuple[str, str, str, str]]:
    return [(f.code, f.sheet, f.cell, f.value) for f in form.findings]


def unchanged(_: Workbook) -> None:
    """Saved, nothing else."""


def test_everything_comes_back_in_the_terms_of_the_unit_workbook(tmp_path: Path) -> None:
    form = edited(unchanged, tmp_path)
    assert told(form) == []
    assert (form.tahun, form.kode_unit, form.nama_unit) == ("2026", "UJI-01", "KELURAHAN UJI")
    assert form.office == {"instansi": "KOTA UJI"}
    assert form.unit == {"capaian_tw1": "Baik"}
    own = {key: text for key, text in PERSON.items() if text}
    assert form.pegawai == own | {"nip": nip(1)}
    first, second = form.rows["rencana"]
    assert first == PLAN | {
        "aspek": "Kuantitas",
        "indikator": "Jumlah surat",
        "target": "12",
        "satuan": "Surat",
        "target_tw1": "3",
    }
    assert (second["target"], second["satuan"], second["rhk"]) == ("7 - 8%", "Persen", "Hasil")
    assert form.rows["realisasi"] == [*CONTENT.rows["realisasi"], {"no_rhk": "1", "no_iki": "2"}]
    assert form.rows["perilaku"] == CONTENT.rows["perilaku"]
    assert form.rows["penilaian"] == CONTENT.rows["penilaian"]


def test_every_value_knows_its_cell(tmp_path: Path) -> None:
    form = edited(unchanged, tmp_path)
    assert form.place("rencana", 1, "target") == Place("SKP", f"F{FIRST + 1}")
    assert form.place("realisasi", 0, "bukti_tw1") == Place("Evaluasi TW1", f"H{EVALUATION.blocks[0].row}")
    assert form.place("pegawai", 0, "nip").sheet == "Identitas"
    for key in ("tahun", "kode_unit", "nama_unit"):
        assert form.place("unit", 0, key) == Place("Identitas", f"B{IDENTITY.row(key)}")


def set_cell(sheet: str, cell: str, value: str | int) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def deleted(sheet: str, row: int) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].delete_rows(row)


NIP_CELL = f"B{IDENTITY.row('nip')}"
FAULTS: dict[str, tuple[Callable[[Workbook], None], list[tuple[str, str, str]]]] = {
    "another version": (set_cell("Identitas", "B6", "9"), [("HMP004", "Identitas", "B6")]),
    "an unknown approach": (set_cell("Identitas", "B9", "campuran"), [("HMP003", "Identitas", "B6")]),
    "a row deleted in the table": (deleted("SKP", FIRST + 6), [("HMP003", "SKP", f"A{FIRST + 4}")]),
    "a row deleted in an evaluation": (
        deleted("Evaluasi TW2", EVALUATION.blocks[2].row + 1),
        [("HMP003", "Evaluasi TW2", f"A{EVALUATION.blocks[2].row}")],
    ),
    "another header": (
        set_cell("SKP", f"F{LAYOUT.header_row}", "KETERANGAN"),
        [("HMP003", "SKP", f"F{LAYOUT.header_row}")],
    ),
    "a sheet deleted": (lambda book: book.remove(book["Evaluasi TW3"]), [("HMP036", "Evaluasi TW3", "")]),
    "a sheet added": (lambda book: book.create_sheet("Konsep"), [("FRM010", "", "")]),
    "a note beside the table": (set_cell("SKP", "Q20", "menyusul"), [("HMP014", "SKP", "Q20")]),
    "a formula never calculated": (
        set_cell("Evaluasi TW1", f"G{EVALUATION.blocks[0].row + 1}", "=3+4"),
        [("BRK009", "Evaluasi TW1", f"G{EVALUATION.blocks[0].row + 1}")],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_change_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    change, expected = FAULTS[name]
    form = edited(change, tmp_path)
    assert [(f.code, f.sheet, f.cell) for f in form.findings] == expected
    assert form.accepted == all(code not in ("HMP003", "HMP004") for code, *_ in expected)


def test_everything_moved_down_alike_is_read_all_the_same(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["SKP"].insert_rows(1, 3)

    form = edited(change, tmp_path)
    assert told(form) == []
    assert [row["indikator"] for row in form.rows["rencana"]] == ["Jumlah surat", "Lama"]
    assert form.place("rencana", 0, "target") == Place("SKP", f"F{FIRST + 3}")


def test_a_number_is_no_nip(tmp_path: Path) -> None:
    form = edited(set_cell("Identitas", NIP_CELL, 198501012010012001), tmp_path)
    assert form.pegawai["nip_angka"] == "1"


def test_the_findings_name_the_person(tmp_path: Path) -> None:
    form = edited(set_cell("SKP", "Q20", "menyusul"), tmp_path)
    found: Finding = form.findings[0]
    assert (found.nip, found.nama) == (nip(1), "Budi Contoh")
