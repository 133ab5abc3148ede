"""How the line to head office is said in a few words, with a picture beside them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ui.format import moment, number
from ui.i18n import t

if TYPE_CHECKING:
    from jewelcrm.sync.model import SyncStatus


class LineWords(NamedTuple):
    """What the pill shows: words, fewer words for a narrow window, picture, tone and a number."""

    text: str
    short: str
    icon: str
    tone: str
    waits: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The words, fewer, and what stands beside the picture where there is hardly any room."""
        return self.text, self.short, self.waits


def line_words(status: SyncStatus, trouble: str, zone: str, today: dt.date) -> LineWords | None:
    """What to show; None for a shop that stands alone."""
    if not status.enrolled:
        return None
    ended = _ended(status, trouble)
    if ended is not None:
        return ended
    if status.state == "attention" or trouble not in ("", "busy", "limit"):
        return _attention(status)
    return _on_line(status) if status.line_up else _off_line(status, zone, today)


def _ended(status: SyncStatus, trouble: str) -> LineWords | None:
    """What stops this PC's part until somebody does something."""
    if status.closed or trouble == "closed":
        return LineWords(t("Branch closed"), t("Closed"), "door-closed-lock", "danger")
    if status.state == "revoked":
        return LineWords(t("Taken off by head office"), t("Taken off"), "link-off", "danger")
    if status.state == "locked":
        return LineWords(t("Too long off line"), t("Off line"), "lock", "danger")
    if trouble == "update":
        return LineWords(t("Update needed"), t("Update"), "download", "gold")
    if trouble == "waiting":
        return LineWords(t("Not let in yet"), t("Waits"), "timer-outline", "gold")
    return None


def _attention(status: SyncStatus) -> LineWords:
    words = t("Needs attention") if status.line_up else t("Off line · needs attention")
    return LineWords(words, t("Attention"), "sync-alert", "gold")


def _on_line(status: SyncStatus) -> LineWords:
    if status.first_copy is not None:
        share = percent(status.first_copy)
        return LineWords(t("First copy {n} %", n=share), f"{share} %", "sync", "info", f"{share} %")
    if status.acts_pending:
        count = number(status.acts_pending)
        return LineWords(t("On line · sending {n}", n=count), t("On line"), "sync", "ok", count)
    return LineWords(t("On line"), t("On line"), "cloud-check", "ok")


def _off_line(status: SyncStatus, zone: str, today: dt.date) -> LineWords:
    count = number(status.acts_pending) if status.acts_pending else ""
    parts = [t("Off line")]
    if count:
        parts.append(t("{n} to send", n=count))
    short = f"{parts[0]} · {count}" if count else parts[0]
    if status.last_contact is not None:
        parts.append(t("since {time}", time=moment(status.last_contact, zone, today)))
    return LineWords(" · ".join(parts), short, "offline", "muted", count)


def percent(copy: tuple[int, int]) -> int:
    """How much of the first copy is here; never 100 before it is all there."""
    done, total = copy
    return min(99, done * 100 // total) if total else 0
