"""What the printed sheets of the Formulir SKP share: titles, instansi and periode, the two identity panes, signatures."""

from kinerja_xl.forms.skp.identity import IDENTITY
from kinerja_xl.forms.skp.layout import CAPAIAN, PREDIKAT, Layout, Span
from kinerja_xl.forms.skp.page_breaks import SIGNATURE_POINTS, SIGNATURE_SPACE
from kinerja_xl.forms.skp.paper import BOXED, CENTRED, HEAD, PLAIN, SIGNED, TITLE, Paper
from kinerja_xl.forms.skp.variant import IDENTITAS, Varian
from kinerja_xl.terms import CapaianOrganisasi, Predikat, Rating

PERSON, RATER, SUPERIOR = "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "ATASAN PEJABAT PENILAI KINERJA"
LABELS = ("NAMA", "NIP", "PANGKAT/GOL RUANG", "JABATAN", "UNIT KERJA")
DOTS = "." * 30
"""Stands for what is filled in by hand."""

_CHOICES = (
    (CAPAIAN.capitalize(), "/".join(CapaianOrganisasi)),
    ("Rating", "/".join(Rating)),
    (PREDIKAT.capitalize(), "/".join(Predikat)),
)
CHOICES_NOTE = f"*) Pilih salah satu. {'. '.join(f'{what}: {words}' for what, words in _CHOICES)}."
"""What the asterisks of the form stand for."""


def entry(key: str) -> str:
    """Address of an entry of the sheet Identitas."""
    return f"{IDENTITAS}!$B${IDENTITY.row(key)}"


def shown(address: str) -> str:
    """Formula that shows a cell, nothing where it is empty."""
    return f'={address}&""'


def identity_formulas(who: str) -> tuple[str, ...]:
    """The values beside ``LABELS`` of one of the three officials."""
    if who == RATER:
        return tuple(shown(entry(f"{key}_penilai")) for key in ("nama", "nip", "pangkat", "jabatan", "unit"))
    if who == SUPERIOR:
        return tuple(shown(entry(f"{key}_atasan")) for key in ("nama", "nip", "pangkat", "jabatan", "unit"))
    rank, grade = entry("pangkat"), entry("golongan")
    ranked = f'=IF({rank}="",{grade}&"",{rank}&IF({grade}="",""," ("&{grade}&")"))'
    return (shown(entry("nama")), shown(entry("nip")), ranked, shown(entry("jabatan")), shown(entry("nama_unit")))


def named_instansi() -> str:
    """Formula of the instansi; what belongs there where it is not known yet."""
    return f'=IF({entry("instansi")}="","(NAMA INSTANSI)",{entry("instansi")})'


def add_titles(paper: Paper, name: str, varian: Varian, last_column: int) -> None:
    """The three lines of the title."""
    for row, text in enumerate((name, *varian.titles), start=1):
        paper.put(row, Span(1, last_column), text, TITLE)


def add_heading(paper: Paper, name: str, layout: Layout, period: str) -> None:
    """Titles, instansi and periode (``period``: address of its text), identity table."""
    add_titles(paper, name, layout.varian, layout.last_column)
    left, right = layout.panes
    paper.put(layout.period_row, Span(1, left[2].last), named_instansi(), PLAIN)
    paper.put(layout.period_row, Span(right[0].first, right[2].last), f'="PERIODE PENILAIAN: "&{period}', PLAIN)
    for (number, label, value), who in ((left, PERSON), (right, RATER)):
        paper.put(layout.pane_row, number, "NO", HEAD)
        paper.put(layout.pane_row, Span(label.first, value.last), who, HEAD)
        for place, (text, formula) in enumerate(zip(LABELS, identity_formulas(who), strict=True), start=1):
            row = layout.pane_row + place
            paper.put(row, number, place, CENTRED)
            paper.put(row, label, text, BOXED)
            paper.put(row, value, formula, BOXED)


def add_signatures(paper: Paper, row: int, right: Span, dated: str, left: Span | None = None) -> None:
    """Who signs: the rater on the right under place and date (formula ``dated``), the employee on the left where asked."""
    add_signature(paper, row, right, RATER, dated)
    if left is not None:
        add_signature(paper, row, left, PERSON)


def add_signature(paper: Paper, row: int, span: Span, who: str, dated: str = "") -> None:
    """One signer: place and date (formula ``dated``) where asked, post, room for the signature, name and NIP."""
    name, nip = identity_formulas(who)[:2]
    if dated:
        paper.put(row, span, dated, SIGNED)
    paper.put(row + 1, span, who, SIGNED)
    paper.height(SIGNATURE_POINTS, *range(row + 2, row + 2 + SIGNATURE_SPACE))
    dotted = f'=IF({name[1:]}="","{DOTS}",{name[1:]})'
    paper.put(row + 2 + SIGNATURE_SPACE, span, dotted, SIGNED)
    paper.put(row + 3 + SIGNATURE_SPACE, span, f'=IF({nip[1:]}="","","NIP "&{nip[1:]})', SIGNED)


def dated_place(date_text: str = '""') -> str:
    """Formula of place and date; ``date_text`` is a formula (without ``=``) of the date in words; without it a line for the date."""
    place = entry("tempat")
    return f'=IF({place}="","{DOTS}",{place})&", "&IF({date_text}="","{DOTS}",{date_text})'
