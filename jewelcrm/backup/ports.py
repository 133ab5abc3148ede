"""What backups need from above: erasing somebody again, and the way to head office."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from db.shop.erasures import Erased
from db.store import Store

EraseAgain = Callable[[Store, Sequence[Erased]], int]
"""Erase these rows from an open store; returns how many were there."""

_eraser: EraseAgain | None = None


def erases_with(eraser: EraseAgain) -> None:
    """Who erases. `jewelcrm.sync.erasing` says so when it is loaded."""
    global _eraser  # noqa: PLW0603 - one program, one eraser
    _eraser = eraser


def erase_again(store: Store, ledger: Sequence[Erased]) -> int:
    """Erase whoever was erased since the backup; nothing when nobody was."""
    if not ledger:
        return 0
    if _eraser is None:
        raise RuntimeError("a restored store would show somebody who was erased")
    return _eraser(store, ledger)
