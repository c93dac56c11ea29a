"""Writes a workbook of the master's kind as a whole or not at all: the old file stays until the new one is complete.

The same content gives the same bytes: no time of day, no name of a machine or person goes in.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import xlsxwriter.workbook
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError, FileSizeError

from kinerja_xl.consolidation.master_bulk import BulkSheet
from kinerja_xl.files import reason

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

SPLIT = "Konsolidasikan per bagian, misalnya satu master untuk setiap kecamatan atau dinas."
"""What to do when there is too much for one workbook."""


class MasterError(Exception):
    """The workbook could not be written; the message says in one line what to do."""


def write_book(path: Path, properties: Mapping[str, object], fill: Callable[[Workbook], None]) -> None:
    """Let ``fill`` make the sheets of a new workbook and put it in the place of ``path``; ``properties`` as XlsxWriter names them."""
    target = path.resolve()  # what a link points to, not the link
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        book = Workbook(str(unfinished), _OPTIONS)
        book.worksheet_class = BulkSheet
        book.set_properties({"author": "kinerja_xl", "category": "Kinerja pegawai ASN", **properties})
        fill(book)
        with _packed_quickly():
            book.close()
        _replace(unfinished, target)
    except (OSError, FileCreateError) as error:
        cause = error.args[0] if isinstance(error, FileCreateError) else error
        raise MasterError(_not_written(path, cause)) from error
    except FileSizeError as error:
        raise MasterError(f"{path.name} terlalu besar untuk Excel. {SPLIT}") from error
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _packed_quickly() -> Iterator[None]:
    """While this lasts, XlsxWriter, which knows no level of compression, packs in a quarter of the time, a third larger."""
    usual = xlsxwriter.workbook.ZipFile
    xlsxwriter.workbook.ZipFile = partial(usual, compresslevel=1)
    try:
        yield
    finally:
        xlsxwriter.workbook.ZipFile = usual


def _replace(unfinished: Path, path: Path) -> None:
    try:
        unfinished.replace(path)
    except PermissionError as error:
        raise MasterError(
            f"{path.name} tidak dapat diganti, mungkin sedang dibuka di Excel. Tutup berkas itu, lalu ulangi perintahnya."
        ) from error


def _not_written(path: Path, cause: BaseException) -> str:
    if isinstance(cause, FileNotFoundError):
        return f"Folder {path.parent} tidak ada. Buat dahulu foldernya, atau pilih folder lain."
    if isinstance(cause, PermissionError):
        return f"Tidak ada izin menulis di folder {path.parent}. Pilih folder lain, atau minta izin."
    why = reason(cause) if isinstance(cause, OSError) else cause
    return f"{path.name} tidak dapat ditulis ({why}). Periksa ruang dan sambungan disk, lalu ulangi."
