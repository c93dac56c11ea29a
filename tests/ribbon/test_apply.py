"""Cells are written as rectangles: all of them, each once."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.ribbon.apply import blocks

places = st.tuples(st.integers(1, 9), st.integers(1, 6))


@given(st.dictionaries(places, st.integers(), max_size=40))
def test_the_rectangles_are_the_cells(cells: dict[tuple[int, int], int]) -> None:
    written = [
        ((row + r, column + c), value)
        for (row, column), values in blocks(cells)
        for r, line in enumerate(values)
        for c, value in enumerate(line)
    ]
    assert len(written) == len(cells)
    assert dict(written) == cells


def test_a_table_is_one_rectangle() -> None:
    table = {(row, column): row * column for row in range(5, 65) for column in range(2, 12)}
    assert len(list(blocks(table))) == 1
