"""Everything for Windows with one command, on a Windows machine.

    py packaging/windows/build.py                    # bundle, smoke, sign, MSI, setup.exe, sign
    python packaging/windows/build.py --payload DIR  # anywhere: only the two installers, of a tree

Needs beside Python and packaging/locks: WiX 3 (candle, light) or wixl, and NSIS (makensis), on the
PATH. JEWELCRM_SIGN, when set, is a command that signs one file in place; `{file}` stands for it:
    signtool sign /fd sha256 /tr http://timestamp.example /td sha256 /n "Our Company" "{file}"
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "bundle")]
import contents
import make_bundle
from harvest import harvest

OUT = contents.ROOT / "build" / "packages"
PROGRAMS = ("jewelcrm.exe", "jewelcrm-admin.exe")
ICON = contents.ROOT / "resources" / "icons" / "jewelcrm.ico"


def main() -> int:
    """Build what can be built here, and say what was left out."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--payload", type=Path, help="a tree that is there already")
    parser.add_argument("--version", default=contents.version())
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    payload = args.payload or bundle()
    missing = [name for name in PROGRAMS if not (payload / name).exists()]
    if missing:
        print(f"Not in {payload}: {', '.join(missing)}")
        return 1
    sign(*(payload / name for name in PROGRAMS))
    made = [
        msi(payload, args.version, args.out / f"JewelCRM-{args.version}.msi"),
        setup(payload, args.version, args.out / f"JewelCRM-{args.version}-setup.exe"),
    ]
    sign(*(one for one in made if one))
    for one in made:
        print(f"{one.name}: {one.stat().st_size / 1e6:.1f} MB" if one else "left out, see above")
    return 0 if all(made) else 1


def bundle() -> Path:
    """PyInstaller's folder without head office's part, tried once."""
    if sys.platform != "win32":
        raise SystemExit("PyInstaller builds for the system it runs on: run this on Windows.")
    make_bundle.main()
    payload = contents.ROOT / "build" / "windows" / "payload"
    shutil.rmtree(payload, ignore_errors=True)
    inside = make_bundle.BUNDLE / "_internal"

    def left_out(folder: str, names: list[str]) -> set[str]:
        place = Path(folder).relative_to(inside)
        return {one for one in names if (place / one).as_posix().startswith(contents.SHOP_DROPS)}

    shutil.copytree(inside, payload / "_internal", ignore=left_out)
    for name in PROGRAMS:
        shutil.copy2(make_bundle.BUNDLE / name, payload / name)
    subprocess.run([str(payload / "jewelcrm.exe"), "--smoke"], check=True)
    return payload


def sign(*files: Path) -> None:
    """By the command of JEWELCRM_SIGN; unsigned programs are what SmartScreen warns of."""
    command = os.environ.get("JEWELCRM_SIGN", "")
    for file in files:
        if command:
            words = shlex.split(command, posix=os.name != "nt")
            subprocess.run(
                [one.replace("{file}", str(file)).strip('"') for one in words], check=True
            )
        else:
            print(f"not signed: {file.name} (JEWELCRM_SIGN is not set)")


def msi(payload: Path, number: str, out: Path) -> Path | None:
    """By WiX where it is, else by wixl."""
    work = contents.ROOT / "build" / "windows"
    work.mkdir(parents=True, exist_ok=True)
    harvest(payload, work / "files.wxs")
    sources = [str(HERE / "jewelcrm.wxs"), str(work / "files.wxs")]
    if shutil.which("candle"):
        objects = [str(work / "jewelcrm.wixobj"), str(work / "files.wixobj")]
        defined = [f"-dVERSION={number}", f"-dSRC={payload}"]
        subprocess.run(
            ["candle", "-nologo", "-arch", "x64", *defined, "-out", f"{work}{os.sep}", *sources],
            check=True,
        )
        subprocess.run(["light", "-nologo", "-sval", "-out", str(out), *objects], check=True)
        return out
    if shutil.which("wixl"):
        defined = ["-D", f"VERSION={number}", "-D", f"SRC={payload.name}"]  # it wants relative ones
        command = ["wixl", "-a", "x64", *defined, "-o", str(out.absolute()), *sources]
        subprocess.run(command, check=True, cwd=payload.absolute().parent)
        return out
    print("no MSI: neither WiX 3 (candle, light) nor wixl is on the PATH")
    return None


def setup(payload: Path, number: str, out: Path) -> Path | None:
    """The hand installer, by NSIS."""
    tool = shutil.which("makensis")
    if tool is None:
        print("no setup.exe: NSIS (makensis) is not on the PATH")
        return None
    given = {"VERSION": number, "PAYLOAD": str(payload), "OUT": str(out), "ICON": str(ICON)}
    words = [f"-D{name}={value}" for name, value in given.items()]
    subprocess.run([tool, "-V2", *words, str(HERE / "setup.nsi")], check=True)
    return out


if __name__ == "__main__":
    sys.exit(main())
