"""What sync has to say to a person: how things stand, what was put aside and why, what clashed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jewelcrm.sync.model import Conflict, PutAside, SyncStatus
from ui.format import moment
from ui.i18n import N_, later, t, tn

LONG_AWAY_DAYS = 3


@dataclass(frozen=True)
class Standing:
    """How this PC stands, in a strong line and a quiet one, and how serious it is."""

    icon: str
    tone: str
    head: str
    rest: str = ""
    help: str = "sync"
    """The help's page, and its section, about this."""


@dataclass(frozen=True)
class When:
    """Zone and date of the branch: what points in time are told by."""

    zone: str
    today: dt.date
    here: str = ""
    """The branch's own name."""

    def __call__(self, at: dt.datetime | None) -> str:
        """A point in time in words."""
        return moment(at, self.zone, self.today) if at is not None else ""


_STOPS: dict[str, tuple[str, str, str]] = {
    "revoked": (
        "link-off",
        N_("Head office has taken this PC off"),
        N_(
            "It sends and receives nothing any more, and what it holds of the branch is erased. "
            "If this is a mistake, ask head office for a new code and join again."
        ),
    ),
    "locked": (
        "lock",
        N_("This PC was off line for longer than head office allows"),
        N_(
            "Nothing is lost. Connect it to the network: it opens again as soon as head office "
            "answers. If the date of this computer is wrong, set it."
        ),
    ),
}

_TROUBLES: dict[str, tuple[str, str, str]] = {
    "closed": (
        "door-closed-lock",
        N_("Head office has closed this branch"),
        N_("This PC sends and receives nothing any more. Ask head office where it belongs now."),
    ),
    "waiting": (
        "timer-outline",
        N_("Head office has not let this PC in yet"),
        N_("Read the six words of this PC to head office; they must be the same there."),
    ),
    "back": (
        "backup-restore",
        N_("Head office was put up again and does not know this PC any more"),
        N_(
            "Read the six words of this PC to head office, where it is taken in again. Everything "
            "stays here and is sent then."
        ),
    ),
    "update": (
        "download",
        N_("This program is too old for head office"),
        N_(
            "What you do here is still sent. News from head office comes again after the program "
            "has been updated."
        ),
    ),
    "clock": (
        "clock-alert-outline",
        N_("The clock of this PC is wrong"),
        N_(
            "Nothing was sent; all is kept here. Set date and time in the computer. If they are "
            "right, tell head office: its certificate may have ended."
        ),
    ),
    "signature": (
        "shield-lock",
        N_("Head office does not recognise this PC"),
        N_("Its key is another one than the one that joined. Call head office; nothing is lost."),
    ),
    "untrusted": (
        "shield-lock",
        N_("Somebody stands between this PC and head office"),
        N_(
            "The certificate that answered is not head office's, as with a proxy that looks into "
            "the traffic. Nothing was sent. Ask who runs the network to let the address through."
        ),
    ),
    "disk_full": (
        "harddisk",
        N_("Head office has no room on its disk"),
        N_("Your work is kept here and is sent as soon as there is room. Tell head office."),
    ),
    "disk_full_here": (
        "harddisk",
        N_("This PC's disk is full"),
        N_("News from head office cannot be kept. Make room on the disk; it goes on by itself."),
    ),
    "here": (
        "alert-circle-outline",
        N_("Something on this PC keeps it from talking with head office"),
        N_("Nothing is lost; it is tried again by itself. Look at Settings, Health and about."),
    ),
    "broken": (
        "server",
        N_("Head office has a fault"),
        N_("Your work is kept here and is sent again by itself. Tell head office."),
    ),
    "too_big": (
        "sync-alert",
        N_("One entry is too large to be sent"),
        N_(
            "It is larger than the 32 MB that head office takes at once, and what was done after "
            "it waits here too. Shorten the longest note or text of that day, or ask head office "
            "for help; nothing is lost."
        ),
    ),
    "limit": (
        "timer-outline",
        N_("Head office asks this PC to wait"),
        N_("It was asked too often. It goes on by itself."),
    ),
}

_HELP: dict[str, str] = {
    "revoked": "This PC was taken off",
    "locked": "Too long off line",
    "closed": "The branch was closed",
    "waiting": "Joining head office",
    "back": "Head office was put up again from a backup",
    "update": "Update needed",
    "clock": "The clock is wrong",
    "untrusted": "Somebody stands in between",
    "disk_full": "A disk is full",
    "disk_full_here": "A disk is full",
}
"""Sections of the help's page `sync`, by why the line does not work."""


def standing(
    status: SyncStatus, trouble: str, when: When, now: dt.datetime, *, settles: bool = True
) -> Standing:
    """The most important thing to say now; `settles`: the person may settle what was put aside."""
    if not status.enrolled:
        return _alone()
    why = "closed" if status.closed else status.state if status.state in _STOPS else trouble
    stop = _STOPS.get(why) or _TROUBLES.get(why)
    if stop is not None:
        icon, head, rest = stop
        tone = "danger" if status.state in _STOPS else "gold"
        return Standing(icon, tone, later(head), later(rest), _about(why))
    if status.clock_off is not None:
        return _clock(status.clock_off)
    if status.first_copy is not None and status.line_up:
        return _first_copy(status)
    return _usual(status, when, now, settles=settles)


def _about(why: str) -> str:
    return f"sync#{_HELP[why]}" if why in _HELP else "sync"


def _alone() -> Standing:
    return Standing(
        "home",
        "muted",
        t("This shop stands alone"),
        t("All data is on this computer. Nothing is sent anywhere."),
    )


def _clock(off: dt.timedelta) -> Standing:
    by = span(abs(off))
    ahead = off > dt.timedelta(0)
    head = t("The clock of this PC is {time} fast", time=by) if ahead else ""
    return Standing(
        "clock-alert-outline",
        "gold",
        head or t("The clock of this PC is {time} slow", time=by),
        t(
            "Nothing is lost: the order of events goes by head office's clock. Set date and time "
            "in the computer, so that days and reminders are right here too."
        ),
        _about("clock"),
    )


def _first_copy(status: SyncStatus) -> Standing:
    words = (
        t("You can work already: people, products and open business are here. The rest follows.")
        if status.usable
        else t("People, products and open business come first. You can work in a moment.")
    )
    return Standing("sync", "info", t("This PC is getting its first copy"), words)


def _usual(status: SyncStatus, when: When, now: dt.datetime, *, settles: bool) -> Standing:
    if status.line_up and status.state == "attention":
        return Standing(
            "sync-alert",
            "gold",
            t("On line, and somebody should look at this"),
            _what_to_look_at(status, settles=settles),
        )
    if status.line_up:
        return Standing(
            "cloud-check",
            "ok",
            t("On line"),
            t("What you do here is known at head office a moment later."),
        )
    away = (now - status.last_contact).days if status.last_contact is not None else 0
    if away >= LONG_AWAY_DAYS:
        return Standing(
            "offline",
            "gold",
            tn(
                "Head office has not answered for {n} days",
                away,
                one="Head office has not answered for {n} day",
            ),
            t(
                "Go on selling: all is kept here and sent when it answers. Call head office, and "
                "copy this PC's backup to another disk meanwhile."
            ),
            "line-cut#After some days",
        )
    since = when(status.last_contact)
    head = t("Off line since {time}", time=since) if since else t("Off line")
    return Standing(
        "offline",
        "muted",
        head,
        t("Work goes on as usual. All is kept here and is sent by itself when the line is back."),
        "line-cut",
    )


def _what_to_look_at(status: SyncStatus, *, settles: bool) -> str:
    if status.conflicts_open or status.put_aside_open:
        if not settles:
            return t("What stands below is settled by a manager. Nothing is lost meanwhile.")
        return t("What stands below is settled with one click each. Nothing is lost meanwhile.")
    return t(
        "This PC and head office differed {n} times this week and were brought together again. "
        "Tell head office; the disk of this PC may be failing.",
        n=status.differed,
    )


def span(length: dt.timedelta) -> str:
    """How long: 3 minutes, 5 hours, 12 days, 10 years."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 120:
        return tn("{n} minutes", minutes, one="{n} minute")
    if minutes < 48 * 60:
        return tn("{n} hours", minutes // 60, one="{n} hour")
    days = minutes // 1440
    if days < 730:
        return tn("{n} days", days, one="{n} day")
    return tn("{n} years", round(days / 365.25), one="{n} year")


# What two have changed --------------------------------------------------------------------


def conflict_words(one: Conflict, when: When) -> str:
    """Who changed what without knowing of whom, in one sentence."""
    if one.why == "strictest":
        return t("Two answers about consent met. The stricter one stands.")
    if one.why == "illegal_step":
        return t("The order was moved in two places. One of the two steps did not fit.")
    field = later(one.label)
    who, at = _the_other_side(one, when.here)
    if not who or at is None:
        return t("“{field}” was changed in two places before one knew of the other.", field=field)
    return t(
        "{who} changed “{field}” at {time}, while it was being changed here too.",
        who=who,
        field=field,
        time=when(at),
    )


def _the_other_side(one: Conflict, here: str) -> tuple[str, dt.datetime | None]:
    """Which branch else changed it; nobody, where this one was the second to tell."""
    if one.other_branch and one.other_branch != here:
        return one.other_branch, one.lost_at
    return "", None


# What was put aside -----------------------------------------------------------------------

_ASIDE: dict[str, tuple[str, str]] = {
    "not_allowed": (
        N_("The person's role does not allow this."),
        N_("Somebody whose role allows it may look it over and send it in their own name."),
    ),
    "not_yours": (
        N_("The record belongs to another branch."),
        N_("Call that branch, or ask for the customer to be moved or shared; then send it again."),
    ),
    "gone": (
        N_("The record is no longer at this branch: it was moved or erased."),
        N_("Look the customer up. If they are at another branch, tell it, then give this up."),
    ),
    "missing": (
        N_("It speaks of a record that head office does not have."),
        N_("Send it again when that record is there, or give it up and do it anew."),
    ),
    "invalid": (
        N_("One of the values is not possible."),
        N_("Correct it and send it again."),
    ),
    "unknown": (
        N_("Head office's program does not know this yet."),
        N_("Send it again after head office has been updated."),
    ),
    "ledger": (
        N_("It changes an entry of a ledger. Those stay as they are for ever."),
        N_("Add an entry that corrects it, then give this up."),
    ),
    "office_only": (
        N_("People and branches are changed at head office only."),
        N_("Tell head office what is to be changed, then give this up."),
    ),
    "too_old": (
        N_("It was made so long ago that head office cannot tell whether it has it already."),
        N_("Look whether it is there. If not, send it again; else give it up."),
    ),
    "no_person": (
        N_("Head office knows nobody active who did this."),
        N_("Look it over and send it in your own name."),
    ),
    "not_signed": (
        N_("Nothing proves that the person it names did this."),
        N_("Ask the person. If it is right, look it over and send it in your own name."),
    ),
    "right_removed": (
        N_("The person was allowed to do this then, and is not any more."),
        N_("Somebody whose role allows it may look it over and send it in their own name."),
    ),
}


_GIVEN_UP_ANYWAY = ("gone", "ledger", "office_only")
"""Whose advice ends with giving it up."""


def aside_why(one: PutAside) -> str:
    """Why head office put it aside."""
    found = _ASIDE.get(one.why)
    return later(found[0]) if found else t("Head office could not take this.")


def aside_advice(one: PutAside) -> str:
    """What can be done about it."""
    if not one.can_mend and one.why not in _GIVEN_UP_ANYWAY:
        return t("Nothing of it can be mended here: give it up.")
    found = _ASIDE.get(one.why)
    return later(found[1]) if found else t("Correct it and send it again, or give it up.")


# From jewelcrm.sync.asides: whose a record is, and where it belongs.
_FIXED = (N_("Branch"), N_("Customer"), N_("Order"), N_("Home branch"), N_("Position"))

# From jewelcrm.sync.asides: why something cannot be swapped or sent again.
_WHY_NOT = (
    N_("The record is no longer on this PC."),
    N_("Move the order on its own page."),
    N_("It has been changed since."),
    N_("It cannot be changed from a PC of a branch."),
    N_("The home branch is changed by moving the customer: the three dots on the card."),
    N_(
        "It was written for another branch, and head office takes it from there only. Have it done"
        " anew on a PC of that branch, and give it up here."
    ),
    N_("There is nothing in it that this program can read."),
    N_("A record that it changes is no longer on this PC."),
    N_("Somebody has settled this already."),
)
