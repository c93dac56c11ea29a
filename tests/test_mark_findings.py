"""A marked copy shows the findings where they are, and is otherwise the same workbook."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openpyxl.comments import Comment

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.marks import COLOURS, SIGNATURE
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.forms.workbook_parts import NS, sheet_parts
from kinerja_xl.mark_findings import marked
from kinerja_xl.package import read_parts, write_parts
from tests.libreoffice import converted
from tests.workbooks import HEAD, Unit, as_openpyxl, grid, nip

WHO = nip(1)


def finding(cell: str, severity: Severity = Severity.GALAT, sheet: str = "Rencana", code: str = "REN005") -> Finding:
    return Finding(
        severity, code, "unit.xlsx", sheet, cell, WHO, "Budi Contoh", message=f"pesan {code} <{cell}>", fix="isi"
    )


@pytest.fixture(scope="module")
def package() -> bytes:
    unit = Unit().person(HEAD, "Siti Penilai").person(WHO)
    return unit.iki(WHO, 1, 1, "10", "9").iki(WHO, 1, 2, "", "=1+1").bytes()


def notes(package: bytes, sheet: str) -> dict[str, str]:
    cells = (cell for row in as_openpyxl(package)[sheet].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def coloured(package: bytes, sheet: str) -> dict[str, str]:
    """Areas of the marks by the colour they have."""
    book = as_openpyxl(package)
    return {
        str(area.sqref): rule.dxf.fill.bgColor.rgb
        for area in book[sheet].conditional_formatting
        for rule in area.rules
        if rule.formula == [SIGNATURE]
    }


def test_each_cell_has_its_colour_and_a_note(package: bytes) -> None:
    made = marked(
        package,
        [
            finding("J6"),
            finding("J7"),
            finding("H7", Severity.PERINGATAN, code="REN008"),
            finding("J7", Severity.INFO, code="REN018"),
        ],
    )
    assert coloured(made, "Rencana") == {"J6:J7": COLOURS[Severity.GALAT], "H7": COLOURS[Severity.PERINGATAN]}
    assert notes(made, "Rencana") == {
        "J6": "GALAT REN005\npesan REN005 <J6>\nYang perlu dilakukan: isi",
        "J7": "GALAT REN005\npesan REN005 <J7>\nYang perlu dilakukan: isi\n\nINFO REN018\npesan REN018 <J7>\nYang perlu dilakukan: isi",
        "H7": "PERINGATAN REN008\npesan REN008 <H7>\nYang perlu dilakukan: isi",
    }
    assert notes(made, "Realisasi") == coloured(made, "Realisasi") == {}


def test_the_sheet_temuan_lists_them_and_leads_to_the_cells(package: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(marked(package, [finding("J6"), finding("", sheet="Perilaku", code="FRM002")]))
    rows = grid(path, "Temuan")[5:]
    assert rows[0] == ["galat", "REN005", "Rencana", "J6", "Budi Contoh", "pesan REN005 <J6>", "isi"]
    assert rows[1][:4] == ["galat", "FRM002", "Perilaku", ""]
    assert not any(any(row) for row in rows[2:])
    sheet = as_openpyxl(path)["Temuan"]
    links = {cell.coordinate: cell.hyperlink.location for (cell,) in sheet["D6:D9"] if cell.hyperlink}
    assert links == {"D6": "'Rencana'!J6"}


@pytest.mark.parametrize("found", [0, 3, 90])
def test_the_sheet_temuan_is_printed_as_far_as_it_goes(package: bytes, found: int) -> None:
    made = as_openpyxl(marked(package, [finding("J6")] * found))
    assert made["Temuan"].print_area == f"'Temuan'!$A$1:$G${5 + max(found, 1)}"  # "Tidak ada temuan." is a row too
    before = as_openpyxl(package)
    assert made["Rencana"].print_area == before["Rencana"].print_area != ""


def others(package: bytes) -> dict[str, bytes]:
    """Cells of every sheet but Temuan, and all other parts."""
    parts = read_parts(package)
    sheets = {part: name for name, part in sheet_parts(parts).items()}
    kept = {}
    for name, data in parts.items():
        if sheets.get(name) == "Temuan" or "kinerja_" in name or name.endswith((".rels", "styles.xml", "Types].xml")):
            continue
        if name == "xl/workbook.xml":
            told = etree.tostring(etree.fromstring(data), method="c14n").replace(b"<", b"\n<").splitlines()
            kept[name] = b"\n".join(line for line in told if b"Temuan" not in line)
            continue
        cells = etree.fromstring(data).find(f"{{{NS}}}sheetData") if name in sheets else None
        kept[name] = data if cells is None else etree.tostring(cells, method="c14n")
    return kept


def test_nothing_else_changes(package: bytes, tmp_path: Path) -> None:
    made = marked(package, [finding("J6"), finding("B7", sheet="Unit")])
    assert others(made) == others(package)
    for name, data in (("a.xlsx", package), ("b.xlsx", made)):
        (tmp_path / name).write_bytes(data)
    before, after = (read_workbook(tmp_path / name) for name in ("a.xlsx", "b.xlsx"))
    assert (after.rows, after.cells, after.findings) == (before.rows, before.cells, before.findings)


def test_marks_are_replaced_by_those_of_the_next_run(package: bytes) -> None:
    first = marked(package, [finding("J6"), finding("J7"), finding("B7", sheet="Unit")])
    second = marked(first, [finding("H7", Severity.PERINGATAN)])
    assert coloured(second, "Rencana") == {"H7": COLOURS[Severity.PERINGATAN]}
    assert list(notes(second, "Rencana")) == ["H7"]
    assert notes(second, "Unit") == coloured(second, "Unit") == {}
    cleared = marked(second, [])
    assert notes(cleared, "Rencana") == coloured(cleared, "Rencana") == {}
    assert as_openpyxl(cleared)["Temuan"]["F6"].value == "Tidak ada temuan."


def test_the_colours_are_added_to_the_workbook_once(package: bytes) -> None:
    def formats(data: bytes) -> int:
        return len(list(etree.fromstring(read_parts(data)["xl/styles.xml"]).iter(f"{{{NS}}}dxf")))

    first = marked(package, [finding("J6")])
    assert formats(marked(first, [finding("J7")])) == formats(first) == formats(package) + len(COLOURS)


def with_own_note(package: bytes, cell: str) -> bytes:
    """The workbook as a person left it who wrote a note of his own."""
    book = as_openpyxl(package)
    book["Rencana"][cell].comment = Comment("Tanya Pak Lurah", "Budi")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_persons_own_note_stays(package: bytes) -> None:
    noted = with_own_note(package, "J6")
    made = marked(noted, [finding("J6"), finding("J7")])
    assert notes(made, "Rencana")["J6"] == "Tanya Pak Lurah"
    assert notes(made, "Rencana")["J7"].startswith("GALAT")
    assert notes(marked(made, []), "Rencana") == {"J6": "Tanya Pak Lurah"}


def test_a_text_that_looks_like_a_formula_stays_text(package: bytes) -> None:
    told = finding("J6")._replace(message='=HYPERLINK("http://x")')
    cell = as_openpyxl(marked(package, [told]))["Temuan"]["F6"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


def test_a_workbook_without_the_sheet_temuan_is_marked_all_the_same(package: bytes) -> None:
    book = as_openpyxl(package)
    del book["Temuan"]
    out = BytesIO()
    book.save(out)
    assert list(notes(marked(out.getvalue(), [finding("J6")]), "Rencana")) == ["J6"]


@pytest.mark.parametrize("number", [1, 700])
def test_libreoffice_opens_a_marked_copy_with_its_notes(package: bytes, tmp_path: Path, number: int) -> None:
    findings: Sequence[Finding] = [finding(f"J{6 + 2 * i}") for i in range(number)]
    path = tmp_path / "unit.xlsx"
    path.write_bytes(marked(package, findings))
    again = converted(path, "xlsx", tmp_path / "lo")
    found = notes(again.read_bytes(), "Rencana")
    assert len(found) == number
    assert "pesan REN005 <J6>" in found["J6"]


def test_an_unreadable_drawing_leaves_the_package_alone(package: bytes) -> None:
    noted = read_parts(with_own_note(package, "J6"))
    drawing = next(name for name in noted if name.endswith(".vml"))
    with pytest.raises(etree.XMLSyntaxError):
        marked(write_parts(noted | {drawing: b"<xml><br></xml>"}), [finding("J7")])


def test_a_mark_stands_before_the_rules_of_the_form_and_counts_more(package: bytes) -> None:
    # Excel goes by priority, LibreOffice by place: an empty required cell of the form is yellow by a rule of its own.
    made = read_parts(marked(package, [finding("J7")]))
    part = sheet_parts(made)["Rencana"]
    areas = etree.fromstring(made[part]).findall(f"{{{NS}}}conditionalFormatting")
    assert [area.findtext(f".//{{{NS}}}formula") == SIGNATURE for area in areas] == [True] + [False] * (len(areas) - 1)
    priorities = [int(rule.get("priority", "0")) for area in areas for rule in area]
    assert len(areas) > 1
    assert priorities[0] < min(priorities[1:])


def test_somebody_elses_sheet_temuan_stays(package: bytes) -> None:
    book = as_openpyxl(package)
    for row in book["Temuan"].iter_rows():
        for cell in row:
            cell.value = None
    book["Temuan"]["A6"] = "catatan rapat"
    saved = BytesIO()
    book.save(saved)
    made = marked(saved.getvalue(), [finding("J7")])
    assert as_openpyxl(made)["Temuan"]["A6"].value == "catatan rapat"
    assert coloured(made, "Rencana") == {"J7": COLOURS[Severity.GALAT]}


def test_an_endless_message_is_cut_and_its_row_not_higher_than_excel_allows(package: bytes) -> None:
    endless = finding("J7")._replace(message="x" * 40_000)
    made = marked(package, [endless])
    sheet = as_openpyxl(made)["Temuan"]
    assert str(sheet["F6"].value) == "x" * 1497 + "..."
    assert sheet.row_dimensions[6].height <= 409
    assert len(notes(made, "Rencana")["J7"]) < 2_000
