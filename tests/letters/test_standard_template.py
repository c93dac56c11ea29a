import re

import docx
from docx.shared import Mm

from kinerja_xl.letters.context import letters_of
from kinerja_xl.letters.standard_template import build
from kinerja_xl.letters.template import LetterTemplate, variables_of
from kinerja_xl.package import read_parts
from kinerja_xl.resources import resource
from tests.letters.documents import paragraphs_of
from tests.letters.people import CAMAT_HIMSELF, DAY, FUNCTIONAL, STAFF, source

COMMITTED = resource("templates", "surat-hasil-evaluasi.docx")


def test_the_committed_template_is_what_is_built() -> None:
    assert read_parts(COMMITTED.read_bytes()) == read_parts(build())


def test_it_is_small_and_knows_all_its_variables() -> None:
    context = letters_of(source(STAFF), DAY, 1)[0].context
    assert LetterTemplate(COMMITTED).undeclared(context) == []
    assert len(COMMITTED.read_bytes()) < 15_000


def test_the_readme_lists_every_variable() -> None:
    listed = re.findall(r"^\| `([a-z_.]+)` \|", resource("templates", "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(variables_of(letters_of(source(STAFF), DAY, 1)[0].context))


def test_the_page_and_the_styles_of_an_official_letter() -> None:
    document = docx.Document(str(COMMITTED))
    section = document.sections[0]
    assert [round((size or 0) / Mm(1)) for size in (section.page_width, section.page_height)] == [210, 297]
    names = {style.name for style in document.styles}
    assert {"Kop Unit", "Isi Surat", "Butir", "Tanda Tangan", "Tembusan"} <= names


def test_a_letter_reads_from_top_to_bottom() -> None:
    context = letters_of(source(FUNCTIONAL), DAY, 1)[0].context
    lines = paragraphs_of(LetterTemplate(COMMITTED).render(context))
    wanted = [
        "PEMERINTAH KOTA PALEMBANG",
        "KECAMATAN CONTOH",
        "800.1.7/001/KEC-CTH/2026",
        "Palembang, 8 Juli 2026",
        "Terbatas",
        "Penyampaian Hasil Evaluasi Kinerja Pegawai Triwulan II Tahun 2026",
        "Yth.\tSaudara Joko Model, S.Kom.",
        "\tdi Palembang",
        "199103032016012001",
        "97,25%",
        "Sesuai Ekspektasi",
        "3,13",
        "Capaian pelayanan stabil.",
        "Kolaboratif: aktif membantu seksi lain.",
        "Mengikuti pelatihan pelayanan prima.",
        "Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.",
        "a.n. CAMAT CONTOH,",
        "SEKRETARIS CAMAT,",
        "u.b.",
        "Kepala Subbagian Umum dan Kepegawaian,",
        "Eko Teladan, S.H.",
        "NIP 198606062011011003",
        "Tembusan:",
        "Arsip",
    ]
    places = [lines.index(text) for text in wanted]
    assert places == sorted(places)
    assert any("paling lambat 14 (empat belas) hari" in line for line in lines)


def test_empty_lines_are_left_out() -> None:
    context = letters_of(source({**CAMAT_HIMSELF, "umpan_balik_hasil": "", "capaian": float("nan")}), DAY, 1)[0].context
    lines = paragraphs_of(LetterTemplate(COMMITTED).render(context))
    assert not {
        "Umpan balik hasil kerja",
        "Rata-rata Capaian Indikator Kinerja",
        "Angka Kredit Hasil Konversi",
        "NIP ",
    } & set(lines)
    assert not any("%" in line for line in lines)
