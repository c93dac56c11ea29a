"""Reconciliation: everybody who should be there is recapped, rejected or missing, and each is named with the reason.

The roster is the list HR gives (``--daftar``); without one the units' own rows are the roster, so nobody can be missing.
"""

from collections.abc import Sequence

import pandas as pd

from kinerja_xl.checks import Examination, rejected_files
from kinerja_xl.checks.gabungan import BELUM_MASUK, DI_LUAR_DAFTAR
from kinerja_xl.checks.nip import NIP_BROKEN
from kinerja_xl.checks.rule import Rule
from kinerja_xl.consolidation.recap import is_blocked, numbered
from kinerja_xl.consolidation.schema import REKONSILIASI
from kinerja_xl.findings import Finding, Severity
from kinerja_xl.roster import RosterEntry
from kinerja_xl.rows import keys_of
from kinerja_xl.tables import PERSON, Tables
from kinerja_xl.terms import squeezed

ORPHANS = ("REN001", "PRL005", "NIL012", "PGB001")
DOUBTED = (*NIP_BROKEN, "PEG024", "PEG025")
"""Findings that the NIP itself is most likely mistyped."""
ROSTER = "(daftar pegawai)"
"""Stands for the file in findings about somebody who is in no workbook."""


def roster_findings(
    tables: Tables, examination: Examination, findings: Sequence[Finding], roster: Sequence[RosterEntry] | None
) -> list[Finding]:
    """Who is on the roster but in no workbook read, and who is in a workbook but not on the roster.

    Somebody whose NIP is broken or doubted in the workbook is known by his name, so that he is not missing and a stranger besides.
    """
    if roster is None:
        return []
    broken = {(f.file, f.nip) for f in findings if f.code in DOUBTED}
    people = tables.pegawai.assign(rusak=[key in broken for key in keys_of(tables.pegawai, PERSON)])
    read, names = set(people["nip"]), {squeezed(name) for name in people["nama"][people["rusak"]]}
    missing = [e for e in once(roster) if e.nip not in read and squeezed(e.nama) not in names]
    listed = {entry.nip for entry in roster}
    strangers = people[
        ~people["nip"].isin(listed) & ~people["rusak"] & people["berkas"].isin(set(examination.tables.unit["berkas"]))
    ]
    layouts = examination.tables.layouts
    return [
        *(_finding(BELUM_MASUK, ROSTER, e.nip, e.nama, e.nama_unit) for e in missing),
        *(
            _finding(
                DI_LUAR_DAFTAR,
                row["berkas"],
                row["nip"],
                row["nama"],
                "",
                layouts[row["berkas"]].address("pegawai", "nip", row["baris"]),
            )
            for row in strangers.to_dict("records")
        ),
    ]


def once(roster: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Each person of the roster once; rows without a NIP are people of their own."""
    return list({entry.nip or f"baris {entry.baris}": entry for entry in roster}.values())


def _finding(rule: Rule, file: str, nip: str, nama: str, unit: str, cell: str = "") -> Finding:
    words = {"nip": nip, "nama": nama, "unit": unit}
    sheet = "Pegawai" if cell else ""
    return Finding(
        rule.severity, rule.code, file, sheet, cell, nip, nama, "NIP", nip, rule.pesan.format_map(words), rule.saran
    )


def frame(
    tables: Tables, examination: Examination, findings: Sequence[Finding], roster: Sequence[RosterEntry] | None
) -> pd.DataFrame:
    """Rekonsiliasi: everybody who is not in Rekap Pegawai, with the reason; files that were not accepted; strangers."""
    rejected = rejected_files(findings)
    rows = [
        *_rejected_files(findings, rejected),
        *_rejected_people(tables, examination, findings, rejected),
        *_without_person(findings),
    ]
    units = {entry.nip: entry.nama_unit for entry in roster or ()}
    keadaan = {BELUM_MASUK.code: "Belum masuk", DI_LUAR_DAFTAR.code: "Di luar daftar"}
    rows += [
        {
            "keadaan": keadaan[f.code],
            "nip": f.nip,
            "nama": f.nama,
            "unit": units.get(f.nip, ""),
            "berkas": f.file,
            "keterangan": f.message,
        }
        for f in findings
        if f.code in keadaan
    ]
    return numbered(pd.DataFrame(rows, columns=[c.key for c in REKONSILIASI]), REKONSILIASI)


def _rejected_files(findings: Sequence[Finding], rejected: set[str]) -> list[dict[str, object]]:
    reasons = {f.file: f.message for f in reversed(findings) if f.file in rejected and f.severity is Severity.GALAT}
    return [
        {"keadaan": "Berkas ditolak", "nip": "", "nama": "", "unit": "", "berkas": file, "keterangan": reasons[file]}
        for file in sorted(reasons)
    ]


def _without_person(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Whoever has a plan, results or ratings in a workbook but no row in its sheet Pegawai: most likely a row that was deleted."""
    found = {(f.file, f.nip): f for f in reversed(findings) if f.code in ORPHANS and f.value}
    return [
        {
            "keadaan": "Tanpa baris Pegawai",
            "nip": nip,
            "nama": f.nama if f.nama != nip else "",
            "unit": "",
            "berkas": file,
            "keterangan": f.message,
        }
        for (file, nip), f in sorted(found.items())
    ]


def _rejected_people(
    tables: Tables, examination: Examination, findings: Sequence[Finding], rejected: set[str]
) -> list[dict[str, object]]:
    """Everybody read who is not recapped: the whole file was rejected, or a galat blocks the person."""
    names = tables.unit.set_index("berkas")["nama_unit"]
    people = tables.pegawai
    reasons: dict[tuple[str, str], list[str]] = {}
    for f in findings:
        if f.severity is Severity.GALAT:
            reasons.setdefault((f.file, f.nip), []).append(f"{f.code} {f.message}")
    out = people[people["berkas"].isin(rejected) | is_blocked(examination, people)]
    return [
        {
            "keadaan": "Ditolak",
            "nip": row["nip"],
            "nama": row["nama"],
            "unit": names[row["berkas"]],
            "berkas": row["berkas"],
            "baris": row["baris"],
            "keterangan": "Seluruh berkas ditolak."
            if row["berkas"] in rejected
            else " ".join(reasons[row["berkas"], row["nip"]]),
        }
        for row in out.to_dict("records")
    ]
