"""Scoring holds no number of a regulation: those stand in the TOML files only."""

import ast
from pathlib import Path

import pytest

import kinerja_xl.scoring

ANYWHERE: set[float] = {
    0,  # nothing, the first
    1,
    2,  # (2T - R) / T; decimals of printed percentages
    100,  # percent
    1e-9,  # rounding of floating point numbers
}
THERE: dict[str, set[float]] = {
    "credit": {12},  # months of a year
    "ladder": {9},  # decimals before bounds are compared
    "rating": {3},  # highest helper score of behaviour
    "permenpanrb_8_2021": {0.5},  # rounding halves upwards
    "ratings": {6},  # decimals before bounds are compared
}


@pytest.mark.parametrize("path", sorted(Path(kinerja_xl.scoring.__path__[0]).glob("*.py")), ids=lambda path: path.stem)
def test_only_numbers_of_arithmetic(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    places = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Slice) for part in ast.walk(node)}
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in places]
    numbers = {value for value in constants if isinstance(value, int | float) and not isinstance(value, bool)}
    assert numbers <= ANYWHERE | THERE.get(path.stem, set())
