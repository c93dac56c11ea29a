"""What is repeated on every page survives another program: one name a sheet, as Excel writes it."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from kinerja_xl.package import read_parts
from tests.libreoffice import converted
from tests.workbooks import HEAD, Unit


def titles(path: Path) -> list[tuple[str, str]]:
    """Number of the sheet and area of every name for repeated rows and columns."""
    workbook = etree.fromstring(read_parts(path.read_bytes())["xl/workbook.xml"])
    names = [name for name in workbook.iter("{*}definedName") if name.get("name") == "_xlnm.Print_Titles"]
    return [(name.get("localSheetId", ""), name.text or "") for name in names]


@pytest.mark.libreoffice
def test_repeated_rows_and_columns_stay_one_name(tmp_path: Path) -> None:
    path = Unit().person(HEAD).write(tmp_path)
    before = titles(path)
    assert ("1", "'Pegawai'!$A:$B,'Pegawai'!$4:$5") in before
    after = titles(converted(path, "xlsx", tmp_path / "lain"))
    assert set(Counter(sheet for sheet, _ in after).values()) == {1}
    assert len(after) == len(before)
