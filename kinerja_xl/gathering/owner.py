"""Whose forms these are: the unit and the year that a new unit workbook gets, and whether a form belongs to a unit."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.indonesian import some_of
from kinerja_xl.roster import RosterEntry
from kinerja_xl.terms import squeezed

_FILES = 3
"""So many files are named one by one."""


class GatherError(Exception):
    """The forms cannot be gathered as asked; the message (Bahasa Indonesia) says why and what to do. Nothing was written."""


class Owner(NamedTuple):
    """A unit as a form, a roster or a unit workbook names it."""

    kode: str
    nama: str

    @property
    def code(self) -> str:
        """The code, squeezed; none where the name stands in for it."""
        code = squeezed(self.kode)
        return "" if code == squeezed(self.nama) else code

    @property
    def named(self) -> str:
        """The unit as a message names it."""
        return " ".join(filter(None, (self.nama, f"({self.kode})" if self.code else ""))) or self.kode

    def contradicts(self, other: "Owner") -> bool:
        """Whether the two cannot be the same unit: other code, or where not both have one, other name."""
        if self.code and other.code:
            return self.code != other.code
        names = squeezed(self.nama), squeezed(other.nama)
        return all(names) and names[0] != names[1]


def owner_of(source: StaffForm | RosterEntry) -> Owner:
    """The unit that a form or a row of the roster names."""
    return Owner(source.kode_unit.strip(), source.nama_unit.strip())


def of_unit(roster: Iterable[RosterEntry], unit: Owner) -> list[RosterEntry]:
    """The people of the roster who belong to a unit, each NIP once."""
    mine = [entry for entry in roster if not owner_of(entry).contradicts(unit)]
    return list({entry.nip or f"baris {entry.baris}": entry for entry in mine}.values())


def agreed_year(forms: Sequence[StaffForm], tahun: int | None) -> str:
    """The year of a new workbook: the one asked for, else the one that all forms name."""
    named = {year: [f for f in forms if f.tahun.strip() == year] for year in sorted({f.tahun.strip() for f in forms})}
    named.pop("", None)
    if tahun is not None:
        return str(tahun)
    if len(named) != 1:
        years = ", ".join(f"{year} ({_files(of_year)})" for year, of_year in named.items())
        what = f"menyebut tahun yang berbeda: {years}" if named else "tidak menyebut tahun"
        raise GatherError(f"Formulirnya {what}. Pisahkan per tahun, atau sebutkan tahunnya dengan --tahun.")
    return next(iter(named))


def _files(forms: Iterable[StaffForm]) -> str:
    """The files of some forms, not too many."""
    return some_of(sorted({form.berkas for form in forms}), _FILES)


def agreed_unit(forms: Sequence[StaffForm], roster: Sequence[RosterEntry] | None) -> Owner:
    """The unit of a new workbook: the one that all forms name, else the one to which the roster counts their people."""
    of_forms = _distinct(map(owner_of, forms))
    if len(of_forms) == 1:
        return of_forms[0]
    nips = {form.nip for form in forms}
    listed = list(roster or ())
    for known in ([e for e in listed if e.nip in nips], listed):
        if len(of_roster := _distinct(map(owner_of, known))) == 1:
            return of_roster[0]
    mine = {unit.named: [f for f in forms if _is_of(f, unit)] for unit in of_forms}
    units = "; ".join(f"{unit}: {_files(sent)}" for unit, sent in mine.items())
    what = f"dari unit yang berbeda: {units}" if of_forms else "tidak menyebut unit"
    raise GatherError(f"Formulirnya {what}. Himpun satu unit saja, atau sebutkan pegawai unitnya dengan --daftar.")


def _is_of(form: StaffForm, unit: Owner) -> bool:
    """Whether a form names the unit, by its code or its name."""
    own = owner_of(form)
    return bool(own.kode or own.nama) and not own.contradicts(unit)


def _distinct(units: Iterable[Owner]) -> list[Owner]:
    """The units that are named, each once: with the code and the name that most give it."""
    groups: list[list[Owner]] = []
    for unit in sorted(units, key=lambda u: (not u.code, u)):
        if unit.kode or unit.nama:
            mine = (group for group in groups if not any(unit.contradicts(other) for other in group))
            group = next(mine, None)
            if group is None:
                groups.append([unit])
            else:
                group.append(unit)
    return [Owner(_usual(u.kode for u in group), _usual(u.nama for u in group)) for group in groups]


def _usual(texts: Iterable[str]) -> str:
    found = Counter(filter(None, texts))
    return max(found, key=lambda text: (found[text], text), default="")
