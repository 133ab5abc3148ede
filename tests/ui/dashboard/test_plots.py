"""Loading the charts makes a few dozen of Qt's classes, not all of them."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QApplication
app = QApplication([])
from {module} import {name}
import pyqtgraph
assert pyqtgraph.Qt.QtWidgets.QGraphicsView is QtWidgets.QGraphicsView
assert not hasattr(pyqtgraph.Qt.QtCore, "NoSuchThing")
chart = pyqtgraph.PlotWidget()
chart.plot([1, 2, 3])
made = [one for qt in (QtCore, QtGui, QtWidgets) for one in vars(qt).values()]
print(sum(isinstance(one, type) for one in made))
"""


def _made(module: str, name: str) -> int:
    program = [sys.executable, "-c", _PROGRAM.format(module=module, name=name)]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=100)
    return int(done.stdout)


def test_the_charts_do_not_have_every_class_of_qt_made() -> None:
    assert _made("ui.dashboard.plots", "pg") < _made("pyqtgraph", "PlotWidget") / 2
