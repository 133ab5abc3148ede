"""Changes as they came, and without what is about a person who was erased."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from db.types import Id
from jewelcrm.wire.papers import EMPTIED

_PAPERS = ("sales_order", "payment")
"""What must be kept by law, without the person (sync.md 2.10)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed record."""

    table: str
    id: Id
    op: Literal["I", "U"]
    base: int
    image: Mapping[str, object]
    old: Mapping[str, object] | None = None


def without_erased(
    changes: Sequence[Change], erased: Collection[Id], emptied: Collection[Id] = frozenset()
) -> list[Change]:
    """The changes without those of erased records and their parts; papers lose the name.

    `emptied`: papers of people who were erased before; their free text does not come back.
    """
    if not erased and not emptied:
        return list(changes)
    told = {row_id.hex() for row_id in erased}
    left = []
    for change in (_without_text(change, emptied) for change in changes):
        if change.id in erased:
            continue
        about = change.image.get("customer_id")
        if not isinstance(about, str) or about.lower() not in told:
            left.append(change)
        elif change.table in _PAPERS:
            left.append(replace(change, image=_nameless(change.image), old=None))
    return left


def _nameless(image: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in image.items() if name != "customer_id"}


def _without_text(change: Change, emptied: Collection[Id]) -> Change:
    if change.id not in emptied:
        return change
    out = {*EMPTIED[change.table], "customer_id"}
    image = {name: value for name, value in change.image.items() if name not in out}
    return replace(change, image=image, old=None)
