"""A fault of ours: caught and logged, with a report one may read before passing it on (`fault`).

The report holds where in the program it happened and which versions run, never what was typed or
whose card was open: an error's own text may carry values, so it is left out.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion

from ui.background import Bell

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).resolve().parents[2]
_kept: list[int] = []  # the file faulthandler writes to, until the very end
_times: Counter[str] = Counter()  # how often each report came; as many as there are places


def report_of(error: BaseException) -> str:
    """What happened, without a single value."""
    lines = [
        f"JewelCRM {version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {_place(f.filename)}:{f.lineno} in {f.name}" for f in frames]
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
    return "\n".join(lines)


def version() -> str:
    """The version installed, or that of the checkout."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("jewelcrm")
    except PackageNotFoundError:
        return "0"


def _place(filename: str) -> str:
    path = Path(filename)
    inside = path.is_relative_to(_ROOT)
    return path.relative_to(_ROOT).as_posix() if inside else path.name


def log_fault(error: BaseException) -> None:
    """Kind and places; of one that keeps coming back, the 1st, 2nd, 4th, 8th time and so on."""
    from jewelcrm.log import log

    report = report_of(error)
    _times[report] += 1
    times = _times[report]
    if times & (times - 1):
        return
    log.error("fault", kind=type(error).__name__, times=times)
    for line in report.splitlines()[3:]:
        log.error("fault at " + line.strip())


class Watch(QObject):
    """Catches what nobody caught, on any thread, and hands it to the UI thread."""

    def __init__(self, show: Callable[[BaseException], object]) -> None:
        super().__init__()
        self._show = show
        self._caught = Bell(self._hear)

    def start(self) -> None:
        """From now on."""
        sys.excepthook = self._main
        threading.excepthook = self._thread

    def _main(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.tell(args.exc_value)

    def tell(self, error: BaseException) -> None:
        """Log it and show it."""
        from ui.shell.desk import Away

        if isinstance(error, Away):
            return
        log_fault(error)
        self._caught.ring(error)

    def _hear(self, error: BaseException) -> None:
        self._show(error)


def watch_crashes(folder: Path) -> None:
    """Should Python itself crash, leave the stacks (no values) in log/crash.log."""
    try:
        place = folder / "log"
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(place / "crash.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:
        return
    faulthandler.enable(file)
    while _kept:
        os.close(_kept.pop())
    _kept.append(file)
