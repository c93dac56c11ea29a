"""The superior's RHK that a person names: in the rater's plan, nearly in it, or not at all."""

import pytest

from kinerja_xl.tables import Tables
from tests.checks.plan_rows import COLLEAGUE, KEPUASAN, LEADER, SUPERIOR, TERTIB, found, row, unit
from tests.tables import WHO
from tests.workbooks import PERSON


def cascade(text: str, *plan: str, **columns: str) -> Tables:
    """A person who names ``text`` as the leader's RHK; the leader plans ``plan``, the leader's superior TERTIB."""
    leader = {**PERSON, "nip": LEADER, "nama": "Siti Penilai", "jabatan": "Lurah Uji", "format_skp": "Pimpinan"}
    above = {"nip_penilai": SUPERIOR, "nama_penilai": "Rahmat Atasan"}
    superior = {**leader, "nip": SUPERIOR, "nama": "Rahmat Atasan", "jabatan": "Camat Uji", "nip_penilai": ""}
    plans = [row(f"{i}.1", nip=LEADER, rhk=rhk, rhk_pimpinan="") for i, rhk in enumerate(plan, start=1)]
    return unit(
        row(rhk_pimpinan=text),
        *plans,
        row(nip=SUPERIOR, rhk=TERTIB, rhk_pimpinan=""),
        people=[{**leader, **above}, superior],
        **{"nip_penilai": LEADER, "nip_atasan": SUPERIOR, **columns},
    )


def test_a_link_that_is_not_in_the_raters_plan_names_the_nearest() -> None:
    (told,) = found(cascade("Meningkatnya kepuasan warga atas layanan kecamatan", KEPUASAN), "REN017")
    assert (told.cell, told.nip) == ("E6", WHO)
    assert f"tidak ada dalam rencana Siti Penilai; yang paling mirip: '{KEPUASAN}'" in told.message


def test_where_nothing_is_like_it_no_text_is_named() -> None:
    (told,) = found(cascade("Lunasnya pajak bumi", KEPUASAN), "REN017")
    assert told.message.endswith("rencana Siti Penilai.")


@pytest.mark.parametrize(
    "made",
    [
        cascade(f"1. {KEPUASAN.upper()}!", KEPUASAN),
        cascade("Meningkatnya kepuasan masyrakat atas pelayanan kelurahan", KEPUASAN),
        cascade("Meningkatnya kepuasan masyarakat atas pelayanan", KEPUASAN),
        cascade(f"{KEPUASAN}; Bertambahnya usaha mikro", KEPUASAN),
        cascade(TERTIB, KEPUASAN),
        cascade("", KEPUASAN),
        cascade("Lunasnya pajak bumi"),
        cascade("Lunasnya pajak bumi", KEPUASAN, ""),
        cascade("Lunasnya pajak bumi", KEPUASAN, nip_penilai="196001011985031009"),
        cascade("Lunasnya pajak bumi", KEPUASAN, nip_penilai=""),
        cascade("Lunasnya pajak bumi", KEPUASAN, format_skp="Pimpinan"),
    ],
)
def test_a_link_that_holds_or_cannot_be_judged_is_left_alone(made: Tables) -> None:
    assert found(made, "REN017") == []


def test_the_rhk_of_another_leader_of_the_unit_may_be_supported() -> None:
    made = cascade("Bertambahnya usaha mikro", KEPUASAN)
    other = "197803032003121004"
    more = unit(
        row(rhk_pimpinan="Bertambahnya usaha mikro"),
        row(nip=LEADER, rhk=KEPUASAN, rhk_pimpinan=""),
        row(nip=other, rhk="Bertambahnya usaha mikro", rhk_pimpinan=""),
        people=[
            {**PERSON, "nip": COLLEAGUE, "nama": "Rina Rekan", "nip_penilai": other},
            {**PERSON, "nip": other, "nama": "Joko Ketua", "nip_penilai": LEADER},
        ],
        nip_penilai=LEADER,
    )
    assert len(found(made, "REN017")) == 1
    assert found(more, "REN017") == []
