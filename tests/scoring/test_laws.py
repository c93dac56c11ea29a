"""Laws of scoring by PermenPANRB 6/2022 that hold for all units: order, caps, direction, matrix, curve.

The rules of the curve are held against fractions of whole people here, not against the program's own arithmetic.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product
from random import Random

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.forms.unit_workbook import SHEET_NAMES
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanKurva, AturanRating
from kinerja_xl.scoring.curve import curve
from kinerja_xl.scoring.ratings import predikat
from kinerja_xl.scoring.scheme import aturan_periode, penilaian
from kinerja_xl.scoring.units import curves
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import Arah, CapaianOrganisasi, Nilai, Predikat, Rating
from tests.tables import tables

aturan_2026 = aturan_periode(Periode.TW2, 2026)
assert isinstance(aturan_2026, AturanRating)
ATURAN: AturanRating = aturan_2026
CAP = 120
"""Batas capaian, PP 30/2019 Pasal 41."""

SCORES = ["capaian", "skor_perilaku", "saran_hasil", "saran_perilaku", "rating_hasil", "rating_perilaku", "predikat"]
COUNTS = ["rhk_jumlah", "iki_jumlah", "iki_terisi", "bulan", "angka_kredit"]
Row = dict[str, str]

whole_units = settings(max_examples=8, deadline=None)
"""Each example builds and scores whole tables."""

numbers = st.integers(0, 300).map(str)
results = st.one_of(st.just(""), numbers, st.just("baik"))
indicator = st.fixed_dictionaries(
    {
        "rhk": st.sampled_from("123"),
        "target": st.one_of(numbers, st.just("80 - 90%")),
        "result": results,
        "arah": st.sampled_from(["", *Arah]),
        "kategori": st.sampled_from(["Utama", "Tambahan"]),
    }
)
person = st.fixed_dictionaries(
    {
        "plan": st.lists(indicator, max_size=4),
        "skor": st.lists(st.sampled_from(["", "1", "2", "3"]), min_size=7, max_size=7),
        "hasil": st.sampled_from(["", *Rating]),
        "perilaku": st.sampled_from(["", *Rating]),
        "pendekatan": st.sampled_from(["Kuantitatif", "Kuantitatif", "Kualitatif"]),
    }
)
unit = st.lists(person, min_size=1, max_size=3)


def nip(number: int) -> str:
    return f"19850101201001{number % 2 + 1}{number:03d}"


def built(people: list[dict[str, object]], berkas: str = "a.xlsx", first: int = 0, result: str = "Baik") -> Tables:
    """The tables of one unit; every person has a NIP of their own, from ``first`` on."""
    rows: dict[str, list[Row]] = {name: [] for name in SHEET_NAMES}
    for number, who in enumerate(people, start=first):
        own = {"berkas": berkas, "nip": nip(number)}
        _add_person(rows, own, who)
    head: list[Row] = [{"berkas": berkas, "tahun": "2026", "capaian_tw2": result}]
    return tables(**{**rows, "unit": head})


def _add_person(rows: Mapping[str, list[Row]], own: Row, who: Mapping[str, object]) -> None:
    post = {"status": "PNS", "jenis_jabatan": "Fungsional", "jenjang": "Ahli Muda"}
    rows["pegawai"].append({**own, **post, "pendekatan": str(who["pendekatan"])})
    plan, skor = who["plan"], who["skor"]
    assert isinstance(plan, list)
    assert isinstance(skor, list)
    for count, iki in enumerate(plan, start=1):
        key = {**own, "no_rhk": iki["rhk"], "no_iki": str(count)}
        # all rows of an RHK have one kategori, as people write it
        kategori = next(i["kategori"] for i in plan if i["rhk"] == iki["rhk"])
        said = {"rhk": f"Hasil {iki['rhk']}", "kategori": kategori, "target": iki["target"], "arah": iki["arah"]}
        rows["rencana"].append({**key, **said})
        rows["realisasi"].append({**key, "realisasi_tw2": iki["result"]})
    rows["perilaku"] += [{**own, "nilai": n, "skor_tw2": s} for n, s in zip(Nilai, skor, strict=True)]
    given_ratings = {"rating_hasil": str(who["hasil"]), "rating_perilaku": str(who["perilaku"])}
    rows["penilaian"].append({**own, "periode": "TW2", **given_ratings})


def scored_people(found: Tables) -> pd.DataFrame:
    return penilaian(found, Periode.TW2, ATURAN).pegawai.set_index(PERSON)[[*SCORES, *COUNTS]]


def joined(one: Tables, other: Tables) -> Tables:
    return Tables(**{name: pd.concat([one[name], other[name]], ignore_index=True) for name in SHEET_NAMES}, layouts={})


def counts(found: Tables) -> list[Counter[Predikat]]:
    people = penilaian(found, Periode.TW2, ATURAN).pegawai
    return [Counter(u.jumlah) for u in curves(found, people, Periode.TW2, ATURAN)]


@whole_units
@given(unit, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(people: list[dict[str, object]], random: Random) -> None:
    found = built(people)
    mixed = {}
    for name in SHEET_NAMES:
        places = list(range(len(found[name])))
        random.shuffle(places)
        mixed[name] = found[name].iloc[places].reset_index(drop=True)
    expected, told = scored_people(found), scored_people(Tables(**mixed, layouts={}))
    pd.testing.assert_frame_equal(told.loc[expected.index], expected, rtol=1e-12)


@whole_units
@given(unit, unit)
def test_two_units_together_are_scored_as_each_alone(
    one: list[dict[str, object]], other: list[dict[str, object]]
) -> None:
    first, second = built(one), built(other, "b.xlsx", first=len(one), result="Kurang")
    both = scored_people(joined(first, second))
    pd.testing.assert_frame_equal(both, pd.concat([scored_people(first), scored_people(second)]))
    assert counts(joined(first, second)) == [*counts(first), *counts(second)]


@whole_units
@given(unit, unit)
def test_people_who_join_a_unit_add_to_its_counts(one: list[dict[str, object]], other: list[dict[str, object]]) -> None:
    first, second = built(one), built(other, first=len(one))
    merged = replace(joined(first, second), unit=first.unit)
    (whole,), (part,), (rest,) = counts(merged), counts(first), counts(second)
    assert {p: whole[p] for p in Predikat} == {p: part[p] + rest[p] for p in Predikat}


@whole_units
@given(unit)
def test_achievement_is_between_nothing_and_the_cap(people: list[dict[str, object]]) -> None:
    found = penilaian(built(people), Periode.TW2, ATURAN)
    for frame in (found.indikator, found.rhk, found.pegawai):
        assert frame["capaian"].dropna().between(0, CAP + 1e-9).all()
    assert found.pegawai["skor_perilaku"].dropna().between(1, 3).all()


@whole_units
@given(person, st.integers(0, 300), st.integers(0, 300), st.sampled_from([*Arah]))
def test_a_better_result_never_lowers_a_person(who: dict[str, object], first: int, second: int, arah: Arah) -> None:
    low, high = sorted((first, second))
    worse, better = (low, high) if arah is Arah.NAIK else (high, low)

    def achieved(result: int) -> float:
        added = {"rhk": "9", "target": "100", "result": str(result), "arah": arah, "kategori": "Utama"}
        plan = who["plan"]
        assert isinstance(plan, list)
        changed = {**who, "pendekatan": "Kuantitatif", "plan": [*plan, added]}
        return float(scored_people(built([changed]))["capaian"].iloc[0])

    assert achieved(worse) <= achieved(better) + 1e-9


RANK = {word: rank for rank, word in enumerate(reversed(Predikat))}
"""Sangat Kurang, Kurang, Butuh Perbaikan, Baik, Sangat Baik: the order of the words in PermenPANRB 6/2022."""


def cell(hasil: Rating, perilaku: Rating) -> Predikat:
    return Predikat(predikat(pd.Series([hasil.value]), pd.Series([perilaku.value]), ATURAN).iloc[0])


def test_every_pair_of_ratings_has_a_predikat() -> None:
    assert {cell(*pair) for pair in product(Rating, Rating)} == set(Predikat)


def test_raising_one_rating_never_gives_a_worse_predikat() -> None:
    upwards = list(pairwise(reversed(Rating)))
    for same, (lower, higher) in product(Rating, upwards):
        assert RANK[cell(lower, same)] <= RANK[cell(higher, same)]
        assert RANK[cell(same, lower)] <= RANK[cell(same, higher)]


people_counted = st.lists(st.integers(0, 15), min_size=5, max_size=5).filter(any)
organisations = st.sampled_from(list(CapaianOrganisasi))


def satisfied(rule: AturanKurva, held: Mapping[Predikat, int]) -> bool:
    """Whether the people counted satisfy the rule as it is written, in whole people and exact shares."""
    own, everybody = sum(held[p] for p in rule.predikat), sum(held.values())
    demands = [
        rule.minimal is None or own >= Fraction(str(rule.minimal)) * everybody,
        rule.maksimal is None or own <= Fraction(str(rule.maksimal)) * everybody,
        rule.minimal_orang is None or own >= rule.minimal_orang,
        not rule.terbanyak or all(held[p] <= own for p in Predikat if p not in rule.predikat),
    ]
    return all(demands)


def moved(rule: AturanKurva, held: Mapping[Predikat, int], people: int) -> dict[Predikat, int]:
    """The same people with ``people`` of them moved in (from wherever most are) or out (to wherever fewest are)."""
    found = dict(held)
    own, others = list(rule.predikat), [p for p in Predikat if p not in rule.predikat]
    for _ in range(abs(people)):
        sources, goals = (others, own) if people > 0 else (own, others)
        source, goal = max(sources, key=lambda p: found[p]), min(goals, key=lambda p: found[p])
        found[source], found[goal] = found[source] - 1, found[goal] + 1
    return found


@given(organisations, people_counted)
def test_moving_the_people_told_satisfies_the_rule_and_fewer_do_not(
    organisation: CapaianOrganisasi, people: list[int]
) -> None:
    held = dict(zip(Predikat, people, strict=True))
    for hasil in curve(held, organisation, ATURAN):
        if sum(people) == 1 and hasil.aturan.terbanyak:
            continue  # one person is either nobody or 100%: no move satisfies "the most, but at most 70%"
        step = 1 if hasil.pindah > 0 else -1
        enough = [
            abs(n) for n in range(0, hasil.pindah + step, step) if satisfied(hasil.aturan, moved(hasil.aturan, held, n))
        ]
        assert enough == [abs(hasil.pindah)]
        assert hasil.terpenuhi == satisfied(hasil.aturan, held)


@given(organisations, people_counted, st.integers(1, 5))
def test_shares_do_not_depend_on_the_size_of_the_unit(
    organisation: CapaianOrganisasi, people: list[int], times: int
) -> None:
    once = curve(dict(zip(Predikat, people, strict=True)), organisation, ATURAN)
    often = curve({p: times * n for p, n in zip(Predikat, people, strict=True)}, organisation, ATURAN)
    for small, large in zip(once, often, strict=True):
        assert (large.jumlah, large.dinilai) == (times * small.jumlah, times * small.dinilai)
        if small.terpenuhi:
            assert large.terpenuhi
