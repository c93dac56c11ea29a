"""What a rule is: a stable code, a severity, its reason, its words, and one function that finds the offending rows.

A rule function looks at whole tables (one workbook or thousands) and returns ``Hits``: rows and the field to blame. The words
and addresses are put together here, once for all rules.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NotRequired, TypedDict, TypeVar, Unpack

import numpy as np
import pandas as pd

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.forms.unit_workbook import SHEET_NAMES, UNIT, form_of
from kinerja_xl.indonesian import cut
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import Aturan, AturanRating
from kinerja_xl.rows import Flags
from kinerja_xl.scoring.indicators import TARGETS, indicators, quantities
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.scheme import penilaian
from kinerja_xl.tables import Tables

View = TypeVar("View")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_NUMBER, NO_NAME = "(tanpa nomor)", "(tanpa nama)"
SHOWN = 60
"""Characters of a cell's value that are quoted in a message."""


@dataclass
class Scope:
    """What the rules look at: tables of the accepted files, the period, the law, and views computed once."""

    tables: Tables
    periode: Periode
    aturan: Aturan
    blocked: frozenset[tuple[str, str]] = frozenset()
    """(file, NIP) of the people whom an earlier finding keeps from being scored; known to the rules of the second round."""

    _views: dict[Callable[["Scope"], Any], Any] = field(default_factory=dict)

    def once(self, view: Callable[["Scope"], View]) -> View:
        """A view that several rules look at; it is worked out for the first of them."""
        if view not in self._views:
            self._views[view] = view(self)
        found: View = self._views[view]
        return found

    @property
    def tahun(self) -> int:
        """The year of the form, under whose rules everything is looked at."""
        return self.aturan.tanggal.year

    @property
    def rating(self) -> AturanRating:
        """The rules of the ratings; only for rules that run in years with ratings (``Rule.untuk``)."""
        if not isinstance(self.aturan, AturanRating):
            raise TypeError(f"no ratings on {self.aturan.tanggal}")
        return self.aturan

    @cached_property
    def indikator(self) -> pd.DataFrame:
        """Every planned indicator with its result in the period."""
        return indicators(self.tables, self.periode)

    @cached_property
    def target(self) -> Mapping[str, pd.DataFrame]:
        """The numbers of each target column of ``indikator``, see ``quantities``."""
        return {key: quantities(self.indikator[key]) for key in TARGETS}

    @cached_property
    def penilaian(self) -> Penilaian:
        """The scores of the period."""
        return penilaian(self.tables, self.periode, self.aturan, self.indikator)

    @cached_property
    def names(self) -> Mapping[tuple[str, str], str]:
        """Name of each person by (file, NIP); who has no NIP is nobody a finding could mean by it."""
        people = self.tables.pegawai[self.tables.pegawai["nip"] != ""]
        files, nips, names = (people[key].tolist() for key in ("berkas", "nip", "nama"))
        return dict(zip(zip(files, nips, strict=True), names, strict=True))


@dataclass(frozen=True)
class Hits:
    """Offending rows of one table and the field to blame.

    ``rows`` has ``berkas`` and ``baris``; its other columns can be quoted in the message by name. ``value`` names the column
    quoted as ``{nilai}`` (default: the field itself); ``where`` says which of the rows offend (default: all of them).
    """

    table: str
    key: str
    rows: pd.DataFrame
    value: str = ""
    where: Flags | None = None

    def records(self) -> list[dict[Hashable, Any]]:
        """The offending rows. Nearly always there are none, and cutting an empty table out of a wide one takes long."""
        if self.where is None:
            return self.rows.to_dict("records") if len(self.rows) else []
        offending = np.asarray(self.where, dtype=bool)
        return self.rows[offending].to_dict("records") if offending.any() else []


Finder = Callable[[Scope], Iterable[Hits]]


@dataclass(frozen=True)
class Rule:
    """A rule and how it is told. ``pesan`` and ``saran`` may quote ``{nilai}``, ``{kolom}``, ``{nama}`` and columns of the hits."""

    code: str
    severity: Severity
    title: str
    pesan: str
    saran: str
    dasar: str
    contoh: str = ""
    whole_file: bool = False
    """A galat of this rule keeps the whole file out, not one person."""
    across: bool = False
    """Holds workbooks against each other: it must see the people and plans of all of them at once."""
    second_round: bool = False
    """Looks at scores, so it runs when it is known who is blocked."""
    silent_after: tuple[str, ...] = ()
    """Codes whose finding on the same person explains this one away: a consequence is not told beside its cause."""
    untuk: type[Aturan] = Aturan
    """The rules of scoring it belongs to: others (older years, or newer ones) are not looked at."""
    find: Finder | None = field(default=None, repr=False)

    def findings(self, scope: Scope) -> Iterator[Finding]:
        """All findings of this rule; none in years to which it does not apply."""
        applies = self.find is not None and isinstance(scope.aturan, self.untuk)
        for hits in self.find(scope) if self.find and applies else ():
            yield from (self._finding(scope, hits, row) for row in hits.records())

    def _finding(self, scope: Scope, hits: Hits, row: Mapping[Hashable, object]) -> Finding:
        file, nip = str(row["berkas"]), str(row.get("nip", ""))
        value = str(row.get(hits.value or hits.key, ""))
        nama = scope.names.get((file, nip), "") or str(row.get("nama", ""))
        column = header(hits.table, hits.key, scope.tahun)
        words = {str(key): text for key, text in row.items()}
        words |= {key: words[key] or NO_NUMBER for key in ("no_rhk", "no_iki") if key in words}
        words |= {
            "nilai": _quoted(value),
            "kolom": column,
            "nama": nama or nip or NO_NAME,
        }
        address = scope.tables.layouts[file].address(hits.table, hits.key, int(str(row["baris"])))
        return Finding(
            severity=self.severity,
            code=self.code,
            file=file,
            sheet=SHEET_NAMES[hits.table],
            cell=address,
            nip=nip,
            nama=nama,
            field=column,
            value=value,
            message=self.pesan.format_map(words),
            fix=self.saran.format_map(words),
        )


def header(table: str, key: str, tahun: int) -> str:
    """Printed header of a field in the form of that year."""
    form = form_of(tahun)
    fields = form.unit.entries if table == UNIT.key else form.table(table).fields
    return next((f.header for f in fields if f.key == key), "")


def _quoted(text: str) -> str:
    """A cell's value as a message quotes it: short, a date as people write it, nothing said to be nothing."""
    if not text:
        return "(kosong)"
    if _ISO_DATE.fullmatch(text):
        return "/".join(reversed(text.split("-")))
    return cut(text, SHOWN)


class Words(TypedDict):
    """The words of a rule and how it is run, see ``Rule``."""

    pesan: str
    saran: str
    dasar: str
    contoh: NotRequired[str]
    whole_file: NotRequired[bool]
    across: NotRequired[bool]
    second_round: NotRequired[bool]
    silent_after: NotRequired[tuple[str, ...]]
    untuk: NotRequired[type[Aturan]]


class Registry:
    """The rules of one family, in order; rule modules fill it with the decorator ``rule``.

    ``untuk`` is the scheme of scoring that the family belongs to where a rule does not say otherwise.
    """

    def __init__(self, untuk: type[Aturan] = Aturan) -> None:
        self.rules: list[Rule] = []
        self.untuk = untuk

    def rule(self, code: str, severity: Severity, title: str, **words: Unpack[Words]) -> Callable[[Finder], Finder]:
        """Register the decorated function as the rule ``code``."""

        def register(find: Finder) -> Finder:
            words.setdefault("untuk", self.untuk)
            self.rules.append(Rule(code, severity, title, find=find, **words))
            return find

        return register
