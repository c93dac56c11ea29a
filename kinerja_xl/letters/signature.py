"""Who signs a letter and who gets a copy: the block of posts with a.n. and u.b., and the list of tembusan.

A letter is signed by the Pejabat Penilai Kinerja. Below the head of the unit he signs on the head's behalf (a.n.); where his
own superior stands between him and the head, through that superior (u.b.). The office's settings may name somebody else for the
letters of a unit (``penanda_tangan``).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from kinerja_xl.letters.wording import text_of
from kinerja_xl.regulations.limits import unit_key
from kinerja_xl.regulations.local import PenandaTangan
from kinerja_xl.terms import squeezed

Record = Mapping[str, object]
ARSIP = "Arsip"


def block(person: Record, unit: Record, signer: PenandaTangan | None) -> dict[str, Any]:
    """The signature: whom it is for (``atas_nama``), the lines of the post, name, rank and NIP of who signs."""
    if signer is not None:
        told = {"nama": signer.nama, "pangkat": signer.pangkat, "nip": signer.nip}
        return {"atas_nama": "", "jabatan": [f"{signer.jabatan},"], **told}
    on_behalf, lines = posts(person, unit)
    told = {key: text_of(person[f"{key}_penilai"]) for key in ("nama", "pangkat", "nip")}
    return {"atas_nama": on_behalf, "jabatan": lines, **told}


def signer_for(signers: Iterable[PenandaTangan], person: Record, unit: Record, day: date) -> PenandaTangan | None:
    """Whom the settings name for the letters of ``unit`` on ``day``.

    Nobody for its head, whom only his rater outranks, and nobody signs the letter to himself.
    """
    kode, own = unit_key(text_of(unit["kode_unit"])), text_of(person["nip"])
    if own and own == text_of(unit["nip_kepala"]):
        return None
    named = (s for s in signers if unit_key(s.kode_unit) == kode and s.on(day))
    return next((s for s in named if not s.nip or s.nip != own), None)


def posts(person: Record, unit: Record) -> tuple[str, list[str]]:
    """The post signed for (a.n., empty where the rater signs for himself) and the lines below it."""
    post, head_post = text_of(person["jabatan_penilai"]) or "Pejabat Penilai Kinerja", _head_post(person, unit)
    if _signs_alone(person, unit, squeezed(head_post) in ("", squeezed(post))):
        return "", [f"{post.upper()},"]
    superior, superior_post = text_of(person["nip_atasan"]), text_of(person["jabatan_atasan"])
    if superior_post and superior and superior != text_of(unit["nip_kepala"]):
        return head_post.upper(), [f"{superior_post.upper()},", "u.b.", f"{post},"]
    return head_post.upper(), [f"{post},"]


def _head_post(person: Record, unit: Record) -> str:
    """The head's post; where the unit does not list its head, the rater's superior may be the head."""
    own, head = text_of(unit["jabatan_kepala"]), text_of(unit["nip_kepala"])
    return own or (text_of(person["jabatan_atasan"]) if head and head == text_of(person["nip_atasan"]) else "")


def _signs_alone(person: Record, unit: Record, is_head_post: bool) -> bool:
    """The head himself; whoever rates the head, from outside the unit; a rater without NIP (Wali Kota)."""
    rater, head = text_of(person["nip_penilai"]), text_of(unit["nip_kepala"])
    return is_head_post or not rater or head in (rater, text_of(person["nip"]))


def copies(person: Record, unit: Record) -> list[str]:
    """Tembusan: the unit's list, the rater's superior, and the archive last; nobody twice."""
    listed = [part.strip() for part in text_of(unit["tembusan"]).replace("\n", ";").split(";")]
    superior = text_of(person["jabatan_atasan"]) or text_of(person["nama_atasan"])
    return [*_distinct([*listed, superior]), ARSIP]


def _distinct(names: Iterable[str]) -> list[str]:
    kept = {"", squeezed(ARSIP)}
    found = []
    for name in names:
        if squeezed(name) not in kept:
            kept.add(squeezed(name))
            found.append(name)
    return found
