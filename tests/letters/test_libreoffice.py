from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_xl.letters import write_letters
from tests.letters.people import DAY, FUNCTIONAL, STAFF, source
from tests.libreoffice import converted

pytestmark = pytest.mark.libreoffice
LONG = "\n".join(f"Butir {n}: hasil kerja sesuai target, bukti dukung masih perlu dilengkapi. " * 3 for n in range(12))


def pages(docx_file: Path) -> list[str]:
    printed = converted(docx_file, "pdf", docx_file.parent)
    return [" ".join(page.extract_text().split()) for page in PdfReader(printed).pages]


def test_an_ordinary_letter_prints_on_one_page_and_a_long_one_keeps_its_signature_together(tmp_path: Path) -> None:
    people = source(FUNCTIONAL, {**STAFF, "umpan_balik_hasil": LONG, "umpan_balik_perilaku": LONG})
    write_letters(people, tmp_path / "surat", tanggal=DAY)
    ordinary, long = sorted((tmp_path / "surat").rglob("*.docx"))
    (page,) = pages(ordinary)
    for text in (
        "KECAMATAN CONTOH",
        "800.1.7/001/KEC-CTH/2026",
        "97,25%",
        "a.n. CAMAT CONTOH,",
        "u.b.",
        "Joko Model, S.Kom.",
        "4. Arsip",
    ):
        assert text in page
    *_, last = pages(long)
    for text in (
        "Keberatan atas hasil evaluasi",
        "a.n. LURAH CONTOH ILIR,",
        "NIP 198505052010012002",
        "4. Arsip",
        "halaman",
    ):
        assert text in last
