import re

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.letters.names import FileNames, folder_name

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)


def test_a_speaking_name() -> None:
    name = FileNames("TW2", 2026).next("Kelurahan Contoh Ilir", "Indra Sampel, A.Md.", "199001012015011001")
    assert name == "Kelurahan Contoh Ilir/Hasil Evaluasi TW2 2026 - Indra Sampel, A.Md. - 199001012015011001.docx"


def test_windows_takes_the_name() -> None:
    assert (
        FileNames("TW2", 2026).next("CON", 'A/B: "C" <D>|E?*', "")
        == "CON_/Hasil Evaluasi TW2 2026 - A-B- -C- -D-E-.docx"
    )
    assert folder_name("nul.arsip") == "nul_.arsip"
    assert folder_name("Dinas Contoh...") == "Dinas Contoh"
    assert folder_name("..") == "Tanpa Nama Unit"


def test_nobody_overwrites_another() -> None:
    names = FileNames("TW2", 2026)
    given_names = [names.next("Unit", who, "1") for who in ("Ani", "ANI", "Ani", "Ani - 1 (2)", "Ani")]
    assert len({name.casefold() for name in given_names}) == 5


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_makes_a_name_that_every_system_takes(unit: str, nama: str, nip: str) -> None:
    path = FileNames("TAHUNAN", 2026).next(unit, nama, nip)
    folder, name = path.split("/")
    assert not re.search(r'[<>:"\\|?*#%\x00-\x1f]', path)
    assert all(part == part.strip() and not part.endswith(".") for part in (folder, name))
    assert len(folder.encode()) <= 61
    assert len(name.encode()) < 200
