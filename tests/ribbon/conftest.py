"""What every test of the buttons begins with, and leaves behind."""

from collections.abc import Iterator

import pytest

from kinerja_xl.hosts.closed_file import ENGINE


@pytest.fixture(autouse=True)
def program() -> Iterator[None]:
    """The closed-file engine says yes to every question, has been told nothing, and nothing is selected; so also afterwards."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    ENGINE.apps[0].answer, ENGINE.apps[0].told, ENGINE.apps[0].selection = "ok", [], None
