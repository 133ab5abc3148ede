"""Starting the program when somebody logs on to the computer: for this account only."""

from __future__ import annotations

import os
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from jewelcrm.errors import Unavailable

NAME = "JewelCRM"
_FILE = "org.jewelcrm.JewelCRM.desktop"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_ENTRY = """[Desktop Entry]
Type=Application
Name=JewelCRM
Exec={command}
Icon=org.jewelcrm.JewelCRM
X-GNOME-Autostart-enabled=true
"""


def is_on() -> bool:
    """Whether it starts by itself."""
    if sys.platform == "win32":
        return _windows_value() is not None
    return _place().exists()


def switch(*, on: bool) -> None:
    """Start by itself from the next log-on on, or not any more.

    Raises:
        Unavailable: the computer does not let this account choose.
    """
    try:
        if sys.platform == "win32":
            _windows_switch(on=on)
        elif on:
            _place().parent.mkdir(parents=True, exist_ok=True)
            _place().write_text(_ENTRY.format(command=_quoted(command())), "utf-8")
        else:
            _place().unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("This computer does not let you choose what starts at log-on.") from error


def command() -> str:
    """What starts the window: the installed program's stable name, else this very one."""
    installed = shutil.which("jewelcrm")
    if getattr(sys, "frozen", False):
        own = Path(sys.executable).with_name("jewelcrm.exe" if os.name == "nt" else "jewelcrm")
        return installed if installed and sys.platform != "win32" else str(own)
    return installed or str(Path(sys.executable).with_name("jewelcrm"))


def _quoted(text: str) -> str:
    """As a desktop entry wants it: a folder's name may have spaces."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("`", "\\`").replace("$", "\\$")
    return f'"{escaped}"' if " " in text else escaped


def _place() -> Path:
    base = os.environ.get("XDG_CONFIG_HOME", "") or str(Path.home() / ".config")
    return Path(base) / "autostart" / _FILE


def _registry() -> Any:
    return import_module("winreg")


def _windows_value() -> str | None:
    registry = _registry()
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            return str(registry.QueryValueEx(key, NAME)[0])
    except FileNotFoundError:
        return None


def _windows_switch(*, on: bool) -> None:
    registry = _registry()
    with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
        if on:
            registry.SetValueEx(key, NAME, 0, registry.REG_SZ, f'"{command()}"')
        elif _windows_value() is not None:
            registry.DeleteValue(key, NAME)
