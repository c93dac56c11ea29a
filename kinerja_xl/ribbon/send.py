"""Buttons Surat and Konsolidasi, which write files beside the workbook, and Panduan."""

from datetime import date
from pathlib import Path

from kinerja_xl.consolidation.master import write_master
from kinerja_xl.consolidation.run import check_all, consolidate, read_all
from kinerja_xl.consolidation.sources import find_sources
from kinerja_xl.forms.book import OwnOutput, own_output, sheet_names
from kinerja_xl.forms.read import read_workbook
from kinerja_xl.letters.source import LetterError, from_konsolidasi
from kinerja_xl.letters.write import write_letters
from kinerja_xl.ribbon.opened import FOLDER, Opened
from kinerja_xl.ribbon.outcome import ButtonError, Outcome
from kinerja_xl.ribbon.people import selected_people

MASTER = "master.xlsx"
PANDUAN = "Panduan"
NOT_SAVED = (
    "Buku kerja ini berisi perubahan yang belum disimpan, sedangkan master dibuat dari berkas yang tersimpan. "
    "Simpan dahulu (Ctrl+S), lalu tekan tombolnya lagi."
)


def surat(opened: Opened) -> Outcome:
    """Letters for the people selected on any sheet with a NIP; for everybody rated where nobody is."""
    people = selected_people(opened)
    folder = opened.path.with_name(f"surat-{opened.path.stem}")
    whom = f"{len(people)} pegawai yang dipilih" if people else "semua pegawai yang sudah dinilai"
    return Outcome(
        "",
        question=f"Tulis surat hasil evaluasi bagi {whom} ke folder {folder.name}? Surat lama dengan nama yang sama diganti.",
        work=lambda: _letters(opened, folder, tuple(people), opened.now.date()),
    )


def _letters(opened: Opened, folder: Path, people: tuple[str, ...], day: date) -> str:
    try:
        source = from_konsolidasi(consolidate(opened.scored), opened.lokal)
        made = write_letters(source, folder, tanggal=day, nip=people)
    except LetterError as error:
        raise ButtonError(str(error)) from error
    reasons = "; ".join(f"{number} tanpa surat: {reason}" for reason, number in made.reasons.items())
    more = f" {reasons}." if reasons else ""
    return f"{made.written} surat ditulis di folder {folder.name}.{more} Berikutnya: buka {made.index.name}, periksa, lalu tanda tangani."


def konsolidasi(opened: Opened) -> Outcome:
    """All unit workbooks of the folder in one master beside them."""
    if read_workbook(opened.path).rows != opened.reading.rows:
        raise ButtonError(NOT_SAVED)
    folder = opened.path.parent
    master = folder / MASTER
    again = " yang sudah ada diganti" if master.exists() else " ditulis"
    return Outcome(
        "",
        question=f"Gabungkan semua buku kerja di folder {folder.name}? Master {MASTER}{again}.",
        work=lambda: _master(opened, folder, master),
    )


def _master(opened: Opened, folder: Path, master: Path) -> str:
    if master.exists() and own_output(sheet_names(master)) is not OwnOutput.MASTER:
        raise ButtonError(
            f"{master.name} di folder ini bukan master kinerja_xl sehingga tidak ditimpa. Ganti namanya, lalu tekan lagi."
        )
    sources = find_sources([folder], [master, folder / FOLDER])
    checked = check_all(read_all(sources.files), opened.lokal)
    if checked.periode is None:
        raise ButtonError(f"Tidak ada buku kerja di folder {folder.name} yang dapat dikonsolidasi.")
    result = consolidate(checked, skipped=sources.skipped)
    write_master(result, master, {s.name: s.path for s in sources.files})
    c = result.counts
    return f"{c.files} berkas, {c.files_rejected} ditolak: {c.recapped} pegawai direkap di {master.name}. Berikutnya: buka master, lembar Ringkasan lalu Temuan."


def panduan(opened: Opened) -> Outcome:
    """The guide of the workbook."""
    if PANDUAN not in sheet_names(opened.file):
        raise ButtonError(
            f"Lembar {PANDUAN} tidak ada lagi di buku kerja ini. Salin dari formulir kosong (kinerja formulir unit)."
        )
    return Outcome("", show=PANDUAN)
