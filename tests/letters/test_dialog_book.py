"""The looks of the workbook of dialogue sheets: nothing cut off in the list, both signatures alike."""

from pathlib import Path

import openpyxl

from kinerja_xl.letters.dialog import Dialog
from kinerja_xl.letters.dialog_book import write_dialogs
from kinerja_xl.letters.dialog_sheet import Heading
from kinerja_xl.periods import Periode
from tests.workbooks import TAHUN


def test_a_long_post_has_room_in_the_list_and_both_sign_in_black(tmp_path: Path) -> None:
    posts = ("Lurah", "Analis Sumber Daya Manusia Aparatur Ahli Pertama")
    people = [
        Dialog(
            nama=f"Pegawai {post.split()[0]}",
            nip="",
            jabatan=post,
            penilai="Siti Penilai",
            capaian=None,
            predikat="Baik",
            hasil=(),
            riwayat=(),
            indikator=(),
            perilaku=(),
            rekomendasi=(),
            pengembangan=(),
            bahan=(),
        )
        for post in posts
    ]
    write_dialogs(people, Heading("KELURAHAN UJI", TAHUN, Periode.TW2), tmp_path / "dialog.xlsx")
    book = openpyxl.load_workbook(tmp_path / "dialog.xlsx")
    short, long = (book["Daftar Dialog"].row_dimensions[row].height for row in (6, 7))
    assert long == 2 * short
    cells = [cell for row in book["Pegawai Lurah"].iter_rows(min_row=12) for cell in row]
    names = [cell for cell in cells if cell.value in {"Pegawai,", "Pegawai Lurah", "Pejabat penilai,", "Siti Penilai"}]
    assert len(names) == 4
    assert len({cell.font.color.rgb if cell.font.color else None for cell in names}) == 1
