"""How results look on the screen: findings, sums, letters."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kinerja_xl import console
from kinerja_xl.checks import RULES
from kinerja_xl.cli_json import adjusted_rules
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.finding_groups import Group, grouped
from kinerja_xl.findings import Finding, counts
from kinerja_xl.indonesian import some_of

SHOWN_CELLS = 12
SHOWN_PEOPLE = 8
"""How many ranges of cells and names of people a group shows before it says how many more there are."""

if TYPE_CHECKING:
    from kinerja_xl.letters.write import LetterReport


def print_checked(checked: Checked, *, apart: bool = False) -> None:
    """The findings (``apart``: each for itself, not in groups), what was read, and the sums; says so when there is nothing."""
    in_groups = print_findings(checked.findings, apart=apart)
    _print_adjusted(checked)
    console.out().print(Text(f"\n{_read(checked)}: {console.summary_line(counts(checked.findings))}.", style="bold"))
    if in_groups:
        console.say("Temuan sejenis dikelompokkan; satu per satu: --rinci, atau --keluaran temuan.xlsx.")


def print_findings(findings: Iterable[Finding], *, apart: bool = False) -> bool:
    """The findings file by file; returns whether several were told as one."""
    groups = [Group((f,)) for f in findings] if apart else grouped(findings)
    for file, of_file in groupby(groups, key=lambda group: group.first.file):
        console.out().print(Text(f"\n{file}", style="bold"))
        for group in of_file:
            _print_group(group)
    return any(len(group.findings) > 1 for group in groups)


def _read(checked: Checked) -> str:
    people, indicators = len(checked.tables.pegawai), checked.indicators
    return (
        f"{len(checked.readings)} berkas, {people} pegawai, {indicators} indikator, {checked.cells} sel isian diperiksa"
    )


def _print_group(group: Group) -> None:
    """One finding on two lines; several with all their cells, the first as an example, and whom they concern."""
    out, first = console.out(), group.first
    if len(group.findings) == 1:
        out.print(_headed(group, first.cell, first.message))
    else:
        out.print(
            _headed(group, some_of(group.cells, SHOWN_CELLS), f"{len(group.findings)} kali {RULES[first.code].title}")
        )
        example = f"Misalnya {first.cell}" if first.cell else "Misalnya"
        out.print(Text(f"      {example}: {_printable(first.message)}"))
        if len(group.people) > 1:
            out.print(Text(f"      Pegawai: {_printable(some_of(group.people, SHOWN_PEOPLE))}"))
    out.print(Text(f"      -> {_printable(first.fix)}", style="dim"))


def _headed(group: Group, cells: str, message: str) -> Text:
    sheet, severity = group.first.sheet, group.severity
    where = f"{sheet}!{cells}" if cells and sheet else sheet or cells or "berkas"
    style = console.STYLES[severity]
    return Text.assemble("  ", (f"{severity:<10}", style), f" {group.first.code}  {where}: {_printable(message)}")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _print_adjusted(checked: Checked) -> None:
    """Which rules the office changed: what it silenced is said, with how much and why."""
    rules = adjusted_rules(checked)
    if rules:
        console.out().print(Text("\nAturan yang diubah instansi", style="bold"))
    for rule in rules:
        what = (
            f"dimatikan, {rule.tidak_ditampilkan} temuan tidak ditampilkan" if rule.tingkat == "mati" else rule.tingkat
        )
        console.out().print(Text(f"  {rule.kode}  {what}: {rule.alasan} ({rule.dasar})"))


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
    if k.tren:
        m = k.tren.moves
        moved = f"{m.naik} naik, {m.turun} turun, {m.tetap} tetap, {m.baru} baru"
        more = f", {m.tidak_dibandingkan} tidak dapat dibandingkan" if m.tidak_dibandingkan else ""
        table.add_row("Tren", f"terhadap {k.tren.before.judul}: {moved}{more}")
        for note in k.tren.notes:
            table.add_row("", note)
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
    out.print(
        f"  3. ubah satu sel di {folder / 'unit'}, lalu: kinerja periksa {folder / 'unit'} --daftar {folder / 'unit' / 'daftar-pegawai.csv'}",
        markup=False,
    )
