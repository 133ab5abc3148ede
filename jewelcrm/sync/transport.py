"""The line to head office over HTTPS: every question signed with this PC's own key.

TLS with head office's own authority, pinned when the PC was enrolled, or with a public one. The
PC's clock need not be right: head office says what time it is, and the difference is kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.shop.syncoffice import Address
from db.types import to_millis
from jewelcrm.context import Clock, SystemClock
from jewelcrm.sync import exchange
from jewelcrm.sync.exchange import Answer
from jewelcrm.sync.line import Refused
from jewelcrm.sync.tls import trusting
from jewelcrm.wire import backups, enrolment, messages, news, persons, signing, visiting

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

PATIENCE_S = 30.0
EVENTS = "/v1/events"


class HttpTransport:
    """Questions to head office, one answer each. Safe to use from any thread.

    Every question raises `Unreachable` when there is no answer and `Refused` when it is no.
    """

    def __init__(
        self,
        where: Address,
        clock: Clock | None = None,
        *,
        patience: float = PATIENCE_S,
        person: Callable[[str], str] | None = None,
    ) -> None:
        """`person`: what names and proves in whose name a signed question is asked."""
        self.where = where
        self._person = person
        self._clock = clock or SystemClock()
        self._offset = where.offset
        self._key = Ed25519PrivateKey.from_private_bytes(where.sign_key)
        self._patience = patience
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None

    # What the engine asks

    def push(self, ask: messages.PushAsk, /) -> messages.PushAnswer:
        """What this PC changed."""
        return self._ask("/v1/sync/push", ask, messages.PushAnswer)

    def pull(self, ask: messages.PullAsk, /) -> messages.PullAnswer:
        """News of the scopes."""
        return self._ask("/v1/sync/pull", ask, messages.PullAnswer)

    def snapshot(self, ask: messages.SnapshotAsk, /) -> messages.SnapshotAnswer:
        """A chunk of a scope's first copy."""
        return self._ask("/v1/sync/snapshot", ask, messages.SnapshotAnswer)

    def buckets(self, ask: messages.BucketsAsk, /) -> messages.BucketsAnswer:
        """The sums of a scope, to find where it differs."""
        return self._ask("/v1/sync/buckets", ask, messages.BucketsAnswer)

    def listing(self, ask: messages.ListingAsk, /) -> messages.ListingAnswer:
        """What lies in some buckets."""
        return self._ask("/v1/sync/listing", ask, messages.ListingAnswer)

    def fetch(self, ask: messages.FetchAsk, /) -> messages.FetchAnswer:
        """Single rows."""
        return self._ask("/v1/sync/fetch", ask, messages.FetchAnswer)

    # Keys and people

    def slot(self, ask: enrolment.SlotAsk) -> enrolment.SlotAnswer:
        """Leave the database key with head office, sealed."""
        return self._ask("/v1/slot", ask, enrolment.SlotAnswer)

    def come_back(self, ask: enrolment.ReturnAsk) -> visiting.Done:
        """Ask to be let in again, where head office does not know this PC any more."""
        return self._ask("/v1/return", ask, visiting.Done)

    def person(self, ask: enrolment.PersonAsk) -> enrolment.PersonAnswer:
        """A person's first sign-in on this PC."""
        return self._ask("/v1/person", ask, enrolment.PersonAnswer)

    def recovery(self, ask: enrolment.RecoveryAsk) -> enrolment.RecoveryAnswer:
        """Ask for the database key, which two people must allow."""
        return self._ask("/v1/recovery", ask, enrolment.RecoveryAnswer)

    # Other branches' customers

    def lookup(self, ask: visiting.LookupAsk) -> visiting.LookupAnswer:
        """Find another branch's customer."""
        return self._ask("/v1/lookup", ask, visiting.LookupAnswer)

    def open(self, ask: visiting.OpenAsk) -> visiting.OpenAnswer:
        """Open a looked-up customer here for a while."""
        return self._ask("/v1/open", ask, visiting.OpenAnswer)

    def move(self, ask: visiting.MoveAsk) -> visiting.Done:
        """Make another branch a customer's home."""
        return self._ask("/v1/move", ask, visiting.Done)

    def share(self, ask: visiting.ShareAsk) -> visiting.Done:
        """Let another branch see a customer, or no more."""
        return self._ask("/v1/share", ask, visiting.Done)

    def erasures(self, ask: visiting.ErasuresAsk) -> visiting.ErasuresAnswer:
        """Who is to be erased, and which PCs have still to confirm it."""
        return self._ask("/v1/erasures", ask, visiting.ErasuresAnswer)

    def erased(self, ask: visiting.ErasedAsk) -> visiting.ErasedAnswer:
        """Which contacts were those of people who were erased."""
        return self._ask("/v1/erased", ask, visiting.ErasedAnswer)

    def erase(self, ask: visiting.EraseAsk) -> visiting.Done:
        """Ask for a person to be erased, or second it."""
        return self._ask("/v1/erase", ask, visiting.Done)

    # Backups

    def lacks(self, ask: backups.LacksAsk) -> backups.LacksAnswer:
        """Which chunks head office does not have yet."""
        return self._ask("/v1/backup/lacks", ask, backups.LacksAnswer)

    def pack(self, ask: backups.PackAsk) -> backups.Kept:
        """Add chunks."""
        return self._ask("/v1/backup/pack", ask, backups.Kept)

    def paper(self, ask: backups.PaperAsk) -> backups.Kept:
        """Add a manifest."""
        return self._ask("/v1/backup/paper", ask, backups.Kept)

    def points(self, ask: backups.PointsAsk) -> backups.PointsAnswer:
        """This PC's backups at head office."""
        return self._ask("/v1/backup/points", ask, backups.PointsAnswer)

    def known(self, ask: backups.KnownAsk) -> backups.KnownAnswer:
        """How far this PC is known."""
        return self._ask("/v1/backup/known", ask, backups.KnownAnswer)

    # News

    def hello(self) -> news.Hello:
        """Who answers."""
        answer = self._signed(self._shared_client(), "GET", "/v1/hello", b"", {})
        return exchange.decoded(answer, news.Hello)

    def wait_for_news(self, known: int | None, seconds: int) -> news.News:
        """One long poll: answered when the heads' sum is no longer `known`, or in time."""
        query = f"?wait={seconds}" + ("" if known is None else f"&known={known}")
        with self._own_client(seconds + self._patience) as client:
            answer = self._signed(client, "GET", EVENTS + query, b"", {})
            return exchange.decoded(answer, news.News)

    @contextmanager
    def listen(self, silence: float) -> Iterator[httpx.Response]:
        """The event stream, open; `silence` seconds without a byte end it with an error.

        Raises:
            Unreachable, Refused: it is not to be had, or broke.
        """
        import httpx

        with self._own_client(silence) as client:
            try:
                with client.stream("GET", EVENTS, headers=self._signature("GET", EVENTS, b"")) as r:
                    if r.status_code != 200:
                        exchange.decoded(Answer(r.status_code, r.read()), news.News)
                    yield r
            except (httpx.HTTPError, httpx.StreamError, OSError) as error:
                raise exchange.no_line(error) from error

    # The line itself

    def renew(self) -> None:
        """Drop every connection: after sleep or a cut line they are dead without knowing it."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    close = renew

    def hear(self, now: int) -> None:
        """Head office says what time it is."""
        self._offset = now - to_millis(self._clock.now())

    def _ask(self, path: str, ask: msgspec.Struct, kind: type[T]) -> T:
        body, headers = exchange.packed(msgspec.json.encode(ask))
        client = self._shared_client()
        try:
            answer = self._signed(client, "POST", path, body, headers)
            return exchange.decoded(answer, kind)
        except Refused as no:
            if no.code != "clock" or no.now is None:
                raise
            self.hear(no.now)
        return exchange.decoded(self._signed(client, "POST", path, body, headers), kind)

    def _signed(
        self, client: httpx.Client, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> Answer:
        signed = self._signature(method, path, body)
        if self._person is not None:
            signed[persons.HEADER] = self._person(signed[signing.HEADER])
        return exchange.send(client, method, path, body, headers | signed)

    def _signature(self, method: str, path: str, body: bytes) -> dict[str, str]:
        now = to_millis(self._clock.now()) + self._offset
        device = self.where.device
        sig = signing.sign(self._key, device, method=method, path=path, body=body, now=now)
        return {signing.HEADER: sig}

    def _shared_client(self) -> httpx.Client:
        with self._lock:
            if self._client is None:
                self._client = self._new_client(self._patience)
            return self._client

    @contextmanager
    def _own_client(self, patience: float) -> Iterator[Any]:
        with self._new_client(patience) as client:
            yield client

    def _new_client(self, patience: float) -> httpx.Client:
        return exchange.client(self.where.url, trusting(self.where.ca), patience)
