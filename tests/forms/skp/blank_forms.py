"""Blank forms for tests, each built once a run."""

from functools import cache

from kinerja_xl.forms.skp.build import blank_skp
from kinerja_xl.forms.skp.variant import Varian
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.terms import FormatSkp, Pendekatan
from tests.workbooks import TAHUN

ATURAN = aturan_pada(Periode.TAHUNAN.span(TAHUN)[1], AturanRating)
JA_JF = Varian(FormatSkp.JA_JF, Pendekatan.KUANTITATIF)
JA_JF_KUALITATIF = Varian(FormatSkp.JA_JF, Pendekatan.KUALITATIF)


@cache
def blank(varian: Varian, *, keberatan: bool = False) -> bytes:
    """The blank form of a variant."""
    return blank_skp(varian, TAHUN, ATURAN, keberatan=keberatan)
