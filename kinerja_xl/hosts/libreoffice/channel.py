"""How the worker asks the office: one JSON object a line, an answer for each question."""

import json
from typing import Protocol, TextIO


class OfficeError(Exception):
    """The office could not do what it was asked; the message is the office's own."""


class OfficeGoneError(Exception):
    """The office closed the line: there is nobody left to work for."""


class Call(Protocol):
    """Asks the office for an operation of ``kinerja_office.host``."""

    def __call__(self, op: str, /, *args: object) -> object:
        """The result of the operation; raises OfficeError."""
        ...


class Channel:
    """The line to the office."""

    def __init__(self, incoming: TextIO, outgoing: TextIO) -> None:
        self._incoming, self._outgoing = incoming, outgoing

    def receive(self) -> dict[str, object] | None:
        """The next message; None when the office has closed the line."""
        line = self._incoming.readline()
        message: dict[str, object] | None = json.loads(line) if line else None
        return message

    def send(self, **message: object) -> None:
        """Send a message."""
        self._outgoing.write(json.dumps(message, ensure_ascii=False) + "\n")
        self._outgoing.flush()

    def call(self, op: str, /, *args: object) -> object:
        """Ask for an operation and wait for its result."""
        self.send(op=op, args=args)
        reply = self.receive()
        if reply is None:
            raise OfficeGoneError
        if "err" in reply:
            raise OfficeError(str(reply["err"]))
        return reply["ok"]
