"""Head office's side of the protocol, without HTTP: what a PC asks, and what it is answered.

Safe to use from any thread. The PC has been told apart by its signature before it comes here.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.office.store import OfficeStore
from db.types import Id, to_millis
from jewelcrm.context import Clock
from jewelcrm.office import companies, pushing, repair, snapshot, telling
from jewelcrm.office.auth import SPENT, Spent
from jewelcrm.office.hearing import Hearing
from jewelcrm.office.pushing import Sent
from jewelcrm.office.refusals import Refusal
from jewelcrm.wire.messages import (
    BucketsAnswer,
    BucketsAsk,
    FetchAnswer,
    FetchAsk,
    ListingAnswer,
    ListingAsk,
    PullAnswer,
    PullAsk,
    PushAnswer,
    PushAsk,
    SnapshotAnswer,
    SnapshotAsk,
)

__all__ = ["Office", "Refusal"]


class Office:
    """One head office: its store, its clock, and what this process remembers."""

    def __init__(self, store: OfficeStore, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.hearing = Hearing(store)

    def now(self) -> int:
        """Head office's time in milliseconds."""
        return to_millis(self.clock.now())

    def push(self, device: Id, ask: PushAsk, once: Spent = SPENT) -> PushAnswer:
        """Take in what a PC changed, if the request comes for the first time (`once`).

        Raises:
            Refusal: `replayed`, `too_big`, `revoked`, `closed`, `busy` or `disk_full`; nothing was
                kept.
        """
        return pushing.push(self.hearing, Sent(device, ask, once), self.now())

    def push_abreast(self, several: Sequence[Sent]) -> list[PushAnswer | Exception]:
        """`push` for several PCs at once; for each its answer, or why it got none."""
        return companies.push_abreast(self.hearing, several, self.now())

    def pull(self, device: Id, ask: PullAsk) -> PullAnswer:
        """What is new in a PC's scopes.

        Raises:
            Refusal: `update` for a program too old to read; `revoked`, `closed`.
        """
        return telling.tell(self.hearing, device, ask, self.now())

    def snapshot(self, device: Id, ask: SnapshotAsk) -> SnapshotAnswer:
        """The next chunk of a scope's first copy.

        Raises:
            Refusal: `denied` for a scope that is not the PC's; `update`, `revoked`, `closed`.
        """
        return snapshot.snapshot(self.hearing, device, ask, self.now())

    def buckets(self, device: Id, ask: BucketsAsk) -> BucketsAnswer:
        """The sums of a scope's 256 buckets."""
        return repair.buckets(self.hearing, device, ask, self.now())

    def listing(self, device: Id, ask: ListingAsk) -> ListingAnswer:
        """What lies in some of a scope's buckets."""
        return repair.listing(self.hearing, device, ask, self.now())

    def fetch(self, device: Id, ask: FetchAsk) -> FetchAnswer:
        """Single rows of a scope."""
        return repair.fetch(self.hearing, device, ask, self.now())
