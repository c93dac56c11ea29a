"""Turns what can stop a command into one line in Bahasa Indonesia that says what to do.

Foreseen are the mistakes of a command (file missing, folder full, no rights); anything else is a fault of the program: its
traceback goes to a log file, and the line says where.
"""

import tempfile
import traceback
from concurrent.futures import BrokenExecutor
from pathlib import Path

from kinerja_xl import cli_words, console
from kinerja_xl.files import reason
from kinerja_xl.regulations import RegulationError
from kinerja_xl.roster import RosterError


class CommandError(Exception):
    """The command cannot be carried out as typed; the message says what to do."""


def exit_code_of(error: Exception) -> int:
    """Say what stopped the command; a mistake of the program itself is written to a log file."""
    message = getattr(error, "format_message", None)
    if type(error).__name__ == "NoArgsIsHelpError" and message is not None:
        print(message())
        return 2
    if message is not None:
        console.say(f"Kesalahan: {cli_words.translated(message())}\nBantuan: {_command(error)} --help")
        return 2
    console.say(f"Kesalahan: {explained(error)}")
    return 2


def _command(error: Exception) -> str:
    """The command that was typed, as far as it is one."""
    names, context = list[str](), getattr(error, "ctx", None)
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name)
        context = context.parent
    return " ".join(["kinerja", *names])


def explained(error: Exception) -> str:
    """One line for the person at the keyboard."""
    from kinerja_xl.consolidation.master import MasterError
    from kinerja_xl.consolidation.master_read import MasterReadError
    from kinerja_xl.forms.remote import RemoteError
    from kinerja_xl.letters.source import LetterError

    known = CommandError | RosterError | RegulationError | MasterError | MasterReadError | LetterError | RemoteError
    if isinstance(error, known):
        return str(error)
    if isinstance(error, BrokenExecutor):
        return "Sebuah proses pembaca dihentikan oleh sistem, biasanya karena memori habis. Ulangi dengan --pekerja 1."
    if isinstance(error, OSError):
        return _of_system(error)
    return f"Program berhenti karena kesalahan di dalamnya ({type(error).__name__}). Kirim berkas catatan ini kepada pengembang: {_log(error)}"


def _of_system(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{error.filename or error} tidak ditemukan. Periksa nama berkas atau foldernya."
    if isinstance(error, FileExistsError):
        return f"{error.filename or error} sudah ada dan tidak ditimpa. Pilih folder lain atau pindahkan berkas itu."
    if isinstance(error, PermissionError):
        return f"{error.filename} tidak boleh ditulis atau dibaca. Tutup berkas itu di Excel atau pilih folder lain."
    return f"{error.filename or ''} tidak dapat dipakai: {reason(error)}. Periksa nama dan ruang simpannya.".strip()


def _log(error: Exception) -> Path:
    with tempfile.NamedTemporaryFile("w", prefix="kinerja-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    return Path(file.name)
