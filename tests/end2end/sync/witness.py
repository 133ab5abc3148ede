"""Who looks at every answer of head office: nothing acts twice, and nobody sees too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from db.types import Id
from tests.end2end.sync import aging
from tests.end2end.sync.oracle import COVERED, Images, Truth
from tests.end2end.sync.stores import OfficeInMemory


class Moment:
    """What every PC might see at one moment."""

    def __init__(self, store: OfficeInMemory, now: int) -> None:
        self.at = (store.commits, now)
        self._truth = Truth(store.slot.raw, now)
        self._known: dict[tuple[Id, int], Images] = {}

    def too_much(self, device: Id, schema: int, name: str, answer: Any) -> list[str]:
        """What an answer shows that a PC with a program of this schema may not see."""
        if (device, schema) not in self._known:
            may = self._truth.of(device)
            self._known[device, schema] = aging.projected(schema, may)
        may, faults = self._known[device, schema], []
        for row in _rows_of(name, answer):
            if row.img is None:
                continue
            allowed = may.get((row.t, bytes.fromhex(row.id)))
            if allowed is None:
                faults.append(f"{name} sent a {row.t} outside the scopes")
            elif _shows_more(row.img, allowed, stands=self._truth.rev(row.t, row.id) == row.rev):
                faults.append(f"{name} sent hidden columns of {row.t}")
        return faults


class Witness:
    """Head office's answers, looked at on their way; `close` also at what they show."""

    def __init__(
        self,
        store: OfficeInMemory,
        now: Callable[[], int],
        schema_of: Callable[[Id], int],
        *,
        close: bool,
    ) -> None:
        self._store, self._now, self._schema_of, self._close = store, now, schema_of, close
        self._moments: list[Moment] = []
        self.acted: set[str] = set()
        """The transactions that took effect."""
        self.faults: list[str] = []

    @contextmanager
    def meeting(self) -> Iterator[None]:
        """Pushes that came together: each is answered out of one of several commits.

        Which one, nobody tells; an answer must be right at one of them.
        """
        self._moments.clear()
        if self._close:
            self._store.after_commit = lambda: self._moments.append(self._moment())
        try:
            yield
        finally:
            self._store.after_commit = lambda: None
            self._moments.clear()

    def look(self, device: Id, name: str, answer: Any) -> None:
        """No answer holds a row that this PC may not see, or more of it; nothing acts twice."""
        if name == "push":
            fresh = {tx.id for tx in answer.res if tx.st in ("ok", "merged")}
            if fresh & self.acted:
                self.faults.append("a transaction took effect twice")
            self.acted |= fresh
        if not self._close or name in ("buckets", "listing"):
            return
        at = (self._store.commits, self._now())
        if not self._moments or self._moments[-1].at != at:
            self._moments = [self._moment()]
        schema, wrong = self._schema_of(device), []
        for moment in reversed(self._moments):
            wrong = moment.too_much(device, schema, name, answer)
            if not wrong:
                return
        self.faults += wrong

    def begin_anew(self) -> None:
        """Head office is another one now."""
        self._moments.clear()

    def _moment(self) -> Moment:
        return Moment(self._store, self._now())


def _shows_more(image: Any, allowed: dict[str, Any], *, stands: bool) -> bool:
    """Whether an image has columns that are hidden; one that no longer stands had other ones."""
    covered = [column for column, value in allowed.items() if value == COVERED]
    more = image.keys() - allowed.keys() if stands else ()
    return bool(more) or any(image.get(column) != COVERED for column in covered)


def _rows_of(name: str, answer: Any) -> Iterator[Any]:
    if name == "push":
        for tx in answer.res:
            yield from tx.rows
    elif name == "pull":
        for feed in answer.feeds:
            yield from feed.items
    else:
        yield from answer.items
