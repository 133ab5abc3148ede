"""Two Debian packages out of the bundle: jewelcrm for the shops, jewelcrm-office for head office.

python packaging/linux/debs.py                      # into build/packages
python packaging/linux/debs.py --version 0.0.9      # under another number, to try an upgrade
python packaging/linux/debs.py --quick              # bigger, but in seconds: for trying
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "bundle"))
import contents
import make_bundle

OUT = contents.ROOT / "build" / "packages"
DESKTOP_ID = "org.jewelcrm.JewelCRM"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
UNITS = (
    "jewelcrm-office.service",
    "jewelcrm-office-backup.service",
    "jewelcrm-office-backup.timer",
)
SERVER = HERE.parent / "server"


def main() -> int:
    """Make both."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--version", default=contents.version())
    parser.add_argument("--bundle", type=Path, default=make_bundle.BUNDLE)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--quick", action="store_true")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for make in (shop_tree, office_tree):
        with tempfile.TemporaryDirectory(dir=args.out) as folder:  # others may pack just now, too
            tree = Path(folder) / make.__name__
            name = make(tree, args.bundle, args.version)
            made = args.out / f"{name}_{args.version}_{architecture()}.deb"
            pack(tree, made, quick=args.quick)
        print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


def shop_tree(tree: Path, bundle: Path, number: str) -> str:
    """The package of a shop's PC: the window and jewelcrm-admin."""
    home = tree / "usr/lib/jewelcrm/package"
    copy_bundle(bundle, home, programs=("jewelcrm", "jewelcrm-admin"), drops=contents.SHOP_DROPS)
    release_number(home, number)
    for program in ("jewelcrm", "jewelcrm-admin"):
        link(tree / "usr/bin" / program, f"../lib/jewelcrm/current/{program}")
    share, recipes = tree / "usr/share", HERE / "desktop"
    put(recipes / f"{DESKTOP_ID}.desktop", share / "applications" / f"{DESKTOP_ID}.desktop")
    news = (recipes / f"{DESKTOP_ID}.metainfo.xml").read_text("utf-8")
    write(share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml", filled(news, number))
    icons = contents.ROOT / "resources" / "icons"
    for size in ICON_SIZES:
        place = share / f"icons/hicolor/{size}x{size}/apps/{DESKTOP_ID}.png"
        put(icons / f"jewelcrm-{size}.png", place)
    put(icons / "jewelcrm.svg", share / f"icons/hicolor/scalable/apps/{DESKTOP_ID}.svg")
    control(tree, recipes, number, "jewelcrm")
    return "jewelcrm"


def office_tree(tree: Path, bundle: Path, number: str) -> str:
    """The package of head office's server."""
    home = tree / "usr/lib/jewelcrm-office/package"
    copy_bundle(bundle, home, programs=("jewelcrm-office",), drops=contents.OFFICE_DROPS)
    release_number(home, number)
    put(HERE / "office/jewelcrm-office", tree / "usr/bin/jewelcrm-office", mode=0o755)
    put(HERE / "office/office.conf", tree / "etc/jewelcrm/office.conf")
    for unit in UNITS:
        write(tree / "lib/systemd/system" / unit, packaged_unit((SERVER / unit).read_text("utf-8")))
    papers = tree / "usr/share/doc/jewelcrm-office"
    for paper in ("README.md", "database.sql", "postgresql.conf", "nginx.conf", "Caddyfile"):
        put(SERVER / paper, papers / "examples" / paper)
    control(tree, HERE / "office", number, "jewelcrm-office")
    write(tree / "DEBIAN/conffiles", "/etc/jewelcrm/office.conf\n")
    return "jewelcrm-office"


def packaged_unit(text: str) -> str:
    """A unit of packaging/server as the package installs it: its program, its options in /etc."""
    text = text.replace(
        "/opt/jewelcrm/.venv/bin/jewelcrm-office",
        "/usr/lib/jewelcrm-office/current/jewelcrm-office",
    )
    text, changed = re.subn(
        r"^(ExecStart=\S+ --data \S+ run) .*$",
        r"EnvironmentFile=/etc/jewelcrm/office.conf\n\1 $JEWELCRM_OFFICE_OPTIONS",
        text,
        flags=re.MULTILINE,
    )
    wait = "ConditionPathExists=/var/lib/jewelcrm/office.json\n\n[Service]"
    return text.replace("\n[Service]", wait, 1) if changed or "oneshot" in text else text


def copy_bundle(
    bundle: Path, home: Path, *, programs: tuple[str, ...], drops: tuple[str, ...]
) -> None:
    """The part of the bundle that one package carries."""
    inside = bundle / "_internal"

    def left_out(folder: str, names: list[str]) -> set[str]:
        place = Path(folder).relative_to(inside)
        return {one for one in names if (place / one).as_posix().startswith(drops)}

    shutil.copytree(inside, home / "_internal", symlinks=True, ignore=left_out)
    for name in programs:
        put(bundle / name, home / name, mode=0o755)


def release_number(home: Path, number: str) -> None:
    """The number the program says it is."""
    contents.write_metadata(home / "_internal", number)


def control(tree: Path, recipes: Path, number: str, package: str) -> None:
    """What dpkg reads: the control file, the scripts, the question, the sums."""
    releases = (HERE / "releases.sh").read_text("utf-8").partition("\n\n")[2]
    for name in SCRIPTS:
        text = filled((recipes / name).read_text("utf-8"), number).replace("@RELEASES@", releases)
        write(tree / "DEBIAN" / name, text, mode=0o755)
    write(tree / "DEBIAN/templates", (recipes / "templates").read_text("utf-8"))
    put(HERE / "copyright", tree / f"usr/share/doc/{package}/copyright")
    size = round(make_bundle.size_mb(tree) * 1000)
    text = filled((recipes / "control").read_text("utf-8"), number).replace("@SIZE@", str(size))
    write(tree / "DEBIAN/control", text)


def filled(text: str, number: str) -> str:
    """The recipes' blanks."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", dt.datetime.now(dt.UTC).timestamp()))
    day = dt.datetime.fromtimestamp(epoch, dt.UTC).date()
    for blank, value in {
        "@VERSION@": number,
        "@DATE@": day.isoformat(),
        "@ARCH@": architecture(),
        "@GLIBC@": platform.libc_ver()[1],
    }.items():
        text = text.replace(blank, value)
    return text


def architecture() -> str:
    """As Debian calls it."""
    return ARCHITECTURES[platform.machine()]


def pack(tree: Path, made: Path, *, quick: bool) -> None:
    """The .deb itself."""
    for folder in (
        tree,
        *(one for one in tree.rglob("*") if one.is_dir() and not one.is_symlink()),
    ):
        folder.chmod(0o755)
    squeeze = ["-Zzstd", "-z1"] if quick else ["-Zxz"]
    command = ["dpkg-deb", "--root-owner-group", *squeeze, "--build", str(tree), str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def put(source: Path, place: Path, mode: int = 0o644) -> None:
    """A file at its place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)
    place.chmod(mode)


def write(place: Path, text: str, mode: int = 0o644) -> None:
    """A text at its place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    place.chmod(mode)


def link(place: Path, target: str) -> None:
    """A symbolic link."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


if __name__ == "__main__":
    sys.exit(main())
