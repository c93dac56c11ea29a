"""The process that runs the buttons for LibreOffice:  python -m kinerja_xl.hosts.libreoffice.worker

The extension starts it and talks to it over stdin and stdout, one JSON object a line:
office ``{"press": button}``, worker ``{"op", "args"}`` and office ``{"ok"}`` or ``{"err"}`` as often as needed, worker ``{"done"}``
or ``{"error"}`` with the traceback.
"""

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from kinerja_xl.hosts.libreoffice.channel import Channel, OfficeGoneError
from kinerja_xl.hosts.libreoffice.engine import attached

if TYPE_CHECKING:
    import xlwings as xw

BUTTONS = "kinerja_xl.ribbon.press:press"
OTHER_BUTTONS = "KINERJA_TOMBOL"
"""Environment variable: another function ``module:name`` that takes the name of a button and the workbook."""


def function() -> Callable[[str, "xw.Book"], None]:
    """What runs a button."""
    module, _, name = os.environ.get(OTHER_BUTTONS, BUTTONS).partition(":")
    found: Callable[[str, xw.Book], None] = getattr(import_module(module), name)
    return found


def serve(channel: Channel) -> None:
    """Run the buttons that the office names until it closes the line."""
    while (message := channel.receive()) is not None:
        try:
            function()(str(message["press"]), attached(channel.call))
        except OfficeGoneError:
            return
        except Exception:  # noqa: BLE001 the boundary between the buttons and the office, which says so and keeps the traceback
            channel.send(error=traceback.format_exc())
        else:
            channel.send(done=True)


def prepare() -> None:
    """Load what most buttons need, so that the first one pressed does not wait for it."""
    if OTHER_BUTTONS not in os.environ:
        for module in ("press", "check", "score"):
            import_module(f"kinerja_xl.ribbon.{module}")


def main() -> None:
    """Keep the line to the office for messages only: what a function prints goes to stderr."""
    outgoing = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    prepare()
    with os.fdopen(os.dup(0), encoding="utf-8") as incoming:
        serve(Channel(incoming, outgoing))


if __name__ == "__main__":
    main()
    sys.exit(0)
