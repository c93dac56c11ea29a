"""The rows of the sheet Hitung for the plan: target and result of the period read as numbers, achievement, means of RHK.

The same as ``scoring.indicators`` and ``scoring.people.per_rhk``: each planned indicator is held against the first row of results
with its NIP and numbers. The result of a qualitative approach is told, and has no number.
"""

from enum import StrEnum

from kinerja_xl.forms.calculation_sheet import PLACE, Sources, setting
from kinerja_xl.forms.reference import Lists
from kinerja_xl.forms.row_keys import indicator_key, person_key, rhk_key, squeezed_text, trimmed, typed_text
from kinerja_xl.forms.skp import achievement_formulas as achievement
from kinerja_xl.forms.skp import quantity_formulas as quantity
from kinerja_xl.forms.skp.quantity_formulas import resolved
from kinerja_xl.periods import Periode
from kinerja_xl.terms import Arah, Kategori, Pendekatan, spellings

_GIVEN = ("low", "high")
_SCORED = tuple(step for step in achievement.TAHUNAN if step.name not in _GIVEN)
"""Their bounds of the target are those read here."""
TARGET, RESULT = "target_", "hasil_"
"""Prefixes of the steps that read the two quantities."""
NEEDED = 7
"""Cells that a planned indicator needs: both numbers, RHK, indicator, target, result, evidence."""

COPIES = ("nip", "no_rhk", "no_iki", "rhk", "kategori", "indikator", "aspek", "arah")
"""What is repeated from the plan as text, so that all but a few formulas look at their own sheet alone, see ``formula_sheet``."""
KEYS = ("kunci_orang", "kunci_rhk", "kunci_iki", "orang", "baris_rhk", "baris", "kualitatif")
TYPED = ("arah_padat", "arah_dibaca", "aspek_padat", "tahun", "tw", "target", "hasil", "bukti")
MEANS = ("capaian_iki", "rerata", "kunci_kategori", "kategori_rhk", "bobot", "kali", "kunci_teks", "ada")
COLUMNS = (
    *COPIES,
    *KEYS,
    *TYPED,
    *(f"{TARGET}{step.name}" for step in quantity.STEPS),
    *(f"{RESULT}{step.name}" for step in quantity.STEPS),
    *(step.name for step in _SCORED),
    *MEANS,
)
RESULT_COLUMNS = ("nip", "no_rhk", "no_iki", "kunci")
"""Columns of the block of Realisasi."""

SPELLED = (Arah.TURUN, Arah.NAIK, Kategori.TAMBAHAN, Pendekatan.KUALITATIF)


def indicator_formulas(sources: Sources) -> dict[str, str]:
    """The formulas of the block of Rencana by column."""
    copies = {key: f'={sources.cell("rencana", key)}&""' for key in COPIES}
    return (
        copies
        | _keys(sources)
        | _typed(sources)
        | _read(sources)
        | _scored(sources)
        | _means(sources)
        | _complete(sources)
    )


def result_formulas(sources: Sources) -> dict[str, str]:
    """The formulas of the block of Realisasi by column."""
    own, keys = sources.blocks.realisasi, RESULT_COLUMNS[:3]
    nip, no_rhk, no_iki = (own.here(key) for key in keys)
    key = indicator_key(rhk_key(person_key(nip), no_rhk), no_iki)
    return {key: f'={sources.cell("realisasi", key)}&""' for key in keys} | {"kunci": f'=IF({nip}="","",{key})'}


def add_spellings(lists: Lists) -> None:
    """Add the lists in which ``spelled`` looks."""
    for word in SPELLED:
        lists.add(f"ejaan_{word}", [[text] for text in spellings(word)])


def spelled(lists: Lists, cell: str, word: StrEnum) -> str:
    """Condition: a cell, squeezed, spells ``word``, one of ``SPELLED``, in one of the ways that the reader understands."""
    return f"SUMPRODUCT(--({lists[f'ejaan_{word}']}={cell}))>0"


def _kept(cell: str) -> str:
    """Formula: what a cell holds, an empty one as ``""``, an error as a text that is no quantity."""
    return f'IFERROR(IF(ISBLANK({cell}),"",{cell}),"#")'


def _found(key: str, keys: str) -> str:
    """Formula (without ``=``): the place of a key among others, 0 where it is not there."""
    return f'IF({key}="",0,IFERROR(MATCH({key},{keys},0),0))'


def _keys(sources: Sources) -> dict[str, str]:
    """Who and which, and where the same stands in other blocks."""
    own, people = sources.blocks.rencana, sources.blocks.pegawai
    nip, no_rhk, no_iki = (own.here(key) for key in ("nip", "no_rhk", "no_iki"))
    person, rhk, iki = (own.here(key) for key in KEYS[:3])
    return {
        "kunci_orang": f'=IF({nip}="","",{person_key(nip)})',
        "kunci_rhk": f'=IF({person}="","",{rhk_key(person, no_rhk)})',
        "kunci_iki": f'=IF({person}="","",{indicator_key(rhk, no_iki)})',
        "orang": f"={_found(person, people.whole('kunci'))}",
        "baris_rhk": f"={_found(rhk, own.whole('kunci_rhk'))}",
        "baris": f"={_found(iki, sources.blocks.realisasi.whole('kunci'))}",
        "kualitatif": f"={_found(person, people.whole('kualitatif'))}>0",
    }


def _typed(sources: Sources) -> dict[str, str]:
    """What was typed for the period, each once: a chosen empty cell stays empty, a number a number."""
    own = sources.blocks.rencana
    arah, lists = own.here("arah_padat"), sources.lists
    quarter = sources.quarter_cell("rencana", "target", PLACE)
    result, evidence = (sources.quarter_cell("realisasi", key, own.here("baris")) for key in ("realisasi", "bukti"))
    in_quarter = f"AND({setting('periode')}>0,{setting('periode')}<{len(Periode)})"
    falling = (
        f'IF({spelled(lists, arah, Arah.TURUN)},"{Arah.TURUN}",IF({spelled(lists, arah, Arah.NAIK)},"{Arah.NAIK}",""))'
    )
    return {
        "arah_padat": f"={squeezed_text(own.here('arah'))}",
        "arah_dibaca": f"={falling}",
        "aspek_padat": f"={squeezed_text(own.here('aspek'))}",
        "tahun": f"={_kept(sources.cell('rencana', 'target'))}",
        "tw": f'=IF({in_quarter},{_kept(quarter)},"")',
        "target": f'=IF({typed_text(own.here("tw"))}<>"",{own.here("tw")},{own.here("tahun")})',
        "hasil": f'=IF(OR({own.here("baris")}=0,{setting("periode")}=0),"",{_kept(result)})',
        "bukti": f'=IF({own.here("baris")}=0,"",IFERROR({trimmed(evidence)},""))',
    }


def _read(sources: Sources) -> dict[str, str]:
    """The two quantities, step by step."""
    own = sources.blocks.rencana
    lists = {name: sources.lists[name] for name in quantity.LISTS}

    def steps(prefix: str, cell: str) -> dict[str, str]:
        made = quantity.quantity_formulas(cell, lambda name: own.here(f"{prefix}{name}"), **lists)
        return {f"{prefix}{name}": formula for name, formula in made.items()}

    return steps(TARGET, own.here("target")) | steps(RESULT, own.here("hasil"))


def _scored(sources: Sources) -> dict[str, str]:
    own = sources.blocks.rencana
    inputs = {bound: own.here(f"{TARGET}{bound}") for bound in _GIVEN}
    inputs |= {f"realisasi_{bound}": own.here(f"{RESULT}{bound}") for bound in _GIVEN}
    inputs |= {"arah": own.here("arah_dibaca"), "aspek": own.here("aspek_padat")}
    inputs |= {"aspek_turun": sources.of_period("aspek_turun"), "batas": sources.number("batas")}
    return resolved(_SCORED, own.here, **inputs)


def _means(sources: Sources) -> dict[str, str]:
    """The achievement of the indicator; in the first row of an RHK its mean and its weight."""
    own = sources.blocks.rencana
    category = own.here("kategori")
    shared = f"MATCH({own.here('kunci_rhk')},{own.whole('kunci_kategori')},0)"
    first = f"INDEX({own.whole('kategori')},{shared})"
    weights = ",".join(sources.number(f"bobot_{kategori.lower()}") for kategori in (Kategori.TAMBAHAN, Kategori.UTAMA))
    mean = f"AVERAGEIFS({own.whole('capaian_iki')},{own.whole('baris_rhk')},{PLACE})"
    counts = f"ISNUMBER({own.here('rerata')})"
    return {
        "capaian_iki": f'=IF({own.here("kualitatif")},"",{own.here("capaian")})',
        "rerata": f'=IF({own.here("baris_rhk")}={PLACE},IFERROR({mean},""),"")',
        "kunci_kategori": f'=IF({trimmed(category)}="","",{own.here("kunci_rhk")})',
        "kategori_rhk": f'=IFERROR({squeezed_text(first)},"")',
        "bobot": f'=IF({counts},IF({spelled(sources.lists, own.here("kategori_rhk"), Kategori.TAMBAHAN)},{weights}),"")',
        "kali": f'=IF({counts},{own.here("rerata")}*{own.here("bobot")},"")',
    }


def _complete(sources: Sources) -> dict[str, str]:
    """How many of the cells that the indicator needs hold something; the text of an RHK may stand in any of its rows."""
    own = sources.blocks.rencana
    said = f"IFERROR(MATCH({own.here('kunci_rhk')},{own.whole('kunci_teks')},0),0)>0"
    there = (
        *(f'{trimmed(own.here(key))}<>""' for key in ("no_rhk", "no_iki", "indikator")),
        said,
        *(f'{typed_text(own.here(name))}<>""' for name in ("tahun", "hasil")),
        f'{own.here("bukti")}<>""',
    )
    return {
        "kunci_teks": f'=IF({trimmed(own.here("rhk"))}="","",{own.here("kunci_rhk")})',
        "ada": f'=IF({own.here("kunci_orang")}="",0,{"+".join(f"({condition})" for condition in there)})',
    }
