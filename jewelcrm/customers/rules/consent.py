"""Consent to marketing (Cap. 486 Part 6A): what counts now, and whether we may write or call.

Entries are only ever added. The latest one that covers a channel and a class of subjects decides;
silence is not consent (s.35A), a spoken consent must be confirmed in writing within 14 days
(s.35E), a refusal counts at once (s.35G).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from jewelcrm.customers.lists import CHANNELS, CONSENT_SOURCES, PURPOSES, SUBJECT_CLASSES
from jewelcrm.customers.rules.checks import required_choice
from jewelcrm.errors import CanFix

State = Literal["unknown", "consented", "refused"]

ORAL_CONFIRMATION_DAYS = 14
NOTICE_VERSION = "2026-1"
"""The wording of the notice (PICS) shown by this version of the program."""


class Entry(Protocol):
    """One line of the consent ledger."""

    @property
    def purpose(self) -> str: ...
    @property
    def channel(self) -> str: ...
    @property
    def subject_class(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def obtained_at(self) -> dt.datetime: ...
    @property
    def confirm_due(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class ConsentChoice:
    """What a customer answered when she was asked, and how.

    `state` is consented, refused or withdrawn; a customer who was not asked has no choice at all.
    """

    state: str
    source: str = "oral"
    channels: tuple[str, ...] = ("all",)
    subject_classes: tuple[str, ...] = ("all",)
    purpose: str = "own_dm"
    notice_version: str = NOTICE_VERSION
    notice_language: str = "zh_HK"
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a message may go out; if not, why, as an English template, and the law."""

    allowed: bool
    reason: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What else decides whether a person may be written to."""

    archived: bool = False
    merged: bool = False
    is_minor: bool = False
    has_guardian: bool = False


def check_choice(choice: ConsentChoice) -> None:
    """Refuse an answer that is not a real one.

    Raises:
        CanFix: names what to choose.
    """
    if choice.state not in ("consented", "refused", "withdrawn"):
        raise CanFix("Choose whether the customer agreed or refused.", field="consent")
    required_choice("source", CONSENT_SOURCES, choice.source)
    required_choice("purpose", PURPOSES, choice.purpose)
    for channel in choice.channels:
        required_choice("channel", CHANNELS, channel)
    for subject_class in choice.subject_classes:
        required_choice("subject_class", SUBJECT_CLASSES, subject_class)
    if choice.purpose == "provide_third_party" and choice.source == "oral" and _agreed(choice):
        raise CanFix(
            "Giving data to others needs consent in writing (Cap. 486 s.35J). Use a signed form.",
            field="source",
        )


def confirm_due(choice: ConsentChoice, day: dt.date) -> dt.date | None:
    """By when a spoken consent given on `day` must be confirmed in writing (s.35E)."""
    if choice.source != "oral" or not _agreed(choice):
        return None
    return day + dt.timedelta(days=ORAL_CONFIRMATION_DAYS)


def deciding_entry(
    entries: Iterable[Entry], channel: str, subject_class: str = "all", purpose: str = "own_dm"
) -> Entry | None:
    """The latest entry that covers the channel and class; of two at once, the later written."""
    covering = [
        entry
        for entry in entries
        if entry.purpose == purpose
        and _covers(entry.channel, channel)
        and _covers(entry.subject_class, subject_class)
    ]
    latest = max((entry.obtained_at for entry in covering), default=None)
    return next((entry for entry in reversed(covering) if entry.obtained_at == latest), None)


def state_of(entry: Entry | None) -> State:
    """The three states of a consent: a withdrawal is a refusal."""
    if entry is None:
        return "unknown"
    return "consented" if entry.state == "consented" else "refused"


def overall(entries: Sequence[Entry]) -> State:
    """One word for the card: agreed to anything, refused, or not asked."""
    scopes = {(entry.channel, entry.subject_class, entry.purpose) for entry in entries}
    states = {state_of(deciding_entry(entries, *scope)) for scope in scopes if scope[2] == "own_dm"}
    if "consented" in states:
        return "consented"
    return "refused" if "refused" in states else "unknown"


def can_market(
    standing: Standing, entries: Iterable[Entry], channel: str, subject_class: str = "all"
) -> Verdict:
    """Whether marketing may go to this person by this channel (domain.md 1.2, checks 1 to 4)."""
    if standing.merged or standing.archived:
        return Verdict(False, "This customer has been put away.")
    if standing.is_minor and not standing.has_guardian:
        return Verdict(False, "A customer under 18 needs a guardian's consent.", "Cap. 486 s.2")
    entry = deciding_entry(entries, channel, subject_class)
    return _BY_STATE[state_of(entry)] or _confirmed(entry)


_BY_STATE: dict[State, Verdict | None] = {
    "refused": Verdict(False, "The customer does not want marketing here.", "Cap. 486 s.35G"),
    "unknown": Verdict(False, "The customer has not been asked.", "Cap. 486 s.35A"),
    "consented": None,
}


def _confirmed(entry: Entry | None) -> Verdict:
    if entry is not None and entry.source == "oral":
        return Verdict(
            False, "Send the written confirmation of the spoken consent first.", "Cap. 486 s.35E"
        )
    return Verdict(True)


def _covers(scope: str, wanted: str) -> bool:
    return scope in ("all", wanted)


def _agreed(choice: ConsentChoice) -> bool:
    return choice.state == "consented"
