"""What backups need from above: erasing somebody again, and the way to head office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from db.backup.stopping import Cancelled
from db.backup.vault import Vault
from db.shop.erasures import Erased
from db.store import Store
from jewelcrm.backup.model import Progress
from jewelcrm.context import Context
from jewelcrm.errors import Unavailable

EraseAgain = Callable[[Store, Sequence[Erased]], int]
"""Erase these rows from an open store; returns how many were there."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A point on its way from this PC's vault to another place."""

    ctx: Context
    vault: Vault
    point: str
    progress: Progress
    cancelled: Cancelled
    gentle: bool = True
    """People work meanwhile: the line to head office is not all ours."""


OffSite = Callable[[Trip], None]
"""Send a point of this PC's vault to head office."""

OfficeWord = Literal["", "known", "away", "lacks"]
"""Nothing: there is no head office. `lacks`: it does not know what the backup says it knows."""
AskOffice = Callable[[Context, Store], OfficeWord]
"""Ask head office about a store that was put back for trial."""

_asker: AskOffice | None = None
_eraser: EraseAgain | None = None
_sender: OffSite | None = None


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


def asks_office_with(asker: AskOffice) -> None:
    """Who asks. `jewelcrm.sync.comparing` says so when it is loaded."""
    global _asker  # noqa: PLW0603 - one program, one line to head office
    _asker = asker


def office_says(ctx: Context, restored: Store) -> OfficeWord:
    """What head office says of it; nothing where this program has no line to it.

    It is read before the question: whoever waits may go on, and close it.
    """
    return _asker(ctx, restored) if _asker is not None else ""


def goes_off_site_with(sender: OffSite) -> None:
    """Who sends. `jewelcrm.sync.offsite` says so when it is loaded."""
    global _sender  # noqa: PLW0603 - one program, one line to head office
    _sender = sender


def off_site(trip: Trip) -> None:
    """Send a point to head office.

    Raises:
        Unavailable: head office does not answer, or this program has no line to it.
    """
    if _sender is None:
        raise Unavailable("Head office is reached from the window, or by jewelcrm-admin.")
    _sender(trip)
