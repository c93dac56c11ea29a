"""The live columns of the unit workbook say what Python scores: hundreds of cells computed by LibreOffice, under en-US and id-ID."""

from pathlib import Path

import pytest

from kinerja_xl.package import read_parts, write_parts
from kinerja_xl.periods import Periode
from tests.forms.live_unit import differences, live_unit
from tests.libreoffice import converted


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all, so that LibreOffice makes its profile once a locale."""
    made = tmp_path_factory.mktemp("hidup")
    (made / "dihitung").mkdir()
    return made


def computed(package: bytes, folder: Path, locale: str) -> tuple[Path, Path]:
    """The workbook as LibreOffice computes and saves it, and as typed."""
    path = folder / "unit.xlsx"
    path.write_bytes(package)
    return converted(path, "xlsx", folder / "dihitung", locale), path


@pytest.mark.libreoffice
@pytest.mark.parametrize("locale", ["en-US", "id-ID"])
@pytest.mark.parametrize("periode", [Periode.TW2, Periode.TAHUNAN])
def test_every_live_cell_says_what_python_scores(periode: Periode, locale: str, folder: Path) -> None:
    shown, typed = computed(live_unit(len(locale + periode) + ord(locale[0]), periode), folder, locale)
    told, count = differences(shown, typed, periode)
    assert told == []
    assert count > 130


BROKEN = {
    "less is better turned round": (b"(2*", b"(3*"),
    "means are sums": (b"AVERAGEIFS(", b"SUMIFS("),
    "all weigh the same": (b"<v>0.5</v>", b"<v>2</v>"),
    "the quarter before": (b"CHOOSE($B$2,", b"CHOOSE($B$2-1,"),
    "a helper score does not count": (b'="2",', b'="5",'),
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_formula_is_noticed(change: tuple[bytes, bytes], folder: Path) -> None:
    parts = read_parts(live_unit(1, Periode.TW2))
    broken = {name: xml.replace(*change) if name.startswith("xl/worksheets/") else xml for name, xml in parts.items()}
    assert broken != parts
    assert differences(*computed(write_parts(broken), folder, "en-US"), Periode.TW2)[0]
