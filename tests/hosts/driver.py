"""Drives an office for the tests, on the Python that has ``uno``:  python3 driver.py PIPE FOLDER-OF-THE-EXTENSION

Reads ``[what, arguments...]`` and answers ``{"ok"}`` or ``{"err"}``, one JSON object a line.
"""

import json
import sys
import threading
import time
from typing import Any

import uno
import unohelper
from com.sun.star.accessibility.AccessibleRole import ALERT, DIALOG, LABEL, OPTION_PANE, PUSH_BUTTON, STATIC, TEXT
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

sys.path.insert(0, f"{sys.argv[2]}/pythonpath")
from kinerja_office.host import Host

PATIENCE = 60
BOXES = {DIALOG, ALERT, OPTION_PANE}
TEXTS = {LABEL, STATIC, TEXT}


class Click(unohelper.Base, XCallback):  # type: ignore[misc]  # UNO has no types
    """Called by the office's main thread, and so answered in it."""

    def __init__(self, frame: Any, helper: Any, button: str) -> None:
        self.frame, self.helper, self.button, self.done = frame, helper, button, threading.Event()

    def notify(self, _data: object) -> None:
        try:
            self.helper.executeDispatch(self.frame, f"id.go.kinerja.xl:{self.button}", "", 0, ())
        finally:
            self.done.set()


class Box:
    """A message box: its text, and its buttons by name."""

    def __init__(self, context: Any) -> None:
        self.text, self.buttons = "", dict[str, Any]()
        if context.AccessibleRole in BOXES:
            self._look(context)

    def _look(self, context: Any) -> None:
        for child in (context.getAccessibleChild(i).AccessibleContext for i in range(context.AccessibleChildCount)):
            if child.AccessibleRole == PUSH_BUTTON:
                self.buttons[child.AccessibleName] = child
            elif child.AccessibleRole in TEXTS and len(child.AccessibleName) > len(self.text):
                self.text = child.AccessibleName
            self._look(child)

    def press(self, name: str) -> None:
        """Press a button of it; where there is none of that name, the only one."""
        pressed = self.buttons.get(name) or next(iter(self.buttons.values()))
        pressed.doAccessibleAction(0)


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
        self.told_after: float | None = None

    def _service(self, name: str) -> Any:
        return self.ctx.ServiceManager.createInstanceWithContext(name, self.ctx)

    def open(self, path: str) -> None:
        """Open a workbook in place of the one before."""
        if self.doc is not None:
            self.doc.close(True)
        hidden = PropertyValue(Name="Hidden", Value=False)
        self.doc = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))

    def press(self, button: str, answer: str = "") -> list[str]:
        """What a click on the toolbar does, in the office's main thread as a click is; the texts of the boxes it shows.

        From another thread it can lock up: pyuno keeps Python's lock while it waits for the office's, and the main thread the
        reverse. ``answer``: the button that is pressed on every box; a headless office closes them itself.
        """
        started, self.told_after = time.monotonic(), None
        click = Click(self.doc.CurrentController.Frame, self._service("com.sun.star.frame.DispatchHelper"), button)
        self._service("com.sun.star.awt.AsyncCallback").addCallback(click, None)
        told: list[str] = []
        while not click.done.wait(0.05 if answer else PATIENCE):
            if answer and (box := self._box()):
                told.append(box.text)
                self.told_after = time.monotonic() - started
                box.press(answer)
        return told

    def _box(self) -> "Box | None":
        """The message box that is shown."""
        toolkit = self._service("com.sun.star.awt.Toolkit")
        for window in (toolkit.getTopWindow(i) for i in range(toolkit.TopWindowCount)):
            found = Box(window.AccessibleContext)
            if found.buttons:
                return found
        return None

    def last_box(self) -> float | None:
        """Seconds from the last press to the last box that it showed; None where it showed none."""
        return self.told_after

    def op(self, name: str, *args: object) -> object:
        """An operation on the document, from outside."""
        return Host(self.ctx, self.doc).call(name, *args)

    def others(self) -> list[str]:
        """Titles of the other documents that are open; they are closed."""
        found = self.desktop.Components.createEnumeration()
        documents = []
        while found.hasMoreElements():
            documents.append(found.nextElement())
        mine = [document for document in documents if document.RuntimeUID != self.doc.RuntimeUID]
        titles = [document.Title for document in mine]
        for document in mine:
            document.close(True)
        return titles

    def undo(self) -> None:
        """Ctrl+Z."""
        self.doc.UndoManager.undo()

    def undo_titles(self) -> list[str]:
        """What could be undone, the last first."""
        return list(self.doc.UndoManager.AllUndoActionTitles)

    def first_row(self) -> int:
        """The first row that is shown below the frozen ones (from 1)."""
        controller = self.doc.CurrentController
        return int(controller.getByIndex(controller.Count - 1).FirstVisibleRow) + 1

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
