"""One window per store: a second start brings the first one to the front."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QThread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ANSWER_MS = 1500
_AGAIN_MS = 250
_PATIENCE_S = 4.0  # two starts at once: the first is soon there to be called


class Single:
    """A lock in the store's folder, and a line by which a second start calls the first."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # the window stays open for weeks
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._line = f"jewelcrm-{digest[:24]}"
        self._server: QLocalServer | None = None
        self._folder = folder

    def first(self) -> bool:
        """Whether no other window has this store. A folder that cannot be written has no lock."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return True
        if self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def has_turn(self) -> bool:
        """Whether this window is to open: no other has this store, or none answers.

        On a full disk the lock that a crash left behind cannot be taken away, and a person who
        wants in must be told why nothing can be saved.
        """
        end = time.monotonic() + _PATIENCE_S
        while not self.first():
            if self.call_first():
                return False
            if time.monotonic() > end:
                break
            QThread.msleep(_AGAIN_MS)
        return True

    def call_first(self) -> bool:
        """Ask the first window to come forward; whether it answered."""
        from PySide6.QtNetwork import QLocalSocket

        line = QLocalSocket()
        line.connectToServer(self._line)
        if not line.waitForConnected(_ANSWER_MS):
            return False
        line.write(b"forward")
        line.waitForBytesWritten(_ANSWER_MS)
        line.disconnectFromServer()
        return True

    def on_call(self, forward: Callable[[], None]) -> None:
        """Listen for a second start."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._line)
        self._server = server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._called(forward))
        server.listen(self._line)

    def _called(self, forward: Callable[[], None]) -> None:
        if self._server is not None and (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            forward()

    def release(self) -> None:
        """The window is closed."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
