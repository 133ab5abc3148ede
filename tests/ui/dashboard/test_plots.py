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
{chart}
made = [one for qt in (QtCore, QtGui, QtWidgets) for one in vars(qt).values()]
print(sum(isinstance(one, type) for one in made))
"""


_OURS = "chart = TimeChart('Sales'); chart.put([Stroke('1', 1.0, 'one', 2.0)])"
_THEIRS = "chart = PlotWidget(); chart.plot([1, 2, 3])"


def _made(module: str, name: str, chart: str) -> int:
    return int(_run(_PROGRAM.format(module=module, name=name, chart=chart)))


def _run(program: str) -> str:
    """What a program says, and what went wrong in it."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=100
    )
    return done.stdout + done.stderr


def test_the_charts_load_no_editors_no_processes_and_no_opengl() -> None:
    program = """
import sys
from ui.dashboard import charts
there = [name for name in sys.modules if getattr(sys.modules[name], "__file__", "")]
unwanted = ("pyqtgraph.parametertree", "pyqtgraph.multiprocess", "pyqtgraph.imageview", "pydoc",
            "pyqtgraph.graphicsItems.ROI", "PySide6.QtOpenGL")
print(*(name for name in unwanted if name in there))
"""
    assert _run(program).strip() == ""


def test_what_the_charts_do_without_is_there_for_others() -> None:
    program = """
from ui.dashboard import charts
from PySide6 import QtTest
import PySide6.QtSvg
print(QtTest.QTest.__name__, PySide6.QtSvg.QSvgRenderer.__name__)
"""
    assert _run(program).split() == ["QTest", "QSvgRenderer"]


def test_what_is_left_out_says_so_to_whoever_makes_one() -> None:
    program = """
from ui.dashboard.plots import pg
pg.graphicsItems.ROI.ROI()
"""

    assert "ROI is not loaded: see ui/dashboard/plots.py" in _run(program)


def test_the_charts_do_not_have_every_class_of_qt_made() -> None:
    assert _made("ui.dashboard.charts", "Stroke, TimeChart", _OURS) < (
        _made("pyqtgraph", "PlotWidget", _THEIRS) / 2
    )
