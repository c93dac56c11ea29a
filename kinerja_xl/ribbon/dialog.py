"""Button Umpan Balik: a workbook beside this one with a sheet for each person to read together in the performance dialogue."""

from pathlib import Path

from kinerja_xl.consolidation.master_book import MasterError
from kinerja_xl.letters.dialog import dialogs
from kinerja_xl.letters.dialog_book import write_dialogs
from kinerja_xl.letters.dialog_sheet import Heading
from kinerja_xl.replace import is_open
from kinerja_xl.ribbon.opened import Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome
from kinerja_xl.ribbon.people import selected_people


def umpan_balik(opened: Opened) -> Outcome:
    """Sheets for the people selected on any sheet with a NIP; for everybody whom no galat blocks where nobody is."""
    people = selected_people(opened)
    path = opened.path.with_name(f"umpan-balik-{opened.path.stem}.xlsx")
    if is_open(path):
        raise ButtonError(f"{path.name} sedang dibuka. Tutup dahulu, lalu tekan tombolnya lagi.")
    whom = f"{len(people)} pegawai yang dipilih" if people else "semua pegawai"
    old = " Berkas lama, termasuk catatan di dalamnya, diganti." if path.exists() else ""
    return Outcome(
        "",
        question=f"Siapkan lembar dialog bagi {whom} di {path.name}?{old}",
        work=lambda: _written(opened, path, tuple(people)),
        opens=path,
    )


def _written(opened: Opened, path: Path, people: tuple[str, ...]) -> str:
    checked = opened.scored
    made = dialogs(checked, people)
    if not made:
        raise ButtonError("Tidak ada pegawai yang dapat disiapkan lembarnya; tekan Periksa untuk melihat sebabnya.")
    unit = checked.tables.unit["nama_unit"].iloc[0]
    try:
        write_dialogs(made, Heading(str(unit), checked.tahun, opened.periode), path)
    except MasterError as error:
        raise ButtonError(str(error)) from error
    left = (len(people) or len(checked.tables.pegawai)) - len(made)
    without = f" {left} pegawai tanpa lembar karena ada galat (tekan Periksa)." if left > 0 else ""
    return f"{len(made)} lembar dialog disiapkan di {path.name}.{without} Berikutnya: bicarakan satu per satu, catat kesepakatannya, lalu tekan Surat di buku kerja unit."
