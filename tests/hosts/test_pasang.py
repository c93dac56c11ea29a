"""``kinerja pasang libreoffice`` on the home of somebody else: the real unopkg, and what is said when it cannot."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_xl.hosts.libreoffice.install import office_environment

TOP = Path(__file__).parents[2]


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty home that anybody may write to: unopkg does not work for root."""
    folder = Path(tempfile.mkdtemp(prefix="rumah-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _pasang(home: Path, *options: str, path: str | None = None) -> "subprocess.CompletedProcess[str]":
    env = {key: value for key, value in os.environ.items() if key not in {"XDG_CONFIG_HOME", "APPDATA"}}
    env |= {"HOME": str(home), "PATH": path or os.environ["PATH"], "PYTHONPATH": str(TOP)}
    return subprocess.run(
        [sys.executable, "-m", "kinerja_xl", "pasang", "libreoffice", *options],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _as_somebody(home: Path) -> str:
    """A PATH whose unopkg is the real one, run as somebody without rights where the tests run as root."""
    if os.geteuid() != 0:
        return os.environ["PATH"]
    real, shim = shutil.which("unopkg"), home / "bin" / "unopkg"
    shim.parent.mkdir()
    shim.write_text(
        f'#!/bin/sh\nexec runuser -u nobody -- env HOME={home} {real} "$@" -env:UserInstallation=file://{home}/profil\n'
    )
    shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
    return f"{shim.parent}{os.pathsep}{os.environ['PATH']}"


def _known(home: Path) -> bool:
    """Whether the profile has the extension among its own; its unpacked files are cleaned up at a later start."""
    return any(b"id.go.kinerja.xl" in path.read_bytes() for path in home.rglob("uno_packages.pmap"))


@pytest.mark.libreoffice
def test_installs_and_removes_without_rights(home: Path) -> None:
    path = _as_somebody(home)
    done = _pasang(home, path=path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Tombol Kinerja terpasang di LibreOffice."), done
    assert "Berikutnya: tutup dan buka lagi LibreOffice bila sedang terbuka, lalu buka buku kerja unit" in done.stderr
    settings = json.loads((home / ".config" / "kinerja_xl" / "libreoffice.json").read_text("utf-8"))
    assert settings["python"] == sys.executable
    assert _known(home)

    gone = _pasang(home, "--lepas", path=path)
    assert (gone.returncode, gone.stdout) == (0, "Tombol Kinerja dilepas dari LibreOffice.\n"), gone
    assert "Berikutnya: tutup dan buka lagi LibreOffice bila sedang terbuka." in gone.stderr
    assert not _known(home)
    assert not list((home / ".config" / "kinerja_xl").iterdir())


def test_a_refusal_of_libreoffice_is_one_line_that_says_what_to_do(home: Path) -> None:
    shim = home / "unopkg"
    shim.write_text("#!/bin/sh\necho 'ERROR: locked' >&2\nexit 1\n")
    shim.chmod(0o755)
    done = _pasang(home, path=f"{home}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 2
    assert done.stderr.startswith("Kesalahan: LibreOffice menolak (ERROR: locked). Tutup semua jendela LibreOffice")


def test_from_a_virtual_environment_it_warns_of_opening_the_office_there(home: Path) -> None:
    shim = home / "unopkg"
    shim.write_text("#!/bin/sh\nexit 0\n")
    shim.chmod(0o755)
    done = _pasang(home, path=f"{home}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0
    assert ("bukan dari terminal" in done.stderr) == (sys.platform == "linux" and sys.prefix != sys.base_prefix)


def test_nothing_to_remove_is_said(home: Path) -> None:
    done = _pasang(home, "--lepas")
    assert (done.returncode, done.stdout) == (0, "Tombol Kinerja tidak terpasang di LibreOffice.\n")


def test_no_virtual_environment_is_left_in_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [tmp_path / "maya" / "bin", tmp_path / "biasa" / "bin"]
    for folder in folders:
        folder.mkdir(parents=True)
    (tmp_path / "maya" / "pyvenv.cfg").touch()
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "maya"))
    found = office_environment()
    assert found["PATH"] == str(folders[1])
    assert "VIRTUAL_ENV" not in found
