"""Drives an office for the tests, on the Python that has ``uno``:  python3 driver.py PIPE FOLDER-OF-THE-EXTENSION

Reads ``[what, arguments...]`` and answers ``{"ok"}`` or ``{"err"}``, one JSON object a line.
"""

import json
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

sys.path.insert(0, f"{sys.argv[2]}/pythonpath")
from kinerja_office.host import Host

PATIENCE = 60


class Driver:
    """An office and the document open in it."""

    def __init__(self, pipe: str) -> None:
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.ctx = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
        self.desktop = self._service("com.sun.star.frame.Desktop")
        self.doc: Any = None

    def _service(self, name: str) -> Any:
        return self.ctx.ServiceManager.createInstanceWithContext(name, self.ctx)

    def open(self, path: str) -> None:
        """Open a workbook in place of the one before."""
        if self.doc is not None:
            self.doc.close(True)
        hidden = PropertyValue(Name="Hidden", Value=False)
        self.doc = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))

    def press(self, button: str) -> None:
        """What a click on the toolbar does."""
        frame, helper = self.doc.CurrentController.Frame, self._service("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(frame, f"id.go.kinerja.xl:{button}", "", 0, ())

    def op(self, name: str, *args: object) -> object:
        """An operation on the document, from outside."""
        return Host(self.ctx, self.doc).call(name, *args)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.doc.UndoManager.undo()

    def undo_titles(self) -> list[str]:
        """What could be undone, the last first."""
        return list(self.doc.UndoManager.AllUndoActionTitles)

    def places(self) -> dict[str, list[int]]:
        """The buttons of the toolbar and the middle of each on the screen."""
        name = "private:resource/toolbar/addon_id.go.kinerja.toolbar"
        bar = self.doc.CurrentController.Frame.LayoutManager.getElement(name).RealInterface.AccessibleContext
        buttons = [bar.getAccessibleChild(i).AccessibleContext for i in range(bar.AccessibleChildCount)]
        middles = {}
        for button in buttons:
            corner, size = button.LocationOnScreen, button.Size
            middles[button.AccessibleName] = [corner.X + size.Width // 2, corner.Y + size.Height // 2]
        return middles

    def terminate(self) -> None:
        """Close the office without asking whether to save."""
        if self.doc is not None:
            self.doc.setModified(False)
            self.doc.close(True)
        self.desktop.terminate()


def main() -> None:
    driver = Driver(sys.argv[1])
    print('{"ok": "ready"}', flush=True)
    for line in sys.stdin:
        what, *args = json.loads(line)
        try:
            reply = {"ok": getattr(driver, what)(*args)}
        except Exception as error:  # noqa: BLE001 the test sees it
            reply = {"err": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
