"""Defects of a target and its words: fractions of whole things, percentages too large, two units, vague promises."""

from collections.abc import Callable, Iterator

from kinerja_xl.checks.satuan import WHOLE
from kinerja_xl.examples.defects_catalogue import Catalogue, explain
from kinerja_xl.examples.defects_draft import Line, Person, Place
from kinerja_xl.examples.defects_rencana import in_percent, number

catalogue = Catalogue()
PROMISE = "Pelayanan dilaksanakan secara optimal"


def _first(person: Person, wanted: Callable[[Line], bool]) -> list[Line]:
    return [line for line in person.lines("rencana") if wanted(line)][:1]


def _counts_whole(line: Line) -> bool:
    return number(line["target"]) is not None and line["satuan"].lower() in WHOLE and "rata" not in line["indikator"]


def _bare(line: Line) -> bool:
    return line["target"].replace(".", "").isdigit() and bool(line["satuan"])


@catalogue.person("REN018", "Target dokumen ditulis pecahan.")
def target_pecahan(person: Person) -> Iterator[Place]:
    """Half a thing that comes whole."""
    for line in _first(person, lambda row: _counts_whole(row) and _bare(row)):
        explain(person)
        yield line.put("target", f"{line['target']},5")


@catalogue.person("REN019", "Indikator hanya berjanji optimal.")
def janji_optimal(person: Person) -> Iterator[Place]:
    """A percentage of nothing named."""
    for line in _first(person, in_percent):
        yield line.put("indikator", PROMISE)


@catalogue.person("REN024", "Koma target persen terlewat.")
def koma_terlewat(person: Person) -> Iterator[Place]:
    """955 percent for 95,5."""
    for line in _first(person, lambda row: in_percent(row) and number(row["target"]) is not None):
        explain(person)
        yield line.put("target", "955")


@catalogue.person("REN025", "Satuan di belakang target bukan satuan kolomnya.")
def satuan_lain(person: Person) -> Iterator[Place]:
    """Months behind the number, another unit in its column."""
    for line in _first(person, lambda row: _bare(row) and row["satuan"] != "Bulan" and not in_percent(row)):
        yield line.put("target", f"{line['target']} Bulan")
