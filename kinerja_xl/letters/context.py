"""The words of each letter: from the recap to the variables a template may use.

``letters_of`` gives one ``Letter`` for each row of the recap, in its order. The names of the variables are Bahasa Indonesia,
because HR uses them in Word; ``templates/README.md`` lists them (a test compares).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja_xl.indonesian import date_text
from kinerja_xl.letters.numbers import Numbers
from kinerja_xl.letters.signature import block, copies, signer_for
from kinerja_xl.letters.source import LetterError, LetterSource
from kinerja_xl.letters.wording import (
    day_text,
    decimal_text,
    in_words,
    joined,
    labelled,
    lines_of,
    percent_text,
    text_of,
)
from kinerja_xl.periods import Periode
from kinerja_xl.regulations import AturanRating, Ketentuan, bundled
from kinerja_xl.terms import Predikat, Status, read_term, squeezed

Context = Mapping[str, Any]
Record = Mapping[str, Any]

NOT_RATED = "belum dinilai"
LAMPIRAN, ONE_FILE = "-", "1 (satu) berkas"


@dataclass(frozen=True)
class Letter:
    """One person's letter: its variables, or the reason why there is none (number and context are then empty)."""

    nip: str
    nama: str
    nama_unit: str
    predikat: str
    nomor: str
    context: Context
    reason: str = ""


def letters_of(source: LetterSource, tanggal: date, nomor_awal: int) -> list[Letter]:
    """One letter for each person of the recap, dated ``tanggal``; whoever is not rated gets none and no number."""
    surat, signers = source.letter_rules(tanggal)
    common = {**_common(source, tanggal), "sifat": surat.sifat}
    numbers = Numbers(surat, tanggal, nomor_awal)
    letters = []
    for person, own, issuing in _people(source):
        nama, nip, unit, predikat = (text_of(person[key]) for key in ("nama", "nip", "nama_unit", "predikat"))
        if not predikat:
            letters.append(Letter(nip, nama, unit, "", "", {}, NOT_RATED))
            continue
        nomor = numbers.next(issuing)
        context = {**common, **_of_unit(issuing, common), "nomor": nomor, **_of_person(person, own, source.aturan)}
        context["tanda_tangan"] = block(person, own, signer_for(signers, person, issuing, tanggal))
        context |= _steps(source, (str(person["berkas"]), nip))
        context["tembusan"] = copies(person, issuing)
        context["keberatan"] = {**common["keberatan"], "kepada": _objection_to(person)}
        letters.append(Letter(nip, nama, unit, predikat, nomor, context))
    return letters


def _steps(source: LetterSource, key: tuple[str, str]) -> dict[str, Any]:
    """The steps of a person's score, where they are asked for, and the line that announces them."""
    steps = (source.rincian or {}).get(key, ())
    keys = ("label", "rumus", "hitungan", "hasil", "dasar", "catatan")
    return {
        "lampiran": ONE_FILE if steps else LAMPIRAN,
        "rincian": [{name: getattr(step, name) for name in keys} for step in steps],
    }


def _people(source: LetterSource) -> Iterator[tuple[Record, Record, Record]]:
    """Each person with the own unit and the unit whose letterhead is used.

    That is the own unit, but for its head: he is rated from outside, so the letter comes from the unit which his rater heads,
    if the recap has it (the lurah's from the kecamatan).
    """
    units = {unit["berkas"]: unit for unit in _records(source, "unit")}
    by_head = {head: unit for unit in units.values() if (head := text_of(unit["nip_kepala"]))}
    for person in _records(source, "pegawai"):
        own = units.get(person["berkas"])
        if own is None:
            raise LetterError(
                f"Unit {text_of(person['nama_unit'])} (berkas {person['berkas']}) tidak ada pada Rekap Unit. "
                "Buat ulang master dengan perintah kinerja konsolidasi."
            )
        is_head = text_of(person["nip"]) == text_of(own["nip_kepala"])
        yield person, own, by_head.get(text_of(person["nip_penilai"]), own) if is_head else own


def _records(source: LetterSource, frame: str) -> list[Record]:
    return [{str(key): value for key, value in row.items()} for row in getattr(source, frame).to_dict("records")]


def _common(source: LetterSource, tanggal: date) -> dict[str, Any]:
    """What all letters of a period share."""
    tahun, periode, aturan = source.tahun, source.periode, source.aturan
    judul = joined(" ", "" if periode is Periode.TAHUNAN else periode.label, f"Tahun {tahun}")
    first, last = periode.span(tahun)
    short, title = _basis(aturan.matriks_predikat, "matriks_predikat")
    days = aturan.batas_keberatan
    return {
        "tahun": str(tahun),
        "periode": {"judul": judul, "rentang": f"{date_text(first).removesuffix(f' {tahun}')} s.d. {date_text(last)}"},
        "tanggal": date_text(tanggal),
        "hal": f"Penyampaian Hasil Evaluasi Kinerja Pegawai {judul}",
        "dasar": {"singkat": short, "judul": title},
        "keberatan": {"hari": f"{days.isi} ({in_words(days.isi)}) hari", **_objection(days)},
    }


def _basis(ketentuan: Ketentuan[Any], key: str) -> tuple[str, str]:
    """Short and full title of the regulation that a rule in force comes from; the office's own basis is its full title."""
    found = next((p for p in bundled() if p.ketentuan.get(key) == ketentuan), None)
    return (found.singkat, found.judul) if found else (ketentuan.dasar, ketentuan.dasar)


def _objection(days: Ketentuan[int]) -> dict[str, str]:
    """The article that sets the days for an objection, and the title of the regulation."""
    _, judul = _basis(days, "batas_keberatan")
    return {"dasar": f"{days.pasal} {judul.split(' tentang ')[0]}" if days.pasal else judul, "judul": judul}


def _of_unit(unit: Record, common: Context) -> dict[str, Any]:
    tempat = text_of(unit["tempat"])
    return {"kop": _letterhead(unit), "tempat": tempat, "tempat_tanggal": joined(", ", tempat, common["tanggal"])}


def _letterhead(unit: Record) -> dict[str, str]:
    """The lines of the kop; empty ones stay empty and are left out by the template."""
    induk, nama = text_of(unit["unit_induk"]).upper(), text_of(unit["nama_unit"]).upper()
    street, town = text_of(unit["alamat"]), text_of(unit["tempat"])
    alamat = joined(" ", joined(", ", street, town if street and town not in street else ""), text_of(unit["kode_pos"]))
    return {
        "instansi": text_of(unit["instansi"]).upper(),
        "unit_induk": "" if squeezed(induk) == squeezed(nama) else induk,
        "nama_unit": nama,
        "alamat": joined(", ", alamat, labelled("Telepon", text_of(unit["telepon"]))),
        "kontak": joined(", ", labelled("Laman", text_of(unit["laman"])), labelled("Pos-el", text_of(unit["pos_el"]))),
    }


def _of_person(person: Record, unit: Record, aturan: AturanRating) -> dict[str, Any]:
    return {
        "pegawai": _identity(person),
        "penilai": _party(person, "penilai"),
        "atasan": _party(person, "atasan"),
        "organisasi": {"capaian": text_of(unit["capaian_organisasi"])},
        "hasil": _results(person),
        "umpan_balik": {
            "hasil_kerja": lines_of(person["umpan_balik_hasil"]),
            "perilaku": lines_of(person["umpan_balik_perilaku"]),
        },
        "rekomendasi": lines_of(person["rekomendasi"]) or _usual_follow_up(person, aturan),
    }


def _identity(person: Record) -> dict[str, str]:
    keys = ("nama", "nip", "status", "golongan", "pangkat", "jabatan", "jenjang")
    texts = {key: text_of(person[key]) for key in keys}
    rank = f"{texts['pangkat']} ({texts['golongan']})" if texts["pangkat"] and texts["golongan"] else ""
    texts["pangkat_golongan"] = rank or texts["pangkat"] or texts["golongan"]
    pppk = read_term(Status, texts["status"]) is Status.PPPK
    texts["sebutan_nip"] = "NI PPPK" if pppk else "NIP"
    texts["sebutan_golongan"] = "Golongan" if pppk else "Pangkat/Gol. Ruang"
    return {**texts, "unit": text_of(person["nama_unit"])}


def _party(person: Record, role: str) -> dict[str, str]:
    found = {key: text_of(person[f"{key}_{role}"]) for key in ("nama", "nip", "jabatan")}
    return {**found, "pangkat": text_of(person["pangkat_penilai"])} if role == "penilai" else found


def _results(person: Record) -> dict[str, str]:
    return {
        "capaian": percent_text(person["capaian"]),
        "rating_hasil": text_of(person["rating_hasil"]),
        "rating_perilaku": text_of(person["rating_perilaku"]),
        "predikat": text_of(person["predikat"]),
        "angka_kredit": decimal_text(person["angka_kredit"]),
        "tanggal": day_text(person["tanggal"]),
    }


def _usual_follow_up(person: Record, aturan: AturanRating) -> list[str]:
    """What is recommended where the rater wrote nothing: the local setting for the predikat."""
    predikat = read_term(Predikat, text_of(person["predikat"]))
    return [aturan.tindak_lanjut.isi[predikat]] if predikat else []


def _objection_to(person: Record) -> str:
    superior = text_of(person["jabatan_atasan"]) or text_of(person["nama_atasan"])
    return f"{superior} selaku atasan Pejabat Penilai Kinerja" if superior else "atasan Pejabat Penilai Kinerja"
