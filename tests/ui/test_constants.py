"""What is sent through Qt a hundred thousand times is still there."""

from __future__ import annotations

import subprocess
import sys

_SENDS = """
import ui
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    said = Signal(bool)

app, sender = QCoreApplication([]), Sender()
sender.said.connect(lambda _yes: None)
for _ in range(200_000):
    sender.said.emit(True)
    sender.said.emit(False)
print("still here", flush=True)
"""


def test_a_days_signals_do_not_end_python():
    run = subprocess.run(
        [sys.executable, "-c", _SENDS], capture_output=True, text=True, check=False, timeout=120
    )

    assert (run.stdout.strip(), run.returncode) == ("still here", 0), run.stderr
