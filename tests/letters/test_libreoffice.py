import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from kinerja_xl.letters import write_letters
from tests.letters.people import DAY, FUNCTIONAL, STAFF, source

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
LONG = "\n".join(f"Butir {n}: hasil kerja sesuai target, bukti dukung masih perlu dilengkapi. " * 3 for n in range(12))


def pages(docx_file: Path, profile: Path) -> list[str]:
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(docx_file.parent), str(docx_file)], check=True, capture_output=True, timeout=120
    )
    return [" ".join(page.extract_text().split()) for page in PdfReader(docx_file.with_suffix(".pdf")).pages]


def test_an_ordinary_letter_prints_on_one_page_and_a_long_one_keeps_its_signature_together(tmp_path: Path) -> None:
    people = source(FUNCTIONAL, {**STAFF, "umpan_balik_hasil": LONG, "umpan_balik_perilaku": LONG})
    write_letters(people, tmp_path / "surat", tanggal=DAY)
    ordinary, long = sorted((tmp_path / "surat").rglob("*.docx"))
    (page,) = pages(ordinary, tmp_path / "profil")
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
    *_, last = pages(long, tmp_path / "profil")
    for text in (
        "Keberatan atas hasil evaluasi",
        "a.n. LURAH CONTOH ILIR,",
        "NIP 198505052010012002",
        "4. Arsip",
        "halaman",
    ):
        assert text in last
