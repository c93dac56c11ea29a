"""``kinerja jelaskan``: what a finding means, and how somebody's score came about, step by step."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from string import Formatter

from rich.text import Text

from kinerja_xl import console
from kinerja_xl.checks import RULES, himpun, rejected_files
from kinerja_xl.checks.rule import Rule
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import ReadChoice, read_and_check
from kinerja_xl.cli_regulations import local_rules
from kinerja_xl.cli_report import print_checked
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.findings import Severity
from kinerja_xl.regulations import AturanRating, aturan_pada
from kinerja_xl.regulations.local import Penyesuaian, Tingkat
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.trace import steps

BLOCKED = "Pegawai ini masih mempunyai galat sehingga tidak masuk rekap; jalankan kinerja periksa."


def explain_rules(code: str | None, instansi: Path | None) -> None:
    """``kinerja jelaskan [KODE]``: one rule, the rules of a family (``REA``), or the list of all."""
    wanted = (code or "").strip().upper()
    adjusted = _adjusted(instansi)
    if wanted in RULES:
        _print_rule(RULES[wanted], adjusted.get(wanted))
        return
    family = [rule for rule in RULES.values() if rule.code.startswith(wanted)] if len(wanted) in (0, 3) else []
    if not family:
        near = ", ".join(c for c in RULES if c.startswith(wanted[:3]))
        raise CommandError(
            f"Kode '{code}' tidak dikenal. "
            + (f"Yang mirip: {near}." if near else f"Kelompoknya: {', '.join(sorted({c[:3] for c in RULES}))}.")
        )
    for rule in sorted(family, key=lambda rule: rule.code):
        console.out().print(Text(f"{rule.code}  {_level(rule, adjusted.get(rule.code)):<10}  {rule.title}"))
    console.say(f"{len(family)} aturan. Penjelasan satu aturan: kinerja jelaskan {family[0].code}")


def _adjusted(instansi: Path | None) -> Mapping[str, Penyesuaian]:
    """What the office makes of the rules today."""
    today = datetime.now().astimezone().date()
    return aturan_pada(today, AturanRating, local_rules(instansi)).pemeriksaan.isi


def _level(rule: Rule, own: Penyesuaian | None) -> str:
    return own.tingkat if own else rule.severity


def explain_score(path: Path, nip: str, how: ReadChoice) -> None:
    """``kinerja jelaskan --nip NIP BERKAS``."""
    checked, _ = read_and_check([path], [], how, whole=True)
    if checked.examination is None:
        print_checked(checked)
    _print_score(checked, "".join(c for c in nip if c.isdigit()), path)


def _print_rule(rule: Rule, own: Penyesuaian | None) -> None:
    """A rule: what it says, why, an example, what to do, what it does to the score, and what the office made of it."""
    out = console.out()
    out.print(Text(f"{rule.code}  {rule.title}  ({_level(rule, own)})", style="bold"))
    rows = [
        ("Bunyinya", _readable(rule.pesan)),
        ("Dasar", rule.dasar),
        ("Contoh", rule.contoh),
        ("Yang perlu dilakukan", _readable(rule.saran)),
        ("Akibat", _effect(rule, _level(rule, own))),
        ("Diubah instansi", f"bawaannya {rule.severity}; {own.alasan}" if own else ""),
    ]
    for label, text in rows:
        if text:
            out.print(f"  {label}: {text}", markup=False)


def _effect(rule: Rule, level: str) -> str:
    if level == Tingkat.MATI:
        return "tidak ditampilkan, hanya dihitung"
    if rule.code in himpun.EFFECTS:
        return himpun.EFFECTS[rule.code]
    if rule.code in himpun.CODES:
        return "formulir itu tidak dihimpun sampai diperbaiki" if level == Severity.GALAT else "formulir tetap dihimpun"
    if level != Severity.GALAT:
        return "nilai tetap dihitung"
    return f"{'seluruh berkas' if rule.whole_file else 'pegawai itu'} tidak dinilai sampai diperbaiki"


def _readable(pattern: str) -> str:
    """The words of a rule with its placeholders as people read them: ``[nama pegawai]``."""
    said = {"nilai": "isi sel", "nama": "nama pegawai", "kolom": "judul kolom"}
    return "".join(
        text + (f"[{said.get(name, name.replace('_', ' '))}]" if name else "")
        for text, name, *_ in Formatter().parse(pattern)
    )


def _print_score(checked: Checked, nip: str, path: Path) -> None:
    """The score of everybody with that NIP (one person, unless the NIP stands twice)."""
    if checked.examination is None:
        raise CommandError(f"{path} tidak dapat dinilai; lihat temuan di atas.")
    score = checked.examination.penilaian
    rows = score.pegawai[score.pegawai["nip"] == nip]
    if rows.empty:
        rejected = sum(not reading.accepted for reading in checked.readings) or len(rejected_files(checked.findings))
        said = f" {rejected} berkas ditolak; jalankan kinerja periksa {path}." if rejected else ""
        raise CommandError(f"NIP {nip or 'itu'} tidak ada di {path}.{said}")
    for person in rows.to_dict("records"):
        _print_steps(score, str(person["nama"]), (str(person["berkas"]), nip), checked.tahun)
        if (person["berkas"], nip) in checked.examination.blocked:
            console.out().print(Text(BLOCKED, style="bold red"))


def _print_steps(score: Penilaian, nama: str, key: tuple[str, str], tahun: int) -> None:
    """One person's score step by step, each with its legal basis."""
    out, (berkas, nip) = console.out(), key
    out.print(Text(f"{nama} (NIP {nip}), {score.periode.label} Tahun {tahun}, {berkas}", style="bold"))
    for number, step in enumerate(steps(score, berkas, nip), start=1):
        basis = f"   [{step.dasar}]" if step.dasar else ""
        lines = (step.rumus, f"{step.hitungan} = {step.hasil}".lstrip() + basis, step.catatan)
        out.print(f"{number:>3}. {step.label}", *(f"     {line}" for line in lines if line), sep="\n", markup=False)
