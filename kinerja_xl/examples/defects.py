"""Plants known defects into clean example units, one for each rule, and says exactly where the checks will find them.

Used by ``kinerja contoh --cacat``: to show people what a finding looks like, and to prove that checks miss nothing and
invent nothing. The families of defects are the modules ``defects_*``.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kinerja_xl.checks import RULES
from kinerja_xl.examples import (
    defects_berkas,
    defects_formulir,
    defects_jabatan,
    defects_kewajaran,
    defects_lama,
    defects_orang,
    defects_pegawai,
    defects_penilaian,
    defects_realisasi,
    defects_rencana,
    defects_salinan,
    defects_skp,
    defects_target,
    defects_unit,
)
from kinerja_xl.examples.defects_catalogue import FileDefect, PairDefect, PersonDefect
from kinerja_xl.examples.defects_draft import Draft, Finish, Occasion, Place
from kinerja_xl.examples.defects_hosts import Hosts
from kinerja_xl.examples.units import ExampleUnit, is_rated
from kinerja_xl.forms.fill import UnitContent
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.scheme import aturan_periode

_FAMILIES = (
    defects_pegawai,
    defects_jabatan,
    defects_orang,
    defects_rencana,
    defects_skp,
    defects_target,
    defects_realisasi,
    defects_kewajaran,
    defects_salinan,
    defects_penilaian,
    defects_unit,
    defects_berkas,
    defects_formulir,
)
_PEOPLE = tuple(defect for family in _FAMILIES for defect in family.catalogue.people)
_PAIRS = tuple(defect for family in _FAMILIES for defect in family.catalogue.pairs)
_FILES = tuple(defect for family in _FAMILIES for defect in family.catalogue.files)
_OLD_PEOPLE = tuple(defects_lama.catalogue.people)
CODES = frozenset(defect.code for defect in (*_PEOPLE, *_PAIRS, *_FILES))
"""Every rule for which a defect can be planted in a year with ratings."""
OLD_CODES = frozenset(defect.code for defect in _OLD_PEOPLE) | {defects_lama.TWO_LAWS}
"""Every rule for which a defect can be planted in a year before the ratings; which of them depends on the period's law."""


@dataclass(frozen=True)
class PlantedDefect:
    """A finding that the checks must report: file, sheet, cell and code; ``keterangan`` says what was done."""

    file: str
    sheet: str
    cell: str
    code: str
    keterangan: str


@dataclass(frozen=True)
class DefectiveUnit:
    """A unit workbook to write: its content, and the last change on the bytes of the finished file."""

    file_name: str
    content: UnitContent
    finish: Finish | None = None


def plant(
    units: list[ExampleUnit], *, tahun: int, periode: Periode, benih: int, codes: Collection[str] | None = None
) -> tuple[list[DefectiveUnit], tuple[PlantedDefect, ...]]:
    """Plant one defect for each rule (only ``codes``, if given) and return all units to write with what was planted.

    The units given keep their order and come first; further files follow. A rule that has nothing to judge in the period (the
    yearly hours in a quarter) gets no defect.
    """
    occasion = Occasion(tahun, periode, aturan_periode(periode, tahun))
    hosts = Hosts(units, occasion, benih)
    known = codes_of(tahun)
    planted = _planted(hosts, known if codes is None else known & set(codes))
    order = {unit.file_name: i for i, unit in enumerate(units)}
    drafts = sorted(hosts.drafts, key=lambda d: (order.get(d.file_name, len(order)), d.file_name))
    return [_unit(draft) for draft in drafts], tuple(sorted(planted, key=lambda d: (d.file, d.sheet, d.cell, d.code)))


def _unit(draft: Draft) -> DefectiveUnit:
    return DefectiveUnit(draft.file_name, UnitContent(draft.unit, draft.rows), draft.finish())


def _planted(hosts: Hosts, wanted: Collection[str]) -> list[PlantedDefect]:
    """Heads first, for there are few of them; then pairs, then everybody else; last the files of their own."""
    aturan = hosts.occasion.aturan
    wanted = [code for code in wanted if isinstance(aturan, RULES[code].untuk)]
    people = [d for d in (*_PEOPLE, *_OLD_PEOPLE) if d.code in wanted]
    pairs = [d for d in _PAIRS if d.code in wanted]
    curve = isinstance(aturan, AturanRating) and aturan.kurva is not None
    files = [d for d in _FILES if d.code in wanted and (curve or not d.on_curve)]
    found = [_told(d, hosts.person(d)) for d in people if d.head]
    found += [_told(d, hosts.pair(d)) for d in pairs]
    found += [_told(d, hosts.person(d)) for d in people if not d.head]
    found += [_told(d, places) for d, places in zip(files, hosts.files(files), strict=True)]
    planted = [defect for told in found for defect in told]
    return planted + (_under_two_laws(hosts) if defects_lama.TWO_LAWS in wanted else [])


def _under_two_laws(hosts: Hosts) -> list[PlantedDefect]:
    code, words = defects_lama.TWO_LAWS, f"{RULES[defects_lama.TWO_LAWS].title}."
    return [PlantedDefect(p.file, p.sheet, p.cell, code, words) for p in defects_lama.two_laws(hosts.drafts)]


def codes_of(tahun: int) -> frozenset[str]:
    """The rules for which a defect can be planted in that year."""
    return CODES if is_rated(tahun) else OLD_CODES


def _told(defect: PersonDefect | PairDefect | FileDefect, places: Iterable[Place]) -> list[PlantedDefect]:
    return [PlantedDefect(p.file, p.sheet, p.cell, p.code or defect.code, defect.keterangan) for p in places]
