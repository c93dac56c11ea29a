"""The trace: each step's arithmetic, worked out from what is printed, gives the value that is printed."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.indonesian import plain_number_text
from kinerja_xl.periods import Periode
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.scoring.step import Step
from kinerja_xl.scoring.trace import steps, traces
from kinerja_xl.terms import Aspek, Rating
from tests.scoring.arithmetic import worked_out
from tests.tables import FILE, WHO, iki, tables

ROUNDED = 0.011
"""The numbers inside a calculation are printed with two decimals."""

NUMBERS = st.one_of(st.integers(-5, 2000), st.decimals(0, 500, places=2)).map(
    lambda number: plain_number_text(float(number))
)
RESULTS = st.one_of(NUMBERS, NUMBERS, st.just(""))
TARGETS = st.one_of(NUMBERS, st.tuples(st.integers(0, 90), st.integers(1, 40)).map(lambda p: f"{p[0]} - {p[0] + p[1]}"))
ROWS = st.lists(
    st.tuples(
        st.sampled_from("123"),
        TARGETS,
        RESULTS,
        st.sampled_from(["", "Makin kecil makin baik"]),
        st.sampled_from(["Utama", "Tambahan"]),
        st.sampled_from(list(Aspek)),
        st.sampled_from(["", "Ya"]),
        st.sampled_from(["", "5", "12,5"]),
    ),
    max_size=9,
)
POINTS = st.lists(st.one_of(st.just(""), st.integers(40, 120).map(str)), min_size=6, max_size=6)
BEHAVIOURS = ("Orientasi Pelayanan", "Integritas", "Komitmen", "Disiplin", "Kerja Sama", "Inisiatif Kerja")
Row = tuple[str, ...]


def score(periode: Periode, tahun: int, rows: Sequence[Row], points: Sequence[str], rated: dict[str, str]) -> Penilaian:
    plan = [
        iki(
            rhk,
            str(number),
            target,
            result,
            periode.suffix,
            arah=arah,
            kategori=kind,
            aspek=aspek,
            target_maksimal=full,
            bobot_penugasan=weight,
        )
        for number, (rhk, target, result, arah, kind, aspek, full, weight) in enumerate(rows, start=1)
    ]
    behaviour = [
        {"nilai": name, f"angka_{periode.suffix}": value, f"skor_{periode.suffix}": "3"}
        for name, value in zip(BEHAVIOURS, points, strict=True)
    ]
    found = tables(
        unit=[{"tahun": str(tahun)}],
        pegawai=[{"nama": "Budi", "jenis_jabatan": "Fungsional", "jenjang": "Ahli Muda", "status": "PNS"}],
        rencana=[row for row, _ in plan],
        realisasi=[row for _, row in plan],
        perilaku=behaviour,
        penilaian=[{"periode": periode.value, **rated}],
    )
    return penilaian(found, periode, aturan_periode(periode, tahun))


def disagreeing(found: Sequence[Step]) -> list[Step]:
    """Steps whose arithmetic does not give their value; and those with a number but no arithmetic, or the other way round."""
    return [
        step
        for step in found
        if (
            isinstance(step.nilai, float)
            and (not step.hitungan or abs(worked_out(step.hitungan) - step.nilai) > ROUNDED)
        )
        or (step.nilai is None and step.hitungan)
    ]


@settings(max_examples=40)
@given(rows=ROWS, points=POINTS, tambahan=st.sampled_from(["", "1", "3", "7"]), pendapat=st.booleans())
@pytest.mark.parametrize(("periode", "tahun"), [(Periode.TAHUNAN, 2020), (Periode.TW4, 2021), (Periode.TW2, 2026)])
def test_a_trace_worked_out_again_gives_the_values(
    periode: Periode, tahun: int, rows: list[Row], points: list[str], tambahan: str, pendapat: bool
) -> None:
    rated = {"tugas_tambahan": tambahan, "gagasan": "Ya" if pendapat else ""}
    rated |= {"rating_hasil": Rating.SESUAI.value, "rating_perilaku": Rating.DI_ATAS.value}
    found = steps(score(periode, tahun, rows, points, rated), FILE, WHO)
    assert disagreeing(found) == []
    assert found[-1].nilai
    assert sum(step.label.startswith("Indikator ") for step in found) == len(rows)


@pytest.mark.parametrize(
    ("sum_", "value"),
    [
        ("8 / 10 x 100", 80),
        ("(2 x 10 - 12) / 10 x 100", 80),
        ("terkecil dari (133,33; 120)", 120),
        ("terbesar dari ((2 x 10 - 25) / 10 x 100; 0)", 0),
        ("3 / 12 x 150% x 12,5", 4.6875),
        ("(1 x 80 + 0,5 x 110) / (1 + 0,5)", 90),
        ("76 - ((1,76 x 12 - 6) / 12 x 100 - 100)", 50),
        ("1.250.000 / 2.500.000 x 100", 50),
    ],
)
def test_the_arithmetic_is_read_as_people_read_it(sum_: str, value: float) -> None:
    assert worked_out(sum_) == pytest.approx(value)


def test_the_sentence_of_a_capped_and_a_missing_indicator() -> None:
    found = score(Periode.TW2, 2026, [("1", "9", "12", *_PLAIN), ("1", "9", "", *_PLAIN)], [""] * 6, {})
    told = [step.kalimat for step in steps(found, FILE, WHO)]
    assert told[0] == (
        "target setahun 9, realisasi 12: realisasi / target x 100: terkecil dari (12 / 9 x 100; 120) = 120,00% (dibatasi 120%: PP 30/2019, Pasal 41)"
    )
    assert told[1] == "target setahun 9, realisasi kosong: belum ada realisasi, tidak dihitung nol = tidak ada angka"
    assert (
        told[2]
        == "rerata indikatornya: (120) / 1 = 120,00% (1 dari 2 indikator belum berangka: tidak dihitung, juga tidak nol)"
    )


def test_everybody_is_told_once_in_the_order_of_the_form() -> None:
    people = [{"nip": str(n), "nama": f"Pegawai {n}", "nama_penilai": "Siti"} for n in range(5)]
    plan = [iki("1", "1", "10", str(n), "tw2", nip=str(n)) for n in range(5)]
    found = tables(unit=[{}], pegawai=people, rencana=[r for r, _ in plan], realisasi=[r for _, r in plan])
    told = list(traces(penilaian(found, Periode.TW2, aturan_periode(Periode.TW2, 2026))))
    assert [key for key, _ in told] == [(FILE, str(n)) for n in range(5)]
    assert [steps[0].nilai for _, steps in told] == [0, 10, 20, 30, 40]


def test_nobody_of_that_nip_has_no_steps() -> None:
    assert steps(score(Periode.TW2, 2026, [], [""] * 6, {}), FILE, "0") == []


_PLAIN = ("", "Utama", Aspek.KUANTITAS, "", "")
