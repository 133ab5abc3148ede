"""The log: constant events with identifiers, never names, phones or what somebody typed."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

_LINE = "%(asctime)s %(levelname)s %(message)s"
_ALLOWED = (int, float, bool, bytes, type(None))


class EventLog:
    """Writes `event key=value ...`; a value may be an id, a number or a word of ours."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(name)

    def info(self, event: str, **facts: object) -> None:
        """Something happened."""
        self._logger.info("%s%s", event, _facts(facts))

    def warning(self, event: str, **facts: object) -> None:
        """Something happened that somebody should look at."""
        self._logger.warning("%s%s", event, _facts(facts))

    def error(self, event: str, **facts: object) -> None:
        """Something failed."""
        self._logger.error("%s%s", event, _facts(facts))


def _facts(facts: dict[str, object]) -> str:
    return "".join(f" {key}={_plain(value)}" for key, value in facts.items())


def _plain(value: object) -> str:
    """Ids as hexadecimal; a text only when it is one short word of the program's own."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, _ALLOWED):
        return str(value)
    text = str(value)
    fit = len(text) <= 60 and text.isascii() and text.replace("_", "").replace(".", "").isalpha()
    return text if fit else f"<{type(value).__name__}>"


log = EventLog("jewelcrm")
logging.getLogger("jewelcrm").addHandler(logging.NullHandler())


FOLDER = "log"
"""Beside the store."""


def write_to(folder: Path) -> None:
    """Keep the log in `folder/log/`, five files of one megabyte."""
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    (place / "jewelcrm.log").touch(mode=0o600)
    handler = logging.handlers.RotatingFileHandler(
        place / "jewelcrm.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_LINE))
    stop_writing()
    logger = logging.getLogger("jewelcrm")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def stop_writing() -> None:
    """Close the log's file."""
    logger = logging.getLogger("jewelcrm")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.addHandler(logging.NullHandler())  # else Python prints what nobody keeps
