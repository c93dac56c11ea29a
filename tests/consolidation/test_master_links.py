import re
import zipfile
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from kinerja_xl.consolidation import master_sheets
from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.master_links import Links, sheet_reference
from kinerja_xl.consolidation.schema import SHEETS
from tests.consolidation.master_example import frame, konsolidasi, with_frames
from tests.libreoffice import converted

FOLDERS = (
    "biasa",
    "dengan spasi",
    "no #1",
    "100% jadi",
    "50%20",
    "Müller O'Brien",
    "a[b]{c}^`",
    "tanda; & + , =",
    "titik.",
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHEET = "Peg'awai 100% #1"


def links_of(master: Path, sheet: str) -> dict[str, tuple[str, str]]:
    """Target and place of the external links of a sheet, by cell."""
    number = ["Ringkasan", *SHEETS].index(sheet) + 1
    with zipfile.ZipFile(master) as parts:
        name = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        rels = ET.fromstring(parts.read(name)) if name in parts.namelist() else ET.Element("none")  # noqa: S314
        targets = {r.get("Id"): r.get("Target", "") for r in rels if r.get("TargetMode") == "External"}
        root = ET.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314
    found = root.iter(f"{MAIN}hyperlink")
    return {h.get("ref", ""): (targets[h.get(REL)], h.get("location", "")) for h in found if h.get(REL)}


def write_linked(folder: Path, name: str) -> tuple[Path, Path]:
    """A master in ``folder/hasil`` with one finding in ``folder/<name>/<name>.xlsx``."""
    source = folder / name / f"{name}.xlsx"
    source.parent.mkdir(parents=True)
    source.touch()
    k = konsolidasi(1, 2)
    key = f"{name}/{name}.xlsx"
    finding = {"no": 1, "severity": "galat", "code": "PEG001", "file": key, "sheet": SHEET, "cell": "C7"}
    file = {"no": 1, "berkas": key, "status": "Diterima"}
    master = folder / "hasil" / "master.xlsx"
    master.parent.mkdir()
    frames = {"Temuan": frame("Temuan", [finding]), "Berkas": frame("Berkas", [file])}
    write_master(with_frames(k, frames), master, {key: source})
    return master, source


@pytest.mark.parametrize("name", FOLDERS)
def test_links_lead_to_file_and_cell(tmp_path: Path, name: str) -> None:
    master, source = write_linked(tmp_path, name)
    assert links_of(master, "Temuan").keys() == {"F5"}
    target, place = links_of(master, "Temuan")["F5"]
    assert place == "'Peg''awai 100% #1'!C7"
    assert "#" not in target
    assert " " not in target
    assert (master.parent / unquote(target).replace("\\", "/")).resolve() == source.resolve()
    assert links_of(master, "Berkas") == {"B5": (target, "")}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["dengan spasi", "no #1 100% Müller O'Brien"])
def test_libreoffice_follows_the_links(tmp_path: Path, name: str) -> None:
    master, source = write_linked(tmp_path, name)
    text = converted(master, "fods", master.parent).read_text("utf-8").replace("&apos;", "'")
    addresses = {address for address in re.findall(r'xlink:href="([^"]*)"', text) if ".xlsx" in address}
    places = {tuple(address.split("#", 1)) if "#" in address else (address, "") for address in addresses}
    assert {unquote(place) for _, place in places} == {"", "'Peg''awai 100% #1'!C7"}
    for target, _ in places:
        found = unquote(target.removeprefix("file://"))
        assert any((base / found).resolve() == source.resolve() for base in (master.parent, master.parent / "x"))


def test_without_sources_nothing_leads_outside(tmp_path: Path) -> None:
    write_master(konsolidasi(), tmp_path / "master.xlsx")
    assert all(links_of(tmp_path / "master.xlsx", sheet) == {} for sheet in SHEETS)


def test_a_finding_without_a_cell_leads_to_the_file(tmp_path: Path) -> None:
    k = konsolidasi(1, 2)
    row = {"no": 1, "severity": "galat", "code": "BER002", "file": "a.xlsx", "sheet": "Rencana", "cell": ""}
    write_master(
        with_frames(k, {"Temuan": frame("Temuan", [row])}), tmp_path / "m.xlsx", {"a.xlsx": tmp_path / "a.xlsx"}
    )
    assert links_of(tmp_path / "m.xlsx", "Temuan") == {"F5": ("a.xlsx", "")}


def test_links_beyond_the_limit_of_a_sheet_are_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master_sheets, "LINKS_PER_SHEET", 4)
    k = konsolidasi(1, 30)
    sources = {name: tmp_path / name for name in k.frames["Temuan"]["file"]}
    write_master(k, tmp_path / "master.xlsx", sources)
    assert list(links_of(tmp_path / "master.xlsx", "Temuan")) == ["F5", "F6", "F7"]


def test_a_path_too_long_or_unspeakable_is_not_linked(tmp_path: Path) -> None:
    links = Links(tmp_path, {"a": tmp_path / ("x " * 1_000), "b": tmp_path / "\udcff.xlsx"})
    assert links.to("a") is links.to("b") is links.to("c") is None


def test_another_drive_gets_an_absolute_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", refuse)
    assert Links(tmp_path, {"a": Path("/luar/a b.xlsx")}).to("a") == "external:/luar/a%20b.xlsx"


def test_apostrophes_of_a_sheet_are_doubled() -> None:
    assert sheet_reference("Jum'at") == "'Jum''at'"
