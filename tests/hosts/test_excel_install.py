"""The add-in goes into the person's own folders, says which Python runs it, and leaves nothing behind when it is taken away."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinerja_xl.cli import app
from kinerja_xl.hosts import excel_install
from kinerja_xl.hosts.excel_install import InstallError, install, places, remove
from kinerja_xl.resources import resource

PYTHON = Path("/opt/kinerja/bin/python")


@pytest.mark.parametrize(
    ("platform", "addin", "settings"),
    [
        ("win32", "AppData/Roaming/Microsoft/Excel/XLSTART/kinerja.xlam", ".kinerja/kinerja.conf"),
        (
            "darwin",
            "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel/kinerja.xlam",
            "Library/Containers/com.microsoft.Excel/Data/kinerja.conf",
        ),
    ],
)
def test_it_is_put_there_and_taken_away(platform: str, addin: str, settings: str, tmp_path: Path) -> None:
    where = places(tmp_path, {}, platform)
    for _ in range(2):
        written = install(where, PYTHON)
    assert {tmp_path / addin, tmp_path / settings} <= set(written)
    assert (tmp_path / addin).read_bytes() == resource("workbooks", "kinerja.xlam").read_bytes()
    assert f'"INTERPRETER_WIN","{PYTHON}"' in (tmp_path / settings).read_text(encoding="utf-8").splitlines()
    scripts = list(tmp_path.rglob("*.applescript"))
    assert [path.parent.name for path in scripts] == (["com.microsoft.Excel"] if platform == "darwin" else [])
    assert sorted(remove(where)) == sorted(written)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert remove(where) == []


def test_windows_says_where_its_folder_is(tmp_path: Path) -> None:
    where = places(tmp_path, {"APPDATA": str(tmp_path / "lain")}, "win32")
    assert where.addin == tmp_path / "lain" / "Microsoft" / "Excel" / "XLSTART" / "kinerja.xlam"


def test_elsewhere_there_is_no_excel(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match="hanya ada di Windows dan macOS"):
        places(tmp_path, {}, "linux")


def test_the_command_says_what_it_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = places(tmp_path, {}, "win32")
    monkeypatch.setattr(excel_install, "places", lambda *_: where)
    put = CliRunner().invoke(app, ["pasang", "excel"])
    assert put.exit_code == 0
    assert [line for line in put.stdout.splitlines() if line.startswith("Ditulis: ")] == [
        f"Ditulis: {where.addin}",
        f"Ditulis: {where.settings}",
    ]
    assert "Berikutnya: tutup dan buka lagi Excel" in put.stderr
    taken = CliRunner().invoke(app, ["pasang", "excel", "--lepas"])
    assert "Tombol Kinerja dilepas dari Excel." in taken.stderr
    assert "tidak terpasang di Excel" in CliRunner().invoke(app, ["pasang", "excel", "--lepas"]).stderr
