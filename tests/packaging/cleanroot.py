"""A clean Debian 12 in a folder: no Python, none of our tools; programs run in it by chroot."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RELEASE = "bookworm"
USER = "mei"
HOME = "/var/people/mei 陳 shop"
"""Spaces and Chinese characters, as people's own names have them."""

PASSWORD = "copper kettle sings"
_ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
    "JEWELCRM_PASSWORD": PASSWORD,
}


def why_not() -> str:
    """Why no clean root can be made here; empty when one can."""
    if os.geteuid() != 0:
        return "making a clean Debian needs root"
    missing = [tool for tool in ("debootstrap", "dpkg-deb", "Xvfb") if shutil.which(tool) is None]
    return f"not installed here: {', '.join(missing)}" if missing else ""


class Root:
    """One such Debian."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        """From Debian's own archive."""
        command = ["debootstrap", "--variant=minbase", RELEASE, str(self.folder)]
        subprocess.run(command, check=True, capture_output=True, timeout=900)

    def copied(self, to: Path) -> Root:
        """Another one like it."""
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.folder), str(to)], check=True)
        return Root(to)

    @contextmanager
    def alive(self) -> Iterator[Root]:
        """With /proc; everything that still runs in it is ended at the end."""
        proc = str(self.folder / "proc")
        subprocess.run(["mount", "-t", "proc", "proc", proc], check=True)
        try:
            self.add_user()
            yield self
        finally:
            self._end_all()
            subprocess.run(["umount", "--lazy", proc], check=True)

    def add_user(self) -> None:
        """A sales associate's account."""
        if not (self.folder / HOME.lstrip("/")).exists():
            self.path("/var/people").mkdir(exist_ok=True)
            self.run("useradd", "--create-home", "--home-dir", HOME, USER)

    def run(
        self, *words: str, check: bool = True, user: str = "", **more: str
    ) -> subprocess.CompletedProcess[str]:
        """A command in it."""
        done = subprocess.run(
            self._command(words, user),
            env={**_ENVIRONMENT, **({"HOME": HOME} if user else {}), **more},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{' '.join(words)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done

    def start(self, *words: str, user: str = "", **more: str) -> subprocess.Popen[bytes]:
        """A command that goes on running; what it says is in `said`."""
        with self.path("/srv/said").open("w") as said:
            return subprocess.Popen(
                self._command(words, user),
                env={**_ENVIRONMENT, **({"HOME": HOME} if user else {}), **more},
                stdout=said,
                stderr=said,
            )

    def said(self) -> str:
        """What the last one that was started said."""
        return self.path("/srv/said").read_text("utf-8")

    def install(self, *packages: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        """As an installer does: with what it needs, nothing more."""
        names = [self.put(package) for package in packages]
        return self.run("apt-get", "install", "-y", "--no-install-recommends", *names, check=check)

    def put(self, file: Path) -> str:
        """A file in it; where it is there."""
        place = self.folder / "srv" / file.name
        shutil.copyfile(file, place)
        return f"/srv/{file.name}"

    def path(self, inside: str) -> Path:
        """Where something of it lies here."""
        return self.folder / inside.lstrip("/")

    def _command(self, words: tuple[str, ...], user: str) -> list[str]:
        become = ["runuser", "-u", user, "--preserve-environment", "--"] if user else []
        return ["chroot", str(self.folder), *become, *words]

    def _end_all(self) -> None:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                inside = (process / "root").readlink() == self.folder
            except OSError:
                continue
            if inside:
                os.kill(int(process.name), signal.SIGKILL)


@contextmanager
def screen() -> Iterator[str]:
    """A screen for windows in a root: its abstract socket is not hidden by chroot."""
    number = 100 + os.getpid() % 800
    command = ["Xvfb", f":{number}", "-screen", "0", "1440x900x24"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
