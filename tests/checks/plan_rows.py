"""A plan row by row for tests of the rules on plans: one person, nothing to be found but what a test changes."""

from collections.abc import Mapping, Sequence

from kinerja_xl.checks import RULES
from kinerja_xl.checks.rule import Scope
from kinerja_xl.findings import Finding, in_order
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.tables import Tables
from tests.tables import tables
from tests.workbooks import PERSON

TAHUN = 2026
LEADER = "197501012000031001"
SUPERIOR = "196805051993031002"
COLLEAGUE = "199003032015032003"
KEPUASAN = "Meningkatnya kepuasan masyarakat atas pelayanan kelurahan"
TERTIB = "Terwujudnya lingkungan kelurahan yang bersih dan tertib"
Row = Mapping[str, str]
Cells = list[tuple[str, str]]


def row(number: str = "1.1", **columns: str) -> Row:
    """A row of Rencana in which nothing is to be found."""
    rhk, _, iki = number.partition(".")
    usual = {"kategori": "Utama", "rhk": f"Terlaksananya layanan {rhk}", "rhk_pimpinan": KEPUASAN, "aspek": "Kuantitas"}
    measured = {"indikator": f"Jumlah layanan jenis {number}", "target": "12", "satuan": "Laporan"}
    return {"no_rhk": rhk, "no_iki": iki, **usual, **measured, **columns}


def unit(*rencana: Row, people: Sequence[Row] = (), **columns: str) -> Tables:
    """One person (``columns`` of Pegawai changed) with a plan, and further people."""
    return tables(
        unit=[{"tahun": str(TAHUN), "periode": "TW4", "kode_unit": "U", "nama_unit": "UJI", "nip_kepala": LEADER}],
        pegawai=[{**PERSON, **columns}, *people],
        rencana=rencana,
    )


def found(made: Tables, *codes: str) -> list[Finding]:
    scope = Scope(made, Periode.TW4, aturan_pada(Periode.TW4.span(TAHUN)[1], AturanRating))
    return in_order(f for code in codes for f in RULES[code].findings(scope))


def cells(made: Tables, *codes: str) -> Cells:
    return [(f.code, f.cell) for f in found(made, *codes)]
