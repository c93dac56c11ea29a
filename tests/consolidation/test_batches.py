"""Workbooks looked at in batches, in any order and by any executor, come to exactly what all of them together come to."""

import os
import pickle
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
import pytest

from kinerja_xl.cli_failures import explained
from kinerja_xl.consolidation import batch, run
from kinerja_xl.consolidation.batch import Part, Task
from kinerja_xl.consolidation.run import Checked, check_all, check_files, consolidate, read_all
from kinerja_xl.consolidation.sources import Source, find_sources
from kinerja_xl.examples.write import ROSTER, write_examples
from kinerja_xl.periods import Periode
from kinerja_xl.roster import RosterEntry, read_roster
from kinerja_xl.scoring.scheme import aturan_periode
from tests.regulations.instansi import entry
from tests.regulations.instansi import lokal as own_rules
from tests.workbooks import Unit, nip

pytestmark = pytest.mark.xdist_group("batches")  # its workbooks are read once
S = "Sesuai Ekspektasi"


def assert_same(found: Checked, expected: Checked) -> None:
    assert found.findings == expected.findings
    assert list(found.silent) == list(expected.silent)
    assert [r.berkas for r in found.readings] == [r.berkas for r in expected.readings]
    assert (found.indicators, found.cells) == (expected.indicators, expected.cells)
    if expected.examination is None:
        assert found.examination is None
        return
    ours, theirs = consolidate(found), consolidate(expected)
    assert ours.counts == theirs.counts
    assert list(ours.frames) == list(theirs.frames)
    for name, frame in theirs.frames.items():
        pd.testing.assert_frame_equal(ours.frames[name], frame)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sequence[Source], list[RosterEntry], Checked]:
    """Workbooks with a mistake for every rule, looked at together."""
    folder = tmp_path_factory.mktemp("unit")
    write_examples(folder, tahun=2026, periode=Periode.TW2, benih=5, pegawai=6, cacat=True)
    sources, roster = find_sources([folder]).files, read_roster(folder / ROSTER)
    together = check_all(read_all(sources), (), roster)
    assert {"GAB001", "GAB002", "GAB005", "GAB006", "REN017", "PEG022"} <= {f.code for f in together.findings}
    return sources, roster, together


def test_small_batches(planted: tuple[Sequence[Source], list[RosterEntry], Checked]) -> None:
    sources, roster, together = planted
    found, own = check_files(sources, (), roster, workers=1, batch=3)
    assert own == []
    assert_same(found, together)


def test_progress_is_told_while_work_goes_on(
    planted: tuple[Sequence[Source], list[RosterEntry], Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, _, _ = planted
    happened = list[str]()
    working = batch.work

    def noticed(task: Task) -> Part:
        happened.extend(f"mulai {source.name}" for source in task.sources)
        return working(task)

    monkeypatch.setattr(run, "work", noticed)
    check_files(sources[:2], workers=1, batch=1, progress=happened.append)
    first, second = (source.name for source in sources[:2])
    assert happened[:4] == [f"mulai {first}", first, f"mulai {second}", second]


def test_processes_and_another_order(planted: tuple[Sequence[Source], list[RosterEntry], Checked]) -> None:
    sources, roster, together = planted
    mixed = [*sources[1::2], *reversed(sources[::2])]
    told = list[str]()
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        found, _ = check_files(mixed, (), roster, batch=7, executor=pool, progress=told.append)
    assert told == [source.name for source in mixed]
    assert found.findings == together.findings
    ours, theirs = consolidate(found), consolidate(together)
    for name in ("Rekap Pegawai", "Rekap Unit", "Distribusi", "Temuan", "Tindak Lanjut", "Angka Kredit"):
        pd.testing.assert_frame_equal(ours.frames[name], theirs.frames[name])


@pytest.mark.parametrize("tahun", [2019, 2021])
def test_older_schemes(tmp_path: Path, tahun: int) -> None:
    write_examples(tmp_path, tahun=tahun, periode=Periode.TAHUNAN, benih=2, unit=4, pegawai=5, cacat=True)
    sources = find_sources([tmp_path]).files
    assert_same(check_files(sources, workers=1, batch=2)[0], check_all(read_all(sources)))


def _unit(number: int, *people: int, periode: str = "TW2") -> Unit:
    unit = Unit(nama=f"KELURAHAN {number}", kode=f"K-{number}", entries={"periode": periode})
    for serial in people:
        unit.person(nip(serial), f"Pegawai {serial}").iki(nip(serial), 1, 1, "10", "10").rate(nip(serial), S, S)
    return unit


def test_the_period_is_that_of_all_workbooks_not_of_a_batch(tmp_path: Path) -> None:
    for number, periode in enumerate(["TW1", "TW1", "TW2", "TW2", "TW2", ""]):
        _unit(number, number, periode=periode).write(tmp_path, f"{number}.xlsx")
    sources = find_sources([tmp_path]).files
    found, _ = check_files(sources, workers=1, batch=2)
    assert found.periode is Periode.TW2
    assert_same(found, check_all(read_all(sources)))


def test_no_period_and_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK")
    _unit(1, 1, periode="lusa").write(tmp_path, "a.xlsx")
    sources = find_sources([tmp_path]).files
    assert_same(check_files(sources, workers=1, batch=1)[0], check_all(read_all(sources)))


def test_a_finding_across_workbooks_made_heavier_blocks_in_batches_too(tmp_path: Path) -> None:
    """An office that makes GAB006 a galat: the people concerned are scored in no batch."""
    folder = tmp_path / "unit"
    folder.mkdir()
    for number, serial in ((1, 11), (2, 12)):
        unit = _unit(number, number)
        unit.person(nip(serial), "Budi Contoh").iki(nip(serial), 1, 1, "10", "10").rate(nip(serial), S, S)
        unit.write(folder, f"{number}.xlsx")
    lokal = own_rules(
        tmp_path, entry("pemeriksaan", '{ GAB006 = { tingkat = "galat", alasan = "Dicocokkan dahulu." } }')
    )
    sources = find_sources([folder]).files
    together = check_all(read_all(sources), lokal)
    assert {f.code for f in together.findings} >= {"GAB006"}
    assert consolidate(together).counts.recapped == 2
    assert_same(check_files(sources, lokal, workers=1, batch=1)[0], together)


def test_the_rules_of_a_year_can_be_sent_to_another_process() -> None:
    for tahun in (2019, 2021, 2026):
        aturan = aturan_periode(Periode.TAHUNAN, tahun)
        assert pickle.loads(pickle.dumps(aturan)) == aturan  # noqa: S301 - our own bytes
        assert aturan.tanggal == date(tahun, 12, 31)


def test_a_process_that_the_system_ends_is_told_in_one_line() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool, pytest.raises(BrokenExecutor) as error:
        pool.submit(os._exit, 1).result()
    assert explained(error.value) == (
        "Sebuah proses pembaca dihentikan oleh sistem, biasanya karena memori habis. Ulangi dengan --pekerja 1."
    )
