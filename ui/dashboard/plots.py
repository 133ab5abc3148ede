"""pyqtgraph as `pg`, of which only what charts of bars use is loaded.

It copies each name of QtCore, QtGui and QtWidgets into modules of its own. PySide makes a class
when it is first asked for, so that all seven hundred are made, of which charts use a few dozen:
8 MB of memory for good, and a fifth of the time that loading takes. Here what stands in for the
copies asks Qt when a name is wanted.

It also loads all it has: editors of images, trees of parameters, OpenGL, processes that talk to
each other; another 10 MB. Empty modules stand in for those; a class of theirs that is only named
there is a class that nobody can make.
"""

from __future__ import annotations

import sys
from collections.abc import MutableSequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

__all__ = ["pg"]

_COPIED = ("QtCore", "QtGui", "QtWidgets")
_QT_UNUSED = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSvg", "PySide6.QtTest")
_USED = frozenset(
    f"pyqtgraph.{name}"
    for name in (
        *("Point", "SignalProxy", "SRTTransform", "SRTTransform3D", "ThreadsafeTimer"),
        *("Transform3D", "Vector", "WidgetGroup", "functions", "colormap", "debug", "reload"),
        *("GraphicsScene", "GraphicsScene.GraphicsScene", "GraphicsScene.mouseEvents"),
        *("Qt", "Qt.compat", "Qt.internals", "Qt.OpenGLConstants", "colors", "colors.palette"),
        *("graphicsItems", "icons", "util", "util.cprint", "util.cupy_helper", "util.mutex"),
        *("widgets", "widgets.GraphicsView"),
        *(
            f"graphicsItems.{item}"
            for item in (
                *("AxisItem", "BarGraphItem", "GraphicsItem", "GraphicsObject", "GraphicsWidget"),
                *("ItemGroup", "PlotCurveItem", "TextItem", "ViewBox", "ViewBox.ViewBox"),
            )
        ),
    )
)


class _Mirror(ModuleType):
    """A module of pyqtgraph's that has what one of Qt's has, and what is set on it besides."""

    def __init__(self, qt: ModuleType) -> None:
        super().__init__(qt.__name__.replace("PySide6", "pyqtgraph.Qt"))
        self._qt = qt

    def __getattr__(self, name: str) -> Any:
        return getattr(self._qt, name)


class _Unused(ModuleType):
    """Stands in for a module that charts do not use."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__: MutableSequence[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"__new__": _never})


def _never(one: type, *_given: object, **_named: object) -> None:
    raise NotImplementedError(f"{one.__name__} is not loaded: see ui/dashboard/plots.py")


class _Sparing(MetaPathFinder, Loader):
    """Finds the stand-ins, for as long as pyqtgraph loads."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> Any:
        ours = name.startswith("pyqtgraph.") and name not in _USED
        return ModuleSpec(name, self) if ours or name in _QT_UNUSED else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Unused(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def _load() -> Any:
    originals = [import_module(f"PySide6.{name}") for name in _COPIED]
    for qt in originals:
        mirror = _Mirror(qt)
        sys.modules[mirror.__name__] = mirror
        qt.__dict__["__dir__"] = list  # pyqtgraph asks for all names: there are none
    sparing = _Sparing()
    sys.meta_path.insert(0, sparing)
    try:
        import pyqtgraph
    finally:
        sys.meta_path.remove(sparing)
        for qt in originals:
            del qt.__dict__["__dir__"]
        for name in _QT_UNUSED:  # others may come to use them
            if isinstance(sys.modules.get(name), _Unused):
                del sys.modules[name]
                delattr(sys.modules["PySide6"], name.removeprefix("PySide6."))
    return pyqtgraph


pg: Any = sys.modules.get("pyqtgraph") or _load()  # Any: it carries no types
