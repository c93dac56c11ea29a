"""The catalogue of rules: stable codes, every rule explained, each constraint in its docstring."""

import re

import pytest

from kinerja_xl.checks import RULES
from kinerja_xl.checks.rule import Rule
from kinerja_xl.findings import Severity


def test_at_least_thirty_rules_with_unique_codes() -> None:
    assert len(RULES) >= 30
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_is_explained(rule: Rule) -> None:
    assert rule.title
    assert rule.dasar
    assert rule.saran.endswith(".")
    if rule.find is not None:
        assert rule.pesan.removesuffix("{alasan}").endswith((".", "Alasan: "))
        assert (rule.find.__doc__ or "").startswith("1. ")


def test_what_may_be_right_informs_without_asking() -> None:
    informing = {code for code, rule in RULES.items() if rule.severity is Severity.INFO}
    assert informing == {
        *("DIS004", "DIS005", "SKL012", "NIL013", "NIL015"),
        *("REA016", "PRL006", "PRL007", "FRM005", "FRM010"),
        *("HMP008", "HMP018", "HMP022", "HMP037", "HMP042"),
    }


def test_rules_on_files_block() -> None:
    assert all(rule.severity is Severity.GALAT for rule in RULES.values() if rule.whole_file)
