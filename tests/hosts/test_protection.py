"""What we ask of Excel for macOS beside xlwings is in its dictionary, which xlwings carries."""

import pytest
from xlwings import mac_dict


@pytest.mark.parametrize("name", ["protect_contents", "locked"])
def test_properties_exist(name: str) -> None:
    assert name in {entry[0] for entry in mac_dict.properties}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("protect_worksheet", {"allow_filtering", "allow_formatting_columns", "allow_formatting_rows"}),
        ("unprotect", set()),
    ],
)
def test_commands_exist_with_their_parameters(name: str, parameters: set[str]) -> None:
    (found,) = [entry for entry in mac_dict.commands if entry[0] == name]
    assert parameters <= {parameter[0] for parameter in found[2]}
