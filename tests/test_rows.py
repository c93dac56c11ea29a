"""Rows told apart by what stands in columns of text: the same as pandas says, which is slower."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.rows import alike, are_among, are_first, first_places, firsts, keys_of, of_first

ON = ["berkas", "nip"]
ROWS = pd.DataFrame(
    {"berkas": ["a", "a", "b", "a"], "nip": ["1", "1", "1", ""], "baris": [6, 7, 6, 8]}, index=[10, 20, 30, 40]
)
cells = st.sampled_from(["", "a", "b"])
tables = st.lists(st.tuples(cells, cells, st.integers(0, 9))).map(
    lambda rows: pd.DataFrame(rows, columns=[*ON, "baris"]).astype({"berkas": "str", "nip": "str", "baris": "int64"})
)


def test_by_hand() -> None:
    assert are_first(ROWS, ON).to_dict() == {10: True, 20: False, 30: True, 40: True}
    assert firsts(ROWS, ON)["baris"].to_dict() == {10: 6, 30: 6, 40: 8}
    assert first_places(ROWS, ON).tolist() == [0, 0, 2, 3]
    assert of_first(ROWS, ON, "baris").to_dict() == {10: 6, 20: 6, 30: 6, 40: 8}
    assert alike(ROWS, ON).to_dict() == {10: 2, 20: 2, 30: 1, 40: 1}
    assert are_among(ROWS, ON, [("b", "1"), ("a", "")]).to_dict() == {10: False, 20: False, 30: True, 40: True}
    assert list(keys_of(ROWS, ON)) == [("a", "1"), ("a", "1"), ("b", "1"), ("a", "")]


@given(tables, tables)
def test_as_pandas_says(rows: pd.DataFrame, others: pd.DataFrame) -> None:
    groups = rows.groupby(ON)["baris"]
    pd.testing.assert_frame_equal(firsts(rows, ON), rows.drop_duplicates(ON))
    assert of_first(rows, ON, "baris").tolist() == groups.transform("first").tolist()
    assert alike(rows, ON).tolist() == groups.transform("size").tolist()
    known = pd.MultiIndex.from_frame(others[ON])
    assert are_among(rows, ON, keys_of(others, ON)).tolist() == pd.MultiIndex.from_frame(rows[ON]).isin(known).tolist()


@given(tables)
def test_a_copy_of_the_firsts_can_be_written_to(rows: pd.DataFrame) -> None:
    """Where every row is a first one, the table itself must not be handed out: columns are added to what comes back."""
    before = rows.copy()
    found = firsts(rows, ON)
    found["baris"] = -1
    pd.testing.assert_frame_equal(rows, before)
