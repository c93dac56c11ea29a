"""Texts for the formulas that read quantities: written by hand with what they mean, and made by chance from a seed."""

import random
from collections.abc import Iterator

from tests.forms.skp.quantity_sheet import Ends, Value

NOTHING: Ends = ("", "")

BY_HAND: tuple[tuple[Value, object, object], ...] = (
    ("0", 0, 0),
    ("7", 7, 7),
    ("007", 7, 7),
    ("85,5", 85.5, 85.5),
    ("85,50", 85.5, 85.5),
    ("0,125", 0.125, 0.125),
    ("12.5", 12.5, 12.5),
    ("12.25", 12.25, 12.25),
    ("1.2503", 1.2503, 1.2503),
    ("1.250", 1250, 1250),
    ("12.500,75", 12500.75, 12500.75),
    ("1.250.000", 1_250_000, 1_250_000),
    ("999.999.999.999.999", 999_999_999_999_999, 999_999_999_999_999),
    ("-5", -5, -5),
    ("+5,5", 5.5, 5.5),
    ("Rp 1.250.000", 1_250_000, 1_250_000),
    ("RP.-7.500", -7500, -7500),
    ("rp500 juta", 500, 500),
    ("100%", 100, 100),
    ("100 %", 100, 100),
    ("12 Bulan", 12, 12),
    ("12bulan", 12, 12),
    ("3 hari kerja - cepat", 3, 3),
    ("5 -", 5, 5),
    ("5 .", 5, 5),
    ("  85,5\t%\n", 85.5, 85.5),
    ("\u00a012\u00a0Bulan\u00a0", 12, 12),
    ("12\tBulan", 12, 12),
    ("12\nBulan\tpenuh", 12, 12),
    ("80 - 90%", 80, 90),
    ("80-90", 80, 90),
    ("80%-90%", 80, 90),
    ("80 % \u2013 90 %", 80, 90),
    ("80\u201490", 80, 90),
    ("90 - 80", 90, 80),
    ("-5 - 5", -5, 5),
    ("7 Bulan - 8 Bulan", 7, 8),
    ("7 bln. s.d 8 bln.", 7, 8),
    ("1.000 - 2.500,5", 1000, 2500.5),
    ("80 s.d. 90", 80, 90),
    ("80s.d.90", 80, 90),
    ("80 S/D 90", 80, 90),
    ("80 s/d. 90", 80, 90),
    ("80 sd 90", 80, 90),
    ("80 s. d. 90", 80, 90),
    ("80 s d. 90", 80, 90),
    ("80 sampai 90", 80, 90),
    ("80 persen Sampai\u00a0\nDengan 90", 80, 90),
    ("Rp 5.000.000 - Rp 6.000.000", 5_000_000, 6_000_000),
    ("Rp5.000.000-Rp.6.000.000", 5_000_000, 6_000_000),
    ("5.000.000 s.d. rp. 6.000.000", 5_000_000, 6_000_000),
    (5, 5, 5),
    (-2.5, -2.5, -2.5),
    (85.125, 85.125, 85.125),
    (1250, 1250, 1250),
    *(
        (value, *NOTHING)
        for value in (
            *(
                "",
                " ",
                "\u00a0\n",
                "selesai",
                "n/a",
                "Rp",
                "%",
                "-",
                "31 Maret 2026",
                "2026-08-07",
                "12/8",
                "1e5",
                "TRUE",
            ),
            *("90.", "90,", "85,5,", ",5", ".5", "1.5.2", "1,2,3", "1.25.000", "1.250.00", "1.250,75.5", "1,250.75"),
            *("0.125", "012.500", "0.000", "1234.567", "1234.567,5", "12.5,5", "1 250", "12_", "12\u00b0", "12/bulan"),
            *("80. - 90", "80, - 90", "80 - 90.", "80 - 90,", "80/ - 90", "80 - 90/bulan", "80 s/ 90", "80 d. 90"),
            *("80 90", "80 + 90", "80 -- 90", "80 - -90", "80 - +90", "80 - Rp -90", "80 Rp 90", "80 - rprp 90"),
            *("80 s rp d 90", "80 sampaidengan 90", "80 s.d.. 90", "5-", "- 5", "--5", "Rp - 5", "Rp. . 5", "Rpp 5"),
            *("80 hari kerja - 90", "12 m2", "80 - 90 m2", "80 m2 - 90", "7 - 8 - 9", "a 5", "\u0661\u0662"),
            *("12\u0661", "5\u212a", "5\u0130", "5\u0131", "\u200b", "80 |s.d.| 90", "1.000.000.000.000.000", "9" * 16),
            *("1000000000000000 - 5", "5 - 1.000.000.000.000.000", "#N/A", True, False, 1e15, -1e15),
        )
    ),
)
"""A cell's value and its low and high, worked out by hand."""

NUMBERS = (
    *(
        "0",
        "7",
        "80",
        "81",
        "85",
        "90,5",
        "100",
        "1.250",
        "12.500.000",
        "1.250,75",
        "12.34",
        "7.5",
        "3.14159",
        "007",
        "0,05",
    ),
    *(
        "999.999.999.999.999",
        "123456789012345",
        "1,2,3",
        "90.",
        "90,",
        "0.125",
        "1234.567",
        "1.25.000",
        "1000000000000000",
    ),
)
BEFORE = (*("",) * 8, "Rp ", "rp.", "Rp. ", "-", "+", "Rp -", "Rp", "Rpp ", "\u00a0", "a ", "- ")
UNITS = (
    "",
    "",
    "",
    "%",
    " %",
    " Bulan",
    "Bulan",
    " bln.",
    "/hari",
    ".",
    " hari kerja",
    " m2",
    "\u00a0Persen",
    "\n",
    "_",
)
JOINTS = (
    *("-", " - ", " - ", "\u2013", " \u2014 ", " s.d. ", "s.d.", " s/d ", " S/D. ", " sd ", " s. d ", " sampai "),
    *(" sampai dengan ", " Sampai\ndengan\t", " s/ ", " dan ", " -- ", " ", "-Rp", " - Rp ", " s.d. rp. ", " -rp.rp "),
)
PIECES = (
    *"0012579..,,   --\u2013\u2014%/+abRrPpSsDd_|X?*~\"='\t\n\u00a0\u2003\u0085\u2028\u1680\u3000\u200b\u212a\u0130\u0131\u017f\u0663\u00e9",
    *("s.d.", "s/d", "sampai", "dengan", " sampai dengan ", "Rp ", "rp.", "Bulan", "\U0001f600"),
)
"""What garbage is made of, characters included that some program takes for others."""


def by_chance(seed: int, count: int) -> Iterator[str]:
    """Different texts, one quarter garbage and the rest nearly or wholly sound: single numbers and ranges."""
    chance = random.Random(seed)  # noqa: S311
    seen = {""}
    while len(seen) <= count:
        text = _made(chance)
        if text not in seen:
            seen.add(text)
            yield text


def _made(chance: random.Random) -> str:
    kind = chance.choice(("garbage", "single", "range", "range"))
    if kind == "garbage":
        return "".join(chance.choices(PIECES, k=chance.randint(1, 10)))
    text = chance.choice(BEFORE) + chance.choice(NUMBERS) + chance.choice(UNITS)
    return text if kind == "single" else text + chance.choice(JOINTS) + chance.choice(NUMBERS) + chance.choice(UNITS)
