"""The installed program: what it takes on the disk, to start, and in memory.

The bare limit is a PySide6 window with an empty table in a bundle of its own, trimmed by the same
rules and run in turns with ours. Both show their window and take a picture of it, which is the
end of the time; ours without a store, as on a new PC. `make package` makes ours; the bare one is
made here, once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure, percentile

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "build" / "bundle" / "jewelcrm"
BARE = ROOT / "build" / "bundle" / "bare"
PACKAGER = ROOT / "build" / "package" / "bin" / "python"
ROUNDS = 7


def run(scale: int) -> list[dict[str, object]]:
    """Sizes, and medians of some starts in turn."""
    if not (OURS / "jewelcrm").exists():
        print("(no bundle in build/bundle: make package)")
        return []
    _make_bare()
    with tempfile.TemporaryDirectory() as place:
        ours_words = [str(OURS / "jewelcrm"), "--data", f"{place}/store", "--quit", "0"]
        bare_words = [str(BARE / "bare")]
        both = ([*ours_words, f"{place}/ours.png"], [*bare_words, f"{place}/bare.png"])
        turns = [[_start(words) for words in both] for _ in range(ROUNDS + 1)]
        ours, bare = (list(rows) for rows in zip(*turns[1:], strict=True))  # the first fills caches

    def middle(rows: list[tuple[float, float]], at: int) -> float:
        return percentile([row[at] for row in rows], 0.5)

    made = [
        Figure("bundle on the disk", _size(OURS), _size(BARE), 320, "MB").row(),
        Figure(
            "bundle: start to a picture of the window", middle(ours, 0), middle(bare, 0), 1500, "ms"
        ).row(),
        Figure(
            "bundle: most memory at the start", middle(ours, 1), middle(bare, 1), 200, "MB"
        ).row(),
    ]
    packages = sorted((ROOT / "build" / "packages").glob("*.deb"))
    made += [Figure(one.name, one.stat().st_size / 1e6, None, 120, "MB").row() for one in packages]
    return made


def _make_bare() -> None:
    if (BARE / "bare").exists():
        return
    packager = os.environ.get("JEWELCRM_PACKAGER", str(PACKAGER))
    command = [packager, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(BARE.parent), "--workpath", str(ROOT / "build" / "bare")]
    subprocess.run([*command, str(ROOT / "packaging" / "bundle" / "bare.spec")], check=True)


def _start(words: list[str]) -> tuple[float, float]:
    """Milliseconds from the call to the end, and the most memory in MB."""
    environment = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    picture = Path(words[-1])
    picture.unlink(missing_ok=True)
    most, taken, began = 0.0, 0.0, time.perf_counter()
    running = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    while running.poll() is None:
        most = max(most, _memory(running.pid))
        if not taken and picture.exists():
            taken = (time.perf_counter() - began) * 1000
        time.sleep(0.004)
    if running.returncode or not taken:
        sys.exit(f"{words[0]} ended with {running.returncode}")
    return taken, most


def _memory(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
    return int(peak) / 1024


def _size(folder: Path) -> float:
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files) / 1e6
