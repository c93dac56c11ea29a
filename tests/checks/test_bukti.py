"""REA013 and REA014: evidence that names something, and something of its own for each planned result."""

import pytest

from kinerja_xl.checks.bukti import is_single_document, says_nothing
from kinerja_xl.findings import Severity
from kinerja_xl.periods import Periode
from tests.checks.one_rule import OTHER, Line, cells, line, on_lines

TW2 = Periode.TW2
NAMED = [
    "https://drive.google.com/drive/folders/1abc",
    "drive.google.com/file/d/1abc",
    "bit.ly/bukti-tw2",
    "laporan.pdf",
    "bukti.pdf",
    "SK Lurah Nomor 12 Tahun 2026",
    "Notulen rapat 12 Mei 2026",
    "SPT-123/2026",
    "IMG_2231",
    "800.1.7/12/KEL/2026",
    "Buku register surat masuk",
    "Daftar hadir",
]
EMPTY = [
    "ada",
    "-",
    "...",
    "terlampir",
    "Sudah ada.",
    "ok",
    "12",
    "85,5 %",
    "notulen",
    "dokumen lengkap",
    "Lihat di lampiran",
]


@pytest.mark.parametrize("text", EMPTY)
def test_evidence_that_says_nothing_is_asked_about(text: str) -> None:
    (finding,) = on_lines("REA013", TW2, [line("10", "9", bukti_tw2=text)])
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "L6")
    assert finding.message.startswith(f"Bukti dukung '{text}' milik Budi Contoh (indikator 1.1)")


@pytest.mark.parametrize("text", NAMED)
def test_links_files_and_documents_are_evidence(text: str) -> None:
    assert not says_nothing(text)
    assert on_lines("REA013", TW2, [line("10", "9", bukti_tw2=text)]) == []


def test_no_evidence_at_all_is_another_finding() -> None:
    empty = [line("10", "9", bukti_tw2="")]
    assert on_lines("REA013", TW2, empty) == []
    assert cells(on_lines("REA002", TW2, empty)) == [("Realisasi", "L6")]


def with_evidence(*texts: str, nip: str = "") -> list[Line]:
    """One indicator of each planned result, with this evidence."""
    return [line("10", "9", rhk=str(n), bukti_tw2=text, nip=nip) for n, text in enumerate(texts, start=1)]


def test_one_document_for_three_planned_results_is_asked_about_once() -> None:
    lines = with_evidence("a.pdf", *["notulen rapat.pdf"] * 3)
    (finding,) = on_lines("REA014", TW2, lines)
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.PERINGATAN, "Realisasi", "L7")
    assert "dipakai untuk 3 rencana hasil kerja sekaligus (RHK 2, 3, dan 4)" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "https://drive.google.com/drive/folders/1abc",
        "https://bit.ly/bukti-kinerja",
        "Rekap kinerja TW2.pdf",
        "Laporan Kinerja Triwulan II.pdf",
        "bundel bukti TW2",
        "Folder bersama kelurahan",
        "Bukti dukung SKP TW2.pdf",
    ],
)
def test_folders_and_bundles_may_be_evidence_of_everything(text: str) -> None:
    assert not is_single_document(text)
    assert on_lines("REA014", TW2, with_evidence(text, text, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://drive.google.com/file/d/1abc/view",
        "https://kel.example.go.id/tw2/notulen.pdf",
        "SK Lurah Nomor 12 Tahun 2026",
    ],
)
def test_a_link_to_a_file_and_a_title_are_single_documents(text: str) -> None:
    assert len(on_lines("REA014", TW2, with_evidence(text, text, text))) == 1


def test_two_results_the_aspects_of_one_and_different_people_may_share() -> None:
    assert on_lines("REA014", TW2, with_evidence("notulen.pdf", "notulen.pdf")) == []
    aspects = [line("10", "9", number=str(n), bukti_tw2="notulen.pdf") for n in (1, 2, 3)]
    assert on_lines("REA014", TW2, aspects) == []
    people = [*with_evidence("notulen.pdf", "notulen.pdf"), *with_evidence("notulen.pdf", "notulen.pdf", nip=OTHER)]
    assert on_lines("REA014", TW2, people) == []


def test_words_that_say_nothing_are_not_told_twice() -> None:
    assert on_lines("REA014", TW2, with_evidence("ada", "ada", "ada")) == []
