"""What is refused in ``instansi.toml`` although its types are right: ladders that make no sense, content no reader can hold."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.regulations.instansi import entry, refused, write


@pytest.mark.parametrize("isi", ["[" * 5000, "9" * 5000])
def test_what_no_reader_can_hold(tmp_path: Path, isi: str) -> None:
    said = "instansi.toml: memuat angka yang terlalu panjang atau isi yang terlalu dalam bersarang."
    assert refused(write(tmp_path, entry("unit_kecil", isi))) == said


WORDS = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
BOUNDS = (110, 90, 70, 50, 0)


def ladder(words: Sequence[str] = WORDS, idea: int = 0, lowest: float = 0) -> str:
    rungs = zip(words, (*BOUNDS[:-1], lowest), strict=True)
    rows = [
        f'{{ predikat = "{word}", dari = {bound}, termasuk = true, gagasan = {str(number == idea).lower()} }}'
        for number, (word, bound) in enumerate(rungs)
    ]
    return f"[{', '.join(rows)}]"


@pytest.mark.parametrize(
    ("isi", "said"),
    [
        (ladder(WORDS[::-1]), ".isi' harus memuat setiap predikat satu kali, dari yang tertinggi: "),
        (ladder(idea=4), ".isi' gagasan hanya boleh menjadi syarat Sangat Baik."),
        (ladder(lowest=-10), ".isi[5]' harus dari = 0 dan termasuk = true"),
    ],
)
def test_a_ladder_of_predikat_makes_sense(tmp_path: Path, isi: str, said: str) -> None:
    assert said in refused(write(tmp_path, entry("pp30_predikat", isi)))


def test_the_lowest_predikat_begins_at_nought(tmp_path: Path) -> None:
    bounds = {"Sangat Baik": 110, "Baik": 90, "Cukup": 70, "Kurang": 50, "Sangat Kurang": 10}
    rungs = ", ".join(f"{{ predikat = '{name}', dari = {low}, termasuk = true }}" for name, low in bounds.items())
    assert refused(write(tmp_path, entry("pp30_predikat", f"[{rungs}]"))) == (
        "instansi.toml: kunci 'ketentuan.pp30_predikat.isi[5]' harus dari = 0 dan termasuk = true, supaya setiap nilai "
        "mempunyai predikat."
    )
