"""pyqtgraph as `pg`, without the copy of Qt that it makes for itself while it loads.

It copies each name of QtCore, QtGui and QtWidgets into modules of its own. PySide makes a class
when it is first asked for, so that all seven hundred are made, of which charts use a few dozen:
8 MB of memory for good, and a fifth of the time that loading takes. Here what stands in for the
copies asks Qt when a name is wanted.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["pg"]

_COPIED = ("QtCore", "QtGui", "QtWidgets")


class _Mirror(ModuleType):
    """A module of pyqtgraph's that has what one of Qt's has, and what is set on it besides."""

    def __init__(self, qt: ModuleType) -> None:
        super().__init__(qt.__name__.replace("PySide6", "pyqtgraph.Qt"))
        self._qt = qt

    def __getattr__(self, name: str) -> Any:
        return getattr(self._qt, name)


def _load() -> Any:
    originals = [import_module(f"PySide6.{name}") for name in _COPIED]
    for qt in originals:
        mirror = _Mirror(qt)
        sys.modules[mirror.__name__] = mirror
        qt.__dict__["__dir__"] = list  # pyqtgraph asks for all names: there are none
    try:
        import pyqtgraph
    finally:
        for qt in originals:
            del qt.__dict__["__dir__"]
    return pyqtgraph


pg: Any = sys.modules.get("pyqtgraph") or _load()  # Any: it carries no types
