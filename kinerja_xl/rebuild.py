"""Rebuilds what is committed in ``workbooks``, ``templates`` and ``macros`` from its description:  python -m kinerja_xl.rebuild [FOLDER]

A test compares the committed files with what this builds, so that they cannot drift apart.
"""

import sys
from pathlib import Path

from kinerja_xl.files import write_new
from kinerja_xl.forms.build import blank_unit_workbook
from kinerja_xl.forms.skp import variant as skp
from kinerja_xl.forms.skp.build import blank_skp
from kinerja_xl.forms.unit_workbook import VERSION
from kinerja_xl.letters import standard_template
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.ribbon import sources

PEOPLE, TAHUN = 40, 2026
"""Size and year of the blank workbooks that are shipped; ``kinerja formulir`` builds any other."""


def standard_files() -> dict[str, bytes]:
    """Path (from the top of the project) and content of every built file."""
    aturan = aturan_pada(Periode.TAHUNAN.span(TAHUN)[1], AturanRating)
    forms = {f"workbooks/formulir-skp-{v.slug}-v{skp.VERSION}.xlsx": blank_skp(v, TAHUN, aturan) for v in skp.VARIANTS}
    return {
        f"workbooks/buku-kerja-unit-v{VERSION}.xlsx": blank_unit_workbook(PEOPLE, TAHUN),
        **forms,
        "templates/surat-hasil-evaluasi.docx": standard_template.build(),
        "macros/customUI14.xml": sources.ribbon_xml().encode(),
        f"macros/{sources.MODULE}.bas": sources.callbacks().encode(),
    }


def addin_files() -> dict[str, bytes]:
    """The add-in for Excel; needs the dependency group ``build``."""
    from kinerja_xl.ribbon import addin  # noqa: PLC0415 only here is pyOpenVBA needed

    return {"workbooks/kinerja.xlam": addin.build()}


def main(folder: Path) -> None:
    """Write all built files below ``folder``."""
    for name, data in {**standard_files(), **addin_files()}.items():
        write_new(folder / name, data)
        print(name)


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]))
