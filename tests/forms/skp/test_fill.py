"""Filling the Formulir SKP and reading it back: nothing is lost, nothing is invented, the print stays in order."""

import io
import itertools
import random
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.examples.staff_forms import staff_forms
from kinerja_xl.examples.units import make_units
from kinerja_xl.forms.skp.content import RoomError, SkpContent
from kinerja_xl.forms.skp.fill import fill_skp
from kinerja_xl.forms.skp.layout import Layout
from kinerja_xl.forms.skp.page_breaks import page_breaks, usual_heights
from kinerja_xl.forms.skp.paper import page_points
from kinerja_xl.forms.skp.variant import VARIANTS, Varian
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.indonesian import parse_quantity
from kinerja_xl.periods import TRIWULAN, Periode
from kinerja_xl.terms import Kategori, Nilai
from tests.forms.skp.blank_forms import JA_JF, JA_JF_KUALITATIF, blank
from tests.workbooks import PERSON, nip

every_variant = pytest.mark.parametrize("varian", VARIANTS, ids=lambda varian: varian.slug)
ENTRIES = PERSON | {"nip": nip(1), "kode_unit": "UJI-01", "nama_unit": "KELURAHAN UJI", "mulai": "2026-02-01"}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40)
TEXT = WORDS.map(lambda text: " ".join(text.split())).filter(lambda text: text != "")


def back(varian: Varian, content: SkpContent, folder: Path) -> StaffForm:
    path = folder / "formulir.xlsx"
    path.write_bytes(fill_skp(blank(varian), varian, content))
    return read_form(path)


def test_what_looks_like_an_escape_comes_back_as_typed(tmp_path: Path) -> None:
    text = "_x0041_ dan _x005F_"
    row = {"no_rhk": "1", "no_iki": "1", "kategori": "Utama", "rhk": text, "indikator": text, "target": "1 Surat"}
    form = back(JA_JF, SkpContent(ENTRIES | {"nama": text}, {"rencana": [row]}), tmp_path)
    assert (form.nama, form.rows["rencana"][0]["rhk"], form.rows["rencana"][0]["indikator"]) == (text,) * 3


def test_the_examples_come_back_as_they_went(tmp_path: Path) -> None:
    unit = make_units(tahun=2026, periode=Periode.TAHUNAN, benih=3, unit=1, pegawai=25)[0]
    seen = set()
    for who, varian, content in staff_forms(unit.content):
        form = back(varian, content, tmp_path)
        seen.add(varian)
        assert (form.nip, form.findings) == (who, [])
        assert form.unit == content.unit
        assert form.lists == content.lists
        for table, left_out in (("perilaku", ("nama", "nip")), ("penilaian", ("nama", "nip", "predikat"))):
            typed = [{k: t for k, t in row.items() if t and k not in left_out} for row in content.rows[table]]
            assert form.rows[table] == typed
        assert numbers(form.rows["rencana"], "target") == numbers(content.rows["rencana"], "target")
        for key in ("indikator", "rhk", "rhk_pimpinan", "kategori"):
            assert [r.get(key, "") for r in form.rows["rencana"]] == [r.get(key, "") for r in content.rows["rencana"]]
        for periode in TRIWULAN:
            for key in (f"realisasi_{periode.suffix}", f"bukti_{periode.suffix}"):
                assert [r.get(key, "") for r in form.rows["realisasi"]] == [
                    r.get(key, "") for r in content.rows["realisasi"]
                ]
    assert len(seen) == 3  # nobody in the examples leads by the qualitative approach


def numbers(rows: list[dict[str, str]], key: str) -> list[object]:
    """What the targets say: their numbers where they have any (the unit moves into its own column), else their words."""
    found = [(parse_quantity(row.get(key, "")), row.get(key, "")) for row in rows]
    return [(q.low, q.high) if q else text for q, text in found]


@st.composite
def contents(draw: st.DrawFn, varian: Varian) -> SkpContent:
    """A form with any texts in any of its cells."""
    rencana, realisasi = [], []
    for kategori, first in ((Kategori.UTAMA, 1), (Kategori.TAMBAHAN, 16)):
        for no_rhk in range(first, first + draw(st.integers(0, 2))):
            rhk = draw(TEXT)
            for no_iki in range(1, draw(st.integers(1, 4)) + 1):
                key = {"no_rhk": str(no_rhk), "no_iki": str(no_iki)}
                plan = {"kategori": kategori.value, "rhk": rhk, "indikator": draw(TEXT), "target": draw(TEXT)}
                if not varian.pimpinan:
                    plan["rhk_pimpinan"] = rhk
                elif not varian.kualitatif:
                    plan["perspektif"] = draw(st.sampled_from(("Anggaran", "Proses Bisnis")))
                if varian == JA_JF:
                    plan["aspek"] = "Waktu"
                rencana.append(key | plan)
                results = {f"realisasi_{p.suffix}": draw(TEXT) for p in TRIWULAN if draw(st.booleans())}
                realisasi.append(key | results)
    values = [{"nilai": nilai.value, "umpan_balik_tw2": draw(TEXT)} for nilai in Nilai if draw(st.booleans())]
    rated = [{"periode": p.value, "rekomendasi": draw(TEXT)} for p in Periode if draw(st.booleans())]
    rows = {"rencana": rencana, "realisasi": realisasi, "perilaku": values, "penilaian": rated}
    return SkpContent(ENTRIES, rows)


@every_variant
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_text_comes_back(varian: Varian, tmp_path: Path, data: st.DataObject) -> None:
    content = data.draw(contents(varian))
    form = back(varian, content, tmp_path)
    assert form.findings == []
    for table in ("realisasi", "perilaku", "penilaian"):
        assert form.rows.get(table, []) == content.rows[table]
    plans = [{k: t for k, t in row.items() if k not in ("satuan", "target")} for row in form.rows.get("rencana", [])]
    assert plans == [{k: t for k, t in row.items() if k != "target"} for row in content.rows["rencana"]]
    assert numbers(form.rows.get("rencana", []), "target") == numbers(content.rows["rencana"], "target")
    assert form.pegawai["mulai"] == "2026-02-01"


def rhk(number: int, kategori: Kategori = Kategori.UTAMA, indicators: int = 1) -> list[dict[str, str]]:
    own = {"no_rhk": str(number), "kategori": kategori.value, "rhk": "Hasil", "indikator": "Ukuran", "target": "1"}
    return [own | {"no_iki": str(n)} for n in range(1, indicators + 1)]


def filled(rencana: list[dict[str, str]], spare: int = 0) -> bytes:
    return fill_skp(blank(JA_JF), JA_JF, SkpContent(ENTRIES, {"rencana": rencana}), spare=spare)


def test_the_maximum_fits_and_more_is_refused() -> None:
    most = [row for n in range(1, 16) for row in rhk(n, indicators=4)]
    extra = [row for n in range(16, 21) for row in rhk(n, Kategori.TAMBAHAN, 4)]
    filled([*most, *extra])
    with pytest.raises(RoomError, match="lebih dari 15 RHK utama"):
        filled([*most, *rhk(30)])
    with pytest.raises(RoomError, match="lebih dari 5 RHK tambahan"):
        filled([*extra, *rhk(40, Kategori.TAMBAHAN)])
    with pytest.raises(RoomError, match="RHK 1 mempunyai lebih dari 4 indikator"):
        filled(rhk(1, indicators=5))


def test_what_is_used_is_shown() -> None:
    layout = Layout(JA_JF, evaluation=False)
    plan = [row for n in range(1, 9) for row in rhk(n, indicators=2)]
    for spare, shown in ((0, 8), (1, 9)):
        sheet = openpyxl.load_workbook(io.BytesIO(filled(plan, spare)))["SKP"]
        own = [b for b in layout.blocks if b.kategori is Kategori.UTAMA]
        assert [bool(sheet.row_dimensions[b.row].hidden) for b in own] == [n >= shown for n in range(15)]
        assert [bool(sheet.row_dimensions[r].hidden) for r in own[0].items] == [False, False, True, True]
        extra = next(b for b in layout.blocks if b.kategori is Kategori.TAMBAHAN)
        assert not sheet.row_dimensions[extra.row].hidden


@every_variant
@pytest.mark.parametrize("evaluation", [False, True])
def test_no_page_is_overfull_and_no_rhk_is_cut(varian: Varian, *, evaluation: bool) -> None:
    layout, chance = Layout(varian, evaluation=evaluation), random.Random(5)  # noqa: S311
    heights = usual_heights(layout) | {row: chance.choice((30.0, 45.0, 90.0)) for _, _, row in layout.items}
    breaks = page_breaks(layout, heights, set())
    ends = [0, *breaks, layout.last_row]
    for start, end in itertools.pairwise(ends):
        used = sum(heights.get(row, 15.0) for row in range(start + 1, end + 1)) + (66.0 if start else 0)
        assert used <= page_points("landscape", layout.widths)
    for block in layout.blocks:
        assert not [row for row in breaks if block.row <= row < block.last]
    assert layout.perilaku_row - 1 in breaks


LONG = "Terjaganya kebersihan jalan, drainase, dan tempat penampungan sampah di seluruh wilayah kelurahan. " * 3


def test_long_texts_of_a_qualitative_rhk_can_be_read_whole() -> None:
    """What stands once for an RHK has rows high enough: its text, that of the superior, the feedback."""
    plan = rhk(1)[0] | {"rhk": LONG, "rhk_pimpinan": LONG}
    result = {"no_rhk": "1", "no_iki": "1", "umpan_balik_tw1": LONG * 2}
    content = SkpContent(ENTRIES, {"rencana": [plan], "realisasi": [result]})
    data = fill_skp(blank(JA_JF_KUALITATIF), JA_JF_KUALITATIF, content)
    layout = Layout(JA_JF_KUALITATIF, evaluation=True)
    block, sheet = layout.blocks[0], openpyxl.load_workbook(io.BytesIO(data))["Evaluasi TW1"]
    high = {row: sheet.row_dimensions[row].height for row in range(block.row, block.items[0] + 1)}
    assert high[block.row] > 40
    assert high[block.row + 1] > 40
    assert sum(high.values()) >= 13.5 * len(LONG) * 2 / 33


def test_a_short_qualitative_evaluation_begins_on_the_first_page() -> None:
    data = fill_skp(blank(JA_JF_KUALITATIF), JA_JF_KUALITATIF, SkpContent(ENTRIES, {"rencana": rhk(1)}))
    layout = Layout(JA_JF_KUALITATIF, evaluation=True)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Evaluasi TW1"]
    assert [mark.id for mark in sheet.row_breaks.brk] == [layout.perilaku_row - 1]
