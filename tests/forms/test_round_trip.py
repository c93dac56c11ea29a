"""Whatever is filled into the form of a year is read back, and the columns of other years are empty."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.description import Field, Kind
from kinerja_xl.forms.fill import UnitContent, fill_unit_workbook
from kinerja_xl.forms.read import all_columns, read_workbook
from kinerja_xl.forms.unit_workbook import Form, form_of
from tests.workbooks import nip

_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20
).map(str.strip)


def _typed(field: Field) -> st.SearchStrategy[str]:
    """What a person may type into a cell, or nothing."""
    if field.key == "nip":
        return st.just(nip(1))
    words: dict[Kind, st.SearchStrategy[str]] = {
        Kind.NIP: st.from_regex(r"[0-9]{18}", fullmatch=True),
        Kind.INTEGER: st.integers(1, 99).map(str),
        Kind.DATE: st.dates().filter(lambda day: day.year > 1900).map(str),
        Kind.CHOICE: st.sampled_from(field.choices or ("",)),
    }
    return st.just("") | words.get(field.kind, _TEXT)


def _rows(form: Form) -> st.SearchStrategy[dict[str, list[dict[str, str]]]]:
    return st.fixed_dictionaries(
        {
            table.key: st.lists(st.fixed_dictionaries({f.key: _typed(f) for f in table.inputs}), max_size=3)
            for table in form.tables
        }
    )


@pytest.mark.parametrize("tahun", [2020, 2021, 2026])
def test_what_is_filled_is_read_back_in_every_year(tahun: int, tmp_path: Path) -> None:
    form = form_of(tahun)
    head = {"tahun": str(tahun), "kode_unit": "x", "nama_unit": "X"}
    entries = st.fixed_dictionaries({e.key: _typed(e) for e in form.unit.entries if not e.locked})

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(entries, _rows(form))
    def comes_back(unit: dict[str, str], rows: dict[str, list[dict[str, str]]]) -> None:
        path = tmp_path / "unit.xlsx"
        path.write_bytes(fill_unit_workbook(blank_unit_workbook(10, tahun), UnitContent(head | unit, rows)))
        reading = read_workbook(path)
        assert reading.findings == []
        for key in all_columns("unit"):
            if not key.endswith("_angka") and key not in ("formulir", "versi"):
                assert reading.rows["unit"][key] == [(head | unit).get(key, "")], key
        for table, filled in rows.items():
            for key in all_columns(table):
                assert reading.rows[table][key] == [row.get(key, "") for row in filled], (table, key)

    comes_back()
