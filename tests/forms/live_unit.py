"""The live columns of the unit workbook against the scores of Python: a workbook of odd people, compared cell by cell."""

import io
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import openpyxl

from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.forms.set_cells import with_cells
from kinerja_xl.forms.unit_workbook import form_of
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.regulations.local import BobotKategori
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.tables import Tables
from kinerja_xl.terms import Arah, Aspek, Nilai
from tests.forms.skp.quantity_texts import by_chance
from tests.workbooks import HEAD, TAHUN, Unit, grid, nip

TARGETS = ("100", "80 - 90%", "12 Bulan", "1.250", "0,5", "Rp 1.000.000", "0", "96,5%", "")
OWN = ("", "", "", " ", "40", "50%", "3 Bulan", "0")
RESULTS = ("5", "85%", "110", "0", "12 Bulan", "1.200", "-3", "82,5", "7 - 7", "", " ", "6,5")
DIRECTIONS = ("", "", "turun", "Minimalkan!", "Makin kecil, makin baik", "entahlah", *(arah.value for arah in Arah))
CATEGORIES = ("", "", "Utama", "Tambahan", "b. tambahan", "(Tambahan)", "lainnya")
ASPECTS = ("", "waktu;", *Aspek)
SCORES = ("1", "2", "3", "", "2", "4", "3 ", "2 (baik)", "2,0", "1\t")
PEOPLE: tuple[tuple[str, dict[str, str]], ...] = (
    (HEAD, {"format_skp": "Pimpinan"}),
    (nip(1), {}),
    (nip(3), {"mulai": "2026-02-10", "selesai": "2026-05-31"}),
    (nip(5), {"pendekatan": "Kualitatif"}),
    (nip(7), {"pendekatan": "", "mulai": "2026-06-30"}),
    (nip(9), {"pendekatan": "Kualitatif *)"}),
    (nip(11), {"selesai": "2026-04-29"}),
    (nip(13), {}),
    (nip(1), {"mulai": "2026-11-01"}),
)
"""NIP that differ in their last digits alone, one of them twice."""
WITHOUT_PLAN = nip(13)
STRANGER = nip(15)
"""Has a plan, and no row of Pegawai."""
WEIGHTS = {"bobot_utama": 2.0, "bobot_tambahan": 0.5}
FALLING = Aspek.WAKTU
LIVE = {
    "pegawai": ("lengkap", "capaian", "saran_hasil", "saran_perilaku", "bulan"),
    "realisasi": ("capaian",),
}


class Chance:
    """Texts as people type them, one in four of them odd."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311
        self.odd = [text for text in by_chance(seed, 400) if text.strip() or not text.strip(" \u00a0\t\r\n")]

    def one(self, usual: Sequence[str]) -> str:
        return self.random.choice(usual)

    def typed(self, usual: Sequence[str]) -> str:
        return self.random.choice(self.odd) if self.random.random() < 0.25 else self.one(usual)


@lru_cache(maxsize=4)
def live_unit(seed: int, periode: Periode) -> bytes:
    """A workbook in which everything that the live columns look at is there by chance, in odd order."""
    chance = Chance(seed)
    unit = Unit(periode=periode.value)
    for who, columns in PEOPLE:
        unit.person(who, **columns)
    for who in (*dict(PEOPLE), STRANGER):
        if who != WITHOUT_PLAN:
            _plan(unit, who, chance)
    chance.random.shuffle(unit.rows["realisasi"])
    for row in unit.rows["perilaku"]:
        row |= {f"skor_{p.suffix}": chance.one(SCORES) for p in TRIWULAN}
        row["nip"] = HEAD if row["nip"] == nip(7) and row["nilai"] != Nilai.LOYAL else row["nip"]
    return _with_settings(_with_numbers(unit.bytes(10)))


def _plan(unit: Unit, who: str, chance: Chance) -> None:
    """Four RHK of three indicators: texts of an RHK in some row of it, a row twice, results missing, twice, and of no plan."""
    rencana, realisasi = [], []
    for no_rhk in ("1", "2", "3 ", "10", "1*"):
        for no_iki in ("1", "2", "3"):
            key = {
                "nip": chance.one((who, who, f"{who[:8]}\t{who[8:]}", f"\u2019{who}")),
                "no_rhk": no_rhk,
                "no_iki": no_iki,
            }
            words = {"kategori": chance.one(CATEGORIES), "rhk": chance.one(("", "Layanan")), "indikator": "Ukuran"}
            signs = {"aspek": chance.one(ASPECTS), "arah": chance.one(DIRECTIONS), "target": chance.typed(TARGETS)}
            rencana.append(key | words | signs | {f"target_{p.suffix}": chance.typed(OWN) for p in TRIWULAN})
            results = {f"realisasi_{p.suffix}": chance.typed(RESULTS) for p in TRIWULAN}
            evidence = {f"bukti_{p.suffix}": chance.one(("", "a.pdf", "b.pdf")) for p in TRIWULAN}
            realisasi.append(key | {"no_rhk": no_rhk.strip()} | results | evidence)
    rencana.append(rencana[4] | {"target": "7"})
    realisasi[2:3] = []
    realisasi += [realisasi[5] | {f"realisasi_{p.suffix}": "1" for p in TRIWULAN}, realisasi[0] | {"no_iki": "9"}]
    unit.rows["rencana"] += rencana
    unit.rows["realisasi"] += realisasi


def _with_numbers(package: bytes) -> bytes:
    """The workbook with real numbers in some cells of text format, as a paste leaves them."""
    form = form_of(TAHUN)
    for key, names in (("rencana", ("target", "target_tw2")), ("realisasi", ("realisasi_tw2", "realisasi_tw4"))):
        table = form.table(key)
        cells = {(table.first_row + 9 * i, table.column(name)): 12.5 * i for i in range(6) for name in names}
        package = with_cells(package, table.name, cells)
    return package


def rules(periode: Periode) -> AturanRating:
    """The rules in force, with settings of an office under which everything counts that counts for nothing by default."""
    aturan = aturan_periode(periode, TAHUN)
    assert isinstance(aturan, AturanRating)
    changed = {
        "bobot_kategori": BobotKategori(utama=WEIGHTS["bobot_utama"], tambahan=WEIGHTS["bobot_tambahan"]),
        "arah_bawaan": aturan.arah_bawaan.isi | {FALLING: Arah.TURUN},
    }
    update = {key: getattr(aturan, key).model_copy(update={"isi": value}) for key, value in changed.items()}
    return aturan.model_copy(update=update)


def _with_settings(package: bytes) -> bytes:
    """The workbook with the numbers of ``rules`` in its lists."""
    titles = openpyxl.load_workbook(io.BytesIO(package))["Hitung"][1]
    columns = {cell.value: cell.column for cell in titles if cell.value}
    numbers = WEIGHTS | {"aspek_turun": FALLING.value}
    cells = {(2, columns[name] + i): value for name, value in numbers.items() for i in range(len(Periode))}
    return with_cells(package, "Hitung", cells)


def scored(path: Path, periode: Periode) -> tuple[Tables, Penilaian]:
    """What Python reads in the workbook, and scores."""
    reading = read_workbook(path)
    assert reading.accepted, reading.findings
    tables = join([reading])
    return tables, penilaian(tables, periode, rules(periode))


def expected(tables: Tables, found: Penilaian) -> Iterator[tuple[str, str, int, object]]:
    """Table, key, row and value of every live cell beside a row of data."""
    planned = found.indikator.drop_duplicates(["nip", "no_rhk", "no_iki"]).set_index(["nip", "no_rhk", "no_iki"])
    scores = planned["capaian"].to_dict()
    for row in tables.realisasi.to_dict("records"):
        yield "realisasi", "capaian", row["baris"], scores.get((row["nip"], row["no_rhk"], row["no_iki"]), float("nan"))
    for row in found.pegawai.to_dict("records"):
        yield "pegawai", "lengkap", row["baris"], completeness(found, row["nip"])
        for key in LIVE["pegawai"][1:]:
            yield "pegawai", key, row["baris"], row[key]


def completeness(found: Penilaian, who: str) -> int:
    """Whole percent of the cells that the person's planned indicators need and that hold something."""
    rows = found.indikator[found.indikator["nip"] == who]
    cells = rows[["no_rhk", "no_iki", "rhk", "indikator", "target", "realisasi", "bukti"]]
    return int(100 * (cells != "").to_numpy().sum() // cells.size) if cells.size else 0


def differences(shown: Path, typed: Path, periode: Periode) -> tuple[list[str], int]:
    """Every live cell of the computed workbook ``shown`` that is not what Python says of ``typed``, and how many were compared."""
    wanted = {(table, row, key): value for table, key, row, value in expected(*scored(typed, periode))}
    form, told = form_of(TAHUN), []
    count = 0
    for name, keys in LIVE.items():
        table = form.table(name)
        cells = grid(shown, table.name)
        for row in range(table.first_row, len(cells) + 1):
            for key in keys:
                value, right = cells[row - 1][table.column(key) - 1], wanted.get((name, row, key), "")
                count += (name, row, key) in wanted
                if not _same(value, right):
                    told.append(f"{table.name} {row} {key}: {value!r}, Python {right!r}")
    return told, count


def _same(shown: object, wanted: object) -> bool:
    if isinstance(wanted, int | float):
        if wanted != wanted:  # noqa: PLR0124 nothing to be shown
            return shown == ""
        return isinstance(shown, int | float) and abs(shown - wanted) < 1e-6
    return shown == wanted
