"""``kinerja regulasi``: what is in force on a day, and which of it is law, kinerja_xl's default or the office's own.

Every value is told with its article, unit and origin, every regulation with its days, when it was last checked and its link.
Lines are broken to the width of the console; nothing needs a frame, a colour or more than cp1252.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap

from rich.text import Text

from kinerja_xl import console
from kinerja_xl.cli_failures import CommandError
from kinerja_xl.cli_values import value_lines
from kinerja_xl.indonesian import date_text
from kinerja_xl.regulations import Ketentuan, Peraturan, RegulationError, aturan_pada, bundled, ketentuan_pada
from kinerja_xl.regulations.instansi import NAMA_BERKAS, Instansi, muat_instansi
from kinerja_xl.scoring.scheme import SKEMA, Skema, first_year

KEY = "pemeriksaan"
"""The key under which an office adjusts the rules of the checks."""
LOCAL_ID = "instansi"
"""What to ask for to see the office's entries, whatever the name of the file."""

_GROUPS = {"peraturan": "PERATURAN NASIONAL", "setelan": "SETELAN BAWAAN KINERJA_XL (pilihan lokal, bukan ketentuan)"}
_ORIGIN = {"kutipan": "dikutip", "kesimpulan": "disimpulkan", "setelan": "setelan bawaan"}
MARGIN = 4
"""Blanks before the values of a regulation."""
NARROWEST = 20
"""Least width of the column with the article, however narrow the console."""

Values = Mapping[str, Ketentuan[object]]


def settings(path: Path | None) -> Instansi | None:
    """The office's settings: the file named, else ``instansi.toml`` of the current folder; said on stderr. None without one."""
    found = path or Path(NAMA_BERKAS)
    if path is None and not found.is_file():
        return None
    instansi = muat_instansi(found)
    _refuse_unknown_rules(instansi)
    console.say(f"Setelan instansi: {found}, {len(instansi.peraturan)} ketentuan")
    return instansi


def _refuse_unknown_rules(instansi: Instansi) -> None:
    """Refuse adjustments of rules that do not exist or must stay; the rules are loaded only where some are adjusted."""
    if any(KEY in p.ketentuan for p in instansi.peraturan):
        from kinerja_xl.checks import RULES
        from kinerja_xl.checks.penyesuaian import faults

        for fault in faults(instansi.peraturan, RULES):
            raise RegulationError(f"{instansi.path.name}: {fault}")


def local_rules(path: Path | None) -> tuple[Peraturan, ...]:
    """The entries of the office's settings; none where there is no file."""
    return _own(settings(path))


def _own(instansi: Instansi | None) -> tuple[Peraturan, ...]:
    return instansi.peraturan if instansi else ()


def show_regulations(wanted: str | None, day: date, path: Path | None) -> None:
    """``kinerja regulasi [ID]``: what is in force on ``day``, or one regulation (or the office's file) in full."""
    instansi = settings(path)
    if wanted is None:
        _print_in_force(day, instansi)
        return
    key = wanted.strip().lower()
    law = next((p for p in bundled() if p.id == key), None)
    if law:
        _print_law(law)
    elif instansi and key in {LOCAL_ID, instansi.path.stem.lower()}:
        _print_own(instansi)
    else:
        raise CommandError(_unknown(key, [*(p.id for p in bundled()), LOCAL_ID]))


def _unknown(key: str, known: Sequence[str]) -> str:
    if key == LOCAL_ID:
        return f"Tidak ada {NAMA_BERKAS} di folder ini. Sebut berkas setelan dengan --instansi."
    near = get_close_matches(key, known, 1)
    meant = f" Maksudnya '{near[0]}'?" if near else ""
    return f"Peraturan '{key}' tidak ada. Yang ada: {', '.join(known)}.{meant}"


def _print_in_force(day: date, instansi: Instansi | None) -> None:
    own = _own(instansi)
    values = ketentuan_pada(day, own)
    _say(f"Berlaku pada {date_text(day)}", bold=True)
    _say(_scheme_line(day, own))
    for kind, title in _GROUPS.items():
        listed = [p for p in bundled() if p.jenis == kind and p.in_force(day)]
        if listed:
            _heading(title)
        for peraturan in listed:
            _print_summary(peraturan, values)
    if instansi:
        _print_own_summary(instansi, day)
    hint = f"; setelan instansi: kinerja regulasi {LOCAL_ID}" if instansi else ""
    console.say(f"Isi sebuah peraturan: kinerja regulasi ID{hint}")


def _scheme_line(day: date, own: Iterable[Peraturan]) -> str:
    skema = _skema(day, own)
    if skema is None:
        return f"Belum ada peraturan yang dimuat untuk periode yang berakhir pada tanggal ini; tahun paling awal yang dapat dinilai adalah {first_year()}."
    curve = next((p.singkat for p in reversed(bundled()) if p.in_force(day) and "kurva" in p.ketentuan), "")
    with_curve = f" dengan kurva {curve}" if curve else ""
    return (
        f"Periode yang berakhir pada tanggal ini dinilai menurut {skema.nama}{with_curve}; cara menilai ini dipakai sejak "
        f"{date_text(_first_day(skema))}, dan tahun paling awal yang dapat dinilai adalah {first_year()}."
    )


def _skema(day: date, own: Iterable[Peraturan] = ()) -> Skema | None:
    """The newest scheme whose rules are complete on ``day``; None where there is none."""
    for skema in SKEMA:
        try:
            aturan_pada(day, skema.aturan, own)
        except RegulationError:
            continue
        return skema
    return None


def _first_day(skema: Skema) -> date:
    return next(day for day in sorted({p.berlaku_sejak for p in bundled()}) if _skema(day) is skema)


def _print_summary(peraturan: Peraturan, values: Values) -> None:
    """A regulation in force with the values it gives; a value that something else gives instead is named with it."""
    _heading(peraturan.id)
    _say(peraturan.judul, 2)
    for line in _about(peraturan):
        _say(line, 2)
    given = {key: value for key, value in peraturan.ketentuan.items() if values[key] is value}
    _grid([(key, _article(value), _ORIGIN[value.sumber]) for key, value in given.items()])
    for key in peraturan.ketentuan:
        if key not in given:
            _say(f"{key}: diganti {values[key].dasar}", 4)


def _print_own_summary(instansi: Instansi, day: date) -> None:
    _heading(_own_title(instansi))
    listed = [p for p in instansi.peraturan if p.in_force(day)]
    _grid([(key, f"{_article(v)}; {_when(p)}", "setelan instansi") for p, key, v in _entries(listed)])
    rest = len(instansi.peraturan) - len(listed)
    if rest:
        _say(f"{rest} ketentuan lain dari berkas ini tidak berlaku pada tanggal ini.", 4)


def _print_law(peraturan: Peraturan) -> None:
    _say(peraturan.judul, bold=True)
    for line in _about(peraturan):
        _say(line)
    for key, value in peraturan.ketentuan.items():
        _heading(key)
        _say(f"{_article(value, value.dasar)} ({_ORIGIN[value.sumber]})", 2)
        _print_content(value)


def _print_own(instansi: Instansi) -> None:
    _say(_own_title(instansi), bold=True)
    for peraturan, key, value in _entries(instansi.peraturan):
        _heading(key)
        _say(f"{_article(value)} (setelan instansi)", 2)
        _say(_when(peraturan), 2)
        _print_content(value)


def _print_content(value: Ketentuan[object]) -> None:
    if value.catatan:
        _say(value.catatan, 2)
    for line in value_lines(value):
        _say(line, 4)


def _entries(listed: Iterable[Peraturan]) -> Iterator[tuple[Peraturan, str, Ketentuan[object]]]:
    return ((p, key, value) for p in listed for key, value in p.ketentuan.items())


def _own_title(instansi: Instansi) -> str:
    return f"SETELAN INSTANSI: {instansi.nama} ({instansi.path})"


def _about(peraturan: Peraturan) -> list[str]:
    """Days, last check, note and link of a regulation, as far as it has them."""
    return [line for line in (_when(peraturan), peraturan.catatan, peraturan.tautan) if line]


def _when(peraturan: Peraturan) -> str:
    until = date_text(peraturan.berlaku_sampai) if peraturan.berlaku_sampai else "sekarang"
    return f"berlaku {date_text(peraturan.berlaku_sejak)} sampai {until}; diperiksa {date_text(peraturan.diperiksa)}"


def _article(value: Ketentuan[object], place: str = "") -> str:
    return "; satuan: ".join(filter(None, (place or value.pasal or value.dasar, value.satuan)))


def _heading(text: str) -> None:
    console.out().print()
    _say(text, bold=True)


def _say(text: str, indent: int = 0, *, bold: bool = False) -> None:
    """Print a text, broken at the width of the console."""
    out = console.out()
    margin = " " * indent
    for line in wrap(text, out.width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False):
        out.print(Text(line, style="bold" if bold else ""))


def _grid(rows: Sequence[tuple[str, str, str]]) -> None:
    """Key, article with unit, origin: one row a value, in columns."""
    out = console.out()
    keys, origins = (max((len(row[place]) for row in rows), default=0) for place in (0, 2))
    middle = max(out.width - MARGIN - keys - origins - 4, NARROWEST)
    middle = min(middle, max((len(row[1]) for row in rows), default=0))
    for key, article, origin in rows:
        for number, line in enumerate(wrap(article, middle, break_on_hyphens=False)):
            first, last = (key, origin) if number == 0 else ("", "")
            out.print(Text(f"{'':{MARGIN}}{first:{keys}}  {line:{middle}}  {last}".rstrip()))
