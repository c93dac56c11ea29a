"""``kinerja formulir skp``: a Formulir SKP for everybody on the roster."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_roster import refuse_year, roster_of
from kinerja_xl.files import write_new
from kinerja_xl.forms.skp.blank import StaffFile, file_paths, staff_files
from kinerja_xl.forms.skp.content import SkpContent
from kinerja_xl.forms.skp.variant import FIRST_YEAR
from kinerja_xl.gathering.carry_over import by_person
from kinerja_xl.gathering.foreign.mapping import NO_MAP
from kinerja_xl.gathering.sources import find_forms, read_forms
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, Peraturan
from kinerja_xl.roster import RosterEntry
from kinerja_xl.scoring.scheme import aturan_periode


@dataclass(frozen=True)
class FormChoice:
    """The year, last year's forms, whether with the boxes of an objection, and the office's own settings."""

    tahun: int
    lanjutan: tuple[Path, ...] = ()
    keberatan: bool = False
    lokal: tuple[Peraturan, ...] = ()


def make_staff_forms(roster_file: Path, folder: Path, choice: FormChoice) -> None:
    """Write the forms, each whole or not at all; nothing is written where one of them is there already."""
    aturan = _rules(choice)
    roster = roster_of(roster_file)
    _refuse_taken(roster, folder, choice.tahun)
    previous = _previous(choice.lanjutan)
    left_out = []
    with console.progress("Membuat formulir", len(roster)) as done:
        for made in staff_files(roster, choice.tahun, aturan, previous, keberatan=choice.keberatan):
            write_new(folder / made.path, made.data)
            done(made.path.name)
            left_out += [made] if made.left_out else []
    _tell(roster, folder, choice, previous, left_out)


def _rules(choice: FormChoice) -> AturanRating:
    refuse_year(choice.tahun)
    aturan = aturan_periode(Periode.TAHUNAN, choice.tahun, choice.lokal)
    if choice.tahun < FIRST_YEAR or not isinstance(aturan, AturanRating):
        raise CommandError(
            f"Formulir SKP ini berlaku mulai tahun {FIRST_YEAR} (PermenPANRB 6/2022). Untuk tahun {choice.tahun} pakai "
            f"Buku Kerja Unit: kinerja formulir unit --tahun {choice.tahun}"
        )
    return aturan


def _refuse_taken(roster: Sequence[RosterEntry], folder: Path, tahun: int) -> None:
    taken = next((path for name in file_paths(roster, tahun) if (path := folder / name).exists()), None)
    if taken:
        raise FileExistsError(taken)


def _previous(paths: Sequence[Path]) -> dict[str, SkpContent]:
    """Last year's forms by NIP; what cannot be read is named."""
    if not paths:
        return {}
    found = find_forms(paths)
    for name, reason in found.passed:
        console.say(f"Dilewati: {name} adalah {reason}.")
    if not found.forms:
        console.say(f"Tidak ada formulir lama (Excel atau CSV) di {', '.join(map(str, paths))}.")
    with console.progress("Membaca formulir lama", len(found.forms)) as done:
        forms = read_forms(found.forms, NO_MAP, progress=done)
    for form in forms:
        if not form.accepted:
            console.say(f"Dilewati: {form.berkas}: {form.findings[0].message}")
    return by_person(forms)


def _tell(
    roster: Sequence[RosterEntry],
    folder: Path,
    choice: FormChoice,
    previous: dict[str, SkpContent],
    left_out: Sequence[StaffFile],
) -> None:
    units = len({entry.kode_unit for entry in roster})
    console.out().print(f"{len(roster)} Formulir SKP tahun {choice.tahun} dari {units} unit, di {folder}", markup=False)
    if choice.lanjutan:
        known = [entry for entry in roster if entry.nip in previous]
        console.out().print(
            f"{len(known) - len(left_out)} memuat rencana formulir lama, {len(roster) - len(known)} tanpa formulir lama.",
            markup=False,
        )
    for made in left_out:
        console.say(f"Rencana lama tidak disalin ke {made.path}: {made.left_out}.")
    example = folder / file_paths(roster, choice.tahun)[0].parent
    console.say(f"Berikutnya: bagikan kepada pegawai; sesudah terisi, kinerja himpun {example} -o UNIT.xlsx")
