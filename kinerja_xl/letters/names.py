"""Names of the letter files: speaking, allowed on Windows, never twice the same."""

import re
import unicodedata
from collections import Counter

_RESERVED_CHARACTERS = re.compile(r'[<>:"/\\|?*#%]+')
"""What Windows does not allow, and ``#`` and ``%``, which a hyperlink reads as something else."""

_RESERVED_NAMES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)")
_LONGEST_FOLDER, _LONGEST_NAME, _LONGEST_NIP = 60, 80, 30
"""Bytes in UTF-8: the whole path stays within what Windows allows in an ordinary folder."""


def safe(text: str, longest: int) -> str:
    """``text`` as a part of a file name: without reserved or invisible characters, at most ``longest`` bytes."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", text))
    kept = " ".join(_RESERVED_CHARACTERS.sub("-", kept).split())
    return kept.encode()[:longest].decode(errors="ignore").lstrip(". ~").rstrip()


def folder_name(unit: str) -> str:
    """The sub-folder of a unit."""
    name = safe(unit, _LONGEST_FOLDER).rstrip(". ") or "Tanpa Nama Unit"
    return _RESERVED_NAMES.sub(r"\1_", name, count=1) if _RESERVED_NAMES.match(name) else name


class FileNames:
    """Gives out file names of one period; whoever would get a name again gets it with a number."""

    def __init__(self, periode: str, tahun: int) -> None:
        self._head = f"Hasil Evaluasi {periode} {tahun}"
        self._given: Counter[str] = Counter()

    def next(self, unit: str, nama: str, nip: str) -> str:
        """Path within the folder of letters: ``Kelurahan A/Hasil Evaluasi TW2 2026 - NAMA - NIP.docx``."""
        person = (safe(nama, _LONGEST_NAME), safe(nip, _LONGEST_NIP))
        name = f"{folder_name(unit)}/{' - '.join(part for part in (self._head, *person) if part)}"
        unique = name
        while self._given[unique.casefold()]:
            self._given[name.casefold()] += 1
            unique = f"{name} ({self._given[name.casefold()]})"
        self._given[unique.casefold()] = 1
        return f"{unique}.docx"
