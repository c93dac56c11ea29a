"""Rebuilds what is committed in ``workbooks`` and ``templates`` from its description:  python -m kinerja_xl.rebuild [FOLDER]

A test compares the committed files with what this builds, so that they cannot drift apart.
"""

import sys
from pathlib import Path

from kinerja_xl.files import write_new
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.unit_workbook import VERSION
from kinerja_xl.letters import standard_template

PEOPLE, TAHUN = 40, 2026
"""Size and year of the blank unit workbook that is shipped; ``kinerja formulir unit`` builds any other."""


def standard_files() -> dict[str, bytes]:
    """Path (from the top of the project) and content of every built file."""
    return {
        f"workbooks/buku-kerja-unit-v{VERSION}.xlsx": blank_unit_workbook(PEOPLE, TAHUN),
        "templates/surat-hasil-evaluasi.docx": standard_template.build(),
    }


def main(folder: Path) -> None:
    """Write all built files below ``folder``."""
    for name, data in standard_files().items():
        write_new(folder / name, data)
        print(name)


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]))
