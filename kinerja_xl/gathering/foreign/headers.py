"""Header spellings of the forms that offices have, and what each means. A header may have two rows: a group and what is below it.

Compared without capitals, blanks and punctuation (``terms.squeezed``). A typing mistake is recognised where only one meaning
is near; everything else stays unknown and is reported.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kinerja_xl.forms.near import nearest
from kinerja_xl.forms.unit_workbook import REALISASI, RENCANA
from kinerja_xl.gathering.foreign.header_spellings import ASPECT_WORDS, COMPUTED, NO_PLACE, SPELLINGS
from kinerja_xl.periods import TRIWULAN
from kinerja_xl.terms import Aspek, squeezed

_ASPECT = {squeezed(text): aspek.value.lower() for aspek, texts in ASPECT_WORDS.items() for text in texts}

QUARTERLY = ("target", "realisasi", "bukti", "umpan_balik")
"""Meanings that a header may say of one quarter: ``Realisasi TW II``."""
ASPECTS = tuple(aspek.value.lower() for aspek in Aspek)
MEANINGS = (
    *(m for m in SPELLINGS if m not in (COMPUTED, *NO_PLACE)),
    *(f"{meaning}_{p.suffix}" for meaning in QUARTERLY for p in TRIWULAN),
)
"""What the office may say a column means, besides ``abaikan``."""

_UNIT_FIELDS = {f.key: f.spellings for f in (*RENCANA.inputs, *REALISASI.inputs) if f.key in MEANINGS}
KNOWN: dict[str, frozenset[str]] = {
    meaning: frozenset(map(squeezed, SPELLINGS.get(meaning, ()))) | _UNIT_FIELDS.get(meaning, frozenset())
    for meaning in dict.fromkeys((*SPELLINGS, *MEANINGS))
}
"""All spellings of each meaning, squeezed."""
_MEANING = {text: meaning for meaning, texts in KNOWN.items() for text in texts}

LONGEST = 120
"""A longer text is no header."""
_NEAR_FROM = 6
_NEAR_LENGTH = 3
_FOOTNOTE = re.compile(r"\(\s*\d+\s*\)|\*+ *\)?")
_NUMBERED = re.compile(r"^\s*(?:[IVX]+|[A-Za-z]|\d+)\s*[.)]\s*(?=\S)")
_PARENTHESES = re.compile(r"\([^()]*\)")
_QUARTER = re.compile(r"\b(?:triwulan|tri\s+wulan|twl|tw)\s*[.-]?\s*(?P<number>iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_UP_TO = re.compile(r"\bs\s*[./]?\s*d\b\.?|\bsampai dengan\b|\bkumulatif\b", re.IGNORECASE)
_BELOW_COMPUTED = {"kategori", "nilai", "capaian", "persen", "persentase", "kategoricapaian", "nilaicapaian", "bobot"}
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class Header(NamedTuple):
    """A column's header: its text, and in forms with two header rows the text below."""

    top: str
    sub: str = ""

    @property
    def label(self) -> str:
        """The header in one line, as the mapping file and messages name it."""
        return " - ".join(" ".join(text.split()) for text in (self.top, self.sub) if text)


def cleaned(text: str) -> str:
    """A text without footnote marks, printed column numbers and a leading number: ``I. KEGIATAN *)`` is ``KEGIATAN``."""
    return _NUMBERED.sub("", _FOOTNOTE.sub(" ", text)).strip()


def quarter_in(text: str) -> str:
    """The quarter a text names, as the suffix ``tw2``; empty where it names none or several."""
    found = {number.lower() for number in _QUARTER.findall(text)}
    numbers = {_NUMBERS.get(number) or int(number) for number in found}
    return f"tw{numbers.pop()}" if len(numbers) == 1 else ""


def meaning_of(header: Header) -> str:
    """What a column with this header means, by exact spelling; empty where it is not known."""
    if not header.sub:
        return _meaning(header.top)
    return (
        _grouped(header)
        or _meaning(f"{header.top} {header.sub}")
        or ("" if group_of(header.top) else _meaning(header.sub))
    )


def near_meaning(header: Header) -> str:
    """The one meaning whose spelling a header with a typing mistake is near to; empty where there is none or more than one."""
    text = squeezed(cleaned(header.label))
    if len(text) < _NEAR_FROM or len(header.label) > LONGEST:
        return ""
    near = [meaning for meaning in KNOWN if any(_is_slip(text, spelling) for spelling in KNOWN[meaning])]
    return near[0] if len(near) == 1 else ""


def likely_meaning(header: str) -> str:
    """The meaning a person most likely wants for an unknown header; a suggestion that is never applied by itself."""
    words = {spelling: meaning for meaning in MEANINGS for spelling in KNOWN[meaning]}
    found = nearest([cleaned(header)], words)
    inside = max((s for s in words if len(s) >= _NEAR_FROM and s in squeezed(header)), key=len, default="")
    return words.get(found or inside, "")


def group_of(text: str) -> str:
    """What a header over several columns stands for: ``target``, ``realisasi``, a quarter, or ``dihitung``; else empty."""
    meaning = _meaning(text)
    if meaning in ("target", "realisasi", COMPUTED):
        return meaning
    quarter = quarter_in(text)
    return quarter if quarter and not squeezed(_QUARTER.sub("", _PARENTHESES.sub("", text))) else ""


def aspect_in(text: str) -> str:
    """The aspect that a text names in other words (``Kuantitas/Output``); empty where it names none."""
    return _ASPECT.get(squeezed(text), "").capitalize()


def is_below(header: Header) -> bool:
    """Whether the text below a group is known there; below what is computed only words that are usual there."""
    meaning = meaning_of(header)
    return squeezed(header.sub) in _BELOW_COMPUTED if meaning == COMPUTED else bool(meaning)


def _grouped(header: Header) -> str:
    group, below = group_of(header.top), squeezed(cleaned(header.sub))
    if group == COMPUTED:
        return COMPUTED
    if group in ("target", "realisasi"):
        quarter = quarter_in(header.sub)
        aspect = _ASPECT.get(below)
        return f"{group}_{aspect or quarter}" if aspect or quarter else _within(group, below)
    if group:
        meaning = _meaning(header.sub)
        return f"{meaning}_{group}" if meaning in QUARTERLY else ""
    return ""


def _within(group: str, below: str) -> str:
    """A column below TARGET or REALISASI that names neither aspect nor quarter."""
    meaning = _MEANING.get(below, "")
    if below in ("angka", "jumlah", "volume") or meaning == group:
        return group
    return meaning if meaning in ("satuan", "bukti", *NO_PLACE) else ""


@lru_cache(maxsize=1 << 14)
def _meaning(text: str) -> str:
    if len(text) > LONGEST:
        return ""
    plain = cleaned(text)
    for form in (text, plain, _PARENTHESES.sub(" ", plain)):
        if (found := _MEANING.get(squeezed(form), "")) or (found := _quarterly(form)):
            return found
    return ""


def _quarterly(text: str) -> str:
    quarter = quarter_in(text)
    rest = squeezed(_UP_TO.sub(" ", _QUARTER.sub(" ", text))) if quarter else ""
    meaning = _MEANING.get(rest, "")
    return f"{meaning}_{quarter}" if meaning in QUARTERLY else ""


def _is_slip(text: str, spelling: str) -> bool:
    """Whether a text is a spelling with a letter or two wrong: as long, with the same digits, and alike."""
    if abs(len(text) - len(spelling)) > _NEAR_LENGTH or _digits(text) != _digits(spelling):
        return False
    return bool(nearest([spelling], [text]))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
