"""Where things are on this PC."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("JewelCRM", appauthor=False)


def default_data() -> Path:
    """The folder of the store when none is named."""
    return Path(_DIRS.user_data_dir)


def demo_data() -> Path:
    """The folder of the demo store."""
    return Path(_DIRS.user_data_dir).with_name("JewelCRM-demo")


def office_data() -> Path:
    """The folder of head office's server when none is named."""
    return Path(_DIRS.user_data_dir).with_name("JewelCRM-office")
