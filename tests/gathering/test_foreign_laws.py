"""Laws of reading a foreign table: where it stands and how its columns are ordered does not matter, and no cell is lost."""

import string
from collections.abc import Sequence
from datetime import date
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.forms.cells import Cell
from kinerja_xl.gathering.foreign.form import of_sheets
from kinerja_xl.gathering.foreign.header_spellings import SPELLINGS
from kinerja_xl.gathering.foreign.join import joined
from kinerja_xl.gathering.foreign.mapping import NO_MAP
from kinerja_xl.gathering.foreign.report import ForeignForm
from kinerja_xl.gathering.foreign.rows import Block, read_rows
from kinerja_xl.gathering.foreign.sheet import Area, Sheet
from kinerja_xl.gathering.foreign.table import find_tables

Indicator = tuple[str, str, str]
Result = tuple[str, str, tuple[Indicator, ...]]
COLUMNS = ("NO", "RENCANA HASIL KERJA PIMPINAN", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET")

words = st.text(string.ascii_letters, min_size=3, max_size=12).map(lambda text: f"Hasil {text}")
indicators = st.tuples(st.sampled_from(["Kuantitas", "Kualitas", "Waktu"]), words, st.integers(0, 99).map(str))
results = st.lists(
    st.tuples(words, words, st.lists(indicators, min_size=1, max_size=3).map(tuple)),
    min_size=1,
    max_size=4,
    unique_by=lambda result: result[0].lower(),
)


def _rows(results: Sequence[Result], *, repeated: bool) -> list[list[Cell]]:
    """The rows of a table: what belongs to a result stands in its first row only, or in each of its rows."""
    rows: list[list[Cell]] = []
    for number, (rhk, pimpinan, parts) in enumerate(results, 1):
        for i, (aspek, indikator, target) in enumerate(parts):
            of_rhk: list[Cell] = [number, pimpinan, rhk] if i == 0 or repeated else ["", "", ""]
            rows.append([*of_rhk, aspek, indikator, target])
    return rows


def _blocks(rows: Sequence[Sequence[Cell]]) -> list[Block]:
    return [read_rows(table) for table in find_tables(Sheet("SKP", [list(row) for row in rows]))]


def _read(rows: Sequence[Sequence[Cell]]) -> list[Result]:
    rhks, differences = joined([[block.rhks for block in _blocks(rows)]])
    assert differences == []
    return [
        (
            rhk.text("rhk"),
            rhk.text("rhk_pimpinan"),
            tuple((v["aspek"].text, v["indikator"].text, v["target"].text) for v in rhk.indicators),
        )
        for rhk in rhks
    ]


@given(results, st.booleans(), st.permutations(range(len(COLUMNS))), st.data())
def test_blank_rows_and_columns_and_the_order_of_columns_do_not_matter(
    results: list[Result], repeated: bool, order: list[int], data: st.DataObject
) -> None:
    rows: list[list[Cell]] = [list(COLUMNS), *_rows(results, repeated=repeated)]
    blank_columns = data.draw(st.lists(st.integers(0, len(COLUMNS)), max_size=3))
    blank_rows = data.draw(st.lists(st.integers(0, len(rows)), max_size=4))
    moved: list[list[Cell]] = [[row[i] for i in order] for row in rows]
    for column in sorted(blank_columns, reverse=True):
        for row in moved:
            row.insert(column, "")
    for index in sorted(blank_rows, reverse=True):
        moved.insert(index, [""] * (len(COLUMNS) + len(blank_columns)))
    assert _read(moved) == results


@given(results, st.data())
def test_the_order_of_rows_changes_the_order_and_nothing_else(results: list[Result], data: st.DataObject) -> None:
    header: list[Cell] = list(COLUMNS)
    blocks = data.draw(st.permutations(results))
    assert _read([header, *_rows(blocks, repeated=False)]) == blocks
    single = [(rhk, pimpinan, part) for rhk, pimpinan, parts in results for part in parts]
    rows: list[list[Cell]] = [["", pimpinan, rhk, *part] for rhk, pimpinan, part in data.draw(st.permutations(single))]
    found = _read([header, *rows])
    assert sorted((rhk, p, part) for rhk, p, parts in found for part in parts) == sorted(single)
    assert len(found) == len(results)


known = st.sampled_from([text for texts in SPELLINGS.values() for text in texts])
headers = st.one_of(known, st.sampled_from(["Paraf", "Keterangan Lain", "", "Lokus", "Target Renstra 2029"]))


@given(st.lists(headers, max_size=7), st.lists(st.lists(st.booleans(), min_size=9, max_size=9), max_size=8))
def test_every_cell_of_a_table_is_used_or_reported(others: list[str], filled: list[list[bool]]) -> None:
    header: list[Cell] = ["Rencana Hasil Kerja", "Target", *others]
    rows: list[list[Cell]] = [
        [f"isi {r}.{c}." if flags[c] else "" for c in range(len(header))] for r, flags in enumerate(filled)
    ]
    blocks = _blocks([header, *rows])
    assert len(blocks) == 1
    block = blocks[0]
    left = chain.from_iterable([*block.unknown.values(), *block.homeless.values(), block.loose])
    of_results = [
        value for rhk in block.rhks for value in (*rhk.values.values(), *chain(*(v.values() for v in rhk.indicators)))
    ]
    found = "\n".join(value.text for value in (*left, *of_results))
    passed = {c for c, column in block.table.columns.items() if column.meaning in ("no", "dihitung")}
    lost = [text for row in rows for c, text in enumerate(row) if text and c not in passed and str(text) not in found]
    assert lost == []


vocabulary = st.one_of(
    known,
    st.sampled_from([
        "A. UTAMA", "B. TAMBAHAN", "HASIL KERJA", "PERILAKU KERJA", "RATING HASIL KERJA*", "PREDIKAT KINERJA PEGAWAI", "CATATAN",
        "DIATAS EKSPETASI", "Sangat Baik", "Baik", "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "NAMA", "NIP", "NIP: 19",
        "PANGKAT/GOL RUANG", "Penata (III/c)", "IX", "JABATAN", "UNIT KERJA", "TRIWULAN II", "TRIWULAN I/II/III/IV",
        "PERIODE PENILAIAN: 1 APRIL S.D. 30 JUNI TAHUN 2026", "01/01/2026 - 31/12/2026", "Uji, 5 Juli 2026", "JUMLAH", "(1)", "(2)", "1", "2.",
        "(Penugasan dari Camat)", "Ukuran keberhasilan / Indikator Kinerja Individu, dan Target:", "- butir satu\n- butir dua", "-", ":",
        "Kuant/Output", "Waktu", "TW II", "KATEGORI", "Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Orientasi Pelayanan",
        "Ekspektasi Khusus Pimpinan:", "*) coret", "#N/A",
    ]),
    st.sampled_from(["", "", "", 1, 2.5, 198609262015051001, True, date(2026, 3, 1), "isi bebas"]),
)  # fmt: skip
areas = st.tuples(st.integers(0, 8), st.integers(0, 6), st.integers(0, 3), st.integers(0, 3)).map(
    lambda area: (area[0], area[1], area[0] + area[2], area[1] + area[3])
)


@given(
    st.lists(st.lists(st.lists(vocabulary, max_size=8), max_size=14), min_size=1, max_size=3),
    st.lists(areas, max_size=4),
)
def test_whatever_stands_on_the_sheets_they_are_read(pages: list[list[list[Cell]]], merged: list[Area]) -> None:
    sheets = [Sheet(f"Lembar {i}", rows, tuple(merged)) for i, rows in enumerate(pages)]
    form = of_sheets(sheets, [sheet.name for sheet in sheets], ForeignForm("acak.xlsx"), NO_MAP)
    assert len(form.rows.get("rencana", [])) == len(form.rows.get("realisasi", []))
    for (table, index, key), where in form.places.items():
        assert key in (form.unit if table == "unit" else form.rows[table][index])
        assert where.sheet or key == "kategori"
