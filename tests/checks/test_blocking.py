"""The rules that decide who is scored, run alone, decide it as all rules do."""

from pathlib import Path

import pandas as pd
import pytest

from kinerja_xl.checks import examine
from kinerja_xl.consolidation.run import read_all
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.examples.write import write_examples
from kinerja_xl.findings import Severity
from kinerja_xl.forms.read import join
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.scheme import aturan_periode
from kinerja_xl.tables import Tables
from tests.regulations.instansi import entry, lokal

pytestmark = pytest.mark.xdist_group("blocking")  # its workbooks are read once


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Workbooks with a mistake for every rule."""
    folder = tmp_path_factory.mktemp("unit")
    write_examples(folder, tahun=2026, periode=Periode.TW2, benih=5, pegawai=5, cacat=True)
    return join(read_all(find_sources([folder]).files))


@pytest.mark.parametrize(
    "own",
    [
        "",
        '{ "REA002" = { tingkat = "galat", alasan = "uji" }, "REN007" = { tingkat = "mati", alasan = "uji" } }',
    ],
)
def test_the_same_people_are_scored_and_the_same_galat_told(planted: Tables, own: str, tmp_path: Path) -> None:
    rules = lokal(tmp_path, entry("pemeriksaan", own)) if own else ()
    aturan = aturan_periode(Periode.TW2, 2026, rules)
    all_rules = examine(planted, Periode.TW2, aturan)
    alone = examine(planted, Periode.TW2, aturan, blocking_only=True)
    assert len(alone.findings) < len(all_rules.findings)
    assert alone.blocked == all_rules.blocked != frozenset()
    pd.testing.assert_frame_equal(alone.penilaian.pegawai, all_rules.penilaian.pegawai)
    galat = [[f for f in found.findings if f.severity is Severity.GALAT] for found in (alone, all_rules)]
    assert galat[0] == galat[1]
