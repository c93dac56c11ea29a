"""``kinerja himpun`` that gathers nothing says why, each time."""

import json

import pytest

from tests.gathering.forms import form, whole
from tests.gathering.test_himpun_cli import Forms, forms  # noqa: F401 the fixture
from tests.workbooks import nip


@pytest.fixture
def unsound(forms: Forms) -> Forms:  # noqa: F811
    for number, text in ((1, "12345"), (2, "")):
        made = form(number)
        made.rows["pegawai"][0]["nip"] = text
        forms.put(made)
    return forms


def test_forms_whose_only_fault_is_the_nip_are_told(unsound: Forms) -> None:
    code, told, said = unsound.run()
    assert code == 2
    assert "NIP pegawai '12345' bukan 18 angka (terbaca 5 karakter)." in told
    assert "NIP pegawai tidak diisi." in told
    assert "Tidak satu pun formulir dapat dihimpun; lihat temuannya." in said
    document = json.loads(unsound.run("--format", "json")[1])
    assert [f["kode"] for f in document["temuan"]] == ["HMP002", "HMP002"]


@pytest.mark.parametrize("existing", [False, True])
def test_a_nip_that_nobody_has_is_named(forms: Forms, existing: bool) -> None:  # noqa: F811
    forms.put(whole(1), whole(2))
    if existing:
        forms.run()
    code, _, said = forms.run("--nip", nip(7))
    assert code == 2
    assert f"Tidak ada formulir dari NIP {nip(7)} di antara 2 formulir yang dibaca" in said
    assert "temuan di atas" not in said


def test_one_of_several_nips_that_nobody_has_is_named(forms: Forms) -> None:  # noqa: F811
    code, told, said = forms.put(whole(1), whole(2)).run("--nip", nip(1), "--nip", nip(7))
    assert code == 0
    assert "1 = 1 dihimpun + 0 sama + 0 ditolak; 1 formulir lain di luar --nip" in told
    assert f"Tidak ada formulir dari NIP {nip(7)}." in said


@pytest.mark.parametrize("text", ["12345", "sembilan", f"{nip(1)}9"])
def test_what_is_no_nip_is_refused_before_anything_is_read(forms: Forms, text: str) -> None:  # noqa: F811
    code, _, said = forms.put(whole(1)).run("--nip", text)
    assert (code, forms.maps) == (2, [])
    assert f"--nip '{text}' bukan NIP 18 angka" in said
