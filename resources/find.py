"""Where a bundled file lies: in a checkout, an installed package or a frozen program."""

import sys
from pathlib import Path


def find(relative: str) -> Path:
    """The path of a file or folder under resources/, such as `icons/icons.ttf`.

    Raises:
        FileNotFoundError: nothing is there, or the name leads out of resources/.
    """
    base = root()
    path = (base / relative).resolve()
    if not path.is_relative_to(base) or not path.exists():
        raise FileNotFoundError(f"no bundled resource named {relative!r}")
    return path


def root() -> Path:
    """The resources folder itself."""
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if frozen:
        return Path(frozen).resolve() / "resources"
    return Path(__file__).resolve().parent
