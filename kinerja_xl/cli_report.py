"""How results look on the screen: findings, sums, letters."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kinerja_xl import console
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.findings import counts

if TYPE_CHECKING:
    from kinerja_xl.letters.write import LetterReport

JSON_VERSION = 1
"""Version of the JSON document of ``periksa --format json``; raised when a key changes its meaning."""


def as_json(checked: Checked) -> str:
    """The findings as one JSON document: ``versi``, ``tahun``, ``periode``, ``jumlah`` by severity, ``dibaca``, ``temuan``."""
    document = {
        "versi": JSON_VERSION,
        "tahun": checked.tahun or None,
        "periode": checked.periode,
        "dibaca": {
            "berkas": len(checked.readings),
            "pegawai": len(checked.tables.pegawai),
            "indikator": len(checked.tables.rencana),
        },
        "jumlah": counts(checked.findings),
        "temuan": [
            {
                "tingkat": f.severity,
                "kode": f.code,
                "berkas": f.file,
                "lembar": f.sheet,
                "sel": f.cell,
                "nip": f.nip,
                "nama": f.nama,
                "isian": f.field,
                "nilai": f.value,
                "pesan": f.message,
                "saran": f.fix,
            }
            for f in checked.findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def print_checked(checked: Checked) -> None:
    """All findings, then what was read and the sums; says so when there is nothing."""
    out = console.out()
    console.print_findings(checked.findings, out)
    read = f"{len(checked.readings)} berkas, {len(checked.tables.pegawai)} pegawai, {len(checked.tables.rencana)} indikator diperiksa"
    out.print(Text(f"\n{read}: {console.summary_line(counts(checked.findings))}.", style="bold"))


def print_consolidated(k: Konsolidasi, master: Path) -> None:
    """The sums of a consolidation, which must add up, and the distribution."""
    out, c = console.out(), k.counts
    table = Table(title=Text(f"{k.judul}: {master}"), show_header=False, title_justify="left")
    table.add_row("Berkas", f"{c.files} = {c.files_accepted} diterima + {c.files_rejected} ditolak")
    table.add_row(
        "Pegawai", f"{c.people} = {c.recapped} direkap + {c.people_rejected} ditolak + {c.missing} belum masuk"
    )
    table.add_row("Dinilai", f"{c.rated} dari {c.recapped}")
    found = k.frames["Rekap Pegawai"]["predikat"].value_counts()
    table.add_row("Predikat", ", ".join(f"{word} {found.get(word, 0)}" for word in k.words.values()))
    table.add_row("Temuan", console.summary_line(counts(k.findings)))
    out.print(table)


def print_letters(made: "LetterReport", folder: Path) -> None:
    """How many letters were written, and why somebody got none."""
    out = console.out()
    out.print(f"{made.written} surat ditulis di {folder}; indeks: {made.index}", markup=False)
    for reason, number in made.reasons.items():
        out.print(f"{number} pegawai tanpa surat: {reason}", markup=False)
    if made.left_over:
        out.print(
            f"{len(made.left_over)} surat lama masih ada di {folder} dan tidak termasuk indeks; hapus bila tidak berlaku:",
            markup=False,
        )
        for path in made.left_over:
            out.print(f"  {path}", markup=False)


def print_try_out(folder: Path, units: int, defects: int) -> None:
    """What ``kinerja coba`` made, and what to open first."""
    out = console.out()
    out.print(Text("\nYang dibuat:", style="bold"))
    out.print(
        f"  {folder / 'unit'}          {units} Buku Kerja Unit yang sudah terisi (nama rekaan; {defects} kesalahan sengaja disisipkan)",
        markup=False,
    )
    out.print(f"  {folder / 'master.xlsx'}   semua unit dalam satu buku kerja", markup=False)
    out.print(
        f"  {folder / 'surat'}         surat hasil evaluasi untuk setiap pegawai yang sudah dinilai", markup=False
    )
    out.print(Text("Buka dahulu:", style="bold"))
    out.print(f"  1. {folder / 'master.xlsx'}, lembar Ringkasan", markup=False)
    out.print(f"  2. satu surat di {folder / 'surat'}", markup=False)
    out.print(f"  3. ubah satu sel di {folder / 'unit'}, lalu: kinerja periksa {folder / 'unit'}", markup=False)
