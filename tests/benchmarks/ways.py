"""The ways to consolidate that ``tests.benchmarks.consolidation`` compares; each runs in a process of its own."""

import pickle
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

Told = dict[str, float]
SHEETS = ("Unit", "Pegawai", "Rencana", "Realisasi", "Perilaku", "Penilaian", "Pengembangan")
WORKERS = 2
FRAMES = "frames.pickle"


def naive(paths: Sequence[Path], folder: Path) -> Told:
    """What people write: every sheet by pandas, put together, one row a person by to_excel."""
    read = {s: [pd.read_excel(path, sheet_name=s, header=4, dtype=str) for path in paths] for s in SHEETS}
    tables = {sheet: pd.concat(frames) for sheet, frames in read.items()}
    people = (
        tables["Pegawai"].dropna(subset="NIP").merge(tables["Penilaian"].dropna(subset="NIP"), how="left", on="NIP")
    )
    people.to_excel(folder / "naif.xlsx", index=False)
    return {"pegawai": len(people)}


def openpyxl_read_only(paths: Sequence[Path], _: Path) -> Told:
    """Every cell of the sheets that ours reads; nothing written."""
    import openpyxl  # noqa: PLC0415 - each way pays for its own imports

    cells = 0
    for path in paths:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        cells += sum(len(row) for sheet in SHEETS for row in book[sheet].iter_rows(values_only=True))
        book.close()
    return {"sel": cells}


def bare_reader(paths: Sequence[Path], _: Path) -> Told:
    """The reader that ours stands on, on as many processes; nothing is looked at or kept."""
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        return {"baris": sum(pool.map(_rows_of, paths, chunksize=10))}


def bare_reader_alone(paths: Sequence[Path], _: Path) -> Told:
    """The same on one core."""
    return {"baris": sum(map(_rows_of, paths))}


def _rows_of(path: Path) -> int:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - the same

    book = CalamineWorkbook.from_path(path)
    return sum(len(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) for sheet in SHEETS)


def bare_writer(_: Sequence[Path], folder: Path) -> Told:
    """All cells of the master that ours wrote, by XlsxWriter as it is, without any format."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - the same

    sheets = pickle.loads((folder / FRAMES).read_bytes())  # noqa: S301 - written by this run
    with Workbook(folder / "polos.xlsx", {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return {"sel": sum(len(rows) * len(rows[0]) for rows in sheets.values() if rows)}


def ours(paths: Sequence[Path], folder: Path) -> Told:
    """Read, checked, scored, reconciled, and written as the master."""
    from kinerja_xl.consolidation.master import write_master  # noqa: PLC0415 - the same
    from kinerja_xl.consolidation.master_cells import plain_values  # noqa: PLC0415
    from kinerja_xl.consolidation.run import check_files, consolidate  # noqa: PLC0415
    from kinerja_xl.consolidation.sources import Source  # noqa: PLC0415

    sources = [Source(path.name, path) for path in paths]
    checked, _ = check_files(sources, workers=WORKERS)
    result = consolidate(checked)
    write_master(result, folder / "master.xlsx", {s.name: s.path for s in sources})
    if not (folder / FRAMES).exists():
        columns = {name: [plain_values(frame[key]) for key in frame] for name, frame in result.frames.items()}
        rows = {name: list(zip(*values, strict=True)) for name, values in columns.items()}
        (folder / FRAMES).write_bytes(pickle.dumps(rows))
    return {"pegawai": result.counts.entries, "indikator": checked.indicators, "temuan": len(result.findings)}


WAYS: dict[str, Callable[[Sequence[Path], Path], Told]] = {
    "naif": naive,
    "openpyxl": openpyxl_read_only,
    "pembaca": bare_reader,
    "pembaca-1": bare_reader_alone,
    "penulis": bare_writer,
    "kinerja": ours,
}
