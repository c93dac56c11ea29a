"""The commands ``id.go.kinerja.xl:<button>`` of toolbar and menu: run a button on the document of the window it was clicked in.

Runs in LibreOffice's own Python (standard library and UNO only); the button itself runs in the worker.
"""

import os
import traceback

import unohelper
from com.sun.star.frame import FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization, XServiceInfo
from kinerja_office.host import Host
from kinerja_office.worker import WorkerError, Workers, settings_folder

IMPLEMENTATION, SERVICE = "id.go.kinerja.xl.Handler", "com.sun.star.frame.ProtocolHandler"
PROTOCOL = "id.go.kinerja.xl:"
FAULT = "Kinerja berhenti karena kesalahan di dalamnya. Kirim berkas catatan ini kepada pengembang:\n%s"

UNIT_WORKBOOK = {"Unit", "Penilaian"}
"""Sheets by which a unit workbook is known."""

workers = Workers()


def log_path():
    """Where the details of a fault are kept."""
    return os.path.join(settings_folder(), "libreoffice.log")


def log(text):
    """Keep the details of a fault; not being able to is no fault of its own."""
    try:
        os.makedirs(settings_folder(), exist_ok=True)
        with open(log_path(), "a", encoding="utf-8") as file:
            file.write(text.rstrip() + "\n")
    except OSError:
        pass


def press(button, host):
    """Run a button as one step to undo (none where it changes nothing), and say what went wrong."""
    try:
        message = _in_one_step(button, host)
    except WorkerError as error:
        _tell(host, str(error), str(error))
    except Exception:
        _tell(host, FAULT % log_path(), traceback.format_exc())
    else:
        if "error" in message:
            _tell(host, FAULT % log_path(), message["error"])


def _in_one_step(button, host):
    host.doc.lockControllers()
    try:
        with host.one_step("Kinerja: " + button.replace("_", " ")):
            return workers.get().press(button, host)
    finally:
        host.doc.unlockControllers()
        host.op_status_bar()


def _tell(host, told, details):
    log(details)
    host.op_alert(told, "Kinerja", "ok", "critical")


class Handler(unohelper.Base, XDispatchProvider, XDispatch, XInitialization, XServiceInfo):
    """What LibreOffice asks for the protocol; one for each window."""

    def __init__(self, ctx, *_args):
        self.ctx, self.frame = ctx, None

    def initialize(self, args):
        """XInitialization: the window."""
        self.frame = args[0] if args else None

    def queryDispatch(self, url, _target, _flags):
        """XDispatchProvider: whether the command is ours."""
        return self if url.Complete.startswith(PROTOCOL) else None

    def queryDispatches(self, requests):
        """XDispatchProvider: the same for several."""
        return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, r.SearchFlags) for r in requests)

    def dispatch(self, url, _args):
        """XDispatch: the click."""
        desktop = self.ctx.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.ctx)
        doc = (self.frame or desktop.getCurrentFrame()).getController().getModel()
        if doc.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            press(url.Complete[len(PROTOCOL) :], Host(self.ctx, doc))

    def addStatusListener(self, listener, url):
        """XDispatch: our buttons can always be pressed."""
        event = FeatureStateEvent()
        event.FeatureURL, event.IsEnabled, event.Requery = url, True, False
        listener.statusChanged(event)
        self._prepare()

    def _prepare(self):
        """Start the worker while the person still reads, where the window shows a unit workbook: it takes a second to load."""
        controller = self.frame.getController() if self.frame else None
        doc = controller.getModel() if controller else None
        if doc is None or not doc.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            return
        if set(doc.Sheets.ElementNames) >= UNIT_WORKBOOK:
            try:
                workers.get()
            except WorkerError as error:
                log(str(error))

    def removeStatusListener(self, listener, url):
        """XDispatch: nothing to forget."""

    def getImplementationName(self):
        """XServiceInfo: our name."""
        return IMPLEMENTATION

    def supportsService(self, name):
        """XServiceInfo: what we are."""
        return name == SERVICE

    def getSupportedServiceNames(self):
        """XServiceInfo: what we are."""
        return (SERVICE,)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Handler, IMPLEMENTATION, (SERVICE,))
