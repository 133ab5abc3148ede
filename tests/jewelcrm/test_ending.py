"""A program's process ends with its own exit code, whatever its threads are in the middle of."""

from __future__ import annotations

import ast
import atexit
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from jewelcrm import ending
from jewelcrm.context import Context

ROOT = Path(__file__).resolve().parents[2]

# What the C library runs at an exit it runs backwards: SQLCipher, which comes later, has cleared
# its things away before this pause, in which the thread goes on with what is there no more.
PAUSE = """
import ctypes
libc = ctypes.CDLL(None)
pause = ctypes.cast(libc.usleep, ctypes.c_void_p)
getattr(libc, "__cxa_atexit")(pause, ctypes.c_void_p(300_000), None)
"""
READING = """
import sys, threading, time
from pathlib import Path
from db.store import Store
from jewelcrm.ending import end

store = Store(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
inside = threading.Event()

def read():
    with store.look() as raw:
        raw.execute("PRAGMA cache_size = 1")  # so that each page is decrypted again
        inside.set()
        raw.execute("SELECT sum(length(a.sql)) FROM sqlite_master a, sqlite_master, sqlite_master")

for _ in range(4):
    threading.Thread(target=read, daemon=True).start()
inside.wait()
time.sleep(0.1)

def main():
    print("good-bye")
    return 7
"""
QUIET = """
import atexit, sys
from jewelcrm.ending import end
atexit.register(print, "cleared away")
"""


def ran(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the pause is put in by Linux's C library")
@pytest.mark.parametrize(("last", "code"), [("end(main)", 7), ("end(lambda: [][main()])", 1)])
def test_a_program_ends_without_a_crash_while_a_thread_reads_the_store(
    ctx: Context, last: str, code: int
) -> None:
    done = ran(PAUSE + READING + last, str(ctx.store.folder), ctx.store.key.hex())

    assert (done.returncode, done.stdout) == (code, "good-bye\n")


def test_a_program_whose_threads_are_all_over_clears_away_as_any_other() -> None:
    done = ran(QUIET + "end(lambda: 5)")

    assert (done.returncode, done.stdout) == (5, "cleared away\n")


@pytest.mark.parametrize(("said", "code"), [(None, 0), (3, 3), ("no such folder", 1)])
def test_a_program_that_stops_itself_keeps_its_exit_code(
    said: int | str | None, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    last: list[tuple[object, ...]] = []
    monkeypatch.setattr(atexit, "register", lambda *call: last.append(call))

    with pytest.raises(SystemExit):
        ending.end(lambda: sys.exit(said))

    assert [call[1] for call in last] == [code]


def test_each_installed_program_ends_so() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    starts = {place.split(":")[0]: place.split(":")[1] for place in scripts.values()}
    modules = [import_module(name) for name in starts]

    assert set(starts.values()) == {"start"}
    assert [module.end for module in modules] == [ending.end] * len(modules)


@pytest.mark.parametrize("name", ["window", "admin", "office"])
def test_each_program_of_the_bundle_begins_as_the_installed_one(name: str) -> None:
    tree = ast.parse((ROOT / f"packaging/bundle/start_{name}.py").read_text("utf-8"))

    assert ast.unparse(tree.body[-1]) == "start()"
