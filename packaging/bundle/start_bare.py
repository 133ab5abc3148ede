"""The least a window in a bundle can be: what `make bench` measures ours against."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QTableWidget(20, 5))
window.resize(1280, 800)
window.show()


def finish() -> None:
    window.grab().save(str(Path(sys.argv[1])))
    app.quit()


QTimer.singleShot(0, finish)
sys.exit(app.exec())
