"""Columns that several sheets of the unit workbook share: NIP, the name behind it, what is missing, a column for each quarter."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from kinerja_xl.forms.description import NEWEST, Field, Kind
from kinerja_xl.periods import TRIWULAN

FIRST_RATING_YEAR = 2022
"""From this year on people are rated (PermenPANRB 6/2022); before, SKP and perilaku were numbers."""
LAST_NUMERIC_YEAR = FIRST_RATING_YEAR - 1
FIRST_IKI_YEAR = 2021
"""In this year IKI with a direction and a category came (PermenPANRB 8/2021); before, activities had aspects alone."""


def words_of(words: type[StrEnum]) -> tuple[str, ...]:
    """The words of a closed list as the choices of a cell."""
    return tuple(words)


def nip_field(key: str, header: str, text: str, *, needed: bool = True, must: bool = True) -> Field:
    """A column of NIPs."""
    return Field(key, header, 21, Kind.NIP, text, needed=needed, must=must)


NIP_HELP = "18 angka tanpa spasi. Sel ini bertipe teks: angka terakhir NIP tidak akan hilang."
KEY_HELP = "NIP pegawai, sama dengan di lembar Pegawai. Pilih dari daftar atau tempel sebagai nilai."


def number_field(what: str, text: str) -> Field:
    """The number of an RHK or of an indicator (IKI): with the NIP it joins plan and results."""
    aliases = (f"No {what}", f"Nomor {what}")
    return Field(f"no_{what.lower()}", f"No. {what}", 7, Kind.INTEGER, text, needed=True, must=True, aliases=aliases)


def name_field() -> Field:
    """The name behind a NIP, shown by a formula so that people see whose row it is."""
    text = (
        '=IF({nip}="","",IFERROR(INDEX({pegawai.nama},MATCH({nip},{pegawai.nip},0)),"NIP tidak ada di lembar Pegawai"))'
    )
    return Field("nama", "Nama", 26, Kind.FORMULA, formula=text, read=False)


def planned(key: str) -> str:
    """A formula that shows what the plan says of the indicator in this row, found by NIP and both numbers."""
    same = "({rencana.nip}={nip})*({rencana.no_rhk}={no_rhk})*({rencana.no_iki}={no_iki})"
    found = f'INDEX({{rencana.{key}}},MATCH(1,INDEX({same},0),0))&""'
    return f'=IF({{nip}}="","",IFERROR({found},"Tidak ada di lembar Rencana"))'


def missing_field(*parts: tuple[str, str], last_year: int = NEWEST, past: tuple[Field, ...] = ()) -> Field:
    """A formula that lists in words what a row still lacks; ``parts`` are (condition, word)."""
    shown = "&".join(f'IF({condition},"{word}; ","")' for condition, word in parts)
    return Field(
        "kelengkapan",
        "Yang Masih Kurang",
        30,
        Kind.FORMULA,
        formula=f'=IF({{nip}}="","",{shown})',
        read=False,
        last_year=last_year,
        past=past,
    )


def live_field(key: str, header: str, width: float, text: str, formula: str) -> Field:
    """A column that shows what the hidden sheet Hitung works out for the period on the sheet Unit; it is neither read nor printed."""
    return Field(
        key,
        header,
        width,
        Kind.FORMULA,
        text,
        formula=f'=IF({{nip}}="","",{formula})',
        read=False,
        first_year=FIRST_RATING_YEAR,
        late=True,
        on_paper=False,
    )


def quarter_fields(make: Iterable[Field]) -> tuple[Field, ...]:
    """Repeat columns for each quarter, under the quarter's heading; ``{q}`` in a condition stands for the quarter's suffix."""
    columns = tuple(make)
    return tuple(
        replace(
            column,
            key=f"{column.key}_{p.suffix}",
            header=f"{column.header} TW {p.roman}",
            group=p.label.upper(),
            needed_when=column.needed_when.replace("{q}", p.suffix),
        )
        for p in TRIWULAN
        for column in columns
    )
