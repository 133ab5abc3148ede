"""How far a scope's first copy is: kept with its cursor, so that a killed copy goes on.

Order: people, catalogue, open business of the branch; then the window is of use. The rest follows,
and the search index last (sync.md 2.14).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from db.decoding import decode

DROPPING = "dropping"
"""Stands where the stage does while a scope's rows are taken away."""

_ORDER = ("G:staff", "G:catalogue")


class Stage(msgspec.Struct, omit_defaults=True):
    """The part that is being copied, the feed's place of the copy, and where to go on."""

    part: Literal["open", "rest"]
    at: int | None = None
    after: tuple[str, str] | None = None
    done: int = 0
    total: int = 0
    before: int = 0
    """Rows that the part before brought; the rest lists them again."""


class Indexing(msgspec.Struct):
    """How far the search index is: which kind, and the last record looked at."""

    kind: int = 0
    last: str = ""


def first_stage(scope: str) -> str | None:
    """Where a new scope begins; a lease is small and simply read."""
    if scope.startswith("L:"):
        return None
    return text(Stage("open" if scope.startswith("B:") else "rest"))


def text(stage: Stage | Indexing) -> str:
    """As it is kept."""
    return msgspec.json.encode(stage).decode()


def stage(kept: str) -> Stage:
    """From how it is kept."""
    return decode(kept, Stage)


def is_first(kept: str) -> bool:
    """True for a branch of which no chunk has come yet."""
    found = stage(kept)
    return found.part == "open" and found.at is None


def turn(scope: str, kept: str) -> tuple[int, int, str]:
    """Which scope's copy comes first."""
    place = _ORDER.index(scope) if scope in _ORDER else len(_ORDER)
    return (stage(kept).part == "rest" and place == len(_ORDER), place, scope)
