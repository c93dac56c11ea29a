"""Chance that always falls the same way: random streams named by what they are for."""

from random import Random


def stream(benih: int, *names: str) -> Random:
    """The random numbers of the set ``benih`` for one purpose, independent of all other purposes."""
    return Random("/".join((str(benih), *names)))  # noqa: S311 - examples keep no secrets
