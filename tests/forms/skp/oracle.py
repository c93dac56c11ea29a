"""The whole Formulir SKP against the scores of Python: everything typed at random, computed by LibreOffice, compared cell by cell.

Python's side goes the other way round the house: the same typing in a unit workbook, read and scored as ``konsolidasi`` does.
"""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kinerja_xl.forms.addresses import letters
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.read import join, read_workbook
from kinerja_xl.forms.skp.content import SkpContent, Spot, spots
from kinerja_xl.forms.skp.layout import EVALUATION_HELPERS, PANEL_VALUE, Layout
from kinerja_xl.forms.skp.variant import EVALUASI, ITEMS, MOST, Varian
from kinerja_xl.indonesian import MONTHS
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.regulations import AturanRating
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.terms import Arah, Aspek, Kategori, Nilai, Rating
from tests.forms.skp.quantity_texts import by_chance
from tests.workbooks import PERSON, TAHUN, grid, nip

NIP = nip(1)
SANE = ("100", "80 - 90%", "12 Bulan", "1.250", "0,5", "Rp 1.000.000", "0", "7 s.d. 8 Bulan", "96,5%")
RESULTS = ("5", "85%", "110", "0", "12 Bulan", "1.200", "-3", "82,5", "7 - 7", "", "", "6,5")
SUMMARY = {"lengkap": 1, "bulan": 3, "capaian": 4, "saran_hasil": 5, "saran_perilaku": 6}
"""Rows of the panel below its head."""


def content(seed: int, varian: Varian) -> SkpContent:
    """A form in which every cell holds something by chance, or nothing; all RHK and indicators are there."""
    chance = random.Random(seed)  # noqa: S311
    odd = list(by_chance(seed, 400))

    def typed(usual: tuple[str, ...]) -> str:
        return chance.choice(odd) if chance.random() < 0.3 else chance.choice(usual)

    rencana, realisasi = [], []
    for no_rhk, kategori in enumerate((k for k in Kategori for _ in range(MOST[k])), start=1):
        for no_iki in range(1, ITEMS + 1):
            key = {"nip": NIP, "no_rhk": str(no_rhk), "no_iki": str(no_iki)}
            own = {f"target_{p.suffix}": typed(("", "", "40", "50%", "3 Bulan")) for p in TRIWULAN}
            plan = {"kategori": kategori.value, "rhk": f"RHK {no_rhk}", "indikator": f"IKI {no_rhk}.{no_iki}"}
            aspek = "" if varian.pimpinan else chance.choice(tuple(Aspek)).value
            arah = chance.choice(("", "", *(a.value for a in Arah)))
            rencana.append(key | plan | own | {"aspek": aspek, "arah": arah, "target": typed(SANE)})
            realisasi.append(key | {f"realisasi_{p.suffix}": typed(RESULTS) for p in TRIWULAN})
    skor = [{f"skor_{p.suffix}": chance.choice(("1", "2", "3", "", "2")) for p in TRIWULAN} for _ in Nilai]
    perilaku = [{"nip": NIP, "nilai": nilai.value} | own for nilai, own in zip(Nilai, skor, strict=True)]
    words = ("", *(rating.value for rating in Rating), *(rating.value for rating in Rating))
    rated = [{"rating_hasil": chance.choice(words), "rating_perilaku": chance.choice(words)} for _ in Periode]
    rows = {
        "rencana": rencana,
        "realisasi": realisasi,
        "perilaku": perilaku,
        "penilaian": [{"nip": NIP, "periode": p.value} | own for p, own in zip(Periode, rated, strict=True)],
    }
    posted = {"mulai": chance.choice(("", "2026-02-10", "2026-05-31")), "selesai": chance.choice(("", "2026-10-15"))}
    return SkpContent(PERSON | {"nip": NIP, "nama_unit": "UNIT UJI", "kode_unit": "UJI"} | posted, rows)


def scored(made: SkpContent, varian: Varian, aturan: AturanRating, folder: Path) -> dict[Periode, Penilaian]:
    """What Python scores when the same is typed into a unit workbook."""
    person = PERSON | {"nip": NIP, "pendekatan": varian.pendekatan.value, "format_skp": varian.format_skp.value}
    person |= {key: made.entries[key] for key in ("mulai", "selesai")}
    unit = {"tahun": str(TAHUN), "kode_unit": "UJI", "nama_unit": "UNIT UJI", "periode": "TW2", "nip_kepala": NIP}
    path = folder / "unit-pembanding.xlsx"
    filled = UnitContent(unit, {"pegawai": [person], **made.rows})
    path.write_bytes(fill_unit_workbook(blank_unit_workbook(10, TAHUN), filled))
    tables = join([read_workbook(path)])
    return {periode: penilaian(tables, periode, aturan) for periode in Periode}


def differences(path: Path, made: SkpContent, varian: Varian, expected: dict[Periode, Penilaian]) -> list[str]:
    """Every formula cell of the computed form ``path`` that is not what Python says."""
    layout = Layout(varian, evaluation=True)
    where = spots(made.rows["rencana"], layout.blocks)
    return [
        f"{EVALUASI[periode]}!{cell}: {shown!r}, Python {wanted!r}"
        for periode in Periode
        for cell, shown, wanted in _cells(grid(path, EVALUASI[periode]), layout, where, expected[periode], made)
        if not _same(shown, wanted)
    ]


def compared(made: SkpContent) -> int:
    """How many formula cells ``differences`` looks at."""
    return len(Periode) * (len(made.rows["rencana"]) + len(SUMMARY) - 1 + 2)


def _cells(
    cells: list[list[object]], layout: Layout, where: dict[tuple[str, str], Spot], found: Penilaian, made: SkpContent
) -> Iterator[tuple[str, object, object]]:
    """Address, what the form shows, what Python says."""

    def at(row: int, column: int) -> tuple[str, object]:
        return f"{letters(column)}{row}", cells[row - 1][column - 1]

    for row in found.indikator.to_dict("records"):
        block, item = where[row["no_rhk"], row["no_iki"]]
        yield *at(layout.blocks[block].items[item - 1], EVALUATION_HELPERS.columns["capaian"]), row["capaian"]
    person = found.pegawai.to_dict("records")[0]
    for name, offset in SUMMARY.items():
        if name in person:
            yield *at(layout.period_row + offset, PANEL_VALUE), person[name]
    yield *at(layout.predikat_row, 7), person["predikat"]
    span = at(layout.period_row, layout.panes[1][0].first)
    yield *span, f"PERIODE PENILAIAN: {in_words(found.periode, made)}"


def in_words(periode: Periode, made: SkpContent) -> str:
    """The days of a period in which the person is in the unit, as the form prints them."""
    first, last = periode.span(TAHUN)
    start = max(first, date.fromisoformat(made.entries["mulai"] or first.isoformat()))
    end = min(last, date.fromisoformat(made.entries["selesai"] or last.isoformat()))
    if start > end:
        return "TIDAK BERTUGAS DI UNIT INI PADA PERIODE INI"
    words = (f"{day.day} {MONTHS[day.month].upper()}" for day in (start, end))
    return f"{' S.D. '.join(words)} TAHUN {TAHUN}"


def _same(shown: object, wanted: object) -> bool:
    if isinstance(wanted, int | float):
        if wanted != wanted:  # noqa: PLR0124 nothing to be shown
            return shown == ""
        return isinstance(shown, int | float) and abs(shown - wanted) < 1e-6
    return shown == wanted
