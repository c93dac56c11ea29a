"""Operations on the workbook as a whole: its sheets, the selection, saving, message boxes, the status bar."""

import uno
from com.sun.star.beans import PropertyValue

from .document import Document, enum, rectangle

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xlsm": "Calc MS Excel 2007 VBA XML", "ods": "calc8"}
BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
ANSWERS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
BOXES = {"critical": "ERRORBOX", "info": "INFOBOX"}


class Books(Document):
    """The workbook, its sheets and the window it is shown in."""

    def __init__(self, ctx, doc):
        super().__init__(ctx, doc)
        self._status = None

    def op_book(self):
        """Name, path, sheets, which sheet is shown; whether there is something to save, and whether it may be changed."""
        url, controller, names = self.doc.URL, self.doc.CurrentController, list(self.doc.Sheets.ElementNames)
        path = uno.fileUrlToSystemPath(url) if url.startswith("file:") else url or self.doc.Title
        active = controller.ActiveSheet.Name if controller else names[0]
        return {
            "name": self.doc.Title,
            "fullname": path,
            "sheets": names,
            "active": active,
            "modified": self.doc.isModified(),
            "readonly": self.doc.isReadonly(),
        }

    def op_save(self, path=None):
        """Save in the format the file has, or under another name."""
        if path is None:
            self.doc.store()
            return
        args = (
            PropertyValue(Name="FilterName", Value=FILTERS[path.rsplit(".", 1)[-1].lower()]),
            PropertyValue(Name="Overwrite", Value=True),
        )
        self.doc.storeAsURL(uno.systemPathToFileUrl(path), args)

    def op_export(self, path):
        """Write a copy as .xlsx; the workbook itself stays as it is, unsaved where it was."""
        args = (PropertyValue(Name="FilterName", Value=FILTERS["xlsx"]), PropertyValue(Name="Overwrite", Value=True))
        self.doc.storeToURL(uno.systemPathToFileUrl(path), args)

    def op_show_file(self, path):
        """Open another workbook in a window of its own."""
        desktop = self.ctx.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.ctx)
        desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, ())

    def op_selection(self):
        """The selected cells (of several areas the first); None where a picture or chart is selected."""
        chosen = self.doc.CurrentSelection
        if chosen is not None and hasattr(chosen, "RangeAddresses") and chosen.Count:
            chosen = chosen.getByIndex(0)
        address = getattr(chosen, "RangeAddress", None)
        return address and [self.doc.Sheets.getByIndex(address.Sheet).Name, *rectangle(address)]

    def op_select(self, *where):
        """Select cells."""
        self.doc.CurrentController.select(self.cells(*where))

    def op_calculate(self):
        """Calculate all formulas anew."""
        self.doc.calculateAll()

    # --- sheets
    def op_sheet_add(self, name, position):
        """A new sheet."""
        self.doc.Sheets.insertNewByName(name, position)

    def op_sheet_delete(self, name):
        """Delete a sheet without asking."""
        self.doc.Sheets.removeByName(name)

    def op_sheet_rename(self, name, new):
        """Give a sheet another name."""
        self.sheet(name).Name = new

    def op_sheet_activate(self, name):
        """Show a sheet."""
        self.doc.CurrentController.ActiveSheet = self.sheet(name)

    def op_sheet_scroll(self, name, row):
        """Show the sheet in front from a row on; frozen rows stay."""
        controller = self.doc.CurrentController
        if controller.ActiveSheet.Name == name:
            controller.getByIndex(controller.Count - 1).FirstVisibleRow = row

    def op_sheet_visible(self, name, value=None):
        """Whether a sheet is shown; or show or hide it."""
        if value is not None:
            self.sheet(name).IsVisible = value
        return self.sheet(name).IsVisible

    def op_protected(self, name, value=None, password=""):
        """Whether a sheet is protected; or protect it, or take the protection off."""
        sheet = self.sheet(name)
        if value:
            sheet.protect(password)
        elif value is not None and sheet.isProtected():
            sheet.unprotect(password)
            if sheet.isProtected():
                raise ValueError("Lembar %s dilindungi kata sandi; buka dulu perlindungannya." % name)
        return sheet.isProtected()

    def op_used_range(self, name):
        """The rectangle that holds something."""
        return self.used(name)

    # --- window
    def op_alert(self, prompt, title, buttons, mode):
        """A message box over the document; the answer in xlwings' words."""
        window = self._window()
        if window is None:
            return "ok"
        kind = "QUERYBOX" if buttons != "ok" else BOXES.get(mode, "MESSAGEBOX")
        box_type = enum("awt.MessageBoxType", kind)
        box = window.Toolkit.createMessageBox(window, box_type, BUTTONS[buttons], title or "Kinerja", prompt or "")
        locked = self.doc.hasControllersLocked()
        if locked:  # so that the cells behind the box show what was written
            self.doc.unlockControllers()
        try:
            return ANSWERS.get(box.execute(), "ok")
        finally:
            box.dispose()
            if locked:
                self.doc.lockControllers()

    def op_status_bar(self, text=None):
        """Say something in the status bar; None gives it back to the office."""
        if self._status is not None:
            self._status.end()
            self._status = None
        controller = self.doc.CurrentController
        if text and controller is not None:
            self._status = controller.Frame.createStatusIndicator()
            self._status.start(text, 0)

    def _window(self):
        controller = self.doc.CurrentController
        return controller.Frame.ContainerWindow if controller is not None and controller.Frame else None
