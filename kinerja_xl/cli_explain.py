"""``kinerja jelaskan``: what a finding means, and how somebody's score came about, step by step."""

from pathlib import Path

from rich.text import Text

from kinerja_xl import console
from kinerja_xl.checks import RULES, rejected_files
from kinerja_xl.checks.rule import Rule
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_jobs import ReadChoice, read_and_check
from kinerja_xl.cli_report import print_checked
from kinerja_xl.consolidation.run import Checked
from kinerja_xl.scoring.people import Penilaian
from kinerja_xl.scoring.trace import steps

BLOCKED = "Pegawai ini masih mempunyai galat sehingga tidak masuk rekap; jalankan kinerja periksa."


def explain_rule(code: str) -> None:
    """``kinerja jelaskan KODE``."""
    rule = RULES.get(code.strip().upper())
    if rule is None:
        near = ", ".join(c for c in RULES if c.startswith(code.strip().upper()[:3]))
        raise CommandError(
            f"Kode '{code}' tidak dikenal. "
            + (f"Yang mirip: {near}." if near else f"Kelompoknya: {', '.join(sorted({c[:3] for c in RULES}))}.")
        )
    _print_rule(rule)


def explain_score(path: Path, nip: str, how: ReadChoice) -> None:
    """``kinerja jelaskan --nip NIP BERKAS``."""
    checked, _ = read_and_check([path], [], how)
    if checked.examination is None:
        print_checked(checked)
    _print_score(checked, "".join(c for c in nip if c.isdigit()), path)


def _print_rule(rule: Rule) -> None:
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
