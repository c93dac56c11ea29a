"""The same fault in many rows is told once, with all its cells."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.finding_groups import grouped, ranges
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.addresses import letters, place


def finding(cell: str, code: str = "REA002", nama: str = "Budi", file: str = "a.xlsx") -> Finding:
    return Finding(
        Severity.PERINGATAN, code, file, "Realisasi", cell, nama=nama, field="Bukti", message=f"pesan {cell}"
    )


def test_neighbours_in_a_column_are_one_range() -> None:
    assert list(ranges(["J7", "J8", "J10", "J9", "K7", "J12"])) == ["J7:J10", "J12", "K7"]
    assert list(ranges(["AA2", "Z1", "", "Z1"])) == ["Z1", "AA2"]


@given(st.sets(st.tuples(st.integers(1, 60), st.integers(1, 5)), max_size=40))
def test_ranges_hold_each_cell_once(places: set[tuple[int, int]]) -> None:
    found: list[tuple[int, int]] = []
    for area in ranges(f"{letters(column)}{row}" for row, column in places):
        first, _, last = area.partition(":")
        (top, column), (bottom, _) = place(first), place(last or first)
        found += [(row, column) for row in range(top, bottom + 1)]
    assert sorted(found) == sorted(places)


def test_a_group_is_one_rule_in_one_column_of_one_file() -> None:
    findings = [finding("J7"), finding("K1", "REA001"), finding("J8", nama="Cici"), finding("J7", file="b.xlsx")]
    first, second, third = grouped(findings)
    assert (first.first.code, first.cells, first.people) == ("REA002", ("J7:J8",), ("Budi", "Cici"))
    assert (second.first.code, third.first.file) == ("REA001", "b.xlsx")


@given(st.lists(st.builds(finding, st.sampled_from(["J7", "J8", "K9"]), st.sampled_from(["REA001", "REA002"]))))
def test_no_finding_is_lost_in_groups(findings: list[Finding]) -> None:
    told = [f for group in grouped(findings) for f in group.findings]
    assert sorted(told) == sorted(findings)
