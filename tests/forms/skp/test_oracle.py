"""The live formulas of the Formulir SKP say what Python scores: 1,700 cells computed by LibreOffice, under en-US and id-ID."""

from pathlib import Path

import pytest

from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.variant import VARIANTS, Varian
from kinerja_xl.package import read_parts, write_parts
from tests.forms.skp.blank_forms import ATURAN, JA_JF, blank
from tests.forms.skp.oracle import compared, content, differences, scored
from tests.libreoffice import converted

COUNTED = [varian for varian in VARIANTS if not varian.kualitatif]
SEEDS = {"en-US": (1,), "id-ID": (3,)}


def computed(package: bytes, folder: Path, locale: str) -> Path:
    """The form as LibreOffice computes and saves it."""
    path, out = folder / "formulir.xlsx", folder / "dihitung"
    path.write_bytes(package)
    out.mkdir(exist_ok=True)
    return converted(path, "xlsx", out, locale)


@pytest.mark.libreoffice
@pytest.mark.parametrize("locale", SEEDS)
@pytest.mark.parametrize("varian", COUNTED, ids=lambda varian: varian.slug)
def test_every_formula_says_what_python_scores(varian: Varian, locale: str, tmp_path: Path) -> None:
    for seed in SEEDS[locale]:
        made = content(seed, varian)
        path = computed(fill_skp(blank(varian), varian, made), tmp_path, locale)
        assert differences(path, made, varian, scored(made, varian, ATURAN, tmp_path)) == []
        assert compared(made) > 400


BROKEN = {
    "less is better turned round": (b"(2*", b"(3*"),
    "no cap": (b",MIN(", b",MAX("),
    "mean is a sum": (b"AVERAGE(", b"SUM("),
    "decimal comma lost": (b"/10^", b"/1^"),
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_formula_is_noticed(change: tuple[bytes, bytes], tmp_path: Path) -> None:
    made = content(1, JA_JF)
    parts = read_parts(fill_skp(blank(JA_JF), JA_JF, made))
    broken = {name: xml.replace(*change) if name.startswith("xl/worksheets/") else xml for name, xml in parts.items()}
    assert broken != parts
    path = computed(write_parts(broken), tmp_path, "en-US")
    assert differences(path, made, JA_JF, scored(made, JA_JF, ATURAN, tmp_path))
