"""The line to head office as the engine needs it, and the ways in which it fails."""

from __future__ import annotations

from typing import Protocol

from jewelcrm.wire import messages as wire


class Unreachable(Exception):
    """No answer: the line is cut, or head office is too busy. `retry`: seconds, if it said so."""

    def __init__(self, retry: float | None = None) -> None:
        super().__init__("head office cannot be reached")
        self.retry = retry


class Absent(Unreachable):
    """Nobody is there to be asked, so asking again soon costs head office nothing."""


class Untrusted(Unreachable):
    """Whoever answers is not head office: another certificate, e.g. of a proxy in between."""


class Refused(Exception):
    """Head office answered no; `code` is one of `jewelcrm.wire.reasons.REFUSED`."""

    def __init__(self, code: str, retry: float | None = None, now: int | None = None) -> None:
        super().__init__(f"head office refused: {code}")
        self.code, self.retry, self.now = code, retry, now


class Transport(Protocol):
    """One question, one answer.

    Raises:
        Unreachable: there is no answer. Refused: the answer is no.
    """

    def push(self, ask: wire.PushAsk, /) -> wire.PushAnswer:
        """What this PC changed."""
        ...

    def pull(self, ask: wire.PullAsk, /) -> wire.PullAnswer:
        """News of the scopes."""
        ...

    def snapshot(self, ask: wire.SnapshotAsk, /) -> wire.SnapshotAnswer:
        """A chunk of a scope's first copy."""
        ...

    def buckets(self, ask: wire.BucketsAsk, /) -> wire.BucketsAnswer:
        """The sums of a scope, to find where it differs."""
        ...

    def listing(self, ask: wire.ListingAsk, /) -> wire.ListingAnswer:
        """What lies in some buckets."""
        ...

    def fetch(self, ask: wire.FetchAsk, /) -> wire.FetchAnswer:
        """Single rows."""
        ...
