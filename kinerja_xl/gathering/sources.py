"""Which of the files named are staff forms to read; unit workbooks, results of kinerja_xl and its copies are none."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.consolidation.sources import SPREADSHEETS, Source, find_sources
from kinerja_xl.forms.book import own_output
from kinerja_xl.forms.unit_workbook import PEGAWAI, RENCANA, UNIT
from kinerja_xl.gathering.foreign.mapping import Map
from kinerja_xl.gathering.foreign.report import ForeignForm
from kinerja_xl.gathering.read_form import read_form
from kinerja_xl.gathering.staff_form import StaffForm
from kinerja_xl.roster import is_roster

KINDS = SPREADSHEETS | {".csv"}
_ARCHIVE = "arsip; ekstrak dahulu isinya ke folder ini, lalu himpun lagi"
_OTHER_TABLE = "lembar kerja {}; buka, simpan sebagai Buku Kerja Excel (*.xlsx), lalu himpun lagi"
_OTHER_KINDS = dict.fromkeys((".zip", ".rar", ".7z"), _ARCHIVE) | {
    ".fods": _OTHER_TABLE.format("OpenDocument"),
    ".numbers": _OTHER_TABLE.format("Apple Numbers"),
}
"""What may hold forms and cannot be read: what it is, and what to do."""
_UNIT_SHEETS = {UNIT.name, PEGAWAI.name, RENCANA.name}
_WORKBOOK, _ENOUGH = "xl/workbook.xml", 1_000_000
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*?\bname=\"(?P<name>[^\"]*)\"")
_NO_PACKAGE = (OSError, EOFError, LookupError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error, struct.error)
Progress = Callable[[str], None]


@dataclass(frozen=True)
class FormSources:
    """The forms to read, and what was passed over with the reason."""

    forms: tuple[Source, ...]
    passed: tuple[tuple[str, str], ...] = ()


def find_forms(paths: Sequence[Path], exclude: Iterable[Path] = ()) -> FormSources:
    """The staff forms under ``paths``; raises FileNotFoundError for a path that does not exist."""
    found = find_sources(paths, exclude, kinds=KINDS | _OTHER_KINDS.keys())
    reasons = {source.name: _no_form(source.path) for source in found.files}
    backups = [(name, "cadangan yang disimpan kinerja_xl") for name in found.backups]
    passed = [(name, reason) for name, reason in reasons.items() if reason]
    return FormSources(tuple(s for s in found.files if not reasons[s.name]), tuple(sorted([*backups, *passed])))


def _no_form(path: Path) -> str:
    """What a file is instead of a staff form; empty where it may be one."""
    if other := _OTHER_KINDS.get(path.suffix.lower()):
        return other
    if path.suffix.lower() == ".csv" and is_roster(path):
        return "daftar pegawai, bukan formulir pegawai"
    names = _sheet_names(path) if path.suffix.lower() in SPREADSHEETS and path.is_file() else set[str]()
    if names >= _UNIT_SHEETS:
        return "Buku Kerja Unit, bukan formulir pegawai"
    ours = own_output(names)
    return f"{ours.value} dari kinerja_xl, bukan formulir pegawai" if ours else ""


def _sheet_names(path: Path) -> set[str]:
    """Names of the sheets; none where the file is no package. Reads one small part and no more: the file is not to be trusted yet."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_WORKBOOK) as part:
            xml = part.read(_ENOUGH)
    except _NO_PACKAGE:
        return set()
    return {found["name"].decode("utf-8", "replace") for found in _SHEET.finditer(xml)}


def read_forms(
    sources: Sequence[Source], peta: Map, *, workers: int = 2, progress: Progress | None = None
) -> list[StaffForm]:
    """Read every form, in order; ``progress`` is told each file's name when it is done. A file may hold several people's."""

    def read(source: Source) -> list[StaffForm]:
        form = read_form(source.path, source.name, peta)
        if progress:
            progress(source.name)
        return [form, *(form.others if isinstance(form, ForeignForm) else ())]

    with ThreadPoolExecutor(max(workers, 1)) as pool:
        return [form for forms in pool.map(read, sources) for form in forms]
