"""``kinerja konsolidasi --siasn``: refuses what must not be overwritten, writes the CSV, tells who is not in it and why."""

from pathlib import Path

from rich.table import Table
from rich.text import Text

from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.consolidation.result import Konsolidasi
from kinerja_xl.consolidation.siasn import Siasn, is_export, siasn_of
from kinerja_xl.files import write_new

_SHOWN_COLUMNS = {
    "koefisienId": "kode koefisien baru diketahui untuk predikat Baik",
    "penilaiGolongan": "golongan penilai tidak ada di buku kerja mana pun, atau penilai PPPK",
    "penilaiUnorNama": "penilai tidak ada di buku kerja mana pun",
    "statusPenilai": "NIP penilai bukan 18 angka",
}


def refuse_target(target: Path) -> None:
    """Refuse to write over anything but an earlier export."""
    if target.suffix.lower() != ".csv":
        raise CommandError(f"Nama berkas SIASN harus berakhiran .csv, bukan '{target.name}'.")
    if target.exists() and not (target.is_file() and is_export(target.read_bytes())):
        raise CommandError(f"{target} bukan CSV SIASN buatan kinerja_xl sehingga tidak ditimpa. Pilih nama lain.")


def write_siasn(k: Konsolidasi, target: Path) -> None:
    """Write the CSV and tell the sums."""
    made = siasn_of(k)
    write_new(target, made.csv())
    _print(made, k.counts.people, target)


def _print(made: Siasn, people: int, target: Path) -> None:
    out, left = console.out(), sum(made.left_out.values())
    table = Table(title=Text(f"CSV SIASN: {target}"), show_header=False, title_justify="left")
    table.add_row("Pegawai", f"{people} = {len(made.rows)} ditulis + {left} tidak ditulis")
    for reason, number in made.left_out.items():
        table.add_row("Tidak ditulis", f"{number} {reason}")
    for column, number in made.open.items():
        why = f" ({_SHOWN_COLUMNS[column]})" if column in _SHOWN_COLUMNS else ""
        table.add_row("Lengkapi", f"{column} kosong pada {number} baris{why}")
    if made.twice:
        table.add_row("Periksa", f"{made.twice} orang mempunyai lebih dari satu baris karena pindah unit")
    out.print(table)
    console.say(
        "Kolom pnsDinilaiOrang berisi NIP; ganti dengan ID SIASN bila diminta. "
        "Buka CSV ini di Excel lewat Data > Dari Teks dengan tipe kolom Teks; klik ganda merusak NIP."
    )
