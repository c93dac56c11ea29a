"""How results look on the screen: findings, sums, rules, scores, regulations."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from rich.table import Table
from rich.text import Text

from kinerja_xl import console
from kinerja_xl.checks.rule import Rule
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.findings import counts
from kinerja_xl.indonesian import date_text, number_text
from kinerja_xl.regulations import Ketentuan, Peraturan, bundled
from kinerja_xl.scoring.trace import steps
from kinerja_xl.terms import Predikat

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
    table.add_row("Predikat", ", ".join(f"{p} {found.get(p.value, 0)}" for p in Predikat))
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


def print_rule(rule: Rule) -> None:
    """A rule: what, why, example, what to do, and what it does to the score."""
    out = console.out()
    out.print(Text(f"{rule.code}  {rule.title}  ({rule.severity})", style="bold"))
    effect = {
        True: "seluruh berkas tidak dinilai sampai diperbaiki",
        False: "pegawai itu tidak dinilai sampai diperbaiki",
    }
    rows = [("Dasar", rule.dasar), ("Contoh", rule.contoh), ("Yang perlu dilakukan", rule.saran)]
    rows.append(("Akibat", effect[rule.whole_file] if rule.severity == "galat" else "nilai tetap dihitung"))
    for label, text in rows:
        if text:
            out.print(f"  {label}: {text}", markup=False)


def print_score(checked: Checked, nip: str, path: Path) -> None:
    """A person's score step by step."""
    if checked.examination is None:
        raise CommandError(f"{path} tidak dapat dinilai.")
    score = checked.examination.penilaian
    rows = score.pegawai[score.pegawai["nip"] == nip]
    if rows.empty:
        raise CommandError(f"NIP {nip} tidak ada di {path}.")
    out = console.out()
    for person in rows.to_dict("records"):
        out.print(
            Text(
                f"{person['nama']} (NIP {nip}), {score.periode.label} Tahun {checked.tahun}, {person['berkas']}",
                style="bold",
            )
        )
        for number, step in enumerate(steps(score, str(person["berkas"]), nip), start=1):
            out.print(
                f"{number:>3}. {step.label}\n     {step.rumus}\n     = {step.hasil}"
                + (f"   [{step.dasar}]" if step.dasar else ""),
                markup=False,
            )
        if (person["berkas"], nip) in checked.examination.blocked:
            out.print(
                Text(
                    "Pegawai ini masih mempunyai galat sehingga tidak masuk rekap; jalankan kinerja periksa.",
                    style="bold red",
                )
            )


def print_regulations(day: date) -> None:
    """Regulations in force on ``day``."""
    table = Table(title=f"Berlaku pada {date_text(day)}", title_justify="left")
    for header in ("ID", "Peraturan", "Sejak", "Memuat"):
        table.add_column(header, no_wrap=header == "ID", overflow="fold")
    for p in bundled():
        if p.in_force(day):
            table.add_row(p.id, p.judul, date_text(p.berlaku_sejak), ", ".join(p.ketentuan))
    console.out().print(table)
    console.say("Isi sebuah peraturan: kinerja regulasi ID")


def print_regulation(peraturan: Peraturan) -> None:
    """One regulation with every value and where it comes from."""
    out = console.out()
    out.print(Text(peraturan.judul, style="bold"))
    until = date_text(peraturan.berlaku_sampai) if peraturan.berlaku_sampai else "sekarang"
    out.print(
        f"Berlaku {date_text(peraturan.berlaku_sejak)} sampai {until}. {peraturan.catatan} {peraturan.tautan}".strip(),
        markup=False,
    )
    for key, ketentuan in peraturan.ketentuan.items():
        _print_value(key, ketentuan)


def _print_value(key: str, ketentuan: Ketentuan[object]) -> None:
    out = console.out()
    origin = {"kutipan": "dikutip", "kesimpulan": "disimpulkan", "setelan": "setelan lokal"}[ketentuan.sumber]
    out.print(Text(f"\n{key}", style="bold"))
    out.print(
        f"  {ketentuan.dasar} ({origin}){'; satuan: ' + ketentuan.satuan if ketentuan.satuan else ''}", markup=False
    )
    if ketentuan.catatan:
        out.print(f"  {ketentuan.catatan}", markup=False)
    value = TypeAdapter(object).dump_python(ketentuan, mode="json")["isi"]
    lines = (
        [f"{name}: {_shown(item)}" for name, item in value.items()]
        if isinstance(value, dict)
        else [_shown(value, plain=ketentuan.satuan == "tahun")]
    )
    for line in lines:
        out.print(f"    {line}", markup=False)


def _shown(value: object, *, plain: bool = False) -> str:
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {_shown(item)}" for key, item in value.items() if item is not None and item is not False
        )
    if isinstance(value, list):
        return "; ".join(_shown(item) for item in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if plain else number_text(value)
    return "ya" if value is True else "" if value is None else str(value)
