"""How long a button takes in LibreOffice:  python -m tests.benchmarks.buttons [--pegawai 60] [--putaran 5]

The example unit is open in a real window under Xvfb. Before every press a cell is typed and not saved, as a person does; measured is
from the press until the sentence that says what happened stands in its box, boxes before it answered as soon as they are seen, and until
everything is done: a workbook that a button shows is opened after its sentence. Medians; the start of the office and of the worker is
not part of it, nor is the first round.
"""

import argparse
import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from kinerja_xl.examples.write import write_examples
from kinerja_xl.periods import Periode
from kinerja_xl.ribbon.buttons import BUTTONS
from tests.hosts.office import Office
from tests.hosts.screen import screen
from tests.workbooks import grid

TAHUN, PERIODE = 2026, Periode.TW2
SHEET, HEADER = "Rencana", "Indikator Kinerja Individu"
FIRST_ROW = 5
"""Row of the first planned indicator, from 0."""
BY_HAND = ("himpun", "konsolidasi")
"""Buttons whose time is that of the other files they read."""
WORKER_LOADS = 5
"""Seconds after opening in which a person looks at the sheet, and the worker loads."""


def example(folder: Path, people: int) -> Path:
    """The workbook of a unit with so many people."""
    made = write_examples(folder / "unit", tahun=TAHUN, periode=PERIODE, benih=3, unit=1, pegawai=people, cacat=False)
    path = folder / "unit.xlsx"
    shutil.copy(made.files[0], path)
    return path


def pressed(office: Office, button: str, row: int, column: int) -> tuple[float, float]:
    """Type something (where that is not locked), press the button, answer its boxes with yes; seconds to the sentence, to the end."""
    if button != "buka_kunci":
        office.ask("op", "set_values", SHEET, row, column, [[f"Jumlah laporan ke-{perf_counter()} yang selesai"]])
    started = perf_counter()
    office.ask("press", button, "OK")
    whole = perf_counter() - started
    return office.ask("last_box") or whole, whole


def measure(people: int, rounds: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Seconds of each button, round by round."""
    path = example(folder, people)
    column = grid(path, SHEET)[4].index(HEADER)
    names = [button.name for button in BUTTONS if button.name not in BY_HAND]
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    (folder / "kantor").mkdir()
    with screen() as display:
        office = Office(folder / "kantor", display=display, buttons="")
        office.ask("open", str(path))
        sleep(WORKER_LOADS)
        for number in range(rounds + 1):
            for place, name in enumerate(names):
                seconds[name].append(pressed(office, name, FIRST_ROW + number * len(names) + place, column))
        office.close()
    return {name: found[1:] for name, found in seconds.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pegawai", type=int, default=60)
    parser.add_argument("--putaran", type=int, default=5)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = measure(options.pegawai, options.putaran, Path(folder))
    print(
        f"{options.pegawai} pegawai, {options.putaran} putaran, detik: median (terlama) sampai kalimatnya; sampai selesai"
    )
    for name, seconds in found.items():
        told, whole = zip(*seconds, strict=True)
        print(f"  {name:12} {median(told):5.2f} ({max(told):.2f})   {median(whole):5.2f} ({max(whole):.2f})")


if __name__ == "__main__":
    main()
