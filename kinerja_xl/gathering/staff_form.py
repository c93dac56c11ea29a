"""What one staff form holds, in the terms of the unit workbook: the pivot between reading a form and merging it.

Whatever a form looks like (our own, an old one, an export), it ends up here: rows by table with the keys of the unit workbook's
fields, each value with the place it came from.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from kinerja_xl.findings import Finding, Severity
from kinerja_xl.gathering.faults import Fault

Row = dict[str, str]
"""One row of a table: texts by field key, as ``forms.cells`` reads them; keys that the form does not have are absent."""


class Place(NamedTuple):
    """Where a value stands in the form: sheet and A1 address."""

    sheet: str
    cell: str


@dataclass
class StaffForm:
    """One form of one person and year.

    ``rows`` by table: ``pegawai`` has one row, ``rencana`` and ``realisasi`` one for each indicator (joined by ``no_rhk`` and
    ``no_iki``), ``perilaku`` one for each value that holds anything (``nilai``), ``penilaian`` one for each period that holds anything (``periode``). Rows carry no
    NIP of their own but the one in ``pegawai``. ``unit`` holds entries of the sheet Unit that a form also knows (``capaian_tw1``).
    """

    berkas: str
    tahun: str = ""
    kode_unit: str = ""
    nama_unit: str = ""
    unit: Row = field(default_factory=dict)
    office: Row = field(default_factory=dict)
    """Entries of the sheet Unit that are printed on a form and differ in spelling (``instansi``): they fill an empty cell, no more."""
    rows: dict[str, list[Row]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    """The lines of the Lampiran, of our own form."""
    places: dict[tuple[str, int, str], Place] = field(default_factory=dict)
    """(table, index of the row, field key) -> where the value stands; of ``unit`` under ("unit", 0, key)."""
    blank: dict[tuple[str, int], dict[str, Place]] = field(default_factory=dict)
    """Table and index of a row -> fields that the form has and leaves empty there; without a cell where others may say it for them."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def pegawai(self) -> Row:
        """The person's row of the sheet Pegawai, as far as the form has it."""
        return next(iter(self.rows.get("pegawai", [])), {})

    @property
    def nip(self) -> str:
        """NIP of the person, digits only; empty where the form has none."""
        return self.pegawai.get("nip", "")

    @property
    def nama(self) -> str:
        """Name of the person."""
        return self.pegawai.get("nama", "")

    @property
    def accepted(self) -> bool:
        """Whether the form can be merged: nothing that blocks was found in it."""
        return not any(f.severity is Severity.GALAT for f in self.findings)

    def place(self, table: str, index: int, key: str) -> Place:
        """Where a value stands; nowhere where it is not known."""
        return self.places.get((table, index, key), Place("", ""))

    def tell(
        self, fault: Fault, *, sheet: str = "", cell: str = "", kolom: str = "", value: str = "", **words: str
    ) -> None:
        """Add the finding of a fault; it carries the person as far as known. A galat keeps the form out."""
        found = fault.finding(self.berkas, sheet=sheet, cell=cell, field=kolom, value=value, **words)
        self.findings.append(found._replace(nip=self.nip, nama=self.nama))
