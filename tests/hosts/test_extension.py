"""The extension as a file: every button in toolbar and menu, same bytes each time, and the old Python of an office can read it."""

import ast
import io
import re
import struct
import zipfile

import pytest
from lxml import etree

from kinerja_xl import __version__
from kinerja_xl.hosts.libreoffice.build import extension, parts
from kinerja_xl.hosts.libreoffice.icons import SIZES
from kinerja_xl.ribbon.buttons import BUTTONS

OOR = "{http://openoffice.org/2001/registry}"
SOURCES = sorted(name for name in parts() if name.endswith(".py"))


def test_same_sources_same_bytes() -> None:
    assert extension() == extension()


def test_everything_the_manifest_names_is_there() -> None:
    files = parts()
    named = re.findall(r'full-path="([^"]+)"', files["META-INF/manifest.xml"].decode())
    assert "kinerja_handler.py" in named
    assert set(named) <= set(files)
    assert set(zipfile.ZipFile(io.BytesIO(extension())).namelist()) == set(files)
    assert f'<version value="{__version__}"/>' in files["description.xml"].decode()


def test_the_list_of_extensions_says_what_it_is_for() -> None:
    files = parts()
    sources = etree.fromstring(files["description.xml"]).findall(".//{*}extension-description/{*}src")
    texts = [files[str(source.get("{http://www.w3.org/1999/xlink}href"))].decode() for source in sources]
    assert ["Buku Kerja Unit" in text for text in texts] == [True]


@pytest.mark.parametrize("name", [name for name in parts() if name.endswith((".xcu", ".xml"))])
def test_the_xml_can_be_read(name: str) -> None:
    etree.fromstring(parts()[name])


@pytest.mark.parametrize("place", ["OfficeMenuBar", "OfficeToolBar", "OfficeNotebookBar", "Images"])
def test_every_button_is_in_its_place_once_and_in_order(place: str) -> None:
    tree = etree.fromstring(parts()["Addons.xcu"])
    node = next(n for n in tree.iter("node") if n.get(f"{OOR}name") == place)
    urls = [p.findtext("value") or "" for p in node.iter("prop") if p.get(f"{OOR}name") == "URL"]
    assert [url for url in urls if url != "private:separator"] == [f"id.go.kinerja.xl:{b.name}" for b in BUTTONS]


@pytest.mark.parametrize("size", SIZES)
def test_every_button_has_its_own_icon(size: int) -> None:
    icons = [parts()[f"icons/{button.name}_{size}.png"] for button in BUTTONS]
    assert len(set(icons)) == len(BUTTONS)
    assert {struct.unpack(">II", data[16:24]) for data in icons} == {(size, size)}


@pytest.mark.parametrize("name", SOURCES)
def test_the_oldest_python_of_an_office_reads_it(name: str) -> None:
    ast.parse(parts()[name], feature_version=(3, 8))
