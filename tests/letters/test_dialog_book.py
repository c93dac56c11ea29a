"""The looks of the workbook of dialogue sheets: nothing cut off in the list, both signatures alike."""

from pathlib import Path

import openpyxl

from kinerja_xl.letters.dialog import Dialog
from kinerja_xl.letters.dialog_book import write_dialogs
from kinerja_xl.letters.dialog_sheet import Heading
from kinerja_xl.periods import Periode
from tests.workbooks import TAHUN


def dialog(post: str) -> Dialog:
    """A person of whom nothing is known yet."""
    nothing = dict.fromkeys(("hasil", "riwayat", "indikator", "perilaku", "rekomendasi", "pengembangan", "bahan"), ())
    name = f"Pegawai {post.split(maxsplit=1)[0]}"
    return Dialog(nama=name, nip="", jabatan=post, penilai="Siti Penilai", capaian=None, predikat="Baik", **nothing)


def written(folder: Path, *posts: str) -> openpyxl.Workbook:
    write_dialogs(
        [dialog(post) for post in posts], Heading("KELURAHAN UJI", TAHUN, Periode.TW2), folder / "dialog.xlsx"
    )
    return openpyxl.load_workbook(folder / "dialog.xlsx")


def test_a_long_post_has_room_in_the_list_and_both_sign_in_black(tmp_path: Path) -> None:
    book = written(tmp_path, "Lurah", "Analis Sumber Daya Manusia Aparatur Ahli Pertama")
    short, long = (book["Daftar Dialog"].row_dimensions[row].height for row in (6, 7))
    assert long == 2 * short
    cells = [cell for row in book["Pegawai Lurah"].iter_rows(min_row=12) for cell in row]
    names = [cell for cell in cells if cell.value in {"Pegawai,", "Pegawai Lurah", "Pejabat penilai,", "Siti Penilai"}]
    assert len(names) == 4
    assert len({cell.font.color.rgb if cell.font.color else None for cell in names}) == 1


def test_what_is_for_the_screen_is_not_printed(tmp_path: Path) -> None:
    sheet = written(tmp_path, "Lurah")["Pegawai Lurah"]
    assert sheet.print_area.startswith("'Pegawai Lurah'!$A$1:$F$")
    assert sheet["G1"].value == "Kembali ke daftar"
    assert "&P" not in str(sheet.oddFooter)
