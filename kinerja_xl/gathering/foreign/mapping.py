"""The mapping file (peta kolom): what the columns of an office's own forms mean, where kinerja_xl does not know it.

The office keeps the file and uses it again. ``proposed`` writes what is unknown into it as comments; nothing of that holds until
a person has taken the # away.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from kinerja_xl.gathering.foreign.header_spellings import IGNORED
from kinerja_xl.gathering.foreign.headers import MEANINGS, likely_meaning
from kinerja_xl.indonesian import cut
from kinerja_xl.regulations import RegulationError, faults
from kinerja_xl.regulations.loader import read_toml
from kinerja_xl.terms import squeezed

MAP_NAME = "peta-kolom.toml"
"""What the file is called beside a unit workbook."""
ALLOWED = (*MEANINGS, IGNORED)
COLUMNS, SHEETS = "kolom", "lembar"
_EXAMPLES = 3
_EXAMPLE_LENGTH = 40


class MapError(Exception):
    """The mapping file cannot be used; the message says in one line what to mend."""


class Unknown(NamedTuple):
    """A column of a form whose meaning is not known: header, where, how many cells, some of them."""

    header: str
    sheet: str
    cell: str
    filled: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Map:
    """What headers mean to the office, squeezed: everywhere, and on single sheets."""

    columns: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def meaning(self, sheet: str, header: str) -> str:
        """What the office says the header means on that sheet; empty where it has not decided."""
        own = self.sheets.get(squeezed(sheet), {})
        return own.get(squeezed(header)) or self.columns.get(squeezed(header), "")


NO_MAP = Map()


def read_map(path: Path) -> Map:
    """Read a mapping file; raises MapError in one line naming file, key and what may stand there."""
    try:
        content = read_toml(path)
    except RegulationError as error:
        raise MapError(str(error)) from error
    for key in content:
        if key not in (COLUMNS, SHEETS):
            raise MapError(faults.unknown_key(path.name, key, (COLUMNS, SHEETS)))
    sheets = _table(path, SHEETS, content.get(SHEETS, {}))
    return Map(
        _meanings(path, COLUMNS, content.get(COLUMNS, {})),
        {squeezed(name): _meanings(path, f"{SHEETS}.{name}", part) for name, part in sheets.items()},
    )


def proposed(unknown: Iterable[Unknown], existing: str = "") -> str:
    """The text of a mapping file with a comment for each unknown header that ``existing`` (its text so far) does not name yet."""
    text = existing.removeprefix("\ufeff") if existing.strip() else _HEAD
    named = _named(text)
    new = {squeezed(u.header): u for u in reversed(list(unknown)) if squeezed(u.header) not in named}
    blocks = "".join(f"\n{_block(u)}" for u in reversed(new.values()))
    return _inserted(text, blocks) if blocks else text


def _table(path: Path, key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise MapError(faults.key_fault(path.name, key, f"harus tabel, ditulis [{key}]."))
    return value


def _meanings(path: Path, key: str, value: object) -> dict[str, str]:
    """The entries of one table; an entry left empty is not decided."""
    meanings: dict[str, str] = {}
    for header, word in _table(path, key, value).items():
        if not isinstance(word, str):
            raise MapError(faults.key_fault(path.name, f"{key}.{header}", 'harus satu kata arti, misalnya "rhk".'))
        if word.strip() and word.strip() not in ALLOWED:
            raise MapError(faults.key_fault(path.name, f"{key}.{header}", _unknown_word(word.strip())))
        meanings[squeezed(header)] = word.strip()
    _refuse_twice(path, key, list(_table(path, key, value)))
    return meanings


def _unknown_word(word: str) -> str:
    near = get_close_matches(word.lower(), ALLOWED, 1)
    meant = f" Maksudnya '{near[0]}'?" if near else ""
    return f"berisi {faults.quoted(word)}. Yang boleh: {', '.join(ALLOWED)}.{meant}"


def _refuse_twice(path: Path, key: str, headers: list[str]) -> None:
    """Headers that only differ in capitals, blanks or punctuation are the same header."""
    seen: dict[str, str] = {}
    for header in headers:
        if squeezed(header) in seen:
            said = f"sama dengan '{seen[squeezed(header)]}' (huruf besar, spasi, dan tanda baca tidak dibedakan)."
            raise MapError(faults.key_fault(path.name, f"{key}.{header}", said))
        seen[squeezed(header)] = header


_ENTRY = re.compile(r'^\s*#?\s*"(?P<header>(?:[^"\\]|\\.)*)"\s*=', re.MULTILINE)
_TABLE_LINE = re.compile(r"^\s*\[", re.MULTILINE)
_COLUMNS_LINE = re.compile(rf"^\s*\[{COLUMNS}\][^\n]*(?:\n|$)", re.MULTILINE)


def _named(text: str) -> set[str]:
    """The headers that a mapping file already has, decided or proposed."""
    return {squeezed(re.sub(r"\\(.)", r"\1", found["header"])) for found in _ENTRY.finditer(text)}


def _inserted(text: str, blocks: str) -> str:
    """The text with more entries at the end of its table ``[kolom]``."""
    start = _COLUMNS_LINE.search(text)
    if start is None:
        return f"{text.rstrip()}\n\n[{COLUMNS}]\n{blocks}"
    after = _TABLE_LINE.search(text, start.end())
    end = after.start() if after else len(text)
    rest = f"\n{text[end:].lstrip()}" if after else ""
    return f"{text[:end].rstrip()}\n{blocks}{rest}"


def _block(unknown: Unknown) -> str:
    shown = ", ".join(f"'{_one_line(text)}'" for text in unknown.examples[:_EXAMPLES])
    likely = likely_meaning(unknown.header)
    said = f"Mungkin maksudnya {likely}; periksa dulu." if likely else "Tidak ada arti yang mirip; tulis artinya."
    lines = (
        f"Lembar {_one_line(unknown.sheet)}, sel {unknown.cell}, {unknown.filled} isian; contoh: {shown}",
        f"{said} Hapus tanda # di depan baris berikut bila artinya sudah benar.",
        f'"{_escaped(unknown.header)}" = "{likely}"',
    )
    return "".join(f"# {line}\n" for line in lines)


def _one_line(text: str) -> str:
    return cut(" ".join(text.split()), _EXAMPLE_LENGTH)


def _escaped(text: str) -> str:
    """A header as TOML writes it in quotes, in one line."""
    plain = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return plain.replace("\\", "\\\\").replace('"', '\\"')


_HEAD = f"""# Peta kolom untuk kinerja himpun
#
# Berkas ini menjelaskan arti kolom pada formulir instansi Anda yang tidak dikenali kinerja_xl. Simpan dan pakai lagi
# setiap kali menghimpun (--peta BERKAS). Judul ditulis seperti pada formulir; huruf besar, spasi, dan tanda baca tidak
# dibedakan. Baris yang diawali # belum berlaku: tulis artinya, lalu hapus tanda # di depannya.
#
# Arti yang boleh ditulis:
{
    "".join(
        f"#   {line}{chr(10)}"
        for line in (
            "no, kategori, rhk_pimpinan, rhk, aspek, indikator, target, satuan, perspektif, arah",
            "waktu (lama dalam bulan; menjadi indikator sendiri), realisasi, bukti, umpan_balik, ekspektasi",
            "target_tw1 sampai target_tw4; begitu juga realisasi_tw1, bukti_tw1, umpan_balik_tw1",
            "target_kuantitas, target_kualitas, target_waktu, target_biaya; begitu juga realisasi_kuantitas (PP 46/2011)",
            "target_maksimal, bobot_penugasan (PermenPANRB 8/2021)",
            "abaikan (kolom ini tidak ikut dihimpun)",
        )
    )
}#
# Bila sebuah judul hanya berarti demikian pada satu lembar, tulis di bawah [lembar."Nama Lembar"].

[{COLUMNS}]
"""
