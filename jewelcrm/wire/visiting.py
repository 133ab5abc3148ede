"""Another branch's customer: look-up, lease, move, share; erasing a person (sync.md 2.7-2.10)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jewelcrm.wire.kinds import Hex, Short, Text

LookupBy = Literal["phone", "email", "number", "surname"]


class LookupAsk(Struct, omit_defaults=True):
    """An exact question, in the name of the person at the counter (`actor`).

    A phone in E.164, an e-mail, a customer number, or a surname with a phone's last four digits.
    """

    actor: Hex
    by: LookupBy
    text: Short
    last_four: Short | None = None


class Card(Struct, omit_defaults=True):
    """What a look-up shows: never enough to reach anybody."""

    ticket: str
    """Opens the customer for the person and PC that asked, for ten minutes."""
    initials: str
    tier: str | None
    phone_end: str
    branch: str
    open_order_here: bool


class LookupAnswer(Struct):
    """The masked cards, and how many look-ups are left."""

    cards: list[Card]
    left_this_hour: int


class OpenAsk(Struct, omit_defaults=True):
    """Open a looked-up customer here for a while, with a reason from the list and in words."""

    actor: Hex
    ticket: Short
    reason: Short
    words: Text = ""


class OpenAnswer(Struct):
    """The lease's scope, its end, and the column classes that are masked in it."""

    scope: str
    until: int
    mask: list[str]
    customer_id: str


class MoveAsk(Struct):
    """A customer's home branch becomes another one."""

    actor: Hex
    customer_id: Hex
    to_branch: Hex
    reason: Text


class ShareAsk(Struct, omit_defaults=True):
    """Another branch sees the customer from now on, or (`stop`) no more."""

    actor: Hex
    customer_id: Hex
    with_branch: Hex
    reason: Text
    stop: bool = False


class EraseAsk(Struct):
    """Ask for a person to be erased, or second such a request (`approve`)."""

    actor: Hex
    customer_id: Hex
    reason: Text
    approve: bool = False


class ErasuresAsk(Struct):
    """Which people are to be erased, or are being: for who may erase."""

    actor: Hex


class ErasureLine(Struct, omit_defaults=True):
    """One request; moments in milliseconds. `done` 0: it waits for a second person."""

    customer_id: str
    number: str
    """Her customer number, while head office still has it."""
    asked: int
    by: str
    """Who asked, by name."""
    mine: bool = False
    """The person who looks asked for it, so that somebody else must second it."""
    done: int = 0
    pcs: int = 0
    """How many PCs owe or owed their word that nothing of her is left."""
    missing: list[str] = []
    """PCs that have not given it yet, e.g. HK01-A."""


class ErasuresAnswer(Struct):
    """The open ones first, then those the PCs still owe a word about."""

    erasures: list[ErasureLine]


MOST_CONTACTS = 2_000
"""So many contacts are asked about at once."""


class ErasedAsk(Struct):
    """Which of these contacts belonged to people who were erased: before a file is taken in.

    Each is `phone` or `email` with its normal form.
    """

    actor: Hex
    contacts: list[list[Short]]


class ErasedAnswer(Struct):
    """The positions of those that did."""

    were: list[int]


class Done(Struct, omit_defaults=True):
    """It is done, or waits for a second person (`waits`)."""

    ok: bool = True
    waits: bool = False


REASONS = ("service_here", "collecting", "repair", "payment", "moving", "complaint", "other")
"""Why a customer of another branch is opened; `other` needs words."""
