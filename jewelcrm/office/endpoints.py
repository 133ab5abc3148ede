"""Everything a PC can ask, in one table: where, with what, what it gets, and who does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from msgspec import Struct

from jewelcrm.office.auth import Caller
from jewelcrm.office.pushing import MOST_EPOCHS, Sent
from jewelcrm.office.refusals import Refusal
from jewelcrm.office.site import Site
from jewelcrm.wire import backups, enrolment, messages, visiting

Act = Callable[[Site, Caller, Any], Any]
ActAbreast = Callable[[Site, Sequence[tuple[Caller, Any]]], Sequence[Any]]
"""For each its answer, or the exception that says why it gets none."""
LaneName = Literal["quick", "bulk", "slow"]

SMALL, LARGE = 1 << 20, messages.LONE_TX_BYTES
"""Bytes a body may have, unpacked. A push is large only when a single transaction is."""
PACK = 2 << 20


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A signed question with a body."""

    path: str
    ask: type[Struct]
    answer: type[Struct]
    words: str
    act: Act
    lane: LaneName = "quick"
    limit: int = SMALL
    person: bool = False
    """In a person's name (`actor`), who must be known to ask."""
    once: bool = False
    """It finds out itself whether a request is new (`Caller.once`)."""
    abreast: ActAbreast | None = None
    """How small questions that come at the same time are dealt with together."""


def _push(site: Site, caller: Caller, ask: messages.PushAsk) -> Any:
    return site.office.push(caller.id, ask, caller.once)


def _push_abreast(site: Site, several: Sequence[tuple[Caller, messages.PushAsk]]) -> Any:
    return site.office.push_abreast([Sent(caller.id, ask, caller.once) for caller, ask in several])


def _pull(site: Site, caller: Caller, ask: messages.PullAsk) -> Any:
    return site.office.pull(caller.id, ask)


def _snapshot(site: Site, caller: Caller, ask: messages.SnapshotAsk) -> Any:
    return site.office.snapshot(caller.id, ask)


def _buckets(site: Site, caller: Caller, ask: messages.BucketsAsk) -> Any:
    return site.office.buckets(caller.id, ask)


def _listing(site: Site, caller: Caller, ask: messages.ListingAsk) -> Any:
    return site.office.listing(caller.id, ask)


def _fetch(site: Site, caller: Caller, ask: messages.FetchAsk) -> Any:
    return site.office.fetch(caller.id, ask)


def _slot(site: Site, caller: Caller, ask: enrolment.SlotAsk) -> Any:
    return site.keeping.slot(caller.id, ask)


def _person(site: Site, caller: Caller, ask: enrolment.PersonAsk) -> Any:
    site.people.take(caller.id)
    if not ask.login.strip():
        raise Refusal("password")  # at head office itself it would stand for the administrator
    return site.keeping.person(caller.id, ask)


def _recovery(site: Site, caller: Caller, ask: enrolment.RecoveryAsk) -> Any:
    return site.keeping.recovery(caller.id, ask)


def _lookup(site: Site, caller: Caller, ask: visiting.LookupAsk) -> Any:
    from jewelcrm.office.visiting import lookup

    return lookup(site.office, caller.id, ask)


def _open(site: Site, caller: Caller, ask: visiting.OpenAsk) -> Any:
    from jewelcrm.office.visiting import open_customer

    return open_customer(site.office, caller.id, ask)


def _move(site: Site, caller: Caller, ask: visiting.MoveAsk) -> Any:
    from jewelcrm.office.visiting import move

    return move(site.office, caller.id, ask)


def _share(site: Site, caller: Caller, ask: visiting.ShareAsk) -> Any:
    from jewelcrm.office.visiting import share

    return share(site.office, caller.id, ask)


def _erase(site: Site, caller: Caller, ask: visiting.EraseAsk) -> Any:
    from jewelcrm.office.visiting import erase

    site.keeping.require_known_here(caller.id, bytes.fromhex(ask.actor))
    return erase(site.office, caller.id, ask)


def _lacks(site: Site, caller: Caller, ask: backups.LacksAsk) -> Any:
    return site.backups().lacks(caller.id, ask)


def _pack(site: Site, caller: Caller, ask: backups.PackAsk) -> Any:
    return site.backups().pack(caller.id, ask)


def _paper(site: Site, caller: Caller, ask: backups.PaperAsk) -> Any:
    return site.backups().paper(caller.id, ask)


def _points(site: Site, caller: Caller, _ask: backups.PointsAsk) -> Any:
    return site.backups().points(caller.id)


def _known(site: Site, caller: Caller, ask: backups.KnownAsk) -> Any:
    if ask.epoch > MOST_EPOCHS:
        raise Refusal("bad_request")
    with site.office.store.read() as work:
        tx = work.applied_at(caller.id, ask.epoch, ask.n)
        return backups.KnownAnswer(work.last_n(caller.id, ask.epoch), tx.hex() if tx else "")


def _erasures(site: Site, caller: Caller, ask: visiting.ErasuresAsk) -> Any:
    from jewelcrm.office.visiting.asked_for import erasures

    return erasures(site.office, caller.id, ask)


def _erased(site: Site, caller: Caller, ask: visiting.ErasedAsk) -> Any:
    from jewelcrm.office.visiting.asked_for import erased

    return erased(site.office, caller.id, ask)


ENDPOINTS = (
    Endpoint(
        "/v1/sync/push",
        messages.PushAsk,
        messages.PushAnswer,
        "Send what was changed on this PC.",
        _push,
        limit=LARGE,
        once=True,
        abreast=_push_abreast,
    ),
    Endpoint(
        "/v1/sync/pull",
        messages.PullAsk,
        messages.PullAnswer,
        "Read what is new since the cursors.",
        _pull,
    ),
    Endpoint(
        "/v1/sync/snapshot",
        messages.SnapshotAsk,
        messages.SnapshotAnswer,
        "The next chunk of a scope's first copy.",
        _snapshot,
        lane="bulk",
    ),
    Endpoint(
        "/v1/sync/buckets",
        messages.BucketsAsk,
        messages.BucketsAnswer,
        "The check sums of a scope's 256 parts.",
        _buckets,
        lane="bulk",
    ),
    Endpoint(
        "/v1/sync/listing",
        messages.ListingAsk,
        messages.ListingAnswer,
        "What lies in some of a scope's parts.",
        _listing,
        lane="bulk",
    ),
    Endpoint(
        "/v1/sync/fetch",
        messages.FetchAsk,
        messages.FetchAnswer,
        "Single rows, to mend a copy.",
        _fetch,
        lane="bulk",
    ),
    Endpoint(
        "/v1/slot",
        enrolment.SlotAsk,
        enrolment.SlotAnswer,
        "Keep this PC's sealed database key at head office.",
        _slot,
    ),
    Endpoint(
        "/v1/person",
        enrolment.PersonAsk,
        enrolment.PersonAnswer,
        "A person's first sign-in on this PC.",
        _person,
        lane="slow",
    ),
    Endpoint(
        "/v1/recovery",
        enrolment.RecoveryAsk,
        enrolment.RecoveryAnswer,
        "Ask for the database key of a PC that cannot be opened.",
        _recovery,
    ),
    Endpoint(
        "/v1/lookup",
        visiting.LookupAsk,
        visiting.LookupAnswer,
        "Find another branch's customer by an exact question.",
        _lookup,
        person=True,
    ),
    Endpoint(
        "/v1/open",
        visiting.OpenAsk,
        visiting.OpenAnswer,
        "Open a looked-up customer here for a while.",
        _open,
        person=True,
    ),
    Endpoint(
        "/v1/move",
        visiting.MoveAsk,
        visiting.Done,
        "Make another branch a customer's home.",
        _move,
        person=True,
    ),
    Endpoint(
        "/v1/share",
        visiting.ShareAsk,
        visiting.Done,
        "Let another branch see a customer, or no more.",
        _share,
        person=True,
    ),
    Endpoint(
        "/v1/erase",
        visiting.EraseAsk,
        visiting.Done,
        "Ask for a person to be erased, or second it.",
        _erase,
        person=True,
    ),
    Endpoint(
        "/v1/erased",
        visiting.ErasedAsk,
        visiting.ErasedAnswer,
        "Which contacts in a file were those of people who were erased.",
        _erased,
        person=True,
    ),
    Endpoint(
        "/v1/erasures",
        visiting.ErasuresAsk,
        visiting.ErasuresAnswer,
        "Who is to be erased, and which PCs have still to confirm it.",
        _erasures,
        person=True,
    ),
    Endpoint(
        "/v1/backup/lacks",
        backups.LacksAsk,
        backups.LacksAnswer,
        "Which chunks of this PC's backups are missing at head office.",
        _lacks,
        lane="bulk",
    ),
    Endpoint(
        "/v1/backup/pack",
        backups.PackAsk,
        backups.Kept,
        "Add chunks to this PC's backups; nothing is ever overwritten.",
        _pack,
        lane="bulk",
        limit=PACK,
    ),
    Endpoint(
        "/v1/backup/paper",
        backups.PaperAsk,
        backups.Kept,
        "Add a backup's signed manifest, once all that it names is there.",
        _paper,
        lane="bulk",
    ),
    Endpoint(
        "/v1/backup/points",
        backups.PointsAsk,
        backups.PointsAnswer,
        "Which of this PC's backups are at head office.",
        _points,
        lane="bulk",
    ),
    Endpoint(
        "/v1/backup/known",
        backups.KnownAsk,
        backups.KnownAnswer,
        "Whether what a backup says head office knows is known there.",
        _known,
    ),
)
