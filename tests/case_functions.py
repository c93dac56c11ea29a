"""The functions a case file in tests/cases may name in ``fungsi``: keyword inputs as HR writes them, results by name.

Inputs are checked strictly against the annotations; ``"kosong"`` stands for a number that is not there.
"""

from collections.abc import Callable, Mapping
from datetime import date
from math import nan
from typing import Annotated

import numpy as np
import pandas as pd
from pydantic import BeforeValidator, validate_call

from kinerja_xl import nip as nips
from kinerja_xl.regulations import (
    AturanPermenpan8,
    AturanPp30,
    AturanPp46,
    AturanRating,
    AturanTalenta,
    aturan_pada,
    ketentuan_pada,
)
from kinerja_xl.regulations.rungs import Potensial, PredikatAngka
from kinerja_xl.scoring import people, permenpanrb_8_2021, pp_30_2019, pp_46_2011, rating, ratings, talent
from kinerja_xl.scoring.achievement import capaian as achievement
from kinerja_xl.scoring.credit import angka_kredit as credit
from kinerja_xl.scoring.curve import curve
from kinerja_xl.terms import Arah, CapaianOrganisasi, Jenjang, Predikat, Rating, read_term

Hasil = Mapping[str, object]
Angka = Annotated[float, BeforeValidator(lambda value: nan if value == "kosong" else value)]
Butuh = Annotated[Predikat, BeforeValidator(lambda text: read_term(Predikat, text) or text)]
DAFTAR = {"rating": Rating, "predikat": Predikat, "capaian organisasi": CapaianOrganisasi}

FUNCTIONS: dict[str, Callable[..., Hasil]] = {}


def function(own: Callable[..., Hasil]) -> Callable[..., Hasil]:
    """Make ``own`` known to the case files, its inputs checked."""
    FUNCTIONS[own.__name__] = validate_call(own)
    return own


@function
def predikat(*, tanggal: date, hasil: Rating, perilaku: Rating) -> Hasil:
    found = ratings.predikat(pd.Series([hasil.value]), pd.Series([perilaku.value]), aturan_pada(tanggal, AturanRating))
    return {"predikat": found.iloc[0]}


@function
def rating_kepala_unit(*, tanggal: date, capaian: CapaianOrganisasi) -> Hasil:
    return {"rating": aturan_pada(tanggal, AturanRating).rating_kepala_unit.isi[capaian]}


@function
def saran_hasil(*, tanggal: date, capaian: Angka) -> Hasil:
    return {"saran": ratings.saran_hasil(pd.Series([capaian]), aturan_pada(tanggal, AturanRating)).iloc[0]}


@function
def saran_dari_indikator(*, tanggal: date, target: list[Angka], realisasi: list[Angka]) -> Hasil:
    low, result = np.array(target), np.array(realisasi)
    rules = aturan_pada(tanggal, AturanRating)
    rows = achievement(low, low, result, np.full(low.shape, True), rules.batas_capaian.isi)
    rows = rows.assign(berkas="", nip="", no_rhk="1", rhk="", kategori="", no_iki="1", realisasi="ada")
    found = rating._achievement(rating.weighed(people.per_rhk(rows), rules.bobot_kategori.isi))
    return {"capaian": found.iloc[0], "saran": ratings.saran_hasil(found, rules).iloc[0]}


@function
def saran_perilaku(*, tanggal: date, skor: Angka) -> Hasil:
    return {"saran": ratings.saran_perilaku(pd.Series([skor]), aturan_pada(tanggal, AturanRating)).iloc[0]}


@function
def istilah(*, tanggal: date, daftar: str, teks: str) -> Hasil:
    assert tanggal
    return {"istilah": read_term(DAFTAR[daftar], teks)}


@function
def ketentuan(*, tanggal: date, kunci: str) -> Hasil:
    found = ketentuan_pada(tanggal).get(kunci)
    return {"isi": None if found is None else found.isi}


@function
def kurva(
    *,
    tanggal: date,
    capaian: CapaianOrganisasi,
    sangat_baik: int = 0,
    baik: int = 0,
    butuh_perbaikan: int = 0,
    kurang: int = 0,
    sangat_kurang: int = 0,
) -> Hasil:
    counts = dict(zip(Predikat, (sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang), strict=True))
    return {"pindah": [held.pindah for held in curve(counts, capaian, aturan_pada(tanggal, AturanRating))]}


@function
def capaian(
    *, tanggal: date, realisasi: Angka, arah: Arah, target: Angka = nan, dari: Angka = nan, sampai: Angka = nan
) -> Hasil:
    low, high = (dari, sampai) if np.isnan(target) else (target, target)
    cap = aturan_pada(tanggal, AturanPp30).batas_capaian.isi
    found = achievement(
        np.array([low]), np.array([high]), np.array([realisasi]), np.array([arah is Arah.NAIK]), cap
    ).iloc[0]
    return {"mentah": found["mentah"], "capaian": found["capaian"]}


@function
def iki(*, tanggal: date, capaian: Angka, target_maksimal: bool = False) -> Hasil:
    rules = aturan_pada(tanggal, AturanPermenpan8)
    found = permenpanrb_8_2021.nilai_iki(np.array([capaian]), np.array([target_maksimal]), rules)
    return dict(found.iloc[0])


@function
def tambahan(*, tanggal: date, kategori: list[PredikatAngka], bobot: list[Angka], nilai: list[Angka]) -> Hasil:
    rules = aturan_pada(tanggal, AturanPermenpan8)
    weighted = permenpanrb_8_2021.nilai_tambahan(kategori, np.array(bobot), np.array(nilai), rules)
    return {"tertimbang": list(weighted), "jumlah": permenpanrb_8_2021.jumlah_tambahan(weighted, rules)}


@function
def nilai_skp_2021(*, tanggal: date, utama: list[Angka], tertimbang: list[Angka]) -> Hasil:
    return {"nilai": permenpanrb_8_2021.nilai_skp(utama, tertimbang, aturan_pada(tanggal, AturanPermenpan8))}


@function
def nilai_periodik(*, tanggal: date, rencana_aksi: list[Angka], utama: list[Angka]) -> Hasil:
    assert aturan_pada(tanggal, AturanPermenpan8)
    return {"nilai": permenpanrb_8_2021.nilai_periodik(rencana_aksi, utama)}


@function
def rasio(*, tanggal: date, target: Angka, realisasi: Angka) -> Hasil:
    assert aturan_pada(tanggal, AturanPp46)
    return {"nilai": pp_46_2011.rasio(np.array([target]), np.array([realisasi]))[0]}


@function
def hemat(*, tanggal: date, target: Angka, realisasi: Angka) -> Hasil:
    rules = aturan_pada(tanggal, AturanPp46).pp46_hemat.isi
    return {"nilai": pp_46_2011.hemat(np.array([target]), np.array([realisasi]), rules)[0]}


@function
def kegiatan(
    *, tanggal: date, kuantitas: list[Angka], kualitas: list[Angka], waktu: list[Angka], biaya: list[Angka]
) -> Hasil:
    given = {"kuantitas": kuantitas, "kualitas": kualitas, "waktu": waktu, "biaya": biaya}
    rows = pd.DataFrame(
        {f"{what}_{a}": [pair[i]] for a, pair in given.items() for i, what in enumerate(("target", "realisasi"))}
    )
    return dict(pp_46_2011.kegiatan(rows, aturan_pada(tanggal, AturanPp46)).iloc[0])


@function
def nilai_skp_pp46(*, tanggal: date, kegiatan: list[Angka], tugas_tambahan: float = 0, kreativitas: float = 0) -> Hasil:
    rules = aturan_pada(tanggal, AturanPp46)
    return {"nilai": pp_46_2011.nilai_skp(kegiatan, rules, tugas_tambahan=tugas_tambahan, kreativitas=kreativitas)}


@function
def perilaku_pp46(*, tanggal: date, nilai: dict[str, Angka], struktural: bool) -> Hasil:
    return {"nilai": pp_46_2011.nilai_perilaku(nilai, aturan_pada(tanggal, AturanPp46), struktural=struktural)}


@function
def prestasi(*, tanggal: date, skp: Angka, perilaku: Angka) -> Hasil:
    rules = aturan_pada(tanggal, AturanPp46)
    nilai = pp_46_2011.prestasi(skp, perilaku, rules)
    return {"nilai": nilai, "predikat": pp_46_2011.predikat(nilai, rules)}


@function
def predikat_pp46(*, tanggal: date, nilai: Angka) -> Hasil:
    return {"predikat": pp_46_2011.predikat(nilai, aturan_pada(tanggal, AturanPp46))}


@function
def nilai_kinerja(*, tanggal: date, skp: Angka, perilaku: Angka, pendapat: bool = False) -> Hasil:
    return {"nilai": pp_30_2019.nilai_kinerja(skp, perilaku, aturan_pada(tanggal, AturanPp30), pendapat=pendapat)}


@function
def predikat_angka(*, tanggal: date, nilai: Angka, gagasan: bool = False) -> Hasil:
    return {"predikat": pp_30_2019.predikat(nilai, aturan_pada(tanggal, AturanPp30), gagasan=gagasan)}


@function
def distribusi(*, tanggal: date, di_atas: int = 0, sesuai: int = 0, di_bawah: int = 0) -> Hasil:
    counts = dict(zip(Rating, (di_atas, sesuai, di_bawah), strict=True))
    found = pp_30_2019.distribusi(counts, aturan_pada(tanggal, AturanPp30))
    return {"pindah": [held.pindah for held in found], "mungkin": [held.mungkin for held in found]}


@function
def angka_kredit(*, tanggal: date, predikat: Butuh, jenjang: Jenjang, bulan: int) -> Hasil:
    return {"angka_kredit": credit(predikat, jenjang, bulan, aturan_pada(tanggal, AturanRating))}


@function
def akumulasi(*, tanggal: date, jenjang: Jenjang, predikat: list[Butuh], bulan: list[int]) -> Hasil:
    parts = [
        credit(p, jenjang, n, aturan_pada(tanggal, AturanRating)) or nan for p, n in zip(predikat, bulan, strict=True)
    ]
    return {"angka_kredit": sum(parts)}


@function
def kebutuhan(*, tanggal: date, jenjang: Jenjang) -> Hasil:
    rules = aturan_pada(tanggal, AturanRating)
    assert rules.angka_kredit_pangkat is not None
    assert rules.angka_kredit_jenjang is not None
    return {
        "pangkat": rules.angka_kredit_pangkat.isi.get(jenjang),
        "jenjang": rules.angka_kredit_jenjang.isi.get(jenjang),
    }


@function
def talenta(*, tanggal: date, kinerja: Rating, potensial: Potensial) -> Hasil:
    rules = aturan_pada(tanggal, AturanTalenta)
    nomor = talent.kotak(kinerja, potensial, rules)
    return {"kotak": nomor, "kelompok": talent.kelompok(nomor, rules)}


@function
def nip(*, tanggal: date, nip: str) -> Hasil:
    found = nips.problem(nip, tanggal.year, aturan_pada(tanggal, AturanRating))
    kind = None if found else ("PPPK" if nips.is_pppk(nip) else "PNS")
    return {"masalah": found and found.value, "jenis": kind}


def plain(value: object) -> object:
    """A result as a case file spells it: missing numbers and values in words, the rest as it is."""
    if value is None:
        return "tidak ada"
    if isinstance(value, float) and np.isnan(value):
        return "tidak dapat dihitung"
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value
