"""Finds the text that was most likely meant: a header or sheet name typed a little differently."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from kinerja_xl.terms import squeezed

ALIKE = 0.75
"""From this likeness on (1 is the same, blanks, capitals and punctuation aside) two texts may be meant as one."""


def nearest(wanted: Iterable[str], candidates: Iterable[str]) -> str:
    """The candidate most like any of the texts ``wanted``; empty where none is like enough."""
    texts = [squeezed(text) for text in wanted]
    likeness = {text: max(_likeness(squeezed(text), each) for each in texts) for text in candidates}
    best = max(likeness, key=likeness.__getitem__, default="")
    return best if best and likeness[best] >= ALIKE else ""


def _likeness(text: str, wanted: str) -> float:
    return SequenceMatcher(None, wanted, text, autojunk=False).ratio()
