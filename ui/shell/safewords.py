"""How the backups are said in a few words, with a picture beside them.

Green is said of one thing only: the newest backup is checked, and one was restored and counted.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ui.format import moment
from ui.i18n import later, t, tn

if TYPE_CHECKING:
    from jewelcrm.backup.model import BackupStatus

DRILL_DAYS = 8
_TONES = {"green": "ok", "amber": "gold", "red": "danger"}


class SafeWords(NamedTuple):
    """What the pill shows, and the sentence behind it."""

    text: str
    icon: str
    tone: str
    rest: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The words, fewer, and none; when all is well a green picture is enough."""
        return ("",) if self.tone == "ok" else (self.text, t("Backup"), "")


class Here(NamedTuple):
    """Where and when it is said."""

    zone: str
    today: dt.date
    now: dt.datetime

    def moment(self, at: dt.datetime | None) -> str:
        """A point in time at the branch; a dash for none."""
        return moment(at, self.zone, self.today) if at is not None else "–"


def safe_words(status: BackupStatus, here: Here) -> SafeWords:
    """What to show."""
    icon = "shield-check" if status.light == "green" else "alert-circle-outline"
    text, rest = _said(status, here)
    return SafeWords(text, icon, _TONES[status.light], rest)


def _said(status: BackupStatus, here: Here) -> tuple[str, str]:
    if status.no_room:
        return t("Disk full"), later(status.words)
    if status.last_verified_at is None:
        rest = t("There is no checked backup of this PC yet. Make one now.")
        return t("No backup yet"), rest
    if status.overdue is not None:
        return _late(status.last_verified_at, here)
    if status.light == "green":
        at = here.moment(status.last_verified_at)
        rest = t("The newest backup is checked, and one was put back for trial and counted.")
        return t("Backed up {time}", time=at), rest
    return _unsure(status, here)


def _late(last: dt.datetime, here: Here) -> tuple[str, str]:
    days = (here.now - last).days
    text = tn("No backup for {n} days", max(1, days), one="No backup for a day")
    at = here.moment(last)
    return text, t("The newest checked backup is of {time}. Make one now.", time=at)


def _unsure(status: BackupStatus, here: Here) -> tuple[str, str]:
    drilled = status.last_drill_at
    if drilled is None or (here.now - drilled).days > DRILL_DAYS:
        rest = t("No backup was put back for trial lately, so nobody knows that it can be.")
        return t("Backup not tried out"), rest
    if status.trouble:
        return t("Backup: look"), t("The last one went wrong. Look at the page Backups.")
    return t("Backup: look"), t("One of the places for copies is not as it should be.")
