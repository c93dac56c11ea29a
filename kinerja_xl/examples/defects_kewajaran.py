"""Defects in results that can be read and can hardly be true, and in their evidence."""

import math
from collections.abc import Iterator
from itertools import pairwise

from kinerja_xl.checks.bukti import SHARED_BY
from kinerja_xl.checks.kewajaran_hasil import EARLIER_STEPS, is_share
from kinerja_xl.examples.defects_catalogue import Catalogue, explain
from kinerja_xl.examples.defects_draft import Line, Person, Place
from kinerja_xl.examples.defects_realisasi import column, counts, in_percent_result, results
from kinerja_xl.examples.defects_rencana import number
from kinerja_xl.indonesian import number_text, parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode

catalogue = Catalogue()
LOST_COMMA = "985"
NO_EVIDENCE = "sudah ada"
ONE_DOCUMENT = "notulen rapat.pdf"


def _amount(text: str) -> float:
    """The number of a target or result, without its unit; 0 where there is none."""
    found = parse_quantity(text)
    return found.high if found else 0.0


@catalogue.person("REA010", "Tanda koma pada persentase hilang.")
def tanpa_koma(person: Person) -> Iterator[Place]:
    """Ten times a share of nearly all."""
    for line in results(person, lambda plan, result: in_percent_result(plan, result) and is_share(plan["indikator"])):
        explain(person)
        yield line.put(column(person, "realisasi"), LOST_COMMA)


@catalogue.person("REA011", "Realisasi kelebihan nol.")
def kelebihan_nol(person: Person) -> Iterator[Place]:
    """Far more than the year's target."""
    far = 10 * math.ceil(person.occasion.aturan.kewajaran.isi.kali_target)
    for line in results(person, lambda plan, _: counts(plan) and _amount(plan["target"]) > 0):
        explain(person)
        yield line.put(column(person, "realisasi"), number_text(far * _amount(_plan_of(person, line)["target"])))


def _plan_of(person: Person, result: Line) -> Line:
    key = result["no_rhk"], result["no_iki"]
    return next(line for line in person.lines("rencana") if (line["no_rhk"], line["no_iki"]) == key)


@catalogue.person("REA012", "Realisasi triwulan ini melonjak jauh dari triwulan sebelumnya.")
def melonjak(person: Person) -> Iterator[Place]:
    """A little more than the settings let pass, and yet not far above the target."""
    for line in results(person, lambda plan, result: counts(plan) and _steady(person, result)):
        jump = _jump(person, line)
        target = _plan_of(person, line)
        quarter = person.occasion.periode is not Periode.TAHUNAN and target[f"target_{person.occasion.suffix}"]
        held_against = _amount(quarter or target["target"])
        if held_against < jump < person.occasion.aturan.kewajaran.isi.kali_target * held_against:
            explain(person)
            yield line.put(column(person, "realisasi"), number_text(jump))


def _earlier(person: Person, result: Line) -> list[float]:
    quarters = TRIWULAN[: person.occasion.periode.quarter - 1]
    return [_amount(result[f"realisasi_{p.suffix}"]) for p in quarters]


def _steady(person: Person, result: Line) -> bool:
    totals = [0.0, *_earlier(person, result)]
    grown = [after > before for before, after in pairwise(totals)]
    return len(grown) >= EARLIER_STEPS and all(grown)


def _jump(person: Person, result: Line) -> float:
    totals = _earlier(person, result)
    mean = totals[-1] / len(totals)
    return math.floor(totals[-1] + person.occasion.aturan.kewajaran.isi.kali_riwayat * mean) + 1


@catalogue.person("REA013", "Bukti dukung hanya berisi 'sudah ada'.")
def bukti_sudah_ada(person: Person) -> Iterator[Place]:
    """Evidence that nobody can find."""
    for line in results(person, lambda _, result: bool(result[column(person, "bukti")])):
        yield line.put(column(person, "bukti"), NO_EVIDENCE)


@catalogue.person("REA014", "Satu notulen menjadi bukti tiga hasil kerja.")
def satu_dokumen(person: Person) -> Iterator[Place]:
    """The same document at the first indicator of three planned results."""
    filled = {line["no_rhk"]: line for line in reversed(person.lines("realisasi")) if line[column(person, "realisasi")]}
    lines = sorted(filled.values(), key=lambda line: line.index)[:SHARED_BY]
    if len(lines) == SHARED_BY:
        places = [line.put(column(person, "bukti"), ONE_DOCUMENT) for line in lines]
        yield places[0]


@catalogue.person("REA016", "Realisasi triwulan berikutnya sudah terisi.")
def lebih_awal(person: Person) -> Iterator[Place]:
    """A result of the quarter after the one that is rated."""
    for later in _later(person):
        for line in results(person, lambda _plan, _result: True):
            yield line.put(later, line[column(person, "realisasi")])


@catalogue.person("REA017", "Realisasi diketik di kolom triwulan berikutnya.")
def salah_kolom(person: Person) -> Iterator[Place]:
    """The result has moved one quarter to the right."""
    filled = [line for line in person.lines("realisasi") if number(line[column(person, "realisasi")]) is not None]
    for later in _later(person):
        for line in filled[1:2]:
            explain(person)
            place = line.put(later, line[column(person, "realisasi")])
            line.put(column(person, "realisasi"), "")
            yield place


def _later(person: Person) -> list[str]:
    """The column of the next quarter, if the year has one."""
    return [f"realisasi_{p.suffix}" for p in TRIWULAN[person.occasion.periode.quarter :]][:1]
