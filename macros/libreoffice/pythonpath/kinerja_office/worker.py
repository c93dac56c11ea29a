"""The worker: a process of the project's own Python that runs the buttons and asks for operations, one JSON object a line.

It lives as long as the office. When it dies, a message says so and the next click starts another; when it hangs, it is ended.
"""

import json
import os
import queue
import subprocess
import threading

FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "URE_BOOTSTRAP", "UNO_PATH")
"""What the office sets for its own Python and libraries; the worker's Python must not see it."""

NO_WINDOW = 0x08000000 if os.name == "nt" else 0
PATIENCE = 300
"""Seconds without a word from the worker; the setting ``batas_detik`` says otherwise."""

UNDO = "Yang sudah telanjur ditulis dapat dibatalkan dengan Ctrl+Z."


class WorkerError(Exception):
    """The worker did not do its work; the message is for the person who pressed the button."""


def settings_folder():
    """The folder of Kinerja's settings in the user's home; ``kinerja pasang`` writes there."""
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return os.path.join(base or os.path.expanduser("~/.config"), "kinerja_xl")


def settings():
    """What ``kinerja pasang libreoffice`` wrote: which Python, and where from."""
    try:
        with open(os.path.join(settings_folder(), "libreoffice.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        raise WorkerError("Kinerja belum terpasang lengkap. Jalankan di terminal: kinerja pasang libreoffice") from None


class Worker:
    """One process; ``press`` runs a button in it."""

    def __init__(self):
        given = settings()
        self.patience = float(given.get("batas_detik", PATIENCE))
        env = {key: value for key, value in os.environ.items() if key not in FOREIGN}
        if given.get("pythonpath"):
            env["PYTHONPATH"] = given["pythonpath"]
        env["PYTHONIOENCODING"] = "utf-8"
        command = [given["python"], "-m", "kinerja_xl.hosts.libreoffice.worker"]
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, creationflags=NO_WINDOW
            )
        except OSError:
            raise WorkerError(
                "Python milik Kinerja tidak ditemukan (%s). Jalankan di terminal: kinerja pasang libreoffice"
                % command[0]
            ) from None
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def alive(self):
        """Whether it can take a button."""
        return self.process.poll() is None

    def press(self, button, host):
        """Run a button on a document; the last message of the worker."""
        self._send({"press": button})
        while True:
            message = self._receive()
            if "op" not in message:
                return message
            self._send(_answer(host, message))

    def _send(self, message):
        try:
            self.process.stdin.write((json.dumps(message, ensure_ascii=False) + "\n").encode("utf-8"))
            self.process.stdin.flush()
        except OSError:
            self._give_up()

    def _receive(self):
        try:
            line = self.lines.get(timeout=self.patience)
        except queue.Empty:
            self.process.kill()
            self.process.wait()
            raise WorkerError(
                "Kinerja tidak menjawab selama %d detik dan dihentikan. %s Coba lagi." % (self.patience, UNDO)
            ) from None
        if line is None:
            self._give_up()
        return json.loads(line.decode("utf-8"))

    def _give_up(self):
        self.process.kill()
        raise WorkerError("Kinerja berhenti mendadak (kode %s). %s Coba lagi." % (self.process.wait(), UNDO)) from None


def _answer(host, message):
    """Do what the worker asks; a fault goes back to it as text."""
    try:
        return {"ok": host.call(message["op"], *message["args"])}
    except Exception as error:
        return {"err": "%s: %s" % (type(error).__name__, error)}


class Workers:
    """Starts a worker when one is needed."""

    def __init__(self):
        self._worker = None

    def get(self):
        """The worker that lives, or a new one."""
        if self._worker is None or not self._worker.alive():
            self._worker = Worker()
        return self._worker
