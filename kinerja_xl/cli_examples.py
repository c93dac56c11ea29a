"""``kinerja contoh``: example units, as unit workbooks or as the filled Formulir SKP of their staff."""

from dataclasses import dataclass
from pathlib import Path

from kinerja_xl import console
from kinerja_xl.checks import RULES, himpun
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import refuse_filled
from kinerja_xl.examples.staff_forms import write_staff_forms
from kinerja_xl.examples.units import is_rated
from kinerja_xl.examples.units import make_units as example_units
from kinerja_xl.examples.write import ROSTER, write_examples
from kinerja_xl.periods import Periode


@dataclass(frozen=True)
class ExampleChoice:
    """What the examples are to be; see the options of the command."""

    tahun: int
    periode: Periode | None
    benih: int
    unit: int
    pegawai: int | None


def make_units(folder: Path, choice: ExampleChoice, *, cacat: bool) -> None:
    """Write unit workbooks into a new folder; ``cacat``: with mistakes that are known."""
    refuse_filled(folder)
    periode = choice.periode or (Periode.TW3 if cacat else Periode.TW2)
    with console.progress("Membuat contoh", choice.unit) as done:
        made = write_examples(
            folder,
            tahun=choice.tahun,
            periode=periode,
            benih=choice.benih,
            unit=choice.unit,
            pegawai=choice.pegawai,
            cacat=cacat,
            progress=done,
        )
    more = len(made.files) - choice.unit
    besides = f" dan {more} berkas lain untuk kesalahan pada berkas" if more else ""
    console.out().print(f"{choice.unit} buku kerja unit ({made.people} pegawai){besides}, di {folder}", markup=False)
    if cacat:
        console.out().print(
            f"{len(made.defects)} kesalahan disisipkan; daftarnya: {folder / 'cacat.json'}", markup=False
        )
        _tell_unshown({defect.code for defect in made.defects}, periode, choice.tahun)
    console.say(
        f"Berikutnya: kinerja periksa {folder} --daftar {folder / ROSTER}   atau   "
        f"kinerja konsolidasi {folder} -o master.xlsx"
    )


def make_forms(folder: Path, choice: ExampleChoice) -> None:
    """Write the staff's forms into a new folder, a folder for each unit."""
    if not is_rated(choice.tahun):
        raise CommandError(
            f"Formulir SKP ada sejak 2022 (PermenPANRB 6/2022); contoh tahun {choice.tahun} tanpa --formulir."
        )
    refuse_filled(folder)
    units = example_units(
        tahun=choice.tahun,
        periode=choice.periode or Periode.TW2,
        benih=choice.benih,
        unit=choice.unit,
        pegawai=choice.pegawai,
    )
    with console.progress("Membuat contoh", sum(len(unit.content.rows["pegawai"]) for unit in units)) as done:
        made = write_staff_forms(folder, units, choice.tahun, done)
    first = made[0].parent
    console.out().print(f"{len(made)} Formulir SKP dari {len(units)} unit, di {folder}", markup=False)
    console.say(f"Berikutnya: kinerja himpun {first} -o {first.name}.xlsx")


def _tell_unshown(planted: set[str], periode: Periode, tahun: int) -> None:
    """Which rules examples of that period and year cannot break, and what shows them."""
    if not is_rated(tahun):
        console.say(
            "Contoh tahun sebelum 2022 hanya memuat kesalahan terhadap peraturan tahun itu (SKL) dan daftar pegawai."
        )
        return
    rest = [code for code in RULES if code not in planted | himpun.CODES]
    others = [p for p in (Periode.TW2, Periode.TW3, Periode.TAHUNAN) if p is not periode]
    console.say(
        f"Tidak tampak pada {periode} {tahun}: {', '.join(rest)}. Aturan itu milik periode atau peraturan lain: coba "
        f"{', '.join(f'--periode {p}' for p in others)}, --tahun 2020, atau --tahun 2021."
    )
