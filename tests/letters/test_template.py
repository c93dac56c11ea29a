import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from kinerja_xl.letters import LetterError
from kinerja_xl.letters.context import Context, letters_of
from kinerja_xl.letters.template import LetterTemplate
from kinerja_xl.resources import resource
from tests.letters.documents import paragraphs_of, template, text_of
from tests.letters.people import DAY, EVERYBODY, STAFF, source

STANDARD = resource("templates", "surat-hasil-evaluasi.docx")
HOSTILE = "\n".join(
    ("=1+1 & <w:p> \"dua\" 'satu'", "+62\t711", "-5 {{ nomor }} {% if x %}", "@SUM(A1)", "{# catatan #} %}")
)


def by_docxtpl(path: Path, context: Context) -> bytes:
    document = DocxTemplate(str(path))
    document.render(context, SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("person", range(len(EVERYBODY) - 1))
def test_the_text_is_what_docxtpl_renders(person: int) -> None:
    context = letters_of(source({**EVERYBODY[person], "umpan_balik_hasil": HOSTILE}), DAY, 1)[0].context
    assert paragraphs_of(LetterTemplate(STANDARD).render(context)) == paragraphs_of(by_docxtpl(STANDARD, context))


def test_hostile_text_stays_text() -> None:
    context = letters_of(source({**STAFF, "nama": HOSTILE, "umpan_balik_hasil": HOSTILE}), DAY, 1)[0].context
    text = text_of(LetterTemplate(STANDARD).render(context))
    assert HOSTILE in text
    assert all(line in text.split("\n") for line in HOSTILE.split("\n"))


def test_the_same_letter_has_the_same_bytes() -> None:
    context = letters_of(source(STAFF), DAY, 1)[0].context
    first, again = LetterTemplate(STANDARD).render(context), LetterTemplate(STANDARD).render(context)
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert package.testzip() is None
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headers_and_footers_are_filled(tmp_path: Path) -> None:
    path = template(
        tmp_path / "t.docx", "{{ isi }}", header="Nomor {{ nomor }}", footer="{% if kaki %}{{ kaki }}{% endif %}"
    )
    context = {"isi": "A", "nomor": "B & C", "kaki": ""}
    assert paragraphs_of(LetterTemplate(path).render(context)) == ["A", "", "Nomor B & C"]


def test_tags_that_word_tore_apart(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("Nama: {", "{ peg", "awai.", "nama }", "}."):
        paragraph.add_run(piece).bold = piece == "awai."
    document.save(str(tmp_path / "t.docx"))
    assert paragraphs_of(LetterTemplate(tmp_path / "t.docx").render({"pegawai": {"nama": "Ani"}}))[0] == "Nama: Ani."


def test_literal_braces_of_docxtpl(tmp_path: Path) -> None:
    path = template(tmp_path / "t.docx", "{_{ isi }_} {_% {{ isi }} %_}")
    assert paragraphs_of(LetterTemplate(path).render({"isi": "{_{"}))[0] == "{{ isi }} {% {_{ %}"


def test_unknown_variables_are_listed_with_what_was_meant(tmp_path: Path) -> None:
    path = template(
        tmp_path / "t.docx",
        "{{ pegawai.nama }} {{ pegawai.namaa }} {{ hasl['predikat'] }} {{ nomor.upper() }}",
        "{% for butir in daftar %}{{ butir.apa_saja }} {{ loop.index }}{% endfor %}",
        header="{% if kop_surat %}x{% endif %}",
    )
    known = {"pegawai": {"nama": ""}, "hasil": {"predikat": ""}, "nomor": "", "daftar": []}
    assert LetterTemplate(path).undeclared(known) == [
        "hasl.predikat (maksudnya hasil.predikat?)",
        "kop_surat",
        "pegawai.namaa (maksudnya pegawai.nama?)",
    ]


def test_a_missing_value_is_never_left_out(tmp_path: Path) -> None:
    path = template(tmp_path / "t.docx", "{{ daftar[0] }}")
    assert paragraphs_of(LetterTemplate(path).render({"daftar": ["A"]}))[0] == "A"
    with pytest.raises(LetterError, match=r"t\.docx tidak dapat diisi"):
        LetterTemplate(path).render({"daftar": []})


def test_a_template_runs_no_code(tmp_path: Path) -> None:
    path = template(tmp_path / "t.docx", "{{ nomor.__class__.__mro__ }}")
    with pytest.raises(LetterError, match="tidak dapat diisi"):
        LetterTemplate(path).render({"nomor": "1"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Kepada {{ pegawai.nama", r"tag tidak dapat dibaca .*Kepada \{\{ pegawai\.nama"),
        ("{% if x %} tanpa penutup", "tag tidak dapat dibaca"),
        ("{{r tebal }}", re.escape("{{r tebal }} tidak didukung")),
    ],
)
def test_a_tag_that_cannot_be_read_is_shown(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LetterError, match=message):
        LetterTemplate(template(tmp_path / "t.docx", "Pembuka", text))


def test_no_template_at_all(tmp_path: Path) -> None:
    (tmp_path / "t.docx").write_text("bukan Word")
    for name in ("t.docx", "tidak-ada.docx"):
        with pytest.raises(LetterError, match=f"{name} tidak dapat dibaca sebagai dokumen Word"):
            LetterTemplate(tmp_path / name)


def test_a_document_word_could_not_open_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path / "t.docx", "{%p if ada %}", "B{% endif %}")
    LetterTemplate(path).check({"ada": True})
    with pytest.raises(LetterError, match="dokumen yang rusak"):
        LetterTemplate(path).check({"ada": False})


@pytest.fixture(scope="module")
def one_value(tmp_path_factory: pytest.TempPathFactory) -> LetterTemplate:
    return LetterTemplate(template(tmp_path_factory.mktemp("t") / "t.docx", "[{{ nilai }}]"))


@given(value=st.text(st.characters(exclude_categories=())))
def test_any_text_survives(one_value: LetterTemplate, value: str) -> None:
    lines = re.sub(r"\r\n|[\r\v\f]", "\n", value)
    expected = "".join(
        c for c in lines if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
    assert paragraphs_of(one_value.render({"nilai": value}))[0] == f"[{expected}]"
