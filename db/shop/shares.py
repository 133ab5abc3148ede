"""Is a folder on a disk of another computer? A store there would be damaged when the line drops."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

_SHARES = frozenset(
    {"9p", "afs", "ceph", "cifs", "fuse.rclone", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb3"}
    | {"davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "ncpfs", "smbfs"}
)
_REMOTE_DRIVE = 4  # GetDriveTypeW
MOUNTS = Path("/proc/mounts")


def is_share(folder: Path, mounts: Path | None = None) -> bool:
    """Whether the folder, which need not be there yet, lies on a disk of another computer."""
    if sys.platform == "win32":
        return _windows_share(folder)
    found = ("", "")
    with suppress(OSError):
        place = str(_nearest(folder.absolute()).resolve())
        for line in (mounts or MOUNTS).read_text("utf-8", "replace").splitlines():
            _device, mount, kind, *_rest = line.split(" ")
            mount = re.sub(r"\\(\d{3})", lambda one: chr(int(one[1], 8)), mount)
            inside = place == mount or place.startswith(mount.rstrip("/") + "/")
            if inside and len(mount) >= len(found[0]):
                found = (mount, kind)
    return found[1] in _SHARES


def _windows_share(folder: Path) -> bool:
    if str(folder.absolute()).startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    return bool(kernel.GetDriveTypeW(folder.absolute().anchor) == _REMOTE_DRIVE)


def _nearest(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.exists())
