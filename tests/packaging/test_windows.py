"""Windows, as far as it can be looked at from here: installers, wheels, and calls it lacks."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement

from tests.conftest import PROVE, ROOT

WINDOWS = ROOT / "packaging" / "windows"
LOCK = ROOT / "packaging" / "locks" / "runtime.txt"
THERE = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "python_version": "3.12",
    "python_full_version": "3.12.0",
}

# Modules and calls that Windows lacks.
MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty", "uvloop"}
CALLS = {
    "os": "chown fchmod fork forkpty getegid geteuid getgid getpgid getuid killpg major minor"
    " mkfifo nice pipe2 posix_fadvise sched_setaffinity setsid statvfs sync uname wait",
    "signal": "SIGALRM SIGCHLD SIGHUP SIGKILL SIGPIPE SIGUSR1 SIGUSR2 alarm pause setitimer",
    "socket": "AF_UNIX AF_NETLINK socketpair",
    "time": "tzset",
}
PATHS = re.compile(r"^/(dev|etc|home|mnt|opt|proc|root|run|sys|tmp|usr|var)(/|$)")

# Where one may stand, and what keeps Windows from getting there.
GUARDED = {
    "db/backup/locking.py": "asks os.name first",
    "db/backup/quiet.py": "asks sys.platform first",
    "db/shop/machine.py": "asks sys.platform first; the files are only looked for",
    "jewelcrm/admin/targets.py": "the file is looked for",
    "jewelcrm/imports/readers/trial.py": "looks whether the call is there",
    "jewelcrm/backup/carrying.py": "looks whether the call is there",
    "jewelcrm/backup/labels.py": "asks sys.platform first",
    "db/shop/shares.py": "asks sys.platform first",
    "jewelcrm/commissioning/looking.py": "asks sys.platform first",
    "jewelcrm/doctor/system.py": "asks sys.platform first",
    "jewelcrm/office/serving.py": "head office runs on Linux; --unix is asked for",
    "ui/backup/sticks.py": "asks sys.platform first",
    "ui/screen.py": "asks sys.platform first",
    "ui/shell/screenlock.py": "asks sys.platform first",
    "ui/smoke.py": "the file is looked for",
}


def lacking(tree: ast.AST) -> Iterator[str]:
    """What of a module Windows does not have."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in CALLS.get(node.value.id, "").split():
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Constant) and PATHS.match(str(node.value)):
            yield str(node.value).splitlines()[0]


def sources() -> Iterator[Path]:
    for folder in ("db", "jewelcrm", "resources", "ui"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def test_nothing_is_called_that_windows_lacks() -> None:
    found = {}
    for path in sources():
        place = path.relative_to(ROOT).as_posix()
        if place not in GUARDED and (names := sorted(set(lacking(ast.parse(path.read_text()))))):
            found[place] = names

    assert found == {}


@pytest.mark.parametrize("place", sorted(GUARDED))
def test_every_guarded_module_still_needs_its_guard(place: str) -> None:
    text = (ROOT / place).read_text("utf-8")

    assert list(lacking(ast.parse(text))), "take it off the list"
    if "asks" in GUARDED[place]:
        assert re.search(r"sys\.platform|os\.name", text), (
            "nothing keeps Windows from getting there"
        )


@pytest.mark.parametrize(
    "code",
    ["import fcntl", "from pwd import getpwnam", "os.fork()", "x = '/tmp/x'", "signal.SIGKILL"],
)
def test_the_lint_sees_what_it_looks_for(code: str) -> None:
    assert list(lacking(ast.parse(code)))


@pytest.mark.parametrize("code", ["os.replace(a, b)", "x = '/orders/new'", "signal.SIGTERM"])
def test_the_lint_leaves_what_windows_has(code: str) -> None:
    assert not list(lacking(ast.parse(code)))


# Wheels ------------------------------------------------------------------------------------------


def wanted_on_windows(python: str = "3.12") -> list[str]:
    """The locked lines that are installed there, with their hashes, without conditions."""
    kept, there = [], {**THERE, "python_version": python, "python_full_version": f"{python}.0"}
    for block in re.split(r"\n(?=\S)", LOCK.read_text("utf-8").replace("\\\n", " ")):
        head, *hashes = re.split(r"\s+(?=--hash=)", block.strip())
        need = Requirement(head)
        if need.marker is None or need.marker.evaluate(there):
            kept.append(" ".join([f"{need.name}{need.specifier}", *map(str.strip, hashes)]))
    return kept


def test_what_is_locked_for_windows_is_what_it_needs() -> None:
    names = {re.split("[=<>]", one)[0].casefold() for one in wanted_on_windows()}

    assert {"pyside6-essentials", "sqlcipher3", "tzdata", "pywin32-ctypes", "keyring"} <= names
    assert "uvloop" not in names
    assert "secretstorage" not in names


@pytest.mark.prove
@pytest.mark.slow
@pytest.mark.enable_socket
@pytest.mark.timeout(600)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_every_locked_package_has_a_wheel_for_windows(tmp_path: Path, python: str) -> None:
    if not PROVE:
        pytest.skip("asks the package index: make prove ARGS=tests/packaging")
    lock = tmp_path / "windows.txt"
    lock.write_text("\n".join(wanted_on_windows(python)))
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps"]
    command += ["--target", str(tmp_path / "target"), "--platform", "win_amd64"]
    command += ["--python-version", python, "--only-binary=:all:", "--require-hashes"]
    if python != ".".join(map(str, sys.version_info[:2])):
        command.append("--ignore-requires-python")  # pip would ask it of the Python that runs pip

    done = subprocess.run(
        [*command, "--ignore-installed", "-r", str(lock)],
        capture_output=True,
        text=True,
        check=False,
    )

    if "No matching distribution" not in done.stderr and "connection" in done.stderr.casefold():
        pytest.skip("the package index does not answer")
    assert done.returncode == 0, done.stderr[-1500:]


# Installers --------------------------------------------------------------------------------------


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(WINDOWS), str(ROOT / "packaging/bundle"), *sys.path])
    spec = importlib.util.spec_from_file_location("windows_build", WINDOWS / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """A tree that looks like the bundle."""
    tree = tmp_path / "payload"
    for name in ("jewelcrm.exe", "jewelcrm-admin.exe", "_internal/python312.dll"):
        file = tree / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"MZ" + bytes(5000))
    for number in range(40):
        file = tree / "_internal" / f"package {number}" / "module.py"
        file.parent.mkdir()
        file.write_text("pass")
    return tree


@pytest.mark.skipif(shutil.which("wixl") is None, reason="wixl (msitools) is not installed here")
def test_the_msi_is_per_machine_silent_and_has_every_file(
    tool: ModuleType, payload: Path, tmp_path: Path
) -> None:
    made = tool.msi(payload, "0.1.0", tmp_path / "JewelCRM.msi")

    def table(name: str) -> str:
        command = ["msiinfo", "export", str(made), name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    properties = dict(
        line.split("\t") for line in table("Property").splitlines() if line.count("\t") == 1
    )
    assert properties["ALLUSERS"] == "1"
    assert properties["ProductVersion"] == "0.1.0"
    assert properties["UpgradeCode"] == "{7F0A4C3E-6B52-4E0C-9B1E-0A3B0E7C5D11}"
    assert len(table("File").splitlines()) - 3 == 43
    assert "LogOn\t\tStart when somebody logs on" in table("Feature")
    assert "CurrentVersion\\Run" in table("Registry")
    out = tmp_path / "out"
    subprocess.run(["msiextract", "-C", str(out), str(made)], check=True, capture_output=True)
    assert len(list(out.rglob("module.py"))) == 40
    assert next(out.rglob("jewelcrm.exe")).read_bytes() == (payload / "jewelcrm.exe").read_bytes()


def test_component_numbers_stay_from_build_to_build(
    tool: ModuleType, payload: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.wxs", tmp_path / "2.wxs"
    assert tool.harvest(payload, first) == tool.harvest(payload, second) == 43

    guids = [one.get("Guid") for one in ET.parse(first).iter() if one.get("Guid")]
    assert first.read_text() == second.read_text()
    assert len(set(guids)) == 43


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed here")
def test_the_hand_installer_compiles_in_three_languages(
    tool: ModuleType, payload: Path, tmp_path: Path
) -> None:
    made = tool.setup(payload, "0.1.0", tmp_path / "setup.exe")

    assert made.read_bytes()[:2] == b"MZ"
    assert b"NullsoftInst" in made.read_bytes()
    text = (WINDOWS / "setup.nsi").read_text("utf-8")
    for name in re.findall(r"LangString (\w+) \$\{LANG_ENGLISH\}", text):
        assert len(re.findall(rf"LangString {name} ", text)) == 3, name
    for message in re.findall(r"MessageBox (.*)", text):
        assert "/SD IDOK" in message, "a silent installation must not wait for anybody"


def test_a_signing_command_is_run_for_each_file(
    tool: ModuleType, payload: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signer = tmp_path / "sign.py"
    signer.write_text("import sys; open(sys.argv[1], 'ab').write(b'signed')")
    monkeypatch.setenv("JEWELCRM_SIGN", f'{sys.executable} {signer} "{{file}}"')

    tool.sign(payload / "jewelcrm.exe", payload / "jewelcrm-admin.exe")

    for name in tool.PROGRAMS:
        assert (payload / name).read_bytes().endswith(b"signed")


def test_without_a_certificate_it_says_so(tool, payload, monkeypatch, capsys) -> None:
    monkeypatch.delenv("JEWELCRM_SIGN", raising=False)

    tool.sign(payload / "jewelcrm.exe")

    assert "not signed: jewelcrm.exe" in capsys.readouterr().out
