"""The places of the example units: Kecamatan Plaju and its kelurahan first, then further ones without end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from kinerja_xl.examples.catalogue import data


@dataclass(frozen=True)
class Place:
    """Where a unit is: its kecamatan, its own name, its code; ``number`` counts all units."""

    number: int
    kecamatan: str
    nama: str
    kode: str
    kelurahan: bool

    @property
    def wilayah(self) -> str:
        """Full name: ``Kelurahan Plaju Ilir``."""
        return f"{'Kelurahan' if self.kelurahan else 'Kecamatan'} {self.nama}"

    @property
    def slug(self) -> str:
        """Name for files and addresses: ``kelurahan-plaju-ilir``."""
        return re.sub(r"[^a-z0-9]+", "-", self.wilayah.lower())


def places() -> Iterator[Place]:
    """All places, kecamatan by kecamatan; when the list is used up it begins again as further wilayah."""
    number = count()
    for turn in count(1):
        again, mark = (f" Wilayah {turn}", str(turn)) if turn > 1 else ("", "")
        for group in data("unit")["kecamatan"]:
            nama, kode = group["nama"] + again, group["kode"] + mark
            yield Place(next(number), nama, nama, f"KEC-{kode}", kelurahan=False)
            for i, kelurahan in enumerate(group["kelurahan"], start=1):
                yield Place(next(number), nama, kelurahan + again, f"KEL-{kode}-{i:02d}", kelurahan=True)
