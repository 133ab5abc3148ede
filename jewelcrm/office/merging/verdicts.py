"""What a decision leaves behind: values that lost, flags, or the whole transaction put aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from db.office.kinds import Key, Stored
from db.types import Id
from jewelcrm.office.merging.plans import Review

Why = Literal["overwrote", "lost", "illegal_step", "strictest"]


class PutAside(Exception):
    """The transaction cannot be applied; `why` is a code of jewelcrm.wire.reasons.

    `detail` names table and column, never a value. `near` is the record whose branch must look at
    it, when it is not the writer's own.
    """

    def __init__(self, why: str, detail: str = "", near: Key | None = None) -> None:
        super().__init__(why, detail)
        self.why = why
        self.detail = detail
        self.near = near


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and who wrote it when (HLC)."""

    value: Stored
    writer: int
    hlc: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values of one column of which one stands."""

    key: Key
    column: str
    why: Why
    kept: Told
    lost: Told
    review: Review


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person should know; `kind` is a notice's."""

    kind: str
    subject: Key
    customer_id: Id | None
    params: dict[str, object] = field(default_factory=dict)
