"""Puts whose form it is, and of which year, from all sheets of a foreign form together; says what forbids gathering it."""

import re
from collections.abc import Sequence

from kinerja_xl.gathering import faults
from kinerja_xl.gathering.foreign.page import Page
from kinerja_xl.gathering.foreign.pieces import Value, Values
from kinerja_xl.gathering.staff_form import Place, StaffForm
from kinerja_xl.indonesian import listed
from kinerja_xl.nip import LENGTH
from kinerja_xl.terms import FormatSkp, Pendekatan

_NIP_IN_NAME = re.compile(rf"(?<!\d)\d{{{LENGTH}}}(?!\d)")
_YEAR_IN_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")
_APPROACH = re.compile(r"pendekatan\s+(?:hasil\s+kerja\s+)?(kuantitatif|kualitatif)", re.IGNORECASE)
_FORMATS = (
    (re.compile(r"bagi\s+(?:pejabat\s+)?(?:jpt|pimpinan)", re.IGNORECASE), FormatSkp.PIMPINAN),
    (
        re.compile(r"bagi\s+(?:pejabat\s+)?(?:ja\b|jf\b|administrasi|fungsional|pelaksana)", re.IGNORECASE),
        FormatSkp.JA_JF,
    ),
)


def put_person(form: StaffForm, pages: Sequence[Page], file_name: str, named: Values) -> None:
    """The row of the sheet Pegawai, the unit and the year; ``named`` is what rows of a table say, see ``people``."""
    values: Values = dict(named)
    for page in pages:
        values = {**page.identity, **values}
    if "unit" in values:
        form.nama_unit = values.pop("unit").text
    values |= _of_titles(pages)
    form.rows["pegawai"] = [{key: value.text for key, value in values.items()}]
    form.places.update({("pegawai", 0, key): value.place for key, value in values.items()})
    _put_year(form, pages, file_name)
    _check_nip(form, file_name)
    _check_people(form, pages)


def _of_titles(pages: Sequence[Page]) -> Values:
    """Approach and format, which the titles of the official forms name."""
    found: Values = {}
    for page in pages:
        where = Place(page.sheet.name, "")
        if approach := _APPROACH.search(page.title):
            found.setdefault("pendekatan", Value(str(Pendekatan(approach[1].capitalize())), where))
        for pattern, kind in _FORMATS:
            if pattern.search(page.title):
                found.setdefault("format_skp", Value(str(kind), where))
                break
    return found


def _put_year(form: StaffForm, pages: Sequence[Page], file_name: str) -> None:
    years = sorted(frozenset().union(*(page.about.years for page in pages)))
    named = set(_YEAR_IN_NAME.findall(_NIP_IN_NAME.sub("", file_name)))
    form.tahun = years[0] if years else named.pop() if len(named) == 1 else ""
    if len(years) > 1:
        form.tell(faults.MANY_YEARS, value=", ".join(years), semua=listed(years))


def _check_nip(form: StaffForm, file_name: str) -> None:
    nip, where = form.nip, form.place("pegawai", 0, "nip")
    named = _NIP_IN_NAME.findall(file_name)
    if not nip and len(named) == 1:
        form.rows["pegawai"][0]["nip"] = named[0]
        form.tell(faults.NIP_FROM_NAME, value=named[0])
        return
    reason = _wrong(nip, number="nip_angka" in form.pegawai)
    if reason:
        form.tell(faults.NO_NIP, sheet=where.sheet, cell=where.cell, kolom="NIP", value=nip, alasan=reason)


def _wrong(nip: str, *, number: bool) -> str:
    """What is wrong with a NIP, as the message says it."""
    if not nip:
        return "tidak ada pada formulir"
    if number:
        return "tersimpan sebagai angka, angka terakhirnya hilang"
    if len(nip) != LENGTH or not (nip.isascii() and nip.isdigit()):
        return f"bukan {LENGTH} angka (terbaca {len(nip)} karakter)"
    return ""


def _check_people(form: StaffForm, pages: Sequence[Page]) -> None:
    nips = [page.identity["nip"].text for page in pages if "nip" in page.identity]
    names = {nip: page.identity["nama"].text for page in pages for nip in nips if "nama" in page.identity}
    if len(set(nips)) > 1:
        people = [f"{names.get(nip, 'tanpa nama')} (NIP {nip})" for nip in dict.fromkeys(nips)]
        form.tell(faults.MANY_PEOPLE, value=", ".join(dict.fromkeys(nips)), semua=listed(people))
